"""The values refuse what no file could carry, so that writing has nothing to refuse."""

from __future__ import annotations

from typing import Any

import pytest

from translation.catalogue import Catalogue, CatalogueError, Entry


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"source": ""}, "source text is empty"),
        ({"context": "\0"}, "NUL"),
        ({"source": "a\0"}, "NUL"),
        ({"target": "\ud800"}, "lone surrogate"),
        ({"previous": "\0"}, "NUL"),
        ({"previous": "", "previous_context": "\0"}, "NUL"),
        ({"comments": ("\0",)}, "NUL"),
        ({"translator_comments": ("\0",)}, "NUL"),
        ({"previous_context": "d"}, "needs a previous source"),
        ({"flags": ("fuzzy",)}, "is no flag"),
        ({"flags": ("",)}, "is no flag"),
        ({"flags": ("a,b",)}, "is no flag"),
        ({"flags": (" a",)}, "is no flag"),
        ({"flags": ('a\nmsgid "b"',)}, "is no flag"),
        ({"target": "x", "fuzzy": True, "reviewed": True}, "not finished"),
        ({"target": "", "reviewed": True}, "not finished"),
    ],
)
def test_an_entry_that_can_not_be_written(parts: dict[str, Any], words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        Entry(**{"context": "c", "source": "a", **parts})


@pytest.mark.parametrize(
    ("name", "value"),
    [("", "x"), ("a b", "x"), ("a:", "x"), ("é", "x"), ("A", "x\ny"), ("A", " x"), ("A", "\0"), ("language", "nl")],
)
def test_a_header_that_can_not_be_written(name: str, value: str) -> None:
    with pytest.raises(CatalogueError, match="header"):
        Catalogue("nl", (), ((name, value),))


def test_an_entry_that_stands_twice() -> None:
    with pytest.raises(CatalogueError, match="twice"):
        Catalogue("nl", (Entry("c", "a", "x"), Entry("d", "a"), Entry("c", "a", "y")))
