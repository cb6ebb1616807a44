"""Pieces of PO files, and what the reader makes of a text."""

from __future__ import annotations

from translation.catalogue import Catalogue
from translation.findings import Finding
from translation.po_reader import read_catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
# The text of tests.translation.offending.KEPT.
ENTRY = 'msgctxt "c/title"\nmsgid "Kept"\nmsgstr "Bewaard"\n'


def read_text(text: str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_catalogue(text.encode(), "x.po")
    assert catalogue is not None
    return catalogue, findings
