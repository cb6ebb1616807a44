"""A condition document as a test reads it: its blocks by their ids, and what in it isn't current."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def blocks_of(document: Json) -> Iterator[Json]:
    for section in document["sections"]:
        yield from section["blocks"]


def block_of(document: Json, block_id: str) -> Json:
    (block,) = [block for block in blocks_of(document) if block["id"] == block_id]
    return block


def not_current(document: Json) -> dict[str, str]:
    """`{path: state}` of all that isn't current."""
    return {entry["path"]: entry["state"] for entry in document["translation"]["not_current"]}
