"""What an import has to say of a file: what became of its entries, and what was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from translation.findings import Finding, Severity
from translation.gate import Step
from translation.opened_file import OpenedFile
from translation.storing import Effect, Ruling


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the entries that could be read: all but `approved` add up to them. Findings name the others."""

    stored: int = 0  # new texts
    confirmed: int = 0  # texts that were here already, and are now called finished or approved
    unchanged: int = 0
    empty: int = 0  # without a translation
    refused: int = 0  # with an error of their own
    approved: int = 0  # of those stored and confirmed
    left: int = 0  # without an error of their own, left alone because their file was refused whole


@dataclass(frozen=True)
class FileReport:
    """What an import has to say of one file. `taken`: whether anything of it was stored, or could be in a dry run."""

    file: str
    locale: str | None
    taken: bool
    counts: Counts
    findings: tuple[Finding, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The report as JSON takes it."""
        return {
            "file": self.file,
            "locale": self.locale,
            "taken": self.taken,
            "counts": asdict(self.counts),
            "findings": [finding.as_dict() for finding in self.findings],
        }

    def summary(self, *, dry_run: bool) -> str:
        """What became of the file, in one line."""
        told = self.counts
        if self.taken:
            return (
                f"{'would be taken' if dry_run else 'taken'}: {told.stored} stored, {told.confirmed} confirmed, "
                f"{told.unchanged} unchanged, {told.empty} empty, {told.refused} refused; {told.approved} approved"
            )
        errors = [finding.kind.value for finding in self.findings if finding.severity is Severity.ERROR]
        kinds = ", ".join(dict.fromkeys(errors))
        return (
            f"refused whole; nothing was stored: {_many(len(errors), 'error')} ({kinds}); {told.refused} refused, "
            f"{_many(told.left, 'other')} left alone because of that, {told.unchanged} unchanged, {told.empty} empty"
        )


def _many(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else f'{word}s'}"


def not_looked_into(opened: OpenedFile) -> FileReport:
    """The report of a file that was refused as such: none of its entries was judged."""
    empty = sum(not entry.target for entry in opened.entries)
    counts = Counts(empty=empty, left=len(opened.entries) - empty)
    return FileReport(opened.file, opened.locale, False, counts, tuple(opened.findings))


def report_of(
    opened: OpenedFile, rulings: Sequence[Ruling], effects: Sequence[Effect | None], *, taken: bool
) -> FileReport:
    """`effects` are those of the rulings; of a file that was left out, those that they would have had."""
    passed = [ruling for ruling in rulings if ruling.decision.step is not Step.REFUSE]
    total, empty = len(opened.entries), sum(not ruling.entry.target for ruling in passed)
    done = [effect for effect in effects if effect is not None]
    new, refused = sum(effect.new for effect in done), total - len(passed)
    unchanged = total - len(done) - empty - refused
    if taken:
        approved = sum(effect.approved for effect in done)
        counts = Counts(new, len(done) - new, unchanged, empty, refused, approved)
    else:
        counts = Counts(unchanged=unchanged, empty=empty, refused=refused, left=len(done))
    return FileReport(opened.file, opened.locale, taken, counts, tuple(opened.findings))
