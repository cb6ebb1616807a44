"""A condition as the translation package sees it: its key, its slug, and the segments of its live page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from uuid import UUID

from pages.content import condition_shape, read_content
from pages.models import ConditionPage
from translation.models import SegmentTranslation, TranslationEvent
from translation.segments import Segment, segments_of
from translation.verdicts import TranslationMemory

BATCH = 50


@dataclass(frozen=True)
class SourceCondition:
    """A live condition with its segments in document order."""

    key: UUID
    slug: str
    locale: str
    segments: tuple[Segment, ...]

    def context(self, path: str) -> str:
        """The msgctxt of a segment: identity in the entry itself, because tools strip headers."""
        return f"{self._key}/{path}"

    @cached_property
    def _key(self) -> str:
        return str(self.key)


def split_context(context: str | None) -> tuple[UUID, str] | None:
    """The condition's key and the path in a msgctxt; None if it isn't spelled as ours are, to the letter."""
    key, _, path = (context or "").partition("/")
    try:
        return (UUID(key), path) if path and str(UUID(key)) == key else None
    except ValueError:
        return None


def live_conditions(*, slugs: Iterable[str] = (), keys: Iterable[UUID] | None = None) -> Iterator[SourceCondition]:
    """The live conditions by slug, in batches of rows: all, or those named."""
    pages = ConditionPage.objects.live().select_related("locale").order_by("slug")
    if slugs := list(slugs):
        pages = pages.filter(slug__in=slugs)
    if keys is not None:
        pages = pages.filter(translation_key__in=list(keys))
    for page in pages.iterator(chunk_size=100):
        segments = tuple(segments_of(condition_shape(), read_content(page)))
        yield SourceCondition(page.translation_key, page.slug, page.locale.language_code, segments)


def lock_conditions(keys: Iterable[UUID]) -> set[UUID]:
    """Holds these conditions until the end of the transaction, so that two imports don't decide on the same rows.

    Answers which of them have a page, published or not.
    """
    pages = ConditionPage.objects.filter(translation_key__in=list(keys)).order_by("pk")
    return set(pages.select_for_update(of=("self",)).values_list("translation_key", flat=True))


def former_targets(key: UUID, locale: str) -> dict[tuple[str, str], set[str]]:
    """`{(path, source digest): every text that this translation ever had}` of one condition and language. One query."""
    found: dict[tuple[str, str], set[str]] = {}
    events = TranslationEvent.objects.filter(translation__condition=key, translation__locale=locale)
    for path, digest, text in events.values_list("translation__path", "translation__source_digest", "target_text"):
        found.setdefault((path, digest), set()).add(text)
    return found


def known_texts(key: UUID, locale: str, memory: TranslationMemory) -> Callable[[str, str], bool]:
    """Whether a text was ever a translation at a path: asked with path and text. Reads the history when first asked."""

    @cache
    def history() -> set[tuple[str, str]]:
        return {(path, text) for (path, _), texts in former_targets(key, locale).items() for text in texts}

    return lambda path, text: text in memory.targets_at(path) or (path, text) in history()


def memories_of(
    conditions: Sequence[SourceCondition], locales: Collection[str]
) -> Iterator[tuple[SourceCondition, dict[str, TranslationMemory]]]:
    """Each condition with all its translations into these languages, by language. One query for a batch of them."""
    for start in range(0, len(conditions), BATCH):
        batch = conditions[start : start + BATCH]
        stored = SegmentTranslation.objects.of_conditions(condition.key for condition in batch)
        rows = stored.in_languages(locales).by_document()
        for condition in batch:
            yield condition, {code: TranslationMemory(rows.get((condition.key, code), ())) for code in locales}


def memory_of(key: UUID, locale: str) -> TranslationMemory:
    """All translations of one condition into one language. One query."""
    rows = SegmentTranslation.objects.of_conditions([key]).in_language(locale).by_document()
    return TranslationMemory(rows.get((key, locale), ()))
