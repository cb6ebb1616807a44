"""Reading PO: each offending file as data, what it must say, and what must be left of it."""

from __future__ import annotations

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translation.catalogue import Catalogue, Entry
from translation.findings import Finding, Kind, Severity
from translation.po_reader import MAX_ERRORS, read_catalogue

FILES = Path(__file__).parent / "po"
HEADER = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "c/title"\nmsgid "Kept"\nmsgstr "Bewaard"\n'
KEPT = Entry("c/title", "Kept", "Bewaard")
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def read(name: str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_catalogue((FILES / name).read_bytes(), name)
    assert catalogue is not None
    return catalogue, findings


def read_text(text: str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_catalogue(text.encode(), "x.po")
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
    assert [(f.line, f.kind, f.severity) for f in findings] == [(line, kind, E) for line, kind, _ in expected]
    for finding, (_, _, words) in zip(findings, expected, strict=True):
        assert words in finding.message
        assert finding.file == name
    assert catalogue == Catalogue("nl", (KEPT,))


def test_every_offending_file_is_tested() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    assert [path.name for path in FILES.iterdir() if f'"{path.name}"' not in here] == []


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


def test_all_parts_of_an_entry() -> None:
    catalogue, findings = read_text(
        HEADER + "# By the translator.\n#By another.\n#\n#. For the translator.\n#: pages/models.py:12\n"
        '#, fuzzy, max-length:40\n#= range: 0..9, max-length:40\nmsgctxt\t"c/a"\nmsgid ""\n  "One "\n\t"two"  \n'
        'msgstr"\\\\ \\" \\n \\t \\r \\a \\b \\f \\v"\n'
    )
    assert findings == ()
    assert catalogue.entries == (
        Entry(
            "c/a",
            "One two",
            '\\ " \n \t \r \a \b \f \v',
            fuzzy=True,
            flags=("max-length:40", "range: 0..9"),
            comments=("For the translator.",),
            translator_comments=("By the translator.", "By another.", ""),
        ),
    )


def test_no_context_is_not_an_empty_context() -> None:
    catalogue, findings = read_text(HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgctxt ""\nmsgid "a"\nmsgstr "c"\n')
    assert [entry.context for entry in catalogue.entries] == [None, ""]
    assert findings == ()


def test_the_same_source_in_two_contexts_and_two_sources_in_one_context_are_no_duplicates() -> None:
    catalogue, findings = read_text(
        HEADER + "".join(f'msgctxt "{c}"\nmsgid "{s}"\nmsgstr ""\n' for c, s in ("ax", "bx", "ay"))
    )
    assert len(catalogue.entries) == 3
    assert findings == ()


def test_entries_need_no_blank_line_between_them() -> None:
    assert read_text(HEADER + 'msgid "a"\nmsgstr "b"\n' + ENTRY)[0].entries == (Entry(None, "a", "b"), KEPT)


def test_blank_lines_inside_an_entry() -> None:
    assert read_text(HEADER + 'msgid "a"\n\n# no\n')[1][0].message == "the entry has no msgstr"
    assert read_text(HEADER + '# yes\n\nmsgid "a"\n \t\nmsgstr "b"\n')[0].entries == (
        Entry(None, "a", "b", translator_comments=("yes",)),
    )


def test_what_is_not_po_after_a_blank_line_leaves_the_entry_before_it() -> None:
    catalogue, findings = read_text(HEADER + ENTRY + "\nThanks, Jan\n")
    assert catalogue.entries == (KEPT,)
    assert [f.line for f in findings] == [10]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system(end: str) -> None:
    catalogue, findings = read_text((HEADER + ENTRY).replace("\n", end))
    assert catalogue == Catalogue("nl", (KEPT,))
    assert findings == ()


def test_lines_are_counted_as_editors_count_them() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert read_text((HEADER + "garbage\n").replace("\n", end))[1][0].line == 6


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_only_line_ends_end_a_line(separator: str) -> None:
    catalogue, findings = read_text(HEADER + f'# a{separator}b\nmsgid "a{separator}b"\nmsgstr "{separator}"\n')
    assert catalogue.entries == (Entry(None, f"a{separator}b", separator, translator_comments=(f"a{separator}b",)),)
    assert findings == ()


def test_a_byte_order_mark_is_no_letter() -> None:
    assert read_catalogue(codecs.BOM_UTF8 + (HEADER + ENTRY).encode(), "x.po") == (Catalogue("nl", (KEPT,)), ())


@pytest.mark.parametrize("charset", ["ISO-8859-1", "latin1", "windows-1252", "utf8", "ISO-8859-15"])
@pytest.mark.parametrize("end", ["\n", "\r"])
def test_the_declared_character_set_is_honoured(charset: str, end: str) -> None:
    text = HEADER.replace("UTF-8", charset) + 'msgid "a"\nmsgstr "één"\n'
    catalogue, findings = read_catalogue(text.replace("\n", end).encode(charset), "x.po")
    assert catalogue == Catalogue("nl", (Entry(None, "a", "één"),))
    assert findings == ()


def test_a_header_on_one_line_declares_too() -> None:
    text = 'msgid ""\nmsgstr "Language: nl\\nContent-Type: text/plain; charset=GB18030\\n"\nmsgid "a"\nmsgstr "神经"\n'
    assert read_catalogue(text.encode("gb18030"), "x.po") == (Catalogue("nl", (Entry(None, "a", "神经"),)), ())


def test_only_the_header_declares() -> None:
    entry = 'msgid "Content-Type: text/plain; charset=latin1"\nmsgstr "é"\n'
    text = 'msgid ""\nmsgstr "Language: nl\\n"\n' + entry
    assert read_text(text)[0].entries[0].target == "é"
    assert read_text(entry + ENTRY)[0].entries[0].target == "Ã©"  # the first entry, so a header


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n', 7, "not utf-8: invalid continuation byte at bytes e9 22 0a"),
        (HEADER.encode().replace(b"\n", b"\r") + b'msgid "\xe9"\r', 6, "not utf-8"),
        (HEADER.replace("UTF-8", "ASCII").encode() + "# é\n".encode(), 6, "not ascii"),
        (HEADER.replace("UTF-8", "klingon").encode(), 4, "unknown character set klingon"),
        (HEADER.replace("UTF-8", "rot13").encode(), 4, "unknown character set rot13"),
        (HEADER.replace("UTF-8", "punycode").encode(), 4, "unknown character set punycode"),
        (HEADER.replace("UTF-8", "unicode_escape").encode(), 4, "unknown character set"),
        (HEADER.replace("UTF-8", "UTF-16").encode(), 4, "unknown character set UTF-16"),
        (codecs.BOM_UTF8 + HEADER.replace("UTF-8", "latin1").encode(), 4, "begins as UTF-8"),
        ((HEADER + ENTRY).encode("utf-16"), None, "UTF-16"),
        (HEADER.encode() + b"\0", 6, "NUL"),
        (HEADER.encode("utf-16-le"), 1, "NUL"),
        (b"\xde\x12\x04\x95\0\0\0\0", None, "compiled catalogue"),
        (b"PK\x03\x04aaaa", None, "zip"),
        (bytes(range(128, 256)), 1, "not utf-8"),
        (b'msgid "\xed\xa0\x80"\nmsgstr ""\n', 1, "not utf-8"),  # a lone surrogate
    ],
)
def test_what_is_no_text_is_refused_whole(data: bytes, line: int | None, words: str) -> None:
    catalogue, findings = read_catalogue(data, "x.po")
    assert catalogue is None
    assert [(f.line, f.kind, f.severity) for f in findings] == [(line, Kind.ENCODING, E)]
    assert words in findings[0].message


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "# only a comment\n", '#, fuzzy\n#| msgid "a"\n'])
def test_an_empty_file(text: str) -> None:
    catalogue, findings = read_text(text)
    assert catalogue == Catalogue(None)
    assert [(f.line, f.kind, f.severity) for f in findings] == [(None, Kind.HEADER, W), (None, Kind.EMPTY, W)]


def test_a_header_alone_is_an_empty_file() -> None:
    assert [f.kind for f in read_text(HEADER)[1]] == [Kind.EMPTY]


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("nl", "nl"),
        ("nl_BE", "nl-BE"),
        ("nl-be", "nl-BE"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("zh_Hant", "zh-Hant"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
        ("", None),
        ("xx", None),
        ("nl@euro", None),
        ("LANGUAGE", None),
        ("C", None),
    ],
)
def test_the_language(language: str, locale: str | None) -> None:
    catalogue, findings = read_text(HEADER.replace(": nl", f": {language}") + ENTRY)
    assert catalogue.locale == locale
    assert [f.kind for f in findings] == ([] if locale else [Kind.HEADER])


def test_a_file_that_is_no_po_at_all_has_a_bounded_report() -> None:
    _, findings = read_text("<html>\n" * 5_000)
    assert len(findings) == MAX_ERRORS + 2
    assert findings[MAX_ERRORS].message == f"{5_000 - MAX_ERRORS} more errors; correct these first"


LINES = st.sampled_from(
    [
        *(
            'msgid ""',
            'msgid "a"',
            'msgid "b',
            "msgid",
            "msgid_plural",
            'msgid_plural "e"',
            'msgctxt "d"',
            'msgctxt ""',
        ),
        *('msgstr ""', 'msgstr "c"', 'msgstr "\\', 'msgstr[0] "f"', "msgstr[", '"g"', '"Language: nl\\n"', '"', "\\"),
        *("# h", "#", "#.", "#. i", "#:", "#,", "#, fuzzy", "#, \x1b", "#=", "#~", '#~ msgid "j"', '#~| msgid "k"'),
        *("#|", '#| msgid "m"', '#| msgid "m', '#| "n"', '#| msgctxt "o"', '#| msgid_plural "p"', '#| msgstr "q"'),
        *("", "", " ", "l", "\x85", "<<<<<<< k", "=======", ">>>>>>> "),
    ]
)


@given(st.binary() | st.text().map(str.encode))
@example(b'msgid "\\')
@example(b"msgstr[")
@example(b"#")
@example(b'#|"')
@example(b'#| msgid "a\n#| "b"')  # found by altering files at random: the first string was missing to the second
def test_any_bytes_get_an_answer(data: bytes) -> None:
    catalogue, findings = read_catalogue(data, "x.po")
    assert catalogue is not None or findings
    assert all(str(finding).isprintable() for finding in findings)


@given(st.lists(LINES, max_size=14).map("\n".join))
@example('msgstr ""\nmsgid "a"\nmsgstr "c"')
@example('msgid_plural "e"\nmsgid "a"\nmsgstr "c"')
@example('msgid "a"\nmsgstr "c"\n\n"g"')
def test_no_entry_is_lost_without_an_error(text: str) -> None:
    catalogue, findings = read_text(text)
    has_errors = any(finding.severity is E for finding in findings)
    written = [line for line in text.split("\n") if line.startswith('msgid "') and line != 'msgid ""']
    assert has_errors or len(catalogue.entries) == len(written)


def test_reading_takes_linear_time() -> None:
    text = HEADER + "".join(f'#. {n}\nmsgctxt "c/{n}"\nmsgid "One {n}"\nmsgstr "Een\\n {n}"\n\n' for n in range(5_000))
    start = time.process_time()
    catalogue, findings = read_text(text)
    assert time.process_time() - start < 2  # 0.15 s where this was written; quadratic time would be minutes
    assert len(catalogue.entries) == 5_000
    assert findings == ()
