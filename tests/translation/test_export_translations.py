"""`export_translations` writes a file per condition and language, and says what it did or can't do."""

from __future__ import annotations

import errno
from collections.abc import Callable
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


def _file(place: Path) -> Path:
    place.write_text("x")
    return place / "below"


def _file_within(place: Path) -> Path:
    place.mkdir()
    (place / "ar").write_text("x")
    return place


def _link_to_nowhere(place: Path) -> Path:
    place.symlink_to(place.parent / "nowhere")
    return place


def _folder_called_like_a_file(place: Path) -> Path:
    (place / "ar" / "conditions" / "x.po").mkdir(parents=True)
    return place


@pytest.mark.parametrize(
    ("make", "where", "why"),
    [
        (_file, "place/below/nl/conditions", "Not a directory"),
        (_file_within, "place/ar/conditions", "Not a directory"),
        (_link_to_nowhere, "place", "File exists"),
        (_folder_called_like_a_file, "place/ar/conditions/x.po", "Is a directory"),
    ],
)
def test_a_place_that_cannot_be_written_into(
    tmp_path: Path, make: Callable[[Path], Path], where: str, why: str
) -> None:
    publish_condition()
    ran = run("export_translations", "--output", make(tmp_path / "place"))
    told = f"{tmp_path}/{where} can't be read or written ({why}): name another folder with --output"
    assert (ran.code, ran.error[: len(told)]) == (1, told)


@pytest.mark.parametrize("step", ["exists", "mkdir"])
def test_a_place_that_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Root, who may run the tests, may write everywhere."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    publish_condition()
    monkeypatch.setattr(Path, step, refuse)
    ran = run("export_translations", "--output", tmp_path / "new")
    assert (ran.code, "can't be read or written (Permission denied)" in ran.error) == (1, True)
