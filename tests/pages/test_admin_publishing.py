"""A condition through the editors' desk: saved, published, scheduled, withdrawn."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from api.models import Edition, Feed
from pages.models import ConditionPage
from tests.desk import FULL, create, edit, errors_of, served
from tests.factories import build_condition

pytestmark = pytest.mark.django_db


def test_a_draft_may_be_incomplete_and_is_not_served(desk: Client) -> None:
    answer = create(desk, summary="", definition=[])
    page = ConditionPage.objects.get()
    assert (answer.status_code, page.live) == (302, False)
    assert served().status_code == 404
    assert [*errors_of(edit(desk, page, **{"action-publish": "1"}))] == ["summary", "definition"]


def publish_selected(desk: Client, *pages: Page, **ticked: str) -> str:
    """Publishes a selection of the explorer; answers what the desk says of it."""
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    chosen = "&".join(f"id={page.pk}" for page in pages)
    answer = desk.post(f"{address}?{chosen}&next=/admin/pages/", ticked, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ({"definition": []}, "Definition"),
        ({"summary": ""}, "Summary"),
        ({"summary": "", "definition": []}, "Summary, Definition"),
        ({"causes": [("heading", "")]}, "Causes"),
    ],
)
@pytest.mark.parametrize("ticked", [False, True], ids=["itself", "with its folder"])
def test_an_incomplete_draft_is_not_published_from_the_explorer_either(
    desk: Client, missing: dict[str, Any], named: str, ticked: bool
) -> None:
    create(desk, **missing)
    page = ConditionPage.objects.get()
    whole = build_condition("whole")
    folder = page.get_parent()
    told = publish_selected(desk, folder, include_descendants="on") if ticked else publish_selected(desk, page, whole)
    assert f"“Gout” can&#x27;t be published yet. Open it and look at: {named}." in told
    assert not ConditionPage.objects.live().exists()
    assert served().status_code == 404


def test_a_slug_that_was_taken_since_is_said_before_anything_is_published(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    edit(desk, page, slug="podagra")
    build_condition("podagra")
    assert "look at: Slug." in publish_selected(desk, page)
    assert ConditionPage.objects.live().get().slug == "gout"


def test_complete_drafts_are_published_together(desk: Client) -> None:
    create(desk)
    create(desk, slug="podagra")
    publish_selected(desk, *ConditionPage.objects.all())
    assert served("gout").status_code == served("podagra").status_code == 200


def test_a_draft_of_a_published_condition_waits(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    before = served()
    edit(desk, page, summary="Hot joints.")
    assert served().content == before.content
    assert ConditionPage.objects.get().has_unpublished_changes
    edit(desk, page, **{"action-publish": "1"})
    assert served().json()["summary"] == "Hot joints."  # type: ignore[attr-defined]


def test_scheduled_to_appear_and_to_expire(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()

    def after(hours: float) -> datetime.datetime:
        return now + datetime.timedelta(hours=hours)

    times = {"go_live_at": f"{after(1):%Y-%m-%d %H:%M}", "expire_at": f"{after(3):%Y-%m-%d %H:%M}"}
    assert create(desk, **times, **{"action-publish": "1"}).status_code == 302
    for hours, live, status in ((0.5, False, (404, 410)), (2, True, (200,)), (2.5, True, (200,)), (4, False, (410,))):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: after(hours))
        call_command("publish_scheduled")
        assert ConditionPage.objects.get().live == live
        assert served().status_code in status
    assert ConditionPage.objects.get().expired


def test_before_its_time_the_world_hears_nothing_of_a_scheduled_condition(desk: Client) -> None:
    """Wagtail's form saves the new page as live for an instant; no app may sync it, nor learn of it by a tombstone."""
    before = Feed.now().last_sequence
    create(desk, go_live_at=f"{timezone.now() + datetime.timedelta(hours=1):%Y-%m-%d %H:%M}", **{"action-publish": "1"})
    assert served().status_code == 404
    assert not Edition.objects.exists()
    assert Feed.now().last_sequence == before


def test_unpublished(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    address = reverse("wagtailadmin_pages:unpublish", args=(page.pk,))
    assert desk.get(address).status_code == 200
    assert served().status_code == 200
    assert desk.post(address).status_code == 302
    assert not ConditionPage.objects.get().live
    assert served().status_code == 410


def test_deleted(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    address = reverse("wagtailadmin_pages:delete", args=(ConditionPage.objects.get().pk,))
    assert desk.get(address).status_code == 200
    desk.post(address)
    assert not ConditionPage.objects.exists()
    assert served().status_code == 410


@pytest.mark.parametrize("name", ["edit", "history"])
def test_a_condition_can_be_opened(desk: Client, name: str) -> None:
    page = build_condition()
    page.save_revision()
    assert desk.get(reverse(f"wagtailadmin_pages:{name}", args=(page.pk,))).status_code == 200


def test_two_versions_are_compared(desk: Client) -> None:
    create(desk, **FULL)
    page = ConditionPage.objects.get()
    edit(desk, page, summary="Hot joints.")
    address = reverse("wagtailadmin_pages:revisions_compare", args=(page.pk, "earliest", "latest"))
    answer = desk.get(address)
    assert answer.status_code == 200
    assert "Hot" in answer.content.decode()
