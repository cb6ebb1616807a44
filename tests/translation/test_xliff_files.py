"""Each file of xliff/ as data: what the reader must say of it, and what it must leave of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.offending import KEPT, assert_errors, untested
from translation.catalogue import Catalogue
from translation.findings import Kind
from translation.xliff_reader import read_xliff

FILES = Path(__file__).parent / "xliff"


# Every file has the good unit KEPT; it must always be left, and the wrong one never.
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("12_code_in_a_plain_text.xlf", [(7, Kind.MARKUP, "<g> is an inline code, and this text is plain")]),
        (
            "12_code_of_another_kind.xlf",
            [(7, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("12_duplicate.xlf", [(10, Kind.DUPLICATE, "the same unit as on line 6")]),
        (
            "12_duplicate_three_times.xlf",
            [(9, Kind.DUPLICATE, "the same unit as on line 6"), (12, Kind.DUPLICATE, "the same unit as on line 6")],
        ),
        ("12_empty_source.xlf", [(6, Kind.SYNTAX, "the <source> is empty")]),
        ("12_native_codes.xlf", [(7, Kind.MARKUP, "<bpt> is no inline code that our files have")]),
        ("12_no_source.xlf", [(5, Kind.SYNTAX, "the unit has no <source>")]),
        ("12_pretty_printed.xlf", [(6, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        (
            "12_second_file_in_another_language.xlf",
            [(11, Kind.WRONG_LOCALE, "this <file> is in es, an earlier one in nl")],
        ),
        ("12_space_by_default.xlf", [(7, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        ("12_target_in_another_language.xlf", [(7, Kind.WRONG_LOCALE, "the translation is in “de-CH”, not in nl")]),
        ("12_text_between.xlf", [(5, Kind.SYNTAX, "text between the elements of a unit: “Een”")]),
        ("12_text_in_the_body.xlf", [(4, Kind.SYNTAX, "text between the elements of <body>: “and rest”")]),
        ("12_two_sources.xlf", [(7, Kind.SYNTAX, "a second <source> for one unit")]),
        ("12_two_targets.xlf", [(8, Kind.SYNTAX, "a second <target> for one unit")]),
        (
            "12_unknown_code.xlf",
            [(7, Kind.MARKUP, "the inline code “2” is not in the source, and doesn't say what it is")],
        ),
        ("12_words_in_a_code.xlf", [(7, Kind.MARKUP, "the inline code “1” is no tag: “of meer”")]),
        ("21_code_in_a_plain_text.xlf", [(7, Kind.MARKUP, "<ph> is an inline code, and this text is plain")]),
        ("21_code_point.xlf", [(7, Kind.MARKUP, "<cp> is no inline code that our files have")]),
        ("21_duplicate.xlf", [(12, Kind.DUPLICATE, "the same unit as on line 6")]),
        ("21_empty_source.xlf", [(6, Kind.SYNTAX, "the <source> is empty")]),
        ("21_end_of_nothing.xlf", [(7, Kind.MARKUP, "<ec> ends an inline code that nothing began")]),
        ("21_half_translated.xlf", [(10, Kind.UNTRANSLATED, "1 of the 2 segments of this unit have no translation")]),
        (
            "21_lost_markup.xlf",
            [(6, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("21_no_order.xlf", [(5, Kind.SYNTAX, "the order “first” is no number")]),
        ("21_no_segment.xlf", [(4, Kind.SYNTAX, "the unit has no <segment>")]),
        ("21_no_source.xlf", [(5, Kind.SYNTAX, "the unit has no <source>")]),
        ("21_pretty_printed.xlf", [(6, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        ("21_same_order.xlf", [(9, Kind.SYNTAX, "two parts of this unit have the order 2")]),
        ("21_target_in_another_language.xlf", [(7, Kind.WRONG_LOCALE, "the translation is in “de”, not in nl")]),
        ("21_text_between.xlf", [(5, Kind.SYNTAX, "text between the elements of a unit: “and rest”")]),
        ("21_two_targets.xlf", [(8, Kind.SYNTAX, "a second <target> for one unit")]),
        (
            "21_unknown_code.xlf",
            [(7, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("21_words_in_a_code.xlf", [(10, Kind.MARKUP, "the inline code “1” is no tag: “of meer”")]),
    ],
)
def test_an_offending_unit_is_left_out_and_named(name: str, expected: list[tuple[int, Kind, str]]) -> None:
    catalogue, findings = read_xliff((FILES / name).read_bytes(), name)
    assert_errors(findings, name, expected)
    assert catalogue == Catalogue("nl", (KEPT,), source_locale="en")


@pytest.mark.parametrize(
    ("name", "line", "kind", "words"),
    [
        ("bare_ampersand.xlf", 7, Kind.SYNTAX, "a character that can't stand here"),
        ("billion_laughs.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("bom_and_latin1.xlf", 1, Kind.ENCODING, "it declares ISO-8859-1, but begins as utf-8"),
        ("conflict.xlf", 7, Kind.CONFLICT, "a merge conflict that is not resolved"),
        ("control_character.xlf", 7, Kind.SYNTAX, "a character that can't stand here"),
        ("cut_off.xlf", 8, Kind.SYNTAX, "the file ends too early"),
        ("empty.xlf", None, Kind.EMPTY, "there is nothing in it"),
        ("external_dtd.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("external_entity.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("html.xlf", 1, Kind.FORMAT, "this is “html” and not XLIFF"),
        ("latin1_as_utf8.xlf", 7, Kind.ENCODING, "this is not utf-8: invalid continuation byte at bytes e9 e9 6e 3c"),
        ("no_namespace.xlf", 1, Kind.FORMAT, "XLIFF of version “1.2” in no namespace is not read"),
        (
            "no_version.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of no version in namespace “urn:oasis:names:tc:xliff:document:1.2” is not read",
        ),
        ("no_xml.xlf", 1, Kind.SYNTAX, "this is no XML"),
        ("not_closed.xlf", 8, Kind.SYNTAX, "</…> closes another element"),
        ("number_of_a_control_character.xlf", 7, Kind.SYNTAX, "a character number (like “&#1;”)"),
        ("parameter_entity.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("public_dtd.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("two_roots.xlf", 12, Kind.SYNTAX, "something stands after the end"),
        ("undeclared_prefix.xlf", 4, Kind.SYNTAX, "a name begins with a prefix that is not declared"),
        ("undefined_entity.xlf", 7, Kind.SYNTAX, "an unknown character name"),
        ("unknown_encoding.xlf", 1, Kind.ENCODING, "unknown character set klingon"),
        ("utf16_as_utf8.xlf", 1, Kind.ENCODING, "it declares UTF-8, but begins as utf-16-le"),
        ("utf8_as_utf16.xlf", 1, Kind.ENCODING, "it declares UTF-16, but begins as utf-8"),
        (
            "version_1.1.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of version “1.1” in namespace “urn:oasis:names:tc:xliff:document:1.1” is not read",
        ),
        (
            "version_2.2.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of version “2.2” in namespace “urn:oasis:names:tc:xliff:document:2.2” is not read",
        ),
        (
            "version_of_the_other_namespace.xlf",
            2,
            Kind.FORMAT,
            "XLIFF of version “2.1” in namespace “urn:oasis:names:tc:xliff:document:1.2” is not read",
        ),
    ],
)
def test_what_is_no_xliff_is_refused_whole(name: str, line: int | None, kind: Kind, words: str) -> None:
    catalogue, findings = read_xliff((FILES / name).read_bytes(), name)
    assert catalogue is None
    assert_errors(findings, name, [(line, kind, words)])


def test_every_offending_file_is_tested() -> None:
    assert untested(FILES, __file__) == []


def test_a_finding_names_the_context() -> None:
    assert [f.path for f in read_xliff((FILES / "12_no_source.xlf").read_bytes(), "x")[1]] == ["c/a"]
