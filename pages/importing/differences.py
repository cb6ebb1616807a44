"""What differs between two imports of the same page, section by section, in the words that readers see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pages.markup import plain_text
from pages.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Difference:
    """The lines that left a section, and those that came into it."""

    section: Section
    removed: tuple[str, ...]
    added: tuple[str, ...]


def differences(
    before: Mapping[Section, Sequence[Mapping[str, Any]]], after: Mapping[Section, Sequence[Mapping[str, Any]]]
) -> tuple[Difference, ...]:
    """The sections that differ. Both are raw stream data, as `to_blocks` gives it; ids and keys don't count."""
    found = []
    for section in Section:
        old, new = ([*_lines(side.get(section, ()))] for side in (before, after))
        removed: list[str] = []
        added: list[str] = []
        for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                removed += old[i1:i2]
                added += new[j1:j2]
        if removed or added:
            found.append(Difference(section, tuple(removed), tuple(added)))
    return tuple(found)


def _lines(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        yield from _said(block["value"])


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # 10 to the ninth is not 109.
        marked = value.replace("<sup>", "^").replace("<sub>", "_")
        yield from (line for line in plain_text(marked).split("\n") if line)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _said(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _said(inner)
