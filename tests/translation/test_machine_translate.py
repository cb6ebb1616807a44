"""`machine_translate` fills what is missing, and no reader sees it before two people have."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from pages.models import ConditionPage
from tests.commands import run
from tests.factories import build_condition, heading, make_people, paragraph, publish_condition, republish
from tests.journeys.doors import Api, change_entry, entry_of, export_po, import_po
from tests.translation.files import WORDS, entry, everything, history, stored, take
from translation.conditions import live_conditions
from translation.machine import MachineTranslationError, fill_in
from translation.models import SegmentTranslation
from translation.storing import approve

pytestmark = pytest.mark.django_db
FILLED = {path: (f"[nl] {source}", "machine") for path, (source, _) in WORDS.items()}


@pytest.fixture(autouse=True)
def _dummy(settings: Any) -> None:
    settings.MACHINE_TRANSLATION = "tests.machine.Dummy"


def test_what_is_missing_is_filled_and_logged() -> None:
    page = publish_condition()
    ran = run("machine_translate", "--locale", "nl")
    assert (ran.code, ran.out) == (0, "3 texts stored for review, 0 left out\n")
    assert ran.progress == "\r1/1 conditions\n"
    assert stored() == FILLED
    row = SegmentTranslation.objects.get(path="title")
    assert (row.origin, row.translator, row.reviewer, row.locale) == ("machine", None, None, "nl")
    assert sorted(history()) == sorted(FILLED.values())
    log = PageLogEntry.objects.get(action="plexus.translations.machine")
    assert (log.page_id, log.user, log.message) == (page.pk, None, "Translated by machine (nl)")


def test_again_there_is_nothing_to_do(settings: Any) -> None:
    publish_condition()
    run("machine_translate", "--locale", "nl")
    settings.MACHINE_TRANSLATION = "tests.machine.Down"  # so it isn't even asked
    ran = run("machine_translate", "--locale", "nl")
    assert (ran.code, ran.out) == (0, "0 texts stored for review, 0 left out\n")
    assert len(history()) == 3


def test_what_people_wrote_is_left_alone_whatever_its_state() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    take(entry(page, "summary", fuzzy=True), translator=tom)
    republish(page, title="A sorer throat")
    assert run("machine_translate", "--locale", "nl").out == "1 texts stored for review, 0 left out\n"
    assert stored() == {
        "title": ("Keelpijn", "reviewed"),  # of the former source: a translator sees what changed
        "summary": ("Pijn bij het slikken.", "needs_review"),
        "definition.def1#k0000": FILLED["definition.def1#k0000"],
    }


def test_only_the_condition_that_is_named_and_only_live_ones() -> None:
    publish_condition()
    publish_condition("gout")
    build_condition("draft")
    assert run("machine_translate", "--locale", "nl", "--condition", "gout").out.startswith("3 texts")
    assert set(SegmentTranslation.objects.values_list("condition", flat=True)) == {
        ConditionPage.objects.get(slug="gout").translation_key
    }
    assert (
        "no live condition has the slug draft"
        in run("machine_translate", "--locale", "nl", "--condition", "draft").error
    )


def test_the_language_that_it_is_written_in_needs_nothing() -> None:
    publish_condition()
    assert run("machine_translate", "--locale", "en").out == "0 texts stored for review, 0 left out\n"


def test_tags_go_out_and_come_back() -> None:
    publish_condition(definition=[paragraph("p", "10<sup>9</sup>/L in <b>blood</b>")])
    run("machine_translate", "--locale", "nl")
    row = SegmentTranslation.objects.get(path="definition.p#k0000")
    assert row.target_text == "[nl] 10<sup>9</sup>/L in <b>blood</b>"


def test_what_the_gate_refuses_is_left_out_and_named(settings: Any) -> None:
    settings.MACHINE_TRANSLATION = "tests.machine.Careless"
    publish_condition(
        definition=[paragraph("p", "Take 10 mg <b>now</b>."), heading("h", "Take 10 mg."), heading("k", "Done.")]
    )
    ran = run("machine_translate", "--locale", "nl")
    assert ran.code == 1
    assert ran.error == "what was left out is still to be translated"
    lines = ran.out.splitlines()
    assert "sore-throat: error untranslated: title: the machine answered nothing" in lines
    assert "sore-throat: error untranslated: summary: the machine answered nothing" in lines
    assert any(line.startswith("sore-throat: error control: definition.p#k0000: ") for line in lines)
    assert any(line.startswith("sore-throat: ") and " unit: definition.h: " in line for line in lines)
    assert "definition.p#k0000" not in stored()
    assert stored()["definition.k"] == ("Vertaald.", "machine")
    assert lines[-1].endswith(" texts stored for review, 3 left out")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "MACHINE_TRANSLATION names no back-end"),
        ("tests.machine.Nowhere", "MACHINE_TRANSLATION: tests.machine.Nowhere can't be loaded"),
        ("tests.machine.Needy", "MACHINE_TRANSLATION: tests.machine.Needy can't be loaded"),
        ("tests.machine.NoTranslator", "has no method translate(texts, source, target)"),
        ("tests.machine.Short", "the machine didn't answer with one text for each of 3"),
        ("tests.machine.Down", "the machine doesn't answer; try again later"),
    ],
)
def test_a_machine_that_does_not_work_is_told_in_one_line(settings: Any, name: str, told: str) -> None:
    settings.MACHINE_TRANSLATION = name
    publish_condition()
    ran = run("machine_translate", "--locale", "nl")
    assert ran.code == 1
    assert told in ran.error
    assert stored() == {}


def test_a_language_that_the_site_has_not() -> None:
    assert run("machine_translate", "--locale", "xx").error == "no such language here: xx; there are en, nl, es, ar"


class Meanwhile:
    """While it is at work, somebody else is too."""

    def __init__(self, act: Any, answer: Any = None) -> None:
        self.act, self.answer = act, answer

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        self.act()
        return [f"[{target}] {text}" for text in texts] if self.answer is None else self.answer


def test_who_was_quicker_than_the_machine_stays() -> None:
    page = publish_condition()
    tom, _ = make_people()
    (source,) = live_conditions()
    filled = fill_in(
        condition=source, locale="nl", translator=Meanwhile(lambda: take(entry(page, "title"), translator=tom))
    )
    assert (filled.stored, filled.findings) == (2, ())
    assert stored() == {**FILLED, "title": ("Keelpijn", "translated")}


def test_a_page_that_changed_while_the_machine_was_at_work() -> None:
    page = publish_condition()
    (source,) = live_conditions()
    machine = Meanwhile(lambda: republish(page, title="A sorer throat"))
    assert fill_in(condition=source, locale="nl", translator=machine).stored == 2
    assert "title" not in stored()


@pytest.mark.parametrize("answer", ["abc", [None, None, None], [], ["a"] * 4])
def test_an_answer_that_is_none(answer: Any) -> None:
    publish_condition()
    (source,) = live_conditions()
    with pytest.raises(MachineTranslationError, match="didn't answer with one text for each of 3"):
        fill_in(condition=source, locale="nl", translator=Meanwhile(lambda: None, answer))
    assert stored() == {}


def test_nothing_of_it_is_served_until_two_people_have_read_it(api: Api, tmp_path: Path) -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(*everything(page), translator=tom, reviewer=rana)
    page = republish(page, further=[heading("h", "Later")])
    run("machine_translate", "--locale", "nl")
    assert stored()["further.h"] == ("[nl] Later", "machine")

    def served() -> bool:
        return "[nl] Later" in json.dumps(api.condition("nl"))

    assert not served()
    assert {x["path"]: x["state"] for x in api.condition("nl")["translation"]["not_current"]} == {
        "further.h": "unreviewed"
    }

    # A reviewer alone can't: no person stands behind the words.
    rows = SegmentTranslation.objects.filter(path="further.h")
    ((_, remark),) = approve(translations=rows, user=rana).refused
    assert remark.message.startswith("not approved: nobody has called this text finished")

    # It goes to a translator as fuzzy, and coming back untouched it says nothing.
    path = export_po(tmp_path)
    assert entry_of(path, "further.h").fuzzy
    import_po(path, reviewer="rana")
    assert stored()["further.h"] == ("[nl] Later", "machine")

    # Without its mark it is the translator's.
    import_po(change_entry(path, "further.h", flags=[]), translator="tom")
    row = rows.get()
    assert (row.state, row.translator, row.origin) == ("translated", tom, "machine")
    assert not served()
    assert approve(translations=rows, user=tom).approved == ()
    assert len(approve(translations=rows, user=rana).approved) == 1
    assert served()
