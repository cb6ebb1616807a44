"""Writing PO: what is written is the same every time, and read alike by us, by polib, by Babel and by gettext."""

from __future__ import annotations

import io
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
import pytest
from babel.messages.pofile import read_po
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translation.catalogue import Catalogue, CatalogueError, Entry
from translation.po_reader import read_catalogue
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

NASTY = Catalogue(
    "nl",
    (
        Entry("c/title", "Lumbar plexus neuralgia", "Neuralgie van de plexus lumbalis"),
        Entry("c/a", "50% of patients", "", flags=("max-length:40",), comments=("Definition › paragraph (critical)",)),
        Entry("c/b", "One\nTwo", "Een\nTwee", previous='"' + "long " * 40 + '"\nold\n', fuzzy=True),
        Entry("c/c", 'A "quote", C:\\new and\ta tab\x85\u2028', "‮bidi⁦ 😀 \x0b \x1b \\", previous="", fuzzy=True),
        Entry("c/d", '<a id="1">10<sup>9</sup>/L</a>', "#, fuzzy", translator_comments=(", fuzzy", '~ msgid "x"', "")),
        Entry("c/e", "  outer space  ", "  ruimte  "),
        Entry("c/f", "A" * 3000, "ä" * 3000, previous_context="c/g", previous="B", fuzzy=True),
        Entry(None, "no context", "geen"),
        Entry("", "no context", "leeg"),
    ),
    (("X-Generator", "Plexus: export"),),
)


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


# The values refuse what no file could carry, so that writing has nothing to refuse.
@pytest.mark.parametrize(
    ("context", "source", "target", "flags"),
    [
        ("c", "", "", ()),
        ("c", "a\0", "", ()),
        ("c", "a", "\ud800", ()),
        ("\0", "a", "", ()),
        ("c", "a", "", ("fuzzy",)),
        ("c", "a", "", ("",)),
        ("c", "a", "", ("a,b",)),
        ("c", "a", "", (" a",)),
        ("c", "a", "", ('a\nmsgid "b"',)),
    ],
)
def test_an_entry_that_can_not_be_written(context: str, source: str, target: str, flags: tuple[str, ...]) -> None:
    with pytest.raises(CatalogueError):
        Entry(context, source, target, flags=flags)


@pytest.mark.parametrize(
    "part",
    [
        {"comments": ("\0",)},
        {"translator_comments": ("\0",)},
        {"previous": "\0"},
        {"previous_context": "\0", "previous": ""},
    ],
)
def test_comments_and_former_texts_are_checked_too(part: dict[str, Any]) -> None:
    with pytest.raises(CatalogueError, match="NUL"):
        Entry("c", "a", **part)


def test_a_previous_context_needs_a_previous_source() -> None:
    with pytest.raises(CatalogueError, match="needs a previous source"):
        Entry("c", "a", previous_context="d")


@pytest.mark.parametrize(
    ("name", "value"),
    [("", "x"), ("a b", "x"), ("a:", "x"), ("é", "x"), ("A", "x\ny"), ("A", " x"), ("A", "\0"), ("language", "nl")],
)
def test_a_header_that_can_not_be_written(name: str, value: str) -> None:
    with pytest.raises(CatalogueError, match="header"):
        Catalogue("nl", (), ((name, value),))


def test_an_entry_that_stands_twice() -> None:
    with pytest.raises(CatalogueError, match="twice"):
        Catalogue("nl", (Entry("c", "a", "x"), Entry("d", "a"), Entry("c", "a", "y")))


# Every character but NUL and surrogates, the troublesome ones more often than chance would have it.
TEXT = st.text(
    st.sampled_from('"\\\n\t\r\v\f\a\b\x1b\x1c\x85\u2028\u2029\u00a0\u202e\u2066\ufeff#~|,:[]abn €😀')
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=20,
)
COMMENTS = st.lists(TEXT.map(lambda text: " ".join(text.splitlines()).strip()), max_size=2).map(tuple)
FLAGS = st.lists(
    st.sampled_from(["max-length:40", "no-wrap", "range: 0..9", "c-format", "å"]), unique=True, max_size=2
).map(tuple)
FORMER = st.just((None, None)) | st.tuples(TEXT, st.none() | TEXT)
ENTRIES = st.builds(
    lambda former, **parts: Entry(previous=former[0], previous_context=former[1], **parts),
    former=FORMER,
    context=st.none() | TEXT,
    source=TEXT.filter(bool),
    target=TEXT,
    fuzzy=st.booleans(),
    flags=FLAGS,
    comments=COMMENTS,
    translator_comments=COMMENTS,
)
CATALOGUES = st.builds(
    Catalogue,
    st.none() | st.sampled_from(["nl", "pt-BR", "zh-Hant", "sr-Latn-ME", "ar", "ca-valencia"]),
    st.lists(ENTRIES, max_size=4, unique_by=lambda entry: (entry.context, entry.source)).map(tuple),
    st.lists(
        st.tuples(st.sampled_from(["X-A", "Last-Translator"]), TEXT.map(lambda t: t.replace("\n", "").strip()))
    ).map(tuple),
)


@given(CATALOGUES)
@settings(max_examples=200)
@example(NASTY)
@example(Catalogue("nl", (Entry("c", "a", comments=("",), translator_comments=("",)),)))
@example(Catalogue("nl", (Entry("c", "\r", "\r\n", previous="\r"),)))
def test_what_is_written_is_read_back(catalogue: Catalogue) -> None:
    data = write_catalogue(catalogue)
    back, findings = read_catalogue(data, "x.po")
    assert back == catalogue
    assert [f for f in findings if f.severity == "error"] == []
    assert write_catalogue(back) == data


def test_polib_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(write_catalogue(NASTY))
    theirs = polib.pofile(str(path))
    assert theirs.metadata["Language"] == "nl"
    assert [
        (e.msgctxt, e.msgid, e.msgstr, e.previous_msgid, e.previous_msgctxt, e.fuzzy, e.comment) for e in theirs
    ] == [
        (e.context, e.source, e.target, e.previous, e.previous_context, e.fuzzy, "\n".join(e.comments))
        for e in NASTY.entries
    ]


def test_babel_reads_the_same() -> None:
    theirs = read_po(io.BytesIO(write_catalogue(NASTY)), abort_invalid=True)
    assert [(m.context, m.id, m.string, m.fuzzy) for m in theirs if m.id] == [
        (e.context, e.source, e.target, e.fuzzy) for e in NASTY.entries
    ]


def test_msgfmt_accepts_it(tmp_path: Path) -> None:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("NOT TESTED: msgfmt is missing; install gettext to know that its tools take what we write")
    path = tmp_path / "x.po"
    path.write_bytes(write_catalogue(NASTY))
    done = subprocess.run([msgfmt, "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # A file with an unterminated string, so that a msgfmt that accepts anything would be noticed.
    path.write_bytes(write_catalogue(NASTY)[:-3])
    assert subprocess.run([msgfmt, "-c", "-o", "/dev/null", path], capture_output=True, check=False).returncode != 0


def test_writing_takes_linear_time() -> None:
    entries = tuple(Entry(f"c/{n}", f"One {n}\nTwo", f"Een {n}", previous="x", fuzzy=True) for n in range(5_000))
    start = time.process_time()
    write_catalogue(Catalogue("nl", entries))
    assert time.process_time() - start < 2  # 0.05 s where this was written; quadratic time would be minutes
