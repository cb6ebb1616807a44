"""The quick way to cut rich text answers what the careful one answers, or leaves it to that one."""

import pytest
from hypothesis import example, given

from pages.richtext import MalformedRichText, _split_with_care, split
from pages.usual_html import cut_usual
from tests.contents import rich_text
from tests.pages.soup import ANYTHING, NEARLY_USUAL, nested_html


@given(rich_text() | NEARLY_USUAL | nested_html() | ANYTHING)
@example('<p data-block-key="a">1</p><p data-block-key="a">2</p>')
@example('<ul><li data-block-key="a">1</li>')
@example('<ul><li data-block-key="a">1</li></ol>')
@example('<li data-block-key="a">1</li></ul>')
@example('<ul><li data-block-key="a">1<ul><li data-block-key="b">2</li></ul></li></ul>')
@example('<p data-block-key="a"><b>1</i></p>')
@example('<p data-block-key="a">1<!-- </p> --></p>')
def test_what_is_cut_quickly_is_cut_rightly(html: str) -> None:
    if cut_usual(html) is None:
        return
    try:
        careful = _split_with_care(html)
    except MalformedRichText as error:
        pytest.fail(f"{html!r} is malformed, and was cut: {error}")
    assert split(html) == careful


@pytest.mark.parametrize(
    "html",
    [
        '<p data-block-key="k3x9z">Take <b>two</b> a day, <a linktype="page" id="9">see</a><br/>below.</p>',
        '<h2 data-block-key="a">When</h2><ul><li data-block-key="b">now</li><li data-block-key="c"></li></ul>',
        '<ol><li data-block-key="b">10<sup>9</sup>/L</li></ol><p data-block-key="c">&lt; 3</p>',
    ],
)
def test_what_editors_write_is_usual(html: str) -> None:
    elements = cut_usual(html)
    assert elements is not None
    assert "".join("".join((e.opens, e.start, e.inner, e.end, e.closes)) for e in elements) == html
