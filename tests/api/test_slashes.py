"""An address without its last slash leads to the one with it, for every client and method; nothing is ever HTML."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import publish_condition
from tests.journeys.doors import Api, read_problem

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/en/conditions/sore-throat",
    "/en/conditions",
    "/conditions/sore-throat",
    "/locales",
    "/en/changes",
    "/problems",
    "",
)
NO_ADDRESSES = (
    "/api/v1/nothing",
    "/api/v1/nothing/",
    "/api/v1/en/nothing",
    "/api/v1/en/conditions/a/b",
    "/api/v1/conditions//",
    "/api",
    "/api/",
    "/api/v2/locales",
    "/api/v2/locales/",
)


@pytest.fixture(autouse=True, params=[False, True], ids=["production", "development"])
def debug(request: Any, settings: Any) -> None:
    settings.DEBUG = request.param


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "patch", "delete"])
def test_the_last_slash(api: Api, address: str, method: str) -> None:
    publish_condition()
    answer = getattr(api.client, method)(f"/api/v1{address}?limit=2&x=%C3%A9")
    assert (answer.status_code, answer["Location"]) == (308, f"/api/v1{address}/?limit=2&x=%C3%A9")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" not in answer


def test_who_follows_gets_what_is_there(api: Api) -> None:
    publish_condition()
    lead = api.client.get("/api/v1/conditions/sore-throat?locale=en")["Location"]
    assert api.get(lead)["Content-Location"] == "/api/v1/en/conditions/sore-throat/"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_that_asks_first_is_told_the_same_with_and_without_the_slash(api: Api, address: str) -> None:
    """It takes no redirect for an answer (https://fetch.spec.whatwg.org/#cors-preflight-fetch)."""
    publish_condition()
    without, with_it = (api.client.options(f"/api/v1{address}{end}") for end in ("", "/"))
    assert without.status_code == with_it.status_code == 204
    for header in ("Origin", "Methods", "Headers"):
        assert without[f"Access-Control-Allow-{header}"] == with_it[f"Access-Control-Allow-{header}"]


def test_a_slug_in_another_script_stays_encoded(api: Api) -> None:
    answer = api.client.get("/api/v1/en/conditions/%D8%A3%D9%84%D9%85")
    assert answer["Location"] == "/api/v1/en/conditions/%D8%A3%D9%84%D9%85/"


@pytest.mark.parametrize("address", NO_ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post", "put", "options"])
def test_what_is_no_address_either_way(api: Api, address: str, method: str) -> None:
    answer = getattr(api.client, method)(address)
    assert read_problem(answer, 404, "not-found")["detail"] == f"There is nothing at {address}."
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_what_only_begins_alike_is_none_of_ours(api: Api) -> None:
    assert api.client.get("/apiary")["Content-Type"].startswith("text/html")
