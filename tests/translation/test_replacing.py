"""What comes back from a translator stands exactly where it went out, and nothing else changes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from pages.markup import Kind, plain_text, tokenise
from tests.contents import contents, value_at, words_in
from tests.translation.shapes import SMALL
from translation.inline import InlineError
from translation.segments import Segment, Served, replace_segments, segments_of

NESTED = '<ul><li data-block-key="k0">a<ol><li data-block-key="k1">b<sup>9</sup></li></ol></li></ul>'
conditions = contents(condition_shape())
properties = settings(max_examples=25)


def test_a_replacement_whose_tags_do_not_fit_is_refused() -> None:
    raw = {"body": '<p data-block-key="k">10<sup>9</sup>/L</p>'}
    with pytest.raises(InlineError):
        replace_segments(SMALL, raw, lambda segment: Served("109/L"))


def test_a_replaced_link_keeps_its_address() -> None:
    raw = {"body": '<p data-block-key="k">See <a href="/y">this</a>.</p>'}
    replaced = replace_segments(SMALL, raw, lambda segment: Served('<a id="1">Dit</a> dus.'))
    assert replaced == {"body": '<p data-block-key="k"><a href="/y">Dit</a> dus.</p>'}


def test_the_language_of_a_rich_segment_is_written_on_its_element_alone() -> None:
    raw = {"body": '<p data-block-key="k1">x</p><ul><li data-block-key="k2">y</li></ul>'}

    def visit(segment: Segment) -> Served:
        return Served(segment.text, "ar", "rtl") if segment.path == "body#k2" else Served(segment.text)

    marked = replace_segments(SMALL, raw, visit)["body"]
    assert marked.startswith('<p data-block-key="k1">x</p><ul><li ')
    (start,) = [token for token in tokenise(marked) if token.name == "li" and token.kind is Kind.START]
    assert start.attributes == {"data-block-key": "k2", "lang": "ar", "dir": "rtl"}
    assert marked.replace(' lang="ar"', "").replace(' dir="rtl"', "") == raw["body"]


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_what_goes_out_comes_back(content: dict[str, Any]) -> None:
    before = repr(content)
    assert repr(replace_segments(condition_shape(), content, lambda segment: Served(segment.text))) == before
    assert repr(content) == before  # nor was it written into


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_replacing_changes_these_places_and_nothing_else(content: dict[str, Any]) -> None:
    segments = segments_of(condition_shape(), content)
    numbers = {segment.path: number for number, segment in enumerate(segments)}

    marked = replace_segments(condition_shape(), content, lambda s: Served(f"⟦{numbers[s.path]}⟧{s.text}"))

    assert len(numbers) == len(segments)  # paths are unique
    for segment in segments:
        assert value_at(marked, segment.path) == f"⟦{numbers[segment.path]}⟧{value_at(content, segment.path)}"
    assert repr(marked).count("⟦") == len(segments)
    assert re.sub(r"⟦\d+⟧", "", repr(marked)) == repr(content)


@properties
@given(conditions, st.data())
def test_replacing_one_leaves_the_others(content: dict[str, Any], data: st.DataObject) -> None:
    segments = segments_of(condition_shape(), content)
    chosen = data.draw(st.sampled_from(segments)) if segments else None

    changed = replace_segments(
        condition_shape(), content, lambda s: Served(s.text + "!" if chosen and s.path == chosen.path else s.text)
    )

    after = segments_of(condition_shape(), changed)
    assert [s.text for s in after] == [s.text + "!" if chosen and s.path == chosen.path else s.text for s in segments]
    assert [s.path for s in after] == [s.path for s in segments]


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_every_letter_of_every_word_is_in_a_segment_once(content: dict[str, Any]) -> None:
    segments = segments_of(condition_shape(), content)
    letters = words_in([s.text if s.kind == "plain" else plain_text(s.text) for s in segments])
    assert letters == words_in(content)

    def silence(segment: Segment) -> Served:
        if segment.kind == "plain":
            return Served("")
        return Served("".join(token.text for token in tokenise(segment.text) if token.kind is not Kind.TEXT))

    assert not words_in(replace_segments(condition_shape(), content, silence))
