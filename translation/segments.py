"""A condition as segments, and segments back as a condition: one walk, driven by the shapes of the blocks.

A path is stable as long as its text is the same piece of writing: field, block id, sub-field, and for rich text the
`data-block-key` that Draftail keeps for each paragraph, as in `definition.<block id>#<key>`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Literal, NamedTuple

from pages.markup import has_words
from pages.richtext import join, split
from pages.shapes import Fact, Fields, Items, Raw, Shape, Stream, Words
from translation.inline import decode, encode


def digest_of(text: str) -> str:
    """The SHA-256 of a segment's exact text, in hexadecimal: to this a translation is bound."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_rich(path: str) -> bool:
    """Whether a path leads into rich text: only those end with a paragraph's key."""
    return "#" in path


class Segment(NamedTuple):
    """The smallest text that a translator gets. `text` of a rich segment has inline tags with ids for attributes."""

    path: str
    text: str
    kind: Literal["plain", "rich"]
    critical: bool
    max_length: int | None
    breadcrumb: str

    @property
    def digest(self) -> str:
        return digest_of(self.text)


class Served(NamedTuple):
    """What stands in a segment's place. `lang` and `direction` are given where they aren't those of the document."""

    text: str
    lang: str | None = None
    direction: str | None = None


Visit = Callable[[Segment], Served]


def segments_of(shape: Shape, raw: Raw) -> list[Segment]:
    """All segments of a content, in document order. Raises MalformedRichText for tags that don't nest."""
    found: list[Segment] = []

    def note(segment: Segment) -> Served:
        found.append(segment)
        return Served(segment.text)

    replace_segments(shape, raw, note)
    return found


def replace_segments(shape: Shape, raw: Raw, visit: Visit) -> Raw:
    """The same content with each segment replaced by what `visit` answers for it.

    Raises InlineError for a text whose tags don't fit its segment; what gets stored is checked for that beforehand.
    """
    return _walk(shape, raw, "", (), visit)


def _walk(shape: Shape, raw: Raw, path: str, trail: tuple[str, ...], visit: Visit) -> Raw:
    if not raw:  # None, "", [] and {}: an optional field that nobody filled in
        return raw
    match shape:
        case Fact():
            return raw
        case Words(rich=True):
            return _walk_rich(shape, raw, path, (*trail, shape.label), visit)
        case Words():
            if not raw.strip():
                return raw
            breadcrumb = " › ".join((*trail, shape.label))
            return visit(Segment(path, raw, "plain", shape.critical, shape.max_length, breadcrumb)).text
        case Fields(parts=parts):
            inner = (*trail, shape.label) if shape.label else trail
            joint = f"{path}." if path else ""
            walked = {n: _walk(part, raw[n], joint + n, inner, visit) for n, part in parts.items() if n in raw}
            return {**raw, **walked}
        case Items(item=item):
            inner = (*trail, shape.label)
            return [{**e, "value": _walk(item, e["value"], f"{path}.{e['id']}", inner, visit)} for e in raw]
        case Stream(types=types):
            inner = (*trail, shape.label)
            return [{**e, "value": _walk(types[e["type"]], e["value"], f"{path}.{e['id']}", inner, visit)} for e in raw]


def _walk_rich(shape: Words, raw: str, path: str, trail: tuple[str, ...], visit: Visit) -> str:
    rich = split(raw)
    inners: dict[str, str] = {}
    attributes: dict[str, dict[str, str]] = {}
    for fragment in rich.fragments:
        if not has_words(fragment.html):
            continue
        text = encode(fragment.html)
        served = visit(
            Segment(f"{path}#{fragment.key}", text, "rich", shape.critical, shape.max_length, " › ".join(trail))
        )
        if served.text != text:
            inners[fragment.key] = decode(served.text, fragment.html)
        if served.lang and served.direction:
            attributes[fragment.key] = {"lang": served.lang, "dir": served.direction}
    return join(rich, inners, attributes) if inners or attributes else raw
