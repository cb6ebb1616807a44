"""GET /api/v1/{locale}/changes/: everything that happened in one language, oldest first.

What the feed is good for is told in tests/journeys/test_sync.py; here is its form.
"""

from __future__ import annotations

import gzip
from typing import Any
from uuid import UUID

import pytest

from api.cursors import FeedCursor, ListCursor
from api.models import Feed
from pages.models import ConditionPage
from tests.factories import paragraph, publish_condition, republish
from tests.journeys.doors import Api

KEYS = ["locale", "cursor", "has_more", "next", "changes"]


def test_an_empty_feed(api: Api) -> None:
    page = api.json("ar/changes/")
    assert list(page) == KEYS
    assert (page["locale"], page["has_more"], page["changes"]) == ("ar", False, [])
    assert page["next"].startswith("/api/v1/ar/changes/?")


def test_a_document(api: Api, dutch: ConditionPage) -> None:
    page = api.json("nl/changes/")
    assert list(page) == KEYS
    (change,) = page["changes"]
    assert list(change) == ["type", "id", "slug", "at", "version", "document"]
    assert (change["type"], change["id"], change["slug"]) == (
        "condition",
        str(dutch.translation_key),
        "sore-throat",
    )
    assert change["document"] == api.condition("nl")
    assert change["at"] == change["document"]["modified_at"]


def test_a_tombstone(api: Api, dutch: ConditionPage) -> None:
    dutch.unpublish()
    (change,) = api.json("nl/changes/")["changes"]
    assert list(change) == ["type", "id", "slug", "at", "reason", "message", "message_lang"]
    assert (change["type"], change["id"], change["slug"], change["reason"]) == (
        "tombstone",
        str(dutch.translation_key),
        "sore-throat",
        "unpublished",
    )


def test_oldest_first_and_page_after_page(api: Api) -> None:
    pages = [publish_condition(slug, title=slug.title()) for slug in ("cough", "angina", "burns")]
    republish(pages[0], title="Coughs")
    first = api.json("en/changes/?limit=2")
    assert ([change["slug"] for change in first["changes"]], first["has_more"]) == (["angina", "burns"], True)
    assert "limit=2" in first["next"]
    second = api.json(first["next"])
    assert ([change["slug"] for change in second["changes"]], second["has_more"]) == (["cough"], False)


def test_a_full_last_page_has_no_more(api: Api) -> None:
    publish_condition("angina", title="Angina")
    publish_condition("burns", title="Burns")
    page = api.json("en/changes/?limit=2")
    assert (len(page["changes"]), page["has_more"]) == (2, False)


def test_strictly_one_language(api: Api, dutch: ConditionPage) -> None:
    publish_condition("migraine", title="Migraine")
    assert [change["slug"] for change in api.json("nl/changes/")["changes"]] == ["sore-throat"]
    assert api.json("es/changes/")["changes"] == []


def test_a_cursor_of_another_language(api: Api, dutch: ConditionPage) -> None:
    """It would say that its holder has everything up to there, of which it has nothing in this language."""
    problem = api.problem(f"nl/changes/?since={api.json('en/bundle/')['cursor']}", 400, "bad-cursor")
    assert problem["detail"] == "This cursor is of the feed of en; whoever holds it has nothing in nl."
    api.problem(f"nl/changes/?since={api.json('en/changes/')['cursor']}", 400, "bad-cursor")
    feed = Feed.now()
    known = FeedCursor(feed.epoch, feed.last_sequence)  # of all languages, as older versions handed them out
    assert api.json(f"nl/changes/?since={known}")["changes"] == []


def test_headers(api: Api, throat: ConditionPage) -> None:
    answer = api.get("en/changes/")
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Language"] == "en"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in answer["Cache-Control"]
    etag = answer["ETag"]
    assert api.get("en/changes/", If_None_Match=etag).status_code == 304
    throat.unpublish()
    assert api.get("en/changes/", If_None_Match=etag).status_code == 200


def test_two_queries(api: Api, django_assert_num_queries: Any) -> None:
    for n in range(5):
        publish_condition(f"c{n}", title=f"C {n}")
    # Query 1: the feed, for its epoch. Query 2: the changes with their documents.
    with django_assert_num_queries(2):
        api.get("en/changes/")
    cursor = api.json("en/changes/?limit=2")["cursor"]
    with django_assert_num_queries(2):
        api.get(f"en/changes/?since={cursor}&limit=2")


def test_no_news_costs_one_query_and_300_bytes(api: Api, dutch: ConditionPage, django_assert_num_queries: Any) -> None:
    cursor = api.json("nl/changes/")["cursor"]
    # Query 1: the feed, with its newest change in this language.
    with django_assert_num_queries(1):
        answer = api.get(f"nl/changes/?since={cursor}")
    assert len(answer.content) <= 300
    publish_condition("burns", title="Burns")  # in English
    with django_assert_num_queries(1):
        assert api.get(f"nl/changes/?since={cursor}").content == answer.content


def test_long_answers_are_compressed_from_stored_forms(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        publish_condition(f"c{n}", title=f"C {n}", definition=[paragraph("d", *["Some words of it."] * 50)])
    plain = api.get("en/changes/")
    packed = api.get("en/changes/", Accept_Encoding="gzip, br")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] == plain["ETag"][:-1] + '-gzip"'
    assert len(packed.content) * 2 < len(plain.content)
    assert api.get("en/changes/", If_None_Match=packed["ETag"]).status_code == 304


NO_LIMITS = ["0", "-1", "101", "x", "", "00000000199"]


def test_a_limit_that_is_none(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    for limit in NO_LIMITS:
        with subtests.test(limit=limit):
            assert api.problem(f"en/changes/?limit={limit}", 400, "bad-parameter")["parameter"] == "limit"


NO_CURSORS = ["", "0", "garbage", "%00", "%ff", "a" * 5000, "....", "é", str(ListCursor(b"", UUID(int=1)))]


def test_a_cursor_that_is_none(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    for cursor in NO_CURSORS:
        with subtests.test(cursor=cursor):
            name = "bad-parameter" if cursor == "%00" else "bad-cursor"
            assert api.problem(f"en/changes/?since={cursor}", 400, name)["parameter"] == "since"


@pytest.mark.parametrize(("query", "parameter"), [("cursor=x", "cursor"), ("since=a&since=b", "since"), ("q=", "q")])
def test_bad_parameters(api: Api, throat: ConditionPage, query: str, parameter: str) -> None:
    assert api.problem(f"en/changes/?{query}", 400, "bad-parameter")["parameter"] == parameter


def test_an_unknown_language(api: Api) -> None:
    api.problem("fr/changes/", 404, "unknown-locale")
