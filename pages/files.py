"""The files that a command was given: each by itself, or those of a kind in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class NoSuchFilesError(LookupError):
    """A path leads to nothing that could be read."""


def find_files(paths: Iterable[Path], *suffixes: str, leave_out: str = "") -> list[Path]:
    """Files as they are named, and those below folders that end with one of `suffixes`, in order.

    `leave_out` is a folder whose own files aren't wanted; nor is anything hidden (`.git`, `.venv`). Raises
    NoSuchFilesError for a path that is neither file nor folder, and for a folder without any such file.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = (
                file
                for suffix in suffixes
                for file in path.rglob(f"*{suffix}")
                if file.parent.name != leave_out and not _is_hidden(file.relative_to(path))
            )
            if not (found := sorted(file for file in below if file.is_file())):
                raise NoSuchFilesError(f"no {' or '.join(suffixes)} file in {path}")
            files += found
        elif path.is_file():
            files.append(path)
        else:
            raise NoSuchFilesError(f"there is no file {path}")
    return files


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
