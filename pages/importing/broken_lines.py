"""Lines that were broken to fit a width: whether one goes on with the line before it."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from pages.importing.lines import Form, Line
from pages.importing.wording import ends_sentence, is_broken_word, is_unspaced

WRAP_WIDTHS = range(40, 121)  # columns
_ENDS = (":", ";", "：", "；")
_GOES_ON = ("，", "、")


def continues(before: Line, line: Line, width: int) -> bool:
    """Whether `line`, a text without a mark of its own, goes on with the sentence or list item of the line `before`.

    `width` is what `wrap_width` found: the columns at which the lines of this document were broken, or 0.
    """
    if line.gap:
        return False
    if before.form in (Form.BULLET, Form.NUMBER) and line.indent > before.indent:
        return True
    if is_broken_word(before.text, line.text):
        return True
    columns = columns_of(before.text)
    if before.text.endswith(_ENDS) and columns < 0.8 * width:
        return False
    first = line.text[:1] if is_unspaced(line.text) else line.text.split()[0]
    if width and columns + 1 + columns_of(first) > 0.8 * width:
        return True
    if columns < WRAP_WIDTHS.start or ends_sentence(before.text) or before.text.endswith(_ENDS):
        return False
    return line.text[:1].islower() or (before.text.endswith(_GOES_ON) and is_unspaced(line.text))


def wrap_width(lines: Sequence[Line]) -> int:
    """The width in columns at which lines were broken, that nine in ten of them keep to; 0 if each is a paragraph.

    Lines that are paragraphs of their own end sentences; broken lines mostly don't.
    """
    broken = [a for a, b in pairwise(lines) if a.form is b.form is Form.TEXT and not b.gap]
    if 2 * sum(ends_sentence(line.text) for line in broken) >= len(broken):
        return 0
    widths = sorted(columns_of(line.text) for line in broken)
    width = widths[len(broken) * 9 // 10]
    full = sum(columns > 0.7 * width for columns in widths)
    return width if width in WRAP_WIDTHS and 2 * full > len(broken) else 0


def columns_of(text: str) -> int:
    """How many columns `text` takes up: a Chinese character takes two (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
