"""HTML as it is found: what is a heading, an item, a row, what surrounds the text; and that no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.importing.html_reader import read_html
from pages.importing.values import Kind, Piece, Source
from pages.richtext import split, with_keys
from tests.pages.soup import nested_html

PIECES = ["<p>", "</div>", "<li", "<table><tr>", "&", "<![CDATA[", "<a href=", "x", "<h1>", "<br>", "<td>", "\x00"]
WORD = re.compile(r"[^\W_]+")
PROSE = "A long sentence that says what it is all about, in many words. "


def said(source: Source) -> list[tuple[str, int, str]]:
    """Kind, level and text of each piece; list items and rows by their kinds' initials."""
    return [(piece.kind.value[0], piece.level, piece.text) for piece in source.pieces]


def dropped(source: Source) -> list[tuple[str, str]]:
    return [(drop.text, drop.reason) for drop in source.dropped]


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("<h1>Gout</h1><p>It hurts.", [("h", 1, "Gout"), ("p", 0, "It hurts.")]),
        ("<p>One<p>Two", [("p", 0, "One"), ("p", 0, "Two")]),
        ("one <div>two</div> three", [("p", 0, "one"), ("p", 0, "two"), ("p", 0, "three")]),
        ("<ul><li>a<li>b <b>c</b></ul>", [("l", 0, "a"), ("l", 0, "b c")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("l", 0, "a b")]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("l", 0, "a"), ("l", 0, "b"), ("l", 0, "c")]),
        ("<p>a<br>b</p>", [("p", 0, "a b")]),
        ("<p>a<br><br>b</p>", [("p", 0, "a"), ("p", 0, "b")]),
        ("<p>• a<br>• b<br>c</p>", [("l", 0, "a"), ("l", 0, "b c")]),
        ("<p>1. a<br/>2. b</p>", [("l", 0, "a"), ("l", 0, "b")]),
        ("<b>Causes</b><br>Uric acid.", [("h", 0, "Causes"), ("p", 0, "Uric acid.")]),
        ("<p><strong>Causes</strong></p><p>Acid.</p>", [("h", 0, "Causes"), ("p", 0, "Acid.")]),
        ("<h2>A</h2><p><b>Causes</b></p><p>Acid.</p>", [("h", 2, "A"), ("h", 3, "Causes"), ("p", 0, "Acid.")]),
        ("<p><b>Do not stop taking it.</b></p><p>x</p>", [("p", 0, "Do not stop taking it."), ("p", 0, "x")]),
        ("<p><b>Not a heading</b></p>", [("p", 0, "Not a heading")]),
        ("<p><b>Do</b> rest</p><p>x</p>", [("p", 0, "Do rest"), ("p", 0, "x")]),
        ("<table><tr><th>Dose<th>Age<tr><td>5 mg<td><p>2</p></table>", [("t", 0, "Dose | Age"), ("t", 0, "5 mg | 2")]),
        ("<table><tr><td>x<td><h2>A</h2><p>b</table>", [("p", 0, "x"), ("h", 2, "A"), ("p", 0, "b")]),
        ("<dl><dt>Acid<dd>In the blood.</dl>", [("p", 0, "Acid"), ("p", 0, "In the blood.")]),
        ("<h2>A<details><summary>B</summary>c</details>", [("h", 2, "A"), ("h", 3, "B"), ("p", 0, "c")]),
        (
            "10<sup>9</sup>/L and 2<sup>nd</sup>, H<sub>2</sub>O, m<sup>2/3</sup>",
            [("p", 0, "10⁹/L and 2nd, H₂O, m^(2/3)")],
        ),
        ("<p>&nbsp;</p><p>5&nbsp;mg &lt; 10</p>", [("p", 0, "5\xa0mg < 10")]),
        ("<p>a <!-- b --> c<script>d</script><style>e</style></p>", [("p", 0, "a c")]),
        ("<?xml version='1.0' encoding='latin-1'?><p>é</p>", [("p", 0, "é")]),
        ("<title>Gout – Clinic</title><body><p>It hurts.", [("h", 1, "Gout"), ("p", 0, "It hurts.")]),
        ("", []),
        ("<!-- -->", []),
        ("<p>\x00a\x01b", [("p", 0, "a b")]),
    ],
)
def test_pieces(html: str, pieces: list[tuple[str, int, str]]) -> None:
    assert said(read_html(html)) == pieces


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>plain</p>", ""),
        ("<p>5 <b>mg</b></p>", "5 <b>mg</b>"),
        ("<p><strong>a <em>b</em></strong>.</p>", "<b>a </b><b><i>b</i></b>."),
        ("<p>10<sup>9</sup>/L</p>", "10<sup>9</sup>/L"),
        ("<p><a href='https://x.example/?a=1&amp;b=2'>see <b>it</b></a></p>", None),
        ("<p><a href='/x'>see</a></p>", ""),
        ("<p><a href='javascript:alert(1)'>see</a></p>", ""),
        ("<p><a href='tel:112'>112</a></p>", '<a href="tel:112">112</a>'),
        ("<p>&lt;b&gt; <i>x</i></p>", "&lt;b&gt; <i>x</i>"),
        ("<p>a<br>b &amp; c</p>", "a<br/>b &amp; c"),
    ],
)
def test_marks(html: str, marked: str | None) -> None:
    piece = read_html(html).pieces[0]
    if marked is None:
        marked = '<a href="https://x.example/?a=1&amp;b=2">see <b>it</b></a>'
    assert piece.html == marked


def test_relative_links_are_of_the_page_or_of_what_it_says() -> None:
    link = "<p><a href='../y'>y</a></p>"
    assert 'href="https://a.example/y"' in read_html(link, address="https://a.example/b/c").pieces[0].html
    base = "<base href='https://b.example/d/e/'>"
    assert 'href="https://b.example/d/y"' in read_html(base + link, address="https://a.example/b/c").pieces[0].html
    source = read_html(link)
    assert [(flag.kind.value, flag.where) for flag in source.flags] == [("links", "y")]
    assert read_html("<base href='http://['>" + link).pieces[0].html == ""


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<nav>x</nav>", "navigation"),
        ("<ul class='main-menu'><li>x</ul>", "navigation"),
        ("<div id='cookieNotice'>x</div>", "cookies"),
        ("<div class='ShareBar'>x</div>", "sharing"),
        ("<header>x</header>", "navigation"),
        ("<footer>x</footer>", "page footer"),
        ("<div role='contentinfo'>x</div>", "page footer"),
        ("<form><p>x</form>", "form"),
        ("<button>x</button>", "form"),
        ("<div hidden>x</div>", "hidden"),
        ("<p style='display: none'>x</p>", "hidden"),
        ("<ul><li><a href='#a'>x</a><li><a href='#b'>x</a></ul>", "table of contents"),
        ("<img alt='x'>", "picture"),
        ("<p><del>x</del></p>", "deleted text"),
    ],
)
def test_what_surrounds_the_text(html: str, reason: str) -> None:
    page = f"<body><h1>Gout</h1><p>{PROSE * 3}</p>{html}<p>{PROSE}</p></body>"
    source = read_html(page)
    assert {reason for _, reason in dropped(source)} == {reason}
    assert {text for text, _ in dropped(source)} == {"x"}
    assert len(source.pieces) == 3


def test_only_the_main_part_where_there_is_one() -> None:
    page = f"<body><div>Clinic</div><main><header>{PROSE}</header><h1>Gout</h1><p>{PROSE * 3}</p></main><div>Map</div>"
    source = read_html(page)
    assert dropped(source) == [
        ("Clinic", "outside of the page's main part"),
        ("Map", "outside of the page's main part"),
    ]
    assert PROSE.strip() in [piece.text for piece in source.pieces]


def test_what_is_before_the_heading_of_a_page_but_not_of_a_piece_of_one() -> None:
    page = f"<p>Clinic</p><p>{PROSE}</p><h1>Gout</h1><p>It hurts.</p>"
    assert said(read_html(f"<html><body>{page}")) == [
        ("h", 1, "Gout"),
        ("p", 0, PROSE.strip()),
        ("p", 0, "It hurts."),
    ]
    assert dropped(read_html(f"<html><body>{page}")) == [("Clinic", "before the page's heading")]
    assert len(read_html(page).pieces) == 4


@pytest.mark.parametrize("name", ["menu", "share", "search", "footer"])
def test_a_name_is_not_believed_against_the_prose_and_the_heading(name: str) -> None:
    assert len(read_html(f"<body><div class='{name}'><h1>Gout</h1><p>x</p></div><p>{PROSE}").pieces) == 3
    assert len(read_html(f"<body><h1>Gout</h1><div class='{name}'><p>{PROSE}</p></div><p>{PROSE}").pieces) == 3
    assert len(read_html(f"<body><h1>Gout</h1><p>{PROSE * 9}</p><p id='{name}'>x</p>").pieces) == 3


def test_the_logo_is_not_the_title() -> None:
    page = f"<body><header><h1>Clinic</h1></header><main><h1>Gout</h1><p>{PROSE}</p></main>"
    assert read_html(page).pieces[0] == Piece(Kind.HEADING, "Gout", 1, 1)
    assert dropped(read_html(page)) == [("Clinic", "navigation")]


def test_lines_are_counted() -> None:
    source = read_html("<h1>Gout</h1>\n<p>It\nhurts.</p>\n\n<ul>\n<li>a</li>\n<li>b</li></ul>")
    assert [piece.line for piece in source.pieces] == [1, 2, 6, 7]


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


@given(nested_html())
def test_every_word_is_in_a_piece_or_dropped(html: str) -> None:
    source = read_html(html)
    marked = [piece.html for piece in source.pieces if piece.html]
    for one in marked:
        split(with_keys(f"<p>{one}</p>"))
    seen = unescape(re.sub(r"</?[a-z][^>]*>", " ", html))
    kept = " ".join([*(piece.text for piece in source.pieces), *(drop.text for drop in source.dropped)])
    assert words("".join(WORD.findall(seen))) == words("".join(WORD.findall(kept)))


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
@example("<a href='http://['>x</a>")
@example("<div>" * 3000 + "x")
@example("<table>" * 300 + "x")
@example("<!DOCTYPE")
def test_nothing_raises(html: str) -> None:
    read_html(html)


def test_what_is_nested_deeply_is_not_lost() -> None:
    source = read_html("<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after</p>")
    assert [piece.text for piece in source.pieces] == ["deep", "after"]
