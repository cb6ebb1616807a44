"""A condition has one catalogue in a language, whatever its slug was before."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from translation.catalogue import Catalogue, Entry
from translation.catalogue_files import Move, move_renamed, twice_in_a_folder
from translation.findings import Finding, Kind, Severity
from translation.po_writer import write_catalogue

ZOSTER, GOUT = UUID(int=1), UUID(int=2)


def catalogue(*keys: UUID) -> Catalogue:
    return Catalogue("nl", tuple(Entry(f"{key}/title", "Shingles", "Gordelroos") for key in keys))


def write(path: Path, *keys: UUID) -> bytes:
    path.write_bytes(write_catalogue(catalogue(*keys)))
    return path.read_bytes()


def test_a_catalogue_moves_along_with_its_condition(tmp_path: Path) -> None:
    before, after = tmp_path / "shingles.po", tmp_path / "zoster.po"
    data = write(before, ZOSTER)
    write(tmp_path / "gout.po", GOUT)
    moves = list(move_renamed(tmp_path, {ZOSTER: "zoster", GOUT: "gout"}, ".po"))
    assert moves == [Move(before, after, done=True)]
    assert str(moves[0]) == f"{before}: renamed to zoster.po, as the condition was"
    assert (before.exists(), after.read_bytes()) == (False, data)
    assert list(move_renamed(tmp_path, {ZOSTER: "zoster", GOUT: "gout"}, ".po")) == []


def test_a_file_in_the_way_stays(tmp_path: Path) -> None:
    before, after = tmp_path / "shingles.po", tmp_path / "zoster.po"
    data = write(before, ZOSTER), write(after, ZOSTER)
    moves = list(move_renamed(tmp_path, {ZOSTER: "zoster"}, ".po"))
    assert moves == [Move(before, after, done=False)]
    assert "import it, then remove it" in str(moves[0])
    assert (before.read_bytes(), after.read_bytes()) == data


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b'msgctxt "menu"\nmsgid "a"\nmsgstr "b"\n', None])
def test_files_of_nobody_known_are_left_alone(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "notes.po"
    kept = write(path, GOUT) if data is None else data
    path.write_bytes(kept)
    assert list(move_renamed(tmp_path, {ZOSTER: "zoster"}, ".po")) == []
    assert list(move_renamed(tmp_path / "missing", {ZOSTER: "zoster"}, ".po")) == []
    assert path.read_bytes() == kept


def test_two_catalogues_of_one_condition_are_an_error() -> None:
    found = twice_in_a_folder(
        [
            ("nl/conditions/shingles.po", catalogue(ZOSTER)),
            ("nl/conditions/zoster.po", catalogue(GOUT, ZOSTER)),
            ("es/conditions/zoster.po", catalogue(ZOSTER)),
            ("nl/conditions/zoster.xlf", catalogue(ZOSTER)),
        ]
    )
    message = "shingles.po is a catalogue of the same condition; was it given another slug?"
    assert list(found) == [
        Finding("nl/conditions/zoster.po", None, "", Kind.DUPLICATE, Severity.ERROR, message),
    ]
