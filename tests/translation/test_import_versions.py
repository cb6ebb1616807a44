"""Old pages in other languages come in as translations to be reviewed, and what doesn't fit is told, never forced."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

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
