"""A Word document becomes pieces, by way of the HTML that its styles, lists and tables stand for."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import mammoth
from lxml import etree

from pages.importing.decoding import MAX_PACKED_BYTES, Unreadable, UnreadableDocument
from pages.importing.html_reader import read_html
from pages.importing.parse import nothing_known
from pages.importing.values import Dropped, Source

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
u => em
"""
# Word's own parts around the text (ECMA-376 part 1, §11.3), by what they are called in every file that it writes.
_AROUND = (
    (re.compile(r"word/header\d*\.xml"), "page header"),
    (re.compile(r"word/footer\d*\.xml"), "page footer"),
    (re.compile(r"word/comments\.xml"), "comment"),
)
_WORDPROCESSING = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCK_END = re.compile(r"(</(?:p|h[1-6]|li|tr)>)")
_WORD = re.compile(r"[^\W_]")
_NO_PICTURE = mammoth.images.img_element(lambda _image: {})  # mammoth would write the pictures into the HTML


def read_docx(data: bytes, is_known: Callable[[str], bool] = nothing_known, address: str = "") -> Source:
    """The pieces of a .docx file; a piece's `line` is the number of its paragraph.

    Page headers, footers and comments are dropped; what was deleted with changes tracked isn't there any more. Raises
    UnreadableDocument for what is no such file, is damaged, or would unpack to more than 100 MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(info.file_size for info in parts.infolist()) > MAX_PACKED_BYTES:
                message = f"The file would unpack to more than {MAX_PACKED_BYTES} bytes."
                raise UnreadableDocument(Unreadable.TOO_LARGE, message)
            if "word/document.xml" not in parts.namelist() or b"<!DOCTYPE" in parts.read("word/document.xml"):
                raise UnreadableDocument(Unreadable.BINARY, "This is a ZIP file, but no Word document.")
            dropped = tuple(_around(parts))
        html = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=_NO_PICTURE).value
    except UnreadableDocument:
        raise
    except Exception as error:  # neither library says what it raises for a damaged file
        raise UnreadableDocument(Unreadable.DAMAGED, f"This Word document is damaged: {error}") from error
    source = read_html(_BLOCK_END.sub(r"\1\n", html), is_known, address)
    if not source.pieces and not dropped:
        raise UnreadableDocument(Unreadable.EMPTY, "The file holds no text.")
    return Source(source.pieces, (*source.dropped, *dropped), source.flags)


def _around(parts: zipfile.ZipFile) -> Iterator[Dropped]:
    seen: set[tuple[str, str]] = set()
    for name in parts.namelist():
        for pattern, reason in _AROUND:
            if not pattern.fullmatch(name):
                continue
            for paragraph in etree.fromstring(parts.read(name), _PARSER).iter(f"{_WORDPROCESSING}p"):
                text = "".join(part.text or "" for part in paragraph.iter(f"{_WORDPROCESSING}t")).strip()
                if _WORD.search(text) and (reason, text) not in seen:  # first, odd and even pages have the same
                    seen.add((reason, text))
                    yield Dropped(text, 1, reason)


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
