"""Items of a list that were written into one line: "• cough - fever - pain"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pages.importing.lines import Form, Line
from pages.importing.wording import ends_sentence

MIN_DASHED = 4  # items; with fewer, two dashes may frame an insertion
MIN_LINES = 2  # of so many items, after which dashes part items in all lists of the document

_BULLET = re.compile(r"\s[•◦▪●○■□‣⁃]\s?(?=\S)")
_DASH = re.compile(r"(?<!\d)\s[-*]\s(?=\S)(?!\d)")
_ANNOUNCED = re.compile(r"[:：]\s[-*•◦▪●○■□‣⁃]\s")


def with_items_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each item of a list on its own: a copy of its line, with a bullet for its marker.

    Dashes part items where there are three or more, or where each ends a sentence ("One. - Two."); in every list of a
    document that writes several of them so.
    """
    certain = sum(line.form is Form.BULLET and _is_dashed(line.text) for line in lines)
    fewest = 2 if certain >= MIN_LINES else MIN_DASHED
    return [part for line in lines for part in _parts(line, fewest)]


def _parts(line: Line, fewest: int) -> Iterator[Line]:
    first, rest = "", line.text
    if line.form is Form.TEXT and (match := _ANNOUNCED.search(line.text)):
        first, rest = line.text[: match.start() + 1], line.text[match.end() :]
    elif line.form is not Form.BULLET:
        yield line
        return
    items = _BULLET.split(rest)
    if len(items) == 1 and _is_dashed(rest, fewest):
        items = _DASH.split(rest)
    if len(items) == 1:
        yield line
        return
    if first:
        yield replace(line, text=first)
        yield replace(line, form=Form.BULLET, text=items[0], marker="-", gap=False)
    else:
        yield replace(line, text=items[0])
    for item in items[1:]:
        yield replace(line, form=Form.BULLET, text=item, marker="-", gap=False)


def _is_dashed(text: str, fewest: int = MIN_DASHED) -> bool:
    items = _DASH.split(text)
    return len(items) >= fewest or (len(items) > 1 and all(ends_sentence(item) for item in items[:-1]))
