"""The words and facts of one condition as plain values: what is read from a page, and the shape that it has."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models
from django.db.models.functions import Cast
from django.utils import translation
from django.utils.text import capfirst
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from pages.block_shapes import shape_of
from pages.labels import SECTION_LABELS
from pages.models import ConditionPage, ConditionQuerySet
from pages.shapes import Fields, Raw, Shape, Stream, Words
from pages.vocabulary import Section

# In document order: translators and findings follow it.
FIELD_NAMES = (
    "title",
    "also_known_as",
    "summary",
    *(name for section in Section for name in (f"{section}_heading", section.value)),
    "reviewers",
    "codes",
    "sources",
    "related",
)


@cache
def condition_shape() -> Fields:
    """The shape of a condition: every field that holds words, or blocks with words, in document order."""
    with translation.override(None):  # labels reach translators' files: the same bytes whoever asks first
        return Fields("", {name: _field_shape(name) for name in FIELD_NAMES})


def _field_shape(name: str) -> Shape:
    field: Any = ConditionPage._meta.get_field(name)
    label = capfirst(str(field.verbose_name))
    if name.endswith("_heading"):
        label = f"{SECTION_LABELS[Section(name.removesuffix('_heading'))]} › {label}"
    if isinstance(field, StreamField):
        return replace(shape_of(field.stream_block, name), label=label)
    if isinstance(field, models.CharField | models.TextField):
        return Words(label, max_length=field.max_length)
    raise TypeError(f"pages.content.FIELD_NAMES names {name}, a {type(field).__name__}, which holds no words")


class PageContent(NamedTuple):
    """What a page says, and what it is known by: read by the thousand, so without a model."""

    key: UUID
    slug: str
    locale: str
    revision: int | None  # the live one
    last_reviewed: datetime.date | None
    next_review: datetime.date | None
    content: dict[str, Raw]


def read_pages(pages: ConditionQuerySet) -> Iterator[PageContent]:
    """The content of many pages, each as `read_content` gives it of one. One query, a hundred rows at a time.

    (Wagtail makes a page, and for each stream a field that reads its JSON: that took a sixth of an export.)
    """
    shape = condition_shape()
    streams = {name: part.types for name in FIELD_NAMES if isinstance(part := shape.parts[name], Stream)}
    columns = (Cast(name, models.TextField()) if name in streams else name for name in FIELD_NAMES)
    names = ("translation_key", "slug", "locale__language_code", "live_revision_id", "last_reviewed", "next_review")
    facts = len(names)
    for row in pages.values_list(*names, *columns).iterator(chunk_size=100):
        content = dict(zip(FIELD_NAMES, row[facts:], strict=True))
        for name, types in streams.items():
            # Like Wagtail, without the blocks of a type that is no more.
            content[name] = [entry for entry in json.loads(content[name]) if entry["type"] in types]
        yield PageContent._make((*row[:facts], content))


def read_content(page: ConditionPage) -> dict[str, Raw]:
    """`{field name: raw value}` of a page; streams as the JSON that is stored."""
    return {name: _raw(getattr(page, name)) for name in FIELD_NAMES}


def read_draft(revision: Mapping[str, Any]) -> dict[str, Raw]:
    """The same of a draft, from what Wagtail keeps of it (`Revision.content`): there, streams are JSON in JSON."""
    return {name: _raw_of_draft(name, revision.get(name)) for name in FIELD_NAMES}


def _raw_of_draft(name: str, value: Any) -> Raw:
    return json.loads(value or "[]") if isinstance(ConditionPage._meta.get_field(name), StreamField) else value or ""


def _raw(value: Any) -> Raw:
    return list(value.raw_data) if isinstance(value, StreamValue) else value
