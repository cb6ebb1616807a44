"""Pieces become the sections of a condition page, by a lexicon's wordings and by what contains them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pages.importing.announced import announcing_headings
from pages.importing.boilerplate import split_boilerplate
from pages.importing.checks import check_document
from pages.importing.lexicon import Lexicon, Match, Role
from pages.importing.run_in import with_run_in_headings
from pages.importing.titles import no_title, take_title
from pages.importing.values import Flag, FlagKind, ImportedBlock, ImportedDocument, ImportedSection, Kind, Piece
from pages.importing.wording import ends_with_colon, excerpt, is_question, normalise
from pages.vocabulary import Approach, Section

# Ranks of headings whose level the source doesn't tell.
_TOP, _SUB, _SUBSUB = 2, 3, 4

_AFTER_NAME = re.compile(r"[(:–—|（：，]")
_OPEN_SECTIONS = (None, Section.DEFINITION, Section.FURTHER)


def map_document(pieces: Sequence[Piece], lexicon: Lexicon) -> ImportedDocument:
    """Return the document that `pieces` make in the language of `lexicon`. Raises nothing.

    Every piece is in the title, a section or `dropped`. What no wording places goes, with its heading,
    to `further`; what no wording places and something contains, stays there. Both are flagged.
    """
    kept, dropped = split_boilerplate(pieces, lexicon)
    title, body = take_title(kept)
    placing = _Placing(lexicon, title)
    whole = with_run_in_headings(body, lexicon, placing.condition)
    placing.look_ahead(whole)
    for piece in whole:
        placing.add(piece)
    runs = placing.runs
    flags = placing.flags
    if not any(run.section is Section.CAUSES for run in runs):
        runs, moved = _move_by_cue(runs, lexicon, placing.condition)
        flags = flags + moved
    sections = tuple(run.finished() for run in runs if run.blocks or run.heading is not None)
    flags = flags + check_document(title, sections, lexicon)
    if not title:
        flags.append(no_title(kept))
    flags.sort(key=lambda flag: flag.line)
    return ImportedDocument(title, lexicon.language, sections, dropped, tuple(flags))


@dataclass(slots=True)
class _Run:
    section: Section
    heading: Piece | None = None
    rank: int = _TOP
    blocks: list[ImportedBlock] = field(default_factory=list)

    def finished(self) -> ImportedSection:
        blocks = tuple(self.blocks)
        if self.heading is None:
            return ImportedSection(self.section, None, blocks[0].line, blocks, level=self.rank)
        head = self.heading
        return ImportedSection(self.section, head.text, head.line, blocks, head.marker, self.rank)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a heading goes: `own` starts a run of its section, otherwise it continues a run of that section."""

    section: Section
    rank: int
    own: bool
    approach: Approach | None = None
    recognised: bool = True


def _block(piece: Piece) -> ImportedBlock:
    return ImportedBlock(piece.kind, piece.text, piece.line, marker=piece.marker, html=piece.html)


class _Placing:
    """Goes through the pieces once, keeping the headings that contain the next piece."""

    def __init__(self, lexicon: Lexicon, title: str) -> None:
        self.lexicon = lexicon
        self.condition = _AFTER_NAME.split(title)[0].strip()
        self.naming = {word for word in normalise(self.condition).split() if len(word) > 3}
        self.runs = [_Run(Section.DEFINITION)]
        self.open: list[tuple[int, Section]] = []
        self.flags: list[Flag] = []
        self.treatments = 0
        self.announcing: frozenset[int] = frozenset()

    def look_ahead(self, pieces: Sequence[Piece]) -> None:
        """Note the line of the last heading of the treatments as a whole, and headings that only announce a list."""
        self.announcing = announcing_headings(pieces, self.lexicon.announces)
        for piece in pieces:
            match = self.lexicon.heading(piece.text, self.condition) if piece.kind is Kind.HEADING else None
            if match is not None and match.sure and match.to is Section.TREATMENTS and not match.approach:
                self.treatments = piece.line

    def add(self, piece: Piece) -> None:
        if piece.kind is not Kind.HEADING:
            self.runs[-1].blocks.append(_block(piece))
            return
        while self.open and 0 < piece.level <= self.open[-1][0]:
            self.open.pop()
        place = self._place(piece)
        if piece.line in self.announcing and not place.own and place.section is self.runs[-1].section:
            self.runs[-1].blocks.append(replace(_block(piece), kind=Kind.PARAGRAPH))
            return
        self._put(piece, place)
        if piece.level:
            self.open.append((piece.level, place.section))
        elif place.own:
            self.open = [(place.rank, place.section)]
        if not place.recognised:
            message = f"This heading is none that we know; it was put under {place.section}."
            self.flags.append(Flag(FlagKind.UNRECOGNISED_HEADING, piece.line, piece.text, message))

    def _put(self, piece: Piece, place: _Place) -> None:
        treatment = place.section is Section.TREATMENTS
        approach = place.approach if treatment else None
        continues = not place.own and self.runs[-1].section is place.section
        if not continues:
            self.runs.append(_Run(place.section, None if approach else piece, place.rank))
        if continues or approach:
            block = ImportedBlock(Kind.HEADING, piece.text, piece.line, place.rank, piece.marker, approach=approach)
            self.runs[-1].blocks.append(block)

    def _place(self, piece: Piece) -> _Place:
        within = self.open[-1][1] if self.open else None
        match = self.lexicon.heading(piece.text, self.condition, within)
        sub = piece.level or _SUB
        if match is None or isinstance(match.to, Role):
            return self._unplaced(piece, match, within)
        if match.sure and match.to is within and within is not Section.FURTHER:
            return _Place(match.to, sub, own=False, approach=match.approach)
        if match.approach and within is Section.CAUSES and piece.line < self.treatments:
            return _Place(within, sub, own=False)  # "Medicines" that cause it
        stands_alone = not piece.level and self._names_condition_or_asks(piece.text)
        away = match.to is Section.FURTHER and not piece.level
        if match.sure or within in _OPEN_SECTIONS or stands_alone or away:
            rank = piece.level or (_SUB if match.approach else _TOP)
            return _Place(match.to, rank, own=True, approach=match.approach)
        return _Place(within or match.to, sub, own=False)

    def _unplaced(self, piece: Piece, match: Match | None, within: Section | None) -> _Place:
        """A heading whose wording says nothing: it stays in what contains it, or goes to `further`."""
        rank = piece.level or _SUBSUB
        if match is not None:
            return _Place(within or Section.DEFINITION, rank, own=False)
        opens = not piece.level and self._names_condition_or_asks(piece.text)
        if within is None or (opens and not (within is Section.DEFINITION and self._is_kind(piece.text))):
            return _Place(Section.FURTHER, piece.level or _TOP, own=True, recognised=False)
        return _Place(within, rank, own=False, recognised=bool(piece.level))

    def _is_kind(self, text: str) -> bool:
        """ "Acute bronchitis": the condition's name after one word."""
        name, words = normalise(self.condition), normalise(text)
        return bool(name) and words.endswith(f" {name}") and " " not in words.removesuffix(f" {name}")

    def _names_condition_or_asks(self, text: str) -> bool:
        """Without levels, "Shingles and pregnancy" or "Can I fly?" opens a part; "Wear a splint" is within one."""
        named = self.naming & set(normalise(text).split())
        return is_question(text) or 2 * len(named) > len(self.naming)


def _move_by_cue(runs: Sequence[_Run], lexicon: Lexicon, condition: str) -> tuple[list[_Run], list[Flag]]:
    """Move paragraphs whose opening words name another section out of the definition, with the list they announce."""
    result: list[_Run] = []
    flags: list[Flag] = []
    for run in runs:
        result.append(run)
        if run.section is not Section.DEFINITION:
            continue
        blocks, run.blocks = run.blocks, []
        target = run
        for block in blocks:
            if block.kind is not Kind.LIST_ITEM:
                section = lexicon.cue(block.text, condition) if block.kind is Kind.PARAGRAPH else None
                if section is not None:
                    target = _Run(section)
                    result.append(target)
                    message = f"This paragraph was moved from definition to {section} for its opening words."
                    flags.append(Flag(FlagKind.MOVED_TEXT, block.line, excerpt(block.text), message))
                elif target is not run:
                    target = run
            elif target is not run and not ends_with_colon(target.blocks[-1].text):
                target = target if target.blocks[-1].kind is Kind.LIST_ITEM else run
            target.blocks.append(block)
    return result, flags
