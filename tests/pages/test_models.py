"""What a condition must be before it is published, and which conditions the world may read."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from pages.models import ConditionIndexPage, ConditionPage, HomePage, ImportedSource, review_problems
from tests.factories import build_condition, heading, paragraph, publish_condition

DAY = datetime.date


@pytest.mark.parametrize(
    ("last", "following", "wrong"),
    [
        (None, None, None),
        (DAY(2024, 1, 31), None, None),
        (None, DAY(2024, 1, 31), "last_reviewed"),
        (DAY(2024, 1, 31), DAY(2024, 1, 30), "next_review"),
        (DAY(2024, 1, 31), DAY(2024, 1, 31), "next_review"),
        (DAY(2024, 1, 31), DAY(2024, 2, 1), None),
        (DAY(2024, 1, 31), DAY(2027, 1, 31), None),
        (DAY(2024, 1, 31), DAY(2027, 2, 1), "next_review"),
        (DAY(2024, 2, 29), DAY(2027, 2, 28), None),  # 36 months after a leap day is the last of February
        (DAY(2024, 2, 29), DAY(2027, 3, 1), "next_review"),
        (DAY(2021, 2, 28), DAY(2024, 2, 28), None),
        (DAY(2021, 2, 28), DAY(2024, 2, 29), "next_review"),
        (DAY(2030, 1, 1), None, None),
        (DAY(2030, 1, 2), None, "last_reviewed"),
        (DAY(2099, 1, 1), DAY(2099, 2, 1), "last_reviewed"),
    ],
)
def test_review_dates(last: DAY | None, following: DAY | None, wrong: str | None) -> None:
    assert [*review_problems(last, following, today=DAY(2030, 1, 1))] == ([wrong] if wrong else [])


def faults(page: ConditionPage) -> set[str]:
    """The fields that full validation refuses."""
    try:
        page.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ({}, set()),
        ({"summary": "x" * 300}, set()),
        ({"summary": "x" * 301}, {"summary"}),
        ({"summary": ""}, {"summary"}),
        ({"definition": []}, {"definition"}),
        ({"causes": []}, set()),
        ({"causes_heading": "x" * 121}, {"causes_heading"}),
        ({"last_reviewed": DAY(2024, 1, 1), "next_review": DAY(2024, 1, 1)}, {"next_review"}),
        ({"next_review": DAY(2024, 1, 1)}, {"last_reviewed"}),
        ({"causes": [paragraph("c", "<b>x")]}, {"causes"}),
        ({"causes": [heading("h", "x"), heading("h", "y")]}, {"causes"}),
        ({"causes": [paragraph("c", "<b>x</b>"), heading("h", "< x")]}, set()),
    ],
)
def test_what_publishing_asks_for(content: dict[str, Any], wrong: set[str]) -> None:
    page = build_condition()
    for name, value in content.items():
        setattr(page, name, json.dumps(value) if isinstance(value, list) else value)
    assert faults(page) == wrong  # before it is saved: PostgreSQL takes no text that is too long


@pytest.mark.django_db
def test_a_draft_may_lack_what_publishing_asks_for() -> None:
    page = build_condition(summary="", definition=[])
    page.save_revision(clean=False)
    assert not ConditionPage.objects.get().live


@pytest.mark.django_db
def test_two_conditions_never_share_a_slug_whatever_folder_they_are_in() -> None:
    page = publish_condition("gout")
    folder = HomePage.objects.get().add_child(instance=ConditionIndexPage(title="More", slug="more"))
    other = ConditionPage(title="Gout", slug="gout-2", live=False, summary="x", definition=page.definition)
    folder.add_child(instance=other)
    assert faults(other) == set()
    other.slug = "gout"
    assert faults(other) == {"slug"}
    assert faults(page) == set()


@pytest.mark.django_db
def test_where_pages_may_stand() -> None:
    home, index = HomePage.objects.get(), ConditionIndexPage.objects.get()
    assert ConditionPage.can_create_at(index)
    assert not ConditionPage.can_create_at(home)
    assert not ConditionPage.can_create_at(publish_condition())
    assert ConditionIndexPage.can_create_at(home)
    assert not ConditionIndexPage.can_create_at(index)
    assert not HomePage.can_create_at(Page.get_first_root_node())


# --- which the world may read -------------------------------------------------------------------------------------


def readable() -> set[str]:
    return set(ConditionPage.objects.readable().values_list("slug", flat=True))


@pytest.fixture
def _conditions(db: None) -> None:
    """`a`, `b` and a draft in one folder, `c` in another."""
    for slug in ("a", "b", "c", "draft"):
        build_condition(slug)
    ConditionPage.objects.exclude(slug="draft").update(live=True)
    other = HomePage.objects.get().add_child(instance=ConditionIndexPage(title="More", slug="more"))
    ConditionPage.objects.get(slug="c").move(other, "last-child")


@pytest.mark.usefixtures("_conditions")
def test_live_conditions_are_readable_and_drafts_are_not() -> None:
    assert readable() == {"a", "b", "c"}
    ConditionPage.objects.get(slug="a").unpublish()
    assert readable() == {"b", "c"}


@pytest.mark.usefixtures("_conditions")
@pytest.mark.parametrize(
    ("slug", "left"),
    [("conditions", {"c"}), ("more", {"a", "b"}), ("home", set[str]()), ("a", {"b", "c"})],
)
def test_what_stands_below_something_private_or_unpublished_is_not_readable(slug: str, left: set[str]) -> None:
    page = Page.objects.get(slug=slug)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert readable() == left
    restriction.delete()
    assert readable() == {"a", "b", "c"}
    Page.objects.filter(pk=page.pk).update(live=False)
    assert readable() == left


@pytest.mark.usefixtures("_conditions")
def test_readable_chains() -> None:
    assert set(ConditionPage.objects.filter(slug__in="ac").readable().values_list("slug", flat=True)) == {"a", "c"}
    below = ConditionPage.objects.below(Page.objects.get(slug="conditions"))
    assert set(below.readable().values_list("slug", flat=True)) == {"a", "b"}
    itself = ConditionPage.objects.get(slug="a")
    assert list(ConditionPage.objects.below(itself)) == [itself]


@pytest.mark.usefixtures("_conditions")
def test_three_queries_however_many_conditions() -> None:
    with CaptureQueriesContext(connection) as queries:
        list(ConditionPage.objects.readable())
    assert len(queries) == 3  # unpublished pages that have others below; restrictions; the conditions


# --- imports ------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_was_imported_is_forgotten_with_its_page() -> None:
    page = publish_condition()
    source = ImportedSource.objects.create(
        address="old/a.txt", digest="0", page=page, imported_at=page.last_published_at
    )
    assert str(source) == "old/a.txt"
    page.delete()
    assert not ImportedSource.objects.exists()
