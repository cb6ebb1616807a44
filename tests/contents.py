"""Random contents of any shape, for properties: every block type, optional parts missing, null or empty.

Words are letters among signs, facts have no letters. So a test can tell the words of a content without knowing its
shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from itertools import count
from typing import Any

from hypothesis import strategies as st

from pages.shapes import Fact, Fields, Items, Raw, Shape, Stream, Words

_LETTERS = "abéßاב漢"
_SIGNS = " 19.,&<>\"'/;#\u00a0\u200f"
_INLINE = ("<b>{}</b>", "<i>{}</i>", "<sup>{}</sup>", "<sub>{}</sub>", "{}<br/>", '<a href="/9?1&amp;9">{}</a>')
_PAGE_LINK = '<a linktype="page" id="9">{}</a>'

texts = st.text(_LETTERS + _SIGNS, max_size=8)
facts = st.one_of(st.none(), st.integers(0, 99), st.just("19/9"))


@st.composite
def inline_html(draw: st.DrawFn) -> str:
    """What stands in one paragraph: words, some of them in one tag or in two."""
    html = ""
    for _ in range(draw(st.integers(0, 3))):
        piece = escape(draw(texts), quote=False)
        for frame in draw(st.lists(st.sampled_from(_INLINE), max_size=2, unique=True)):
            piece = frame.format(piece)
        html += piece
    if draw(st.booleans()):
        html += _PAGE_LINK.format(escape(draw(texts), quote=False))
    return html


@st.composite
def rich_text(draw: st.DrawFn, depth: int = 0, numbers: Iterator[int] | None = None) -> str:
    """Paragraphs and lists as Draftail stores them, lists in lists included, each element with a key of its own."""
    numbers = numbers or count()
    html = ""
    for _ in range(draw(st.integers(depth > 0, 2))):
        key = f' data-block-key="k{next(numbers)}"'
        tag = draw(st.sampled_from(["p", "ul", "ol"])) if not depth else draw(st.sampled_from(["ul", "ol"]))
        inner = draw(inline_html())
        if tag == "p":
            html += f"<p{key}>{inner}</p>"
        else:
            nested = draw(rich_text(depth + 1, numbers)) if depth < 2 and draw(st.booleans()) else ""
            html += f"<{tag}><li{key}>{inner}{nested}</li></{tag}>"
    return html


@st.composite
def contents(draw: st.DrawFn, shape: Shape, numbers: Iterator[int] | None = None) -> Raw:
    """A raw value of this shape."""
    numbers = numbers or count()

    def entries(types: dict[str, Shape], most: int) -> list[dict[str, Any]]:
        kinds = draw(st.lists(st.sampled_from(sorted(types)), max_size=most))
        return [{"type": k, "value": draw(contents(types[k], numbers)), "id": f"q{next(numbers)}"} for k in kinds]

    match shape:
        case Words(rich=True):
            return draw(st.one_of(rich_text(), st.sampled_from([None, ""])))
        case Words():
            return draw(st.one_of(texts, st.none()))
        case Fact():
            return draw(facts)
        case Fields(parts=parts):
            present = [name for name in parts if draw(st.integers(0, 4))]
            return {name: draw(contents(parts[name], numbers)) for name in present}
        case Items(item=item):
            return entries({"item": item}, 2) if draw(st.booleans()) else draw(st.sampled_from([None, []]))
        case Stream(types=types):
            return entries(dict(types), 3)


def words_in(raw: Raw) -> Counter[str]:
    """The letters of a content's words. It knows neither shapes nor paths: everything but ids, types and tags."""
    return Counter(char for text in _strings(raw) for char in text if char.isalpha())


def _strings(raw: Raw) -> Iterator[str]:
    match raw:
        case str():
            yield unescape(re.sub(r"<[a-z/][^<>]*>", "", raw)) if "data-block-key" in raw else raw
        case list():
            for item in raw:
                yield from _strings(item)
        case {"type": _, "value": value, "id": _}:
            yield from _strings(value)
        case dict():
            for value in raw.values():
                yield from _strings(value)


def value_at(raw: Raw, path: str) -> str:
    """The text that stands at a segment's path: a plain value, or the inner HTML of a keyed element up to a block."""
    place, _, key = path.partition("#")
    for step in place.split("."):
        raw = raw[step] if isinstance(raw, dict) else next(entry["value"] for entry in raw if entry["id"] == step)
    if not key:
        return raw
    (inner,) = re.findall(rf'data-block-key="{key}"[^<>]*>(.*?)(?=</?(?:p|li|ul|ol)[ >])', raw)
    return inner
