"""What a command finds in a folder, and how it tells of its progress."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management.base import BaseCommand

from pages.files import NoSuchFilesError, find_files
from pages.progress_line import show_progress
from tests.commands import Terminal


def test_what_is_hidden_stays_hidden(tmp_path: Path) -> None:
    for name in ("a.po", ".venv/b.po", "x/.git/c.po", "x/d.po", ".e.po"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [path.name for path in find_files([tmp_path], ".po")] == ["a.po", "d.po"]
    assert [path.name for path in find_files([tmp_path / ".venv"], ".po")] == ["b.po"]  # it was asked for
    with pytest.raises(NoSuchFilesError):
        find_files([tmp_path / "x" / ".git"], ".txt")


@pytest.mark.parametrize(("stream", "verbosity", "told"), [(Terminal(), 1, "\r3/3 files\n"), (Terminal(), 0, "")])
def test_progress_is_for_a_terminal(stream: io.StringIO, verbosity: int, told: str) -> None:
    show_progress(BaseCommand(stderr=stream, no_color=True), 3, 3, "files", verbosity=verbosity)
    assert stream.getvalue() == told


def test_a_log_file_gets_no_progress() -> None:
    log = io.StringIO()
    show_progress(BaseCommand(stderr=log), 3, 3, "files")
    assert log.getvalue() == ""
