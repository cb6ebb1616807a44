"""The formats that carry a catalogue to a translator and back: each with its names, its writer and its reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from translation.catalogue import Catalogue
from translation.findings import Finding
from translation.po_reader import read_catalogue
from translation.po_writer import write_catalogue
from translation.xliff_reader import read_xliff
from translation.xliff_writer import write_xliff12, write_xliff21

Reader = Callable[[bytes, str], tuple[Catalogue | None, tuple[Finding, ...]]]


@dataclass(frozen=True, slots=True)
class Format:
    """How a catalogue is written. `write` raises CatalogueError for what the format can't carry."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Catalogue], bytes]


_XLIFF = "application/xliff+xml"
FORMATS = {
    "po": Format("PO", ".po", "text/x-gettext-translation; charset=utf-8", write_catalogue),
    "xliff12": Format("XLIFF 1.2", ".xlf", _XLIFF, write_xliff12),
    "xliff21": Format("XLIFF 2.1", ".xlf", _XLIFF, write_xliff21),
}
_READERS: dict[str, Reader] = {".po": read_catalogue, ".xlf": read_xliff, ".xliff": read_xliff}
SUFFIXES = tuple(_READERS)


def read_any(data: bytes, file: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of a file of any format, and what is wrong with them, as its reader answers.

    The suffix of `file` says which reader; where it is none of ours, the first character does.
    """
    reader = _READERS.get(PurePath(file).suffix.lower())
    if reader is None:
        looks_like_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")
        reader = read_xliff if looks_like_xml else read_catalogue
    return reader(data, file)
