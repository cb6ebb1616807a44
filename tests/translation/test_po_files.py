"""Each file of po/ as data: what the reader must say of it, and what it must leave of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.offending import KEPT, I, W, assert_errors, untested
from translation.catalogue import Catalogue, Entry
from translation.findings import Finding, Kind
from translation.po_reader import read_catalogue

FILES = Path(__file__).parent / "po"


def read(name: str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_catalogue((FILES / name).read_bytes(), name)
    assert catalogue is not None
    return catalogue, findings


# Every file has the good entry KEPT after what is wrong; it must always be left, and the wrong one never.
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Babel drops the last letter and says nothing: "Neem 50 m".
        ("unterminated_string.po", [(7, Kind.SYNTAX, "no closing quotation mark")]),
        ("unterminated_translation.po", [(8, Kind.SYNTAX, "no closing quotation mark")]),
        ("escaped_closing_quote.po", [(7, Kind.SYNTAX, "no closing quotation mark")]),
        ("quote_inside.po", [(7, Kind.SYNTAX, "quotation mark inside")]),
        ("two_strings_on_a_line.po", [(7, Kind.SYNTAX, "or a second string")]),
        ("bad_escape.po", [(7, Kind.SYNTAX, r"“\d” is no escape")]),
        ("escape_by_number.po", [(7, Kind.SYNTAX, r"“\x” is no escape")]),
        ("garbage_line.po", [(9, Kind.SYNTAX, "“and rest”")]),
        ("unknown_keyword.po", [(8, Kind.SYNTAX, "msgtr")]),
        ("unquoted_string.po", [(7, Kind.SYNTAX, "not a line"), (8, Kind.SYNTAX, "msgstr without msgid")]),
        ("missing_msgstr.po", [(7, Kind.SYNTAX, "no msgstr")]),
        ("missing_msgstr_before_comment.po", [(7, Kind.SYNTAX, "no msgstr")]),
        # Babel gives this translation to the next msgid.
        ("missing_msgid.po", [(7, Kind.SYNTAX, "msgstr without msgid")]),
        ("msgstr_without_msgid.po", [(6, Kind.SYNTAX, "msgstr without msgid")]),
        ("orphan_touching_an_entry.po", [(6, Kind.SYNTAX, "msgstr without msgid")]),
        ("second_msgstr.po", [(9, Kind.SYNTAX, "a second msgstr")]),
        ("second_msgctxt.po", [(7, Kind.SYNTAX, "a second msgctxt")]),
        ("empty_msgid.po", [(7, Kind.SYNTAX, "msgid is empty")]),
        ("string_after_a_blank_line.po", [(10, Kind.SYNTAX, "belongs to no keyword")]),
        ("string_without_keyword.po", [(6, Kind.SYNTAX, "belongs to no keyword")]),
        # Babel keeps one of them.
        ("duplicates.po", [(11, Kind.DUPLICATE, "line 7")]),
        ("duplicate_three_times.po", [(11, Kind.DUPLICATE, "line 7"), (15, Kind.DUPLICATE, "line 7")]),
        ("second_header.po", [(6, Kind.DUPLICATE, "line 1")]),
        ("plural.po", [(8, Kind.PLURAL, "plural forms")]),
        ("plural_without_plural.po", [(8, Kind.PLURAL, "plural forms")]),
        (
            "conflict.po",
            [
                *((line, Kind.CONFLICT, "merge conflict") for line in (8, 10)),
                (11, Kind.SYNTAX, "a second msgstr"),
                (12, Kind.CONFLICT, "merge conflict"),
            ],
        ),
        ("conflict_between_entries.po", [(line, Kind.CONFLICT, "merge conflict") for line in (6, 10, 11, 15)]),
        # Babel's write_po(include_previous=True) writes this.
        ("babel_previous.po", [(7, Kind.SYNTAX, "no closing quotation mark"), (8, Kind.SYNTAX, "not a former text")]),
        ("previous_without_keyword.po", [(7, Kind.SYNTAX, "belongs to no keyword")]),
        ("previous_twice.po", [(7, Kind.SYNTAX, "a second #| msgid")]),
        ("previous_context_alone.po", [(8, Kind.SYNTAX, "without a former msgid")]),
        ("flag_with_control.po", [(6, Kind.SYNTAX, r"“fu\x1bzzy” is no flag")]),
        ("space_that_is_none.po", [(6, Kind.SYNTAX, "not a line")]),
    ],
)
def test_an_offending_entry_is_left_out_and_named(name: str, expected: list[tuple[int, Kind, str]]) -> None:
    catalogue, findings = read(name)
    assert_errors(findings, name, expected)
    assert catalogue == Catalogue("nl", (KEPT,))


def test_every_offending_file_is_tested() -> None:
    assert untested(FILES, __file__) == []


def test_a_finding_names_the_context() -> None:
    assert [finding.path for finding in read("bad_escape.po")[1]] == ["c/a"]


def test_the_former_source_is_read() -> None:
    catalogue, findings = read("previous.po")
    former = Entry("c/a", "Take 500 mg.", "Neem 50 mg.", "Take 50 mg.\nTwice a day.", True, previous_context="c/old")
    assert catalogue == Catalogue("nl", (former, KEPT))
    assert [entry.line for entry in catalogue.entries] == [12, 16]
    assert findings == ()


def test_a_percent_sign_is_no_format() -> None:
    catalogue, findings = read("percent.po")
    assert catalogue.entries[0] == Entry("c/a", "50% of patients", "50% van de patiënten")
    assert findings == ()


def test_blank_dates_do_no_harm() -> None:
    catalogue, findings = read("blank_dates.po")
    assert catalogue == Catalogue("nl", (KEPT,), (("POT-Creation-Date", ""), ("PO-Revision-Date", "")))
    assert findings == ()


def test_obsolete_entries_are_ignored_with_what_belongs_to_them() -> None:
    catalogue, findings = read("obsolete.po")
    assert catalogue == Catalogue("nl", (KEPT,))
    assert [(f.line, f.kind, f.severity) for f in findings] == [(10, Kind.OBSOLETE, I)]
    assert "2 obsolete" in findings[0].message


def test_a_template_is_read_as_far_as_it_says_anything() -> None:
    catalogue, findings = read("template.po")
    assert catalogue == Catalogue(None, (KEPT,), (("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),))
    assert [(f.line, f.kind, f.severity) for f in findings] == [(10, Kind.ENCODING, W), (4, Kind.HEADER, W)]


def test_no_header() -> None:
    catalogue, findings = read("no_header.po")
    assert catalogue == Catalogue(None, (KEPT,))
    assert [(f.line, f.kind, f.severity) for f in findings] == [(None, Kind.HEADER, W)]


def test_a_header_line_without_a_colon() -> None:
    catalogue, findings = read("header_without_colon.po")
    assert catalogue == Catalogue("nl", (KEPT,), (("X-Generator", "Poedit 3.4"),))
    assert [(f.line, f.kind, f.severity) for f in findings] == [(1, Kind.HEADER, W)]
    assert "2 lines" in findings[0].message
