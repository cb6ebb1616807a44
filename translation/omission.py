"""Texts are left out of a content, with whatever can't be read without them and nothing that must stay. Pure.

What is left out for a text that isn't current, the smallest thing first:

- a paragraph or list item of rich text, with what is nested in it and the lists that the paragraph introduces;
- a cell of a table, whose columns stay; with the first cell, which says what a row is about, the row;
- the block around a plain text (a name, a heading, a caption, a column's head) and around any critical text: a
  treatment without its warning would be dangerous.

What stands over other text is never left out: a field of the page, and a sub-heading. Without it, what follows would be
read as something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pages.markup import has_words
from pages.richtext import without
from pages.shapes import Fields, Items, Raw, Shape, Stream, Words
from translation.segments import Segment


def leave_out(
    shape: Shape, content: Raw, segments: Sequence[Segment], paths: Collection[str], *, critical_too: bool
) -> Raw:
    """A content without the texts at `paths`, where they can be left out; `segments` are all that it has.

    Unless `critical_too`, a block that holds critical text stays, whatever else in it is to go.
    """
    return _Omission(segments, frozenset(paths), critical_too).walk(shape, content, "")


@dataclass(frozen=True, slots=True)
class _Omission:
    segments: Sequence[Segment]
    paths: frozenset[str]
    critical_too: bool

    def walk(self, shape: Shape, raw: Raw, path: str) -> Raw:
        if not raw:
            return raw
        match shape:
            case Words(rich=True, critical=False):
                keys = {path_out.partition("#")[2] for path_out in self.paths if path_out.startswith(f"{path}#")}
                return without(raw, keys) if keys else raw
            case Fields(parts=parts):
                joint = f"{path}." if path else ""
                return {**raw, **{n: self.walk(part, raw[n], joint + n) for n, part in parts.items() if n in raw}}
            case Items(item=item):
                walked = [{**e, "value": self.walk(item, e["value"], f"{path}.{e['id']}")} for e in raw]
                if isinstance(item, Items):
                    return [new for old, new in zip(raw, walked, strict=True) if not _lost_its_first(item, old, new)]
                return walked
            case Stream(types=types):
                stay = [e for e in raw if not self._takes_along(types, e["type"], f"{path}.{e['id']}")]
                walked = [{**e, "value": self.walk(types[e["type"]], e["value"], f"{path}.{e['id']}")} for e in stay]
                return [
                    new for old, new in zip(stay, walked, strict=True) if not _is_emptied(types[old["type"]], old, new)
                ]
            case _:
                return raw

    def _takes_along(self, types: Mapping[str, Shape], name: str, path: str) -> bool:
        """Whether a block goes whole."""
        shape = types[name]
        # Among blocks of other types, plain text by itself is a sub-heading; a stream of one type is a mere list.
        if isinstance(shape, Words) and not shape.rich and len(types) > 1:
            return False
        within = [s for s in self.segments if s.path == path or s.path.startswith((f"{path}.", f"{path}#"))]
        if not any(s.path in self.paths and (s.critical or s.kind == "plain") for s in within):
            return False
        return self.critical_too or not any(s.critical for s in within)


def _is_emptied(shape: Shape, old: Raw, new: Raw) -> bool:
    """Whether this was rich text with words, and has none any more."""
    return isinstance(shape, Words) and shape.rich and has_words(old["value"] or "") and not has_words(new["value"])


def _lost_its_first(shape: Items, old: Raw, new: Raw) -> bool:
    return bool(old["value"]) and _is_emptied(shape.item, old["value"][0], new["value"][0])
