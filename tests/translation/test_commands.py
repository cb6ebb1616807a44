"""What a translator's coordinator types: the commands say what they did, and what is wrong with what was typed."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from pages.models import ConditionPage
from tests.factories import make_people, publish_condition
from translation.models import SegmentTranslation

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Ran:
    """What came of a command: its exit code, what it printed, its progress, its error."""

    code: int
    out: str
    progress: str
    error: str = ""


def run(name: str, *arguments: object, **options: Any) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(name, *map(str, arguments), stdout=out, stderr=err, no_color=True, **options)
    except CommandError as error:
        return Ran(error.returncode, out.getvalue(), err.getvalue(), str(error))
    return Ran(0, out.getvalue(), err.getvalue())


def po(page: ConditionPage, locale: str = "nl", **targets: str) -> str:
    """A small file: title and summary."""
    entries = "".join(
        f'\nmsgctxt "{page.translation_key}/{path}"\nmsgid "{source}"\nmsgstr "{targets.get(path, "")}"\n'
        for path, source in (("title", "Sore throat"), ("summary", "Pain when you swallow."))
    )
    header = f'"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return f'msgid ""\nmsgstr ""\n{header}{entries}'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# --- export_translations ------------------------------------------------------------------------------------------


def test_export_writes_a_file_per_condition_and_language(tmp_path: Path) -> None:
    publish_condition("a")
    publish_condition("b")
    first = run("export_translations", "--output", tmp_path)
    assert names(tmp_path) == [f"{locale}/conditions/{slug}.po" for locale in ("ar", "es", "nl") for slug in "ab"]
    assert (first.code, first.out) == (0, f"6 files written, 0 unchanged, 0 kept, in {tmp_path}\n")
    assert first.progress.split("\r")[1:] == ["1/2 conditions", "2/2 conditions\n"]
    assert (
        run("export_translations", "--output", tmp_path).out == f"0 files written, 6 unchanged, 0 kept, in {tmp_path}\n"
    )


def test_export_of_some(tmp_path: Path) -> None:
    publish_condition("a")
    publish_condition("b")
    run("export_translations", "--output", tmp_path, "--locale", "nl", "--locale", "ar", "--condition", "b")
    assert names(tmp_path) == ["ar/conditions/b.po", "nl/conditions/b.po"]


def test_export_into_the_source_language_writes_nothing(tmp_path: Path) -> None:
    publish_condition()
    ran = run("export_translations", "--output", tmp_path, "--locale", "en")
    assert (ran.out, names(tmp_path)) == (f"0 files written, 0 unchanged, 0 kept, in {tmp_path}\n", [])


def test_quiet_export(tmp_path: Path) -> None:
    publish_condition()
    assert run("export_translations", "--output", tmp_path, verbosity=0).progress.strip() == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--locale", "fr"], "no such language here: fr; there are en, nl, es, ar"),
        (["--locale", "NL"], "no such language here: NL; there are en, nl, es, ar"),
        (["--condition", "gout"], "no live condition has the slug gout"),
        (["--condition", "gout", "--condition", "sore-throat", "--condition", "acne"], "the slug acne, gout"),
    ],
)
def test_export_of_what_is_not_there(tmp_path: Path, arguments: list[str], error: str) -> None:
    publish_condition()
    ran = run("export_translations", "--output", tmp_path, *arguments)
    assert ran.code == 1
    assert error in ran.error
    assert names(tmp_path) == []


# --- import_translations ------------------------------------------------------------------------------------------


def test_import_of_a_file(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn"))
    ran = run("import_translations", path)
    assert ran == Ran(0, f"{path}: taken: 1 stored, 0 approved, 0 unchanged, 1 empty, 0 refused\n", "")
    assert SegmentTranslation.objects.get().target_text == "Keelpijn"


def test_import_with_an_error(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, title="Keelpijn", summary=" "))
    ran = run("import_translations", path)
    assert ran.code == 1
    finding, told = ran.out.splitlines()
    assert finding == f"{path}:11: error untranslated: the translation is only space"
    assert told == (f"{path}: refused whole; nothing was stored: 0 stored, 0 approved, 0 unchanged, 0 empty, 2 refused")
    assert ran.error == "1 of 1 files were refused, in whole or in part"
    assert not SegmentTranslation.objects.exists()


def test_import_of_the_good_part_is_still_no_success(tmp_path: Path) -> None:
    page = publish_condition()
    ran = run("import_translations", "--partial", write(tmp_path / "x.po", po(page, title="Keelpijn", summary=" ")))
    assert ran.code == 1
    assert "taken: 1 stored, 0 approved, 0 unchanged, 0 empty, 1 refused" in ran.out
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
            "counts": {"stored": 0, "approved": 0, "unchanged": 0, "empty": 1, "refused": 1},
            "findings": [
                {
                    "file": str(bad),
                    "line": 7,
                    "path": "title",
                    "kind": "untranslated",
                    "severity": "error",
                    "message": "the translation is only space",
                }
            ],
        },
        {
            "file": str(good),
            "locale": "nl",
            "taken": True,
            "counts": {"stored": 1, "approved": 0, "unchanged": 0, "empty": 1, "refused": 0},
            "findings": [],
        },
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["{tmp}/none.po"], "there is no file {tmp}/none.po"),
        (["{tmp}/empty"], "no .po file in {tmp}/empty"),
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
    ran = run("import_translations", *(argument.format(tmp=tmp_path) for argument in arguments))
    assert ran.code == 1
    assert error.format(tmp=tmp_path) in ran.error
    assert not SegmentTranslation.objects.exists()


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


# --- translation_status -------------------------------------------------------------------------------------------


def test_status_as_a_table() -> None:
    publish_condition()
    ran = run("translation_status", "--locale", "nl")
    head, line = ran.out.splitlines()
    assert head.split() == ["slug", "locale", "segments", "current", "unreviewed", "stale", "missing", "critical"]
    assert line.split() == ["sore-throat", "nl", "3", "0", "0", "0", "3", "0"]
    assert len(head) == len(line)


def test_status_as_json(tmp_path: Path) -> None:
    page = publish_condition()
    run("import_translations", write(tmp_path / "x.po", po(page, title="Keelpijn")))
    lines = json.loads(run("translation_status", "--format", "json").out)
    assert [line["locale"] for line in lines] == ["nl", "es", "ar"]
    assert lines[0] == {
        "slug": "sore-throat",
        "locale": "nl",
        "segments": 3,
        "current": 0,
        "unreviewed": 1,
        "stale": 0,
        "missing": 2,
        "critical": 0,
    }


def test_status_of_an_empty_site() -> None:
    assert run("translation_status").out.split()[:2] == ["slug", "locale"]
    assert json.loads(run("translation_status", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--locale", "fr"], "no such language here: fr; there are en, nl, es, ar"),
        (["--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_status_that_was_asked_wrongly(arguments: list[str], error: str) -> None:
    ran = run("translation_status", *arguments)
    assert ran.code == 1
    assert error in ran.error


# --- check_catalogues ---------------------------------------------------------------------------------------------

WORD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\nmsgid "Causes"\nmsgstr '


@pytest.fixture
def catalogues(tmp_path: Path, settings: Any) -> Path:
    settings.CATALOGUES_DIR = tmp_path / "locale"
    return tmp_path / "locale"


def test_check_of_good_catalogues(catalogues: Path) -> None:
    page = publish_condition()
    write(catalogues / "nl/conditions/x.po", po(page))
    write(catalogues / "nl/LC_MESSAGES/django.po", WORD + '"Oorzaken"\n')
    ran = run("check_catalogues")
    assert ran == Ran(0, "1 catalogues of conditions, 1 of the interface, 0 errors\n", "")


def test_check_of_bad_catalogues(catalogues: Path) -> None:
    write(catalogues / "nl/conditions/x.po", "so what")
    write(catalogues / "nl/LC_MESSAGES/django.po", WORD + '""\n')
    ran = run("check_catalogues")
    assert (ran.code, ran.error) == (1, "the catalogues have errors")
    *findings, last = ran.out.splitlines()
    assert findings[0].startswith("nl/conditions/x.po:1: error syntax: ")
    assert findings[-1].startswith("nl/LC_MESSAGES/django.po:6: error untranslated: ")
    errors = sum(": error " in finding for finding in findings)
    assert last == f"1 catalogues of conditions, 1 of the interface, {errors} errors"


def test_check_of_nothing(catalogues: Path) -> None:
    assert run("check_catalogues").out == "0 catalogues of conditions, 0 of the interface, 0 errors\n"
