"""Every earlier text can be seen, and brought back: through the gate again, and to be approved again."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from wagtail.models import PageLogEntry

from tests.commands import Ran, run
from tests.factories import give_rights, heading, make_people, publish_condition, republish
from tests.translation.files import entry, history, stored, take
from translation.history import RestoreError, restore_text
from translation.models import SegmentTranslation, State, TranslationEvent
from translation.rights import NoRightError

pytestmark = pytest.mark.django_db


def event(text: str) -> TranslationEvent:
    return TranslationEvent.objects.filter(target_text=text).first()


def test_the_history_is_asked_by_place() -> None:
    page = publish_condition()
    other = publish_condition("gout")
    take(entry(page, "title"), entry(page, "summary"), entry(other, "title", "Jicht"))
    take(entry(page, "title", "Zere keel"))
    take(entry(page, "title", "Dolor"), file="es/conditions/x.po", locale="es")
    events = TranslationEvent.objects.history_of(page.translation_key, "nl", "title")
    assert [found.target_text for found in events] == ["Keelpijn", "Zere keel"]
    assert events.filter(target_text="Zere keel").count() == 1
    every = TranslationEvent.objects.history_of(page.translation_key, "nl")
    assert [found.target_text for found in every] == ["Keelpijn", "Pijn bij het slikken.", "Zere keel"]


def test_an_earlier_text_comes_back_and_its_review_does_not() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    take(entry(page, "title", "Zere keel"), translator=tom, reviewer=rana)
    assert restore_text(event=event("Keelpijn"), user=rana) == ()
    row = SegmentTranslation.objects.get()
    assert (row.target_text, row.state, row.origin) == ("Keelpijn", State.TRANSLATED, "restored")
    assert (row.translator, row.reviewer, row.reviewer_name, row.reviewed_at) == (rana, None, "", None)
    assert [(e.target_text, e.state, e.user_name) for e in TranslationEvent.objects.order_by("pk")] == [
        ("Keelpijn", "translated", "Tom Translator (tom)"),
        ("Keelpijn", "reviewed", "Rana Reviewer (rana)"),
        ("Zere keel", "translated", "Tom Translator (tom)"),
        ("Zere keel", "reviewed", "Rana Reviewer (rana)"),
        ("Keelpijn", "translated", "Rana Reviewer (rana)"),
    ]
    assert TranslationEvent.objects.order_by("pk").last().origin == "restored"
    log = PageLogEntry.objects.get(action="plexus.translations.restore")
    assert (log.user, log.message) == (rana, "Earlier translation restored (nl)")


def test_a_text_of_an_older_source_comes_back_for_that_one() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), translator=tom)
    take(entry(page, "title", "Zere keel"), translator=tom)
    republish(page, title="Not a sore throat")
    remarks = restore_text(event=event("Keelpijn"), user=tom)
    assert [remark.kind for remark in remarks] == ["older_source"]
    assert stored() == {"title": ("Keelpijn", "translated")}
    assert SegmentTranslation.objects.get().source_text == "Sore throat"


def test_what_the_gate_refuses_today_stays_where_it_is() -> None:
    """As a text that came in before a check did."""
    page = publish_condition(definition=[heading("h", "Take 5 mg")])
    tom, _ = make_people()
    take(entry(page, "definition.h", "Neem 5 mg", source="Take 5 mg"), translator=tom)
    TranslationEvent.objects.create(
        translation=SegmentTranslation.objects.get(),
        at="2020-01-01T00:00Z",
        target_text="Neem \u202e5 mg",
        state="translated",
    )
    with pytest.raises(RestoreError, match="the gate refuses this text now: ") as refusal:
        restore_text(event=event("Neem \u202e5 mg"), user=tom)
    assert {remark.kind for remark in refusal.value.remarks} == {"control"}
    assert stored() == {"definition.h": ("Neem 5 mg", "translated")}


def test_the_text_that_stands_there_keeps_its_review() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    with pytest.raises(RestoreError, match="stands there now"):
        restore_text(event=event("Keelpijn"), user=tom)
    assert stored() == {"title": ("Keelpijn", "reviewed")}


def test_who_may_not_translate_restores_nothing() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), translator=tom)
    take(entry(page, "title", "Zere keel"), translator=tom)
    amira = User.objects.create_user("amira")
    give_rights(amira, "ar")
    give_rights(amira, "nl", translate=False)
    with pytest.raises(NoRightError, match="amira may not translate into nl"):
        restore_text(event=event("Keelpijn"), user=amira)
    assert stored() == {"title": ("Zere keel", "translated")}


def shown(*options: str) -> Ran:
    return run("translation_history", "sore-throat", "--locale", "nl", *options)


def test_the_command_shows_and_restores() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), entry(page, "summary"), translator=tom)
    take(entry(page, "title", "Zere\u202e keel"), translator=tom)
    take(entry(page, "title", "Zere keel"))
    lines = shown("--path", "title").out.splitlines()
    first = event("Keelpijn")
    assert lines[0] == f"{first.pk}: {first.at:%Y-%m-%d %H:%M} translated po Tom Translator (tom) title: Keelpijn"
    assert lines[-1].endswith(" translated po nobody named title: Zere keel")
    assert len(lines) == 2  # the gate refused the one between
    assert len(shown().out.splitlines()) == 3

    ran = shown("--restore", str(first.pk), "--translator", "tom")
    assert ran == Ran(0, "restored; it is served when a second person has approved it\n", "")
    assert stored()["title"] == ("Keelpijn", "translated")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--restore", "{0}"), "say with --translator who restores it"),
        (("--restore", "{0}", "--translator", "nobody"), "there is no active user nobody"),
        (("--restore", "{0}", "--translator", "una"), "una may not translate into nl"),
        (("--restore", "{0}", "--translator", "tom"), "this text stands there now"),
        (("--restore", "999999", "--translator", "tom"), "this condition has no text 999999"),
        (("--restore", "{0}", "--path", "summary", "--translator", "tom"), "has no text"),
        (("--locale", "xx"), "no such language here: xx"),
        (("--locale", "en"), "was never translated into en"),
        (("--path", "titel"), "was never translated into nl at titel"),
    ],
)
def test_the_command_refuses_in_one_line(options: tuple[str, ...], told: str) -> None:
    page = publish_condition()
    make_people()
    User.objects.create_user("una")
    take(entry(page, "title"))
    before = history()
    ran = shown(*(option.format(event("Keelpijn").pk) for option in options))
    assert ran.code == 1
    assert told in ran.error
    assert history() == before


def test_a_text_of_another_condition_is_not_this_ones() -> None:
    page, other = publish_condition(), publish_condition("gout")
    make_people()
    take(entry(page, "title"), entry(other, "title", "Jicht"))
    take(entry(other, "title", "Voetje"))
    ran = shown("--restore", str(event("Jicht").pk), "--translator", "tom")
    assert "this condition has no text" in ran.error
    assert run("translation_history", "nowhere", "--locale", "nl").error == "no condition has the slug nowhere"
