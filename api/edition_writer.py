"""Editions are written: each change gets the next sequence of the feed, and what is no news is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from api.composing import Composition
from api.ending import Dates, dated
from api.models import Bundle, Edition, Feed
from api.packing import brotli_of, gzip_of

COMPLETING = ("gzip", "brotli", "locales")  # the columns that follow from the document


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
        self._now = timezone.now()
        self._written: list[Edition] = []
        self._emptied: set[str] = set()  # languages that lost a document
        self.told = Refreshed()

    def publish(self, edition: Edition | None, composition: Composition) -> None:
        """Takes in an edition if what the world reads of it is new."""
        if edition is None:
            facts, locale = composition.facts, composition.localised.locale
            edition = Edition(condition=facts.id, locale=locale, published_at=self._now, modified_at=self._now)
        columns = columns_of(composition, Dates(edition.published_at, edition.modified_at))
        if edition.state == Edition.State.PUBLISHED and not differing(edition, columns):
            if edition.made_from != composition.made_from or not edition.gzip:
                # The same words by another way, or from a release without these columns: no news for anybody.
                self._complete(edition, composition)
                edition.save(update_fields=["made_from", *COMPLETING])
            self.told += Refreshed(unchanged=1)
            return
        for name, value in columns.items():
            setattr(edition, name, value)
        edition.state, edition.reason = Edition.State.PUBLISHED, ""
        edition.modified_at = self._now
        edition.body = dated(columns["body"], Dates(edition.published_at, self._now))
        edition.version = version_of(edition.body)
        edition.message = edition.message_lang = ""
        self._complete(edition, composition)
        self.told += Refreshed(published=1)
        self._write(edition)

    @staticmethod
    def _complete(edition: Edition, composition: Composition) -> None:
        """What follows from the document, and is kept so that no request has to make it."""
        edition.made_from = composition.made_from
        body = bytes(edition.body)
        edition.gzip, edition.brotli = gzip_of(body), brotli_of(body)
        edition.locales = ",".join(sorted(composition.facts.locales))

    def withdraw(self, edition: Edition, reason: Edition.Reason, message: str = "", message_lang: str = "") -> None:
        """Leaves a tombstone: the words go, the address and the reason stay, and what readers are told of it."""
        edition.state, edition.reason = Edition.State.WITHDRAWN, reason
        edition.message, edition.message_lang = message, message_lang
        edition.title = edition.title_lang = edition.summary = edition.summary_lang = edition.version = ""
        edition.body = edition.gzip = edition.brotli = b""
        edition.locales = ""
        self._emptied.add(edition.locale)
        edition.modified_at = self._now
        self.told += Refreshed(withdrawn=1)
        self._write(edition)

    def _write(self, edition: Edition) -> None:
        edition.sequence = self._feed.advance()
        self._written.append(edition)

    def store(self) -> None:
        """Stores what was taken in since the last time."""
        if self._written:
            Edition.objects.write(self._written)
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
