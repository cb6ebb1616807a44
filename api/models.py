"""What has been published: one edition per condition and language, and the counter that puts them in order."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models

from api.cursors import FeedCursor
from translation.compose import Status
from translation.models.keys import CONDITION_AS_TEXT, Keys


def new_epoch() -> str:
    """A name that no other database has."""
    return secrets.token_hex(4)


class Feed(models.Model):
    """The one row that every change of an edition locks, so that sequences rise in the order of commits.

    A database sequence wouldn't do: its numbers are drawn before the commit, and a reader that saw 7 would never be
    told of a 6 that commits later. `epoch` tells cursors of another database from ours.
    """

    epoch = models.CharField(max_length=16, default=new_epoch)
    last_sequence = models.BigIntegerField(default=0)
    # By language: up to which sequence tombstones may be gone. A language in which nothing happens has old cursors.
    forgotten = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.epoch}:{self.last_sequence}"

    @classmethod
    def lock(cls) -> Feed:
        """The row, held until the end of the transaction. Lock it before reading what an edition is made from."""
        return cls.objects.select_for_update().get_or_create(pk=1)[0]

    @classmethod
    def now(cls) -> Feed:
        """The row as it is; a migration makes it."""
        return cls.objects.get_or_create(pk=1)[0]

    def begin(self, locale: str, sequence: int = 0) -> FeedCursor:
        """A place in this feed for whoever has nothing from before it."""
        return FeedCursor(self.epoch, sequence, self.forgotten.get(locale, 0), locale)

    def knows(self, cursor: FeedCursor, locale: str) -> bool:
        """Whether everything that happened in a language after a cursor is still told."""
        return (
            cursor.epoch == self.epoch
            and cursor.sequence <= self.last_sequence
            and self.forgotten.get(locale, 0) <= max(cursor.sequence, cursor.began)
        )

    def advance(self) -> int:
        """The next sequence; `save` it when done."""
        self.last_sequence += 1
        return self.last_sequence


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about many editions."""

    def published(self) -> EditionQuerySet:
        return self.filter(state=Edition.State.PUBLISHED)

    def in_language(self, locale: str) -> EditionQuerySet:
        return self.filter(locale=locale)

    def of_conditions(self, keys: Iterable[UUID]) -> EditionQuerySet:
        return self.filter(condition__in=list(keys))

    def after(self, sequence: int) -> EditionQuerySet:
        """Those that changed after a sequence, oldest first."""
        return self.filter(sequence__gt=sequence).order_by("sequence")

    def locales(self) -> dict[UUID, set[str]]:
        """`{condition: {locale, ...}}`. One query."""
        found: dict[UUID, set[str]] = {}
        keys = Keys()
        for key, locale in self.values_list(CONDITION_AS_TEXT, "locale"):
            found.setdefault(keys[key], set()).add(locale)
        return found

    def write(self, editions: Iterable[Edition]) -> None:
        """Stores editions whole, those that are new and those that were there. A query for each batch."""
        rows = list(editions)
        for row in rows:
            row.pk = None  # what is there already is found by condition and language
        names = [field.name for field in Edition._meta.concrete_fields if not field.primary_key]
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["condition", "locale"],
            update_fields=[name for name in names if name not in ("condition", "locale")],
        )

    def with_status(self, statuses: Iterable[Status]) -> EditionQuerySet:
        return self.filter(status__in=[status.value for status in statuses])

    def modified_since(self, moment: datetime.datetime) -> EditionQuerySet:
        """Those whose bytes changed at this moment or later."""
        return self.filter(modified_at__gte=moment)

    def without_body(self) -> EditionQuerySet:
        return self.defer("body", "gzip", "brotli")

    def by_title(self) -> EditionQuerySet:
        """In the order of the language's alphabet."""
        return self.order_by("sort_key", "condition")

    def after_title(self, sort_key: bytes, condition: UUID) -> EditionQuerySet:
        """Those after a place in that order."""
        return self.filter(sort_key__gte=sort_key).exclude(sort_key=sort_key, condition__lte=condition)

    def withdrawn_before(self, moment: datetime.datetime) -> EditionQuerySet:
        """Tombstones that are older."""
        return self.filter(state=Edition.State.WITHDRAWN, modified_at__lt=moment)


class Edition(models.Model):
    """A condition in one language as the world reads it: finished bytes, or the tombstone of what it read before."""

    class State(models.TextChoices):
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    class Reason(models.TextChoices):
        """Why an edition was withdrawn."""

        UNPUBLISHED = "unpublished"
        EXPIRED = "expired"
        PARENT_UNPUBLISHED = "parent_unpublished"
        RESTRICTED = "restricted"
        MOVED = "moved"
        RECALLED = "recalled"
        DELETED = "deleted"
        LANGUAGE_REMOVED = "language_removed"
        NOT_CURRENT = "not_current"

    condition = models.UUIDField()  # the page's translation_key; a tombstone outlives the page
    locale = models.CharField(max_length=35)
    sequence = models.BigIntegerField(unique=True)
    state = models.CharField(max_length=9, choices=State.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    slug = models.CharField(max_length=255)
    title = models.CharField(max_length=255)
    title_lang = models.CharField(max_length=35, blank=True)
    summary = models.TextField(blank=True)
    summary_lang = models.CharField(max_length=35, blank=True)
    status = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Status])
    version = models.CharField(max_length=64)  # SHA-256 of the bytes, in hexadecimal
    body = models.BinaryField()
    gzip = models.BinaryField(default=b"")  # the body, compressed once
    brotli = models.BinaryField(default=b"")
    locales = models.TextField(blank=True)  # all that the condition can be read in, with commas between
    message = models.TextField(blank=True)  # what readers are told of a recall
    message_lang = models.CharField(max_length=35, blank=True)
    letter = models.CharField(max_length=8, blank=True)  # of the language's alphabet, under which the title stands
    sort_key = models.BinaryField(default=b"")  # the title's place in a list (pages/alphabets.py)
    listed = models.BinaryField(default=b"")  # what lists show of it, as JSON
    made_from = models.CharField(max_length=200)
    published_at = models.DateTimeField()  # the first time in this language
    modified_at = models.DateTimeField()  # the last time that these bytes changed

    objects: ClassVar[Any] = EditionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["condition", "locale"], name="one_edition_per_condition_and_language"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "sequence"], name="changes_of_language"),
            models.Index(fields=["slug", "locale", "state"], name="edition_at_slug"),
            # What filters a list comes last, so that it is told from the index which rows are read at all.
            models.Index(
                fields=["locale", "state", "sort_key", "condition", "letter", "status", "modified_at"],
                name="list_with_filters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.locale}/{self.slug} {self.state} {self.version[:8]}"

    @property
    def etag(self) -> str:
        """The strong validator (RFC 9110 §8.8.3)."""
        return f'"{self.version}"'


class Recall(models.Model):
    """A condition that no reader gets, in no language, whatever becomes of its page, until this row goes."""

    condition = models.UUIDField(unique=True)
    message = models.CharField(max_length=300)  # for readers
    message_lang = models.CharField(max_length=35)
    recalled_at = models.DateTimeField(auto_now_add=True)
    recalled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"{self.condition}: {self.message}"


class BundleQuerySet(models.QuerySet["Bundle"]):
    """Questions about bundles."""

    def newest(self, locale: str) -> BundleQuerySet:
        return self.filter(locale=locale).order_by("-created_at", "-pk")

    def without_body(self) -> BundleQuerySet:
        return self.defer("gzip", "brotli")


class Bundle(models.Model):
    """All that can be read in one language at one place of the feed: an immutable file, named by its SHA-256."""

    locale = models.CharField(max_length=35)
    version = models.CharField(max_length=64)
    cursor = models.CharField(max_length=100)
    count = models.PositiveIntegerField()
    size = models.PositiveIntegerField()  # bytes, before compression
    gzip = models.BinaryField()
    brotli = models.BinaryField()
    created_at = models.DateTimeField()

    objects: ClassVar[Any] = BundleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "version"], name="one_bundle_per_language_and_version"),
        ]

    def __str__(self) -> str:
        return f"{self.locale} {self.version[:8]}"
