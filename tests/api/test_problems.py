"""Errors have one shape everywhere, application/problem+json (RFC 9457), with a type that can be looked up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from api.problems import PROBLEM_TYPES
from pages.models import ConditionPage
from tests.journeys.doors import Api, read_problem

ADDRESSES = (
    "",
    "locales/",
    "en/conditions/",
    "en/conditions/sore-throat/",
    "conditions/",
    "conditions/sore-throat/",
    "en/changes/",
    "problems/",
    "problems/withdrawn/",
)


def test_they_are_all_there(api: Api, throat: ConditionPage) -> None:
    for address in ADDRESSES:
        assert api.get(address).status_code == 200, address


def test_an_unknown_parameter(api: Api, throat: ConditionPage) -> None:
    for address in ADDRESSES:
        problem = api.problem(f"{address}?utm_source=x", 400, "bad-parameter")
        assert problem["parameter"] == "utm_source"


@pytest.mark.parametrize("format_", ["xml", "api"])
def test_format_is_no_renderer_of_the_framework(api: Api, throat: ConditionPage, format_: str) -> None:
    """REST framework has ideas of its own about it."""
    for address in ADDRESSES:
        assert api.problem(f"{address}?format={format_}", 400, "bad-parameter")["parameter"] == "format"


def _allowed(answer: HttpResponse) -> set[str]:
    return {name.strip() for name in answer["Allow"].split(",")}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_reading_is_all(api: Api, throat: ConditionPage, method: str) -> None:
    for address in ADDRESSES:
        answer = getattr(api.client, method)(f"/api/v1/{address}")
        read_problem(answer, 405, "method-not-allowed")
        assert _allowed(answer) == {"GET", "HEAD", "OPTIONS"}


def test_head(api: Api, throat: ConditionPage) -> None:
    for address in ADDRESSES:
        got, head = api.get(address), api.client.head(f"/api/v1/{address}")
        assert (head.status_code, head.content) == (200, b""), address
        assert dict(head.headers) == dict(got.headers), address


def test_options(api: Api, throat: ConditionPage) -> None:
    for address in ADDRESSES:
        answer: Any = api.client.options(f"/api/v1/{address}")
        assert answer.status_code in (200, 204), address
        assert _allowed(answer) == {"GET", "HEAD", "OPTIONS"}


def test_a_browser_may_ask_first(api: Api, throat: ConditionPage) -> None:
    """If-None-Match isn't among the headers that a page of another site may send unasked (Fetch, CORS-safelisted)."""
    asked = {
        "Origin": "https://app.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    for address in ADDRESSES:
        answer = api.client.options(f"/api/v1/{address}", headers=asked)
        assert answer.status_code in (200, 204)
        assert answer.get("Access-Control-Allow-Origin") == "*", address
        assert "if-none-match" in answer.get("Access-Control-Allow-Headers", "").lower(), address


def test_a_browser_that_asks_first_gets_to_see_the_problem(api: Api, throat: ConditionPage, settings: Any) -> None:
    """The answer to its question must be a good one, or the app is told only that something failed."""
    settings.API_RATE = "1/hour"
    for address in (
        "en/conditions/?bad=1",
        "xx/conditions/",
        "en/conditions/none/",
        "problems/none/",
        "schema/?format=",
    ):
        for _ in range(2):
            asked = {"Origin": "https://app.example", "Access-Control-Request-Method": "GET", "Accept": "image/png"}
            answer: Any = api.client.options(f"/api/v1/{address}", headers=asked)
            assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (204, "*"), address


def test_any_site_may_read_it_and_no_cookie_is_set(api: Api, throat: ConditionPage) -> None:
    for address in (*ADDRESSES, "schema/", "docs/"):
        answer = api.get(address, Origin="https://app.example")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies


@pytest.mark.parametrize(
    "address", ["en/conditions/none/", "fr/conditions/", "en/changes/?since=x", "no/where/at/all/"]
)
def test_any_site_may_read_a_problem_too(api: Api, address: str) -> None:
    """Otherwise a browser tells the app only that something failed."""
    answer = api.get(address, Origin="https://app.example")
    assert answer.status_code >= 400
    assert answer.get("Access-Control-Allow-Origin") == "*"


@pytest.mark.parametrize("accept", ["application/json", "*/*", "application/*", "text/html,*/*;q=0.8"])
def test_accepted(api: Api, throat: ConditionPage, accept: str) -> None:
    for address in ADDRESSES:
        assert api.get(address, Accept=accept).status_code == 200, address


def test_not_acceptable(api: Api, throat: ConditionPage) -> None:
    api.problem("en/conditions/", 406, "not-acceptable", Accept="application/xml")


NOWHERE = [
    "nowhere/",
    "en/",
    "en/conditions/sore-throat/more/",
    "en/bundles/",
    "problems/none/",
    "\N{SNOWMAN}/",
    "%00/",
]


def test_an_address_that_is_none(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    for address in NOWHERE:
        with subtests.test(address=address):
            answer = api.get(address)
            assert answer.status_code == 404
            assert answer["Content-Type"] == "application/problem+json"


def test_too_many_parameters(api: Api, throat: ConditionPage) -> None:
    """Django itself refuses more than a thousand, with an HTML page if it is let."""
    answer = api.get("en/conditions/?" + "&".join(f"a{n}=1" for n in range(1500)))
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_an_unknown_host(api: Api, throat: ConditionPage) -> None:
    answer = api.client.get("/api/v1/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_our_own_fault_tells_nothing_but_that(api: Api, throat: ConditionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr("api.listing.read_wanted", fail)
    stranger = Client(raise_request_exception=False)
    answer = stranger.get("/api/v1/en/conditions/")
    read_problem(answer, 500, "internal")  # type: ignore[arg-type]
    assert b"hunter2" not in answer.content
    assert answer["Cache-Control"] == "no-store"


def test_the_type_of_a_problem_can_be_looked_up(api: Api) -> None:
    listed = api.json("problems/")["items"]
    assert {item["type"] for item in listed} == {kind.uri for kind in PROBLEM_TYPES}
    for item in listed:
        known = api.json(item["type"])
        assert known == item
        assert list(known) == ["type", "title", "status", "meaning"]


def test_the_types_never_change_their_names(api: Api) -> None:
    """Apps compare them. Add to this list, and take nothing away."""
    names = {item["type"].removeprefix("/api/v1/problems/").rstrip("/") for item in api.json("problems/")["items"]}
    assert names >= {
        "not-found",
        "not-in-this-language",
        "withdrawn",
        "unknown-locale",
        "bad-parameter",
        "bad-cursor",
        "cursor-gone",
        "method-not-allowed",
        "not-acceptable",
        "internal",
    }


def test_a_problem_costs_at_most_two_queries(
    api: Api, throat: ConditionPage, django_assert_max_num_queries: Any
) -> None:
    # Query 1: the edition, which isn't there. Query 2: in which languages it is.
    for address in ("nl/conditions/sore-throat/", "en/conditions/none/", "conditions/none/"):
        with django_assert_max_num_queries(2):
            assert api.get(address).status_code == 404


def test_parameters_are_quoted_safely(api: Api, throat: ConditionPage) -> None:
    answer = api.get("en/conditions/?%3Cscript%3E=1")
    assert json.loads(answer.content)["parameter"] == "<script>"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_no_cache_keeps_what_only_one_client_would_get(api: Api, throat: ConditionPage) -> None:
    address = "en/conditions/sore-throat/"
    for headers, status in (({"Accept": "image/png"}, 406), ({"If-Match": '"another"'}, 412), ({"Host": "x.org"}, 400)):
        answer = api.get(address, **{name.replace("-", "_"): value for name, value in headers.items()})
        assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
    assert api.get("en/conditions/none/")["Cache-Control"] == "public, max-age=60"


def test_a_type_of_media_that_is_refused_is_not_sent(api: Api) -> None:
    assert api.get("en/conditions/", Accept="application/json; charset=utf-8").status_code == 200
    api.problem("en/conditions/", 406, "not-acceptable", Accept="application/json;q=0, */*")
