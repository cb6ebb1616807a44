"""The text of a PO file is read in the character set that its header declares, or refused whole."""

from __future__ import annotations

import codecs

import pytest

from tests.translation.offending import KEPT, E
from tests.translation.po_pieces import ENTRY, HEADER, read_text
from translation.catalogue import Catalogue, Entry
from translation.findings import Kind
from translation.po_reader import read_catalogue


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
