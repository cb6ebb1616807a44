"""The check of the interface's catalogues: offending files as data, and placeholders as a property."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translation.findings import Kind, Severity
from translation.interface import check_interface_catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = 'msgid "Causes"\nmsgstr "Oorzaken"\n\n'  # takes three lines; what stands after HEADER + GOOD begins on line 9
PLACEHOLDERS = ["%(condition)s", "%(number)d", "%(cells)d", "%s", "%d"]


def entry(source: str, target: str, flags: str = "") -> str:
    return f'{flags}msgid "{source}"\nmsgstr "{target}"\n'


def kinds(data: bytes) -> list[tuple[int | None, Kind, Severity]]:
    return [(f.line, f.kind, f.severity) for f in check_interface_catalogue(data, "nl/LC_MESSAGES/django.po")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="plain words"),
        pytest.param(entry("Code", "Code"), id="the same word in both languages"),
        pytest.param(entry("What is %(condition)s?", "%(condition)s: wat is het?"), id="a placeholder elsewhere"),
        pytest.param(entry("Row %(number)d: %(cells)d", "%(cells)d in rij %(number)d"), id="in another order"),
        pytest.param('#~ msgid "Gone"\n#~ msgstr ""\n' + GOOD.replace("Causes", "Signs"), id="obsolete"),
    ],
)
def test_nothing_is_wrong_with_a_translated_word(text: str) -> None:
    assert [found for found in kinds((HEADER + GOOD + text).encode()) if found[2] is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        pytest.param(entry("Signs", ""), Kind.UNTRANSLATED, 9, id="missing"),
        pytest.param(entry("Signs", "Klachten", "#, fuzzy\n"), Kind.FUZZY, 10, id="fuzzy"),
        pytest.param(entry("Signs", "", "#, fuzzy\n"), Kind.UNTRANSLATED, 10, id="fuzzy and missing"),
        pytest.param(
            entry("What is %(condition)s?", "Wat is het?", "#, fuzzy, python-format\n"), Kind.FUZZY, 10, id="two flags"
        ),
        pytest.param(entry("What is %(condition)s?", "Wat is het?"), Kind.PLACEHOLDER, 9, id="lost"),
        pytest.param(entry("What is it?", "Wat is %(condition)s?"), Kind.PLACEHOLDER, 9, id="added"),
        pytest.param(entry("%(condition)s", "%(condition)s of %(condition)s"), Kind.PLACEHOLDER, 9, id="doubled"),
        pytest.param(entry("What is %(condition)s?", "Wat is %(aandoening)s?"), Kind.PLACEHOLDER, 9, id="translated"),
        pytest.param(entry("What is %(condition)s?", "Wat is % (condition)s?"), Kind.PLACEHOLDER, 9, id="torn apart"),
        pytest.param(entry("What is %(condition)s?", "Wat is %(condition)?"), Kind.PLACEHOLDER, 9, id="without s"),
        pytest.param(entry("%s of %s", "%s"), Kind.PLACEHOLDER, 9, id="one of two without a name lost"),
        pytest.param('msgid "Signs"\nmsgstr "Klachten\n', Kind.SYNTAX, 10, id="not PO"),
        pytest.param(entry("Causes", "Redenen"), Kind.DUPLICATE, 9, id="the same msgid twice"),
        pytest.param("<<<<<<< HEAD\n", Kind.CONFLICT, 9, id="a merge conflict"),
        pytest.param('msgid "One"\nmsgid_plural "More"\nmsgstr[0] "a"\n', Kind.PLURAL, 10, id="plural forms"),
    ],
)
def test_what_is_wrong_is_an_error_with_its_line(text: str, kind: Kind, line: int) -> None:
    assert kinds((HEADER + GOOD + text).encode()) == [(line, kind, Severity.ERROR)]


@pytest.mark.parametrize(
    ("data", "kind", "severity"),
    [
        (HEADER.encode() + b'msgid "Causes"\nmsgstr "\xff"\n', Kind.ENCODING, Severity.ERROR),
        (b"", Kind.HEADER, Severity.WARNING),
        (GOOD.encode(), Kind.HEADER, Severity.WARNING),
        (HEADER.encode(), Kind.EMPTY, Severity.WARNING),
    ],
    ids=["no text", "no bytes", "no header", "no entry"],
)
def test_what_is_wrong_with_the_whole_file_is_told(data: bytes, kind: Kind, severity: Severity) -> None:
    assert (kind, severity) in {(found_kind, found_severity) for _, found_kind, found_severity in kinds(data)}


def test_every_wrong_entry_is_told_with_its_words() -> None:
    data = (HEADER + entry("Signs", "") + "\n" + GOOD + entry("What is %(condition)s?", "Wat?")).encode()
    assert [str(finding) for finding in check_interface_catalogue(data, "nl/django.po")] == [
        "nl/django.po:6: error untranslated: “Signs” has no translation",
        "nl/django.po:12: error placeholder: “What is %(condition)s?” and “Wat?” have other placeholders",
    ]


@given(st.lists(st.sampled_from(PLACEHOLDERS), max_size=4), st.randoms())
@example(["%(number)d", "%(cells)d"], random.Random(0))
def test_placeholders_may_change_places_and_none_may_go(placeholders: list[str], order: random.Random) -> None:
    shuffled = order.sample(placeholders, len(placeholders))
    whole = entry("a " + " ".join(placeholders), "b " + " ".join(shuffled))
    assert kinds((HEADER + whole).encode()) == []
    if placeholders:
        less = entry("a " + " ".join(placeholders), "b " + " ".join(shuffled[1:]))
        assert kinds((HEADER + less).encode()) == [(6, Kind.PLACEHOLDER, Severity.ERROR)]
