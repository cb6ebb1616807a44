"""Old pages come in by a command that names what it could not read, drop or place, and goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pages.importing.decoding import MAX_BYTES, MAX_PACKED_BYTES
from pages.models import ConditionIndexPage, ConditionPage, ImportedSource
from tests import commands
from tests.pages.old_pages import PLEXUS, run

pytestmark = pytest.mark.django_db

UNREADABLE = {
    "binary.txt": (b"\x00\x01\x02", "binary"),
    "document.txt": (b"PK\x03\x04 not text", "damaged"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t", "empty"),
    "blank.html": (b"<!-- -->\n<body><script>x()</script>", "empty"),
    "huge.txt": (b"x" * (MAX_BYTES + 1), "too_large"),
    "garbage.txt": (b"\xff\xfe\x00", "undecodable"),
}


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, (data, _) in UNREADABLE.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Acne\n\nSpots on the face.\n", encoding="utf-8")
    ran = run(tmp_path)
    assert (ran.code, ran.error) == (1, "7 of 9 files could not be imported")
    assert {name: told["reason"] for name, told in ran.reports.items() if told["outcome"] == "unreadable"} == {
        name: reason for name, (_, reason) in UNREADABLE.items()
    }
    for name in UNREADABLE:
        assert f"{tmp_path}/{name}: unreadable: {ran.reports[name]['error']}\n" in ran.out
    assert set(ConditionPage.objects.values_list("slug", flat=True)) == {"gout", "acne"}
    assert ran.progress.split("\r")[-1] == "9/9 files\n"


def test_an_enormous_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "huge.docx").open("wb") as file:
        file.truncate(MAX_PACKED_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("it was read"))
    told = run(tmp_path).reports["huge.docx"]
    assert (told["reason"], str(MAX_PACKED_BYTES + 1) in told["error"]) == ("too_large", True)


def test_a_file_that_may_not_be_opened_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    (tmp_path / "secret.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Acne\n\nSpots on the face.\n", encoding="utf-8")
    ran = run(tmp_path)
    assert ran.reports["secret.txt"]["reason"] == "no_access"
    assert "secret.txt: unreadable: The file can't be opened: Permission denied." in ran.out
    assert ConditionPage.objects.get().slug == "acne"


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


def test_only_what_can_be_read_is_looked_for_in_folders_and_in_those_below(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("gout.txt", "more/acne.txt", "more/notes.md", "picture.png", "more/old.doc"):
        (tmp_path / name).write_text(f"{Path(name).stem}\n\nIt hurts a lot.\n", encoding="utf-8")
    assert set(run(tmp_path).reports) == {"gout.txt", "acne.txt", "notes.md"}


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "gout").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    assert run(tmp_path, tmp_path / "gout").reports["gout"]["outcome"] == "created"


@pytest.mark.parametrize(
    ("path", "options", "error"),
    [
        ("none.txt", {}, "there is no file {tmp}/none.txt"),
        ("empty", {}, "no .txt or .html or .htm or .xhtml or .md or .markdown or .docx file in {tmp}/empty"),
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


PAGE = """<!DOCTYPE html><html><head><title>Gout | Clinic</title></head><body>
<nav><a href="/">Home</a></nav>
<h1>Gout</h1><p>Crystals in a <a href="joint.html">joint</a> <b>hurt</b>: 10<sup>9</sup>/L.</p>
<h2>Treatments</h2><ul><li>Rest</li><li>Ice</li></ul>
<footer>© Clinic 2011</footer></body></html>"""


@pytest.mark.parametrize("name", ["gout.html", "gout.txt", "gout"])
def test_html_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE)
    told = run(tmp_path, tmp_path / name).reports[name]
    assert [(drop["text"], drop["reason"]) for drop in told["dropped"]] == [
        ("Home", "navigation"),
        ("© Clinic 2011", "page footer"),
    ]
    assert [flag["kind"] for flag in told["flags"]] == ["links"]
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    assert page.title == "Gout"
    assert "Crystals in a joint <b>hurt</b>: 10<sup>9</sup>/L." in page.definition.raw_data[0]["value"]
    assert page.treatments.raw_data[0]["value"].count("<li ") == 2


def test_the_address_of_a_page_makes_its_links_whole_and_finds_its_draft_again(tmp_path: Path) -> None:
    (tmp_path / "gout.html").write_text(PAGE)
    url = "https://clinic.example/conditions/gout.html"
    told = run(tmp_path, tmp_path / "gout.html", source_url=url).reports["gout.html"]
    assert told["flags"] == []
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    assert '<a href="https://clinic.example/conditions/joint.html">joint</a>' in page.definition.raw_data[0]["value"]
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "gout.html").rename(tmp_path / "elsewhere" / "gout.html")
    again = run(tmp_path, tmp_path / "elsewhere", source_url="https://clinic.example/conditions/")
    assert again.reports["gout.html"]["outcome"] == "unchanged"


@pytest.mark.parametrize("url", ["clinic.example", "ftp://clinic.example/", "https://", "https://[", "file:///etc"])
def test_an_address_that_is_none_of_the_web(tmp_path: Path, url: str) -> None:
    (tmp_path / "gout.html").write_text(PAGE)
    ran = run(tmp_path, source_url=url)
    assert ran.code == 1
    assert url in ran.error
    assert not ConditionPage.objects.exists()


def test_what_was_understood_as_json(tmp_path: Path) -> None:
    (tmp_path / "gout.html").write_text(PAGE)
    (tmp_path / "gout.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    run(tmp_path, tmp_path / "gout.html", tmp_path / "gout.txt", json_folder=tmp_path / "out", dry_run=True)
    written = json.loads((tmp_path / "out" / "gout.json").read_text(encoding="utf-8"))
    assert written["title"] == "Gout"
    assert written["sections"][1] == {
        "section": "treatments",
        "heading": "Treatments",
        "line": 4,
        "blocks": [{"type": "li", "text": "Rest", "line": 4}, {"type": "li", "text": "Ice", "line": 4}],
    }
    assert written["dropped"] == ["Home", "© Clinic 2011"]
    assert (tmp_path / "out" / "gout.txt.json").exists()
    assert not ConditionPage.objects.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text("Gout\n\nCrystals in a joint hurt.\n", encoding="utf-8")
    ran = run(tmp_path, json_folder=tmp_path / "gout.txt")
    assert ran.code == 1
    assert not ConditionPage.objects.exists()


def test_a_changed_file_says_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "gout.html"
    path.write_text(PAGE)
    run(tmp_path)
    path.write_text(PAGE.replace("<li>Ice</li>", "<li>Ice, 10 minutes</li>").replace("joint</a>", "knee</a>"))
    ran = run(tmp_path)
    assert ran.reports["gout.html"]["differences"] == [
        {
            "section": "definition",
            "removed": ["Crystals in a joint hurt: 10^9/L."],
            "added": ["Crystals in a knee hurt: 10^9/L."],
        },
        {"section": "treatments", "removed": ["Ice"], "added": ["Ice, 10 minutes"]},
    ]
    assert "  treatments: - Ice\n  treatments: + Ice, 10 minutes\n" in ran.out


def test_what_all_files_of_a_site_say_is_dropped_and_listed(tmp_path: Path) -> None:
    for name in ("Gout", "Acne", "Mumps", "Croup"):
        text = (
            f"Green Valley Clinic\n\n{name}\n\n{name} hurts a lot.\n\nBack to the list\n\nSymptoms\n\n"
            f"Pain, says {name}.\n\nIn an emergency call 112.\n\nGreen Valley Clinic is open on all days.\n"
        )
        (tmp_path / f"{name}.txt").write_text(text)
    told = run(tmp_path).reports["Gout.txt"]
    assert told["title"] == "Gout"
    assert [(drop["text"], drop["reason"]) for drop in told["dropped"]] == [
        ("Green Valley Clinic", "repeated in other files"),
        ("Back to the list", "repeated in other files"),
        ("Green Valley Clinic is open on all days.", "repeated in other files"),
    ]
    assert [(flag["kind"], flag["where"]) for flag in told["flags"]] == [("repeated", "In an emergency call 112.")]
    assert [section["section"] for section in told["sections"]] == ["definition", "signs"]
