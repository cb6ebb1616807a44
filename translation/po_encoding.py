"""The text in the bytes of a PO file, by the character set that its header declares; never by a guess."""

from __future__ import annotations

import codecs
import re

from translation.findings import Finding, Kind, Severity

_LINE_END = re.compile(rb"\r\n?|\n")
# The header ends where the first entry begins, so it can only declare a character set before the second msgid.
_MSGID = re.compile(rb"(?:\A|[\r\n])[ \t]*msgid")
_DECLARATION = re.compile(rb'Content-Type:[^"\r\n\\]{0,100}?charset=([A-Za-z0-9._:-]+)', re.IGNORECASE)
# Those of gettext's list that Python has. Others that Python has are no character sets (rot13), take quadratic time
# (punycode) or aren't readable as ASCII, which the declaration itself has to be.
_CHARSETS = re.compile(
    r"ascii|utf-8|iso8859-\d+|koi8-[rut]|cp(?:737|775|85\d|86\d|874|932|949|950|125\d)|gb2312|gbk|gb18030"
    r"|big5|big5hkscs|euc_(?:jp|kr)|shift_jis|johab|tis-620"
)
_OTHER_FORMATS = {
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"\xde\x12\x04\x95": "a compiled catalogue (.mo)",
    b"\x95\x04\x12\xde": "a compiled catalogue (.mo)",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "a gzip archive",
}


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text, without a byte order mark, and findings; or None with an error that says why it is no text.

    UTF-8 is expected; another character set is taken when the header declares it (GNU gettext manual, "Filling in the
    Header Entry"). `file` is the name for the findings.
    """

    def error(offset: int | None, message: str) -> Finding:
        line = None if offset is None else len(_LINE_END.findall(data, 0, offset)) + 1
        return Finding(file, line, "", Kind.ENCODING, Severity.ERROR, message)

    for signature, name in _OTHER_FORMATS.items():
        if data.startswith(signature):
            return None, [error(None, f"this is {name}; give the PO file as UTF-8 text")]
    if b"\0" in data:
        return None, [error(data.index(b"\0"), "a NUL byte: this is no text file, or a damaged one")]
    msgids = _MSGID.finditer(data)
    second = next((match for number, match in enumerate(msgids, start=1) if number == 2), None)
    declared = _DECLARATION.search(data, 0, second.start() if second else len(data))
    charset, findings = "utf-8", []
    if declared and declared[1] == b"CHARSET":
        message = "the character set is not filled in; read as UTF-8"
        line = len(_LINE_END.findall(data, 0, declared.start())) + 1
        findings.append(Finding(file, line, "", Kind.ENCODING, Severity.WARNING, message))
    elif declared:
        name = declared[1].decode("ascii")
        known = codec_of(name)
        if known is None:
            return None, [error(declared.start(), f"unknown character set {name}; save the file as UTF-8")]
        charset = known
        if data.startswith(codecs.BOM_UTF8) and charset != "utf-8":
            message = f"the header declares {name}, but the file begins as UTF-8; correct the one that is wrong"
            return None, [error(declared.start(), message)]
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as problem:
        wrong = data[problem.start : problem.start + 4].hex(" ")
        return None, [*findings, error(problem.start, f"this is not {charset}: {problem.reason} at bytes {wrong}")]
    return text.removeprefix("\ufeff"), findings


def codec_of(name: str) -> str | None:
    """Python's name for a character set, if it is one that catalogues are written in."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return codec if _CHARSETS.fullmatch(codec) else None
