"""The words of one line of HTML with their marks: as plain text, and as database HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from pages.raised import lowered, raised

MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub"}
_BLANKS = re.compile(r"[ \t\n\r\f\v\x00-\x1f\x7f\u200b\ufeff]+")  # no-break spaces stay


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line with the marks that it has, and the address that it leads to."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


def tidy(line: Iterable[Words]) -> tuple[Words, ...]:
    """The line with single spaces between words, none around it, and equal neighbours in one."""
    found: list[Words] = []
    for words in line:
        text = _BLANKS.sub(" ", words.text)
        if text.startswith(" ") and (not found or found[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if found and (found[-1].marks, found[-1].href) == (words.marks, words.href):
            text = found.pop().text + text
        found.append(Words(text, words.marks, words.href))
    while found and not found[-1].text.strip(" "):
        found.pop()
    if found:
        last = found[-1]
        found[-1] = Words(last.text.rstrip(" "), last.marks, last.href)
    return tuple(found)


def plain(line: Iterable[Words]) -> str:
    """The line as text. Raised and lowered figures stay so, 10⁹ and H₂O, but not letters: "2nd"."""
    return "".join(map(_plain, line))


def as_html(line: Iterable[Words]) -> str:
    """The line as database HTML; empty if it has neither marks nor links, so that its text says all."""
    stretches = tuple(line)
    if not any(words.marks or words.href for words in stretches):
        return ""
    html = ""
    for href, run in groupby(stretches, lambda words: words.href):
        inner = "".join(_marked(words) for words in run)
        html += f'<a href="{escape(href)}">{inner}</a>' if href else inner
    return html


def is_bold(line: Iterable[Words]) -> bool:
    """Whether every word of it is."""
    return all("b" in words.marks for words in line if words.text.strip())


def _marked(words: Words) -> str:
    html = escape(words.text, quote=False)
    for mark in sorted(words.marks, reverse=True):
        html = f"<{mark}>{html}</{mark}>"
    return html


def _plain(words: Words) -> str:
    if words.text.strip().isalpha():
        return words.text
    if "sup" in words.marks:
        return raised(words.text)
    return lowered(words.text) if "sub" in words.marks else words.text
