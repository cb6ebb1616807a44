"""Journey 1, withdrawn: whatever took a condition away, the world is told so and why; and hears when it is back."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from api.models import Edition
from pages.models import ConditionIndexPage, ConditionPage
from tests.factories import publish_condition
from tests.journeys.doors import Api
from tests.journeys.withdrawing import (
    another_index,
    delete,
    delete_as_page,
    delete_index,
    delete_queryset,
    move_below_private,
    move_below_unpublished,
    restrict,
    restrict_index,
    save_as_not_live,
    unpublish,
    unpublish_home,
    unpublish_home_as_page,
    unpublish_index,
)

ADDRESS = "en/conditions/sore-throat/"


@pytest.mark.parametrize(
    ("withdraw", "reason"),
    [
        (unpublish, "unpublished"),
        (unpublish_index, "parent_unpublished"),
        (unpublish_home, "parent_unpublished"),
        (unpublish_home_as_page, "parent_unpublished"),
        (delete, "deleted"),
        (delete_as_page, "deleted"),
        (delete_index, "deleted"),
        (delete_queryset, "deleted"),
        (move_below_unpublished, "moved"),
        (move_below_private, "moved"),
        (restrict, "restricted"),
        (restrict_index, "restricted"),
        (save_as_not_live, "unpublished"),
    ],
)
def test_withdrawn(api: Api, withdraw: Any, reason: str) -> None:
    page = publish_condition()
    api.news()
    withdraw(ConditionPage.objects.get(pk=page.pk))
    problem = api.problem(ADDRESS, 410, "withdrawn")
    assert (problem["reason"], problem["id"]) == (reason, str(page.translation_key))
    assert api.problem(f"conditions/{page.translation_key}/", 410, "withdrawn")["reason"] == reason
    assert api.listing("en") == []
    assert api.news() == {f"en/sore-throat {reason}"}


def test_a_tombstone_holds_no_words(api: Api) -> None:
    page = publish_condition()
    page.unpublish()
    (change,) = api.feed("en")[0]
    assert list(change) == ["type", "id", "slug", "at", "reason", "message", "message_lang"]
    assert b"swallow" not in api.get("en/changes/").content
    assert [bytes(body) for body in Edition.objects.values_list("body", flat=True)] == [b""]


def test_a_problem_about_a_withdrawn_condition_names_none_that_is_restricted(api: Api) -> None:
    """Made private means private: neither title nor text is left in any answer."""
    page = publish_condition(title="Secret name")
    restrict(page)
    for address in (ADDRESS, "en/conditions/", "en/changes/", "conditions/sore-throat/", "conditions/"):
        assert b"Secret name" not in api.get(address).content


def _publish_index_again(page: ConditionPage) -> None:
    index = page.get_parent().specific
    index.save_revision().publish()


def _lift_restriction(page: ConditionPage) -> None:
    PageViewRestriction.objects.get().delete()


def _move_back(page: ConditionPage) -> None:
    Page.objects.get(pk=page.pk).move(ConditionIndexPage.objects.get(slug="conditions"), pos="last-child")


@pytest.mark.parametrize(
    ("withdraw", "bring_back"),
    [
        (unpublish, lambda page: page.save_revision().publish()),
        (unpublish_index, _publish_index_again),
        (restrict, _lift_restriction),
        (restrict_index, _lift_restriction),
        (move_below_unpublished, _move_back),
        (move_below_private, _move_back),
    ],
)
def test_brought_back(api: Api, withdraw: Any, bring_back: Any) -> None:
    page = publish_condition()
    withdraw(ConditionPage.objects.get(pk=page.pk))
    api.news()
    bring_back(ConditionPage.objects.get(pk=page.pk))
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == {"en/sore-throat"}


def test_published_below_an_unpublished_page(api: Api) -> None:
    ConditionIndexPage.objects.get().unpublish()
    publish_condition()
    api.problem(ADDRESS, 404, "not-found")
    assert api.news() == set()


def test_lifting_one_of_two_restrictions(api: Api) -> None:
    page = publish_condition()
    restrict_index(page)
    restrict(page)
    page.get_view_restrictions().get(page=page).delete()
    api.problem(ADDRESS, 410, "withdrawn")
    page.get_view_restrictions().get().delete()
    assert api.condition("en")["title"] == "Sore throat"


def test_moved_below_another_index_is_no_news(api: Api) -> None:
    """Addresses have no parent in them."""
    page = publish_condition()
    api.news()
    page.move(another_index(live=True), pos="last-child")
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == set()


def test_an_index_that_expires_takes_all_below_it_along(api: Api) -> None:
    publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    ConditionIndexPage.objects.get().unpublish(set_expired=True)
    assert api.news() == {"en/sore-throat parent_unpublished", "en/migraine parent_unpublished"}


def test_deleted_and_written_anew_with_the_same_slug(api: Api) -> None:
    old = publish_condition()
    old.delete()
    new = publish_condition(title="Sore throat, anew")
    document = api.condition("en")
    assert document["id"] == str(new.translation_key)
    assert document["title"] == "Sore throat, anew"
    assert api.problem(f"conditions/{old.translation_key}/", 410, "withdrawn")["reason"] == "deleted"
    assert {change["type"] for change in api.feed("en")[0]} == {"tombstone", "condition"}
    new.unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["id"] == str(new.translation_key)
