"""Lines that announce a list: those below it lost their bullets, or it looks like a heading."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pages.importing.values import Kind, Piece
from pages.importing.wording import ends_sentence, ends_with_colon, normalise

MAX_ITEM_CHARS = 200


def with_announced_items(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Short lines below "It is recommended for:", whose bullets were lost, are the items of a list."""
    found: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        found.append(piece)
        index += 1
        if piece.kind is Kind.PARAGRAPH and ends_with_colon(piece.text):
            end = index
            while end < len(pieces) and _is_item(pieces[end]):
                end += 1
            if end - index > 1 and end < len(pieces) and _ends_list(pieces[end - 1], pieces[end]):
                end += 1
            if end - index > 1:
                found += [replace(item, kind=Kind.LIST_ITEM) for item in pieces[index:end]]
                index = end
    return tuple(found)


def announcing_headings(pieces: Sequence[Piece], announces: re.Pattern[str] | None) -> frozenset[int]:
    """The lines of what seems to be a heading and only announces the items below it: "Common causes of gout include".

    What the markup says is a heading is one.
    """
    if announces is None:
        return frozenset()
    return frozenset(
        piece.line
        for piece, following in pairwise(pieces)
        if piece.kind is Kind.HEADING
        and not piece.level
        and following.kind is Kind.LIST_ITEM
        and announces.search(normalise(piece.text))
    )


def _ends_list(before: Piece, piece: Piece) -> bool:
    """The last of items with semicolons between ends in a full stop: "rest; ice; sleep."."""
    last = piece.kind is Kind.PARAGRAPH and ends_sentence(piece.text) and len(piece.text) <= MAX_ITEM_CHARS
    return before.text.endswith((";", "；", "؛")) and last


def _is_item(piece: Piece) -> bool:
    text = piece.text
    closed = ends_sentence(text) or ends_with_colon(text)
    return piece.kind is Kind.PARAGRAPH and not closed and len(text) <= MAX_ITEM_CHARS
