"""Journey 1: an editor publishes and changes a condition; the world reads exactly that, from the same instant on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page

from pages.models import ConditionIndexPage, ConditionPage
from tests.factories import build_condition, paragraph, publish_condition, republish, save_draft
from tests.journeys.doors import Api

ADDRESS = "en/conditions/sore-throat/"


def test_published_is_readable_at_once(api: Api) -> None:
    page = publish_condition()
    answer = api.get(ADDRESS)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Language"] == "en"
    assert answer["ETag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
    document = answer.json()  # type: ignore[attr-defined]
    assert document["id"] == str(page.translation_key)
    assert document["translation"]["status"] == "source"
    assert [item["id"] for item in api.listing("en")] == [document["id"]]
    assert api.news() == {"en/sore-throat"}


def test_only_in_the_source_language(api: Api) -> None:
    publish_condition()
    problem = api.problem("nl/conditions/sore-throat/", 404, "not-in-this-language")
    assert problem["locales"] == ["en"]
    assert api.listing("nl") == []


def test_a_draft_is_nowhere(api: Api) -> None:
    page = build_condition()
    page.save_revision()
    api.problem(ADDRESS, 404, "not-found")
    assert api.news() == set()


def test_a_draft_of_a_published_condition_changes_nothing(api: Api) -> None:
    page = publish_condition()
    before = api.get(ADDRESS)
    api.news()
    save_draft(page, title="Angina", slug="angina", definition=[paragraph("def1", "Another text.")])
    after = api.get(ADDRESS)
    assert (after["ETag"], after.content) == (before["ETag"], before.content)
    api.problem("en/conditions/angina/", 404, "not-found")
    assert api.news() == set()


def test_republishing_changes_the_etag(api: Api) -> None:
    page = publish_condition()
    old = api.etag("en")
    assert api.get(ADDRESS, If_None_Match=old).status_code == 304
    api.news()
    republish(page, summary="It hurts to swallow.")
    new = api.etag("en")
    assert new != old
    assert api.get(ADDRESS, If_None_Match=old).status_code == 200
    unchanged = api.get(ADDRESS, If_None_Match=new)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged["ETag"] == new
    assert api.condition("en")["summary"] == "It hurts to swallow."
    assert api.news() == {"en/sore-throat"}


def test_publishing_the_same_again_is_no_news(api: Api) -> None:
    page = publish_condition()
    old = api.etag("en")
    api.news()
    republish(page)
    assert api.etag("en") == old
    assert api.news() == set()


def test_republishing_leaves_the_other_conditions_alone(api: Api) -> None:
    page = publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    republish(page, title="Sore throats")
    assert api.news() == {"en/sore-throat"}


def test_a_revert_brings_the_words_back_as_news(api: Api) -> None:
    """The words are the old ones, but `modified_at` is not: whoever had the version between must hear of it."""
    page = publish_condition()
    first = page.latest_revision
    republish(page, summary="Wrong.")
    api.news()
    first.publish()
    assert api.condition("en")["summary"] == "Pain when you swallow."
    assert api.news() == {"en/sore-throat"}


def test_dates(api: Api, travel: Callable[[float], None]) -> None:
    """`published_at` is when it first appeared, `modified_at` when its bytes last changed."""
    page = publish_condition()
    first = api.condition("en")
    assert first["published_at"] == first["modified_at"]
    travel(2)
    republish(page, summary="It hurts.")
    second = api.condition("en")
    assert second["published_at"] == first["published_at"]
    assert second["modified_at"] > first["modified_at"]
    (item,) = api.listing("en")
    assert (item["published_at"], item["modified_at"]) == (second["published_at"], second["modified_at"])


def test_head_is_get_without_the_body(api: Api) -> None:
    publish_condition()
    got, head = api.get(ADDRESS), api.client.head("/api/v1/" + ADDRESS)
    assert head.status_code == 200
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert api.client.head("/api/v1/" + ADDRESS, headers={"If-None-Match": got["ETag"]}).status_code == 304


def test_a_publish_that_is_rolled_back_never_was(api: Api) -> None:
    """The edition is written in the transaction of the publish: both happen, or neither does."""
    page = publish_condition()
    before = api.etag("en")
    api.news()
    with transaction.atomic():
        republish(page, summary="Not to be.")
        publish_condition("migraine", title="Migraine")
        assert api.etag("en") != before
        transaction.set_rollback(True)  # the server dies here
    assert api.etag("en") == before
    api.problem("en/conditions/migraine/", 404, "not-found")
    assert api.news() == set()


# Saved without Wagtail's signals


def test_bare_save(api: Api) -> None:
    page = publish_condition()
    api.news()
    page.title = "Throat, sore"
    page.save()
    assert api.condition("en")["title"] == "Throat, sore"
    assert api.news() == {"en/sore-throat"}


def test_bare_save_of_the_plain_page(api: Api) -> None:
    page = publish_condition()
    api.news()
    plain = Page.objects.get(pk=page.pk)
    plain.title = "Throat, sore"
    plain.save()
    assert api.condition("en")["title"] == "Throat, sore"
    assert api.news() == {"en/sore-throat"}


def test_added_as_live(api: Api) -> None:
    definition = json.dumps([paragraph("def1", "Pollen makes you sneeze.")])
    page = ConditionPage(title="Hay fever", slug="hay-fever", summary="Sneezing.", definition=definition, live=True)
    ConditionIndexPage.objects.get().add_child(instance=page)
    assert api.condition("en", "hay-fever")["summary"] == "Sneezing."
    assert api.news() == {"en/hay-fever"}


def test_copied(api: Api) -> None:
    """A copy is another condition, with an id of its own."""
    page = publish_condition()
    api.news()
    page.copy(update_attrs={"slug": "sore-throat-2", "title": "Sore throat (copy)"}, keep_live=True)
    ids = {item["id"] for item in api.listing("en")}
    assert len(ids) == 2
    assert api.news() == {"en/sore-throat-2"}
