"""Of what an import changed, the history keeps every text, the log a line, and who depends on it is told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from wagtail.models import PageLogEntry

from tests.factories import make_people, publish_condition
from tests.translation.files import entry, everything, history, take
from translation.models import SegmentTranslation, TranslationEvent
from translation.signals import translations_changed
from translation.storing import APPROVE_ACTION, IMPORT_ACTION

pytestmark = pytest.mark.django_db


def test_the_history_holds_every_earlier_text() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title", "Keel", fuzzy=True), translator=tom)
    take(entry(page, "title", "Keelpijn"), translator=tom)
    take(entry(page, "title", "Keelpijn"), translator=tom, reviewer=rana)
    first = list(TranslationEvent.objects.order_by("pk").values())
    take(entry(page, "title", "Zere keel"), translator=tom)

    assert history() == [
        ("Keel", "needs_review"),
        ("Keelpijn", "translated"),
        ("Keelpijn", "reviewed"),
        ("Zere keel", "translated"),
    ]
    events = TranslationEvent.objects.order_by("pk")
    assert list(events.values())[:3] == first
    assert [event.user for event in events] == [tom, tom, rana, tom]
    assert {event.translation for event in events} == {SegmentTranslation.objects.get()}


class Heard:
    """Who was told of what."""

    def __init__(self) -> None:
        self.signals: list[tuple[set[UUID], str]] = []

    def __call__(self, conditions: set[UUID], locale: str, **_: Any) -> None:
        self.signals.append((conditions, locale))


@pytest.fixture
def heard() -> Iterator[Heard]:
    heard = Heard()
    translations_changed.connect(heard)
    yield heard
    translations_changed.disconnect(heard)


def logged(action: str = IMPORT_ACTION) -> list[tuple[int, User | None, dict[str, Any]]]:
    entries = PageLogEntry.objects.filter(action=action).order_by("pk")
    return [(e.page_id, e.user, e.data) for e in entries]


def test_one_signal_for_a_file_and_one_line_in_the_log_of_each_page(heard: Heard) -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    tom, rana = make_people()
    people: dict[str, Any] = {"translator": tom, "reviewer": rana}
    take(*everything(throat), entry(gout, "title", "Jicht", source="Gout"), **people)
    assert heard.signals == [({throat.translation_key, gout.translation_key}, "nl")]
    for action, who in ((IMPORT_ACTION, tom), (APPROVE_ACTION, rana)):
        assert sorted(logged(action), key=lambda line: line[0]) == [
            (throat.pk, who, {"locale": "nl"}),
            (gout.pk, who, {"locale": "nl"}),
        ]


def test_only_those_are_told_to_whom_something_happened(heard: Heard) -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    take(entry(throat, "title"))
    take(entry(throat, "title"), entry(gout, "title", "Jicht", source="Gout"))
    assert [keys for keys, _ in heard.signals] == [{throat.translation_key}, {gout.translation_key}]
    assert [page for page, _, _ in logged()] == [throat.pk, gout.pk]


def test_where_nothing_happened_nobody_is_told(heard: Heard) -> None:
    page = publish_condition()
    take(*everything(page), dry_run=True)
    take(*everything(page, summary="x" * 301))
    take(*everything(page, title="", summary="", definition=""))
    assert heard.signals == []
    assert logged() == []


def test_the_history_keeps_the_name_of_who_is_gone() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    tom.delete()
    events = TranslationEvent.objects.order_by("pk").values_list("user", "user_name", "state")
    assert list(events) == [
        (None, "Tom Translator (tom)", "translated"),
        (rana.pk, "Rana Reviewer (rana)", "reviewed"),
    ]
