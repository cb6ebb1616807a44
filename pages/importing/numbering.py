"""Numbers before lines: those that count, and those that are part of what is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pages.importing.values import Kind, Piece

_COUNTED = re.compile(r"[(（]?(\d{1,2}|[a-z])\s?[.)）、．-]")


def with_true_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a list item whose number doesn't go on from another's is a paragraph that begins with that number.

    "2.5 mg at night" and "3. Oktober" are no items: as such they would lose their numbers.
    """
    found: list[Piece] = []
    last: dict[str, int] = {}
    for piece in pieces:
        match = _COUNTED.fullmatch(piece.marker)
        if match is None:
            counts = not any(char.isdecimal() for char in piece.marker)  # "•", "IV.", "三、"
        else:
            style = "1" if match[1].isdecimal() else "a"
            value = int(match[1]) if style == "1" else ord(match[1]) - ord("a") + 1
            counts = value == 1 or value == last.get(style, 0) + 1
            if counts:
                last[style] = value
        if counts or piece.kind is not Kind.LIST_ITEM:
            found.append(piece)
        else:
            found.append(replace(piece, kind=Kind.PARAGRAPH, text=f"{piece.marker} {piece.text}", marker=""))
    return found
