"""How old a translation is: a verdict for each segment, from the exact text it was made of. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from translation.segments import Segment


class Verdict(StrEnum):
    """What a reader may know of the words that stand in a segment's place."""

    SOURCE = "source"  # the document is in the language that it was written in
    CURRENT = "current"  # a reviewed translation of exactly this text
    UNREVIEWED = "unreviewed"  # a translation of exactly this text, which no second person has approved
    STALE = "stale"  # only a translation of another text that stood here
    MISSING = "missing"  # nothing yet


class Row(Protocol):
    """What is asked of a stored translation."""

    @property
    def path(self) -> str: ...

    @property
    def source_digest(self) -> str: ...

    @property
    def source_text(self) -> str: ...

    @property
    def target_text(self) -> str: ...

    @property
    def translator_id(self) -> int | None: ...

    @property
    def reviewer_name(self) -> str: ...

    @property
    def is_reviewed(self) -> bool: ...

    @property
    def is_finished(self) -> bool: ...


class Judgement(NamedTuple):
    """A segment, its verdict, and the row that the verdict rests on (for STALE the newest of the older ones)."""

    segment: Segment
    verdict: Verdict
    row: Row | None


class TranslationMemory:
    """The rows of one condition in one language, found by path. Rows come oldest first."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        by_path: dict[str, list[Row]] = {}
        for row in rows:
            by_path.setdefault(row.path, []).append(row)
        self._by_path: Mapping[str, list[Row]] = by_path

    @property
    def is_empty(self) -> bool:
        return not self._by_path

    def judge(self, segment: Segment) -> Judgement:
        """The verdict for a segment as it stands on the page now."""
        rows = self._by_path.get(segment.path, [])
        for row in rows:
            if row.source_text == segment.text:
                return Judgement(segment, Verdict.CURRENT if row.is_reviewed else Verdict.UNREVIEWED, row)
        return Judgement(segment, Verdict.STALE, rows[-1]) if rows else Judgement(segment, Verdict.MISSING, None)

    def is_newest(self, path: str, source: str) -> bool:
        """Whether no later text that stood at this path has a translation."""
        rows = self._by_path.get(path)
        return not rows or rows[-1].source_text == source

    def last_reviewed(self, path: str) -> Row | None:
        """The newest reviewed translation at this path; of an older text, unless the segment there is CURRENT."""
        return next((row for row in reversed(self._by_path.get(path, [])) if row.is_reviewed), None)

    def targets_at(self, path: str) -> frozenset[str]:
        """The translations of every text that ever stood at this path."""
        return frozenset(row.target_text for row in self._by_path.get(path, []))

    def elsewhere(self, source: str) -> Row | None:
        """The best translation of exactly this text, at whatever path."""
        rows = (row for rows in self._by_path.values() for row in rows if row.source_text == source)
        return max(rows, key=lambda row: (row.is_reviewed, row.is_finished), default=None)

    def left_behind(self, paths: Collection[str]) -> tuple[Row, ...]:
        """The newest finished translation at each path that isn't among `paths`, those of the page as it is."""
        gone = (rows for path, rows in self._by_path.items() if path not in paths)
        newest = (next((row for row in reversed(rows) if row.is_finished), None) for rows in gone)
        return tuple(row for row in newest if row is not None)

    def row_of(self, path: str, source: str) -> Row | None:
        """The row of exactly this source text at this path."""
        return next((row for row in self._by_path.get(path, []) if row.source_text == source), None)
