"""Rows of tables: which hold facts, and what is between their cells."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from pages.importing.html_disclosed import HEADING_TAGS
from pages.importing.inline_html import Words

_LONGEST_CELL = 400


def is_data(row: HtmlElement) -> bool:
    """Whether it is a row of facts. In old pages a table is often what puts menus beside the text."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or next(row.iter(*HEADING_TAGS, "ul", "ol", "table", "div", "hr", "form"), None) is not None:
        return False
    return all(len("".join(cell.itertext())) <= _LONGEST_CELL for cell in cells)


def cells_of(words: tuple[Words, ...]) -> tuple[Words, ...]:
    """A row without the bars of empty cells at its ends."""
    kept = list(words)
    while kept and not kept[-1].text.strip(" |"):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" |"))
    return tuple(kept)
