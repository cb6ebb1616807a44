"""Journey 2, back: what was translated is read by the world once a second person has approved it, and not before."""

from __future__ import annotations

import json
from pathlib import Path

import polib  # type: ignore[import-untyped]

from pages.models import ConditionPage
from tests.documents import block_of, blocks_of, not_current
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po
from tests.journeys.throat import ADDRESS, DUTCH, PAIN, SAFE, WEEK


def test_nothing_is_served_before_the_review(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    api.news()
    answer = import_po(fill_in(export_po(tmp_path), DUTCH))
    assert (answer.code, answer.counts) == (0, {"stored": 9})
    api.problem(ADDRESS, 404, "not-in-this-language")
    assert api.listing("nl") == []
    assert api.news() == set()


def test_served_after_the_review(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = fill_in(export_po(tmp_path), DUTCH)
    import_po(path)
    api.news()
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.counts, answer.approved) == (0, {"confirmed": 9}, 9)
    got = api.get(ADDRESS)
    assert (got.status_code, got["Content-Language"]) == (200, "nl")
    document = json.loads(got.content)
    assert document["title"] == "Keelpijn"
    assert document["summary"] == "Pijn bij het slikken."
    assert block_of(document, "def1")["html"] == f"<p>{DUTCH[PAIN]}</p><p>{DUTCH[WEEK]}</p>"
    assert block_of(document, "a1")["heading"] == "Bel meteen 112"
    assert [warning["text"] for warning in block_of(document, "t1")["warnings"]] == [DUTCH[SAFE]]
    assert {(block["lang"], block["state"]) for block in blocks_of(document)} == {("nl", "current")}
    assert document["translation"] == {
        "source_locale": "en",
        "status": "complete",
        "segments": 9,
        "current": 9,
        "not_current": [],
        "reviewers": ["Rana Reviewer"],
    }
    assert [(item["title"], item["status"]) for item in api.listing("nl")] == [("Keelpijn", "complete")]
    # The English document is news too: it names the languages that there are.
    assert api.news() == {"nl/sore-throat", "en/sore-throat"}
    assert [other["locale"] for other in api.condition("en")["locales"]] == ["en", "nl"]


def test_all_but_one_reviewed_is_not_served(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = change_entry(fill_in(export_po(tmp_path), DUTCH), "summary", msgstr="")
    answer = import_po(path, reviewer="rana")
    assert answer.counts == {"stored": 8, "empty": 1}
    api.problem(ADDRESS, 404, "not-in-this-language")


def test_importing_twice_changes_nothing(api: Api, dutch: Path) -> None:
    before = api.etag("nl")
    api.news()
    for reviewer in ("rana", None):
        answer = import_po(dutch, reviewer=reviewer)
        assert (answer.code, answer.counts) == (0, {"unchanged": 9})
    assert api.etag("nl") == before
    assert api.news() == set()


def test_import_after_export_changes_nothing(api: Api, dutch: Path, tmp_path: Path) -> None:
    """What the CMS writes, it reads back as what it has."""
    api.news()
    answer = import_po(export_po(tmp_path / "again"), reviewer="rana")
    assert answer.counts == {"unchanged": 9}
    assert api.news() == set()


def test_a_dry_run_stores_nothing(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = fill_in(export_po(tmp_path), DUTCH)
    api.news()
    answer = import_po(path, reviewer="rana", flags="--dry-run")
    assert (answer.code, answer.counts) == (0, {"stored": 9})
    assert api.news() == set()
    assert {entry.msgstr for entry in polib.pofile(str(export_po(tmp_path / "after")))} == {""}
    assert import_po(path, reviewer="rana").counts == {"stored": 9}


def test_a_new_text_undoes_the_review_of_the_old(api: Api, dutch: Path) -> None:
    """Editing the target asks for another review; until then nothing unreviewed is served unmarked."""
    import_po(change_entry(dutch, "summary", msgstr="Pijn als u slikt."))
    document = api.condition("nl")
    assert not_current(document) == {"summary": "unreviewed"}
    assert "Pijn als u slikt." not in json.dumps(document)
    import_po(dutch, reviewer="rana")
    assert api.condition("nl")["summary"] == "Pijn als u slikt."


def test_nobody_approves_own_texts_under_the_name_of_another(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = fill_in(export_po(tmp_path), DUTCH)
    import_po(path, translator="rana")
    answer = import_po(path, translator="tom", reviewer="rana")
    assert answer.counts == {"unchanged": 9}
    api.problem(ADDRESS, 404, "not-in-this-language")


def test_nor_by_way_of_a_fuzzy_draft(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """Rana's draft stays Rana's when somebody else's file calls it finished, word for word."""
    path = change_entry(fill_in(export_po(tmp_path), DUTCH), "summary", msgstr="")
    import_po(path, reviewer="rana")
    import_po(change_entry(path, "summary", msgstr="Pijn.", flags=["fuzzy"]), translator="rana")
    import_po(change_entry(path, "summary", flags=[]), translator="tom", reviewer="rana")
    api.problem(ADDRESS, 404, "not-in-this-language")
