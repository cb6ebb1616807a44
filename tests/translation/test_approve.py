"""What a reviewer approves in the CMS: the very words that they read, and nobody's but another's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from wagtail.models import PageLogEntry

from tests.factories import give_rights, make_people, publish_condition
from tests.translation.files import entry, everything, history, stored, take
from translation.findings import Kind, Severity
from translation.models import SegmentTranslation
from translation.rights import NoRightError
from translation.second_person import ReviewError
from translation.signals import translations_changed
from translation.storing import approve

pytestmark = pytest.mark.django_db


def rows(*paths: str) -> list[SegmentTranslation]:
    return list(SegmentTranslation.objects.filter(path__in=paths).order_by("path"))


def test_approved_with_name_history_log_and_signal() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(*everything(page), translator=tom)
    told: list[tuple[object, object]] = []

    def listen(conditions: object, locale: object, **_: object) -> None:
        told.append((conditions, locale))

    translations_changed.connect(listen)
    try:
        answer = approve(translations=rows("summary", "title"), user=rana)
    finally:
        translations_changed.disconnect(listen)
    assert ([row.path for row in answer.approved], answer.refused) == (["summary", "title"], ())
    title = SegmentTranslation.objects.get(path="title")
    assert (title.state, title.translator, title.reviewer, title.reviewer_name) == (
        "reviewed",
        tom,
        rana,
        "Rana Reviewer",
    )
    assert [state for _, state in stored().values()].count("reviewed") == 2
    assert history()[-2:] == [("Pijn bij het slikken.", "reviewed"), ("Keelpijn", "reviewed")]
    log = PageLogEntry.objects.get(action="plexus.translations.approve")
    assert (log.page_id, log.user, log.data) == (page.pk, rana, {"locale": "nl"})
    assert log.message == "Translations approved (nl)"
    assert told == [({page.translation_key}, "nl")]


def test_what_is_approved_already_stays_with_its_reviewer() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    ada = User.objects.create_superuser("ada", first_name="Ada", last_name="Admin")
    before = history()
    answer = approve(translations=rows("title"), user=ada)
    assert (answer.approved, answer.refused) == ((), ())
    assert SegmentTranslation.objects.get().reviewer == rana
    assert history() == before


def test_own_texts_are_left_and_named_the_others_approved() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=rana)
    take(entry(page, "summary"), translator=tom)
    answer = approve(translations=rows("title", "summary"), user=rana)
    assert [row.path for row in answer.approved] == ["summary"]
    ((row, remark),) = answer.refused
    assert (row.path, remark.kind, remark.severity) == ("title", Kind.REVIEW, Severity.ERROR)
    assert remark.message == "not approved: the reviewer wrote this text, and a second person has to approve it"
    assert stored() == {"title": ("Keelpijn", "translated"), "summary": ("Pijn bij het slikken.", "reviewed")}


def test_a_superuser_is_no_second_person_either() -> None:
    page = publish_condition()
    ada = User.objects.create_superuser("ada", first_name="Ada", last_name="Admin")
    take(entry(page, "title"), translator=ada)
    assert approve(translations=rows("title"), user=ada).approved == ()


@pytest.mark.parametrize("how", ["fuzzy", "of nobody known"])
def test_what_no_person_calls_finished_waits(how: str) -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title", fuzzy=how == "fuzzy"), translator=tom if how == "fuzzy" else None)
    ((_, remark),) = approve(translations=rows("title"), user=rana).refused
    assert "first" in remark.message
    assert stored()["title"][1] != "reviewed"


def test_a_text_that_changed_since_it_was_read_is_not_approved() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom)
    read = rows("title")
    take(entry(page, "title", "Zere keel"), translator=tom)
    ((_, remark),) = approve(translations=read, user=rana).refused
    assert remark.message == "not approved: somebody has changed this text since it was read"
    assert stored() == {"title": ("Zere keel", "translated")}


def test_all_languages_are_asked_for_before_anything_is_approved() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), translator=tom)
    take(entry(page, "title", "التهاب الحلق"), translator=tom, file="ar/conditions/x.po", locale="ar")
    amira = User.objects.create_user("amira", first_name="Amira", last_name="Arabic")
    give_rights(amira, "ar")
    with pytest.raises(NoRightError, match="amira may not approve translations into nl"):
        approve(translations=rows("title"), user=amira)
    assert not SegmentTranslation.objects.filter(state="reviewed").exists()
    assert len(approve(translations=SegmentTranslation.objects.filter(locale="ar"), user=amira).approved) == 1


def test_a_reviewer_without_a_name_approves_nothing() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom)
    User.objects.filter(pk=rana.pk).update(first_name="", last_name="")
    with pytest.raises(ReviewError, match="rana has no name in the admin"):
        approve(translations=rows("title"), user=User.objects.get(pk=rana.pk))
