"""XLIFF goes out and comes in by the same commands as PO, through the same gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import run
from tests.factories import heading, make_people, paragraph, publish_condition
from tests.translation.files import names, po, write
from translation.models import SegmentTranslation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["xliff12", "xliff21"])
def test_out_and_back(tmp_path: Path, name: str) -> None:
    page = publish_condition(definition=[paragraph("d", "Not <b>safe</b> &lt; 12 weeks.")])
    make_people()
    run("import_translations", write(tmp_path / "x.po", po(page, title="Keelpijn")), "--translator", "tom")
    run("export_translations", "--locale", "nl", "--output", tmp_path, "--format", name)
    (path,) = tmp_path.glob("nl/conditions/*")
    assert path.name == "sore-throat.xlf"
    text = path.read_text(encoding="utf-8")
    assert text.count("Keelpijn") == 1
    # A translator's tool fills in the paragraph, and calls the title approved.
    source = text[text.index("<source>Not ") + len("<source>") : text.index(" 12 weeks.")]
    target = source.replace("Not", "Niet").replace("safe", "veilig") + " 12 weken."
    if name == "xliff12":
        before, after = text.split('<target state="needs-translation"></target>\n        <note from="developer">Def')
        text = f'{before}<target state="final">{target}</target>\n        <note from="developer">Def{after}'
        text = text.replace('<target state="translated">Keel', '<target state="final">Keel')
    else:
        text = text.replace(" 12 weeks.</source>", f" 12 weeks.</source>\n<target>{target}</target>")
        text = text.replace('state="initial"', 'state="final"').replace('state="translated"', 'state="reviewed"')
    write(path, text)
    assert "kept" in run("export_translations", "--locale", "nl", "--output", tmp_path, "--format", name).out
    assert path.read_text(encoding="utf-8") == text

    ran = run("import_translations", path, "--translator", "tom")

    counts = "1 stored, 0 confirmed, 1 unchanged, 1 empty, 0 refused; 0 approved"
    assert (ran.code, ran.out) == (0, f"{path}: taken: {counts}\n")
    rows = {row.path: row for row in SegmentTranslation.objects.all()}
    assert rows["definition.d#k0000"].target_text == "Niet <b>veilig</b> &lt; 12 weken."
    assert {row.state for row in rows.values()} == {"translated"}  # no state in a file is a review
    run("import_translations", path, "--translator", "tom", "--reviewer", "rana")
    run("export_translations", "--locale", "nl", "--output", tmp_path, "--format", name)
    approved = {"xliff12": 'state="signed-off"', "xliff21": 'state="reviewed"'}[name]
    assert path.read_text(encoding="utf-8").count(approved) == 2


@pytest.mark.parametrize("name", ["xliff12", "xliff21"])
def test_a_renamed_condition_keeps_its_file(tmp_path: Path, name: str) -> None:
    page = publish_condition("shingles")
    export = ["export_translations", "--locale", "nl", "--output", tmp_path, "--format", name]
    run(*export)
    page.slug = "zoster"
    page.save_revision().publish()
    assert "renamed to zoster.xlf" in run(*export).out
    assert names(tmp_path) == ["nl/conditions/zoster.xlf"]


def test_a_text_that_xml_can_not_hold(tmp_path: Path) -> None:
    publish_condition("good")
    publish_condition("bad", causes=[heading("h", "Cold\x0b")])
    ran = run("export_translations", "--locale", "nl", "--output", tmp_path, "--format", "xliff12")
    assert (ran.code, ran.error) == (1, "1 files could not be written; correct the texts that are named")
    assert ran.out.startswith(f"{tmp_path}/nl/conditions/bad.xlf: not written: entry ")
    assert "XML can't hold" in ran.out
    assert names(tmp_path) == ["nl/conditions/good.xlf"]
    assert run("export_translations", "--locale", "nl", "--output", tmp_path).code == 0


def test_an_import_takes_every_format_in_a_folder(tmp_path: Path) -> None:
    page = publish_condition()
    write(tmp_path / "es/conditions/x.po", po(page, "es", title="Dolor de garganta"))
    write(tmp_path / "nl/conditions/x.xlf", "<!DOCTYPE xliff [<!ENTITY a 'b'>]>\n<xliff/>")
    write(tmp_path / "nl/conditions/y.xliff", "<xliff>")
    ran = run("import_translations", tmp_path)
    assert (ran.code, ran.error) == (1, "2 of 3 files were refused, in whole or in part")
    assert f"{tmp_path}/nl/conditions/x.xlf:1: error unsafe: a document type" in ran.out
    assert f"{tmp_path}/nl/conditions/y.xliff:1: error syntax: " in ran.out
    assert SegmentTranslation.objects.get().locale == "es"
