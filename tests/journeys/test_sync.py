"""Journey 3: an app that follows the change feed is told each change once, and told when its cursor is no good."""

from __future__ import annotations

import hashlib
import json

from api.models import Edition, Feed
from tests.factories import paragraph, publish_condition, republish
from tests.journeys.app import App
from tests.journeys.doors import Api


def test_the_document_in_the_feed_is_the_one_at_its_address(api: Api) -> None:
    """Byte for byte, and the version is the entity tag."""
    publish_condition(definition=[paragraph("def1", "Ωμέγα – 10<sup>9</sup>/L &amp; “quotes”")])
    publish_condition("migraine", title="Migraine")
    feed = api.get("en/changes/")
    changes = json.loads(feed.content)["changes"]
    assert [change["slug"] for change in changes] == ["sore-throat", "migraine"]
    for change in changes:
        answer = api.get(change["document"]["url"])
        assert b'"document":' + answer.content + b"}" in feed.content
        assert answer["ETag"] == f'"{change["version"]}"'
        assert hashlib.sha256(answer.content).hexdigest() == change["version"]


def test_once_per_condition_at_its_last_place(api: Api) -> None:
    first = publish_condition()
    publish_condition("migraine", title="Migraine")
    republish(first, summary="It hurts.")
    changes, _ = api.feed("en")
    assert [change["slug"] for change in changes] == ["migraine", "sore-throat"]
    assert changes[1]["document"]["summary"] == "It hurts."


def test_an_app_that_was_closed_in_the_middle(api: Api) -> None:
    """What it read already and what it has yet to read both change while it is closed."""
    pages = [publish_condition(f"c{n}", title=f"Condition {n}") for n in range(5)]
    app = App(api, "en")
    app.read_one_page(2)
    pages[0].unpublish()
    pages[4].delete()
    republish(pages[3], title="Another title")
    app.catch_up(limit=2)
    app.assert_holds_the_listing()
    assert len(app.held) == 3


def test_nothing_new(api: Api) -> None:
    publish_condition()
    _, cursor = api.feed("en")
    page = api.json(f"en/changes/?since={cursor}")
    assert (page["changes"], page["has_more"], page["cursor"]) == ([], False, cursor)


def test_the_address_of_the_next_page_can_always_be_followed(api: Api) -> None:
    publish_condition()
    page = api.json("en/changes/")
    publish_condition("migraine", title="Migraine")
    assert [change["slug"] for change in api.json(page["next"])["changes"]] == ["migraine"]


def test_an_app_that_began_on_an_empty_site(api: Api) -> None:
    """Its cursor is one that we handed out: the first condition must reach it, not a cursor-gone."""
    page = api.json("en/changes/")
    assert page["changes"] == []
    publish_condition()
    assert [change["slug"] for change in api.json(page["next"])["changes"]] == ["sore-throat"]


# Cursors that don't lead anywhere


def test_a_cursor_of_one_language_serves_no_other(api: Api) -> None:
    """There is one order of changes, but whoever has all of one language up to there has nothing of the other."""
    publish_condition()
    _, cursor = api.feed("en")
    api.problem(f"nl/changes/?since={cursor}", 400, "bad-cursor")


def test_a_cursor_of_another_database(api: Api) -> None:
    publish_condition()
    _, cursor = api.feed("en")
    Feed.objects.update(epoch="0123abcd")
    problem = api.problem(f"en/changes/?since={cursor}", 410, "cursor-gone")
    assert problem["restart"] == "/api/v1/en/changes/"
    assert api.json(problem["restart"])["changes"]


def test_a_cursor_from_the_future(api: Api) -> None:
    """The database was restored from a backup: what the app has seen beyond it did not happen."""
    publish_condition()
    _, cursor = api.feed("en")
    Feed.objects.update(last_sequence=0)
    Edition.objects.all().delete()
    api.problem(f"en/changes/?since={cursor}", 410, "cursor-gone")
