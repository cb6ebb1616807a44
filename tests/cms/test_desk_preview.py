"""The preview of a condition in another language."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from pages.models import ConditionPage
from tests.cms.translating import DUTCH, Desk
from tests.factories import republish

Desks = tuple[Desk, Desk]


def shown(desk: Desk, query: str = "", locale: str = "nl") -> str:
    return desk.client.get(reverse("desk:preview", args=(desk.page.pk, locale)) + query).content.decode()


def test_as_readers_get_it_or_with_what_waits(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().tick("approve", "title").save()
    assert '<html lang="nl" dir="ltr">' in shown(tom)
    assert "<h1>Keelpijn</h1>" in shown(tom)
    assert "Pain when you swallow." in shown(tom)
    assert "Pijn bij het slikken." not in shown(tom)
    assert "Pijn bij het slikken." in shown(tom, "?unreviewed=1")
    assert "<li>Niet veilig tijdens de zwangerschap.</li>" in shown(tom, "?unreviewed=1")
    assert "Rust <b>twee</b> dagen." in shown(tom, "?unreviewed=1")
    assert '<html lang="ar" dir="rtl">' in shown(tom, locale="ar")


def test_what_is_not_current_is_as_the_site_wants_it(desks: Desks, settings: Any) -> None:
    tom, _ = desks
    assert "Mostly a virus." in shown(tom)
    settings.NOT_CURRENT = "omit"
    assert "Mostly a virus." not in shown(tom)
    assert "Not safe in pregnancy." in shown(tom), "critical text has a setting of its own"


def test_what_readers_would_not_get_is_said(desks: Desks, settings: Any) -> None:
    tom, rana = desks
    assert "before its translation is complete. Texts that it lacks: 7." in shown(tom)
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    assert "Readers get none" not in shown(tom)
    republish(tom.page, summary="It hurts to swallow.")
    assert "Readers get none" not in shown(tom), "it stays readable, with its summary in English"
    settings.NOT_CURRENT = "withdraw"
    assert "current. Texts that are not: 1." in shown(tom)


def test_a_preview_changes_nothing(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    shown(tom, "?unreviewed=1")
    page = ConditionPage.objects.get()
    assert (page.title, page.locale.language_code) == ("Sore throat", "en")
