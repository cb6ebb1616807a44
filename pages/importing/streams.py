"""An imported document becomes the raw stream data that a condition page stores."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from pages.importing.checks import empty_blocks
from pages.importing.values import ImportedBlock, ImportedDocument, ImportedSection, Kind
from pages.richtext import with_keys
from pages.vocabulary import Approach, Section

MAX_HEADING_CHARS = 120  # what a heading block and a treatment's name hold

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:plexus:importing")

RawBlock = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SectionStream:
    """One section of the page: the heading it had in the source, if any, and its raw blocks."""

    section: Section
    heading: str | None
    blocks: tuple[RawBlock, ...]


def to_blocks(document: ImportedDocument) -> tuple[SectionStream, ...]:
    """Return the sections that have text, in the order of a page. Raises nothing.

    The heading of a section's first run is the section's own heading; those of later runs are heading
    blocks. A heading without text of its section under it makes no block; the document's flags name it if
    there is none at all. All ids and keys derive from the title, the section and what stands there, so
    that the same file gives the same ids every time.
    """
    streams = []
    for section in Section:
        runs = [run for run in document.sections if run.section is section and _has_text(run)]
        if runs:
            writer = _Writer(document.title, section)
            own = runs[0].heading
            heading = own if own is not None and len(own) <= MAX_HEADING_CHARS else None
            for run in runs:
                writer.write(run, with_heading=run is not runs[0] or heading is None)
            streams.append(SectionStream(section, heading, tuple(writer.blocks)))
    return tuple(streams)


def _has_text(run: ImportedSection) -> bool:
    return any(block.kind is not Kind.HEADING for block in run.blocks)


class _Writer:
    """Writes the runs of one section, one raw block after the other."""

    def __init__(self, title: str, section: Section) -> None:
        self.seed = f"{title}/{section}"
        self.blocks: list[RawBlock] = []

    def write(self, run: ImportedSection, *, with_heading: bool) -> None:
        empty = empty_blocks(run.blocks)
        blocks = [block for index, block in enumerate(run.blocks) if index not in empty]
        if with_heading and run.heading is not None:
            self._heading(run.heading)
        index = 0
        while index < len(blocks):
            block = blocks[index]
            end = index + 1
            if block.kind is Kind.HEADING:
                while end < len(blocks) and not _ends_treatment(blocks[end], block):
                    end += 1
                body = blocks[index + 1 : end]
                if block.approach is not None and body and len(block.text) <= MAX_HEADING_CHARS:
                    self._treatment(block.text, block.approach, body)
                else:
                    self._heading(block.text)
                    end = index + 1
            else:
                while end < len(blocks) and blocks[end].kind is not Kind.HEADING:
                    end += 1
                self._paragraphs(blocks[index:end])
            index = end

    def _add(self, kind: str, value: object, text: str) -> None:
        seed = f"{self.seed}/{len(self.blocks)}/{text}"
        self.blocks.append({"type": kind, "value": value, "id": str(uuid.uuid5(_NAMESPACE, seed))})

    def _heading(self, text: str) -> None:
        if len(text) <= MAX_HEADING_CHARS:
            self._add("heading", text, text)
        else:
            self._add("paragraph", self._html([_Part(("p",), f"<b>{_escaped(text)}</b>")]), text)

    def _treatment(self, name: str, approach: Approach, body: Sequence[ImportedBlock]) -> None:
        html = self._html([part for parts in _parts(body) for part in parts])
        self._add("treatment", {"approach": approach.value, "name": name, "body": html, "warnings": []}, name)

    def _paragraphs(self, blocks: Sequence[ImportedBlock]) -> None:
        for parts in _parts(blocks):
            html = self._html(parts)
            self._add("paragraph", html, html)

    def _html(self, parts: Sequence["_Part"]) -> str:
        """The parts as database HTML: adjoining list items in one list, each paragraph and item with a key."""
        html = ""
        for outer, run in groupby(parts, lambda part: part.tags[:-1]):
            inner = "".join(f"<{part.tags[-1]}>{part.html}</{part.tags[-1]}>" for part in run)
            html += f"<{outer[0]}>{inner}</{outer[0]}>" if outer else inner
        return with_keys(html)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph ("p",) or a list item ("ul", "li") and the HTML in it."""

    tags: tuple[str, ...]
    html: str


def _ends_treatment(block: ImportedBlock, heading: ImportedBlock) -> bool:
    """A treatment goes on to a heading that is a treatment's too, or not deeper than its own."""
    return block.kind is Kind.HEADING and (block.approach is not None or block.level <= heading.level)


def _parts(blocks: Sequence[ImportedBlock]) -> Iterator[list[_Part]]:
    """Each paragraph, and each whole list, as parts."""
    for tags, run in groupby(blocks, _tags):
        parts = [_Part(tags, _inner(block)) for block in run]
        if tags == ("p",):
            yield from ([part] for part in parts)
        else:
            yield parts


def _tags(block: ImportedBlock) -> tuple[str, ...]:
    if block.kind is not Kind.LIST_ITEM:
        return ("p",)
    return ("ol", "li") if any(char.isalnum() for char in block.marker) else ("ul", "li")


def _inner(block: ImportedBlock) -> str:
    return f"<b>{_escaped(block.text)}</b>" if block.kind is Kind.HEADING else block.html or _escaped(block.text)


def _escaped(text: str) -> str:
    return escape(text, quote=False)
