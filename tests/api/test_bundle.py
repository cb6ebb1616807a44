"""GET /api/v1/{locale}/bundle/ and the file that it names: all of one language, pinned to a place in the feed."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import Any

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.models import Bundle
from pages.models import ConditionPage
from tests.factories import publish_condition, republish, translate
from tests.journeys.app import App
from tests.journeys.doors import Api, run

KEYS = ["locale", "version", "cursor", "count", "size", "url", "created_at"]


def test_the_manifest_and_its_file(api: Api, dutch: ConditionPage) -> None:
    manifest = api.json("nl/bundle/")
    assert list(manifest) == KEYS
    answer = api.get(manifest["url"])
    assert hashlib.sha256(answer.content).hexdigest() == manifest["version"]
    assert answer["ETag"] == f'"{manifest["version"]}"'
    assert "immutable" in answer["Cache-Control"]
    assert len(answer.content) == manifest["size"]
    body = json.loads(answer.content)
    assert (body["cursor"], body["has_more"]) == (manifest["cursor"], False)
    assert len(body["changes"]) == manifest["count"] == 1
    assert body == api.json("nl/changes/") | {"next": body["next"]}


def test_compressed(api: Api, dutch: ConditionPage) -> None:
    url = api.json("nl/bundle/")["url"]
    plain = api.get(url).content
    for coding, unpack in (("gzip", gzip.decompress), ("br", brotli.decompress)):
        answer = api.get(url, Accept_Encoding=coding)
        assert answer["Content-Encoding"] == coding
        assert unpack(answer.content) == plain


def test_an_app_that_begins_with_it_ends_where_another_does(api: Api, dutch: ConditionPage) -> None:
    for n in range(3):
        translate(publish_condition(f"c{n}", title=f"C {n}"), "nl")
    app = App(api, "nl")
    app.install()
    assert len(app.held) == 4
    republish(dutch, summary="Another.")
    publish_condition("new", title="New")
    dutch.unpublish()
    app.catch_up(limit=2)
    app.assert_holds_the_listing()


def test_one_query(api: Api, dutch: ConditionPage, django_assert_num_queries: Any) -> None:
    url = api.json("nl/bundle/")["url"]
    # Query 1: the newest bundle.
    with django_assert_num_queries(1):
        api.get("nl/bundle/")
    # Query 1: the file.
    with django_assert_num_queries(1):
        api.get(url)


def test_making_one_takes_no_more_queries_for_more_conditions(api: Api) -> None:
    def queries() -> int:
        Bundle.objects.all().delete()
        with CaptureQueriesContext(connection) as counted:
            api.get("en/bundle/")
        return len(counted)

    publish_condition("a", title="A")
    few = queries()
    for n in range(5):
        publish_condition(f"c{n}", title=f"C {n}")
    assert queries() == few


def test_made_again_only_where_something_changed(api: Api, dutch: ConditionPage) -> None:
    run("make_bundles")
    before = {locale: api.json(f"{locale}/bundle/") for locale in ("en", "nl", "ar")}
    publish_condition("burns", title="Burns")
    assert api.json("en/bundle/") == before["en"], "until it is made, the feed has what is new"
    code, out = run("make_bundles")
    assert code == 0
    assert out.startswith("en: 2 conditions")
    after = {locale: api.json(f"{locale}/bundle/") for locale in ("en", "nl", "ar")}
    assert (after["nl"], after["ar"]) == (before["nl"], before["ar"])
    assert after["en"]["version"] != before["en"]["version"]
    assert api.get(before["en"]["url"]).status_code == 200, "somebody may be on the way to it"
    publish_condition("gout", title="Gout")
    run("make_bundles")
    problem = api.problem(before["en"]["url"], 404, "not-found")
    assert "/api/v1/en/bundle/" in problem["detail"]


def test_what_is_withdrawn_stays_in_none(api: Api, dutch: ConditionPage) -> None:
    old = api.json("nl/bundle/")
    english = api.json("en/bundle/")
    dutch.unpublish()
    assert Bundle.objects.count() == 0
    for manifest in (old, english):
        api.problem(manifest["url"], 404, "not-found")
    assert api.json("nl/bundle/")["count"] == 0


@pytest.mark.parametrize("address", ["xx/bundle/", "xx/bundle/abc/"])
def test_an_unknown_language(api: Api, address: str) -> None:
    api.problem(address, 404, "unknown-locale")


def test_bad_parameters(api: Api, dutch: ConditionPage) -> None:
    assert api.problem("nl/bundle/?since=x", 400, "bad-parameter")["parameter"] == "since"
