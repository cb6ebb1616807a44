"""By its shape, a content is walked to every leaf, and every paragraph gets a key."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from pages.content import condition_shape
from pages.richtext import split
from pages.shapes import Fact, Fields, Items, Leaf, Raw, Shape, Stream, Words, give_keys, leaves
from tests.contents import contents, words_in

RICH, PLAIN, FACT = Words("Text", rich=True), Words("Name"), Fact("Code")
KEYED = '<p data-block-key="k1">x</p>'
KEY = re.compile(r' data-block-key="[^"]*"')


@pytest.mark.parametrize(
    ("shape", "raw"),
    [
        (RICH, KEYED),
        (RICH, None),
        (RICH, ""),
        (PLAIN, "<p>x</p>"),
        (FACT, 7),
        (Items("Rows", RICH), None),
        (Fields("", {"a": RICH}), {"other": "<p>x</p>"}),
        (Stream("", {"a": RICH}), [{"type": "gone", "id": "i", "value": "<p>x</p>"}]),
    ],
)
def test_where_no_key_is_missing_nothing_changes(shape: Shape, raw: Raw) -> None:
    assert give_keys(shape, raw) == raw


@pytest.mark.parametrize(
    ("shape", "frame"),
    [
        pytest.param(RICH, lambda html: html, id="words"),
        pytest.param(Fields("", {"a": RICH, "b": FACT}), lambda html: {"a": html, "b": 7}, id="fields"),
        pytest.param(Items("", RICH), lambda html: [{"type": "item", "id": "i", "value": html}], id="items"),
        pytest.param(
            Stream("", {"a": RICH, "b": PLAIN}),
            lambda html: [{"type": "b", "id": "j", "value": "x"}, {"type": "a", "id": "i", "value": html}],
            id="stream",
        ),
        pytest.param(
            Items("", Items("", Fields("", {"a": RICH}))),
            lambda html: [{"id": "i", "value": [{"id": "j", "value": {"a": html}}]}],
            id="deep",
        ),
    ],
)
def test_a_missing_key_is_given_wherever_the_text_stands(shape: Shape, frame: Any) -> None:
    given_keys = repr(give_keys(shape, frame("<p>x</p>")))
    assert len(KEY.findall(given_keys)) == 1
    assert KEY.sub("", given_keys) == repr(frame("<p>x</p>"))


def test_leaves_come_with_the_name_of_their_field_or_block() -> None:
    shape = Fields(
        "",
        {
            "title": PLAIN,
            "rows": Items("Rows", Items("Row", RICH)),
            "blocks": Stream("", {"image": Fields("", {"image": FACT, "alt": PLAIN}), "note": RICH}),
            "absent": PLAIN,
        },
    )
    raw = {
        "blocks": [
            {"type": "note", "id": "n", "value": "<p>2</p>"},
            {"type": "image", "id": "i", "value": {"image": 3, "alt": None}},
        ],
        "rows": [{"id": "r", "value": [{"id": "c", "value": "<p>1</p>"}]}, {"id": "s", "value": None}],
        "title": "0",
    }
    assert list(leaves(shape, raw)) == [
        Leaf("title", PLAIN, "0"),
        Leaf("rows", RICH, "<p>1</p>"),
        Leaf("note", RICH, "<p>2</p>"),
        Leaf("image", FACT, 3),
        Leaf("alt", PLAIN, None),
    ]


@settings(max_examples=30)
@given(contents(condition_shape()))
def test_every_word_is_a_leaf_and_every_paragraph_gets_a_key(content: Raw) -> None:
    words: Counter[str] = Counter()
    for leaf in leaves(condition_shape(), content):
        if isinstance(leaf.shape, Words) and leaf.value:
            words += words_in(leaf.value)
    assert words == words_in(content)

    assert give_keys(condition_shape(), content) == content
    renewed = give_keys(condition_shape(), _without_keys(content))
    assert repr(_without_keys(renewed)) == repr(_without_keys(content))
    assert renewed == give_keys(condition_shape(), _without_keys(content))
    for leaf in leaves(condition_shape(), renewed):
        if isinstance(leaf.shape, Words) and leaf.shape.rich and leaf.value:
            assert len(split(leaf.value).fragments) == len(re.findall(r"<(?:p|li)\b", leaf.value))


def _without_keys(raw: Raw) -> Raw:
    match raw:
        case str():
            return KEY.sub("", raw)
        case list():
            return [_without_keys(item) for item in raw]
        case dict():
            return {name: _without_keys(value) for name, value in raw.items()}
        case _:
            return raw
