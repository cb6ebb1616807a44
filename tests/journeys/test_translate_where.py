"""Journey 2, where a file belongs: its language and its places must be known, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.models import ConditionPage
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po
from tests.journeys.throat import DUTCH


def _without_header(path: Path) -> Path:
    path.write_text("\n\n".join(path.read_text().split("\n\n")[1:]))
    assert "Language:" not in path.read_text()
    return path


def test_a_tool_stripped_the_header(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = _without_header(fill_in(export_po(tmp_path), DUTCH))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.counts) == (0, {"stored": 9})
    assert api.condition("nl")["title"] == "Keelpijn"


@pytest.mark.parametrize(
    ("language", "place"),
    [
        ("fr", "nl/conditions/sore-throat.po"),  # a language that we don't have
        ("es", "nl/conditions/sore-throat.po"),
        ("en", "sore-throat.po"),  # English is written in the CMS
        (None, "sore-throat.po"),
    ],
)
def test_a_language_in_doubt(api: Api, page: ConditionPage, tmp_path: Path, language: str | None, place: str) -> None:
    """A Dutch file must never be taken for Spanish, nor for a language that no translation can be in."""
    path = fill_in(export_po(tmp_path), DUTCH)
    if language:
        path.write_text(path.read_text().replace("Language: nl", f"Language: {language}"))
    else:
        _without_header(path)
    answer = import_po(path.rename(tmp_path / place), reviewer="rana")
    assert (answer.code, answer.kinds("error")) == (1, {"wrong_locale"})
    for locale in ("nl", "es"):
        api.problem(f"{locale}/conditions/sore-throat/", 404, "not-in-this-language")


def test_a_language_that_no_tool_could_mean(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """The folder says it is Dutch; the header says nothing that contradicts, and is reported."""
    path = fill_in(export_po(tmp_path), DUTCH)
    path.write_text(path.read_text().replace("Language: nl", "Language: 12!"))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("warning")) == (0, {"header"})
    assert api.condition("nl")["title"] == "Keelpijn"


LEADING_NOWHERE = [
    ("00000000-0000-4000-8000-000000000000/title", "unknown_context"),
    ("sore-throat/title", "unknown_context"),
    ("title", "unknown_context"),
    ("", "unknown_context"),
    ("{key}/", "unknown_context"),
    ("{key}/titel", "unknown_path"),
    ("{key}/definition.def1#k0009", "unknown_path"),
]


def test_a_context_that_leads_nowhere(api: Api, page: ConditionPage, dutch: Path, subtests: pytest.Subtests) -> None:
    api.news()
    original = dutch.read_bytes()
    for context, kind in LEADING_NOWHERE:
        for target in ("Keelpijn", ""):
            with subtests.test(context=context, target=target):
                dutch.write_bytes(original)
                there = context.format(key=page.translation_key)
                change_entry(dutch, "title", msgctxt=there, msgid="Title", msgstr=target)
                answer = import_po(dutch, reviewer="rana")
                if kind == "unknown_path" and not target:  # nothing of a text that is gone can be lost
                    assert (answer.code, kind in answer.kinds("info")) == (0, True)
                    assert answer.counts == {"unchanged": 8, "empty": 1}
                    continue
                assert (answer.code, answer.kinds("error")) == (1, {kind})
                answer = import_po(dutch, reviewer="rana", flags="--partial")
                assert answer.counts == {"unchanged": 8, "refused": 1}
    assert api.news() == set()
