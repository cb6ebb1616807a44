"""What files with mistakes are held against: the errors that must be found, and the good entry that must be left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translation.catalogue import Entry
from translation.findings import Finding, Kind, Severity

KEPT = Entry("c/title", "Kept", "Bewaard")
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def assert_errors(findings: Iterable[Finding], file: str, expected: list[tuple[int, Kind, str]]) -> None:
    """These errors and nothing else: the line, the kind, and some words of each."""
    found = list(findings)
    assert [(f.file, f.line, f.kind, f.severity) for f in found] == [
        (file, line, kind, E) for line, kind, _ in expected
    ]
    for finding, (_, _, words) in zip(found, expected, strict=True):
        assert words in finding.message


def untested(folder: Path, module: str) -> list[str]:
    """The files of a folder that a test module doesn't name."""
    here = Path(module).read_text(encoding="utf-8")
    return [path.name for path in folder.iterdir() if f'"{path.name}"' not in here]
