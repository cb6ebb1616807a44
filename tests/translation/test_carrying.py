"""A block that is pasted or written anew brings the translations of its words along; nobody reads them unreviewed."""

from __future__ import annotations

from pathlib import Path

import pytest
from wagtail.models import PageLogEntry

from pages.models import ConditionPage
from tests.factories import advice, make_people, paragraph, publish_condition, republish
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po, translate_all, verify_editions
from translation.carrying import carry_over
from translation.catalogue import Entry
from translation.models import SegmentTranslation, TranslationEvent
from translation.po_reader import read_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tmp_path: Path) -> ConditionPage:
    """A condition whose Dutch is reviewed."""
    make_people()
    found = publish_condition(signs=[advice("a1", "emergency", "Call for help", "If it is hard to breathe.")])
    translate_all(tmp_path, lambda text: f"NL {text}", slug=found.slug)
    return found


def rows(path: str) -> list[tuple[str, str, str]]:
    found = SegmentTranslation.objects.filter(path__startswith=path)
    return sorted(found.values_list("path", "target_text", "state"))


def entries(folder: Path, slug: str = "sore-throat") -> dict[str, Entry]:
    catalogue, findings = read_catalogue(export_po(folder, slug=slug).read_bytes(), "x.po")
    assert catalogue is not None
    assert findings == ()
    return {str(entry.context).partition("/")[2]: entry for entry in catalogue.entries}


def test_a_block_written_anew_with_the_same_words(page: ConditionPage, tmp_path: Path) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is hard to breathe.")])
    assert rows("signs.a2") == [
        ("signs.a2.body#k0000", "NL If it is hard to breathe.", "needs_review"),
        ("signs.a2.heading", "NL Call for help", "needs_review"),
    ]
    (block,) = Api().condition("nl")["sections"][2]["blocks"]
    assert (block["state"], block["lang"], block["heading"]) == ("unreviewed", "en", "Call for help")
    entry = entries(tmp_path)["signs.a2.heading"]
    assert (entry.target, entry.previous, entry.fuzzy) == ("NL Call for help", None, True)
    verify_editions()


def test_a_pasted_paragraph_has_its_translation_at_both_places(page: ConditionPage) -> None:
    words = "A sore throat is pain at the back of the throat."
    republish(page, definition=[paragraph("def1", words), paragraph("def2", words)])
    assert [state for _, _, state in rows("definition")] == ["reviewed", "needs_review"]
    verify_editions()


def test_what_was_carried_over_is_confirmed_and_approved_like_any_other(page: ConditionPage, tmp_path: Path) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is hard to breathe.")])
    path = export_po(tmp_path, slug=page.slug)
    assert import_po(path, reviewer="rana").counts == {"unchanged": 5}  # fuzzy still: nothing was said
    answer = import_po(fill_in(path, lambda text: f"NL {text}"), reviewer="rana")
    assert (answer.counts, answer.approved) == ({"confirmed": 2, "unchanged": 3}, 2)
    assert Api().condition("nl")["translation"]["status"] == "complete"
    verify_editions()


def test_it_is_told_in_the_log_and_in_the_history(page: ConditionPage) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is hard to breathe.")])
    assert PageLogEntry.objects.filter(action="plexus.translations.carry").count() == 1
    carried = TranslationEvent.objects.filter(translation__path__startswith="signs.a2")
    assert set(carried.values_list("origin", "state", "translation__translator")) == {("carried", "needs_review", None)}


def test_it_is_done_once(page: ConditionPage) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is hard to breathe.")])
    events = TranslationEvent.objects.count()
    assert carry_over(condition=page.translation_key) == 0
    republish(page, summary="Pain when swallowing.")
    assert TranslationEvent.objects.count() == events


def test_a_text_that_does_not_fit_the_new_place_stays_behind(page: ConditionPage) -> None:
    """A summary has room for 300 characters, a heading for 120."""
    SegmentTranslation.objects.filter(path="summary").update(target_text="NL " + "x" * 200)
    republish(page, signs=[advice("a1", "emergency", "Pain when you swallow.", "If it is hard to breathe.")])
    assert rows("signs.a1.heading") == [("signs.a1.heading", "NL Call for help", "reviewed")]


def test_a_draft_carries_nothing_over(page: ConditionPage) -> None:
    draft = ConditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.title = "Pain when you swallow."
    draft.save_revision()
    assert carry_over(condition=page.translation_key) == 0


def test_changed_words_in_a_new_block_come_as_a_suggestion(page: ConditionPage, tmp_path: Path) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is not hard to breathe.")])
    assert [path for path, _, _ in rows("signs.a2")] == ["signs.a2.heading"]
    entry = entries(tmp_path)["signs.a2.body#k0000"]
    assert (entry.target, entry.previous, entry.fuzzy) == (
        "NL If it is hard to breathe.",
        "If it is hard to breathe.",
        True,
    )


def test_a_suggestion_that_comes_back_untouched_is_not_stored(page: ConditionPage, tmp_path: Path) -> None:
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is not hard to breathe.")])
    answer = import_po(export_po(tmp_path, slug=page.slug))
    assert (answer.code, answer.counts) == (0, {"unchanged": 5})
    assert len(rows("signs.a2.body")) == 0


def test_a_suggestion_that_only_lost_its_mark_is_refused(page: ConditionPage, tmp_path: Path) -> None:
    """The new text says the opposite: taking the old translation for it needs more than a tick."""
    republish(page, signs=[advice("a2", "emergency", "Call for help", "If it is not hard to breathe.")])
    path = export_po(tmp_path, slug=page.slug)
    answer = import_po(change_entry(path, "signs.a2.body#k0000", flags=[]))
    assert answer.code == 1
    assert "the source changed and the translation did not" in answer.out
    assert len(rows("signs.a2.body")) == 0
