"""An address without its last slash leads to the one with it, for every client and method; nothing is ever HTML."""

from __future__ import annotations

import pytest

from tests.factories import publish_condition
from tests.journeys.doors import Api, read_problem

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "en/conditions/sore-throat",
    "en/conditions",
    "conditions/sore-throat",
    "locales",
    "en/changes",
    "problems",
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_the_last_slash(api: Api, address: str, method: str) -> None:
    publish_condition()
    answer = getattr(api.client, method)(f"/api/v1/{address}?limit=2&x=%C3%A9")
    assert (answer.status_code, answer["Location"]) == (308, f"/api/v1/{address}/?limit=2&x=%C3%A9")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" not in answer


def test_a_slug_in_another_script_stays_encoded(api: Api) -> None:
    answer = api.client.get("/api/v1/en/conditions/%D8%A3%D9%84%D9%85")
    assert answer["Location"] == "/api/v1/en/conditions/%D8%A3%D9%84%D9%85/"


@pytest.mark.parametrize("address", ["nothing", "nothing/", "en/nothing", "en/conditions/a/b", "conditions//"])
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_what_is_no_address_either_way(api: Api, address: str, method: str) -> None:
    answer = getattr(api.client, method)(f"/api/v1/{address}")
    assert read_problem(answer, 404, "not-found")["detail"].startswith("There is nothing at /api/v1/")
