"""The shapes of Wagtail's block types: which of their values are words, and which are facts."""

from __future__ import annotations

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from pages.shapes import Fact, Fields, Items, Shape, Stream, Words


class UnknownBlockTypeError(TypeError):
    """A block type of which nobody said whether it holds words. Raised at start, by the system check."""

    def __init__(self, where: str, block: blocks.Block) -> None:
        kind = f"{type(block).__module__}.{type(block).__qualname__}"
        super().__init__(f"{where}: {kind} is not known; say in pages/block_shapes.py what its words are")


# Order matters only where one class derives from another; none of these do.
_WORDS = (blocks.CharBlock, blocks.TextBlock)
_FACTS = (
    blocks.ChoiceBlock,
    blocks.URLBlock,
    blocks.PageChooserBlock,
    ImageChooserBlock,
)


def shape_of(block: blocks.Block, where: str = "") -> Shape:
    """The shape of a Wagtail block.

    A text block made with `translatable=False` is a fact; one made with `critical=True` can harm if it is wrong.
    Raises UnknownBlockTypeError, with the path to the block, for a type that this function doesn't know.
    """
    label = str(block.label or where)
    match block:
        case blocks.StreamBlock():
            return Stream(label, {n: shape_of(b, f"{where}.{n}") for n, b in block.child_blocks.items()})
        case blocks.StructBlock():
            return Fields(label, {n: shape_of(b, f"{where}.{n}") for n, b in block.child_blocks.items()})
        case blocks.ListBlock():
            return Items(label, shape_of(block.child_block, f"{where}[]"))
        case blocks.RichTextBlock():
            return Words(label, rich=True, critical=getattr(block.meta, "critical", False))
        case _ if isinstance(block, _WORDS):
            if not getattr(block.meta, "translatable", True):
                return Fact(label)
            limit = getattr(block.field, "max_length", None)
            return Words(label, critical=getattr(block.meta, "critical", False), max_length=limit)
        case _ if isinstance(block, _FACTS):
            return Fact(label)
        case _:
            raise UnknownBlockTypeError(where, block)
