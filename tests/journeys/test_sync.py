"""Journey 3: an app that follows the change feed holds exactly what the listing shows, whatever happened in between."""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from api.models import Edition, Feed
from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.factories import build_condition, make_people, paragraph, publish_condition, republish, save_draft
from tests.journeys.doors import Api, Json, export_po, fill_in, import_po, verify_editions


class App:
    """An app that keeps one language: what it was told, and how far it has read."""

    def __init__(self, api: Api, locale: str) -> None:
        self.api = api
        self.locale = locale
        self.held: dict[str, tuple[str, str]] = {}  # id: (slug, version)
        self.cursor = ""
        self.has_more = True

    def read_one_page(self, limit: int) -> None:
        since = f"&since={self.cursor}" if self.cursor else ""
        page = self.api.json(f"{self.locale}/changes/?limit={limit}{since}")
        assert len(page["changes"]) <= limit
        for change in page["changes"]:
            self._take(change)
        self.cursor, self.has_more = page["cursor"], page["has_more"]

    def catch_up(self, limit: int) -> None:
        self.read_one_page(limit)
        while self.has_more:
            before = self.cursor
            self.read_one_page(limit)
            assert self.cursor != before, "the feed doesn't go on"

    def _take(self, change: Json) -> None:
        if change["type"] == "tombstone":
            assert change["reason"]
            self.held.pop(change["id"], None)
            return
        document = change["document"]
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        assert hashlib.sha256(body).hexdigest() == change["version"]
        assert (document["id"], document["slug"], document["locale"]) == (change["id"], change["slug"], self.locale)
        self.held[change["id"]] = (change["slug"], change["version"])

    def assert_holds_the_listing(self) -> None:
        listed = {item["id"]: (item["slug"], item["version"]) for item in self.api.listing(self.locale, limit=2)}
        assert self.held == listed
        for slug, version in listed.values():
            assert self.api.etag(self.locale, slug) == f'"{version}"'


# What an editor and a translator may do to one of three conditions. Each does nothing where it makes no sense.

SLUGS = ("angina", "migraine", "shingles")


def _page(slug: str) -> ConditionPage | None:
    """By the slug that it was born with: a rename adds to it."""
    return ConditionPage.objects.filter(slug__startswith=slug).first()


def _publish(slug: str, n: int) -> None:
    words = {"title": slug.title(), "definition": [paragraph("def1", "A text.", f"Text of version {n}.")]}
    page = _page(slug)
    if page is None:
        publish_condition(slug, **words)
    else:
        republish(page, **words)


def _draft(slug: str, n: int) -> None:
    page = _page(slug)
    if page is None:
        if n == 0:
            build_condition(slug, title=slug.title())
    else:
        save_draft(page, title=f"Draft {n}")


def _translate(slug: str, n: int) -> None:
    page = _page(slug)
    if page is None or not page.live:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = export_po(Path(folder), slug=page.slug)
        answer = import_po(fill_in(path, lambda text: f"Zo: {text}"), reviewer="rana" if n else None)
        assert answer.code == 0, answer.out


def _unpublish(slug: str, n: int) -> None:
    if page := _page(slug):
        page.unpublish()


def _delete(slug: str, n: int) -> None:
    if page := _page(slug):
        page.delete()


def _rename(slug: str, n: int) -> None:
    if page := _page(slug):
        republish(page, slug=f"{slug}-{n}" if n else slug)


def _move(slug: str, n: int) -> None:
    """To the archive, which isn't published, or back."""
    if page := _page(slug):
        archive = ConditionIndexPage.objects.filter(slug="archive").first() or HomePage.objects.get().add_child(
            instance=ConditionIndexPage(title="Archive", slug="archive", live=False)
        )
        target = archive if n else ConditionIndexPage.objects.get(slug="conditions")
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos="last-child")


def _restrict(slug: str, n: int) -> None:
    if page := _page(slug):
        if n:
            PageViewRestriction.objects.get_or_create(page=page, restriction_type=PageViewRestriction.LOGIN)
        else:
            for restriction in PageViewRestriction.objects.filter(page=page):
                restriction.delete()


def _index(slug: str, n: int) -> None:
    """All at once: the page above all of them goes, or comes back."""
    index = ConditionIndexPage.objects.get(slug="conditions")
    if n:
        index.unpublish()
    else:
        index.save_revision().publish()


ACTS: dict[str, Callable[[str, int], None]] = {
    act.__name__.strip("_"): act
    for act in (_publish, _draft, _translate, _unpublish, _delete, _rename, _move, _restrict, _index)
}

# An act on a condition; or, in between, the app reads one page of so many changes and is then closed.
acts = st.tuples(
    st.sampled_from(["publish", "publish", "translate", "translate", *ACTS]),
    st.sampled_from(SLUGS),
    st.integers(0, 2),
)
reads = st.tuples(st.just("read"), st.sampled_from(["en", "nl"]), st.integers(1, 3))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(steps=st.lists(st.one_of(acts, acts, reads), min_size=6, max_size=14))
@example(
    steps=[
        ("publish", "angina", 0),
        ("publish", "migraine", 0),
        ("translate", "angina", 1),
        ("read", "nl", 1),
        ("read", "en", 1),
        ("publish", "angina", 1),
        ("unpublish", "migraine", 0),
        ("read", "en", 1),
        ("delete", "angina", 0),
        ("publish", "angina", 0),
    ]
)
@pytest.mark.django_db
def test_an_app_that_follows_the_feed_holds_the_listing(steps: list[tuple[str, str, int]]) -> None:
    with transaction.atomic():
        make_people()
        api = Api()
        apps = {locale: App(api, locale) for locale in ("en", "nl")}
        has_begun = False
        for act, on, n in steps:
            if act != "read":
                ACTS[act](on, n)
                has_begun = has_begun or Feed.objects.exists()
            elif has_begun:  # the feed of an empty site has a test of its own
                apps[on].read_one_page(n)
        verify_editions()
        for app in apps.values():
            app.catch_up(limit=1)
            app.assert_holds_the_listing()
        transaction.set_rollback(True)


# The details


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


def test_a_tombstone_says_why(api: Api) -> None:
    page = publish_condition()
    _, cursor = api.feed("en")
    page.unpublish()
    (change,), _ = api.feed("en", cursor)
    assert change["type"] == "tombstone"
    assert (change["id"], change["slug"], change["reason"]) == (
        str(page.translation_key),
        "sore-throat",
        "unpublished",
    )


def test_an_app_that_began_on_an_empty_site(api: Api) -> None:
    """Its cursor is one that we handed out: the first condition must reach it, not a cursor-gone."""
    page = api.json("en/changes/")
    assert page["changes"] == []
    publish_condition()
    assert [change["slug"] for change in api.json(page["next"])["changes"]] == ["sore-throat"]


def test_a_cursor_of_one_language_serves_another(api: Api) -> None:
    """There is one order of changes for all languages."""
    publish_condition()
    _, cursor = api.feed("en")
    assert api.feed("nl", cursor)[0] == []


# Cursors that don't lead anywhere


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


def _encode(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


GARBAGE = [
    "",
    "0",
    "garbage",
    "%00",
    "%ff",
    "a" * 5000,
    "....",
    "é",
    _encode("f1:abcd"),
    _encode("f1:abcd:-1"),
    _encode("f1:abcd:1e3"),
    _encode("f1:ABCD:1"),
    _encode("f1:abcd:" + "9" * 30),
    _encode("f1:abcd:1\n"),
    _encode("l1:sore-throat"),
    _encode("f2:abcd:1"),
    _encode("f1:abcd:١"),
]


def test_garbage_is_a_bad_cursor(api: Api, subtests: pytest.Subtests) -> None:
    publish_condition()
    for cursor in GARBAGE:
        with subtests.test(cursor=cursor):
            answer = api.get(f"en/changes/?since={cursor}")
            assert answer.status_code == 400
            body: Any = json.loads(answer.content)
            assert body["parameter"] == "since"
            assert body["type"] in ("/api/v1/problems/bad-cursor/", "/api/v1/problems/bad-parameter/")
