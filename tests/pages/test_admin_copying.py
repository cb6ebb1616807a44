"""A slug stands once, whichever door of the desk a second condition comes through."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.desk import errors_of, served
from tests.factories import build_condition, publish_condition

pytestmark = pytest.mark.django_db


@pytest.fixture
def more() -> ConditionIndexPage:
    """A second folder."""
    return HomePage.objects.get().add_child(instance=ConditionIndexPage(title="More", slug="more"))


def copy(desk: Client, page: Page, into: Page, slug: str, **ticked: str) -> HttpResponse:
    posted = {"new_title": page.title, "new_slug": slug, "new_parent_page": str(into.pk)} | ticked
    return desk.post(reverse("wagtailadmin_pages:copy", args=(page.pk,)), posted)  # type: ignore[return-value]


def slugs() -> list[str]:
    return sorted(ConditionPage.objects.values_list("slug", flat=True))


@pytest.mark.parametrize("ticked", [{}, {"publish_copies": "on"}, {"alias": "on"}], ids=["draft", "published", "alias"])
def test_a_copy_with_the_same_slug_is_refused_in_another_folder_too(
    desk: Client, more: ConditionIndexPage, ticked: dict[str, str]
) -> None:
    page = publish_condition("gout")
    before = served().content
    assert errors_of(copy(desk, page, more, "gout", **ticked)) == {
        "new_slug": ["Another condition has this slug already."]
    }
    assert slugs() == ["gout"]
    assert served().content == before


def test_a_copy_is_offered_a_slug_that_is_free_everywhere(desk: Client, more: ConditionIndexPage) -> None:
    page = publish_condition("gout")
    answer: Any = desk.get(reverse("wagtailadmin_pages:copy", args=(page.pk,)))
    form = answer.context["form"]
    assert form["new_slug"].value() == "gout-2"
    assert set(form.fields) == {"new_title", "new_slug", "new_parent_page", "publish_copies"}
    assert copy(desk, page, more, "gout-2", publish_copies="on").status_code == 302
    copied = ConditionPage.objects.get(slug="gout-2")
    assert copied.live
    assert served("gout-2").status_code == served("gout").status_code == 200
    assert desk.get(reverse("wagtailadmin_pages:copy", args=(page.pk,))).context["form"]["new_slug"].value() == "gout-3"


def test_a_condition_is_never_copied_as_an_alias(desk: Client, more: ConditionIndexPage) -> None:
    """The box isn't there; whoever ticks it all the same gets a draft of their own."""
    copy(desk, publish_condition("gout"), more, "gout-2", alias="on")
    copied = ConditionPage.objects.get(slug="gout-2")
    assert (copied.alias_of_id, copied.live) == (None, False)


def test_a_folder_is_copied_without_its_conditions(desk: Client) -> None:
    publish_condition("gout")
    folder = ConditionIndexPage.objects.get()
    answer = desk.get(reverse("wagtailadmin_pages:copy", args=(folder.pk,)))
    assert not {"alias", "copy_subpages"} & set(answer.context["form"].fields)
    copy(desk, folder, HomePage.objects.get(), "more", copy_subpages="on", publish_copies="on", alias="on")
    assert ConditionIndexPage.objects.get(slug="more").alias_of_id is None
    assert slugs() == ["gout"]


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("copy", {"recursive": True, "keep_live": True, "slug": "more"}),
        ("create_alias", {"recursive": True, "update_slug": "more"}),
    ],
)
def test_nor_does_wagtails_own_api_for_its_admin_make_second_ones(
    desk: Client, action: str, data: dict[str, Any]
) -> None:
    """No page of the desk asks for this; a script may. It saves what is below a folder without any check of its own."""
    desk.raise_request_exception = False
    publish_condition("gout")
    address = f"/admin/api/main/pages/{ConditionIndexPage.objects.get().pk}/action/{action}/"
    assert desk.post(address, data, content_type="application/json").status_code >= 400
    assert slugs() == ["gout"]


def test_code_makes_no_second_draft_with_the_same_slug(more: ConditionIndexPage) -> None:
    build_condition("gout")
    with pytest.raises(ValidationError, match="Another condition has this slug already"):
        more.add_child(instance=ConditionPage(title="Gout", slug="gout", live=False))
    assert slugs() == ["gout"]


def test_a_condition_in_another_language_moves_like_any_other(desk: Client, more: ConditionIndexPage) -> None:
    """Wagtail would keep it where it is: it expects each language in a tree of its own."""
    page = build_condition("jicht")
    page.locale = Locale.objects.create(language_code="nl")
    page.save()
    page.save_revision()
    assert desk.post(reverse("wagtailadmin_pages:move_confirm", args=(page.pk, more.pk))).status_code == 302
    moved = ConditionPage.objects.get()
    assert moved.get_parent().specific == more
    assert moved.locale.language_code == "nl"
    assert not moved.can_move_to(HomePage.objects.get())
