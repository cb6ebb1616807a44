"""Journey 2, the page changes: from that instant on, nobody is served the translation of a former text."""

from __future__ import annotations

import json
from pathlib import Path

from pages.models import ConditionPage
from tests.documents import block_of, blocks_of, not_current
from tests.factories import heading, paragraph, republish, save_draft
from tests.journeys.doors import Api, export_po, fill_in, import_po
from tests.journeys.throat import ADDRESS, DUTCH, LIVER, MONTH, PAIN, SAFE, UNSAFE, WEEK, definition, treatments


def test_a_changed_sentence_stops_being_current_at_once(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    republish(page, definition=definition(PAIN, MONTH))
    document = api.condition("nl")
    assert document["translation"]["status"] == "outdated"
    assert document["translation"]["current"] == 8
    (entry,) = document["translation"]["not_current"]
    assert {name: entry[name] for name in ("path", "state", "section", "critical")} == {
        "path": "definition.def1#k0001",
        "state": "stale",
        "section": "definition",
        "critical": False,
    }
    block = block_of(document, "def1")
    assert block["state"] == "stale"
    assert block["html"] == f'<p>{DUTCH[PAIN]}</p><p lang="en" dir="ltr">{MONTH}</p>'
    assert {other["id"]: other["state"] for other in blocks_of(document)} == {
        "def1": "stale",
        "a1": "current",
        "t1": "current",
    }
    (item,) = api.listing("nl")
    assert item["status"] == "outdated"
    assert {other["locale"]: other["status"] for other in api.condition("en")["locales"]} == {
        "en": "source",
        "nl": "translation",
    }
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_a_revert_brings_the_translation_back(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    republish(page, definition=definition(PAIN, WEEK))
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert block_of(document, "def1")["html"] == f"<p>{DUTCH[PAIN]}</p><p>{DUTCH[WEEK]}</p>"


def test_a_contraindication_is_reversed(api: Api, page: ConditionPage, dutch: Path) -> None:
    """The worst that can happen: the Dutch reader must not go on reading that it is safe."""
    republish(page, treatments=treatments(UNSAFE))
    body = api.get(ADDRESS).content.decode()
    assert DUTCH[SAFE] not in body
    document = json.loads(body)
    block = block_of(document, "t1")
    assert [warning["text"] for warning in block["warnings"]] == [UNSAFE]
    assert block["state"] == "stale"
    (entry,) = document["translation"]["not_current"]
    assert (entry["path"], entry["critical"], entry["section"]) == ("treatments.t1.warnings.t1-w0", True, "treatments")


def test_a_warning_is_added(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, treatments=treatments(SAFE, LIVER))
    document = api.condition("nl")
    block = block_of(document, "t1")
    told = [(warning["text"], warning["lang"]) for warning in block["warnings"]]
    assert told == [(DUTCH[SAFE], "nl"), (LIVER, "en")]  # a screen reader must not read English as Dutch
    assert block["state"] == "missing"
    assert not_current(document) == {"treatments.t1.warnings.t1-w1": "missing"}


def test_a_title_in_another_language_is_marked_in_lists(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, title="Throat, sore")
    (item,) = api.listing("nl")
    assert (item["title"], item["title_lang"], item["summary_lang"]) == ("Throat, sore", "en", "nl")


def test_a_block_is_removed(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, treatments=[])
    document = api.condition("nl")
    assert [block["id"] for block in blocks_of(document)] == ["def1", "a1"]
    assert document["translation"]["status"] == "complete"
    assert document["translation"]["segments"] == 6


def test_a_block_is_moved_within_its_section(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    added = [heading("h1", "Good to know"), paragraph("def2", "Honey helps a little.")]
    republish(page, definition=[paragraph("def1", PAIN, WEEK), *added])
    import_po(fill_in(export_po(tmp_path), DUTCH), reviewer="rana")
    republish(page, definition=[*added, paragraph("def1", PAIN, WEEK)])
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert [block["id"] for block in document["sections"][0]["blocks"]] == ["h1", "def2", "def1"]


def test_paragraphs_change_places(api: Api, page: ConditionPage, dutch: Path) -> None:
    """A key goes with its paragraph, as in Draftail."""
    block = {"type": "paragraph", "id": "def1", "value": f'<p data-block-key="k0001">{WEEK}</p>'}
    block["value"] += f'<p data-block-key="k0000">{PAIN}</p>'
    republish(page, definition=[block])
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert block_of(document, "def1")["html"] == f"<p>{DUTCH[WEEK]}</p><p>{DUTCH[PAIN]}</p>"


def test_a_draft_makes_nothing_stale(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    save_draft(page, treatments=treatments(UNSAFE))
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == set()
