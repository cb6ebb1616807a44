"""The rights of a group are given on its page in the admin."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from translation.models import LanguageRight
from translation.rights import Right, rights_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("ed"))
    return client


def forms_of(answer: HttpResponse) -> dict[str, str]:
    """The counters of Wagtail's own panels, which every browser posts back."""
    found = re.findall(r'name="(\w+-(?:TOTAL|INITIAL|MIN_NUM)_FORMS)" value="(\d+)"', answer.content.decode())
    return dict(found)


def save(desk: Client, address: str, *boxes: str) -> HttpResponse:
    counters = forms_of(desk.get(address))  # type: ignore[arg-type]
    ticked = {f"language_rights-{box}": "on" for box in boxes}
    return desk.post(address, {"name": "Translators", **counters, **ticked})  # type: ignore[return-value]


def rights() -> set[tuple[str, bool, bool]]:
    return set(LanguageRight.objects.values_list("locale", "may_translate", "may_review"))


def ticked(answer: HttpResponse) -> set[str]:
    boxes = re.findall(r'(<input[^>]*name="language_rights-([^"]+)"[^>]*>)', answer.content.decode())
    assert len(boxes) == 8
    return {name for tag, name in boxes if " checked" in tag}


def test_a_new_group_with_rights(desk: Client) -> None:
    answer = save(desk, reverse("wagtailusers_groups:add"), "nl-may_translate", "ar-may_translate", "ar-may_review")
    assert answer.status_code == 302
    assert rights() == {("nl", True, False), ("ar", True, True)}
    user = User.objects.create_user("una")
    user.groups.add(Group.objects.get(name="Translators"))
    assert rights_of(user, ["nl", "es"]) == {"nl": {Right.TRANSLATE}, "es": set()}


def test_what_is_given_is_shown_changed_and_taken_away(desk: Client) -> None:
    group = Group.objects.create(name="Translators")
    LanguageRight.objects.create(group=group, locale="nl", may_translate=True)
    LanguageRight.objects.create(group=group, locale="es", may_review=True)
    gone = LanguageRight.objects.create(group=group, locale="fr", may_translate=True)
    address = reverse("wagtailusers_groups:edit", args=(group.pk,))
    answer = desk.get(address)
    assert ticked(answer) == {"nl-may_translate", "es-may_review"}  # type: ignore[arg-type]
    assert 'aria-label="May translate: Nederlands"' in answer.content.decode()

    assert save(desk, address, "nl-may_review", "fr-may_review", "xx-may_translate").status_code == 302
    assert rights() == {("nl", False, True), ("fr", True, False)}
    gone.refresh_from_db()  # the site hasn't got this language now, so the page doesn't show it, and leaves it


def test_a_group_that_cannot_be_saved_keeps_its_rights(desk: Client) -> None:
    Group.objects.create(name="Translators")
    other = Group.objects.create(name="Others")
    answer = save(desk, reverse("wagtailusers_groups:edit", args=(other.pk,)), "nl-may_translate")
    assert answer.status_code == 200
    assert rights() == set()
    assert ticked(answer) == {"nl-may_translate"}


def test_who_may_not_change_groups_gives_no_rights() -> None:
    editor = User.objects.create_user("eve")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    group = Group.objects.create(name="Translators")
    client = Client()
    client.force_login(editor)
    answer = client.post(
        reverse("wagtailusers_groups:edit", args=(group.pk,)),
        {"name": "Translators", "language_rights-nl-may_translate": "on"},
    )
    assert answer.status_code == 302
    assert rights() == set()
