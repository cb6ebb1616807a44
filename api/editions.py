"""Editions are kept true to what they are made from: written with every change, verified, and mended."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from api.composing import NOTHING, Composed, Composition, compose_pages
from api.documents import Dates
from api.models import Edition, Feed
from pages.models import ConditionPage
from translation.progress import Key, Progress, progress_of, record_progress

BATCH = 50


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many editions a refresh wrote; unchanged ones keep their version and sequence."""

    published: int = 0
    withdrawn: int = 0
    unchanged: int = 0

    def __add__(self, other: Refreshed) -> Refreshed:
        return Refreshed(
            self.published + other.published, self.withdrawn + other.withdrawn, self.unchanged + other.unchanged
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """An edition that isn't what its page, translations and words make today."""

    condition: UUID
    locale: str
    slug: str
    message: str

    def __str__(self) -> str:
        return f"{self.locale}/{self.slug} ({self.condition}): {self.message}"


@transaction.atomic
def refresh_editions(*, conditions: Collection[UUID]) -> Refreshed:
    """Makes the editions of these conditions say what their pages and translations say now.

    Everything is read after the feed is locked: another writer's change is either seen whole or will refresh after us.
    Whatever can't be read by the world any more becomes a tombstone with its reason. Calling it once too often changes
    nothing.
    """
    feed = Feed.lock()
    total = Refreshed()
    progress: dict[Key, Progress] = {}
    for key, existing, composed in _read(conditions):
        compositions = composed.compositions
        progress |= {(key, locale): counted for locale, counted in composed.progress.items()}
        for locale, composition in compositions.items():
            written = _publish(feed, existing.get(locale), composition)
            total += Refreshed(published=written, unchanged=not written)
        for locale in existing.keys() - compositions.keys():
            if existing[locale].state == Edition.State.PUBLISHED:
                reason = _why_not_in(locale) if compositions else _why_gone(key)
                _withdraw(feed, existing[locale], reason)
                total += Refreshed(withdrawn=1)
    if total.published or total.withdrawn:
        feed.save()
    record_progress(before=progress_of(conditions), now=progress)
    return total


def rebuild_editions() -> Iterator[tuple[int, int, Refreshed]]:
    """Refreshes every condition that is or ever was; yields (done, of how many, what was written) batch by batch."""
    keys = _all_keys()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield start + len(batch), len(keys), refresh_editions(conditions=batch)


def verify_editions() -> Iterator[tuple[int, int, list[Difference]]]:
    """Composes everything anew and compares the bytes; yields (done, of how many, differences). Writes nothing."""
    keys = _all_keys()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield start + len(batch), len(keys), _differences(batch)


def _all_keys() -> list[UUID]:
    live = ConditionPage.objects.readable().values_list("translation_key", flat=True)
    return sorted({*live, *Edition.objects.values_list("condition", flat=True)})


def _publish(feed: Feed, edition: Edition | None, composition: Composition) -> bool:
    """Writes an edition if what the world reads of it is new; True if it wrote."""
    now = timezone.now()
    if edition is None:
        facts, locale = composition.facts, composition.localised.locale
        edition = Edition(condition=facts.id, locale=locale, published_at=now, modified_at=now)
    elif edition.state == Edition.State.PUBLISHED and not _differing(edition, composition):
        if edition.made_from != composition.made_from:  # the same words by another way: no news for anybody
            edition.made_from = composition.made_from
            edition.save(update_fields=["made_from"])
        return False
    edition.modified_at = now
    for name, value in _columns(composition, Dates(edition.published_at, now)).items():
        setattr(edition, name, value)
    edition.state, edition.reason = Edition.State.PUBLISHED, ""
    edition.made_from = composition.made_from
    edition.sequence = feed.advance()
    edition.save()
    return True


def _columns(composition: Composition, dates: Dates) -> dict[str, Any]:
    """What the world reads of an edition, in its document and in lists."""
    localised = composition.localised
    body = composition.body(dates)
    return {
        "slug": composition.facts.slug,
        "title": localised.content["title"],
        "title_lang": localised.language_at("title"),
        "summary": localised.content["summary"],
        "summary_lang": localised.language_at("summary"),
        "status": localised.status.value,
        "version": hashlib.sha256(body).hexdigest(),
        "body": body,
    }


def _differing(edition: Edition, composition: Composition) -> list[str]:
    """The columns of an edition that aren't what they would be if it were composed now with the same dates."""
    columns = _columns(composition, Dates(edition.published_at, edition.modified_at))
    served = {name: getattr(edition, name) for name in columns}
    served["body"] = bytes(served["body"])  # PostgreSQL answers a memoryview
    return [name for name in columns if served[name] != columns[name]]


def _withdraw(feed: Feed, edition: Edition, reason: Edition.Reason) -> None:
    """Leaves a tombstone: the words go, the address and the reason stay."""
    edition.sequence = feed.advance()
    edition.state, edition.reason = Edition.State.WITHDRAWN, reason
    edition.title = edition.title_lang = edition.summary = edition.summary_lang = edition.version = ""
    edition.body = b""
    edition.modified_at = timezone.now()
    edition.save()


def _why_not_in(locale: str) -> Edition.Reason:
    """Why a condition that can be read in other languages can't be in this one."""
    offered = locale in settings.LANGUAGE_CODES
    return Edition.Reason.NOT_CURRENT if offered else Edition.Reason.LANGUAGE_REMOVED


def _why_gone(key: UUID) -> Edition.Reason:
    page = ConditionPage.objects.filter(translation_key=key).first()
    if page is None:
        return Edition.Reason.DELETED
    if not page.live:
        return Edition.Reason.EXPIRED if page.expired else Edition.Reason.UNPUBLISHED
    if PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True)).exists():
        return Edition.Reason.RESTRICTED
    return Edition.Reason.PARENT_UNPUBLISHED


def _read(keys: Collection[UUID]) -> Iterator[tuple[UUID, dict[str, Edition], Composed]]:
    """For each condition the editions that it has and those that it should have, both by language."""
    readable = ConditionPage.objects.readable().filter(translation_key__in=keys).select_related("locale")
    pages = {page.translation_key: page for page in readable}
    editions: dict[UUID, dict[str, Edition]] = {key: {} for key in keys}
    for edition in Edition.objects.of_conditions(keys):
        editions[edition.condition][edition.locale] = edition
    composed = compose_pages(list(pages.values()), appeared=editions)
    for key, existing in editions.items():
        yield key, existing, composed.get(key, NOTHING)


def _differences(keys: list[UUID]) -> list[Difference]:
    found: list[Difference] = []
    kept = progress_of(keys)
    for key, existing, composed in _read(keys):
        compositions = composed.compositions
        slug = next((c.facts.slug for c in compositions.values()), next((e.slug for e in existing.values()), ""))
        for locale in sorted(compositions.keys() | existing.keys() | composed.progress.keys()):
            messages = [_compare(existing.get(locale), compositions.get(locale))]
            if kept.get((key, locale)) != composed.progress.get(locale):
                messages.append("the progress of its translation isn't what is kept for reports")
            found += [Difference(key, locale, slug, message) for message in messages if message]
    return found


def _compare(edition: Edition | None, composition: Composition | None) -> str | None:
    """What differs between what is served and what should be; None if nothing does."""
    served = edition if edition is not None and edition.state == Edition.State.PUBLISHED else None
    if composition is None:
        return "is served, and should be withdrawn" if served else None
    if served is None:
        return "should be served, and isn't"
    if names := _differing(served, composition):
        differ = ", ".join(names)
        was, now = served.made_from, composition.made_from
        return f"another {differ}; " + (f"made from {was}" if was == now else f"made from {was}, would be from {now}")
    return None
