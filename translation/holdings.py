"""What the CMS holds of some conditions in one language, as the gate asks for it; read for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from translation.checks.glossary import Glossary
from translation.conditions import SourceCondition, former_targets, live_conditions
from translation.gate import Known
from translation.models import GlossaryTerm, SegmentTranslation
from translation.nearest import LeftBehind
from translation.verdicts import Judgement, Row, TranslationMemory


class Holdings:
    """The translations of conditions into `locale`: one query; two more once somebody asks for what is `known`.

    Hold the conditions locked (`lock_conditions`) as long as anything is decided on what this answers.
    """

    def __init__(self, keys: Collection[UUID], locale: str, glossary: Glossary | None = None) -> None:
        if glossary is None:
            glossary = GlossaryTerm.objects.in_language(locale).as_terms()
        self._locale, self._glossary = locale, glossary
        rows = SegmentTranslation.objects.of_conditions(keys).in_language(locale).by_document()
        self._memories = {key: TranslationMemory(rows.get((key, locale), ())) for key in keys}
        self._details: dict[UUID, _Detail] = {}

    def row(self, key: UUID, path: str, source: str) -> Row | None:
        """The translation of exactly this text."""
        return self._memories[key].row_of(path, source)

    def is_empty(self, key: UUID) -> bool:
        """Whether nothing of a condition was ever translated."""
        return self._memories[key].is_empty

    def read_details(self, keys: Iterable[UUID]) -> None:
        """Reads what `known` needs of these conditions: their live pages, and what their translations were before."""
        if not (keys := set(keys)):
            return
        former = former_targets(keys, self._locale)
        conditions = {condition.key: condition for condition in live_conditions(keys=keys)}
        for key in keys:
            self._details[key] = _Detail.of(self._memories[key], conditions.get(key), former.get(key, {}))

    def known(self, key: UUID, path: str, source: str) -> Known:
        """What the gate asks for an entry."""
        if key not in self._details:
            self.read_details([key])
        detail, row = self._details[key], self.row(key, path, source)
        return Known(
            path,
            detail.live.get(path),
            row,
            frozenset(detail.former.get((path, row.source_digest), ())) if row else frozenset(),
            self._memories[key].targets_at(path) | detail.suggested(path),
            source_locale=detail.source_locale,
            target_locale=self._locale,
            terms=self._glossary.get((detail.source_locale, self._locale), ()),
        )


@dataclass(frozen=True, slots=True)
class _Detail:
    """One condition: the verdicts on its live segments by path, and former targets by path and source digest."""

    source_locale: str
    live: dict[str, Judgement] = field(default_factory=dict)
    former: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    left: LeftBehind | None = None

    @classmethod
    def of(
        cls, memory: TranslationMemory, condition: SourceCondition | None, former: dict[tuple[str, str], set[str]]
    ) -> _Detail:
        if condition is None:  # gone from the site: its rows stay, and don't say what language they were made from
            return cls(settings.SOURCE_LANGUAGE, {}, former)
        judged = {segment.path: memory.judge(segment) for segment in condition.segments}
        return cls(condition.locale, judged, former, LeftBehind(memory, condition.segments))

    def suggested(self, path: str) -> set[str]:
        """What an export suggested for a text without a translation."""
        judgement = self.live.get(path)
        row = self.left.nearest(judgement) if self.left and judgement else None
        return {row.target_text} if row else set()
