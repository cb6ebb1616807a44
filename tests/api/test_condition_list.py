"""GET /api/v1/{locale}/conditions/ lists the conditions of strictly one language, page after page."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from api.cursors import ListCursor
from api.models import Edition
from pages.models import ConditionPage
from tests.factories import build_condition, publish_condition, republish
from tests.journeys.doors import Api

SLUGS = ("angina", "burns", "cough", "diarrhoea", "eczema")


@pytest.fixture
def five(db: None) -> list[ConditionPage]:
    """Published in another order than that of the list."""
    order = [SLUGS[n] for n in (3, 0, 4, 2, 1)]
    return sorted((publish_condition(slug, title=slug.title()) for slug in order), key=lambda page: page.slug)


def _slugs(page: dict[str, Any]) -> list[str]:
    return [item["slug"] for item in page["items"]]


def test_an_item(api: Api, dutch: ConditionPage) -> None:
    page = api.json("nl/conditions/")
    assert list(page) == ["locale", "items", "next"]
    assert (page["locale"], page["next"]) == ("nl", None)
    (item,) = page["items"]
    assert item["id"] == str(dutch.translation_key)
    assert (item["title"], item["summary"]) == ("Keelpijn", "Pijn bij het slikken.")
    assert (item["slug"], item["url"]) == ("sore-throat", "/api/v1/nl/conditions/sore-throat/")
    assert item["status"] == "complete"
    answer = api.get(item["url"])
    assert answer["ETag"] == f'"{item["version"]}"'
    document = api.json(item["url"])
    assert all(item[name] == document[name] for name in ("id", "title", "summary", "published_at", "modified_at"))


def test_empty(api: Api) -> None:
    assert api.json("ar/conditions/") == {"locale": "ar", "items": [], "next": None}


def test_by_slug_whatever_came_first(api: Api, five: list[ConditionPage]) -> None:
    assert _slugs(api.json("en/conditions/")) == list(SLUGS)


LIMITS = [1, 2, 3, 5, 6, 100]


def test_every_condition_on_exactly_one_page(api: Api, five: list[ConditionPage], subtests: pytest.Subtests) -> None:
    for limit in LIMITS:
        with subtests.test(limit=limit):
            first = api.json(f"en/conditions/?limit={limit}")
            assert len(first["items"]) == min(limit, 5)
            assert [item["slug"] for item in api.listing("en", limit)] == list(SLUGS)


def test_twenty_unless_asked(api: Api) -> None:
    for n in range(21):
        page = build_condition(f"c{n:02}", title=f"C {n}")
        page.live = True
        page.save()
    first = api.json("en/conditions/")
    assert len(first["items"]) == 20
    assert _slugs(api.json(first["next"])) == ["c09"]  # “C 9” goes after “C 20”: digit by digit


def test_pages_stay_in_step_while_conditions_come_and_go(api: Api, five: list[ConditionPage]) -> None:
    """Nothing that stays is missed or repeated, whatever happens before or behind the cursor."""
    first = api.json("en/conditions/?limit=2")
    assert _slugs(first) == ["angina", "burns"]
    five[0].unpublish()
    five[1].delete()  # the very one that the cursor stands on
    publish_condition("asthma", title="Asthma")
    publish_condition("croup", title="Croup")
    second = api.json(first["next"])
    assert _slugs(second) == ["cough", "croup"]
    republish(five[3], title="Diarrhoea, acute")
    assert _slugs(api.json(second["next"])) == ["diarrhoea", "eczema"]


def test_next_keeps_the_limit(api: Api, five: list[ConditionPage]) -> None:
    page = api.json("en/conditions/?limit=2")
    assert "limit=2" in page["next"]
    assert len(api.json(page["next"])["items"]) == 2


def test_headers(api: Api, throat: ConditionPage) -> None:
    answer = api.get("en/conditions/")
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Language"] == "en"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in answer["Cache-Control"]
    assert "stale-while-revalidate" in answer["Cache-Control"]
    assert not answer.cookies


def test_the_etag_follows_the_list(api: Api, throat: ConditionPage) -> None:
    etag = api.get("en/conditions/")["ETag"]
    assert api.get("en/conditions/", If_None_Match=etag).status_code == 304
    republish(throat, summary="It hurts.")
    assert api.get("en/conditions/", If_None_Match=etag).status_code == 200


def test_one_query(api: Api, five: list[ConditionPage], django_assert_num_queries: Any) -> None:
    # Query 1: the items of the page and one more, without their bodies.
    with django_assert_num_queries(1) as captured:
        api.get("en/conditions/?limit=3")
    assert '"body"' not in captured.captured_queries[0]["sql"]


NO_LIMITS = ["0", "-1", "101", "x", "", "1.5", "1e1", "٣", " 1", "+1", "9" * 400, "00000000199"]


def test_a_limit_that_is_none(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    """Too high is an error too: an app that asks for 1,000 must not believe that it got all."""
    for limit in NO_LIMITS:
        with subtests.test(limit=limit):
            problem = api.problem(f"en/conditions/?limit={limit.replace('+', '%2B')}", 400, "bad-parameter")
            assert problem["parameter"] == "limit"


NO_CURSORS = ["", "garbage", "%00", "ZjE6YWJjZDox", "a" * 3000]


def test_a_cursor_that_is_none(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    for cursor in NO_CURSORS:
        with subtests.test(cursor=cursor):
            name = "bad-parameter" if cursor == "%00" else "bad-cursor"
            api.problem(f"en/conditions/?cursor={cursor}", 400, name)


def test_a_cursor_past_the_end(api: Api, throat: ConditionPage) -> None:
    assert api.json(f"en/conditions/?cursor={ListCursor(bytes([255]), UUID(int=1))}")["items"] == []


def test_an_unknown_language(api: Api, throat: ConditionPage) -> None:
    for locale in ("fr", "nl-BE", "EN", "en_GB", "x" * 200):
        problem = api.problem(f"{locale}/conditions/", 404, "unknown-locale")
        assert problem["locales"] == ["en", "nl", "es", "ar"]


def test_slugs_in_another_script(api: Api) -> None:
    """Wagtail allows them; a cursor holds the last slug of a page."""
    slugs = sorted(["angina", "сыпь", "صداع", "頭痛"])
    for slug in slugs:
        publish_condition(slug, title=slug)
    assert [item["slug"] for item in api.listing("en", limit=1)] == slugs


def test_the_whole_documents_in_one_call(api: Api, dutch: ConditionPage, client: Client) -> None:
    publish_condition("gout", title="Gout")
    assert [item["document"] for item in api.json("en/conditions/")["items"]] == [None, None]
    page = client.get("/api/v1/en/conditions/?include=sections")
    for item in page.json()["items"]:
        assert item["document"] == api.json(item["url"])
        assert client.get(item["url"]).content in page.content, "byte for byte"


def test_bodies_take_no_more_queries_than_titles(
    api: Api, five: list[ConditionPage], client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):  # the page, and whether there is another
        client.get("/api/v1/en/conditions/?limit=2&include=sections")
    with django_assert_num_queries(1):
        client.get("/api/v1/en/conditions/?limit=2")


def test_by_status(api: Api, dutch: ConditionPage) -> None:
    publish_condition("gout", title="Gout")
    assert _slugs(api.json("en/conditions/?status=source")) == ["gout", "sore-throat"]
    assert _slugs(api.json("nl/conditions/?status=complete")) == ["sore-throat"]
    assert _slugs(api.json("nl/conditions/?status=outdated")) == []
    republish(dutch, summary="Pain in the throat.")
    assert _slugs(api.json("nl/conditions/?status=complete")) == []
    assert _slugs(api.json("nl/conditions/?status=complete,outdated")) == ["sore-throat"]


def test_modified_since(api: Api, five: list[ConditionPage]) -> None:
    then = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
    for hours, edition in enumerate(Edition.objects.order_by("slug")):
        Edition.objects.filter(pk=edition.pk).update(modified_at=then + datetime.timedelta(hours=hours))
    assert _slugs(api.json("en/conditions/?modified_since=2026-05-01T15:00:00Z")) == ["diarrhoea", "eczema"]
    assert _slugs(api.json("en/conditions/?modified_since=2026-05-01T18:00:00%2B02:00")) == ["eczema"]
    assert _slugs(api.json("en/conditions/?modified_since=2026-05-01T15:00:00.000001z")) == ["eczema"]


def test_the_next_page_is_of_the_same_list(api: Api, five: list[ConditionPage]) -> None:
    asked = "status=source,complete&modified_since=2020-01-01T00:00:00%2B00:00&include=sections"
    first = api.json(f"en/conditions/?{asked}&limit=3")
    second = api.json(first["next"])
    assert [*_slugs(first), *_slugs(second)] == list(SLUGS)
    assert second["next"] is None
    assert all(item["document"] for item in second["items"])


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("status=current", "status", "`source`, `complete`, `outdated`"),
        ("status=", "status", "One of"),
        ("status=complete,", "status", "One of"),
        ("include=everything", "include", "`sections`"),
        ("include=", "include", "`sections`"),
        ("modified_since=2026-05-01", "modified_since", "RFC 3339"),
        ("modified_since=2026-05-01T12:00:00", "modified_since", "RFC 3339"),
        ("modified_since=2026-05-01T12:00:00+02:00", "modified_since", "%2B"),  # a space, to a server
        ("modified_since=2026-02-30T12:00:00Z", "modified_since", "RFC 3339"),
        ("modified_since=0001-01-01T00:00:00%2B14:00", "modified_since", "RFC 3339"),
        ("modified_since=٢٠٢٦-05-01T12:00:00Z", "modified_since", "RFC 3339"),
    ],
)
def test_what_means_nothing_is_a_problem(api: Api, query: str, parameter: str, told: str) -> None:
    for address in ("en/conditions/", "conditions/"):
        problem = api.problem(f"{address}?{query}", 400, "bad-parameter")
        assert problem["parameter"] == parameter
        assert told in problem["detail"]


def test_a_negotiated_list_says_where_this_very_page_stands(api: Api, dutch: ConditionPage) -> None:
    answer = api.get("/api/v1/conditions/?locale=nl&include=sections&status=complete")
    assert answer["Content-Location"] == "/api/v1/nl/conditions/?include=sections&status=complete"
    assert api.get(answer["Content-Location"]).content == answer.content


def test_only_some_keys_and_sections(api: Api, dutch: ConditionPage) -> None:
    (item,) = api.json("nl/conditions/?fields=version,id,title")["items"]
    assert list(item) == ["id", "title", "version", "document"]
    assert (item["title"], item["document"]) == ("Keelpijn", None)
    (item,) = api.json("nl/conditions/?sections=treatments,definition&fields=id")["items"]
    whole = api.condition("nl")
    assert [section["type"] for section in item["document"]["sections"]] == ["definition", "treatments"]
    assert item["document"] | {"sections": 0} == whole | {"sections": 0}
    assert item["document"]["sections"][0] == whole["sections"][0]


@pytest.mark.parametrize(
    "query", ["fields=", "fields=body", "fields=id,,title", "sections=", "sections=outlook", "sections=signs,"]
)
def test_keys_and_sections_that_there_are_not(api: Api, dutch: ConditionPage, query: str) -> None:
    problem = api.problem(f"nl/conditions/?{query}", 400, "bad-parameter")
    assert problem["parameter"] == query.partition("=")[0]
    assert "One or several of `" in problem["detail"]
