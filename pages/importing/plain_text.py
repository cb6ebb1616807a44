"""A plain-text file, from bytes to an imported document."""

from dataclasses import replace

from pages.importing.decoding import decode
from pages.importing.lexicon import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.parse import parse_text
from pages.importing.signs import check_signs
from pages.importing.values import ImportedDocument


def import_plain_text(data: bytes, language: str) -> ImportedDocument:
    """Read the bytes of a .txt file in `language` (a BCP 47 tag). Raises UnreadableDocument, and nothing else."""
    text, encoding = decode(data)
    lexicon = lexicon_for(language)
    document = map_document(parse_text(text, lexicon.is_heading), lexicon)
    flags = sorted((*check_signs(text, encoding), *document.flags), key=lambda flag: flag.line)
    return replace(document, flags=tuple(flags))
