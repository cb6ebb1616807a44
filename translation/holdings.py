"""What the CMS holds of some conditions in one language, as the gate asks for it; read for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from translation.checks.glossary import Glossary
from translation.conditions import SourceCondition, draft_conditions, former_targets, live_conditions
from translation.gate import Known
from translation.models import GlossaryTerm, SegmentTranslation
from translation.nearest import LeftBehind
from translation.segments import Segment, digest_of
from translation.verdicts import Judgement, TranslationMemory


class Holdings:
    """The translations of conditions into `locale`: one query; two more once somebody asks for what is `known`.

    `with_former` also reads, by one more, what each translation was before: for files, which may be older than what the
    CMS has. Hold the conditions locked (`lock_conditions`) as long as anything is decided on what this answers.
    """

    def __init__(
        self, keys: Collection[UUID], locale: str, glossary: Glossary | None = None, *, with_former: bool = False
    ) -> None:
        if glossary is None:
            glossary = GlossaryTerm.objects.in_language(locale).as_terms()
        self._locale, self._glossary, self._with_former = locale, glossary, with_former
        rows = SegmentTranslation.objects.of_conditions(keys).in_language(locale).by_document()
        self._memories = {key: TranslationMemory(rows.get((key, locale), ())) for key in keys}
        self._details: dict[UUID, _Detail] = {}

    def memory(self, key: UUID) -> TranslationMemory:
        """All translations of a condition."""
        return self._memories[key]

    def read_details(self, keys: Iterable[UUID], sources: Iterable[str] | None = None) -> None:
        """Reads what `known` needs of these conditions, for all texts or for these `sources` only.

        Of any other source, `known` then can't tell what its translation was before.
        """
        if not (keys := set(keys)):
            return
        digests = None if sources is None else {digest_of(source) for source in sources}
        former = former_targets(keys, self._locale, digests) if self._with_former else {}
        conditions = {condition.key: condition for condition in live_conditions(keys=keys)}
        drafts = {draft.key: draft for draft in draft_conditions(keys=keys) if isinstance(draft, SourceCondition)}
        for key in keys:
            condition, draft = conditions.get(key), drafts.get(key)
            self._details[key] = _Detail.of(self._memories[key], condition, draft, former.get(key, {}))

    def read_pages(self, keys: Iterable[UUID]) -> None:
        """Reads what `is_said` needs of these conditions, unless it was read already."""
        self.read_details([key for key in keys if key not in self._details], ())

    def is_said(self, key: UUID, path: str, source: str) -> bool:
        """Whether the live page or its draft, which were read, have this text at this path."""
        detail = self._details[key]
        return source in {segments[path].text for segments in (detail.live, detail.draft) if path in segments}

    def known(self, key: UUID, path: str, source: str) -> Known:
        """What the gate asks for an entry."""
        if key not in self._details:
            self.read_details([key])
        detail, memory = self._details[key], self._memories[key]
        row = memory.row_of(path, source)
        return Known(
            path,
            detail.judged(path),
            row,
            frozenset(detail.former.get((path, row.source_digest), ())) if row else frozenset(),
            memory.targets_at(path) | detail.suggested(path),
            source_locale=detail.source_locale,
            target_locale=self._locale,
            terms=self._glossary.get((detail.source_locale, self._locale), ()),
            ahead=detail.ahead.get(path),
            stands_at="" if row else detail.stands_at(path, source),
        )


@dataclass(frozen=True, slots=True)
class _Detail:
    """One condition: its translations; its segments by path, as it is live and as its draft says; those of the draft
    that aren't live; and former targets by path and source digest.
    """

    source_locale: str
    memory: TranslationMemory
    live: dict[str, Segment]
    draft: dict[str, Segment]
    ahead: dict[str, Segment]
    former: dict[tuple[str, str], set[str]]
    left_by_live: LeftBehind
    left_by_draft: LeftBehind

    @classmethod
    def of(
        cls,
        memory: TranslationMemory,
        condition: SourceCondition | None,
        draft: SourceCondition | None,
        former: dict[tuple[str, str], set[str]],
    ) -> _Detail:
        # What is gone from the site leaves rows behind, which don't say what language they were made from.
        source = next((each.locale for each in (condition, draft) if each), settings.SOURCE_LANGUAGE)
        live = condition.segments if condition else ()
        drafted = draft.segments if draft else ()
        return cls(
            source,
            memory,
            {segment.path: segment for segment in live},
            {segment.path: segment for segment in drafted},
            {segment.path: segment for segment in drafted if draft and segment.path in draft.ahead},
            former,
            LeftBehind(memory, live),
            LeftBehind(memory, drafted),
        )

    def judged(self, path: str) -> Judgement | None:
        """The verdict on the segment that the live page has at a path."""
        return self.memory.judge(self.live[path]) if path in self.live else None

    def stands_at(self, path: str, source: str) -> str:
        """Where the live page has a text that neither it nor its draft has at this path; "" if nowhere."""
        here = (segments[path].text for segments in (self.live, self.draft) if path in segments)
        if source in here:
            return ""
        return next((segment.path for segment in self.live.values() if segment.text == source), "")

    def suggested(self, path: str) -> set[str]:
        """What an export, of the live page or of the draft, suggested for a text without a translation."""
        offers = ((self.live.get(path), self.left_by_live), (self.draft.get(path), self.left_by_draft))
        rows = (left.nearest(self.memory.judge(segment)) for segment, left in offers if segment is not None)
        return {row.target_text for row in rows if row is not None}
