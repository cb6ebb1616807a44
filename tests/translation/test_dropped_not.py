"""A “not” that somebody deletes: each of the demo's translations, less one of its “not”s, before the gate.

Nobody chose these mistakes, so that they tell more of the word lists than a corpus does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.translation.checking import ERROR, check
from tests.translation.rows import Stored
from translation.catalogue import Entry
from translation.checks.folding import fold
from translation.checks.language import language_of
from translation.checks.words import words_of
from translation.export import CRITICAL as CRITICAL_COMMENT
from translation.findings import Kind, Severity
from translation.gate import Known, Step, decide
from translation.po_reader import read_catalogue
from translation.segments import Segment
from translation.verdicts import TranslationMemory

FOLDER = Path(__file__).parent.parent.parent / "locale"
LANGUAGES = ["ar", "es", "nl"]
# Of the mistakes in new critical texts: refused, warned of, missed. docs/translating.md has the same figures.
FIGURES = {"ar": (72, 2, 15), "es": (70, 1, 16), "nl": (74, 4, 8)}


@cache
def right_texts(locale: str) -> list[tuple[str, str, bool, bool]]:
    """Source, target, whether it is rich, and whether it is critical: of the texts whose sources say “not”."""
    found: list[tuple[str, str, bool, bool]] = []
    for path in sorted(FOLDER.glob(f"{locale}/conditions/*.po")):
        catalogue, _ = read_catalogue(path.read_bytes(), path.name)
        assert catalogue is not None
        for entry in catalogue.entries:
            rich = "#" in (entry.context or "")
            if entry.target and not entry.fuzzy and says_no("en").search(fold(words_of(entry.source, rich=rich))):
                found.append((entry.source, entry.target, rich, CRITICAL_COMMENT in entry.comments[0]))
    assert len(found) > 100
    return found


def says_no(locale: str) -> re.Pattern[str]:
    pattern = language_of(locale).says_no
    assert pattern is not None
    return pattern


def without_one(target: str, locale: str) -> Iterator[str]:
    """The text less one word that says “not”, for each of them."""
    folded = fold(target)
    # Folding takes Arabic's vowel signs away: there, only the words that are written without any are found.
    text = folded if len(folded) == len(target) else target
    for match in says_no(locale).finditer(text):
        yield (target[: match.start()] + target[match.end() :]).replace("  ", " ")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_right_translations_are_left_alone(locale: str) -> None:
    for source, target, rich, _ in right_texts(locale):
        kinds = {remark.kind for remark in check(source, target, locale, rich=rich)}
        assert Kind.NEGATION not in kinds, (source, target)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_from_an_approved_text_none_can_be_dropped(locale: str) -> None:
    for source, target, rich, _ in right_texts(locale):
        segment = Segment("signs.a#k" if rich else "signs.a", source, "rich" if rich else "plain", True, None, "Signs")
        memory = TranslationMemory([Stored(segment.path, source, target)])
        row = memory.row_of(segment.path, source)
        here = Known(segment.path, memory.judge(segment), row, frozenset(), frozenset({target}), "en", locale)
        for wrong in without_one(target, locale):
            decision = decide(Entry("c", source, wrong), here)
            assert decision.step is Step.REFUSE, wrong
            assert Kind.LOST_NEGATION in {remark.kind for remark in decision.remarks}, wrong


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_is_dropped_from_a_new_text(locale: str) -> None:
    """Where the translation says “not” more often than its source does, counting can't tell."""
    gravest: Counter[Severity | None] = Counter()
    for source, target, rich, critical in right_texts(locale):
        for wrong in without_one(target, locale) if critical else ():
            severities = {remark.severity for remark in check(source, wrong, locale, rich=rich)}
            gravest[max(severities, key=lambda severity: severity is ERROR, default=None)] += 1
    refused, warned, missed = FIGURES[locale]
    assert gravest.total() == refused + warned + missed
    assert gravest[ERROR] >= refused
    assert gravest[None] <= missed
