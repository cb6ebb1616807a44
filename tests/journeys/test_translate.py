"""Journey 2: out to a translator, back through the gate, approved by a second person, read by the world.

From then on every sentence is bound to the exact words that it translates.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from api.words import interface_words
from pages.models import ConditionPage
from tests.factories import (
    advice,
    heading,
    make_people,
    paragraph,
    publish_condition,
    republish,
    save_draft,
    treatment,
)
from tests.journeys.doors import (
    Api,
    Json,
    change_entry,
    entry_of,
    export_po,
    fill_in,
    import_po,
    run,
    verify_editions,
)

ADDRESS = "nl/conditions/sore-throat/"

PAIN = "A sore throat is pain at the back of the throat."
WEEK = "It usually goes away within a week."
MONTH = "It usually goes away within a month."
SAFE = "Safe in pregnancy."
UNSAFE = "NOT safe in pregnancy."
LIVER = "Do not take it if your liver is ill."
CALL = "If you cannot breathe, call 112."

DUTCH = {
    "Sore throat": "Keelpijn",
    "Pain when you swallow.": "Pijn bij het slikken.",
    PAIN: "Keelpijn is pijn achter in de keel.",
    WEEK: "Het gaat meestal binnen een week over.",
    MONTH: "Het gaat meestal binnen een maand over.",
    "Call 112 at once": "Bel meteen 112",
    CALL: "Bel 112 als u geen lucht krijgt.",
    "Painkillers": "Pijnstillers",
    "Take <b>500 mg</b> at most 4 times a day.": "Neem hoogstens 4 keer per dag <b>500 mg</b>.",
    SAFE: "Veilig tijdens de zwangerschap.",
    UNSAFE: "NIET veilig tijdens de zwangerschap.",
    LIVER: "Neem dit niet als uw lever ziek is.",
    "Good to know": "Goed om te weten",
    "Honey helps a little.": "Honing helpt een beetje.",
}


def _definition(*texts: str) -> list[Json]:
    return [paragraph("def1", *texts)]


def _treatments(*warnings: str) -> list[Json]:
    return [treatment("t1", "Painkillers", "Take <b>500 mg</b> at most 4 times a day.", *warnings)]


@pytest.fixture
def page(db: None) -> ConditionPage:
    make_people()
    return publish_condition(
        definition=_definition(PAIN, WEEK),
        signs=[advice("a1", "emergency", "Call 112 at once", CALL)],
        treatments=_treatments(SAFE),
    )


@pytest.fixture
def dutch(page: ConditionPage, tmp_path: Path) -> Path:
    """The file of a finished translation, imported and approved."""
    path = fill_in(export_po(tmp_path), DUTCH)
    answer = import_po(path, reviewer="rana")
    assert answer.code == 0, answer.out
    return path


def _blocks(document: Json) -> Iterator[Json]:
    for section in document["sections"]:
        yield from section["blocks"]


def _block(document: Json, block_id: str) -> Json:
    (block,) = [block for block in _blocks(document) if block["id"] == block_id]
    return block


def _not_current(document: Json) -> dict[str, str]:
    return {entry["path"]: entry["state"] for entry in document["translation"]["not_current"]}


# Out


def test_export_writes_every_text_once_in_document_order(page: ConditionPage, tmp_path: Path) -> None:
    catalogue = polib.pofile(str(export_po(tmp_path)))
    assert [entry.msgctxt for entry in catalogue] == [
        f"{page.translation_key}/{path}"
        for path in (
            "title",
            "summary",
            "definition.def1#k0000",
            "definition.def1#k0001",
            "signs.a1.heading",
            "signs.a1.body#k0000",
            "treatments.t1.name",
            "treatments.t1.body#k0000",
            "treatments.t1.warnings.t1-w0",
        )
    ]
    assert {entry.msgstr for entry in catalogue} == {""}
    assert set(DUTCH) >= {entry.msgid for entry in catalogue}


def test_export_says_what_is_critical_and_how_long_it_may_be(page: ConditionPage, tmp_path: Path) -> None:
    path = export_po(tmp_path)
    critical = {e.msgctxt.partition("/")[2] for e in polib.pofile(str(path)) if "(critical)" in e.comment}
    assert critical == {
        "signs.a1.heading",
        "signs.a1.body#k0000",
        "treatments.t1.name",
        "treatments.t1.body#k0000",
        "treatments.t1.warnings.t1-w0",
    }
    assert entry_of(path, "summary").flags == ["max-length:300"]


def test_exporting_twice_writes_the_same_bytes_and_leaves_files_alone(page: ConditionPage, tmp_path: Path) -> None:
    path = export_po(tmp_path)
    first, when = path.read_bytes(), path.stat().st_mtime_ns
    _, out = run("export_translations", "--output", tmp_path)
    assert out.startswith("0 files written")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, when)
    again = export_po(tmp_path / "elsewhere")
    assert again.read_bytes() == first


def test_one_file_per_language_but_the_source(page: ConditionPage, tmp_path: Path) -> None:
    export_po(tmp_path)
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.po")}
    assert files == {f"{locale}/conditions/sore-throat.po" for locale in ("nl", "es", "ar")}


def test_export_refuses_what_it_does_not_know(page: ConditionPage, tmp_path: Path) -> None:
    for arguments in (("--locale", "fr"), ("--condition", "migraine")):
        code, out = run("export_translations", "--output", tmp_path, *arguments)
        assert code == 1
        assert arguments[1] in out
    assert list(tmp_path.rglob("*.po")) == []


def _accepted_by_gettext(path: Path) -> None:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("gettext is not installed")
    done = subprocess.run([msgfmt, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_msgfmt_accepts_every_file(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    _accepted_by_gettext(export_po(tmp_path, "ar"))
    _accepted_by_gettext(dutch)
    republish(page, definition=_definition(PAIN, "Long " * 40 + '"quoted"\\ text.'))
    stale = export_po(tmp_path)
    assert entry_of(stale, "definition.def1#k0001").previous_msgid == WEEK
    _accepted_by_gettext(stale)


# Back


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
    assert (answer.code, answer.counts) == (0, {"approved": 9})
    got = api.get(ADDRESS)
    assert (got.status_code, got["Content-Language"]) == (200, "nl")
    document = json.loads(got.content)
    assert document["title"] == "Keelpijn"
    assert document["summary"] == "Pijn bij het slikken."
    assert _block(document, "def1")["html"] == f"<p>{DUTCH[PAIN]}</p><p>{DUTCH[WEEK]}</p>"
    assert _block(document, "a1")["heading"] == "Bel meteen 112"
    assert [warning["text"] for warning in _block(document, "t1")["warnings"]] == [DUTCH[SAFE]]
    assert {(block["lang"], block["state"]) for block in _blocks(document)} == {("nl", "current")}
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
    assert _not_current(document) == {"summary": "unreviewed"}
    assert "Pijn als u slikt." not in json.dumps(document)
    import_po(dutch, reviewer="rana")
    assert api.condition("nl")["summary"] == "Pijn als u slikt."


# Whose word counts


def test_a_review_is_by_a_second_person(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = fill_in(export_po(tmp_path), DUTCH)
    for translator in ("rana", None):
        answer = import_po(path, translator=translator, reviewer="rana")
        assert answer.code == 1
        assert "second person" in answer.out
    assert {entry.msgstr for entry in polib.pofile(str(export_po(tmp_path / "after")))} == {""}


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


@pytest.mark.parametrize("who", [{"translator": "nobody"}, {"reviewer": "nobody"}])
def test_unknown_user(page: ConditionPage, tmp_path: Path, who: dict[str, str]) -> None:
    answer = import_po(fill_in(export_po(tmp_path), DUTCH), **who)
    assert answer.code == 1
    assert "nobody" in answer.out


# The source changes


def test_a_changed_sentence_stops_being_current_at_once(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    republish(page, definition=_definition(PAIN, MONTH))
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
    block = _block(document, "def1")
    assert block["state"] == "stale"
    assert block["html"] == f'<p>{DUTCH[PAIN]}</p><p lang="en" dir="ltr">{MONTH}</p>'
    assert {other["id"]: other["state"] for other in _blocks(document)} == {
        "def1": "stale",
        "a1": "current",
        "t1": "current",
    }
    (item,) = api.listing("nl")
    assert item["status"] == "outdated"
    assert {other["locale"]: other["status"] for other in api.condition("en")["locales"]} == {
        "en": "source",
        "nl": "outdated",
    }
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_a_revert_brings_the_translation_back(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, definition=_definition(PAIN, MONTH))
    republish(page, definition=_definition(PAIN, WEEK))
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert _block(document, "def1")["html"] == f"<p>{DUTCH[PAIN]}</p><p>{DUTCH[WEEK]}</p>"


def test_a_new_export_proposes_the_old_translation_as_fuzzy(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=_definition(PAIN, MONTH))
    path = export_po(tmp_path)
    entry = entry_of(path, "definition.def1#k0001")
    assert (entry.fuzzy, entry.previous_msgid, entry.msgid, entry.msgstr) == (True, WEEK, MONTH, DUTCH[WEEK])
    assert [entry.msgid for entry in polib.pofile(str(path)) if entry.fuzzy] == [MONTH]


def test_a_proposal_that_nobody_touched_is_no_translation(
    api: Api, page: ConditionPage, dutch: Path, tmp_path: Path
) -> None:
    republish(page, definition=_definition(PAIN, MONTH))
    api.news()
    answer = import_po(export_po(tmp_path), reviewer="rana")
    assert (answer.code, answer.counts) == (0, {"unchanged": 9})
    assert _not_current(api.condition("nl")) == {"definition.def1#k0001": "stale"}
    assert api.news() == set()


def test_fuzzy_is_never_served(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """However often it comes, and whoever reviews it: only the translator ends the doubt."""
    republish(page, definition=_definition(PAIN, MONTH))
    path = change_entry(export_po(tmp_path), "definition.def1#k0001", msgstr="Het gaat over.")
    for counts in ({"stored": 1, "unchanged": 8}, {"unchanged": 9}):
        answer = import_po(path, reviewer="rana")
        assert (answer.code, answer.counts) == (0, counts)
        body = api.get(ADDRESS).content.decode()
        assert _not_current(json.loads(body)) == {"definition.def1#k0001": "unreviewed"}
        assert "Het gaat over." not in body
    assert entry_of(export_po(tmp_path), "definition.def1#k0001").fuzzy


def test_the_latest_of_the_old_translations_is_proposed(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=_definition(PAIN, MONTH))
    import_po(fill_in(export_po(tmp_path), DUTCH), reviewer="rana")
    republish(page, definition=_definition(PAIN, "It usually goes away within a year."))
    entry = entry_of(export_po(tmp_path), "definition.def1#k0001")
    assert (entry.previous_msgid, entry.msgstr) == (MONTH, DUTCH[MONTH])


def test_a_proposal_that_is_right_after_all(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """A typing error mended in English asks for the translator's word, not for another text."""
    republish(page, definition=_definition(PAIN.replace("A sore", "A  sore"), WEEK))
    assert api.condition("nl")["translation"]["status"] == "outdated"
    path = change_entry(export_po(tmp_path), "definition.def1#k0000", flags=[], previous_msgid=None)
    assert import_po(path, reviewer="rana").counts == {"stored": 1, "unchanged": 8}
    assert api.condition("nl")["translation"]["status"] == "complete"


def test_the_round_trip_after_a_change(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, definition=_definition(PAIN, MONTH))
    answer = import_po(fill_in(export_po(tmp_path), DUTCH), reviewer="rana")
    assert answer.counts == {"stored": 1, "unchanged": 8}
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert DUTCH[MONTH] in _block(document, "def1")["html"]


def test_a_contraindication_is_reversed(api: Api, page: ConditionPage, dutch: Path) -> None:
    """The worst that can happen: the Dutch reader must not go on reading that it is safe."""
    republish(page, treatments=_treatments(UNSAFE))
    body = api.get(ADDRESS).content.decode()
    assert DUTCH[SAFE] not in body
    document = json.loads(body)
    block = _block(document, "t1")
    assert [warning["text"] for warning in block["warnings"]] == [UNSAFE]
    assert block["state"] == "stale"
    (entry,) = document["translation"]["not_current"]
    assert (entry["path"], entry["critical"], entry["section"]) == ("treatments.t1.warnings.t1-w0", True, "treatments")


def test_a_warning_is_added(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, treatments=_treatments(SAFE, LIVER))
    document = api.condition("nl")
    block = _block(document, "t1")
    assert [warning["text"] for warning in block["warnings"]] == [DUTCH[SAFE], LIVER]
    assert block["state"] == "missing"
    assert _not_current(document) == {"treatments.t1.warnings.t1-w1": "missing"}


def test_plain_text_in_another_language_is_marked_where_it_stands(api: Api, page: ConditionPage, dutch: Path) -> None:
    """HTML says `lang` on its paragraphs; a warning is plain text, and the block says only one language for all.

    A screen reader must not read an English warning as Dutch: somewhere in the block its language must be told.
    """
    republish(page, treatments=_treatments(SAFE, LIVER))
    block = _block(api.condition("nl"), "t1")
    (warning,) = [warning for warning in block["warnings"] if warning["text"] == LIVER]
    assert warning.get("lang", block["lang"]) == "en"


def test_a_title_in_another_language_is_marked_in_lists(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, title="Throat, sore")
    (item,) = api.listing("nl")
    assert item["title"] == "Throat, sore"
    assert '"en"' in json.dumps(item), "nothing in the item says that its title is English"


def test_a_block_is_removed(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, treatments=[])
    document = api.condition("nl")
    assert [block["id"] for block in _blocks(document)] == ["def1", "a1"]
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
    assert _block(document, "def1")["html"] == f"<p>{DUTCH[WEEK]}</p><p>{DUTCH[PAIN]}</p>"


def test_a_draft_makes_nothing_stale(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    save_draft(page, treatments=_treatments(UNSAFE))
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == set()


def test_a_draft_is_translated_ahead(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    """A text for what the page will say counts from the instant at which the page says it, and not before."""
    save_draft(page, definition=_definition(PAIN, MONTH))
    path = change_entry(export_po(tmp_path), "definition.def1#k0001", msgid=MONTH, msgstr=DUTCH[MONTH])
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("warning")) == (0, {"older_source"})
    assert DUTCH[WEEK] in _block(api.condition("nl"), "def1")["html"]
    republish(page)
    document = api.condition("nl")
    assert document["translation"]["status"] == "complete"
    assert DUTCH[MONTH] in _block(document, "def1")["html"]


def test_a_file_from_before_the_change(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """The translator worked on the old text: the work is kept, for that text, and never served as of the new one."""
    path = fill_in(export_po(tmp_path), DUTCH)
    republish(page, treatments=_treatments(UNSAFE))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.counts, answer.kinds("warning")) == (0, {"stored": 9}, {"older_source"})
    api.problem(ADDRESS, 404, "not-in-this-language")
    entry = entry_of(export_po(tmp_path), "treatments.t1.warnings.t1-w0")
    assert (entry.fuzzy, entry.msgid, entry.msgstr) == (True, UNSAFE, DUTCH[SAFE])
    republish(page, treatments=_treatments(SAFE))
    assert api.condition("nl")["translation"]["status"] == "complete"


def test_withdrawn_and_back_in_every_language(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    page.unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "unpublished"
    assert api.news() == {"en/sore-throat unpublished", "nl/sore-throat unpublished"}
    page.save_revision().publish()
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_renamed_in_every_language(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, slug="pharyngitis")
    assert api.condition("nl", "pharyngitis")["title"] == "Keelpijn"
    path = export_po(tmp_path / "new", slug="pharyngitis")
    assert import_po(path).counts == {"unchanged": 9}
    # A file that went out under the old name comes back all the same: its entries say where they belong.
    assert import_po(dutch).counts == {"unchanged": 9}


def test_only_the_language_that_changed_has_news(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    spanish = fill_in(export_po(tmp_path, "es"), lambda text: f"{text} (es)")
    import_po(spanish, reviewer="rana", flags="--partial")
    api.news()
    import_po(change_entry(dutch, "title", msgstr="Zere keel"), reviewer="rana")
    assert api.news() == {"nl/sore-throat"}


# The bad moments of a file


def _spoil(path: Path) -> Path:
    """A file with one entry whose markup is broken, and one that is better than what the CMS has."""
    change_entry(path, "title", msgstr="Zere keel")
    return change_entry(path, "treatments.t1.body#k0000", msgstr="Neem hoogstens 4 keer per dag <b>500 mg.")


def test_a_file_with_an_error_is_refused_whole(api: Api, dutch: Path) -> None:
    api.news()
    answer = import_po(_spoil(dutch), reviewer="rana")
    assert answer.code == 1
    assert answer.kinds("error") == {"markup"}
    (file,) = answer.files
    assert file["taken"] is False
    (finding,) = [finding for finding in file["findings"] if finding["severity"] == "error"]
    lines = dutch.read_text().splitlines()
    assert lines[finding["line"] - 1].startswith('msgid "Take')
    assert f"{dutch}:{finding['line']}" in answer.out
    assert api.condition("nl")["title"] == "Keelpijn"
    assert api.news() == set()


def test_partial_takes_the_rest(api: Api, dutch: Path) -> None:
    answer = import_po(_spoil(dutch), reviewer="rana", flags="--partial")
    assert answer.code == 1
    assert answer.counts == {"stored": 1, "refused": 1, "unchanged": 7}
    document = api.condition("nl")
    assert document["title"] == "Zere keel"
    assert "<b>500 mg</b>" in _block(document, "t1")["html"]
    assert document["translation"]["status"] == "complete"


def test_a_bad_file_does_not_keep_out_the_good_one_beside_it(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    publish_condition("migraine", title="Migraine", summary="A headache.", definition=_definition(WEEK))
    export_po(tmp_path)
    folder = tmp_path / "nl" / "conditions"
    _spoil(fill_in(folder / "sore-throat.po", DUTCH))
    fill_in(folder / "migraine.po", {**DUTCH, "Migraine": "Migraine", "A headache.": "Hoofdpijn."})
    answer = import_po(folder, reviewer="rana")
    assert answer.code == 1
    assert [file["taken"] for file in answer.files] == [True, False]
    assert api.condition("nl", "migraine")["summary"] == "Hoofdpijn."
    api.problem(ADDRESS, 404, "not-in-this-language")


@pytest.mark.parametrize(
    ("bytes_", "kind"),
    [
        (b'msgid "unterminated\nmsgstr ""\n', "syntax"),
        (b"", "empty"),
        (b"\xff\xfe\x00", "encoding"),
        (b"PK\x03\x04 this is no PO file\n", "encoding"),
    ],
)
def test_not_a_po_file(page: ConditionPage, tmp_path: Path, bytes_: bytes, kind: str) -> None:
    path = tmp_path / "nl" / "conditions" / "sore-throat.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes_)
    answer = import_po(path, reviewer="rana")
    assert answer.code == 1
    (file,) = answer.files
    assert file["taken"] is False
    assert kind in answer.kinds("error") | answer.kinds("warning"), file["findings"]


def test_a_file_that_is_not_there(page: ConditionPage, tmp_path: Path) -> None:
    answer = import_po(tmp_path / "nl.po")
    assert (answer.code, answer.files) == (1, [])
    assert "nl.po" in answer.out


def test_a_conflict_of_git(api: Api, dutch: Path) -> None:
    text = dutch.read_text()
    dutch.write_text(
        text.replace('msgstr "Keelpijn"', '<<<<<<< ours\nmsgstr "Keelpijn"\n=======\nmsgstr "Zere keel"\n')
    )
    answer = import_po(dutch, reviewer="rana")
    assert (answer.code, "conflict" in answer.kinds("error")) == (1, True)
    assert api.condition("nl")["title"] == "Keelpijn"


def test_an_older_file_does_not_overwrite(api: Api, dutch: Path, tmp_path: Path) -> None:
    old = Path(shutil.copy(dutch, tmp_path / "nl" / "old.po"))
    import_po(change_entry(dutch, "title", msgstr="Zere keel"), reviewer="rana")
    answer = import_po(old, reviewer="rana")
    assert (answer.code, answer.kinds("error")) == (1, {"older_file"})
    assert api.condition("nl")["title"] == "Zere keel"
    answer = import_po(old, reviewer="rana", flags="--force")
    assert (answer.code, answer.counts) == (0, {"stored": 1, "unchanged": 8})
    assert api.condition("nl")["title"] == "Keelpijn"


def test_an_emptied_entry_does_not_empty_the_cms(api: Api, dutch: Path) -> None:
    answer = import_po(change_entry(dutch, "title", msgstr=""), reviewer="rana")
    assert (answer.code, answer.kinds("warning")) == (0, {"untranslated"})
    assert api.condition("nl")["title"] == "Keelpijn"


def test_a_reviewed_text_marked_fuzzy_stays(api: Api, dutch: Path) -> None:
    answer = import_po(change_entry(dutch, "title", msgstr="Zere keel", flags=["fuzzy"]), reviewer="rana")
    assert (answer.code, answer.kinds("warning")) == (0, {"fuzzy"})
    assert api.condition("nl")["title"] == "Keelpijn"


def _without_header(path: Path) -> Path:
    path.write_text("\n\n".join(path.read_text().split("\n\n")[1:]))
    assert "Language:" not in path.read_text()
    return path


def test_a_tool_stripped_the_header(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    path = _without_header(fill_in(export_po(tmp_path), DUTCH))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.counts) == (0, {"stored": 9})
    assert api.condition("nl")["title"] == "Keelpijn"


def test_neither_header_nor_folder(page: ConditionPage, tmp_path: Path) -> None:
    path = _without_header(fill_in(export_po(tmp_path), DUTCH)).rename(tmp_path / "sore-throat.po")
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("error")) == (1, {"wrong_locale"})


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_wrong_language(api: Api, page: ConditionPage, tmp_path: Path, language: str) -> None:
    """A Dutch file must never be taken for Spanish, nor for a language that we don't have."""
    path = fill_in(export_po(tmp_path), DUTCH)
    path.write_text(path.read_text().replace("Language: nl", f"Language: {language}"))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("error")) == (1, {"wrong_locale"})
    for locale in ("nl", "es"):
        api.problem(f"{locale}/conditions/sore-throat/", 404, "not-in-this-language")


def test_a_language_that_no_tool_could_mean(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """The folder says it is Dutch; the header says nothing that contradicts, and is reported."""
    path = fill_in(export_po(tmp_path), DUTCH)
    path.write_text(path.read_text().replace("Language: nl", "Language: 12!"))
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("warning")) == (0, {"header"})
    assert api.condition("nl")["title"] == "Keelpijn"


def test_a_file_of_the_source_language(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    """English is written in the CMS. A catalogue that says it is English has no place to go."""
    path = fill_in(export_po(tmp_path), lambda text: text)
    path.write_text(path.read_text().replace("Language: nl", "Language: en"))
    path = path.rename(tmp_path / "sore-throat.po")
    answer = import_po(path, reviewer="rana")
    assert (answer.code, answer.kinds("error")) == (1, {"wrong_locale"})


LEADING_NOWHERE = [
    ("00000000-0000-4000-8000-000000000000/title", "unknown_context"),
    ("sore-throat/title", "unknown_context"),
    ("title", "unknown_context"),
    ("", "unknown_context"),
    ("{key}/", "unknown_context"),
    ("{key}/titel", "unknown_path"),
    ("{key}/definition.def1#k0009", "unknown_path"),
]


def test_a_context_that_leads_nowhere(api: Api, page: ConditionPage, dutch: Path, subtests: pytest.Subtests) -> None:
    api.news()
    original = dutch.read_bytes()
    for context, kind in LEADING_NOWHERE:
        for target in ("Keelpijn", ""):
            with subtests.test(context=context, target=target):
                dutch.write_bytes(original)
                there = context.format(key=page.translation_key)
                change_entry(dutch, "title", msgctxt=there, msgid="Title", msgstr=target)
                answer = import_po(dutch, reviewer="rana")
                assert (answer.code, answer.kinds("error")) == (1, {kind})
                answer = import_po(dutch, reviewer="rana", flags="--partial")
                assert answer.counts == {"unchanged": 8, "refused": 1}
    assert api.news() == set()


IMPOSSIBLE = [
    ("summary", "x" * 301, "length"),
    ("summary", " ", "untranslated"),
    ("title", "Keel\npijn", "whitespace"),
    ("definition.def1#k0000", "<script>alert(1)</script>", "markup"),
    ("definition.def1#k0000", "Keel <b>pijn", "markup"),
    ("definition.def1#k0000", '<a href="https://example.org">Keelpijn</a>', "markup"),
    ("definition.def1#k0000", "Keel & pijn", "markup"),
]


def test_a_text_that_cannot_stand_there(api: Api, dutch: Path, subtests: pytest.Subtests) -> None:
    api.news()
    original = dutch.read_bytes()
    for where, target, kind in IMPOSSIBLE:
        with subtests.test(where=where, target=target):
            dutch.write_bytes(original)
            answer = import_po(change_entry(dutch, where, msgstr=target), reviewer="rana")
            assert answer.code == 1
            assert kind in answer.kinds("error")
    assert api.news() == set()


def test_plain_text_is_plain(api: Api, page: ConditionPage, dutch: Path) -> None:
    """A title has no markup: what looks like it is served as the characters that it is, in JSON."""
    answer = import_po(change_entry(dutch, "title", msgstr="Keelpijn & <heesheid>"), reviewer="rana")
    assert answer.code == 0, answer.out
    assert api.condition("nl")["title"] == "Keelpijn & <heesheid>"


# What a link and a superscript are to a translator


def test_links_and_superscripts_go_with_the_sentence(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    target = publish_condition("tonsillitis", title="Tonsillitis")
    link = (
        f'Is it <a linktype="page" id="{target.pk}">tonsillitis</a>? See <a href="https://example.org/a?b=1">this</a>.'
    )
    republish(page, definition=_definition(PAIN, link, "Below 10<sup>9</sup>/L."))
    path = export_po(tmp_path)
    encoded = 'Is it <a id="1">tonsillitis</a>? See <a id="2">this</a>.'
    assert entry_of(path, "definition.def1#k0001").msgid == encoded
    assert entry_of(path, "definition.def1#k0002").msgid == "Below 10<sup>9</sup>/L."
    words = {
        encoded: 'Zie <a id="2">dit</a>. Is het <a id="1">tonsillitis</a>?',
        "Below 10<sup>9</sup>/L.": "Lager dan 10<sup>9</sup>/l.",
    }
    answer = import_po(fill_in(path, {**DUTCH, **words}), reviewer="rana")
    assert answer.code == 0, answer.out
    negotiated = f"/api/v1/conditions/{target.translation_key}/?locale=nl"
    assert _block(api.condition("nl"), "def1")["html"] == (
        f"<p>{DUTCH[PAIN]}</p>"
        f'<p>Zie <a href="https://example.org/a?b=1">dit</a>. Is het <a href="{negotiated}">tonsillitis</a>?</p>'
        "<p>Lager dan 10<sup>9</sup>/l.</p>"
    )


@pytest.mark.parametrize("target", ['Is het <a id="1">dit</a>?', "Is het tonsillitis?", 'Is het <a id="3">dit</a>?'])
def test_a_lost_link(api: Api, page: ConditionPage, tmp_path: Path, target: str) -> None:
    link = 'Is it <a href="https://example.org/1">this</a>, or <a href="https://example.org/2">that</a>?'
    republish(page, definition=_definition(PAIN, link))
    path = fill_in(export_po(tmp_path), lambda text: DUTCH.get(text, target))
    answer = import_po(path, reviewer="rana")
    assert answer.code == 1
    assert answer.kinds("error") <= {"markup", "link"}


# Editions stay true


def test_removing_the_reviewer_changes_no_bytes(api: Api, dutch: Path, django_user_model: Any) -> None:
    before = api.etag("nl")
    django_user_model.objects.filter(username__in=("rana", "tom")).delete()
    assert api.etag("nl") == before
    verify_editions()


def test_a_language_is_taken_off_the_site_and_put_back(api: Api, dutch: Path, settings: Any) -> None:
    api.news()
    settings.LANGUAGE_CODES = ["en", "es", "ar"]
    run("rebuild_editions")
    api.problem(ADDRESS, 404, "unknown-locale")
    assert [other["locale"] for other in api.condition("en")["locales"]] == ["en"]
    settings.LANGUAGE_CODES = ["en", "nl", "es", "ar"]
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "language_removed"
    run("rebuild_editions")
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_other_words_of_the_interface(api: Api, dutch: Path, settings: Any, tmp_path: Path) -> None:
    """A release brings a better heading: verify tells, rebuild mends, and only Dutch has news."""
    api.news()
    catalogue = Catalog(locale="nl")
    catalogue.add("What is %(condition)s?", "Over %(condition)s")
    path = tmp_path / "words" / "nl" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    settings.LOCALE_PATHS = [tmp_path / "words"]
    interface_words.cache_clear()
    code, out = run("verify_editions")
    assert (code, "nl/sore-throat" in out, "en/sore-throat" in out) == (1, True, False)
    run("rebuild_editions")
    assert api.condition("nl")["sections"][0]["heading"] == "Over Keelpijn"
    assert api.news() == {"nl/sore-throat"}


def test_the_status_command(api: Api, page: ConditionPage, dutch: Path) -> None:
    republish(page, treatments=_treatments(UNSAFE, LIVER))
    code, out = run("translation_status", "--locale", "nl", "--format", "json")
    assert code == 0
    (line,) = json.loads(out)
    assert line == {
        "slug": "sore-throat",
        "locale": "nl",
        "segments": 10,
        "current": 8,
        "unreviewed": 0,
        "stale": 1,
        "missing": 1,
        "critical": 2,
    }
