"""What an import says of a file is true, in words that its translator understands: one reason, one age, one count."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.commands import Ran, run
from tests.factories import make_people, paragraph, publish_condition
from tests.translation.files import po, write
from translation.conditions import live_conditions, memory_of
from translation.export import catalogue_of
from translation.models import SegmentTranslation, TranslationEvent
from translation.po_writer import write_catalogue

pytestmark = pytest.mark.django_db

HEADER = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
XLIFF = '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'


def findings(ran: Ran, path: Path) -> list[str]:
    """The lines about a file, without its name; the last is what became of it."""
    return [line.removeprefix(str(path)).removeprefix(":") for line in ran.out.splitlines()]


def exported(folder: Path, **targets: str) -> Path:
    """The Dutch export of now, in which a translator has given these paths these texts."""
    (condition,) = live_conditions()
    catalogue = catalogue_of(condition, "nl", memory_of(condition.key, "nl"))
    entries = [
        replace(each, target=targets[path], fuzzy=False, previous=None) if path in targets else each
        for each in catalogue.entries
        for path in [(each.context or "").partition("/")[2].partition(".")[0]]
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "x.po"
    path.write_bytes(write_catalogue(replace(catalogue, entries=tuple(entries))))
    return path


@pytest.mark.parametrize(
    "content", ["", " \n\t\n", "\ufeff", "# only a comment\n", HEADER, f"{HEADER}\n#~ msgid 'x'\n"]
)
def test_a_file_with_nothing_in_it_has_one_error_that_says_what_to_do(tmp_path: Path, content: str) -> None:
    publish_condition()
    path = write(tmp_path / "nl/conditions/x.po", content)
    ran = run("import_translations", path)
    *others, error, told = findings(ran, path)
    nothing = "no text to translate in it" if content.strip(" \n\t\ufeff") else "nothing in it"
    assert error == f" error empty: there is {nothing}: export it anew, or save it again in your tool"
    assert [line for line in others if "obsolete" not in line] == []
    assert told.startswith(" refused whole; nothing was stored: 1 error (empty); 0 refused, 0 others left alone")
    assert ran.code == 1


def test_of_a_file_refused_whole_only_the_bad_entries_count_as_refused(tmp_path: Path) -> None:
    page = publish_condition()
    run("import_translations", write(tmp_path / "a.po", po(page, summary="Pijn bij het slikken.")))
    bad = exported(tmp_path / "nl/conditions", title="Zere keel", summary="Pijn bij het slikken.", definition=" ")
    report = tmp_path / "report.json"
    ran = run("import_translations", bad, "--report", report)
    assert findings(ran, bad)[-1] == (
        " refused whole; nothing was stored: 1 error (untranslated); 1 refused, "
        "1 other left alone because of that, 1 unchanged, 0 empty"
    )
    (told,) = json.loads(report.read_text())
    counts = {"stored": 0, "confirmed": 0, "unchanged": 1, "empty": 0, "refused": 1, "approved": 0, "left": 1}
    assert told["counts"] == counts


def test_of_a_file_that_nobody_looked_into_no_entry_was_refused(tmp_path: Path) -> None:
    page = publish_condition()
    path = write(tmp_path / "x.po", po(page, "fr", title="Mal de gorge"))
    assert findings(run("import_translations", path), path)[-1] == (
        " refused whole; nothing was stored: 1 error (wrong_locale); 0 refused, "
        "1 other left alone because of that, 0 unchanged, 1 empty"
    )


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", "", "empty: there is nothing in it"),
        (" \n ", "", "empty: there is nothing in it"),
        (f"{XLIFF}<fi\0le>", ":3", "encoding: a NUL byte: this is no text file, or a damaged one"),
        (f"{XLIFF}<file></body>", ":3", "syntax: </…> closes another element than the one that is open"),
        (f"{XLIFF}<file>\n", ":4", "syntax: the file ends too early: "),
        (f"{XLIFF}<file", ":3", "syntax: the file ends too early: "),
        (f"{XLIFF}<file>a & b", ":3", "syntax: a character that can't stand here: a “&” or “<” of a text"),
        (f"{XLIFF}<file>&nbsp;", ":3", "syntax: an unknown character name (like “&nbsp;”)"),
        (f"{XLIFF}</xliff><file/>", ":3", "syntax: something stands after the end of the document"),
        (f"{XLIFF}<file a='1' a='2'/>", ":3", "syntax: an element has the same attribute twice"),
        (f"{XLIFF}<x:file/>", ":3", "syntax: a name begins with a prefix that is not declared"),
        ("no xml", ":1", "syntax: "),
    ],
)
def test_what_is_wrong_with_an_xliff_file_is_said_in_words(tmp_path: Path, content: str, line: str, says: str) -> None:
    publish_condition()
    path = write(tmp_path / "nl/conditions/x.xlf", content)
    error, _ = run("import_translations", path).out.splitlines()
    assert error.startswith(f"{path}{line}: error {says}")
    assert not any(word in error for word in ("well-formed", "token", "expat", "element found", "entity"))


def test_an_old_file_whose_texts_are_all_known_says_that_it_is_old(tmp_path: Path) -> None:
    page = publish_condition()
    make_people()
    path = exported(tmp_path / "nl/conditions", title="Keelpijn", summary="Pijn bij het slikken.", definition="Keel.")
    people = ("--translator", "tom", "--reviewer", "rana")
    assert "older_file" not in run("import_translations", path, *people, "--partial").out
    assert "older_file" not in run("import_translations", path, *people, "--partial").out  # its own texts
    page.title = "A sore throat"
    page.save_revision().publish()
    ran = run("import_translations", path, *people)
    assert ran.code == 0
    assert [line for line in findings(ran, path) if "older_file" in line] == [
        " info older_file: it was exported from an older state of the CMS: the page no longer says 1 of its texts "
        "(the first on line 14); all of them are known already and stay as they are. Export it anew before you go on"
    ]


def test_an_old_file_says_that_somebody_else_was_quicker_with_the_same_text(tmp_path: Path) -> None:
    publish_condition()
    make_people()
    User.objects.create_superuser("una", first_name="Una")
    path = exported(tmp_path / "nl/conditions", title="Keelpijn")
    run("import_translations", path, "--translator", "tom")
    told = findings(run("import_translations", path, "--translator", "una"), path)
    assert [line for line in told if "older_file" in line] == [
        " info older_file: it was exported from an older state of the CMS: somebody else has since given 1 of its "
        "texts (the first on line 14); all of them are known already and stay as they are. Export it anew before you "
        "go on"
    ]
    again = exported(tmp_path / "nl/conditions")
    assert "older_file" not in run("import_translations", again, "--translator", "una").out


def test_a_page_whose_texts_moved_on_is_no_reason_for_a_file_of_now(tmp_path: Path) -> None:
    page = publish_condition()
    make_people()
    run("import_translations", exported(tmp_path / "nl/conditions", title="Keelpijn"), "--translator", "tom")
    page.definition = [paragraph("def2", "Something else.")]
    page.title = "A sore throat"
    page.save_revision().publish()
    assert "older_file" not in run("import_translations", exported(tmp_path / "nl/conditions")).out


@pytest.mark.parametrize("named", [True, False])
def test_the_second_of_two_files_of_one_translator_says_what_it_replaces(tmp_path: Path, named: bool) -> None:
    publish_condition()
    make_people()
    first = exported(tmp_path / "a/nl/conditions", title="Zere keel", summary="Pijn bij het slikken.")
    second = exported(tmp_path / "b/nl/conditions", title="Keelpijn", summary="Pijn bij het slikken.")
    who = ("--translator", "tom") if named else ()
    ran = run("import_translations", first, second, *who)
    assert ran.code == 0
    by = "the same translator" if named else "nobody who was named"
    assert [line for line in ran.out.splitlines() if "older_file" in line] == [
        f"{second}:14: warning older_file: it replaces a text that was given after this file was made, by {by}: "
        "“Zere keel”; the history keeps that one"
    ]
    assert SegmentTranslation.objects.get(path="title").target_text == "Keelpijn"
    events = TranslationEvent.objects.filter(translation__path="title").order_by("pk")
    assert [event.target_text for event in events] == ["Zere keel", "Keelpijn"]


def test_an_export_says_of_each_file_why_it_was_kept(tmp_path: Path) -> None:
    page = publish_condition()
    publish_condition("gout", title="Gout")
    nl = tmp_path / "nl/conditions"
    write(nl / "sore-throat.po", po(page, title="Keelpijn", summary="Pijn bij het slikken."))
    write(nl / "gout.po", f"{HEADER}\nmsgid oops\n")
    ran = run("export_translations", "--locale", "nl", "--output", tmp_path)
    assert ran.code == 1
    assert ran.out.splitlines()[:-1] == [
        f"{nl}/gout.po: kept: it can't be read: line 6: not a line of a PO file: “msgid oops”",
        f"{nl}/sore-throat.po: kept: 2 of its texts were never imported: line 7: “Keelpijn”; "
        "line 11: “Pijn bij het slikken.”",
    ]
