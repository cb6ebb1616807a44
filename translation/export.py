"""What goes to a translator: the catalogue of one condition in one language, and its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from translation.base import header_of
from translation.catalogue import Catalogue, Entry
from translation.conditions import SourceCondition, split_context
from translation.findings import Severity, excerpt, has_errors
from translation.formats import FORMATS, Format, read_any
from translation.nearest import LeftBehind
from translation.segments import Segment
from translation.verdicts import Judgement, TranslationMemory, Verdict

CRITICAL = "(critical)"
DRAFT = "(draft)"


def catalogue_of(condition: SourceCondition, locale: str, memory: TranslationMemory) -> Catalogue:
    """One entry for each segment, in document order.

    A segment whose source changed carries the former translation, fuzzy, with the former source; and so does one
    without any, where a block that is gone left a translation of a similar text. A text that its translator didn't call
    finished is fuzzy too. A header field says which translations it was made from (`translation.base`).
    """
    left = LeftBehind(memory, condition.segments)
    entries = tuple(_entry(condition, memory.judge(segment), left) for segment in condition.segments)
    return Catalogue(locale, entries, (header_of(entries),), source_locale=condition.locale)


def _entry(condition: SourceCondition, judgement: Judgement, left: LeftBehind) -> Entry:
    segment = judgement.segment
    row = judgement.row or left.nearest(judgement)
    is_of_another_text = row is not None and judgement.verdict in (Verdict.STALE, Verdict.MISSING)
    return Entry(
        context=condition.context(segment.path),
        source=segment.text,
        target=row.target_text if row else "",
        previous=row.source_text if row and is_of_another_text else None,
        fuzzy=row is not None and (is_of_another_text or not row.is_finished),
        flags=(f"max-length:{segment.max_length}",) if segment.max_length else (),
        comments=(" ".join(_comment(segment, is_draft=segment.path in condition.ahead)),),
        reviewed=row is not None and not is_of_another_text and row.is_reviewed,
    )


def _comment(segment: Segment, *, is_draft: bool) -> Iterator[str]:
    yield segment.breadcrumb
    if segment.critical:
        yield CRITICAL
    if is_draft:
        yield DRAFT


def catalogue_path(directory: Path, locale: str, slug: str, suffix: str = ".po") -> Path:
    """Where the catalogue of a condition lies: `<lang>/conditions/<slug>.po`."""
    return directory / locale / "conditions" / f"{slug}{suffix}"


def not_imported(existing: Catalogue, known: Callable[[str, str], bool]) -> tuple[Entry, ...]:
    """The entries of a translator's file whose text the CMS never had; `known` is asked with path and text."""
    return tuple(
        entry
        for entry in existing.entries
        if entry.target and not ((place := split_context(entry.context)) and known(place[1], entry.target))
    )


def with_notes(catalogue: Catalogue, existing: Catalogue) -> Catalogue:
    """The catalogue with the comments that translators wrote into the file it is going to replace."""
    notes = {entry.context: entry.translator_comments for entry in existing.entries}
    entries = (replace(entry, translator_comments=notes.get(entry.context, ())) for entry in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


class Written(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # it holds work that an export would destroy


MOST_REASONS = 5


def why_kept(path: Path, known: Callable[[str, str], bool]) -> str:
    """Why an export leaves a file as it is: what can't be read in it, or which of its texts were never imported."""
    existing, findings = read_any(path.read_bytes(), str(path))
    errors = [f"{_line(found.line)}{found.message}" for found in findings if found.severity is Severity.ERROR]
    if errors or existing is None:
        return f"it can't be read: {_first(errors)}"
    mine = not_imported(existing, known)
    texts = _first([f"{_line(entry.line)}{excerpt(entry.target)}" for entry in mine])
    return f"{len(mine)} of its texts were never imported: {texts}"


def _line(line: int | None) -> str:
    return f"line {line}: " if line else ""


def _first(reasons: Sequence[str]) -> str:
    more = len(reasons) - MOST_REASONS
    return "; ".join(reasons[:MOST_REASONS]) + (f"; and {more} more" if more > 0 else "")


def write_catalogue_file(
    path: Path,
    catalogue: Catalogue,
    known: Callable[[str, str], bool],
    *,
    carrier: Format = FORMATS["po"],
    force: bool = False,
) -> Written:
    """Writes the file, unless it has these bytes already or holds texts that nobody has imported yet.

    A file that can't be read without errors is kept too: what is in it, nobody can say. `force` overwrites. Raises
    CatalogueError for a text that the format can't carry; then the file is as it was.
    """
    data = carrier.write(catalogue)
    if path.exists():
        there = path.read_bytes()
        if there == data:
            return Written.UNCHANGED
        existing, findings = read_any(there, str(path))
        if existing is not None:
            data = carrier.write(with_notes(catalogue, existing))
        if there == data:
            return Written.UNCHANGED
        if not force and (existing is None or has_errors(findings) or not_imported(existing, known)):
            return Written.KEPT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Written.WRITTEN
