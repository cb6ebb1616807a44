"""GET /api/v1/locales/ lists the languages, with how much there is in each."""

from __future__ import annotations

from typing import Any

from pages.models import ConditionPage
from tests.factories import paragraph, publish_condition, republish
from tests.journeys.doors import Api


def _counts(api: Api) -> dict[str, tuple[int, int, int]]:
    items = api.json("locales/")["items"]
    return {
        item["locale"]: tuple(item["conditions"][n] for n in ("published", "complete", "outdated")) for item in items
    }


def test_names_and_directions(api: Api) -> None:
    items = api.json("locales/")["items"]
    assert [(item["locale"], item["name"], item["own_name"], item["direction"]) for item in items] == [
        ("en", "English", "English", "ltr"),
        ("nl", "Dutch", "Nederlands", "ltr"),
        ("es", "Spanish", "español", "ltr"),
        ("ar", "Arabic", "العربية", "rtl"),
    ]
    for item in items:
        assert list(item) == ["locale", "name", "own_name", "direction", "conditions", "url"]
        assert api.get(item["url"]).status_code == 200


def test_counts(api: Api, dutch: ConditionPage) -> None:
    publish_condition("migraine", title="Migraine")
    assert _counts(api) == {"en": (2, 2, 0), "nl": (1, 1, 0), "es": (0, 0, 0), "ar": (0, 0, 0)}


def test_counts_the_outdated(api: Api, dutch: ConditionPage) -> None:
    republish(dutch, definition=[paragraph("def1", "Another text.")])
    assert _counts(api)["nl"] == (1, 0, 1)
    assert _counts(api)["en"] == (1, 1, 0)


def test_does_not_count_what_is_withdrawn(api: Api, dutch: ConditionPage) -> None:
    dutch.unpublish()
    assert _counts(api) == {"en": (0, 0, 0), "nl": (0, 0, 0), "es": (0, 0, 0), "ar": (0, 0, 0)}


def test_one_query(api: Api, dutch: ConditionPage, django_assert_num_queries: Any) -> None:
    # Query 1: the counts of all languages.
    with django_assert_num_queries(1):
        api.get("locales/")


def test_the_etag_follows_the_counts(api: Api, throat: ConditionPage) -> None:
    etag = api.get("locales/")["ETag"]
    assert api.get("locales/", If_None_Match=etag).status_code == 304
    throat.unpublish()
    assert api.get("locales/", If_None_Match=etag).status_code == 200
