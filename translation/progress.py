"""How far the translations of a condition have come: counted with every change, kept for reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from uuid import UUID

from translation.models import TranslationProgress
from translation.segments import Segment
from translation.verdicts import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Progress:
    """The segments of one condition in one language, by verdict; `critical` are those not current that could harm."""

    segments: int
    current: int
    unreviewed: int
    stale: int
    missing: int
    critical: int

    @classmethod
    def count(cls, judgements: Collection[Judgement]) -> Progress:
        """Counts judgements in a language other than the source's."""
        counts = Counter(judgement.verdict for judgement in judgements)
        return cls(
            segments=len(judgements),
            current=counts[Verdict.CURRENT],
            unreviewed=counts[Verdict.UNREVIEWED],
            stale=counts[Verdict.STALE],
            missing=counts[Verdict.MISSING],
            critical=sum(j.segment.critical and j.verdict is not Verdict.CURRENT for j in judgements),
        )

    @classmethod
    def none(cls, segments: Collection[Segment]) -> Progress:
        """Where nothing was ever translated."""
        return cls(len(segments), 0, 0, 0, len(segments), sum(segment.critical for segment in segments))


COLUMNS = tuple(field.name for field in fields(Progress))
Key = tuple[UUID, str]


def progress_of(keys: Iterable[UUID]) -> dict[Key, Progress]:
    """`{(condition, locale): progress}` as it is kept. One query."""
    rows = TranslationProgress.objects.of_conditions(keys).values_list("condition", "locale", *COLUMNS)
    return {(key, locale): Progress(*counts) for key, locale, *counts in rows}


def record_progress(*, before: Mapping[Key, Progress], now: Mapping[Key, Progress]) -> None:
    """Keeps the progress of conditions: `before` is what `progress_of` answered for them, `now` what is true."""
    TranslationProgress.objects.bulk_create(
        [
            TranslationProgress(condition=key, locale=locale, **dict(zip(COLUMNS, astuple(progress), strict=True)))
            for (key, locale), progress in now.items()
            if before.get((key, locale)) != progress
        ],
        update_conflicts=True,
        unique_fields=["condition", "locale"],
        update_fields=list(COLUMNS),
        batch_size=100,
    )
    gone: dict[str, list[UUID]] = {}
    for key, locale in before.keys() - now.keys():
        gone.setdefault(locale, []).append(key)
    for locale, keys in gone.items():
        TranslationProgress.objects.of_conditions(keys).in_languages([locale]).delete()
