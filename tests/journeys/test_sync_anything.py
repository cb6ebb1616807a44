"""Journey 3, whatever happens: an app that follows the feed ends up with exactly what the listing shows."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from api.models import Edition, Feed, Recall
from api.recalling import lift_recall, recall_condition
from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.factories import build_condition, make_people, paragraph, publish_condition, republish, save_draft
from tests.journeys.app import App
from tests.journeys.doors import Api, export_po, fill_in, import_po, verify_editions

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


def _expire(slug: str, n: int) -> None:
    """Its time runs out."""
    if page := _page(slug):
        ConditionPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
        call_command("publish_scheduled")


def _recall(slug: str, n: int) -> None:
    """Recalled, or the recall is lifted."""
    if page := _page(slug):
        editor, _ = User.objects.get_or_create(username="eva", is_superuser=True)
        recalled = Recall.objects.filter(condition=page.translation_key).exists()
        if n and not recalled:
            recall_condition(page=page, message="The dose was wrong.", user=editor)
        elif not n and recalled:
            lift_recall(page=page, user=editor)


def _policy(slug: str, n: int) -> None:
    """What isn't current is served, or withdrawn with its condition."""
    with override_settings(NOT_CURRENT="withdraw" if n else "source"):
        call_command("rebuild_editions", verbosity=0)


def _offer(slug: str, n: int) -> None:
    """Dutch is no longer offered, for a while."""
    with override_settings(LANGUAGE_CODES=["en"]):
        call_command("rebuild_editions", verbosity=0)
    if n:
        call_command("rebuild_editions", verbosity=0)


def _bundle(slug: str, n: int) -> None:
    call_command("make_bundles", stdout=io.StringIO())


def _forget(slug: str, n: int) -> None:
    """Tombstones grow old, all of them or some, and are forgotten."""
    tombstones = Edition.objects.filter(state=Edition.State.WITHDRAWN, slug__startswith=slug if n else "")
    tombstones.update(modified_at=timezone.now() - timedelta(days=10_000))
    call_command("forget_tombstones", stdout=io.StringIO())


ACTS: dict[str, Callable[[str, int], None]] = {
    act.__name__.strip("_"): act
    for act in (
        *(_publish, _draft, _translate, _unpublish, _delete, _rename, _move, _restrict, _index),
        *(_expire, _recall, _policy, _offer, _bundle, _forget),
    )
}
# An act on a condition; or, in between, the app reads one page of so many changes and is then closed.
acts = st.tuples(
    st.sampled_from(["publish", "publish", "translate", "translate", *ACTS]),
    st.sampled_from(SLUGS),
    st.integers(0, 2),
)
reads = st.tuples(st.just("read"), st.sampled_from(["en", "nl"]), st.integers(1, 3))


@settings(max_examples=40, suppress_health_check=list(HealthCheck), derandomize=True)
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
@example(  # a language in which nothing happened since another one forgot
    steps=[
        ("publish", "angina", 0),
        ("translate", "angina", 1),
        ("read", "nl", 3),
        ("publish", "migraine", 0),
        ("unpublish", "migraine", 0),
        ("forget", "angina", 0),
        ("bundle", "angina", 0),
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
        call_command("rebuild_editions", verbosity=0)
        verify_editions()
        for app in (*apps.values(), *(App(api, locale, begins_with_bundle=True) for locale in apps)):
            app.catch_up(limit=1)
            app.assert_holds_the_listing()
        transaction.set_rollback(True)
