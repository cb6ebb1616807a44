"""The words of one line of HTML with their marks: as plain text, and as database HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from pages.raised import lowered, raised

MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub"}
_BLANKS = re.compile(r"[ \t\n\r\f\v\x00-\x1f\x7f\u200b\ufeff]+")  # no-break spaces stay

_TOOLS = re.compile(r"\[[^\[\]]{1,60}\]$")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line with the marks that it has, and the address that it leads to."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""
    linked: bool = False  # also where the address of the link leads nowhere from here


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
        found.append(Words(text, words.marks, words.href, words.linked))
    while found and not found[-1].text.strip(" "):
        found.pop()
    if found:
        last = found[-1]
        found[-1] = replace(last, text=last.text.rstrip(" "))
    return tuple(found)


def without_tools(line: tuple[Words, ...]) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """A heading without the tools behind it, such as "[edit | source]", and these."""
    whole = "".join(words.text for words in line)
    tools = _TOOLS.search(whole)
    if tools is None or not tools.start():
        return line, ()
    left, kept, rest = tools.start(), [], []
    for words in line:
        kept.append(replace(words, text=words.text[:left]))
        rest.append(replace(words, text=words.text[left:]))
        left = max(0, left - len(words.text))
    return tidy(kept), tidy(rest)


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


def is_linked(line: Sequence[Words]) -> bool:
    """Whether nine tenths of a line stand in links."""
    whole = sum(len(part.text.strip()) for part in line)
    return whole > 0 and sum(len(part.text.strip()) for part in line if part.linked) >= 0.9 * whole


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
