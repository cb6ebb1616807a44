"""How far the translations have come: one line per condition and language. Two queries for everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from translation.conditions import live_conditions
from translation.models import SegmentTranslation
from translation.verdicts import TranslationMemory, Verdict


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The segments of one condition in one language, by verdict; `critical` are those not current that could harm."""

    slug: str
    locale: str
    segments: int
    current: int
    unreviewed: int
    stale: int
    missing: int
    critical: int

    @property
    def is_complete(self) -> bool:
        return self.current == self.segments


def translation_status(locales: Iterable[str]) -> Iterator[StatusLine]:
    """One line per live condition and language other than its own, by slug."""
    rows: dict[tuple[UUID, str], list[SegmentTranslation]] = {}
    wanted = list(locales)
    stored = SegmentTranslation.objects.filter(locale__in=wanted).oldest_first()
    for row in stored.only("condition", "locale", "path", "source_digest", "state", "target_text", "source_text"):
        rows.setdefault((row.condition, row.locale), []).append(row)
    for condition in live_conditions():
        for locale in wanted:
            if locale == condition.locale:
                continue
            memory = TranslationMemory(rows.get((condition.key, locale), ()))
            judged = [memory.judge(segment) for segment in condition.segments]
            counts = Counter(judgement.verdict for judgement in judged)
            critical = sum(j.segment.critical and j.verdict is not Verdict.CURRENT for j in judged)
            yield StatusLine(
                slug=condition.slug,
                locale=locale,
                segments=len(judged),
                current=counts[Verdict.CURRENT],
                unreviewed=counts[Verdict.UNREVIEWED],
                stale=counts[Verdict.STALE],
                missing=counts[Verdict.MISSING],
                critical=critical,
            )
