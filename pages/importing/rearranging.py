"""What an editor changes of a proposed structure: where each text goes, what is left out, what comes back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pages.importing.checks import empty_blocks
from pages.importing.values import Dropped, ImportedBlock, ImportedDocument, ImportedSection, Kind
from pages.vocabulary import Section

BY_EDITOR = "left out by an editor"


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a proposal, by its number in the document; `run` counts the parts that it has."""

    number: int
    run: int
    section: Section
    block: ImportedBlock
    opens: bool  # the heading of its part


@dataclass(frozen=True, slots=True)
class Changes:
    """What an editor wants: a title, texts elsewhere (None: left out), and dropped texts back, by their numbers.

    `headings`: texts that are headings (true), or headings that are text (false).
    """

    title: str
    moved: Mapping[int, Section | None] = field(default_factory=dict)
    restored: Mapping[int, Section] = field(default_factory=dict)
    headings: Mapping[int, bool] = field(default_factory=dict)


def items_of(document: ImportedDocument) -> tuple[Item, ...]:
    """The headings and blocks of a document, numbered from 0 in its order."""
    return tuple(replace(item, number=number) for number, item in enumerate(_items(document)))


def _items(document: ImportedDocument) -> Iterator[Item]:
    for run, part in enumerate(document.sections):
        if part.heading is not None:
            head = ImportedBlock(Kind.HEADING, part.heading, part.line, part.level, part.marker)
            yield Item(0, run, part.section, head, opens=True)
        for block in part.blocks:
            yield Item(0, run, part.section, block, opens=False)


def rearranged(document: ImportedDocument, changes: Changes) -> ImportedDocument:
    """The document as the editor wants it: every text in a section or dropped. Numbers that it lacks are passed over.

    What is moved out of a part makes a part of its own, where it stood; what is restored comes last, as paragraphs. A
    heading with no text under it is a paragraph: a heading over nothing makes no block in a draft.
    """
    parts: list[ImportedSection] = []
    items = [_as_chosen(item, changes, document.sections[item.run].level) for item in items_of(document)]
    texts = {(item.run, changes.moved.get(item.number, item.section)) for item in items if not item.opens}
    dropped = [drop for number, drop in enumerate(document.dropped) if number not in changes.restored]
    last: tuple[int, Section] | None = None
    for item in items:
        section = changes.moved.get(item.number, item.section)
        if section is None:
            dropped.append(Dropped(item.block.text, item.block.line, BY_EDITOR, item.block.marker))
        elif item.opens and (item.run, section) not in texts:
            block = replace(item.block, kind=Kind.PARAGRAPH, level=0)
            parts.append(ImportedSection(section, None, block.line, (block,)))
        elif item.opens:
            block = item.block
            parts.append(ImportedSection(section, block.text, block.line, (), block.marker, block.level))
            last = (item.run, section)
        else:
            if last != (item.run, section):
                level = document.sections[item.run].level
                parts.append(ImportedSection(section, None, item.block.line, (), level=level))
                last = (item.run, section)
            approach = item.block.approach if section is Section.TREATMENTS else None
            block = replace(item.block, approach=approach)
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, block))
    for number, drop in enumerate(document.dropped):
        if number in changes.restored:
            block = ImportedBlock(Kind.PARAGRAPH, drop.text, drop.line)
            parts.append(ImportedSection(changes.restored[number], None, drop.line, (block,)))
    kept = tuple(part for whole in parts for part in _with_bare_headings(whole))
    return replace(document, title=changes.title, sections=kept, dropped=tuple(dropped))


def _as_chosen(item: Item, changes: Changes, level: int) -> Item:
    """The item as a heading or as text, as the editor wants it; `level` is that of its part."""
    is_heading = changes.headings.get(item.number, item.block.kind is Kind.HEADING)
    if is_heading == (item.block.kind is Kind.HEADING):
        return item
    kind, depth = (Kind.HEADING, level + 1) if is_heading else (Kind.PARAGRAPH, 0)
    return replace(item, block=replace(item.block, kind=kind, level=depth, approach=None), opens=False)


def _with_bare_headings(part: ImportedSection) -> Iterator[ImportedSection]:
    """The part with paragraphs for its headings that have no text."""
    empty = empty_blocks(part.blocks)
    if part.heading is not None and len(empty) == len(part.blocks):
        head = ImportedBlock(Kind.PARAGRAPH, part.heading, part.line, marker=part.marker)
        yield ImportedSection(part.section, None, part.line, (head,))
        part = replace(part, heading=None)
    if not part.blocks:
        return
    blocks: list[ImportedBlock] = []
    for index, block in enumerate(part.blocks):
        if index in empty:
            if any(before.approach for before in blocks):  # else it would be said of the treatment above it
                yield replace(part, blocks=tuple(blocks))
                part, blocks = replace(part, heading=None, line=block.line, marker=""), []
            block = replace(block, kind=Kind.PARAGRAPH, level=0, approach=None)
        blocks.append(block)
    yield replace(part, blocks=tuple(blocks))
