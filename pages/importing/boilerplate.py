"""What surrounds a document's text: surveys, navigation, footers, references. Dropped, and listed as dropped."""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import groupby

from pages.importing.lexicon import Lexicon, Role
from pages.importing.values import Dropped, Kind, Piece
from pages.importing.wording import ends_sentence, ends_with_colon, normalise, word_count
from pages.vocabulary import Section

# "Background" and "About us" also stand in footers.
_UNLIKE_A_FOOTER = {Section.CAUSES, Section.SIGNS, Section.DIAGNOSIS, Section.TREATMENTS}

REFERENCES = "references and imprint"
BEFORE_PAGE = "navigation before the page"
AFTER_PAGE = "page footer"
CONTENTS = "table of contents"
SERIES = "series"  # a group of the lexicons

_FIRST_PIECES = 5
_ABOVE_TITLE = 2
_PROSE_WORDS = 12
_FEWEST_CONTENTS = 3
_MAX_LINE = 200


def split_boilerplate(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[tuple[Piece, ...], tuple[Dropped, ...]]:
    """Part the pieces into those of the document and those around it, both in their order."""
    reasons: dict[int, str] = {}
    reasons.update(_under_boilerplate_headings(pieces, lexicon))
    reasons.update(_around_page(pieces, lexicon))
    reasons.update(_boilerplate_lines(pieces, lexicon))
    reasons.update(_contents(pieces, reasons))
    kept = tuple(piece for index, piece in enumerate(pieces) if index not in reasons)
    dropped = tuple(
        Dropped(piece.text, piece.line, reasons[index], piece.marker)
        for index, piece in enumerate(pieces)
        if index in reasons
    )
    return kept, dropped


def _boilerplate_lines(pieces: Sequence[Piece], lexicon: Lexicon) -> dict[int, str]:
    """Lines that are boilerplate by their whole wording.

    A list is boilerplate only as a whole: "Home" is navigation, but also an item of "You can get it at:". What the
    markup says is the heading of a text that stays is its heading, or the text would be of the section before it.
    """
    found: dict[int, str] = {}
    for is_list, run in groupby(enumerate(pieces), lambda item: item[1].kind is Kind.LIST_ITEM):
        reasons = [(index, _reason(index, piece, lexicon)) for index, piece in run]
        if not is_list or all(reason for _, reason in reasons):
            found.update((index, reason) for index, reason in reasons if reason)
    kept = (index for index in reversed(found.copy()) if _heads_a_text(pieces, index, found))
    for index in kept:
        del found[index]
    return found


def _heads_a_text(pieces: Sequence[Piece], index: int, dropped: Container[int]) -> bool:
    after = index + 1
    marked = pieces[index].kind is Kind.HEADING and pieces[index].level > 1
    return marked and after < len(pieces) and after not in dropped and pieces[after].kind is not Kind.HEADING


def _reason(index: int, piece: Piece, lexicon: Lexicon) -> str | None:
    """ "Patient information" above the title is what all leaflets are called; further on it may be a heading."""
    reason = lexicon.boilerplate_reason(piece.text)
    return None if reason == SERIES and piece.kind is Kind.HEADING and index >= _ABOVE_TITLE else reason


def _around_page(pieces: Sequence[Piece], lexicon: Lexicon) -> dict[int, str]:
    """What a web page saved as text has before its title and after its end."""
    found: dict[int, str] = {}
    if any(_matches(piece, lexicon.page_start) for piece in pieces[:_FIRST_PIECES]):
        title = _title_after_navigation(pieces, lexicon)
        found.update((index, BEFORE_PAGE) for index in range(title))
    for index in range(len(pieces) - 1, 0, -1):
        if _opens_a_section(pieces[index], lexicon):
            break
        if _matches(pieces[index], lexicon.page_end):
            found.update((later, AFTER_PAGE) for later in range(index, len(pieces)))
    return found


def _contents(pieces: Sequence[Piece], dropped: Container[int]) -> dict[int, str]:
    """Lines in a row that all come again below them as headings, in the same order.

    "See a doctor at once for:" and "There are three kinds" may be followed by such lines, too, and need them.
    """
    again: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.HEADING:
            again.setdefault(normalise(piece.text), []).append(index)
    found: dict[int, str] = {}
    start = 0
    while start < len(pieces):
        end, first, last = start, len(pieces), start
        while end < first:
            places = again.get(normalise(pieces[end].text), [])
            later = bisect_right(places, max(end, last))
            if later == len(places):
                break
            first, last, end = min(first, places[later]), places[later], end + 1
        is_contents = end - start >= _FEWEST_CONTENTS and (
            start < _ABOVE_TITLE
            or start - 1 in dropped
            or (pieces[start].kind is not Kind.LIST_ITEM and ends_sentence(pieces[start - 1].text))
        )
        if is_contents:
            found.update((index, CONTENTS) for index in range(start, end))
        start = end if is_contents else start + 1
    return found


def _matches(piece: Piece, pattern: re.Pattern[str] | None) -> bool:
    return pattern is not None and bool(pattern.fullmatch(normalise(piece.text[:_MAX_LINE])))


def _title_after_navigation(pieces: Sequence[Piece], lexicon: Lexicon) -> int:
    """The index of the last short line before the first prose that is no heading of a section; 0 if none."""
    title = 0
    for index, piece in enumerate(pieces):
        if lexicon.boilerplate_reason(piece.text) or piece.kind is Kind.LIST_ITEM:
            continue
        if ends_sentence(piece.text) and word_count(piece.text) >= _PROSE_WORDS:
            return title
        short = not ends_sentence(piece.text) and not ends_with_colon(piece.text)
        if short and not lexicon.is_heading(piece.text):
            title = index
    return 0


def _opens_a_section(piece: Piece, lexicon: Lexicon) -> bool:
    if piece.kind is not Kind.HEADING:
        return False
    match = lexicon.heading(piece.text)
    return match is not None and match.sure and match.to in _UNLIKE_A_FOOTER


def _under_boilerplate_headings(pieces: Sequence[Piece], lexicon: Lexicon) -> dict[int, str]:
    """Headings such as "References" with what stands under them, up to a heading of the same or a higher level.

    Where the source gives no levels, up to the next heading over a text: rather keep a footer than drop a text. Titles
    of other pages that stand between two paragraphs of the document end where it goes on.
    """
    found: dict[int, str] = {}
    open_level: int | None = None
    last = max((index for index, piece in enumerate(pieces) if _opens_a_section(piece, lexicon)), default=0)
    for index, piece in enumerate(pieces):
        if open_level is not None and index < last and _goes_on(pieces, index):
            open_level = None
        if piece.kind is Kind.HEADING and index > 0:
            match = lexicon.heading(piece.text)
            if match is not None and match.to is Role.BOILERPLATE:
                open_level = piece.level
            elif open_level == 0 and not piece.level and pieces[index - 1].kind is Kind.HEADING:
                pass  # "About this leaflet", directly followed by its first sub-heading
            elif open_level is not None and not 0 < open_level < piece.level:
                open_level = None
        if open_level is not None:
            found[index] = REFERENCES
    return found


def _goes_on(pieces: Sequence[Piece], index: int) -> bool:
    """Whether this is prose after lines that are none."""
    piece, before = pieces[index], pieces[index - 1]
    return _is_prose(piece) and before.kind is not Kind.HEADING and not _is_prose(before)


def _is_prose(piece: Piece) -> bool:
    return piece.kind is Kind.PARAGRAPH and ends_sentence(piece.text) and word_count(piece.text) >= _PROSE_WORDS
