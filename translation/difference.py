"""What changed between two texts, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A tag is one word, however long it is: half a tag says nothing to anybody.
_WORD = re.compile(r"<[^<>]*>|\s+|\w+|[^\w\s]", re.DOTALL)
# difflib takes the square of the number of words. Beyond this, a text counts as replaced, but for its ends.
_MOST_WORDS = 2000


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with the same fate."""

    change: Change
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order: kept and deleted ones joined are `old`, kept and inserted ones `new`."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _equal(before, after)
    end = _equal(before[start:][::-1], after[start:][::-1])
    pieces = [
        _piece(Change.KEPT, before[:start]),
        *_compare(before[start : len(before) - end], after[start : len(after) - end]),
        _piece(Change.KEPT, before[len(before) - end :]),
    ]
    return tuple(piece for piece in pieces if piece.text)


def _equal(first: list[str], second: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def _compare(before: list[str], after: list[str]) -> Iterator[Piece]:
    if max(len(before), len(after)) > _MOST_WORDS:
        yield _piece(Change.DELETED, before)
        yield _piece(Change.INSERTED, after)
        return
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield _piece(Change.KEPT, before[start:end])
        else:
            yield _piece(Change.DELETED, before[start:end])
            yield _piece(Change.INSERTED, after[new_start:new_end])


def _piece(change: Change, words: list[str]) -> Piece:
    return Piece(change, "".join(words))
