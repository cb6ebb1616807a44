"""Bytes of unknown encoding become text, or a refusal that says why."""

import codecs
import re
from enum import StrEnum

from pages.importing.encodings import declared_encoding, legacy_encodings, plausibility

MAX_BYTES = 5 * 1024 * 1024
MAX_PACKED_BYTES = 20 * MAX_BYTES  # of a Word file, most of which may be pictures

_BINARY_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP, DOCX or ODT file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"RIFF": "a picture or a recording",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
}
HTML_TAGS = (
    "a|article|b|body|br|center|div|font|form|h[1-6]|head|header|html|i|img|li|link|main|meta|nav|ol|p|script|section|span"
    "|strong|style|table|td|title|tr|ul"
)
_TRIED = 20_000  # characters that tell encodings apart
_COMMENT = re.compile(r"\s*<!--(?s:.*?)-->")
_FIRST_TAG = re.compile(rf"\s*<(?:!doctype\s+html|\?xml|(?:{HTML_TAGS})(?=[\s/>]))", re.IGNORECASE)


class Unreadable(StrEnum):
    """Why a file could not be read as text."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BINARY = "binary"
    DAMAGED = "damaged"
    UNDECODABLE = "undecodable"
    NO_ACCESS = "no_access"


class UnreadableDocument(ValueError):
    """A file that cannot be read as text; `reason` is for programs, the message for people."""

    def __init__(self, reason: Unreadable, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def require_size(size: int, most: int = MAX_BYTES) -> None:
    """Raises UnreadableDocument for a file of more bytes than are read."""
    if size > most:
        raise UnreadableDocument(Unreadable.TOO_LARGE, f"The file has {size} bytes; at most {most} are read.")


def decode(data: bytes, language: str = "en") -> tuple[str, str]:
    """Return the text of `data` and the encoding it was in.

    A byte order mark decides; without one, UTF-8; then what the file says of itself; then the encodings that `language`
    was written in before, of these the one that makes the most words. Raises UnreadableDocument.
    """
    require_size(len(data))
    for signature, name in _BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableDocument(Unreadable.BINARY, f"This is {name}, not plain text.")
    text, encoding = _decode(data, language)
    if "\x00" in text:
        offset = text.index("\x00")
        raise UnreadableDocument(Unreadable.BINARY, f"Not a text file: a NUL at character {offset + 1}.")
    if not text.strip():
        raise UnreadableDocument(Unreadable.EMPTY, "The file holds no text.")
    return text, encoding


def is_html(text: str) -> bool:
    """Whether it is a page, or a piece of one: plain text doesn't begin with a tag."""
    start = 0
    # One by one: repeated in the pattern, comments could be read in many ways.
    while comment := _COMMENT.match(text, start):
        start = comment.end()
    return _FIRST_TAG.match(text, start) is not None


def _decode(data: bytes, language: str) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif data.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    else:
        candidates = ["utf-8"]
    problems = []
    for encoding in candidates:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            problems.append(f"not {encoding} (byte {error.start + 1}: {error.reason})")
    found: list[tuple[float, str, str]] = []
    declared = declared_encoding(data)
    legacy = () if candidates != ["utf-8"] else (declared,) if declared else legacy_encodings(language)
    for encoding in legacy:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            problems.append(f"not {encoding} (byte {error.start + 1}: {error.reason})")
        else:
            found.append((plausibility(text[:_TRIED]), encoding, text))
    if found:
        _, encoding, text = max(found, key=lambda one: one[0])
        return text, encoding
    raise UnreadableDocument(Unreadable.UNDECODABLE, "Unknown encoding: " + ", ".join(problems) + ".")
