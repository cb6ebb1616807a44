"""How far the translations have come: one line per condition and language. Two queries for everything that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from uuid import UUID

from pages.models import ConditionPage
from translation.conditions import SourceCondition, live_conditions, memory_of
from translation.models import TranslationProgress
from translation.progress import COLUMNS, Progress
from translation.verdicts import TranslationMemory


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One condition in one language; the counts are those of `Progress`."""

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
    wanted = list(locales)
    # Query 1: what was counted with the last change.
    rows = TranslationProgress.objects.in_languages(wanted).values_list("condition", "locale", *COLUMNS)
    kept = {(key, locale): counts for key, locale, *counts in rows.iterator(chunk_size=2000)}
    # Query 2: the conditions.
    live = ConditionPage.objects.live().order_by("slug")
    for key, slug, source in live.values_list("translation_key", "slug", "locale__language_code"):
        for locale in wanted:
            if locale != source:
                counts = kept.get((key, locale)) or _count_now(key, locale)
                yield StatusLine(slug, locale, *counts)


def _count_now(key: UUID, locale: str) -> list[int]:
    """The counts of a condition that isn't readable, or in a language that the site got since its last change."""
    (condition,) = live_conditions(keys=[key])
    line = count_verdicts(condition, locale, memory_of(key, locale))
    return [getattr(line, name) for name in COLUMNS]


def count_verdicts(condition: SourceCondition, locale: str, memory: TranslationMemory) -> StatusLine:
    """How far one condition has come in one language, counted now."""
    progress = Progress.count([memory.judge(segment) for segment in condition.segments])
    return StatusLine(condition.slug, locale, *astuple(progress))
