"""A glossary comes in: terms are added and changed by a file, which is taken whole or not at all."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import transaction
from wagtail.log_actions import log

from translation.findings import Finding, has_errors
from translation.glossary_entry import GlossaryEntry
from translation.glossary_file import read_glossary
from translation.models import GlossaryTerm


@dataclass(frozen=True, slots=True)
class GlossaryCounts:
    """What became of the terms of a file that was taken, or would be in a dry run."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class GlossaryReport:
    """What an import has to say of a glossary. Of a file that wasn't `taken`, nothing was stored."""

    file: str
    taken: bool
    counts: GlossaryCounts
    findings: tuple[Finding, ...]

    def as_dict(self) -> dict[str, object]:
        """The report as JSON takes it."""
        return {
            "file": self.file,
            "taken": self.taken,
            "counts": asdict(self.counts),
            "findings": [finding.as_dict() for finding in self.findings],
        }


def import_glossary(*, file: str, data: bytes, dry_run: bool = False) -> GlossaryReport:
    """Stores the terms of a CSV file; those that it hasn't got stay. Each that is new or changed is logged, with
    whoever is logged in.

    A file with any error is left out whole; one without a term changes nothing. A `dry_run` reports the same and stores
    nothing.
    """
    entries, findings = read_glossary(data, file, settings.LANGUAGE_CODES)
    if has_errors(findings):
        return GlossaryReport(file, False, GlossaryCounts(), findings)
    with transaction.atomic():
        here: dict[tuple[str, str, str], GlossaryEntry] = {}
        for row in GlossaryTerm.objects.all():
            entry = row.as_entry()
            here[entry.key] = entry
        added = [entry for entry in entries if entry.key not in here]
        changed = [entry for entry in entries if entry.key in here and here[entry.key] != entry]
        if not dry_run:
            _store(added, "wagtail.create")
            _store(changed, "wagtail.edit")
    counts = GlossaryCounts(len(added), len(changed), len(entries) - len(added) - len(changed))
    return GlossaryReport(file, True, counts, findings)


def _store(entries: list[GlossaryEntry], action: str) -> None:
    rows = [GlossaryTerm() for _ in entries]
    for row, entry in zip(rows, entries, strict=True):
        row.take(entry)
    # One statement for new and known terms: somebody else may add one meanwhile.
    GlossaryTerm.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=["source_locale", "source_key", "locale"],
        update_fields=["source", "required", "forbidden", "note"],
    )
    for row in rows:
        log(instance=row, action=action, content_changed=True)
