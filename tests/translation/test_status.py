"""How far each language has come, condition by condition."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import build_condition, publish_condition, republish, translate, treatment
from translation.models import State
from translation.status import StatusLine, translation_status

pytestmark = pytest.mark.django_db


def line(slug: str, locale: str, segments: int, **counts: int) -> StatusLine:
    zero = dict.fromkeys(("current", "unreviewed", "stale", "missing", "critical"), 0)
    return StatusLine(slug, locale, segments, **(zero | counts))


def test_without_conditions_there_is_nothing_to_say() -> None:
    assert list(translation_status(["nl"])) == []


def test_one_line_per_condition_and_language_but_its_own_by_slug() -> None:
    publish_condition("b")
    publish_condition("a")
    build_condition("draft")
    assert list(translation_status(["en", "nl", "ar"])) == [
        line("a", "nl", 3, missing=3),
        line("a", "ar", 3, missing=3),
        line("b", "nl", 3, missing=3),
        line("b", "ar", 3, missing=3),
    ]


def test_each_verdict_is_counted() -> None:
    page = publish_condition(treatments=[treatment("t", "Tea", "Two cups.", "Not hot.", "Not sweet.")])
    translate(page, "nl", paths=["title", "summary", "treatments.t.warnings.t-w0", "treatments.t.body#k0000"])
    translate(page, "nl", State.TRANSLATED, paths=["treatments.t.warnings.t-w1"])
    translate(page, "nl", State.NEEDS_REVIEW, paths=["treatments.t.name"])
    republish(page, summary="Pain.", treatments=[treatment("t", "Tea", "Three cups.", "Not hot.", "Not sweet.")])
    # critical: the unreviewed warning and the changed dose, and the name of the treatment
    assert list(translation_status(["nl"])) == [
        line("sore-throat", "nl", 7, current=2, unreviewed=2, stale=2, missing=1, critical=3)
    ]


@pytest.mark.parametrize("state", State)
def test_complete_is_when_all_is_reviewed(state: State) -> None:
    translate(publish_condition(), "nl", state)
    (told,) = translation_status(["nl"])
    assert told.is_complete == (state == State.REVIEWED)
    assert told.current + told.unreviewed == told.segments == 3


def test_languages_and_conditions_are_apart() -> None:
    translate(publish_condition("a"), "nl")
    translate(publish_condition("b"), "es")
    told = {(t.slug, t.locale): t.current for t in translation_status(["nl", "es"])}
    assert told == {("a", "nl"): 3, ("a", "es"): 0, ("b", "nl"): 0, ("b", "es"): 3}


def test_two_queries_for_everything() -> None:
    for slug in "ab":
        translate(publish_condition(slug), "nl")
    with CaptureQueriesContext(connection) as queries:
        assert len(list(translation_status(["nl", "es", "ar"]))) == 6
    assert len(queries) == 2  # the rows; the pages with their languages
