"""An old file whose texts are all known: nothing in it tells its age, so the file as a whole does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from translation.base import is_by_others_since
from translation.catalogue import Entry
from translation.findings import Finding, Kind, Severity
from translation.holdings import Holdings
from translation.opened_file import OpenedFile
from translation.verdicts import TranslationMemory

_TOLD = (Kind.OLDER_FILE, Kind.OLDER_SOURCE, Kind.UNKNOWN_PATH)


def tell_ages(batch: Iterable[OpenedFile], held: Holdings, whole: Mapping[UUID, int], translator: int | None) -> None:
    """Adds a finding where the page no longer says what a file translates, or somebody else translated it since.

    `whole` has the conditions that are served, with how many segments they have if each has a translation of its own
    text, else 0.
    """
    silent = [opened for opened in batch if not any(finding.kind in _TOLD for finding in opened.findings)]
    # Reading a page takes longer than all else here, and a file that comes twice has nothing old in it.
    moved = {
        key
        for opened in silent
        for key, members in opened.placed.items()
        if key in whole and _may_have_moved(held.memory(key), members, whole[key])
    }
    held.read_pages(moved)
    for opened in silent:
        placed = [(key, *member) for key, members in opened.placed.items() if key in whole for member in members]
        gone = [
            entry.line
            for key, entry, path in placed
            if key in moved
            and entry.target in held.memory(key).targets_at(path)
            and not held.is_said(key, path, entry.source)
        ]
        others = [
            entry.line
            for key, entry, path in placed
            if entry.target
            and is_by_others_since(opened.base, entry, held.memory(key).row_of(path, entry.source), translator)
        ]
        if told := [*_counted("the page no longer says", gone), *_counted("somebody else has since given", others)]:
            message = (
                f"it was exported from an older state of the CMS: {', and '.join(told)}; all of them are known already "
                "and stay as they are. Export it anew before you go on"
            )
            opened.findings.append(Finding(opened.file, None, "", Kind.OLDER_FILE, Severity.INFO, message))


def _counted(what: str, lines: Sequence[int | None]) -> Iterator[str]:
    if lines:
        yield f"{what} {len(lines)} of its texts (the first on line {lines[0]})"


def _may_have_moved(memory: TranslationMemory, members: Sequence[tuple[Entry, str]], segments: int) -> bool:
    if len(members) != segments or memory.left_behind({path for _, path in members}):
        return True
    return any(not memory.is_newest(path, entry.source) for entry, path in members)
