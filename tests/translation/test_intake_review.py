"""A translation is approved by a second person, known by name, who approves these very words."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from tests.factories import make_people, publish_condition
from tests.translation.files import entry, everything, stored, take
from translation.findings import Kind, Severity
from translation.import_report import Counts
from translation.models import SegmentTranslation, State
from translation.second_person import ReviewError

pytestmark = pytest.mark.django_db


def test_a_review_needs_two_people() -> None:
    page = publish_condition()
    tom, rana = make_people()
    with pytest.raises(ReviewError, match="second person"):
        take(*everything(page), reviewer=rana)
    with pytest.raises(ReviewError, match="second person"):
        take(*everything(page), translator=tom, reviewer=tom)
    assert stored() == {}


def test_translated_and_approved_at_once() -> None:
    page = publish_condition()
    tom, rana = make_people()
    before = timezone.now()
    assert take(entry(page, "title"), translator=tom, reviewer=rana).counts == Counts(stored=1, approved=1)
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator, row.reviewer, row.reviewer_name) == ("reviewed", tom, rana, "Rana Reviewer")
    assert row.reviewed_at is not None
    assert before <= row.reviewed_at <= timezone.now()
    assert row.origin == "po"


def test_without_a_reviewer_nothing_is_approved() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), translator=tom)
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator) == ("translated", tom)
    assert (row.reviewer, row.reviewer_name, row.reviewed_at) == (None, "", None)


def test_approved_later_by_somebody_else() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(*everything(page, summary=""), translator=tom)
    assert take(*everything(page), translator=tom, reviewer=rana).counts == Counts(stored=1, confirmed=2, approved=3)
    assert {state for _, state in stored().values()} == {"reviewed"}
    assert take(*everything(page), translator=tom, reviewer=rana).counts == Counts(unchanged=3)


def test_nobody_approves_their_own_text_under_another_name() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=rana)
    assert take(entry(page, "title"), translator=tom, reviewer=rana).counts == Counts(unchanged=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


def test_a_text_of_nobody_known_is_approved_when_somebody_puts_their_name_to_it() -> None:
    """An approved text has a translator who isn't its reviewer; who imported this one before, nobody can say."""
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"))
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator) == (State.TRANSLATED, None)
    take(entry(page, "title"), translator=tom, reviewer=rana)
    row.refresh_from_db()
    assert (row.state, row.translator) == (State.REVIEWED, tom)


def test_fuzzy_is_kept_for_review_until_its_translator_ends_the_doubt() -> None:
    page = publish_condition()
    tom, rana = make_people()
    people: dict[str, Any] = {"translator": tom, "reviewer": rana}
    assert take(entry(page, "title", fuzzy=True), **people).counts == Counts(stored=1)
    assert stored() == {"title": ("Keelpijn", "needs_review")}
    assert take(entry(page, "title", fuzzy=True), **people).counts == Counts(unchanged=1)
    assert stored() == {"title": ("Keelpijn", "needs_review")}
    assert take(entry(page, "title"), translator=tom).counts == Counts(confirmed=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


def test_another_text_undoes_the_review() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    take(entry(page, "title", "Zere keel"), translator=tom)
    row = SegmentTranslation.objects.get()
    assert (row.target_text, row.state) == ("Zere keel", "translated")
    assert (row.reviewer, row.reviewer_name, row.reviewed_at) == (None, "", None)


def test_a_text_that_takes_an_approved_one_away_is_told() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    told = take(entry(page, "title", "Zere keel"), translator=tom)
    assert [(f.path, f.kind, f.severity) for f in told.findings] == [("title", Kind.REVIEW, Severity.WARNING)]
    assert "readers get the source" in told.findings[0].message
    assert take(entry(page, "title", "Pijnlijke keel"), translator=tom, reviewer=rana).findings == ()


def test_a_reviewer_is_told_which_texts_are_their_own() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=rana)
    take(entry(page, "summary"), translator=tom)
    told = take(*everything(page), translator=tom, reviewer=rana)
    assert [(f.path, f.kind, f.severity) for f in told.findings] == [("title", Kind.REVIEW, Severity.WARNING)]
    assert told.counts == Counts(stored=1, confirmed=1, unchanged=1, approved=2)


def test_a_reviewer_who_leaves_keeps_the_name_on_what_was_approved() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    rana.delete()
    row = SegmentTranslation.objects.get()
    assert (row.state, row.reviewer, row.reviewer_name) == ("reviewed", None, "Rana Reviewer")


def test_whoever_approves_by_a_file_is_told_what_is_in_doubt() -> None:
    page = publish_condition()
    tom, rana = make_people()
    doubtful = entry(page, "title", "Keelpijn?")
    take(doubtful, translator=tom)
    assert take(doubtful, translator=tom).findings == (), "the same file again says nothing new"
    approved = take(doubtful, translator=tom, reviewer=rana)
    assert approved.counts == Counts(confirmed=1, approved=1)
    assert [(told.kind, told.severity) for told in approved.findings] == [(Kind.PUNCTUATION, Severity.WARNING)]
