"""The condition document: its keys, its facts, its sections and its blocks."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import pytest

from pages.models import ConditionPage
from tests.documents import block_of
from tests.factories import (
    advice,
    examination,
    heading,
    image,
    make_picture,
    paragraph,
    publish_condition,
    republish,
    table,
    treatment,
)
from tests.journeys.doors import Api, Json

SECTIONS = ["definition", "causes", "signs", "diagnosis", "treatments"]
KEYS = {
    "id": str,
    "type": str,
    "slug": str,
    "url": str,
    "locale": str,
    "direction": str,
    "title": str,
    "also_known_as": list,
    "summary": str,
    "codes": list,
    "sections": list,
    "review": dict,
    "sources": list,
    "related": list,
    "translation": dict,
    "locales": list,
    "published_at": str,
    "modified_at": str,
}


def _full(**more: Any) -> ConditionPage:
    """A condition with something in every field."""
    related = publish_condition("tonsillitis", title="Tonsillitis")
    return publish_condition(
        also_known_as=[{"type": "name", "id": "n1", "value": "Pharyngitis"}],
        codes=[{"type": "code", "id": "c1", "value": {"system": "icd-10", "code": "J02.9"}}],
        definition=[paragraph("p1", "One."), heading("h1", "More"), image("i1", make_picture().pk, caption="Red")],
        causes=[paragraph("p2", "A virus.")],
        signs=[advice("a1", "emergency", "Call for help", "At once.")],
        diagnosis=[examination("e1", "Throat swab", "With a swab.")],
        treatments=[
            treatment("t1", "Painkillers", "Take one.", "Not with fever.", approach="medicine"),
            table("tb1", "Doses", ["Age", "Dose"], ["Adults", "<b>500 mg</b>"]),
        ],
        further=[paragraph("p3", "It goes away.")],
        sources=[{"type": "source", "id": "s1", "value": {"title": "A guideline", "url": "https://example.org/g"}}],
        reviewers=[{"type": "reviewer", "id": "r1", "value": {"name": "Dr. A", "role": "Doctor"}}],
        related=[{"type": "condition", "id": "rel1", "value": related.pk}],
        last_reviewed=datetime.date(2026, 1, 31),
        next_review=datetime.date(2027, 1, 31),
        **more,
    )


def _assert_shape(document: Json) -> None:
    assert list(document) == list(KEYS)
    for key, type_ in KEYS.items():
        assert type(document[key]) is type_, key
    assert list(document["review"]) == ["last_reviewed", "next_review", "reviewers"]
    assert list(document["translation"])[:6] == [
        "source_locale",
        "status",
        "segments",
        "current",
        "not_current",
        "reviewers",
    ]
    for section in document["sections"]:
        assert list(section) == ["type", "heading", "lang", "blocks"]
        for block in section["blocks"]:
            assert list(block)[:4] == ["id", "type", "lang", "state"]
    for moment in (document["published_at"], document["modified_at"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)


def test_all_keys_in_order_with_their_types(api: Api) -> None:
    _full()
    _assert_shape(api.condition("en"))


def test_the_same_keys_when_there_is_next_to_nothing(api: Api) -> None:
    publish_condition()
    document = api.condition("en")
    _assert_shape(document)
    assert document["also_known_as"] == document["codes"] == document["sources"] == document["related"] == []
    assert document["review"] == {"last_reviewed": None, "next_review": None, "reviewers": []}
    assert [len(section["blocks"]) for section in document["sections"]] == [1, 0, 0, 0, 0]


def test_the_facts(api: Api) -> None:
    page = _full()
    related = ConditionPage.objects.get(slug="tonsillitis")
    document = api.condition("en")
    assert {key: document[key] for key in list(KEYS)[:10]} == {
        "id": str(page.translation_key),
        "type": "condition",
        "slug": "sore-throat",
        "url": "/api/v1/en/conditions/sore-throat/",
        "locale": "en",
        "direction": "ltr",
        "title": "Sore throat",
        "also_known_as": ["Pharyngitis"],
        "summary": "Pain when you swallow.",
        "codes": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "J02.9"}],
    }
    assert document["review"] == {
        "last_reviewed": "2026-01-31",
        "next_review": "2027-01-31",
        "reviewers": [{"name": "Dr. A", "role": "Doctor"}],
    }
    assert document["sources"] == [{"title": "A guideline", "url": "https://example.org/g"}]
    key = related.translation_key
    assert document["related"] == [{"id": str(key), "url": f"/api/v1/conditions/{key}/?locale=en"}]
    assert document["locales"] == [{"locale": "en", "url": document["url"], "status": "source"}]


def test_always_the_five_sections_and_further_only_with_text(api: Api) -> None:
    page = publish_condition()
    assert [section["type"] for section in api.condition("en")["sections"]] == SECTIONS
    page = republish(page, further=[paragraph("p3", "It goes away.")])
    assert [section["type"] for section in api.condition("en")["sections"]] == [*SECTIONS, "further"]
    republish(page, further=[])
    assert [section["type"] for section in api.condition("en")["sections"]] == SECTIONS


BLOCKS: list[tuple[str, Json]] = [
    ("p1", {"type": "paragraph", "html": "<p>One.</p>"}),
    ("h1", {"type": "heading", "text": "More"}),
    ("a1", {"type": "advice", "urgency": "emergency", "heading": "Call for help", "html": "<p>At once.</p>"}),
    ("e1", {"type": "examination", "name": "Throat swab", "html": "<p>With a swab.</p>"}),
    (
        "t1",
        {
            "type": "treatment",
            "approach": "medicine",
            "name": "Painkillers",
            "html": "<p>Take one.</p>",
            "warnings": [{"id": "t1-w0", "lang": "en", "text": "Not with fever."}],
        },
    ),
    (
        "tb1",
        {
            "type": "table",
            "caption": "Doses",
            "header": [{"id": "h0", "lang": "en", "text": "Age"}, {"id": "h1", "lang": "en", "text": "Dose"}],
            "rows": [
                {
                    "id": "r0",
                    "cells": [
                        {"id": "r0c0", "html": "<p>Adults</p>"},
                        {"id": "r0c1", "html": "<p><b>500 mg</b></p>"},
                    ],
                }
            ],
        },
    ),
]


def test_a_block(api: Api, subtests: pytest.Subtests) -> None:
    """Every type says its id, its language and its state first; what it means, after."""
    _full()
    document = api.condition("en")
    for block_id, rest in BLOCKS:
        with subtests.test(block_id=block_id):
            assert block_of(document, block_id) == {"id": block_id, "lang": "en", "state": "source", **rest}


def test_an_image(api: Api) -> None:
    _full()
    block = block_of(api.condition("en"), "i1")
    assert (block["type"], block["alt"], block["caption"]) == ("image", "A red throat.", "Red")
    picture = block["image"]
    assert (picture["width"], picture["height"]) == (1000, 500)
    assert [(smaller["width"], smaller["height"]) for smaller in picture["renditions"]] == [(400, 200), (800, 400)]
    for url in (picture["url"], *(smaller["url"] for smaller in picture["renditions"])):
        assert url.startswith("/media/")


def test_no_keys_of_the_editor_are_left(api: Api) -> None:
    _full()
    body = api.get("en/conditions/sore-throat/").content
    assert b"data-block-key" not in body
    assert b"linktype" not in body


def test_the_bytes_are_compact_utf_8(api: Api) -> None:
    publish_condition(title="Ménière — 頭痛")
    body = api.get("en/conditions/sore-throat/").content
    document = json.loads(body)
    assert body == json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    assert b"\\u" not in body
