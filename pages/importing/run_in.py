"""Headings that run into their text, "Causes: too much uric acid.", become headings of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import groupby

from pages.importing.lexicon import Lexicon
from pages.importing.numbering import style_of
from pages.importing.values import Kind, Piece
from pages.importing.wording import normalise, word_count
from pages.vocabulary import Section

MAX_LEAD_WORDS = 6
MAX_LEAD_WORDS_BEFORE_STOP = 4
MAX_QUESTION_WORDS = 14
PART_LEVEL = 2
MIN_IN_LIST = 2  # items of different sections; one may be a topic like any other

_SIGN = re.compile(r"\s?[:：]\s*|\s[–—-]\s+|[.。]\s*|(?<=[?？؟])\s*")
_MOST = 120  # characters before the sign
_BOLD = re.compile(r"<b>(?:<i>)?([^<>]{1,120})(?:</i>)?</b>")


@dataclass(frozen=True, slots=True)
class _Lead:
    section: Section
    heading: Piece
    rest: Piece | None

    @property
    def pieces(self) -> list[Piece]:
        return [self.heading, self.rest] if self.rest else [self.heading]


def with_run_in_headings(pieces: Sequence[Piece], lexicon: Lexicon, condition: str) -> list[Piece]:
    """The pieces, where a known wording and a sign before a text became a heading, at the line of its text.

    Only for a section that has no heading of its own in this document: below one, "Treatment: rest" is a label within
    it. Of a list, only where its items, or headings with its numbers, are of several sections: then it isn't one, its
    other numbers stay as words, and those of its items that announce something ("2. Treatment:") are headings too.
    What belongs to no section is a heading ("Prevention: …") where others are.
    """
    headed = {
        match.to
        for piece in pieces
        if piece.kind is Kind.HEADING and (match := lexicon.heading(piece.text, condition)) and match.sure
    }
    leads = {
        index: lead
        for index, piece in enumerate(pieces)
        if piece.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        and (lead := _lead(piece, lexicon, condition))
        and (lead.section is Section.FURTHER or lead.section not in headed)
    }
    rows = _rows(pieces)
    for index, piece in enumerate(pieces):
        if index not in leads and rows[index] and (bare := _bare(piece, lexicon, condition)):
            leads[index] = bare
    told: dict[str, set[Section]] = {}
    for index, lead in leads.items():
        told.setdefault(rows[index], set()).add(lead.section)
    for piece in pieces:
        match = lexicon.heading(piece.text, condition) if piece.kind is Kind.HEADING else None
        if match is not None and isinstance(match.to, Section) and (style := style_of(piece.marker)) in told:
            told[style or ""].add(match.to)
    few = {row for row, sections in told.items() if row and not _are_several(sections)}
    leads = {index: lead for index, lead in leads.items() if rows[index] not in few}
    if all(lead.section is Section.FURTHER for lead in leads.values()):
        return list(pieces)
    found: list[Piece] = []
    for is_item, run in groupby(enumerate(pieces), key=lambda pair: pair[1].kind is Kind.LIST_ITEM):
        part = list(run)
        loose = {style_of(piece.marker) for index, piece in part if index in leads} if is_item else set()
        for index, piece in part:
            if index in leads:
                found += leads[index].pieces
            else:
                found.append(_loose(piece) if style_of(piece.marker) in loose else piece)
    return found


def _are_several(sections: set[Section]) -> bool:
    return len(sections) >= MIN_IN_LIST and sections != {Section.FURTHER}


def _bare(piece: Piece, lexicon: Lexicon, condition: str) -> _Lead | None:
    """A numbered item that has the words of a heading and a colon, with nothing after it."""
    text = piece.text.rstrip(":： ")
    if text == piece.text or word_count(text) > MAX_LEAD_WORDS or style_of(piece.marker) is None:
        return None
    match = lexicon.heading(text, condition)
    if match is None or not isinstance(match.to, Section):
        return None
    return _Lead(match.to, _heading(piece.text, piece), None)


def _heading(text: str, piece: Piece) -> Piece:
    """Those with numbers are of one level, that of a page's parts."""
    level = 0 if style_of(piece.marker) is None else PART_LEVEL
    return Piece(Kind.HEADING, text, piece.line, level, piece.marker)


def _rows(pieces: Sequence[Piece]) -> list[str]:
    """The list that each piece is an item of: of all numbers in a style, or of the bullets around it; else ""."""
    rows: list[str] = []
    for number, (kind, run) in enumerate(groupby(pieces, key=lambda piece: piece.kind)):
        rows += [(style_of(piece.marker) or f"list {number}") if kind is Kind.LIST_ITEM else "" for piece in run]
    return rows


def _loose(piece: Piece) -> Piece:
    """An item of what turned out to be no list, with its number, if it has one."""
    if style_of(piece.marker) is None:
        return piece
    html = f"{escape(piece.marker)} {piece.html}" if piece.html else ""
    return replace(piece, kind=Kind.PARAGRAPH, text=f"{piece.marker} {piece.text}", html=html, marker="")


def _lead(piece: Piece, lexicon: Lexicon, condition: str) -> _Lead | None:
    if (match := _BOLD.match(piece.html)) and (lead := _split(piece, unescape(match[1]), lexicon, condition)):
        return lead
    for match in _SIGN.finditer(piece.text[:_MOST]):
        heading = piece.text[: match.start()]
        if word_count(heading) > MAX_QUESTION_WORDS:
            return None
        rest = piece.text[match.end() :]
        # A dash or a full stop parts few words from a sentence, or is within one: "Symptoms - pain mostly - come soon."
        sign = match[0].strip()
        firm = sign in ("", ":", "：") or (not rest[:1].islower() and word_count(heading) <= MAX_LEAD_WORDS_BEFORE_STOP)
        if firm and (lead := _split(piece, heading, lexicon, condition)):
            return lead
    return None


def _split(piece: Piece, heading: str, lexicon: Lexicon, condition: str) -> _Lead | None:
    """The lead, if all words of the heading are one's, and something follows that can be cut off with its marks."""
    heading = heading.strip().rstrip(":：.。–—- ")
    asks = heading.endswith(("?", "？", "؟"))
    if not heading or word_count(heading) > (MAX_QUESTION_WORDS if asks else MAX_LEAD_WORDS):
        return None
    match = lexicon.heading(heading, condition)
    if match is None or not match.sure or match.approach or not isinstance(match.to, Section):
        return None
    if normalise(heading) == normalise(condition):
        return None  # "<b>Gout</b> – a disease": a sentence
    if lexicon.announces is not None and lexicon.announces.search(normalise(heading)):
        return None
    signs = r"\s?[:：.。–—-]?\s*"
    after = re.match(rf"{re.escape(heading)}{signs}(?=\S)", piece.text)
    if after is None or not any(sign.isalnum() for sign in piece.text[after.end() :]):
        return None
    text = piece.text[after.end() :]
    html = piece.html
    if html:
        words = re.escape(escape(heading, quote=False))
        marked = re.match(rf"(?:<b>(?:<i>)?)?{words}{signs}(?:(?:</i>)?</b>)?{signs}(?:<br/>)?\s*", html)
        if marked is None:
            return None
        html = html[marked.end() :]
        if html.count("<b>") != html.count("</b>") or html.count("<i>") != html.count("</i>"):
            return None
        html = html if "<" in html else ""
    return _Lead(
        match.to, _heading(heading, piece), replace(piece, kind=Kind.PARAGRAPH, text=text, html=html, marker="")
    )
