"""Markdown: headings, lists, tables, links and HTML in it; front matter; lines as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.markdown_reader import read_markdown
from pages.importing.values import Kind

TEXT = """---
title: "Gout"
layout: leaflet
---
Crystals in a *joint*
hurt.

Causes
------

1. Uric acid
2. [Beer](https://beer.example/)

* Age

## Treatments

| Dose | Age |
|------|-----|
| 5 mg | 2   |

Take 10<sup>9</sup> **not** more.
"""


def test_what_a_text_says() -> None:
    source = read_markdown(TEXT)
    assert [(piece.kind, piece.level, piece.text, piece.line) for piece in source.pieces] == [
        (Kind.HEADING, 1, "Gout", 1),
        (Kind.PARAGRAPH, 0, "Crystals in a joint hurt.", 5),
        (Kind.HEADING, 2, "Causes", 8),
        (Kind.LIST_ITEM, 0, "Uric acid", 11),
        (Kind.LIST_ITEM, 0, "Beer", 12),
        (Kind.LIST_ITEM, 0, "Age", 14),
        (Kind.HEADING, 2, "Treatments", 16),
        (Kind.TABLE_ROW, 0, "Dose | Age", 18),
        (Kind.TABLE_ROW, 0, "5 mg | 2", 20),
        (Kind.PARAGRAPH, 0, "Take 10⁹ not more.", 22),
    ]
    assert source.pieces[1].html == "Crystals in a <i>joint</i> hurt."
    assert source.pieces[4].html == '<a href="https://beer.example/">Beer</a>'
    assert [piece.marker for piece in source.pieces[3:6]] == ["1.", "1.", "•"]
    assert [(drop.text, drop.line, drop.reason) for drop in source.dropped] == [
        ('title: "Gout"', 2, "front matter"),
        ("layout: leaflet", 3, "front matter"),
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("# Gout\n\nx", ["Gout", "x"]),
        ("---\ntitle: A\n---\n# Gout", ["Gout"]),
        ("+++\ntitle = 'A'\n+++\nx", ["A", "x"]),
        ("---\nnot ended\n\nx", ["not ended", "x"]),
        ("\ufeff# Gout\r\n\r\nx\r\n", ["Gout", "x"]),
        ("a\n<div>b</div>\n<script>c</script>", ["a", "b"]),
        ("    code <b>", ["code <b>"]),
        ("```\ncode\n```", ["code"]),
        ("> quoted", ["quoted"]),
        ("a &amp; b \\*c\\*", ["a & b *c*"]),
        ("", []),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert [piece.text for piece in read_markdown(text).pieces] == pieces


@given(st.text())
def test_nothing_raises(text: str) -> None:
    read_markdown(text)
