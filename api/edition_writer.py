"""Editions are written: each change gets the next sequence of the feed, and what is no news is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from api.completing import COMPLETING, complete, incomplete, searched
from api.composing import Composition
from api.ending import Dates, dated
from api.models import Bundle, Edition, Feed
from api.search_index import index_of
from api.search_words import SearchText

MENDED_AT_ONCE = 200  # rows in one UPDATE


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


class EditionWriter:
    """Collects editions to be stored at the end of a refresh. The feed is locked as long as it is in use."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._indexed: Mapping[int, SearchText] | None = None
        self._now = timezone.now()
        self._written: list[Edition] = []
        self._mended: list[Edition] = []
        self._emptied: set[str] = set()  # languages that lost a document
        self.told = Refreshed()

    def look_closely(self, conditions: Collection[UUID]) -> None:
        """From now on, what is kept beside the documents of these conditions is looked at too. One query."""
        self._indexed = index_of().stored(Edition.objects.of_conditions(conditions).values_list("pk", flat=True))

    def publish(self, edition: Edition | None, composition: Composition) -> None:
        """Takes in an edition if what the world reads of it is new."""
        if edition is None:
            facts, locale = composition.facts, composition.localised.locale
            edition = Edition(condition=facts.id, locale=locale, published_at=self._now, modified_at=self._now)
        columns = columns_of(composition, Dates(edition.published_at, edition.modified_at))
        if edition.state == Edition.State.PUBLISHED and not differing(edition, columns):
            self._mend(edition, composition)
            self.told += Refreshed(unchanged=1)
            return
        for name, value in columns.items():
            setattr(edition, name, value)
        edition.state, edition.reason = Edition.State.PUBLISHED, ""
        edition.modified_at = self._now
        edition.body = dated(columns["body"], Dates(edition.published_at, self._now))
        edition.version = version_of(edition.body)
        edition.message = edition.message_lang = ""
        edition.made_from = composition.made_from
        complete(edition, composition.facts.locales)
        self.told += Refreshed(published=1)
        self._write(edition)

    def _mend(self, edition: Edition, composition: Composition) -> None:
        """The same document, made by another way or kept with something missing beside it: no news for anybody."""
        locales = composition.facts.locales
        if self._indexed is not None and incomplete(edition, locales, self._indexed.get(edition.pk)):
            complete(edition, locales)
            index_of().store({edition.pk: (edition.locale, searched(edition))})
            edition.made_from = composition.made_from
            edition.save(update_fields=["made_from", *COMPLETING])
        elif edition.made_from != composition.made_from:
            edition.made_from = composition.made_from
            self._mended.append(edition)

    def withdraw(self, edition: Edition, reason: Edition.Reason, message: str = "", message_lang: str = "") -> None:
        """Leaves a tombstone: the words go, the address and the reason stay, and what readers are told of it."""
        edition.state, edition.reason = Edition.State.WITHDRAWN, reason
        edition.message, edition.message_lang = message, message_lang
        edition.title = edition.title_lang = edition.summary = edition.summary_lang = edition.version = ""
        edition.body = edition.gzip = edition.brotli = edition.listed = b""
        edition.locales = edition.letter = ""
        edition.sort_key = b""
        self._emptied.add(edition.locale)
        edition.modified_at = self._now
        self.told += Refreshed(withdrawn=1)
        self._write(edition)

    def _write(self, edition: Edition) -> None:
        edition.sequence = self._feed.advance()
        self._written.append(edition)

    def store(self) -> None:
        """Stores what was taken in since the last time."""
        if self._mended:
            Edition.objects.bulk_update(self._mended, ["made_from"], batch_size=MENDED_AT_ONCE)
            self._mended = []
        if self._written:
            Edition.objects.write(self._written)
            published = [edition for edition in self._written if edition.state == Edition.State.PUBLISHED]
            index_of().store({edition.pk: (edition.locale, searched(edition)) for edition in published})
            index_of().forget(edition.pk for edition in self._written if edition.state != Edition.State.PUBLISHED)
            self._feed.save()
            self._written = []
        if self._emptied:
            # A bundle is never changed, so one that may hold what nobody should read any more goes at once.
            Bundle.objects.filter(locale__in=self._emptied).delete()
            self._emptied = set()


def version_of(body: bytes) -> str:
    """The SHA-256 of a document, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def columns_of(composition: Composition, dates: Dates) -> dict[str, Any]:
    """What the world reads of an edition, in its document and in lists, by column."""
    localised = composition.localised
    body = composition.body(dates)
    return {
        "slug": composition.facts.slug,
        "title": localised.content["title"],
        "title_lang": localised.language_at("title"),
        "summary": localised.content["summary"],
        "summary_lang": localised.language_at("summary"),
        "status": localised.status.value,
        "version": version_of(body),
        "body": body,
    }


def differing(edition: Edition, columns: Mapping[str, Any]) -> list[str]:
    """The names of the columns in which an edition isn't as given."""
    served = {name: getattr(edition, name) for name in columns}
    served["body"] = bytes(served["body"])  # PostgreSQL answers a memoryview
    return [name for name in columns if served[name] != columns[name]]
