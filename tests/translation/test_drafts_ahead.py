"""What isn't published yet can be translated and approved, and is there in all languages once it is published."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages.models import ConditionPage
from tests.factories import advice, build_condition, make_people, paragraph, publish_condition, save_draft
from tests.journeys.doors import Api, fill_in, import_po, run, translate_all, verify_editions
from translation.models import SegmentTranslation
from translation.po_reader import read_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _people() -> None:
    make_people()


def dutch(text: str) -> str:
    return f"NL {text}"


def export(folder: Path, *arguments: str) -> Path:
    code, out = run("export_translations", "--drafts", "--output", folder, "--locale", "nl", *arguments)
    assert code == 0, out
    return folder / "nl" / "conditions" / "sore-throat.po"


def texts(path: Path) -> dict[str, tuple[str, str]]:
    """`{source: (target, comment)}`."""
    catalogue, findings = read_catalogue(path.read_bytes(), path.name)
    assert catalogue is not None
    assert findings == ()
    return {entry.source: (entry.target, entry.comments[0]) for entry in catalogue.entries}


def publish_draft(page: ConditionPage) -> None:
    ConditionPage.objects.get(pk=page.pk).get_latest_revision().publish()


def test_a_change_appears_in_all_languages_at_once(tmp_path: Path) -> None:
    page = publish_condition()
    translate_all(tmp_path, dutch)
    save_draft(page, summary="Safe in pregnancy.", signs=[advice("a", "urgent", "Fever", "Call your doctor.")])
    path = export(tmp_path)
    told = texts(path)
    assert told["Safe in pregnancy."][1] == "Summary (draft)"
    assert told["Sore throat"] == ("NL Sore throat", "Title")
    assert told["Fever"][1].endswith("(critical) (draft)")

    answer = import_po(fill_in(path, dutch), reviewer="rana")
    assert (answer.code, answer.approved, answer.kinds("info")) == (0, 3, {"draft"})
    assert answer.kinds("warning") == set()
    before = Api().condition("nl")
    assert (before["summary"], before["translation"]["status"]) == ("NL Pain when you swallow.", "complete")

    publish_draft(page)
    after = Api().condition("nl")
    assert (after["summary"], after["translation"]["status"]) == ("NL Safe in pregnancy.", "complete")
    verify_editions()


def test_a_condition_that_was_never_published(tmp_path: Path) -> None:
    page = build_condition()
    page.save_revision()
    answer = import_po(fill_in(export(tmp_path), dutch), reviewer="rana")
    assert (answer.code, answer.approved) == (0, 3)
    assert "is not published now; its translations are kept" in answer.out
    publish_draft(page)
    assert Api().condition("nl")["translation"]["status"] == "complete"
    verify_editions()


def test_a_scheduled_draft_appears_translated(tmp_path: Path) -> None:
    page = publish_condition()
    translate_all(tmp_path, dutch)
    draft = ConditionPage.objects.get(pk=page.pk)
    draft.summary = "From next week on."
    draft.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    draft.save_revision().publish()
    assert import_po(fill_in(export(tmp_path), dutch), reviewer="rana").approved == 1
    assert Api().condition("nl")["summary"] == "NL Pain when you swallow."
    revision = ConditionPage.objects.get(pk=page.pk).latest_revision
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    assert Api().condition("nl")["summary"] == "NL From next week on."
    verify_editions()


def test_the_gate_asks_of_a_draft_what_it_asks_of_a_live_text(tmp_path: Path) -> None:
    page = publish_condition()
    save_draft(page, signs=[advice("a", "urgent", "Not safe", "Take 5 mg.")])
    answer = import_po(
        fill_in(export(tmp_path), {**dict.fromkeys(texts(export(tmp_path)), ""), "Take 5 mg.": "Neem 50 mg."})
    )
    assert answer.code == 1
    assert "number" in answer.kinds("error")
    assert not SegmentTranslation.objects.exists()


def test_a_suggestion_for_a_draft_that_only_lost_its_fuzzy_mark_is_told(tmp_path: Path) -> None:
    page = publish_condition(signs=[advice("a", "urgent", "Fever", "It is safe in pregnancy.")])
    translate_all(tmp_path, dutch)
    save_draft(page, signs=[advice("b", "urgent", "Fever", "It is not safe in pregnancy.")])
    path = export(tmp_path)
    told = texts(path)
    assert told["It is not safe in pregnancy."][0] == "NL It is safe in pregnancy.", "what the block that is gone had"
    answer = import_po(fill_in(path, {source: target for source, (target, _) in told.items()}))
    assert (answer.code, answer.kinds("error")) == (1, {"negation", "same_as_former"})


def test_a_draft_that_was_thrown_away_leaves_what_was_live(tmp_path: Path) -> None:
    page = publish_condition()
    translate_all(tmp_path, dutch)
    save_draft(page, summary="Another.")
    import_po(fill_in(export(tmp_path), dutch), reviewer="rana")
    save_draft(page, summary="Pain when you swallow.")
    publish_draft(page)
    assert Api().condition("nl")["summary"] == "NL Pain when you swallow."


def test_without_asking_drafts_stay_where_they_are(tmp_path: Path) -> None:
    page = publish_condition()
    save_draft(page, summary="Another.", definition=[paragraph("def1", "New.")])
    code, _ = run("export_translations", "--output", tmp_path, "--locale", "nl")
    assert code == 0
    assert "Another." not in texts(tmp_path / "nl" / "conditions" / "sore-throat.po")


def test_a_draft_that_code_broke_is_named_and_what_is_live_is_exported(tmp_path: Path) -> None:
    page = publish_condition()
    save_draft(page, summary="Another.")
    revision = ConditionPage.objects.get(pk=page.pk).latest_revision
    revision.content["definition"] = '[{"type": "paragraph", "id": "d", "value": "<p data-block-key=\\"k\\">x"}]'
    revision.save()
    code, out = run("export_translations", "--drafts", "--output", tmp_path, "--locale", "nl")
    assert code == 0
    assert "sore-throat: its draft can't be exported, what is live is: <p> is never closed" in out
    assert "Another." not in texts(tmp_path / "nl" / "conditions" / "sore-throat.po")


def test_a_slug_that_is_nowhere(tmp_path: Path) -> None:
    code, out = run("export_translations", "--drafts", "--condition", "gout", "--output", tmp_path)
    assert (code, "no condition has the slug gout" in out) == (1, True)
