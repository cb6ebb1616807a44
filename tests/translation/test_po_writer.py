"""Writing PO: to the letter, the same every time, and a new line for nothing but a line end."""

from __future__ import annotations

import pytest

from translation.catalogue import Catalogue, Entry
from translation.po_writer import write_catalogue

HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: Plexus\n"
"Language: nl\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""


def written(*entries: Entry) -> str:
    return write_catalogue(Catalogue("nl", entries)).decode().removeprefix(HEADER)


def test_a_whole_entry() -> None:
    entry = Entry(
        "c/definition.1#a",
        "Take 500 mg.",
        "Neem 50 mg.",
        previous="Take 50 mg.",
        fuzzy=True,
        flags=("max-length:300", "range: 0..9"),
        comments=("Definition › paragraph", "(critical)"),
        translator_comments=("Checked.",),
        previous_context="c/definition.0#a",
    )
    assert written(entry) == (
        "\n"
        "# Checked.\n"
        "#. Definition › paragraph\n"
        "#. (critical)\n"
        "#, fuzzy, max-length:300, range: 0..9\n"
        '#| msgctxt "c/definition.0#a"\n'
        '#| msgid "Take 50 mg."\n'
        'msgctxt "c/definition.1#a"\n'
        'msgid "Take 500 mg."\n'
        'msgstr "Neem 50 mg."\n'
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One", ['msgid "One"']),
        ("One\n", [r'msgid "One\n"']),
        ("\n", [r'msgid "\n"']),
        ("One\nTwo", ['msgid ""', r'"One\n"', '"Two"']),
        ("One\n\nTwo\n", ['msgid ""', r'"One\n"', r'"\n"', r'"Two\n"']),
        ("\nOne", ['msgid ""', r'"\n"', '"One"']),
        ("One\r\nTwo", ['msgid ""', r'"One\r\n"', '"Two"']),
        ("One\rTwo", [r'msgid "One\rTwo"']),
        ("One\u2028Two\x85Three\x0cFour", ['msgid "One\u2028Two\x85Three\x0cFour"']),
        ('\\n "q" \t', [r'msgid "\\n \"q\" \t"']),
        ("x" * 500, ['msgid "' + "x" * 500 + '"']),
    ],
)
def test_a_text_stands_on_one_line_unless_it_has_line_ends(text: str, lines: list[str]) -> None:
    assert written(Entry(None, text)) == "\n" + "\n".join(lines) + '\nmsgstr ""\n'


def test_a_former_source_of_any_length_keeps_its_quotation_marks() -> None:
    lines = written(Entry("c", "a", "b", previous="long " * 40 + "\nnext", fuzzy=True)).split("\n")
    assert lines[2:5] == ['#| msgid ""', '#| "' + "long " * 40 + r'\n"', '#| "next"']


def test_a_percent_sign_makes_no_flag() -> None:
    assert "#," not in written(Entry("c", "50% of patients", "50% van de patiënten"))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_comment_can_not_become_an_entry(end: str) -> None:
    text = written(Entry("c", "a", comments=(f'One{end}msgid "b"',), translator_comments=(f"{end}two{end}",)))
    assert text == '\n#\n# two\n#. One\n#. msgid "b"\nmsgctxt "c"\nmsgid "a"\nmsgstr ""\n'


def test_nothing_of_the_day_or_the_machine_is_written() -> None:
    assert write_catalogue(Catalogue("nl")).decode() == HEADER


@pytest.mark.parametrize(
    ("locale", "language", "plural"),
    [
        ("pt-BR", "pt_BR", "nplurals=2; plural=(n > 1);"),
        ("zh-hant", "zh_Hant", "nplurals=1; plural=0;"),
        ("pl-GB", "pl_GB", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
    ],
)
def test_the_language(locale: str, language: str, plural: str) -> None:
    text = write_catalogue(Catalogue(locale)).decode()
    assert f'"Language: {language}\\n"\n' in text
    assert f'"Plural-Forms: {plural}\\n"\n' in text


def test_no_language() -> None:
    text = write_catalogue(Catalogue(None)).decode()
    assert '"Language: \\n"\n' in text
    assert "Plural-Forms" not in text


def test_an_unknown_language() -> None:
    with pytest.raises(ValueError, match="'xx' is no language tag"):
        write_catalogue(Catalogue("xx"))
