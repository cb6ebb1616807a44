"""Journey 2, once more: a changed text goes out with its old translation as a proposal, and comes back as a new one."""

from __future__ import annotations

import json
from pathlib import Path

import polib  # type: ignore[import-untyped]

from pages.models import ConditionPage
from tests.documents import block_of, not_current
from tests.factories import republish, save_draft
from tests.journeys.doors import Api, change_entry, entry_of, export_po, fill_in, import_po
from tests.journeys.throat import ADDRESS, DUTCH, MONTH, PAIN, SAFE, UNSAFE, WEEK, definition, treatments


def test_a_new_export_proposes_the_old_translation_as_fuzzy(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    path = export_po(tmp_path)
    entry = entry_of(path, "definition.def1#k0001")
    assert (entry.fuzzy, entry.previous_msgid, entry.msgid, entry.msgstr) == (True, WEEK, MONTH, DUTCH[WEEK])
    assert [entry.msgid for entry in polib.pofile(str(path)) if entry.fuzzy] == [MONTH]


def test_the_latest_of_the_old_translations_is_proposed(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    import_po(fill_in(export_po(tmp_path), DUTCH), reviewer="rana")
    republish(page, definition=definition(PAIN, "It usually goes away within a year."))
    entry = entry_of(export_po(tmp_path), "definition.def1#k0001")
    assert (entry.previous_msgid, entry.msgstr) == (MONTH, DUTCH[MONTH])


def test_a_proposal_that_nobody_touched_is_no_translation(
    api: Api, page: ConditionPage, dutch: Path, tmp_path: Path
) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    api.news()
    answer = import_po(export_po(tmp_path), reviewer="rana")
    assert (answer.code, answer.counts) == (0, {"unchanged": 9})
    assert not_current(api.condition("nl")) == {"definition.def1#k0001": "stale"}
    assert api.news() == set()


def test_fuzzy_is_never_served(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """However often it comes, and whoever reviews it: only the translator ends the doubt."""
    republish(page, definition=definition(PAIN, MONTH))
    path = change_entry(export_po(tmp_path), "definition.def1#k0001", msgstr="Het gaat over.")
    for counts in ({"stored": 1, "unchanged": 8}, {"unchanged": 9}):
        answer = import_po(path, reviewer="rana")
        assert (answer.code, answer.counts) == (0, counts)
        body = api.get(ADDRESS).content.decode()
        assert not_current(json.loads(body)) == {"definition.def1#k0001": "unreviewed"}
        assert "Het gaat over." not in body
    assert entry_of(export_po(tmp_path), "definition.def1#k0001").fuzzy


def test_a_proposal_that_is_right_after_all(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """A typing error mended in English asks for the translator's word, not for another text."""
    republish(page, definition=definition(PAIN.replace("A sore", "A  sore"), WEEK))
    assert api.condition("nl")["translation"]["status"] == "outdated"
    path = change_entry(export_po(tmp_path), "definition.def1#k0000", flags=[], previous_msgid=None)
    assert import_po(path, reviewer="rana").counts == {"stored": 1, "unchanged": 8}
    assert api.condition("nl")["translation"]["status"] == "complete"


def test_the_round_trip_after_a_change(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    answer = import_po(fill_in(export_po(tmp_path), DUTCH), reviewer="rana")
    assert answer.counts == {"stored": 1, "unchanged": 8}
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert DUTCH[MONTH] in block_of(document, "def1")["html"]


def test_a_draft_is_translated_ahead(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """A text for what the page will say counts from the instant at which the page says it, and not before."""
    save_draft(page, definition=definition(PAIN, MONTH))
    path = change_entry(export_po(tmp_path), "definition.def1#k0001", msgid=MONTH, msgstr=DUTCH[MONTH])
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("warning"), answer.kinds("info")) == (0, set(), {"draft"})
    assert DUTCH[WEEK] in block_of(api.condition("nl"), "def1")["html"]
    republish(page)
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert DUTCH[MONTH] in block_of(document, "def1")["html"]


def test_a_file_from_before_the_change(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """The translator worked on the old text: the work is kept, for that text, and never served as of the new one."""
    path = fill_in(export_po(tmp_path), DUTCH)
    republish(page, treatments=treatments(UNSAFE))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.counts, answer.kinds("warning")) == (0, {"stored": 9}, {"older_source"})
    api.problem(ADDRESS, 404, "not-in-this-language")
    entry = entry_of(export_po(tmp_path), "treatments.t1.warnings.t1-w0")
    assert (entry.fuzzy, entry.msgid, entry.msgstr) == (True, UNSAFE, DUTCH[SAFE])
    republish(page, treatments=treatments(SAFE))
    assert api.condition("nl")["translation"]["status"] == "complete"
