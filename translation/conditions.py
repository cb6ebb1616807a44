"""A condition as the translation package sees it: its key, its slug, and the segments of its live page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple
from uuid import UUID

from pages.content import condition_shape, read_content, read_draft, read_pages
from pages.models import ConditionPage
from pages.richtext import MalformedRichText
from translation.models import SegmentTranslation, TranslationEvent
from translation.segments import Segment, segments_of
from translation.verdicts import TranslationMemory

BATCH = 50


@dataclass(frozen=True)
class SourceCondition:
    """A condition with its segments in document order, as it is live or as its newest draft says.

    `ahead` has the paths of those segments that the live page hasn't got, or not with this text.
    """

    key: UUID
    slug: str
    locale: str
    segments: tuple[Segment, ...]
    ahead: frozenset[str] = frozenset()

    def context(self, path: str) -> str:
        """The msgctxt of a segment: identity in the entry itself, because tools strip headers."""
        return f"{self._key}/{path}"

    @cached_property
    def _key(self) -> str:
        return str(self.key)


def split_context(context: str | None) -> tuple[UUID, str] | None:
    """The condition's key and the path in a msgctxt; None if it isn't spelled as ours are, to the letter."""
    name, _, path = (context or "").partition("/")
    key = _key_of(name)
    return (key, path) if path and key is not None else None


@lru_cache  # the entries of a file have one key after the other
def _key_of(name: str) -> UUID | None:
    try:
        key = UUID(name)
    except ValueError:
        return None
    return key if str(key) == name else None


@dataclass(frozen=True, slots=True)
class BrokenDraft:
    """A draft that can't be cut into segments: code has saved it, no editor could."""

    key: UUID
    slug: str
    why: str


def draft_conditions(
    *, slugs: Iterable[str] = (), keys: Iterable[UUID] | None = None
) -> Iterator[SourceCondition | BrokenDraft]:
    """The conditions with a draft that isn't published, as this says, by slug: all, or those named.

    Translations belong to texts, not to publications: those of a draft can be made ahead, and count once it is live.
    """
    pages = ConditionPage.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False).order_by("slug")
    if slugs := list(slugs):
        pages = pages.filter(slug__in=slugs)
    if keys is not None:
        pages = pages.filter(translation_key__in=list(keys))
    for page in pages.select_related("locale", "latest_revision").iterator(chunk_size=100):
        try:
            segments = tuple(segments_of(condition_shape(), read_draft(page.latest_revision.content)))
        except (MalformedRichText, KeyError) as error:
            yield BrokenDraft(page.translation_key, page.slug, str(error))
            continue
        live = {(s.path, s.text) for s in segments_of(condition_shape(), read_content(page))} if page.live else set()
        ahead = frozenset(segment.path for segment in segments if (segment.path, segment.text) not in live)
        yield SourceCondition(page.translation_key, page.slug, page.locale.language_code, segments, ahead)


def live_conditions(*, slugs: Iterable[str] = (), keys: Iterable[UUID] | None = None) -> Iterator[SourceCondition]:
    """The live conditions by slug, in batches of rows: all, or those named."""
    pages = ConditionPage.objects.live().order_by("slug")
    if slugs := list(slugs):
        pages = pages.filter(slug__in=slugs)
    if keys is not None:
        pages = pages.filter(translation_key__in=list(keys))
    for page in read_pages(pages):
        segments = tuple(segments_of(condition_shape(), page.content))
        yield SourceCondition(page.key, page.slug, page.locale, segments)


class Place(NamedTuple):
    """Where a condition stands on the site."""

    slug: str
    locale: str
    is_live: bool


def lock_conditions(keys: Iterable[UUID]) -> dict[UUID, Place]:
    """Holds these conditions until the end of the transaction, so that two imports don't decide on the same rows.

    Answers where each of them stands that has a page, published or not. One query.
    """
    pages = ConditionPage.objects.filter(translation_key__in=list(keys)).order_by("pk").select_for_update(of=("self",))
    found = pages.values_list("translation_key", "slug", "locale__language_code", "live")
    return {key: Place(*place) for key, *place in found}


def former_targets(
    keys: Iterable[UUID], locale: str, digests: Iterable[str] | None = None
) -> dict[UUID, dict[tuple[str, str], set[str]]]:
    """`{key: {(path, source digest): every text that this translation ever had}}` in one language. One query.

    `digests` restricts it to those source texts.
    """
    found: dict[UUID, dict[tuple[str, str], set[str]]] = {}
    events = TranslationEvent.objects.filter(translation__condition__in=list(keys), translation__locale=locale)
    if digests is not None:
        events = events.filter(translation__source_digest__in=list(digests))
    names = ("condition", "path", "source_digest")
    for key, path, digest, text in events.values_list(*(f"translation__{name}" for name in names), "target_text"):
        found.setdefault(key, {}).setdefault((path, digest), set()).add(text)
    return found


def known_texts(key: UUID, locale: str, memory: TranslationMemory) -> Callable[[str, str], bool]:
    """Whether a text was ever a translation at a path: asked with path and text. Reads the history when first asked."""

    @cache
    def history() -> set[tuple[str, str]]:
        former = former_targets([key], locale).get(key, {})
        return {(path, text) for (path, _), texts in former.items() for text in texts}

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
