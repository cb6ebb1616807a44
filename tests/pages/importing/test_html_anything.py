"""Whatever web page comes, with panels, tabs, roles and names as sites have them: nothing of it is lost."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from pages.importing.html_reader import read_html
from pages.importing.lexicon_files import lexicon_for

WORD = re.compile(r"[^\W_]+")
KNOWN = lexicon_for("en").is_heading
OPENING = [
    *("<div>", "<section>", "<h1>", "<h2>", "<h3>", "<p>", "<b>", "<ul>", "<li>", "<dl>", "<dt>", "<dd>", "<nav>"),
    *("<table>", "<tr>", "<td>", "<details>", "<summary>"),
    *('<div class="accordion">', '<div class="panel" hidden>', '<div id="p1" role="tabpanel" aria-labelledby="t1">'),
    *('<button aria-expanded="false" aria-controls="p1">', '<a href="#p1" role="tab" id="t1">', '<a href="/x">'),
    *('<div role="heading">', '<div role="heading" aria-level="9">', '<p class="title">', '<div class="h2 title">'),
    *('<div role="listitem">', '<div class="related">', '<span class="edit">'),
]
WORDS = [
    "Causes",
    "Symptoms",
    "It hurts a lot, and most of all at night.",
    "Home",
    "Read more",
    "Contents",
    " ",
    "<br>",
]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Well nested pieces of a page."""

    def piece(depth: int) -> str:
        inner = ""
        for _ in range(draw(st.integers(0, 3))):
            inner += piece(depth - 1) if depth and draw(st.booleans()) else draw(st.sampled_from(WORDS))
        tag = draw(st.sampled_from(OPENING))
        return f"{tag}{inner}</{tag[1:].partition(' ')[0].rstrip('>')}>"

    return f"<html><body>{''.join(piece(3) for _ in range(draw(st.integers(0, 4))))}</body></html>"


@given(pages())
@example("<html><body></body></html>")
@example("<!-- -->\n<body><script>x()</script>")
@settings(max_examples=200)
def test_no_word_of_a_page_is_lost(html: str) -> None:
    source = read_html(html, KNOWN)
    found = [f"{piece.marker} {piece.text}" for piece in source.pieces]
    found += [f"{drop.marker} {drop.text}" for drop in source.dropped]
    page = document_fromstring(html)
    said = " ".join(page.xpath("//text()[not(ancestor::script)]"))
    # By signs: what stands side by side may be one word or two.
    assert not Counter("".join(WORD.findall(said))) - Counter("".join(WORD.findall(" ".join(found))))
