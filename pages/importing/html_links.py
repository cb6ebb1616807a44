"""Lines of a web page that only lead elsewhere: lists of contents, teasers of other pages, links after the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pages.importing.boilerplate import CONTENTS
from pages.importing.html_called import RELATED
from pages.importing.html_walk import HEADINGS, HtmlLine
from pages.importing.inline_html import plain
from pages.importing.wording import ends_sentence, ends_with_colon, heading_words, word_count

_FEWEST = 3  # entries of a list of contents
_MOST_MISSING = 0.2
_LABEL_WORDS = 6
_TEASER_LINES = 3
_TEASER_CHARS = 300


def mark_links(lines: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> None:
    """Give a reason to the lines that lead elsewhere. `lines` begin with the title; what has a reason is passed over.

    `is_known` says that a wording is a heading's: nothing goes under such a one but what goes for other reasons.
    """
    if not lines:
        return
    _mark_contents(lines)
    _mark_start(lines)
    _mark_teasers(lines, is_known)
    _mark_groups(lines, is_known)
    _mark_end(lines, is_known)


def _text(line: HtmlLine) -> str:
    return plain(line.words)


def _is_heading(line: HtmlLine) -> bool:
    return line.tag in HEADINGS


def _mark_contents(lines: Sequence[HtmlLine]) -> None:
    """Items that name the headings after them, the highest at least: a list of key points names only some."""
    headings = [(index, line) for index, line in enumerate(lines) if index and _is_heading(line) and not line.reason]
    if len(headings) < _FEWEST:
        return
    top = min(HEADINGS[line.tag] for _, line in headings)
    tops = {heading_words(_text(line)) for _, line in headings if HEADINGS[line.tag] == top}
    every = {heading_words(_text(line)) for _, line in headings}
    start = 1
    while start < len(lines):
        end = start
        while end < len(lines) and not _is_heading(lines[end]) and (lines[end].item or lines[end].linked):
            end += 1
        said = [heading_words(_text(line)) for line in lines[start:end]]
        missing = sum(text not in every for text in said)
        if len(said) >= _FEWEST and missing <= _MOST_MISSING * len(said) and 2 * len(tops & set(said)) > len(tops):
            for line in lines[start:end]:
                line.reason = line.reason or CONTENTS
            if _is_label(lines[start - 1]) and start > 1:
                lines[start - 1].reason = lines[start - 1].reason or CONTENTS
        start = max(end, start + 1)


def _mark_start(lines: Sequence[HtmlLine]) -> None:
    """Links right below the title: to the other pages about it."""
    for line in lines[1:]:
        if not line.reason:
            if not line.linked or _is_heading(line):
                return
            line.reason = RELATED


def _is_label(line: HtmlLine) -> bool:
    text = _text(line)
    return line.tag != "h1" and not line.item and word_count(text) <= _LABEL_WORDS and not ends_sentence(text)


def _parts(lines: Sequence[HtmlLine]) -> list[tuple[int, int]]:
    """Each heading with what stands under it, up to the next of any level."""
    kept = [index for index, line in enumerate(lines) if index and _is_heading(line) and not line.reason]
    return list(pairwise([*kept, len(lines)]))


def _mark_teasers(lines: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> None:
    """Headings that lead to other pages, several on end, each with a few words; and the heading over them."""
    parts = _parts(lines)
    teasers = [_is_teaser(lines[start:end], is_known) for start, end in parts]
    for number, (start, end) in enumerate(parts):
        beside = teasers[max(0, number - 1) : number] + teasers[number + 1 : number + 2]
        if teasers[number] and any(beside):
            _give(lines[start:end])
            over = parts[number - 1] if number else None
            if over and not teasers[number - 1] and over[1] - over[0] == 1 and not is_known(_text(lines[over[0]])):
                _give(lines[over[0] : over[1]])


def _is_teaser(part: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> bool:
    heading, *below = part
    if not heading.linked or is_known(_text(heading)) or len(below) > _TEASER_LINES:
        return False
    return sum(len(_text(line)) for line in below) <= _TEASER_CHARS


def _mark_groups(lines: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> None:
    """A heading over two or more lines that are nothing but links. Not the heading of a section."""
    for start, end in _parts(lines):
        below = [line for line in lines[start + 1 : end] if not line.reason]
        links = 0
        while links < len(below) and below[links].linked:
            links += 1
        if (links > 1 or (links and below[0].item)) and not is_known(_text(lines[start])):
            _give([lines[start], *below[:links]])


def _mark_end(lines: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> None:
    """Links after the last words that are no link, with the headings over them; not a list that was announced."""
    last = next((i for i in range(len(lines) - 1, 0, -1) if not _is_empty(lines[i], is_known)), 0)
    if not ends_with_colon(_text(lines[last])) and not _is_heading(lines[last]):
        _give(lines[last + 1 :])


def _is_empty(line: HtmlLine, is_known: Callable[[str], bool]) -> bool:
    if line.reason or line.linked:
        return True
    return _is_heading(line) and not is_known(_text(line))


def _give(lines: Sequence[HtmlLine]) -> None:
    for line in lines:
        line.reason = line.reason or RELATED
