"""Machine translation: a site's own back-end fills what is missing, and nothing of it is served unreviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from translation.catalogue import CatalogueError, Entry
from translation.conditions import SourceCondition, lock_conditions, memory_of
from translation.findings import Finding, Kind, Remark, Severity
from translation.gate import Step, decide
from translation.holdings import Holdings
from translation.models import Origin
from translation.segments import Segment
from translation.storing import Ruling, store_translations
from translation.verdicts import Verdict


class MachineTranslator(Protocol):
    """What a back-end does. It is made without arguments, and reads what it needs from its own environment."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        """As many texts as it gets, in the same order, from one language into another (BCP 47 tags of the site).

        Texts are as translators get them: inline tags stay (`<b>…</b>`, `<a id="1">…</a>`). An empty answer leaves the
        text untranslated. Raises MachineTranslationError where it can't answer now.
        """
        ...


class MachineTranslationError(RuntimeError):
    """There is no back-end, or it can't do its work."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the missing texts of a condition: how many were stored, and why the others were left out."""

    stored: int
    findings: tuple[Finding, ...]


def machine_translator() -> MachineTranslator:
    """The back-end that MACHINE_TRANSLATION names. Raises MachineTranslationError where there is none that works."""
    name = settings.MACHINE_TRANSLATION
    if not name:
        raise MachineTranslationError("no machine translation here: MACHINE_TRANSLATION names no back-end")
    try:
        made = import_string(name)()
    except (ImportError, TypeError) as error:
        raise MachineTranslationError(f"MACHINE_TRANSLATION: {name} can't be loaded: {error}") from error
    if not callable(getattr(made, "translate", None)):
        raise MachineTranslationError(f"MACHINE_TRANSLATION: {name} has no method translate(texts, source, target)")
    translator: MachineTranslator = made
    return translator


def fill_in(*, condition: SourceCondition, locale: str, translator: MachineTranslator) -> Filled:
    """Has the machine translate the segments without any translation, through the gate; touches no other.

    Raises MachineTranslationError where the back-end fails or answers anything but texts; then nothing is stored.
    """
    memory = memory_of(condition.key, locale)
    missing = [segment for segment in condition.segments if memory.judge(segment).verdict is Verdict.MISSING]
    if not missing:
        return Filled(0, ())
    # Outside of any transaction: a machine takes its time, and editors don't wait for it.
    answers = translator.translate([segment.text for segment in missing], condition.locale, locale)
    if isinstance(answers, str) or len(answers) != len(missing) or not all(isinstance(text, str) for text in answers):
        raise MachineTranslationError(f"the machine didn't answer with one text for each of {len(missing)}")
    with transaction.atomic():
        lock_conditions([condition.key])
        held = Holdings([condition.key], locale)
        rulings: list[Ruling] = []
        findings: list[Finding] = []
        for segment, answer in zip(missing, answers, strict=True):
            for remark in _rule(held, condition, segment, answer, rulings):
                message = f"{segment.path}: {remark.message}"
                findings.append(Finding(condition.slug, None, segment.path, remark.kind, remark.severity, message))
        effects = store_translations(
            rulings=rulings, locale=locale, translator=None, reviewer=None, origin=Origin.MACHINE
        )
    return Filled(sum(effect is not None for effect in effects), tuple(findings))


def _rule(
    held: Holdings, condition: SourceCondition, segment: Segment, answer: str, rulings: list[Ruling]
) -> Iterator[Remark]:
    """Takes one answer to `rulings`, or says why not."""
    known = held.known(condition.key, segment.path, segment.text)
    if known.live is None or known.live.verdict is not Verdict.MISSING or known.live.segment.digest != segment.digest:
        return  # while the machine was at work, somebody translated it or changed the page: theirs stays
    if not answer.strip():
        yield Remark(Kind.UNTRANSLATED, Severity.ERROR, "the machine answered nothing")
        return
    try:
        entry = Entry(condition.context(segment.path), segment.text, answer, fuzzy=True)
    except CatalogueError as error:
        yield Remark(Kind.CONTROL, Severity.ERROR, str(error))
        return
    decision = decide(entry, known)
    yield from (remark for remark in decision.remarks if remark.kind is not Kind.FUZZY)
    if decision.step is Step.KEEP_FOR_REVIEW:
        rulings.append(Ruling(entry, condition.key, segment.path, decision))
