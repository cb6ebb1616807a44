"""`import_translations` says of each file what became of it, and fails if any was refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.commands import Ran, run
from tests.factories import make_people, publish_condition
from tests.translation.files import po, write
from translation.models import SegmentTranslation

pytestmark = pytest.mark.django_db


def test_import_of_a_file(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn"))
    ran = run("import_translations", path)
    assert ran == Ran(
        0,
        f"{path}: info incomplete: 2 of the 3 texts of sore-throat are in this file; the others stay as they are\n"
        f"{path}: taken: 1 stored, 0 confirmed, 0 unchanged, 1 empty, 0 refused; 0 approved\n",
        "",
    )
    assert SegmentTranslation.objects.get().target_text == "Keelpijn"


def test_import_with_an_error(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn", summary=" "))
    ran = run("import_translations", path)
    assert ran.code == 1
    _, finding, told = ran.out.splitlines()
    assert finding == f"{path}:11: error untranslated: the translation is only space"
    assert told == (
        f"{path}: refused whole; nothing was stored: 1 error (untranslated); 1 refused, 1 other left alone because of "
        "that, 0 unchanged, 0 empty"
    )
    assert ran.error == "1 of 1 files were refused, in whole or in part"
    assert not SegmentTranslation.objects.exists()


def test_import_of_the_good_part_is_still_no_success(tmp_path: Path) -> None:
    page = publish_condition()
    ran = run("import_translations", "--partial", write(tmp_path / "x.po", po(page, title="Keelpijn", summary=" ")))
    assert ran.code == 1
    assert "taken: 1 stored, 0 confirmed, 0 unchanged, 0 empty, 1 refused; 0 approved" in ran.out
    assert SegmentTranslation.objects.count() == 1


def test_dry_run(tmp_path: Path) -> None:
    page = publish_condition()
    ran = run("import_translations", "--dry-run", write(tmp_path / "x.po", po(page, title="Keelpijn")))
    assert ran.code == 0
    assert "would be taken: 1 stored" in ran.out
    assert not SegmentTranslation.objects.exists()


def test_import_of_a_folder_shows_progress_and_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    page = publish_condition()
    write(tmp_path / "es/conditions/x.po", po(page, "es", title="\\q"))
    write(tmp_path / "nl/conditions/x.po", po(page, title="Keelpijn"))
    write(tmp_path / "nl/LC_MESSAGES/django.po", "the interface's words aren't a condition's")
    write(tmp_path / "nl/notes.txt", "nor is this")
    ran = run("import_translations", tmp_path)
    assert (ran.code, ran.error) == (1, "1 of 2 files were refused, in whole or in part")
    assert ran.progress.split("\r")[1:] == ["1/2 files", "2/2 files\n"]
    assert SegmentTranslation.objects.get().locale == "nl"


def test_import_by_and_approved_by(tmp_path: Path) -> None:
    page = publish_condition()
    tom, rana = make_people()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn"))
    assert run("import_translations", path, "--translator", "tom", "--reviewer", "rana").code == 0
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator, row.reviewer) == ("reviewed", tom, rana)


def test_force(tmp_path: Path) -> None:
    page = publish_condition()
    old = write(tmp_path / "old.po", po(page, title="Keelpijn"))
    run("import_translations", old)
    run("import_translations", write(tmp_path / "new.po", po(page, title="Zere keel")))
    assert run("import_translations", old).code == 1
    assert run("import_translations", old, "--force").code == 0
    assert SegmentTranslation.objects.get().target_text == "Keelpijn"


def incomplete(path: Path) -> dict[str, object]:
    message = "2 of the 3 texts of sore-throat are in this file; the others stay as they are"
    told = {"line": None, "path": "", "kind": "incomplete", "severity": "info", "message": message}
    return {"file": str(path), **told}


def test_the_report_of_an_import(tmp_path: Path) -> None:
    page = publish_condition()
    good = write(tmp_path / "nl/conditions/good.po", po(page, title="Keelpijn"))
    bad = write(tmp_path / "ar/conditions/bad.po", po(page, "ar", title=" "))
    report = tmp_path / "report.json"
    assert run("import_translations", tmp_path, "--report", report).code == 1
    assert json.loads(report.read_text(encoding="utf-8")) == [
        {
            "file": str(bad),
            "locale": "ar",
            "taken": False,
            "counts": {"stored": 0, "confirmed": 0, "unchanged": 0, "empty": 1, "refused": 1, "approved": 0, "left": 0},
            "findings": [
                incomplete(bad),
                {
                    "file": str(bad),
                    "line": 7,
                    "path": "title",
                    "kind": "untranslated",
                    "severity": "error",
                    "message": "the translation is only space",
                },
            ],
        },
        {
            "file": str(good),
            "locale": "nl",
            "taken": True,
            "counts": {"stored": 1, "confirmed": 0, "unchanged": 0, "empty": 1, "refused": 0, "approved": 0, "left": 0},
            "findings": [incomplete(good)],
        },
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["{tmp}/none.po"], "there is no file {tmp}/none.po"),
        (["{tmp}/empty"], "no .po or .xlf or .xliff file in {tmp}/empty"),
        (["{tmp}/x.po", "--translator", "nobody"], "there is no active user nobody"),
        (["{tmp}/x.po", "--reviewer", "nobody"], "there is no active user nobody"),
        (["{tmp}/x.po", "--reviewer", "rana"], "name a translator, and somebody else as the reviewer"),
        (
            ["{tmp}/x.po", "--translator", "rana", "--reviewer", "rana"],
            "name a translator, and somebody else as the reviewer",
        ),
        ([], "PATH"),
    ],
)
def test_an_import_that_was_asked_wrongly_stores_nothing(tmp_path: Path, arguments: list[str], error: str) -> None:
    page = publish_condition()
    make_people()
    (tmp_path / "empty").mkdir()
    write(tmp_path / "x.po", po(page, title="Keelpijn"))
    report = tmp_path / "report.json"
    ran = run("import_translations", *(argument.format(tmp=tmp_path) for argument in arguments), "--report", report)
    assert ran.code == 1
    assert error.format(tmp=tmp_path) in ran.error
    assert not SegmentTranslation.objects.exists()
    assert not report.exists()


def test_a_report_that_cannot_be_written_is_said_before_anything_is_stored(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn"))
    ran = run("import_translations", path, "--report", tmp_path / "none" / "report.json")
    assert ran.code == 1
    assert "report.json" in ran.error
    assert not SegmentTranslation.objects.exists()


def test_a_folder_that_is_called_like_a_file_does_not_stop_the_others(tmp_path: Path) -> None:
    page = publish_condition()
    (tmp_path / "old.po").mkdir()
    write(tmp_path / "x.po", po(page, title="Keelpijn"))
    run("import_translations", tmp_path)
    assert SegmentTranslation.objects.count() == 1


def test_what_is_printed_can_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    page = publish_condition()
    ran = run("import_translations", write(tmp_path / "a\x1b[31m.po", po(page, title="\u202e" + "x" * 300)))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", ran.out)
