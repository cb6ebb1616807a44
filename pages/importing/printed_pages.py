"""What printing put on each page of a text: its number, and the line beside that."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pages.importing.lines import Form, Line
from pages.importing.values import Dropped
from pages.importing.wording import ends_sentence, ends_with_colon, normalise

PAGE_NUMBER = "page number"
PAGE_HEADER = "repeated on every page"
MIN_PAGES = 2
MIN_LINES = 3  # a heading, a title, a text
MIN_LINES_OF_A_PAGE = 8  # between numbers that stand alone; those of steps are closer
MAX_WORDS = 6
MAX_BESIDE = 120  # characters

_NUMBER = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"[^\W\d_]")
_PAGE = re.compile(r"\b(?:page|seite|p[aá]gina|p[aá]g|bladzijde|blz|стр|страница)\b|صفحة|页|頁", re.IGNORECASE)


def without_page_marks(lines: Sequence[Line]) -> tuple[list[Line], tuple[Dropped, ...]]:
    """The lines without page numbers, and without what stands beside these again and again; and what was left out.

    Page numbers are lines of few words that differ in nothing but a number, which rises by one each time: with the word
    for a page, or alone and far from each other. What stands beside them stays the first time, as a title may;
    a sentence stays each time. Where a page ended within a sentence or a list, no gap is left.
    """
    numbers = _page_numbers(lines)
    if not numbers:
        return list(lines), ()
    reasons = dict.fromkeys(numbers, PAGE_NUMBER)
    beside: dict[str, set[int]] = {}
    for index in numbers:
        for other in (index - 1, index + 1):
            if 0 <= other < len(lines) and other not in numbers and _may_be_header(lines[other].text):
                beside.setdefault(lines[other].text, set()).add(other)
    for text, places in beside.items():
        at_top = {0} if lines[0].text == text else set()
        if len(places | at_top) >= MIN_PAGES:
            same = [index for index, line in enumerate(lines) if line.text == text]
            stays = 0 if _is_series(same[0], lines) else 1
            reasons.update(dict.fromkeys(same[stays:], PAGE_HEADER))
    kept: list[Line] = []
    broken = False
    for index, line in enumerate(lines):
        if index in reasons:
            broken = True
            continue
        kept.append(replace(line, gap=False) if broken and kept and _goes_on(kept[-1], line) else line)
        broken = False
    dropped = tuple(Dropped(lines[at].text, lines[at].number, reasons[at], lines[at].marker) for at in sorted(reasons))
    return kept, dropped


def _is_series(index: int, lines: Sequence[Line]) -> bool:
    """Whether what stands above the title is what all leaflets are called, and the line below it this one's title.

    A title stands alone, and its words come again in the text.
    """
    if index > 0 or len(lines) < MIN_LINES or not (lines[1].gap and lines[2].gap):
        return False
    said = " ".join(normalise(line.text) for line in lines[2:] if line.text != lines[0].text)
    title, series = normalise(lines[1].text), normalise(lines[0].text)
    return not ends_sentence(lines[1].text) and f" {title} " in f" {said} " and f" {series} " not in f" {said} "


def _may_be_header(text: str) -> bool:
    return len(text) <= MAX_BESIDE and not ends_sentence(text)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    rows: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        text = f"{line.marker} {line.text}".strip()
        if (match := _NUMBER.search(text)) and len(text.split()) <= MAX_WORDS:
            rows.setdefault(text[: match.start()] + "#" + text[match.end() :], []).append((index, int(match[0])))
    found: set[int] = set()
    for shape, row in rows.items():
        rises = all(later == earlier + 1 for (_, earlier), (_, later) in pairwise(row))
        apart = all(later - earlier > MIN_LINES_OF_A_PAGE for (earlier, _), (later, _) in pairwise(row))
        # "Day 1" and "Step 1 of 3" are headings.
        sure = bool(_PAGE.search(shape)) or (apart and not _LETTER.search(shape))
        if len(row) >= MIN_PAGES and rises and sure:
            found |= {index for index, _ in row}
    return found


def _goes_on(before: Line, line: Line) -> bool:
    if line.form in (Form.BULLET, Form.NUMBER):
        return before.form is line.form
    within = not ends_sentence(before.text) and not ends_with_colon(before.text)
    return within and line.form is Form.TEXT and line.text[:1].islower()
