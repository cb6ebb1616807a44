"""Segments of a small shape, written out: which values have words, and that none is left without a path."""

from __future__ import annotations

from typing import Any

import pytest

from pages.richtext import MalformedRichText
from tests.translation.shapes import SMALL
from translation.segments import Segment, Served, replace_segments, segments_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param({"name": "x"}, [Segment("name", "x", "plain", True, 9, "Name")], id="plain"),
        pytest.param(
            {"body": '<p data-block-key="p1">x <a href="/y">y</a></p>'},
            [Segment("body#p1", 'x <a id="1">y</a>', "rich", False, None, "Text")],
            id="rich",
        ),
        pytest.param({"code": "x"}, [], id="fact"),
        pytest.param(
            {"rows": [{"type": "item", "id": "r", "value": [{"type": "item", "id": "c", "value": "x"}]}]},
            [Segment("rows.r.c", "x", "plain", False, None, "Rows › Row › Cell")],
            id="list in a list",
        ),
        pytest.param(
            {"inner": {"note": "x"}}, [Segment("inner.note", "x", "plain", False, None, "Inner › Note")], id="fields"
        ),
        pytest.param(
            {"blocks": [{"type": "b", "id": "i", "value": {"text": '<p data-block-key="k">x</p>'}}]},
            [Segment("blocks.i.text#k", "x", "rich", True, None, "Blocks › B › Text")],
            id="block",
        ),
        pytest.param(
            {"body": '<ul><li data-block-key="k1">x<ul><li data-block-key="k2">y</li></ul></li></ul>'},
            [
                Segment("body#k1", "x", "rich", False, None, "Text"),
                Segment("body#k2", "y", "rich", False, None, "Text"),
            ],
            id="nested list",
        ),
    ],
)
def test_shapes_by_hand(raw: dict[str, Any], expected: list[Segment]) -> None:
    assert segments_of(SMALL, raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"name": None},
        {"name": ""},
        {"name": " \n\u00a0"},
        {"body": None},
        {"body": '<p data-block-key="p1"></p>'},
        {"body": '<p data-block-key="p1">\u00a0 <br/></p><hr/>'},
        {"rows": None},
        {"rows": []},
        {"rows": [{"type": "item", "id": "r", "value": None}]},
        {"inner": None},
        {"inner": {}},
        {"blocks": [{"type": "b", "id": "i", "value": {}}]},
        {"not in the shape": "x"},
    ],
)
def test_what_nobody_filled_in_is_no_segment_and_comes_back_as_it_was(raw: dict[str, Any]) -> None:
    assert segments_of(SMALL, raw) == []
    assert replace_segments(SMALL, raw, lambda segment: Served("!")) == raw


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>9</sup>/L", "10<sup>9</sup>/L"),
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
        ("a<br/>b", "a<br/>b"),
        ('<a linktype="page" id="3">Gout</a> and <a href="/x">x</a>', '<a id="1">Gout</a> and <a id="2">x</a>'),
        ("&lt; 5 &amp; more", "&lt; 5 &amp; more"),
    ],
)
def test_a_sentence_with_inline_tags_is_one_segment(html: str, text: str) -> None:
    raw = {"body": f'<p data-block-key="k">{html}</p>'}
    assert [segment.text for segment in segments_of(SMALL, raw)] == [text]


@pytest.mark.parametrize("html", ["words", "<p>no key</p>", '<p data-block-key="k">a</p>b', '<p data-block-key="k">a'])
def test_rich_text_with_words_that_no_path_names_is_refused(html: str) -> None:
    with pytest.raises(MalformedRichText):
        segments_of(SMALL, {"body": html})
