"""Blocks that say what words mean, never how they look.

`critical=True` on a field says that a wrong translation of it can harm somebody; `translatable=False` that it is no
text for a translator. pages/block_shapes.py reads both.
"""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from pages.block_shapes import shape_of
from pages.labels import APPROACH_LABELS, CODE_SYSTEM_NAMES, URGENCY_LABELS, choices
from pages.shapes import Shape, give_keys

PROSE = ["bold", "italic", "superscript", "subscript", "link", "ol", "ul"]
CELL = ["bold", "italic", "superscript", "subscript", "link"]


class AdviceBlock(blocks.StructBlock):
    """When to get help, and how soon. All of its text is critical."""

    urgency = blocks.ChoiceBlock(choices=choices(URGENCY_LABELS), label=_("Urgency"))
    heading = blocks.CharBlock(max_length=120, critical=True, label=_("Heading"))
    body = blocks.RichTextBlock(features=PROSE, critical=True, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Advice")


class ExaminationBlock(blocks.StructBlock):
    """An examination that a patient may be offered."""

    name = blocks.CharBlock(max_length=120, label=_("Name"))
    body = blocks.RichTextBlock(features=PROSE, required=False, label=_("Text"))

    class Meta:
        icon = "search"
        label = _("Examination")


class TreatmentBlock(blocks.StructBlock):
    """A treatment with its warnings. All of its text is critical because doses stand in it."""

    approach = blocks.ChoiceBlock(choices=choices(APPROACH_LABELS), label=_("Approach"))
    name = blocks.CharBlock(max_length=120, critical=True, label=_("Name"))
    body = blocks.RichTextBlock(features=PROSE, required=False, critical=True, label=_("Text"))
    warnings = blocks.ListBlock(
        blocks.TextBlock(max_length=500, critical=True, label=_("Warning")), default=[], label=_("Warnings")
    )

    class Meta:
        icon = "plus-inverse"
        label = _("Treatment")


class ImageBlock(blocks.StructBlock):
    """A picture with the text that stands for it where it can't be seen."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(max_length=250, label=_("Text alternative"), help_text=_("What the picture shows."))
    caption = blocks.CharBlock(max_length=250, required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Image")


class TableBlock(blocks.StructBlock):
    """A table with one header row. Rows and cells have ids, so that a row put in between leaves translations alone."""

    caption = blocks.CharBlock(max_length=250, label=_("Caption"))
    header = blocks.ListBlock(blocks.CharBlock(max_length=120, label=_("Column")), min_num=1, label=_("Header row"))
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.RichTextBlock(features=CELL, required=False, label=_("Cell")), label=_("Row")),
        min_num=1,
        label=_("Rows"),
    )

    class Meta:
        icon = "table"
        label = _("Table")

    def clean(self, value: blocks.StructValue) -> Any:
        cleaned = super().clean(value)
        width = len(cleaned["header"])
        for number, row in enumerate(cleaned["rows"], start=1):
            if len(row) != width:
                message = _("Row %(number)d has %(cells)d cells, the header has %(width)d.")
                values = {"number": number, "cells": len(row), "width": width}
                raise StructBlockValidationError(block_errors={"rows": ValidationError(message % values)})
        return cleaned


class KeyedStreamBlock(blocks.StreamBlock):
    """A stream whose paragraphs and list items all have a key when it is stored, wherever the text came from."""

    @cached_property
    def shape(self) -> Shape:
        return shape_of(self)

    def get_prep_value(self, value: blocks.StreamValue) -> Any:
        return give_keys(self.shape, super().get_prep_value(value))


class SectionBlock(KeyedStreamBlock):
    """What a section is made of."""

    heading = blocks.CharBlock(max_length=120, icon="title", label=_("Sub-heading"))
    paragraph = blocks.RichTextBlock(features=PROSE, icon="pilcrow", label=_("Text"))
    advice = AdviceBlock()
    examination = ExaminationBlock()
    treatment = TreatmentBlock()
    image = ImageBlock()
    table = TableBlock()


class NamesBlock(blocks.StreamBlock):
    """Other names of a condition."""

    name = blocks.CharBlock(max_length=120, label=_("Name"))


class CodesBlock(blocks.StreamBlock):
    """Clinical codes."""

    code = blocks.StructBlock(
        [
            ("system", blocks.ChoiceBlock(choices=choices(CODE_SYSTEM_NAMES), label=_("System"))),
            ("code", blocks.CharBlock(max_length=40, translatable=False, label=_("Code"))),
        ],
        label=_("Code"),
    )


class SourcesBlock(blocks.StreamBlock):
    """What the text rests on. A source is named in its own language, so its title isn't translated."""

    source = blocks.StructBlock(
        [
            ("title", blocks.CharBlock(max_length=250, translatable=False, label=_("Title"))),
            ("url", blocks.URLBlock(label=_("Address"))),
        ],
        label=_("Source"),
    )


class ReviewersBlock(blocks.StreamBlock):
    """Who checked the source text."""

    reviewer = blocks.StructBlock(
        [
            ("name", blocks.CharBlock(max_length=120, translatable=False, label=_("Name"))),
            ("role", blocks.CharBlock(max_length=120, label=_("Role"))),
        ],
        label=_("Reviewer"),
    )


class RelatedBlock(blocks.StreamBlock):
    """Other conditions that a reader may want."""

    condition = blocks.PageChooserBlock(page_type="pages.ConditionPage", label=_("Condition"))
