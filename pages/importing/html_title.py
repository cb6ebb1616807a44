"""Which of a page's headings and lines is its title: the one that the head of the page names too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pages.importing.html_walk import HtmlLine
from pages.importing.inline_html import plain
from pages.importing.wording import ends_sentence, normalise

_SITE_NAME = re.compile(r"\s+[|–—·»:-]+\s+")
_LONGEST = 200
_LOWER = ("h2", "h3")


def told_title(root: HtmlElement) -> str:
    """What the page calls itself in its head, without the site's name."""
    return _parts(root)[0]


def title_index(lines: Sequence[HtmlLine], root: HtmlElement) -> int | None:
    """The line that is the page's title: of its first headings the one that the head names, else a line that it names.

    A site's name comes first in many heads, and stands on the page too: then what stands nearest to the text counts.
    """
    told = _parts(root)
    named = {normalise(part) for part in told} - {""}
    first = [index for index, line in enumerate(lines) if line.tag == "h1"]
    whole = f" {normalise(' '.join(told))} "
    for index in first:
        text = normalise(plain(lines[index].words))
        if text and (text in named or f" {text} " in whole):
            return index
    lower = (index for index, line in enumerate(lines) if line.tag in _LOWER and normalise(plain(line.words)) in named)
    return next(lower, first[0]) if first else _named_line(lines, named)


def _named_line(lines: Sequence[HtmlLine], named: set[str]) -> int | None:
    found = None
    for index, line in enumerate(lines):
        text = plain(line.words)
        if found is not None and ends_sentence(text) and len(text) > 60:
            break
        if line.tag != "li" and len(text) <= _LONGEST and normalise(text) in named:
            found = index
    return found


def _parts(root: HtmlElement) -> list[str]:
    whole = " ".join((root.findtext(".//title") or "").split())
    return list(_cleaned(_SITE_NAME.split(whole))) or [""]


def _cleaned(parts: list[str]) -> Iterator[str]:
    for part in parts:
        if part.strip():
            yield part.strip()
