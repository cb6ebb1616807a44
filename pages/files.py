"""The files that a command was given: each by itself, or those of a kind in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class NoSuchFilesError(LookupError):
    """A path leads to nothing that could be read."""


def find_files(paths: Iterable[Path], *suffixes: str, leave_out: str = "") -> list[Path]:
    """Files as they are named, and those below folders that end with one of `suffixes`, in order.

    `leave_out` is a folder whose own files aren't wanted. Raises NoSuchFilesError for a path that is neither file nor
    folder, and for a folder without any such file.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = (f for s in suffixes for f in path.rglob(f"*{s}") if f.parent.name != leave_out)
            if not (found := sorted(file for file in below if file.is_file())):
                raise NoSuchFilesError(f"no {' or '.join(suffixes)} file in {path}")
            files += found
        elif path.is_file():
            files.append(path)
        else:
            raise NoSuchFilesError(f"there is no file {path}")
    return files
