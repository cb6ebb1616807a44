"""However long a piece of HTML and whatever it holds, walking over it takes linear time."""

import time
from contextlib import suppress

import pytest

from pages.markup import plain_text
from pages.public_html import public_html
from pages.richtext import MalformedRichText, join, split, with_keys

PIECES = ["<", "<a ", '<a "', "<a '\"", "<!--", "<!", "<a b=", "<p>", "<b>", "</b>", "<b></i>", "<li>x", "&", "&amp"]
PIECES += ['<p a="', "x"]
KEYED = '<p data-block-key="k">'
IN_A_PARAGRAPH = ["<b>x</b>", "<br/>", '<a b="">', '<a b="">x</a>', "<b>x</p>", KEYED]
IN_A_TAG = [" ", "a ", "a=", '""', "a = ", "a" * 50, "='"]


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        *(("", piece, "") for piece in PIECES),
        *(("<p ", piece, ">x</p>") for piece in IN_A_TAG),
        *((KEYED, piece, "") for piece in IN_A_PARAGRAPH),
    ],
)
def test_time_is_linear(before: str, piece: str, after: str) -> None:
    html = before + piece * (200_000 // len(piece)) + after
    started = time.process_time()
    with_keys(html)
    plain_text(html)
    public_html(html, lambda attributes: attributes.get("href"))
    with suppress(MalformedRichText):
        join(split(html))
    assert time.process_time() - started < 6  # quadratic takes minutes
