"""What the editors' desk has, and what it leaves out of Wagtail's admin."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from pages.models import ConditionIndexPage
from tests.factories import publish_condition

pytestmark = pytest.mark.django_db


def test_the_front_door_leads_to_the_log_in() -> None:
    answer = Client().get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/login/")
    assert answer.status_code == 200
    assert b'name="password"' in answer.content


def test_log_in() -> None:
    User.objects.create_superuser("ed", password="a pass for a test")
    client = Client()
    wrong = client.post("/admin/login/", {"username": "ed", "password": "no"})
    assert wrong.status_code == 200
    right = client.post("/admin/login/", {"username": "ed", "password": "a pass for a test", "next": "/admin/"})
    assert (right.status_code, right["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"])
def test_nobody_gets_in_without_logging_in(address: str) -> None:
    answer = Client().get(address)
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={address}")


@pytest.mark.parametrize(
    "address",
    ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/", "/admin/users/"],
)
def test_the_pages_of_the_desk_open(desk: Client, address: str) -> None:
    assert desk.get(address).status_code == 200


def test_documents_are_offered_nowhere(desk: Client) -> None:
    text = desk.get("/admin/").content.decode()
    (menu,) = re.findall(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert '"/admin/images/"' in menu
    for shown in (text, desk.get("/admin/pages/search/?q=x").content.decode()):
        assert "/admin/images/" in shown
        assert "/admin/documents/" not in shown


def test_translations_are_no_copies_of_pages_and_locales_no_setting(desk: Client) -> None:
    page = publish_condition("gout")
    text = desk.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    assert "Source language" in text
    assert "English" in text
    assert "No other translations" not in text
    assert "/admin/locales/" not in desk.get("/admin/").content.decode()
    assert desk.get("/admin/locales/").status_code == 404


def test_a_page_is_private_for_everybody_without_a_log_in_or_not_at_all(desk: Client) -> None:
    """Passwords and groups are for pages that somebody opens; here nobody does."""
    page = publish_condition("gout")
    for private in (page, page.get_parent()):
        answer: Any = desk.get(reverse("wagtailadmin_pages:set_privacy", args=(private.pk,)))
        choices = answer.context["form"].fields["restriction_type"].choices
        assert [value for value, _ in choices] == ["none", "login"]


def test_the_explorer_lists_conditions(desk: Client) -> None:
    publish_condition("gout", title="Gout of the toe")
    index = ConditionIndexPage.objects.get()
    assert "Gout of the toe" in desk.get(reverse("wagtailadmin_explore", args=(index.pk,))).content.decode()
    assert (
        reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", index.pk))
        in desk.get(reverse("wagtailadmin_pages:add_subpage", args=(index.pk,)), follow=True).redirect_chain[-1][0]
    )
