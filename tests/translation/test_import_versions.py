"""Old pages in other languages come in as translations to be reviewed, and what doesn't fit is told, never forced."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from pages.models import ConditionPage
from tests import commands
from tests.factories import make_people
from translation.conditions import draft_conditions
from translation.models import SegmentTranslation, State, TranslationEvent

pytestmark = pytest.mark.django_db

ENGLISH = """<html><body><h1>Gout</h1>
<h2>What is gout?</h2>
<p>Gout is a disease in which crystals of uric acid form in a joint, mostly in the big toe.</p>
<p>An attack comes <b>suddenly</b>, often at night.</p>
<h2>Causes</h2>
<p>The body makes too much uric acid, or the kidneys don't remove enough of it with the urine.</p>
<h2>Signs and symptoms</h2>
<ul><li>A red, hot and swollen joint.</li><li>Severe pain, even from the touch of a sheet.</li></ul>
<h2>Treatment</h2>
<h3>Medicines</h3>
<p>Adults take 500 mg of naproxen twice a day until the attack is over.</p>
</body></html>
"""
DUTCH = """<html><body><h1>Jicht</h1>
<h2>Wat is jicht?</h2>
<p>Jicht is een ziekte waarbij zich kristallen van urinezuur vormen in een gewricht, meestal in de grote teen.</p>
<p>Een aanval komt <b>plotseling</b>, vaak in de nacht.</p>
<h2>Oorzaken</h2>
<p>Het lichaam maakt te veel urinezuur, of de nieren verwijderen er niet genoeg van met de urine.</p>
<h2>Klachten en symptomen</h2>
<ul><li>Een rood, warm en gezwollen gewricht.</li><li>Hevige pijn, zelfs als een laken het raakt.</li></ul>
<h2>Behandeling</h2>
<h3>Medicijnen</h3>
<p>Volwassenen nemen tweemaal per dag 500 mg naproxen tot de aanval voorbij is.</p>
</body></html>
"""
ARABIC = """<html dir="rtl"><body><h1>النقرس</h1>
<h2>ما هو النقرس؟</h2>
<p>النقرس مرض تتكوّن فيه بلورات حمض اليوريك في أحد المفاصل، وغالبًا في إصبع القدم الكبير.</p>
<p>تأتي النوبة <b>فجأة</b>، وغالبًا في الليل.</p>
<h2>الأسباب</h2>
<p>ينتج الجسم كمية زائدة من حمض اليوريك، أو لا تزيل الكلى ما يكفي منه مع البول.</p>
</body></html>
"""


@pytest.fixture(autouse=True)
def _people() -> None:
    make_people()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gout.en.html").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "gout.nl.html").write_text(DUTCH, encoding="utf-8")
    ran = commands.run("import_conditions", tmp_path / "gout.en.html", "--locale", "en")
    assert ran.code == 0, ran
    return tmp_path


def take(file: Path, *arguments: object, locale: str = "nl") -> tuple[commands.Ran, Any]:
    report = file.parent / "report.json"
    ran = commands.run("import_versions", file, "--locale", locale, "--report", report, *arguments)
    (told,) = json.loads(report.read_text(encoding="utf-8"))
    return ran, told


def stored(locale: str = "nl") -> dict[str, str]:
    rows = SegmentTranslation.objects.filter(locale=locale)
    return {row.source_text: row.target_text for row in rows}


def test_a_version_becomes_translations_to_be_reviewed(folder: Path) -> None:
    ran, told = take(folder / "gout.nl.html", "--translator", "rana")
    assert (ran.code, told["refused"], told["misaligned"]) == (0, [], {"page": [], "file": []}), ran.out
    (draft,) = draft_conditions(slugs=["gout"])
    assert not hasattr(draft, "why")
    assert stored().keys() == {segment.text for segment in draft.segments}  # type: ignore[union-attr]
    assert stored()["Gout"] == "Jicht"
    assert stored()["An attack comes <b>suddenly</b>, often at night."] == (
        "Een aanval komt <b>plotseling</b>, vaak in de nacht."
    )
    assert stored()["A red, hot and swollen joint."] == "Een rood, warm en gezwollen gewricht."
    rows = SegmentTranslation.objects
    assert set(rows.values_list("state", "origin", "translator__username")) == {("needs_review", "version", "rana")}
    assert not ConditionPage.objects.get().live


def test_it_is_known_in_history_by_whom(folder: Path) -> None:
    take(folder / "gout.nl.html", "--translator", "rana")
    events = TranslationEvent.objects.values_list("user_name", "origin", "state").distinct()
    assert list(events) == [("Rana Reviewer (rana)", "version", "needs_review")]


def test_twice_is_once(folder: Path) -> None:
    first, _ = take(folder / "gout.nl.html")
    rows, events = list(SegmentTranslation.objects.values()), TranslationEvent.objects.count()
    again, told = take(folder / "gout.nl.html")
    assert (first.code, again.code) == (0, 0)
    assert not any(pair["stored"] for pair in told["pairs"])
    assert (list(SegmentTranslation.objects.values()), TranslationEvent.objects.count()) == (rows, events)
    assert f"0 stored for review, {len(rows)} unchanged, 0 refused, 0 misaligned" in again.out


def test_a_dry_run_tells_the_same_and_stores_nothing(folder: Path) -> None:
    ran, dry = take(folder / "gout.nl.html", "--dry-run")
    assert (ran.code, stored()) == (0, {})
    assert "would be stored for review" in ran.out
    assert take(folder / "gout.nl.html")[1] == dry


def test_a_missing_paragraph_is_told_and_the_others_keep_their_partners(folder: Path) -> None:
    path = folder / "gout.nl.html"
    path.write_text(DUTCH.replace("<p>Een aanval komt <b>plotseling</b>, vaak in de nacht.</p>", ""), encoding="utf-8")
    ran, told = take(path)
    assert ran.code == 1
    assert [text["text"] for text in told["misaligned"]["page"]] == ["An attack comes suddenly, often at night."]
    assert told["misaligned"]["file"] == []
    assert "misaligned: not in the file: definition." in ran.out
    assert stored()["Causes"] == "Oorzaken"
    assert len(stored()) == len(told["pairs"]) == 11


def test_an_extra_paragraph_is_told_with_its_line(folder: Path) -> None:
    extra = "<p>Bel 112 niet voor een gewone aanval van jicht, maar vraag raad aan uw eigen huisarts in de buurt.</p>"
    path = folder / "gout.nl.html"
    path.write_text(DUTCH.replace("<h2>Klachten", f"{extra}\n<h2>Klachten"), encoding="utf-8")
    ran, told = take(path)
    assert ran.code == 1
    (line,) = [n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1) if "Bel 112" in text]
    assert [(text["line"], text["section"]) for text in told["misaligned"]["file"]][-1] == (line, "causes")
    assert f"gout.nl.html:{line}: misaligned: not on the page: causes: “Bel 112" in ran.out
    assert not any("112" in text for text in stored().values())


def test_a_list_of_another_length_is_not_forced(folder: Path) -> None:
    path = folder / "gout.nl.html"
    shorter = DUTCH.replace(
        "<li>Een rood, warm en gezwollen gewricht.</li>", "<li>Koorts.</li><li>Een rood gewricht.</li>"
    )
    path.write_text(shorter, encoding="utf-8")
    ran, told = take(path)
    assert ran.code == 1
    assert {"Koorts.", "Een rood gewricht."} & {text["text"] for text in told["misaligned"]["file"]}
    assert stored()["Signs and symptoms"] == "Klachten en symptomen"
    assert "Koorts." not in stored().values()


def test_a_tenfold_dose_is_paired_and_refused_by_the_gate(folder: Path) -> None:
    path = folder / "gout.nl.html"
    path.write_text(DUTCH.replace("500 mg", "5000 mg"), encoding="utf-8")
    ran, told = take(path)
    assert ran.code == 1
    (refused,) = told["refused"]
    assert "5000" in refused["text"]
    assert "number" in {finding["kind"] for finding in refused["findings"] if finding["severity"] == "error"}
    assert "error number:" in ran.out
    assert not any("5000" in text for text in stored().values())
    assert len(stored()) == 11


def test_from_right_to_left_with_two_sections_missing(folder: Path) -> None:
    path = folder / "gout.ar.html"
    path.write_text(ARABIC, encoding="utf-8")
    ran, told = take(path, locale="ar")
    assert ran.code == 1
    assert stored("ar")["Gout"] == "النقرس"
    assert (
        stored("ar")["An attack comes <b>suddenly</b>, often at night."] == "تأتي النوبة <b>فجأة</b>، وغالبًا في الليل."
    )
    assert {text["path"].partition(".")[0] for text in told["misaligned"]["page"]} == {
        "signs_heading",
        "signs",
        "treatments_heading",
        "treatments",
    }


def test_marks_that_the_gate_does_not_take_are_left_out(folder: Path) -> None:
    path = folder / "gout.nl.html"
    path.write_text(DUTCH.replace("urinezuur vormen", '<a href="/x">urinezuur</a> vormen'), encoding="utf-8")
    ran, _ = take(path)
    assert ran.code == 0, ran.out
    assert all("<a" not in text for text in stored().values())


@pytest.mark.parametrize("state", [State.REVIEWED, State.TRANSLATED, State.NEEDS_REVIEW])
def test_another_translation_stays(folder: Path, state: State) -> None:
    take(folder / "gout.nl.html")
    row = SegmentTranslation.objects.get(source_text="Gout")
    SegmentTranslation.objects.filter(pk=row.pk).update(target_text="Podagra", state=state)
    ran, told = take(folder / "gout.nl.html")
    assert (ran.code, stored()["Gout"]) == (1, "Podagra")
    assert [pair["findings"][0]["kind"] for pair in told["refused"]] == ["older_file"]
    assert "the CMS has another translation, which stays: “Podagra”" in ran.out


def test_the_same_text_approved_since_stays_approved(folder: Path) -> None:
    take(folder / "gout.nl.html")
    SegmentTranslation.objects.update(state=State.REVIEWED)
    ran, _ = take(folder / "gout.nl.html")
    assert ran.code == 0
    assert set(SegmentTranslation.objects.values_list("state", flat=True)) == {"reviewed"}


def test_the_translation_of_an_older_text_is_told_and_not_taken_for_the_new_one(folder: Path) -> None:
    take(folder / "gout.nl.html")
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    page.title = "Gout, an illness of the joints"
    page.save_revision(clean=False)
    ran, told = take(folder / "gout.nl.html")
    assert (ran.code, [pair["findings"][0]["kind"] for pair in told["refused"]]) == (1, ["same_as_former"])
    assert page.title not in stored()


@pytest.mark.parametrize(
    ("source", "version"),
    [("gout.html", "gout.nl.html"), ("gout_en.html", "gout_nl.html"), ("en/gout.html", "nl/gout.html")],
)
def test_the_source_is_found_by_name_and_folder(tmp_path: Path, source: str, version: str) -> None:
    for name, text in ((source, ENGLISH), (version, DUTCH)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    commands.run("import_conditions", tmp_path / source, "--locale", "en")
    ran, told = take(tmp_path / version)
    assert (ran.code, told.get("condition")) == (0, "gout"), ran.out


def test_the_source_is_found_by_its_address_on_the_web(tmp_path: Path) -> None:
    for name, text in (("gout.html", ENGLISH), ("jicht.html", DUTCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    site = "https://clinic.example.org"
    imported = tmp_path / "gout.html", "--locale", "en", "--source-url", f"{site}/en/gout.html"
    assert commands.run("import_conditions", *imported).code == 0
    ran, told = take(tmp_path / "jicht.html", "--source-url", f"{site}/fr/gout.html")
    assert (ran.code, told["whole"]) == (1, False)
    ran, told = take(tmp_path / "jicht.html", "--source-url", f"{site}/nl/gout.html")
    assert (ran.code, told.get("condition")) == (0, "gout"), ran.out
    ran = commands.run("import_versions", tmp_path / "jicht.html", "--locale", "nl", "--source-url", "ftp://x/")
    assert ran.error == "not the address of a page or a folder on the web: ftp://x/"


def test_a_file_that_may_belong_to_two_conditions_is_not_taken(folder: Path) -> None:
    (folder / "gout.html").write_text(ENGLISH.replace("Gout", "Gout again"), encoding="utf-8")
    assert commands.run("import_conditions", folder / "gout.html", "--locale", "en").code == 0
    ran, told = take(folder / "gout.nl.html")
    assert (ran.code, stored()) == (1, {})
    assert told["error"].startswith("it may belong to gout or gout-again"), told["error"]


def test_what_the_files_have_in_common_is_no_text_of_the_page(folder: Path) -> None:
    (folder / "gout.en.html").unlink()
    crumbs = "<p>Ziekenhuis Groenendal</p><p>Naar boven</p>"
    for name in ("gout", "a", "b", "c", "d"):
        text = DUTCH.replace("Jicht", "Jicht" if name == "gout" else f"Ziekte {name}")
        (folder / f"{name}.nl.html").write_text(text.replace("<body>", f"<body>{crumbs}"), encoding="utf-8")
    report = folder / "report.json"
    commands.run("import_versions", folder, "--locale", "nl", "--report", report)
    told = next(told for told in json.loads(report.read_text("utf-8")) if told["file"].endswith("gout.nl.html"))
    assert (told["misaligned"]["file"], told["whole"]) == ([], True)
    assert "Ziekenhuis Groenendal" in {drop["text"] for drop in told["dropped"]}


def test_the_newest_draft_of_a_published_page_is_what_the_version_belongs_to(folder: Path) -> None:
    page = ConditionPage.objects.get().get_latest_revision_as_object()
    page.summary = "A disease of the joints."
    page.save_revision().publish()
    draft = ConditionPage.objects.get().get_latest_revision_as_object()
    draft.title = "Gout, an illness of the joints"
    draft.save_revision()
    ran, _ = take(folder / "gout.nl.html")
    assert ran.code == 0, ran.out
    assert stored()["Gout, an illness of the joints"] == "Jicht"
    assert "Gout" not in stored()


def test_a_translator_without_the_right_brings_nothing_in(folder: Path) -> None:
    User.objects.create_user("eve")
    ran, told = take(folder / "gout.nl.html", "--translator", "eve")
    assert (ran.code, stored()) == (1, {})
    assert "eve" in told["error"]


def test_the_source_is_found_by_slug(folder: Path) -> None:
    path = folder / "podagra.html"
    path.write_text(DUTCH, encoding="utf-8")
    ran, told = take(path)
    assert (ran.code, told["whole"]) == (1, False)
    assert "--condition says" in ran.out
    assert take(path, "--condition", "gout")[0].code == 0
    ran, told = take(path, "--condition", "flu")
    assert (ran.code, told["error"]) == (1, "no condition has the slug flu")


def test_what_cannot_be_taken_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "gout.en.html").unlink()
    (folder / "a.nl.txt").write_bytes(b"")
    (folder / "b.nl.txt").write_bytes(b"\x00\x01\x02")
    ran = commands.run("import_versions", folder, "--locale", "nl")
    assert (ran.code, ran.error) == (1, "2 of 3 files could not be taken, in whole or in part")
    assert "a.nl.txt: not taken: " in ran.out
    assert stored()["Gout"] == "Jicht"
    assert ran.progress.split("\r")[-1] == "3/3 files\n"


def test_a_file_in_the_language_of_the_source_is_refused(folder: Path) -> None:
    path = folder / "gout.nl.html"
    path.write_text(ENGLISH, encoding="utf-8")
    ran, told = take(path)
    assert (ran.code, stored()) == (1, {})
    assert told["error"] == "most of its texts are those of gout in en"
    ran, told = take(folder / "gout.en.html", "--condition", "gout", locale="en")
    assert told["error"] == "gout is written in en: its text is changed in the CMS"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--locale", "tlh"], "no such language here: tlh"),
        (["--locale", "nl", "--translator", "nobody"], "there is no active user nobody"),
        (["--locale", "nl", "--condition", "gout"], "--condition is for one file; there are 2"),
        (["--locale", "nl", "--report", "nowhere/report.json"], "there is no folder to write nowhere/report.json into"),
    ],
)
def test_bad_options(folder: Path, arguments: list[str], error: str) -> None:
    ran = commands.run("import_versions", folder, *arguments)
    assert ran.code == 1
    assert ran.error.startswith(error)
    assert stored() == {}
