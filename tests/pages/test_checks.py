"""The start fails where words could be passed over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.checks import run_checks
from django.utils import translation
from wagtail import blocks

from pages.blocks import SectionBlock
from pages.content import FIELD_NAMES, condition_shape
from pages.models import ConditionPage
from translation.segments import segments_of


@pytest.fixture(autouse=True)
def _fresh_shape() -> Iterator[None]:
    condition_shape.cache_clear()
    yield
    condition_shape.cache_clear()


def test_our_own_blocks_are_described() -> None:
    assert [error.id for error in run_checks() if error.id in ("pages.E001", "api.E001")] == []


def test_a_block_type_that_nobody_described_is_an_error_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    class WithHtml(SectionBlock):
        note = blocks.StructBlock([("body", blocks.RawHTMLBlock())])

    field = ConditionPage._meta.get_field("causes")
    monkeypatch.setattr(field, "stream_block", WithHtml())
    (error,) = [error for error in run_checks() if error.id == "pages.E001"]
    assert error.is_serious()
    assert error.msg.startswith("causes.note.body: wagtail.blocks.field_block.RawHTMLBlock is not known")


def test_every_field_of_a_condition_that_can_hold_words_is_walked() -> None:
    """Whoever adds a field to the page says in pages/content.py that it has words, or here that it has none."""
    wordless = {"id", "page_ptr", "last_reviewed", "next_review", "imported_from"}
    own = {field.name for field in ConditionPage._meta.get_fields() if field.model is ConditionPage}
    inherited = {field.name for field in ConditionPage._meta.get_parent_list()[0]._meta.get_fields()}
    assert own - inherited - wordless - set(FIELD_NAMES) == set()


def test_translators_files_are_the_same_whoever_asks_first() -> None:
    content = {"definition": [{"type": "heading", "id": "h", "value": "x"}], "summary": "y"}
    with translation.override("nl"):
        in_dutch = segments_of(condition_shape(), content)
    condition_shape.cache_clear()
    with translation.override("en"):
        assert segments_of(condition_shape(), content) == in_dutch
    assert [segment.breadcrumb for segment in in_dutch] == ["Summary", "Definition › Sub-heading"]
