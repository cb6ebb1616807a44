"""The report of an import of old pages: all that was dropped, guessed or is doubtful, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from wagtail.models import Locale

from pages.models import ConditionPage
from tests.factories import publish_condition
from tests.pages.old_pages import PLEXUS, kinds, line_of, run

pytestmark = pytest.mark.django_db


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


def test_what_is_printed_can_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    text = "Gout \x1b[31m\u202e\n\nCrystals in a joint hurt.\n\nClose the survey \x1b]0;x\x07\n"
    (tmp_path / "a\x1b[31m.txt").write_text(text, encoding="utf-8")
    assert "\x1b" not in run(tmp_path).out
    assert "\u202e" not in run(tmp_path).out


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
