"""Markdown becomes pieces, by way of the HTML that it stands for (CommonMark 0.31, with the tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt

from pages.importing.html_reader import read_html
from pages.importing.html_walk import LINE
from pages.importing.lines import LINE_END
from pages.importing.parse import nothing_known
from pages.importing.values import Dropped, Kind, Piece, Source

FRONT_MATTER = "front matter"
_FENCES = ("---", "+++")
_TITLE = re.compile(r"""title\s*[:=]\s*(["']?)(.+?)\1\s*$""", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")


def read_markdown(text: str, is_known: Callable[[str], bool] = nothing_known, address: str = "") -> Source:
    """The pieces of a Markdown text, HTML in it included. Raises nothing.

    Front matter is dropped, but for the title in it where the text has no heading of the first level.
    """
    lines = LINE_END.split(text.removeprefix("\ufeff"))
    front = _front_matter(lines)
    # The lines stay where they are, so that the numbers of those below are right.
    body = "\n".join([""] * front + lines[front:])
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = reader.parse(body)
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet(LINE, str(token.map[0] + 1))
    source = read_html(reader.renderer.render(tokens, reader.options, {}), is_known, address)
    dropped = tuple(
        Dropped(line.strip(), number, FRONT_MATTER)
        for number, line in enumerate(lines[:front], start=1)
        if _WORD.search(line)
    )
    pieces = source.pieces
    if not any(piece.level == 1 for piece in pieces) and (title := _title(lines[:front])):
        pieces = (Piece(Kind.HEADING, title, 1, 1), *pieces)
    return Source(pieces, (*dropped, *source.dropped), source.flags)


def _front_matter(lines: list[str]) -> int:
    """How many lines it takes: between two fences at the very beginning."""
    if not lines or (fence := lines[0].rstrip()) not in _FENCES:
        return 0
    return next((number for number, line in enumerate(lines[1:], start=2) if line.rstrip() == fence), 0)


def _title(front: list[str]) -> str:
    return next((match[2] for line in front if (match := _TITLE.match(line))), "")
