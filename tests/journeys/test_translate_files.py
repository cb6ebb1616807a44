"""Journey 2, the bad moments of a file: it is refused, says where and why, and takes nothing from the CMS."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pages.models import ConditionPage
from tests.documents import block_of
from tests.factories import publish_condition
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po
from tests.journeys.throat import ADDRESS, DUTCH, WEEK, definition


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
    assert "<b>500 mg</b>" in block_of(document, "t1")["html"]
    assert document["translation"]["status"] == "complete"


def test_a_bad_file_does_not_keep_out_the_good_one_beside_it(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    publish_condition("migraine", title="Migraine", summary="A headache.", definition=definition(WEEK))
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
