"""Rich text as editors mostly leave it, cut by one pattern: many times as quick as token by token, and as exact.

The usual are paragraphs, headings, quotations and lists without lists in them: each element with its key and no other
attribute, no inline tag inside another. Whatever is unusual, or wrong, `pages.richtext` reads with care.
"""

import re
from typing import NamedTuple

_INLINE = r'<br/>|<(b|i|sup|sub|a)(?: [a-z]+="[^"<>]*+")*>[^<]*+</\6>'
_ELEMENT = re.compile(
    r'(<[uo]l>)?(<(p|li|h[1-6]|blockquote) data-block-key="([^"&<>]++)">)'
    rf"([^<]*+(?:(?:{_INLINE})[^<]*+)*)(</\3>)(</[uo]l>)?"
)


class Element(NamedTuple):
    """An element and what stands around its words; `opens` and `closes` are the tags of a list, or ""."""

    opens: str
    start: str
    key: str
    inner: str
    end: str
    closes: str


def cut_usual(html: str) -> list[Element] | None:
    """The elements of rich text, in order; None if it isn't of the usual form. The parts joined are the text again."""
    found: list[Element] = []
    at = 0
    inside = ""
    while at < len(html):
        match = _ELEMENT.match(html, at)
        if match is None:
            return None
        opens, start, name, key, inner, _, end, closes = match.groups("")
        if opens and inside:
            return None
        inside = opens or inside
        if (name == "li") != bool(inside) or (closes and closes[2:] != inside[1:]):
            return None
        if closes:
            inside = ""
        at = match.end()
        found.append(Element(opens, start, key, inner, end, closes))
    is_whole = not inside and len({element.key for element in found}) == len(found)
    return found if is_whole else None
