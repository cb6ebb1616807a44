"""XML as XLIFF needs it, both ways: bytes become a tree with line numbers, and text becomes what XML can hold.

The parser is Python's expat, with a handler that stops at a document type. Entities can only be declared there, so that
nothing is ever expanded or fetched: no billion laughs, no file of the server, no address of a stranger.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from translation.findings import Finding, Kind, Severity
from translation.po_encoding import codec_of
from translation.xliff_mistakes import mistake_of

# A catalogue of 5,000 texts has about 5 MB and 40,000 elements. These keep what a stranger sends out of the memory.
MAX_BYTES = 32 * 2**20
MAX_ELEMENTS = 500_000
MAX_DEPTH = 100

NOTHING = "there is nothing in it: export it anew, or save it again in your tool"
BLANK = b"\xef\xbb\xbf \t\r\n"

_LINE_END = re.compile("\r\n?|\n")
_SIGNATURES = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_UTF16 = re.compile("utf-?16(-?[lb]e)?", re.IGNORECASE)
_CONFLICT = re.compile("^<{7} ", re.MULTILINE)
_DECLARATION = re.compile(r"""<\?xml\s[^<>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["'][^<>]*\?>""")
# The Char production of XML 1.0.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\r\n\t]')


@dataclass(slots=True)
class Element:
    """`name` is the local name; behind its namespace and a space in the root, and where it is another than the root's.
    `line` is that of the tag."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that stands directly in it."""
        match self.children:
            case [str(only)]:  # nearly always
                return only
            case several:
                return "".join([child for child in several if isinstance(child, str)])


def unwritable(text: str) -> str | None:
    """The first character of `text` that XML can't hold in any spelling, if there is one."""
    match = _NOT_XML.search(text)
    return match[0] if match else None


def escape_text(text: str) -> str:
    """`text` as the content of an element."""
    return escape(text, quote=False).replace("\r", "&#13;")


def escape_attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotation marks."""
    if not _SPECIAL.search(text):
        return text
    return escape_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def parse_xml(data: bytes, file: str) -> tuple[Element | None, tuple[Finding, ...]]:
    """The root of an XML document, or None and the one finding that says why not.

    Comments and processing instructions are left out, CDATA is text like any other. `file` is the name for the finding.
    Raises nothing.
    """
    try:
        return _Builder().build(_decode(data)), ()
    except _Refusal as refusal:
        return None, (Finding(file, refusal.line, "", refusal.kind, Severity.ERROR, refusal.message),)


class _Refusal(Exception):
    """Why bytes are no XML that we read."""

    def __init__(self, kind: Kind, line: int | None, message: str) -> None:
        self.kind, self.line, self.message = kind, line, message


def _decode(data: bytes) -> str:
    """The text of an XML document: by its byte order mark, else its declaration, else UTF-8 (XML 1.0, appendix F)."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data) / 2**20:.0f} MB, and at most {MAX_BYTES // 2**20} are read; divide it"
        raise _Refusal(Kind.SIZE, None, message)
    found = next((name for mark, name in _SIGNATURES.items() if data.startswith(mark)), None)
    head = data[:1000].decode(found or "latin-1", "ignore").removeprefix("\ufeff")
    declared = match[1] if (match := _DECLARATION.match(head)) else None
    charset = found or "utf-8"
    if declared:
        is_utf16 = _UTF16.fullmatch(declared)
        named = codec_of(declared)
        if not named and not is_utf16:
            raise _Refusal(Kind.ENCODING, 1, f"unknown character set {declared}; save the file as UTF-8")
        if bool(is_utf16) is not charset.startswith("utf-16") or (found == "utf-8" and named != found):
            raise _Refusal(Kind.ENCODING, 1, f"it declares {declared}, but begins as {charset}; correct the wrong one")
        charset = named or charset
    try:
        return data.decode(charset).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode(charset, "replace")
        wrong = data[problem.start : problem.start + 4].hex(" ")
        message = f"this is not {charset}: {problem.reason} at bytes {wrong}"
        raise _Refusal(Kind.ENCODING, len(_LINE_END.findall(before)) + 1, message) from problem


class _Builder:
    """Takes expat's events and builds the tree."""

    def __init__(self) -> None:
        # The text is given as UTF-8 whatever it was, and what it declares about itself is overruled.
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.open: list[Element] = []
        self.root: Element | None = None
        self.namespace = "\0"
        self.count = 0

    def build(self, text: str) -> Element:
        if not text.strip():
            raise _Refusal(Kind.EMPTY, None, NOTHING)
        if (nul := text.find("\0")) >= 0:
            message = "a NUL byte: this is no text file, or a damaged one"
            raise _Refusal(Kind.ENCODING, len(_LINE_END.findall(text, 0, nul)) + 1, message)
        try:
            self.parser.Parse(text.encode(), True)
        except expat.ExpatError as problem:
            if (conflict := _CONFLICT.search(text)) and problem.lineno == len(
                _LINE_END.findall(text[: conflict.start()])
            ) + 1:
                raise _Refusal(Kind.CONFLICT, problem.lineno, "a merge conflict that is not resolved") from problem
            message = f"{mistake_of(problem.code)} (column {problem.offset + 1})"
            raise _Refusal(Kind.SYNTAX, problem.lineno, message) from problem
        assert self.root is not None  # without a root, expat finds no document
        return self.root

    def _doctype(self, *_: object) -> None:
        message = "a document type (<!DOCTYPE>); XLIFF has none, and what it declares could do harm: remove it"
        raise _Refusal(Kind.UNSAFE, self.parser.CurrentLineNumber, message)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise _Refusal(Kind.SIZE, line, f"more than {MAX_ELEMENTS} elements; divide the file")
        if len(self.open) >= MAX_DEPTH:
            raise _Refusal(Kind.SIZE, line, f"elements nested more than {MAX_DEPTH} deep")
        element = Element(name.removeprefix(self.namespace), attributes, line)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
            self.namespace = name[: name.rfind(" ") + 1] or "\0"  # \0: no name begins with it
            element.name = name
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].children.append(text)
