"""`export_translations` writes a file per condition and language, and says what it did or can't do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import run
from tests.factories import publish_condition
from tests.translation.files import names

pytestmark = pytest.mark.django_db


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


def test_export_into_the_source_language_has_nothing_to_write(tmp_path: Path) -> None:
    publish_condition()
    ran = run("export_translations", "--output", tmp_path, "--locale", "en")
    assert (ran.code, ran.error) == (1, "nothing to translate: what was asked for is written in en")
    assert names(tmp_path) == []


def test_quiet_export(tmp_path: Path) -> None:
    publish_condition()
    assert run("export_translations", "--output", tmp_path, verbosity=0).progress.strip() == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--locale", "fr"], "no such language here: fr; there are en, nl, es, ar"),
        (["--locale", "NL"], "no such language here: NL; there are en, nl, es, ar"),
        (["--format", "xliff"], "invalid choice: 'xliff' (choose from 'po', 'xliff12', 'xliff21')"),
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


def test_a_renamed_condition_keeps_its_file_and_what_translators_wrote_in_it(tmp_path: Path) -> None:
    page = publish_condition("shingles")
    run("export_translations", "--output", tmp_path, "--locale", "nl")
    before, after = (tmp_path / f"nl/conditions/{slug}.po" for slug in ("shingles", "zoster"))
    noted = before.read_text(encoding="utf-8").replace("#. Title", "# Ask Ada.\n#. Title")
    before.write_text(noted, encoding="utf-8")
    page.slug = "zoster"
    page.save_revision().publish()
    ran = run("export_translations", "--output", tmp_path, "--locale", "nl")
    assert (names(tmp_path), after.read_text(encoding="utf-8")) == (["nl/conditions/zoster.po"], noted)
    renamed, _ = ran.out.splitlines()
    assert renamed == f"{before}: renamed to zoster.po, as the condition was"


def test_a_folder_that_cannot_be_written_into(tmp_path: Path) -> None:
    publish_condition()
    (tmp_path / "file").write_text("x")
    ran = run("export_translations", "--output", tmp_path / "file" / "below")
    assert ran.code == 1
    assert "can't be written (Not a directory): name another folder" in ran.error
