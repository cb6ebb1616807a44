"""Pieces of XLIFF files, both ways: what the reader makes of a text, and what is written of a few entries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translation.catalogue import Catalogue, Entry
from translation.findings import Finding
from translation.xliff_reader import read_xliff
from translation.xliff_writer import write_xliff12, write_xliff21

FRAMES = {
    "1.2": (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="x" datatype="plaintext" source-language="en" target-language="nl"><body>\n{}\n'
        "</body></file></xliff>"
    ),
    "2.1": (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="nl">'
        '<file id="f1">\n{}\n</file></xliff>'
    ),
}


def read(data: bytes | str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_xliff(data.encode() if isinstance(data, str) else data, "x.xlf")
    assert catalogue is not None, findings
    return catalogue, findings


def one(version: str, unit: str) -> Entry:
    """The entry of the only unit of a file; nothing is found to be wrong."""
    catalogue, findings = read(FRAMES[version].format(unit))
    assert findings == ()
    (entry,) = catalogue.entries
    return entry


KEY = "5c5bd76f-c9ff-4c5a-856b-c4c2c7f8aab0"
WRITERS: dict[str, Callable[[Catalogue], bytes]] = {"1.2": write_xliff12, "2.1": write_xliff21}
each_version = pytest.mark.parametrize("version", WRITERS)


def catalogue(*entries: Entry, locale: str = "nl") -> Catalogue:
    return Catalogue(locale, entries, source_locale="en")
