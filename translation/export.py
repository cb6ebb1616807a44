"""What goes to a translator: the catalogue of one condition in one language. Pure, and writing it to its file."""

from __future__ import annotations

from pathlib import Path

from translation.catalogue import Catalogue, Entry
from translation.conditions import SourceCondition
from translation.po_writer import write_catalogue
from translation.segments import Segment
from translation.verdicts import TranslationMemory, Verdict

CRITICAL = "(critical)"


def catalogue_of(condition: SourceCondition, locale: str, memory: TranslationMemory) -> Catalogue:
    """One entry for each segment, in document order.

    A segment whose source changed carries the former translation, fuzzy, with the former source; a text that its
    translator didn't call finished is fuzzy too.
    """
    return Catalogue(locale, tuple(_entry(condition, segment, memory) for segment in condition.segments))


def _entry(condition: SourceCondition, segment: Segment, memory: TranslationMemory) -> Entry:
    judgement = memory.judge(segment)
    row = judgement.row
    stale = judgement.verdict is Verdict.STALE
    return Entry(
        context=condition.context(segment.path),
        source=segment.text,
        target=row.target_text if row else "",
        previous=row.source_text if row and stale else None,
        fuzzy=row is not None and (stale or not row.is_finished),
        flags=(f"max-length:{segment.max_length}",) if segment.max_length else (),
        comments=(f"{segment.breadcrumb} {CRITICAL}" if segment.critical else segment.breadcrumb,),
    )


def catalogue_path(directory: Path, locale: str, slug: str) -> Path:
    """Where the catalogue of a condition lies: `<lang>/conditions/<slug>.po`."""
    return directory / locale / "conditions" / f"{slug}.po"


def write_if_changed(path: Path, catalogue: Catalogue) -> bool:
    """Writes the file unless it has these bytes already; True if it wrote."""
    data = write_catalogue(catalogue)
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True
