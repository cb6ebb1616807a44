"""Reading PO: what is right becomes entries, what is wrong becomes findings, whatever the bytes."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.translation.offending import KEPT, E, W
from tests.translation.po_pieces import ENTRY, HEADER, read_text
from translation.catalogue import Catalogue, Entry
from translation.findings import Kind
from translation.po_reader import MAX_ERRORS, read_catalogue


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
