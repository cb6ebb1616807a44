"""Tombstones are forgotten in the end; a cursor from before is told to start again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from api.models import Edition
from pages.models import ConditionPage
from tests.factories import publish_condition, translate
from tests.journeys.doors import Api, run
from translation.models import State


def _age(days: int) -> None:
    tombstones = Edition.objects.filter(state=Edition.State.WITHDRAWN)
    tombstones.update(modified_at=timezone.now() - timedelta(days=days))


def test_old_ones_are_gone_and_their_cursors_too(api: Api, dutch: ConditionPage, settings: Any) -> None:
    settings.TOMBSTONE_DAYS = 30
    assert api.json("")["tombstone_days"] == 30
    early = api.json("nl/changes/")["cursor"]
    dutch.unpublish()
    late = api.json("nl/changes/")["cursor"]
    _age(31)
    publish_condition("burns", title="Burns").unpublish()
    code, out = run("forget_tombstones")
    assert (code, out) == (0, "2 tombstones older than 30 days forgotten\n")
    assert [change["slug"] for change in api.json("en/changes/")["changes"]] == ["burns"]
    problem = api.problem(f"nl/changes/?since={early}", 410, "cursor-gone")
    assert (problem["restart"], problem["bundle"]) == ("/api/v1/nl/changes/", "/api/v1/nl/bundle/")
    assert api.json(f"nl/changes/?since={late}")["changes"] == []
    assert api.json(f"nl/changes/?since={api.json('nl/bundle/')['cursor']}")["changes"] == []
    assert api.json("nl/changes/")["changes"] == [], "without a cursor nothing has to be known"
    api.problem("nl/conditions/sore-throat/", 404, "not-found")


def test_young_ones_stay(api: Api, dutch: ConditionPage, settings: Any) -> None:
    early = api.json("nl/changes/")["cursor"]
    dutch.unpublish()
    _age(settings.TOMBSTONE_DAYS - 1)
    assert run("forget_tombstones")[1].startswith("0 ")
    assert len(api.json(f"nl/changes/?since={early}")["changes"]) == 1


def test_what_comes_back_by_itself_is_remembered(api: Api, settings: Any) -> None:
    settings.NOT_CURRENT = "withdraw"
    page = publish_condition()
    translate(page, "nl")
    translate(page, "nl", State.TRANSLATED, segments=1)
    _age(settings.TOMBSTONE_DAYS + 1)
    assert run("forget_tombstones")[1].startswith("0 ")
    settings.NOT_CURRENT = "source"
    run("rebuild_editions")
    assert api.condition("nl")["translation"]["status"] == "outdated"


def test_another_feed_after_a_backup_was_restored(api: Api, dutch: ConditionPage) -> None:
    before = api.json("nl/changes/")["cursor"]
    bundle = api.json("nl/bundle/")
    assert run("renew_feed")[0] == 0
    problem = api.problem(f"nl/changes/?since={before}", 410, "cursor-gone")
    after = api.json(problem["bundle"])
    assert after["cursor"] != bundle["cursor"]
    assert api.json(f"nl/changes/?since={after['cursor']}")["changes"] == []
    assert run("verify_editions")[0] == 0
