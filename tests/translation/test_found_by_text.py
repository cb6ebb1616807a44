"""Translations are found by how their texts start, through an index."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from translation.models import SegmentTranslation

pytestmark = pytest.mark.django_db

START = "Neem deze tabletten elke dag op hetzelfde tijdstip in, "


def store(locale: str, text: str) -> None:
    now = timezone.now()
    SegmentTranslation.objects.create(
        locale=locale,
        condition=uuid4(),
        path="/summary",
        source_digest=uuid4().hex,
        source_text="Take these tablets at the same time every day.",
        target_text=text,
        state="translated",
        origin="po",
        created_at=now,
        updated_at=now,
    )


def test_what_starts_in_the_same_way_is_found() -> None:
    for text in (f"{START}met water.", f"{START}met melk.", "Kort", ""):
        store("nl", text)
    found = SegmentTranslation.objects.starting_like([f"{START}met water.", "Ko"])
    assert sorted(found.values_list("target_text", flat=True)) == [f"{START}met melk.", f"{START}met water."]
    (found,) = SegmentTranslation.objects.starting_like(["Kort"])
    assert found.target_text == "Kort"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another planner reads a small table whole")
def test_they_are_found_by_an_index() -> None:
    """A hundred thousand rows, scattered over the file, take seconds to read."""
    plan = SegmentTranslation.objects.in_languages(["nl", "de"]).starting_like([START]).explain()
    assert "USING INDEX translations_by_start (<expr>=? AND locale=?)" in plan
