"""A legacy document of any format that is read, from its bytes to an imported document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from pages.importing.decoding import Unreadable, UnreadableDocument, decode, is_html
from pages.importing.docx_reader import read_docx
from pages.importing.html_reader import read_html
from pages.importing.lexicon import Lexicon
from pages.importing.lexicon_files import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.markdown_reader import read_markdown
from pages.importing.plain_text import read_plain_text
from pages.importing.signs import check_signs
from pages.importing.values import ImportedDocument, Source

SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx")
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")
_ZIP = b"PK\x03\x04"


def import_document(name: str, data: bytes, language: str, address: str = "") -> ImportedDocument:
    """Read the bytes of a file called `name`, in `language` (a BCP 47 tag), that came from `address` if that is known.

    What the bytes are goes before what the name says. Raises UnreadableDocument, and nothing else.
    """
    lexicon = lexicon_for(language)
    return place(read_source(name, data, lexicon, address), lexicon)


def read_source(name: str, data: bytes, lexicon: Lexicon, address: str = "") -> Source:
    """The pieces of a file, not yet mapped to sections. Raises UnreadableDocument."""
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIP):
        return read_docx(data, lexicon.is_heading, address)
    text, encoding = decode(data, lexicon.language)
    if suffix in _HTML or is_html(text):
        source = read_html(text, lexicon.is_heading, address)
    elif suffix in _MARKDOWN:
        source = read_markdown(text, lexicon.is_heading, address)
    else:
        return read_plain_text(text, encoding, lexicon)
    if not source.pieces and not source.dropped:
        raise UnreadableDocument(Unreadable.EMPTY, "The file holds no text.")
    return replace(source, flags=(*check_signs(text, encoding), *source.flags))


def place(source: Source, lexicon: Lexicon) -> ImportedDocument:
    """The document that the pieces make, with all flags in the order of lines. Raises nothing."""
    document = map_document(source.pieces, lexicon)
    flags = sorted((*source.flags, *document.flags), key=lambda flag: flag.line)
    dropped = sorted((*source.dropped, *document.dropped), key=lambda drop: drop.line)
    return replace(document, flags=tuple(flags), dropped=tuple(dropped))
