"""Where in a page's content the words are: a plain description of fields and blocks, derived from the block types.

Everything that walks content (segments, composition, the API's documents, the checks) walks it by these shapes and
over Wagtail's *raw* values, the JSON that a StreamField stores: no query, no image lookup, no page object.

=========  ==============================================================
shape      raw value
=========  ==============================================================
`Words`    `str` (plain text, or Draftail HTML where `rich`), or None
`Fact`     anything that is the same in every language: ids, URLs, codes
`Fields`   `{name: value}`
`Items`    `[{"type": "item", "id": str, "value": value}, ...]`
`Stream`   `[{"type": block type, "id": str, "value": value}, ...]`
=========  ==============================================================
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from pages.richtext import with_keys

Raw = Any


@dataclass(frozen=True, slots=True)
class Words:
    """Text for a translator. `max_length` is in characters; `critical` text can harm if it is wrong."""

    label: str
    rich: bool = False
    critical: bool = False
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that no translator sees."""

    label: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Named parts, in the order in which an editor sees them."""

    label: str
    parts: Mapping[str, Shape]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one shape; each item has an id."""

    label: str
    item: Shape


@dataclass(frozen=True, slots=True)
class Stream:
    """A list of blocks of several types; each has an id."""

    label: str
    types: Mapping[str, Shape]


Shape = Words | Fact | Fields | Items | Stream


def give_keys(shape: Shape, raw: Raw) -> Raw:
    """The same raw value with a `data-block-key` on every paragraph and list item of rich text that lacked one."""
    if not raw:
        return raw
    match shape:
        case Words(rich=True):
            return with_keys(raw)
        case Fields(parts=parts):
            return {name: give_keys(parts[name], value) if name in parts else value for name, value in raw.items()}
        case Items(item=item):
            # Wagtail also takes a bare list, and gives its items ids when it next reads them as blocks.
            entries = [e if isinstance(e, dict) else {"type": "item", "value": e, "id": str(uuid4())} for e in raw]
            return [{**entry, "value": give_keys(item, entry["value"])} for entry in entries]
        case Stream(types=types):
            return [
                {**entry, "value": give_keys(types[entry["type"]], entry["value"])} if entry["type"] in types else entry
                for entry in raw
            ]
        case _:
            return raw


def repeated_ids(shape: Shape, raw: Raw) -> Iterator[str]:
    """The ids that stand twice among the blocks or items of one list: no path could tell them apart."""
    match shape:
        case Fields(parts=parts):
            for name, inner in parts.items():
                yield from repeated_ids(inner, (raw or {}).get(name))
        case Items() | Stream():
            counted = Counter(entry.get("id") for entry in raw or ())
            # A block that is new has no id yet; it gets one when it is stored.
            yield from (str(key) for key, times in counted.items() if key and times > 1)
            for entry in raw or ():
                inner = shape.item if isinstance(shape, Items) else shape.types[entry["type"]]
                yield from repeated_ids(inner, entry["value"])
        case _:
            return


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value without parts. `name` is that of the nearest field or block type above it."""

    name: str
    shape: Words | Fact
    value: Raw


def leaves(shape: Shape, raw: Raw, name: str = "") -> Iterator[Leaf]:
    """Every leaf of a content, in document order."""
    match shape:
        case Words() | Fact():
            yield Leaf(name, shape, raw)
        case Fields(parts=parts):
            for part, inner in parts.items():
                if part in (raw or {}):
                    yield from leaves(inner, raw[part], part)
        case Items(item=item):
            for entry in raw or ():
                yield from leaves(item, entry["value"], name)
        case Stream(types=types):
            for entry in raw or ():
                yield from leaves(types[entry["type"]], entry["value"], entry["type"])
