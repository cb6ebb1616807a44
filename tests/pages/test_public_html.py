"""What is published is well formed, has few tags and only safe addresses, and says the same, whatever the string."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from html import unescape

import pytest
from hypothesis import example, given

from pages.markup import Kind, tokenise
from pages.public_html import _public_if_usual, _public_with_care, public_html, safe_href
from tests.contents import rich_text
from tests.draftail import draftail_html
from tests.pages.soup import NEARLY_USUAL, SOUP, nested_html


def href(attributes: Mapping[str, str]) -> str | None:
    return attributes.get("href")


@pytest.mark.parametrize(
    ("html", "public"),
    [
        ('<p data-block-key="a" class="x" style="y">one</p>', "<p>one</p>"),
        ('<p lang="en" dir="ltr">one</p>', '<p lang="en" dir="ltr">one</p>'),
        ('<p lang="&quot;>&lt;b" dir="up">one</p>', "<p>one</p>"),
        ("<strong>a</strong><em>b</em><u>c</u><br>", "<b>a</b><i>b</i>c<br/>"),
        ('<ul><li data-block-key="a">a<ol><li>b</li></ol></li></ul>', "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ("<h2>Title</h2><blockquote>Said</blockquote>", "<p>Title</p><p>Said</p>"),
        ('a<script>alert("<b>")</script>b<style>p{}</style>c', "abc"),
        ("a<!-- b -->c<embed url='x'/><hr/>", "ac"),
        ("&lt;b&gt; &amp;lt; &quot;&nbsp;&copy;", '&lt;b&gt; &amp;lt; "\u00a0©'),
        ("R&D 1 < 2 > 0 &nope;", "R&amp;D 1 &lt; 2 &gt; 0 &amp;nope;"),
        ("<b><i>x</b>y</i>z", "<b><i>x</i></b>yz"),
        ("<b>x", "<b>x</b>"),
        ("x</b></p>", "x"),
        ("<p>one<p>two<ul><li>a</li></ul>", "<p>one</p><p>two</p><ul><li>a</li></ul>"),
        ("<b/>x<p/>", "x"),
        ('<a href="/a" onclick="x" target=_blank>t</a>', '<a href="/a">t</a>'),
        ('<a href="/?a=1&amp;b=2&quot;">t</a>', '<a href="/?a=1&amp;b=2&quot;">t</a>'),
        ('<a href="/a">b<a href="/c">d</a>e</a>f', '<a href="/a">bde</a>f'),
        ('<a linktype="page" id="3">t</a>', "t"),
        ('<a title="<img src=x onerror=alert(1)>">t</a>', '&lt;a title="&quot;&gt;t'.replace("&quot;", '"')),
    ],
)
def test_public_html(html: str, public: str) -> None:
    assert public_html(html, href) == public


def test_the_link_function_decides_the_address() -> None:
    def link(attributes: Mapping[str, str]) -> str | None:
        return f"/conditions/{attributes['id']}?locale=nl" if attributes.get("linktype") == "page" else None

    html = '<p>See <a linktype="page" id="3">asthma</a> or <a href="https://x.example">this</a>.</p>'
    assert public_html(html, link) == '<p>See <a href="/conditions/3?locale=nl">asthma</a> or this.</p>'


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example",
        "HTTP://x.example/a b?c=d#e",
        "mailto:a@x.example",
        "tel:112",
        "/",
        "/a/b?c",
        "https://ar.example/ا",
    ],
)
def test_safe_addresses(address: str) -> None:
    assert safe_href(address) == address
    assert safe_href(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "#a",
        "a/b",
        "x.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://",
        "mailto:",
        "ftp://x.example",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "\u00a0javascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://x.example",
        "https://x.example/\u202egnp.exe",
        "https://x.example\u200b",
        "https://x\ufeff.example",
        "https://x.example\n",
        "None",
    ],
)
def test_unsafe_addresses(address: str) -> None:
    assert safe_href(address) is None


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "/&Tab;/evil.example",
        "&sol;&sol;evil.example",
    ],
)
def test_a_disguised_link_is_only_its_text(written: str) -> None:
    for quote in ('"', "'", ""):
        assert public_html(f"<p>a <a href={quote}{written}{quote}>b</a></p>", href) == "<p>a b</p>"


@given(SOUP | draftail_html() | nested_html())
@example("<p><blockquote>x")
@example("<a href='/x'><a href='/y'></a>")
def test_public_html_is_well_formed_and_says_the_same(html: str) -> None:
    public = public_html(html, href)
    tree = ET.fromstring(f"<root>{public}</root>")
    for element in tree.iter():
        assert element.tag in ("root", "p", "ul", "ol", "li", "b", "i", "sup", "sub", "br", "a")
        assert set(element.keys()) <= {"lang", "dir", "href"}
        assert safe_href(element.get("href", "/")) is not None
    assert tree.find(".//a//a") is None
    assert tree.find(".//p//p") is None
    if "<script" not in html and "<style" not in html:
        assert "".join(tree.itertext()) == unescape_each(html)


def unescape_each(html: str) -> str:
    return "".join(unescape(token.text) for token in tokenise(html) if token.kind is Kind.TEXT)


@given(rich_text() | NEARLY_USUAL | SOUP)
@example('<h2 data-block-key="a">When</h2><ul><li data-block-key="b"><b>now</b><br/></li></ul>')
@example('<p data-block-key="a">1 > 0 &amp;lt; &copy;</p>')
@example('<p data-block-key="a"><b id="x">1</b></p>')
def test_what_is_written_quickly_is_written_rightly(html: str) -> None:
    assert _public_if_usual(html) in (None, _public_with_care(html, href))
