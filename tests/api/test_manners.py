"""What every answer says of itself: how many requests are left, and when the API ends."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from pages.models import ConditionPage
from tests.api.contract import READS, check, component
from tests.journeys.doors import Api

ADDRESS = "en/conditions/sore-throat/"


@pytest.fixture(autouse=True)
def _nothing_counted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_nothing_is_counted_unless_asked(api: Api, throat: ConditionPage) -> None:
    answer = api.get(ADDRESS)
    assert "RateLimit" not in answer
    assert "RateLimit-Policy" not in answer


def test_requests_are_counted(api: Api, throat: ConditionPage, settings: Any) -> None:
    settings.API_RATE = "2/minute"
    first, second, third = (api.get(ADDRESS) for _ in range(3))
    assert first["RateLimit-Policy"] == '"default";q=2;w=60'
    assert first["RateLimit"] == '"default";r=1;t=60'
    assert second["RateLimit"].startswith('"default";r=0;t=')
    assert third.status_code == 429
    check(third.json(), component("TooManyRequestsProblem"))
    assert 1 <= int(third["Retry-After"]) <= 60
    assert third["RateLimit"].startswith('"default";r=0;t=')
    assert third["Cache-Control"] == "no-store"
    assert third["Access-Control-Allow-Origin"] == "*"
    for _, address in READS:
        assert api.get(address).status_code == 429


def test_each_address_for_itself(api: Api, throat: ConditionPage, settings: Any) -> None:
    settings.API_RATE = "1/hour"
    assert api.get(ADDRESS).status_code == 200
    assert api.get(ADDRESS).status_code == 429
    assert api.client.get(f"/api/v1/{ADDRESS}", REMOTE_ADDR="192.0.2.7").status_code == 200
    # Nobody gets more by saying who he is, unless a proxy of ours says it.
    assert api.client.get(f"/api/v1/{ADDRESS}", headers={"X-Forwarded-For": "192.0.2.8"}).status_code == 429
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}
    behind = {"X-Forwarded-For": "198.51.100.1, 192.0.2.9"}
    assert [api.client.get(f"/api/v1/{ADDRESS}", headers=behind).status_code for _ in range(2)] == [200, 429]
    behind = {"X-Forwarded-For": "198.51.100.2, 192.0.2.9"}
    assert api.client.get(f"/api/v1/{ADDRESS}", headers=behind).status_code == 429


def test_the_end_is_announced(api: Api, throat: ConditionPage, settings: Any) -> None:
    assert "Deprecation" not in api.get(ADDRESS)
    assert "Sunset" not in api.get(ADDRESS)
    settings.API_DEPRECATED = datetime.date(2023, 6, 30)
    settings.API_SUNSET = datetime.date(2024, 6, 30)
    for address in (ADDRESS, "", "en/conditions/no-such/"):
        answer = api.get(address)
        assert answer["Deprecation"] == "@1688083200"
        assert answer["Sunset"] == "Sun, 30 Jun 2024 00:00:00 GMT"
