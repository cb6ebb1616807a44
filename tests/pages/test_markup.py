"""HTML is read as tokens and as words without losing a byte, whatever the string."""

import pytest
from hypothesis import given

from pages.markup import plain_text, tokenise
from tests.pages.soup import ANYTHING


@given(ANYTHING)
def test_tokens_joined_are_the_string(html: str) -> None:
    assert "".join(token.text for token in tokenise(html)) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<b>c</b>", [("text", "a"), ("start", "<b>"), ("text", "c"), ("end", "</b>")]),
        ("<br><br/><x/>", [("empty", "<br>"), ("empty", "<br/>"), ("empty", "<x/>")]),
        ("<a title='a > b'>", [("start", "<a title='a > b'>")]),
        ("1 < 2 <3 <", [("text", "1 < 2 <3 <")]),
        ("<a <b>", [("text", "<a "), ("start", "<b>")]),
        ('<a href="x>', [("text", '<a href="x>')]),
        ("<!-- <b> -->x", [("comment", "<!-- <b> -->"), ("text", "x")]),
        ("<!-- <b>x", [("text", "<!-- <b>x")]),
        ("<!DOCTYPE html>x", [("comment", "<!DOCTYPE html>"), ("text", "x")]),
    ],
)
def test_tokens(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.kind.value, token.text) for token in tokenise(html)] == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a href="/x?a=1&amp;b=2" ID=3>', {"href": "/x?a=1&b=2", "id": "3"}),
        ("<a b='c' b=\"d\" e f = g>", {"b": "c", "e": "", "f": "g"}),
        ('<p"class=x" id="1">', {"id": "1"}),
        ("</a href='x'>", {}),
        ("<br/>", {}),
    ],
)
def test_attributes(tag: str, expected: dict[str, str]) -> None:
    assert next(tokenise(tag)).attributes == expected


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp; <b>b</b>&nbsp;&lt;c&gt;", "a & b\u00a0<c>"),
        ("take 5<br/>10 times", "take 5\n10 times"),
        ("<p>one</p><p>two</p><ul><li>a<ul><li>b</li></ul></li></ul>", "one\ntwo\na\nb"),
        ("10<sup>9</sup>/L", "109/L"),
        ("1 < 2 &nope; R&D", "1 < 2 &nope; R&D"),
        ("a<!-- x -->b<script>c</script>d", "abd"),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text
