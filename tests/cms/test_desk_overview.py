"""The way to the translations of a condition, and how far each language has come."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from pages.models import ConditionIndexPage, ConditionPage
from tests.cms.translating import DUTCH, Desk
from tests.factories import build_condition, republish, treatment

Desks = tuple[Desk, Desk]


def lines(client: Client, page: ConditionPage) -> dict[str, list[str]]:
    """`{language: the other cells}`."""
    html = client.get(reverse("desk:overview", args=(page.pk,))).content.decode()
    rows = re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</tr>", html, re.DOTALL)
    cells = [[" ".join(unescape(re.sub("<[^>]*>", " ", cell)).split()) for cell in row.split("<td>")] for row in rows]
    return {row[0]: row[1:-1] for row in cells}


def test_one_line_for_each_language(desks: Desks) -> None:
    tom, rana = desks
    nothing = ["Not begun", "0/7", "0", "7", "0", "3"]
    assert lines(tom.client, tom.page) == {"Dutch nl": nothing, "Spanish es": nothing, "Arabic ar": nothing}
    tom.open().write(DUTCH).save()
    assert lines(tom.client, tom.page)["Dutch nl"] == ["Waits for review", "0/7", "0", "0", "7", "3"]
    rana.open().save("approve_all")
    assert lines(tom.client, tom.page)["Dutch nl"] == ["Complete", "7/7", "0", "0", "0", "0"]
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Rest for <b>two</b> days.", "Safe in pregnancy.")])
    assert lines(tom.client, tom.page)["Dutch nl"] == ["The source changed", "6/7", "1", "0", "0", "1"]


@pytest.mark.parametrize("where", ["edit", "list"])
def test_a_published_condition_has_a_button(desks: Desks, where: str) -> None:
    page, editor = desks[0].page, Client()
    editor.force_login(User.objects.create_superuser("ada"))
    index = ConditionIndexPage.objects.get()
    addresses = {
        "edit": reverse("wagtailadmin_pages:edit", args=(page.pk,)),
        "list": reverse("wagtailadmin_explore", args=(index.pk,)),
    }
    shown = editor.get(addresses[where]).content.decode()
    assert f'href="{reverse("desk:overview", args=(page.pk,))}"' in shown
    assert f'href="{reverse("desk:overview", args=(index.pk,))}"' not in shown


def test_where_nothing_is_live_and_nothing_drafted_there_are_no_translations(desks: Desks) -> None:
    page = build_condition("gout")
    client = desks[0].client
    overview = reverse("desk:overview", args=(page.pk,))
    assert overview not in client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    shown = unescape(client.get(overview).content.decode())
    assert "This condition isn't published. It has no draft that could be translated." in shown
    assert client.get(reverse("desk:translate", args=(page.pk, "nl"))).status_code == 404


def test_other_pages_have_none(desks: Desks) -> None:
    index = ConditionIndexPage.objects.get()
    assert desks[0].client.get(reverse("desk:overview", args=(index.pk,))).status_code == 404
    assert desks[0].client.get(reverse("desk:overview", args=(987654,))).status_code == 404
