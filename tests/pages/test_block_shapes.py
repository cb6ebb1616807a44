"""Of every block type somebody said whether it holds words; of one that nobody described, the start fails."""

from __future__ import annotations

import pytest
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from pages.block_shapes import UnknownBlockTypeError, shape_of
from pages.shapes import Fact, Fields, Items, Shape, Stream, Words


@pytest.mark.parametrize(
    ("block", "shape"),
    [
        (blocks.CharBlock(label="A"), Words("A")),
        (blocks.CharBlock(label="A", max_length=9), Words("A", max_length=9)),
        (blocks.CharBlock(label="A", critical=True), Words("A", critical=True)),
        (blocks.CharBlock(label="A", translatable=False, max_length=9), Fact("A")),
        (blocks.TextBlock(label="A", max_length=9, critical=True), Words("A", critical=True, max_length=9)),
        (blocks.TextBlock(label="A", translatable=False), Fact("A")),
        (blocks.BlockQuoteBlock(label="A"), Words("A")),
        (blocks.RichTextBlock(label="A"), Words("A", rich=True)),
        (blocks.RichTextBlock(label="A", critical=True), Words("A", rich=True, critical=True)),
        (blocks.ChoiceBlock(label="A", choices=[("x", "X")]), Fact("A")),
        (blocks.URLBlock(label="A"), Fact("A")),
        (blocks.PageChooserBlock(label="A"), Fact("A")),
        (ImageChooserBlock(label="A"), Fact("A")),
        (blocks.ListBlock(blocks.CharBlock(label="B"), label="A"), Items("A", Words("B"))),
        (blocks.StructBlock([("b", blocks.CharBlock(label="B"))], label="A"), Fields("A", {"b": Words("B")})),
        (blocks.StreamBlock([("b", blocks.CharBlock(label="B"))], label="A"), Stream("A", {"b": Words("B")})),
        (
            blocks.StreamBlock(
                [
                    (
                        "b",
                        blocks.ListBlock(blocks.StructBlock([("c", blocks.URLBlock(label="C"))], label="S"), label="B"),
                    )
                ],
                label="A",
            ),
            Stream("A", {"b": Items("B", Fields("S", {"c": Fact("C")}))}),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_shape_of_a_block(block: blocks.Block, shape: Shape) -> None:
    assert shape_of(block) == shape


@pytest.mark.parametrize(
    "block",
    [
        blocks.RawHTMLBlock(),
        blocks.BooleanBlock(),
        blocks.DateBlock(),
        blocks.StaticBlock(),
        blocks.MultipleChoiceBlock(choices=[("x", "X")]),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_block_that_nobody_described(block: blocks.Block) -> None:
    with pytest.raises(UnknownBlockTypeError, match=rf"^here: wagtail\..*\.{type(block).__name__} is not known"):
        shape_of(block, "here")


@pytest.mark.parametrize(
    ("block", "path"),
    [
        (blocks.StructBlock([("html", blocks.RawHTMLBlock())]), "causes.html"),
        (blocks.StreamBlock([("html", blocks.RawHTMLBlock())]), "causes.html"),
        (blocks.ListBlock(blocks.RawHTMLBlock()), r"causes\[\]"),
        (
            blocks.StreamBlock([("a", blocks.StructBlock([("b", blocks.ListBlock(blocks.RawHTMLBlock()))]))]),
            r"causes\.a\.b\[\]",
        ),
    ],
)
def test_the_error_says_where_it_stands(block: blocks.Block, path: str) -> None:
    with pytest.raises(UnknownBlockTypeError, match=f"^{path}: "):
        shape_of(block, "causes")
