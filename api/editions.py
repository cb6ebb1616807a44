"""Editions are kept true to what they are made from: refreshed with every change, or all of them anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from django.conf import settings
from django.db import transaction
from wagtail.models import PageViewRestriction

from api.composing import NOTHING, Composed, compose_pages
from api.edition_writer import EditionWriter, Refreshed
from api.models import Edition, Feed, Recall
from pages.content import read_pages
from pages.models import ConditionPage, ConditionQuerySet
from translation.progress import Key, Progress, progress_of, record_progress

BATCH = 50


def readable_conditions() -> ConditionQuerySet:
    """The pages that the world may read: those that are public, and not recalled."""
    return ConditionPage.objects.readable().exclude(translation_key__in=Recall.objects.values("condition"))


@transaction.atomic
def refresh_editions(
    *, conditions: Collection[UUID], locale: str | None = None, moved: bool = False, closely: bool = False
) -> Refreshed:
    """Makes the editions of these conditions say what their pages and translations say now.

    Where nothing but translations into one language has changed, that is the `locale`, and no other is composed.
    `moved` says that the pages have just come to another place; `closely` looks at all that is kept beside a document
    that is right. Everything is read after the feed is locked: another writer's change is either seen whole or will
    refresh after us. Whatever can't be read by the world any more becomes a tombstone with its reason. Calling it once
    too often changes nothing.
    """
    writer = EditionWriter(Feed.lock())
    keys = list(conditions)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        if locale is not None:
            batch = _refresh_language(writer, batch, locale)
        if closely:
            writer.look_closely(batch)
        _refresh(writer, batch, moved=moved)
        writer.store()
    return writer.told


def _refresh(writer: EditionWriter, keys: Collection[UUID], *, moved: bool) -> None:
    progress: dict[Key, Progress] = {}
    recalls = {recall.condition: recall for recall in Recall.objects.filter(condition__in=keys)}
    for key, existing, composed in read_editions(keys):
        compositions = composed.compositions
        progress |= {(key, locale): counted for locale, counted in composed.progress.items()}
        for locale, composition in compositions.items():
            writer.publish(existing.get(locale), composition)
        for locale in existing.keys() - compositions.keys():
            if existing[locale].state != Edition.State.PUBLISHED:
                continue
            if recall := recalls.get(key):
                writer.withdraw(existing[locale], Edition.Reason.RECALLED, recall.message, recall.message_lang)
            else:
                writer.withdraw(existing[locale], _why_not_in(locale) if compositions else _why_gone(key, moved=moved))
    record_progress(before=progress_of(keys), now=progress)


def _refresh_language(writer: EditionWriter, keys: Collection[UUID], locale: str) -> list[UUID]:
    """Refreshes editions in one language.

    Answers the conditions for which that won't do: the world can't read them, or not yet or no longer in this language,
    which the documents in all others list.
    """
    readable = Edition.objects.of_conditions(keys).published().locales()
    pages = {
        page.key: page
        for page in read_pages(readable_conditions().filter(translation_key__in=keys))
        if locale in settings.LANGUAGE_CODES and locale != page.locale and locale in readable.get(page.key, ())
    }
    existing = {edition.condition: edition for edition in Edition.objects.of_conditions(pages).in_language(locale)}
    found = compose_pages(
        list(pages.values()), appeared=dict.fromkeys(existing, (locale,)), locale=locale, readable=readable
    )
    refreshed: dict[Key, Progress] = {}
    for key, composed in found.items():
        if composition := composed.compositions.get(locale):
            writer.publish(existing[key], composition)
            refreshed[key, locale] = composed.progress[locale]
    done = {key for key, _ in refreshed}
    record_progress(before={key: kept for key, kept in progress_of(done).items() if key[1] == locale}, now=refreshed)
    return [key for key in keys if key not in done]


def rebuild_editions() -> Iterator[tuple[int, int, Refreshed]]:
    """Refreshes every condition that is or ever was; yields (done, of how many, what was written) batch by batch."""
    keys = all_keys()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield start + len(batch), len(keys), refresh_editions(conditions=batch, closely=True)


def all_keys() -> list[UUID]:
    """The conditions that can be read, or could be."""
    live = readable_conditions().values_list("translation_key", flat=True)
    return sorted({*live, *Edition.objects.values_list("condition", flat=True)})


def read_editions(keys: Collection[UUID]) -> Iterator[tuple[UUID, dict[str, Edition], Composed]]:
    """For each condition the editions that it has and those that it should have, both by language."""
    pages = list(read_pages(readable_conditions().filter(translation_key__in=keys)))
    editions: dict[UUID, dict[str, Edition]] = {key: {} for key in keys}
    for edition in Edition.objects.of_conditions(keys):
        editions[edition.condition][edition.locale] = edition
    composed = compose_pages(pages, appeared=editions)
    for key, existing in editions.items():
        yield key, existing, composed.get(key, NOTHING)


def _why_not_in(locale: str) -> Edition.Reason:
    """Why a condition that can be read in other languages can't be in this one."""
    offered = locale in settings.LANGUAGE_CODES
    return Edition.Reason.NOT_CURRENT if offered else Edition.Reason.LANGUAGE_REMOVED


def _why_gone(key: UUID, *, moved: bool) -> Edition.Reason:
    page = ConditionPage.objects.filter(translation_key=key).first()
    if page is None:
        return Edition.Reason.DELETED
    if not page.live:
        return Edition.Reason.EXPIRED if page.expired else Edition.Reason.UNPUBLISHED
    restrictions = PageViewRestriction.objects.all()
    if moved and not restrictions.filter(page=page).exists():
        return Edition.Reason.MOVED
    if restrictions.filter(page__in=page.get_ancestors(inclusive=True)).exists():
        return Edition.Reason.RESTRICTED
    return Edition.Reason.PARENT_UNPUBLISHED
