"""Lists whose bullets were lost: short lines below one that announces them."""

from collections.abc import Sequence
from dataclasses import replace

from pages.importing.values import Kind, Piece
from pages.importing.wording import ends_sentence, ends_with_colon

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


def _ends_list(before: Piece, piece: Piece) -> bool:
    """The last of items with semicolons between ends in a full stop: "rest; ice; sleep."."""
    last = piece.kind is Kind.PARAGRAPH and ends_sentence(piece.text) and len(piece.text) <= MAX_ITEM_CHARS
    return before.text.endswith((";", "；", "؛")) and last


def _is_item(piece: Piece) -> bool:
    text = piece.text
    closed = ends_sentence(text) or ends_with_colon(text)
    return piece.kind is Kind.PARAGRAPH and not closed and len(text) <= MAX_ITEM_CHARS
