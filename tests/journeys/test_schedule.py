"""Journey 1 by the clock: what is scheduled appears, changes and expires when its time has come, and not before."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.utils import timezone

from pages.models import ConditionPage
from tests.factories import publish_condition, republish
from tests.journeys.doors import Api, run

ADDRESS = "en/conditions/sore-throat/"


def test_scheduled_publishing(api: Api, travel: Callable[[float], None]) -> None:
    publish_condition(go_live_at=timezone.now() + datetime.timedelta(hours=1))
    api.problem(ADDRESS, 404, "not-found")
    run("publish_scheduled")
    assert api.news() == set()
    travel(2)
    run("publish_scheduled")
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == {"en/sore-throat"}


def test_scheduled_change_of_a_published_condition(api: Api, travel: Callable[[float], None]) -> None:
    page = publish_condition()
    api.news()
    republish(page, summary="From tomorrow on.", go_live_at=timezone.now() + datetime.timedelta(hours=1))
    assert api.news() == set()
    travel(2)
    run("publish_scheduled")
    assert api.condition("en")["summary"] == "From tomorrow on."
    assert api.news() == {"en/sore-throat"}


def test_expiry(api: Api, travel: Callable[[float], None]) -> None:
    publish_condition(expire_at=timezone.now() + datetime.timedelta(hours=1))
    api.news()
    travel(2)
    run("publish_scheduled")
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "expired"
    assert api.news() == {"en/sore-throat expired"}


def test_published_again_after_expiry(api: Api, travel: Callable[[float], None]) -> None:
    page = publish_condition(expire_at=timezone.now() + datetime.timedelta(hours=1))
    travel(2)
    run("publish_scheduled")
    republish(page, expire_at=None)
    assert api.condition("en")["title"] == "Sore throat"
    ConditionPage.objects.get(pk=page.pk).unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "unpublished"
