"""Old pages come in by a command that names what it could not read, drop or place, and goes on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import Locale

from pages.importing.decoding import MAX_BYTES
from pages.models import ConditionIndexPage, ConditionPage, ImportedSource
from tests import commands
from tests.factories import publish_condition

pytestmark = pytest.mark.django_db

PLEXUS = """Brachial Plexus Pain

What is brachial plexus pain?

The nerves of the arm come together in a network near the shoulder. An injury of this network hurts.

The most common cause of this condition is a fall from a motorcycle.

Signs and symptoms

The arm is weak, and the pain burns all day.

How is brachial plexus pain diagnosed?

A doctor tests the strength of your arm.

Do I need additional examinations?

  • An X-ray of the neck.
  • An MRI scan.

What are my treatment possibilities?

Multidisciplinary treatment

A team decides with you what comes first.

Physical Treatment

Other Treatment

Invasive pain treatment

  • An operation on the nerves.


Close the survey
This question is for testing whether or not you are a human visitor and to prevent automated spam submissions.
"""


def line_of(start: str) -> int:
    (number,) = [n for n, line in enumerate(PLEXUS.splitlines(), start=1) if line.startswith(start)]
    return number


@dataclass(frozen=True)
class Imported(commands.Ran):
    """What came of the command, and the report of each file by its name."""

    reports: dict[str, Any] = field(default_factory=dict)


def run(folder: Path, *paths: object, **options: Any) -> Imported:
    report = folder / "report.json"
    options = {"locale": "en", "report": report} | options
    ran = commands.run("import_conditions", *(paths or [folder]), **options)
    told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
    return Imported(**vars(ran), reports={Path(item["file"]).name: item for item in told})


def test_a_page_like_those_of_old(tmp_path: Path) -> None:
    path = tmp_path / "plexus.txt"
    path.write_text(PLEXUS, encoding="utf-8")
    ran = run(tmp_path)
    page = ConditionPage.objects.get()
    report = ran.reports["plexus.txt"]
    assert (ran.code, ran.error) == (0, "")
    assert [*report] == ["file", "outcome", "slug", "page", "title", "sections", "empty", "dropped", "flags"]
    assert (report["file"], report["outcome"]) == (str(path), "created")
    assert (report["slug"], report["page"]) == (page.slug, page.pk) == ("brachial-plexus-pain", page.pk)
    assert report["title"] == page.title == "Brachial Plexus Pain"
    assert [section["section"] for section in report["sections"]] == [
        "definition",
        "causes",
        "signs",
        "diagnosis",
        "treatments",
    ]
    assert [dropped["line"] for dropped in report["dropped"]] == [line_of("Close the"), line_of("This question")]
    flagged = {(flag["kind"], flag["line"]) for flag in report["flags"]}
    assert {("empty_heading", line_of("Physical")), ("empty_heading", line_of("Other"))} <= flagged
    assert not page.live


def test_everything_that_was_said_is_in_the_draft_or_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "plexus.txt").write_text(PLEXUS, encoding="utf-8")
    report = run(tmp_path).reports["plexus.txt"]
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    kept = [page.title, *(getattr(page, f"{s['section']}_heading") for s in report["sections"])]
    kept += [repr(getattr(page, section["section"]).raw_data[:]) for section in report["sections"]]
    kept += [dropped["text"] for dropped in report["dropped"]] + [flag["where"] for flag in report["flags"]]
    for line in PLEXUS.splitlines():
        said = line.strip(" •")
        assert any(said in text for text in kept), said


def test_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "plexus.txt").write_text(PLEXUS, encoding="utf-8")
    ran = run(tmp_path)
    first, *rest = ran.out.splitlines()
    page = ConditionPage.objects.get()
    assert first == (
        f"{tmp_path}/plexus.txt: created: “Brachial Plexus Pain”, draft brachial-plexus-pain (page {page.pk})"
    )
    assert "  definition: 1 block under “What is brachial plexus pain?”" in rest
    survey, empty = (
        f"  line {line_of('Close the')}: dropped (",
        f"  line {line_of('Physical')}: empty_heading: Physical ",
    )
    assert any(line.startswith(survey) and line.endswith("Close the survey") for line in rest)
    assert any(line.startswith(empty) for line in rest)
    assert ran.progress == ""


def kinds(report: dict[str, Any]) -> list[str]:
    return [flag["kind"] for flag in report["flags"]]


UNREADABLE = {
    "binary.txt": (b"\x00\x01\x02", "binary"),
    "document.txt": (b"PK\x03\x04 not text", "binary"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t", "empty"),
    "huge.txt": (b"x" * (MAX_BYTES + 1), "too_large"),
    "garbage.txt": (b"\xff\xfe\x00", "undecodable"),
}


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, (data, _) in UNREADABLE.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Acne\n\nSpots on the face.\n", encoding="utf-8")
    ran = run(tmp_path)
    assert (ran.code, ran.error) == (1, "6 of 8 files could not be imported")
    assert {name: told["reason"] for name, told in ran.reports.items() if told["outcome"] == "unreadable"} == {
        name: reason for name, (_, reason) in UNREADABLE.items()
    }
    for name in UNREADABLE:
        assert f"{tmp_path}/{name}: unreadable: {ran.reports[name]['error']}\n" in ran.out
    assert set(ConditionPage.objects.values_list("slug", flat=True)) == {"gout", "acne"}
    assert ran.progress.split("\r")[-1] == "8/8 files\n"


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")], ids=["folder", "broken link"])
def test_what_is_called_like_a_text_and_is_none_does_not_stop_the_rest(tmp_path: Path, make: Any) -> None:
    make(tmp_path / "a.txt")
    (tmp_path / "z.txt").write_text("Acne\n\nSpots on the face.\n", encoding="utf-8")
    run(tmp_path)
    assert ConditionPage.objects.get().slug == "acne"


def test_twice_is_once(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    assert run(tmp_path).reports["gout.txt"]["outcome"] == "created"
    again = run(tmp_path)
    assert again.reports["gout.txt"]["outcome"] == "unchanged"
    # Not what is in the file: an editor may have given the draft another structure since.
    assert again.out == f"{path}: unchanged: “Gout”, draft gout (page {ConditionPage.objects.get().pk})\n"
    path.write_text("Gout\n\nCrystals in the big toe hurt.\n", encoding="utf-8")
    assert run(tmp_path).reports["gout.txt"]["outcome"] == "revised"
    assert ConditionPage.objects.count() == 1


def test_the_same_file_in_another_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    run(tmp_path)
    for text in ("Gout\n\nCrystals in a joint hurt.\n", "Jicht\n\nKristallen in een gewricht doen pijn.\n"):
        path.write_text(text, encoding="utf-8")
        ran = run(tmp_path, locale="nl")
        assert (ran.code, ran.error) == (1, "1 of 1 files could not be imported")
        assert (ran.reports["gout.txt"]["outcome"], ran.reports["gout.txt"]["reason"]) == ("refused", "other_language")
        assert "imported before as en, into the draft gout" in ran.out
    assert ConditionPage.objects.get().title == "Gout"


def test_a_file_is_known_by_where_it_lies_however_it_is_named(tmp_path: Path, monkeypatch: Any) -> None:
    for folder, text in (("a", "Gout\n\nCrystals in a joint hurt.\n"), ("b", "Acne\n\nSpots on the face.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path / folder)
        assert run(tmp_path, "x.txt").reports["x.txt"]["outcome"] == "created"
    assert run(tmp_path, tmp_path / "a" / "x.txt").reports["x.txt"]["outcome"] == "unchanged"
    assert set(ConditionPage.objects.values_list("slug", flat=True)) == {"gout", "acne"}


def test_what_editors_changed_is_replaced_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    run(tmp_path)
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    page.definition_heading = "What gout is"
    page.save_revision(clean=False)
    path.write_text("Gout\n\nCrystals in the big toe hurt.\n", encoding="utf-8")
    ran = run(tmp_path)
    assert (ran.code, ran.reports["gout.txt"]["reason"]) == (1, "edited_since")
    assert run(tmp_path, replace=True).reports["gout.txt"]["outcome"] == "revised"


def test_a_dry_run_saves_nothing(tmp_path: Path) -> None:
    (tmp_path / "plexus.txt").write_text(PLEXUS, encoding="utf-8")
    tried = run(tmp_path, dry_run=True).reports["plexus.txt"]
    assert not ConditionPage.objects.exists()
    assert not ImportedSource.objects.exists()
    assert (tried["outcome"], tried["slug"], tried["page"]) == ("would be imported", None, None)
    done = run(tmp_path).reports["plexus.txt"]
    assert {name: tried[name] for name in ("sections", "dropped", "flags")} == {
        name: done[name] for name in ("sections", "dropped", "flags")
    }


def test_only_texts_are_looked_for_in_folders_and_in_those_below(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("gout.txt", "more/acne.txt", "more/notes.md", "picture.png"):
        (tmp_path / name).write_text(f"{Path(name).stem}\n\nIt hurts a lot.\n", encoding="utf-8")
    assert set(run(tmp_path).reports) == {"gout.txt", "acne.txt"}


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "gout").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    assert run(tmp_path, tmp_path / "gout").reports["gout"]["outcome"] == "created"


@pytest.mark.parametrize(
    ("path", "options", "error"),
    [
        ("none.txt", {}, "there is no file {tmp}/none.txt"),
        ("empty", {}, "no .txt file in {tmp}/empty"),
        ("gout.txt", {"locale": "fr"}, "no such language here: fr; there are en, nl, es, ar"),
    ],
)
def test_asked_wrongly(tmp_path: Path, path: str, options: dict[str, Any], error: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "gout.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    ran = run(tmp_path, tmp_path / "gout.txt", tmp_path / path, **options)
    assert (ran.code, ran.error) == (1, error.format(tmp=tmp_path))
    assert not ConditionPage.objects.exists()


def test_the_language_must_be_said(tmp_path: Path) -> None:
    assert "--locale" in commands.run("import_conditions", tmp_path).error


def test_without_a_folder_for_conditions(tmp_path: Path) -> None:
    ConditionIndexPage.objects.get().delete()
    (tmp_path / "gout.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    ran = run(tmp_path)
    assert (ran.code, "condition index page" in ran.error) == (1, True)


def test_a_report_that_cannot_be_written_is_said_before_anything_is_saved(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    ran = run(tmp_path, report=tmp_path / "none" / "report.json")
    assert ran.code == 1
    assert not ConditionPage.objects.exists()


def test_what_is_printed_can_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    text = "Gout \x1b[31m\u202e\n\nCrystals in a joint hurt.\n\nClose the survey \x1b]0;x\x07\n"
    (tmp_path / "a\x1b[31m.txt").write_text(text, encoding="utf-8")
    assert "\x1b" not in run(tmp_path).out
    assert "\u202e" not in run(tmp_path).out


@pytest.mark.parametrize("html", ["<html><h1>Gout</h1>", " <!DOCTYPE html>\n<p>x", "<h1>Gout</h1>", "<!-- -->\n<body>"])
def test_html_is_refused_until_it_can_be_read(tmp_path: Path, html: str) -> None:
    (tmp_path / "page.txt").write_text(html)
    ran = run(tmp_path)
    assert ran.code == 1
    assert "unreadable: This is HTML, not plain text" in ran.out
    assert not ConditionPage.objects.exists()


def test_a_first_line_that_reads_like_a_heading_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("What is it?\n\nText only.\n")
    assert "line 1: title_is_heading: What is it?" in run(tmp_path).out


def test_a_condition_of_the_same_title_is_told(tmp_path: Path) -> None:
    publish_condition("gout", title="Gout")
    (tmp_path / "page.txt").write_text("GOUT\n\nWhat is it?\n\nA disease of joints.\n")
    told = "same_title: GOUT: There is a condition of this title already: gout."
    assert told in run(tmp_path, dry_run=True).out
    ran = run(tmp_path)
    assert (ran.code, told in ran.out) == (0, True)
    assert run(tmp_path).reports["page.txt"]["outcome"] == "unchanged"


def test_a_draft_of_the_same_title_is_told_and_one_of_another_language_is_none(tmp_path: Path) -> None:
    page = publish_condition("toe", title="Toe pain")
    page.title = "Gout"
    page.save_revision()
    dutch = Locale.objects.get_or_create(language_code="nl")[0]
    publish_condition("jicht", title="Gout", locale=dutch)
    (tmp_path / "page.txt").write_text("Gout\n\nCauses\n\nCrystals in a joint.\n")
    assert "There is a condition of this title already: toe." in run(tmp_path).out


def test_the_same_file_from_another_place_is_told_when_it_comes_in(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Gout\n\nCauses\n\nCrystals in a joint.\n")
    reports = run(tmp_path).reports
    assert [kinds(reports[name]) for name in ("a.txt", "b.txt")] == [[], ["same_file"]]
    assert [kinds(report) for report in run(tmp_path).reports.values()] == [[], []]
    (tmp_path / "c.txt").write_text("Gout\n\nCauses\n\nCrystals in a joint.\n")
    told = "same_file: Gout: The same file was imported from another place, into gout, gout-2."
    assert told in run(tmp_path, tmp_path / "c.txt", dry_run=True).out


LONG = "Wort " * 1000


def test_a_first_line_that_is_too_long_for_a_title_is_told_in_few_words(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text(f"{LONG}\n\nSymptoms\n\nText.\n")
    ran = run(tmp_path)
    page = ConditionPage.objects.get()
    assert (page.title, page.slug) == ("gout.txt", "gouttxt")
    assert ran.out.startswith(f"{tmp_path}/gout.txt: created: “gout.txt”, draft gouttxt (page {page.pk})\n")
    told = "too long for a title: 4999 characters, at most 200. The draft is called after its file."
    assert f"line 1: no_title: {'Wort ' * 11}Wort…: The first text is {told}" in ran.out
    assert max(map(len, ran.out.splitlines())) < 300


def test_what_is_dropped_is_printed_in_few_words_and_whole_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text(f"Gout\n\nIt hurts a lot.\n\nReferences\n\n{LONG}\n")
    ran = run(tmp_path)
    assert any(dropped["text"] == LONG.strip() for dropped in ran.reports["gout.txt"]["dropped"])
    assert max(map(len, ran.out.splitlines())) < 300


def test_excerpts_end_between_words(tmp_path: Path) -> None:
    announced = "In the clinic that is nearest to where you live or work, the people who help can offer you these:"
    (tmp_path / "gout.txt").write_text(f"Gout\n\nIt hurts.\n\nSymptoms\n\n{announced}\n")
    told = "list_missing: …you live or work, the people who help can offer you these:: A list"
    assert told in run(tmp_path).out


def test_the_report_in_the_docs_is_that_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.chdir(root)
    ran = run(tmp_path, Path("docs/examples/tennis-elbow.txt"), dry_run=True)
    assert f"```\n{ran.out}```\n" in Path("docs/importing.md").read_text(encoding="utf-8")


def test_sections_without_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text("Gout\n\nCauses\n\nCrystals in a joint.\n")
    ran = run(tmp_path)
    assert "  without any text: definition, signs, diagnosis, treatments\n" in ran.out
    assert ran.reports["gout.txt"]["empty"] == ["definition", "signs", "diagnosis", "treatments"]
