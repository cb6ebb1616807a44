"""What was understood of a document, as data for other programs: the form that `--json` writes."""

from __future__ import annotations

from typing import Any

from pages.importing.numbering import style_of
from pages.importing.values import ImportedBlock, ImportedDocument, ImportedSection, Kind

_TYPES = {Kind.HEADING: "h", Kind.LIST_ITEM: "li", Kind.PARAGRAPH: "p", Kind.TABLE_ROW: "p"}


def understood(document: ImportedDocument) -> dict[str, Any]:
    """The document in its own order, as JSON values.

    `title`; `sections`, each with its `section`, its `heading` (null for text that had none) and its `blocks`, each
    with a `type` (`h` a heading, with its number if it has one, `p` a paragraph or a row of a table, `li` a list
    item), a `text` and a `line`; `dropped`, the texts left out; `flags`, each with its `kind`, `where` and `line`.
    """
    return {
        "title": document.title,
        "language": document.language,
        "sections": [_section(run) for run in document.sections],
        "dropped": [dropped.text for dropped in document.dropped],
        "flags": [{"kind": flag.kind.value, "where": flag.where, "line": flag.line} for flag in document.flags],
    }


def _section(run: ImportedSection) -> dict[str, Any]:
    return {
        "section": run.section.value,
        "heading": run.heading and _numbered(run.heading, run.marker),
        "line": run.line,
        "blocks": [_block(block) for block in run.blocks],
    }


def _block(block: ImportedBlock) -> dict[str, Any]:
    text = _numbered(block.text, block.marker) if block.kind is Kind.HEADING else block.text
    return {"type": _TYPES[block.kind], "text": text, "line": block.line}


def _numbered(heading: str, marker: str) -> str:
    """A heading as it stood in the source."""
    if style_of(marker) is None:
        return heading
    return f"{marker} {heading}" if marker[-1:].isascii() else f"{marker}{heading}"
