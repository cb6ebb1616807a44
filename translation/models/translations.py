"""The translations of segments, each bound to the exact source text that it translates, and their history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from translation.models.keys import CONDITION_AS_TEXT, Keys


class State(models.TextChoices):
    """How far a translation has come. Only `reviewed` is ever served."""

    MACHINE = "machine", _("Machine translation")
    NEEDS_REVIEW = "needs_review", _("Needs review")
    TRANSLATED = "translated", _("Translated")
    REVIEWED = "reviewed", _("Reviewed")


# As they are stored: asked for by the ten thousand, and an enumeration answers slowly.
_REVIEWED = State.REVIEWED.value
_FINISHED = (State.TRANSLATED.value, _REVIEWED)


class Origin(StrEnum):
    """Where a text came from. Who confirmed or approved it since is told by its state and its people."""

    FILE = "po"  # a translator's file, of whatever format
    DESK = "cms"  # typed beside its source
    RESTORED = "restored"  # an earlier text of the history
    MACHINE = "machine"
    CARRIED = "carried"  # the same text has it at another place of the condition
    VERSION = "version"  # an old page in this language, aligned with the one that became the condition


class StoredTranslation(NamedTuple):
    """What verdicts, documents and catalogues ask of a translation: read by the ten thousand, so without a model."""

    condition: UUID
    locale: str
    path: str
    source_digest: str
    source_text: str
    target_text: str
    state: str
    translator_id: int | None
    reviewer_name: str

    @property
    def is_reviewed(self) -> bool:
        return self.state == _REVIEWED

    @property
    def is_finished(self) -> bool:
        return self.state in _FINISHED


class Start(models.Func):
    """The first 40 characters of a text: enough to find it by, and short enough to be indexed in any database.

    The 40 is part of the SQL, not a parameter: SQLite uses an index on an expression only where it stands literally.
    """

    template = "SUBSTR(%(expressions)s, 1, 40)"
    output_field = models.TextField()
    LENGTH: ClassVar[int] = 40


class SegmentTranslationQuerySet(models.QuerySet["SegmentTranslation"]):
    """Questions about many translations."""

    def of_conditions(self, keys: Iterable[UUID]) -> SegmentTranslationQuerySet:
        return self.filter(condition__in=list(keys))

    def in_language(self, locale: str) -> SegmentTranslationQuerySet:
        return self.filter(locale=locale)

    def in_languages(self, locales: Iterable[str]) -> SegmentTranslationQuerySet:
        return self.filter(locale__in=list(locales))

    def of_sources(self, digests: Iterable[str]) -> SegmentTranslationQuerySet:
        """Those of source texts with these digests, wherever they stand."""
        return self.filter(source_digest__in=list(digests))

    def starting_like(self, targets: Iterable[str]) -> SegmentTranslationQuerySet:
        """Those that start like one of these texts, by an index; the caller compares the rest.

        (Where the text itself is asked for too, SQLite puts it in for the column, and the index no longer fits.)
        """
        return self.alias(start=Start("target_text")).filter(start__in={text[: Start.LENGTH] for text in targets})

    def oldest_first(self) -> SegmentTranslationQuerySet:
        """The order in which the verdict wants them."""
        return self.order_by("updated_at", "pk")

    def write(self, translations: Sequence[SegmentTranslation]) -> None:
        """Stores translations, those that are new and those that were there: their texts, states and people.

        A row that was there is found by what it translates. (`bulk_update` takes twenty times as long.)
        """
        for row in translations:
            row.pk = None  # the database answers with the old key, or a new one
        self.bulk_create(
            translations,
            update_conflicts=True,
            unique_fields=["condition", "locale", "path", "source_digest"],
            update_fields=[
                "target_text",
                "state",
                "origin",
                "translator",
                "reviewer",
                "reviewer_name",
                "reviewed_at",
                "updated_at",
            ],
        )

    def by_document(self) -> dict[tuple[UUID, str], list[StoredTranslation]]:
        """`{(condition, locale): translations, oldest first}`. One query."""
        found: dict[tuple[str, str], list[StoredTranslation]] = {}
        keys = Keys()
        for key, locale, *values in self.oldest_first().values_list(CONDITION_AS_TEXT, *StoredTranslation._fields[1:]):
            row = StoredTranslation(keys[key], locale, *values)
            found.setdefault((key, locale), []).append(row)
        return {(keys[key], locale): rows for (key, locale), rows in found.items()}


class SegmentTranslation(models.Model):
    """One source text at one path in one language. It counts only while the page holds exactly that text there."""

    locale = models.CharField(max_length=35)  # BCP 47; RFC 5646 §4.4.1 asks for room for 35 characters
    condition = models.UUIDField()  # the page's translation_key: it outlives the page, as translations must
    path = models.CharField(max_length=255)
    source_digest = models.CharField(max_length=64)
    source_text = models.TextField()
    target_text = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices)
    origin = models.CharField(max_length=10)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewer_name = models.CharField(max_length=300, blank=True)  # as it was on the day: published bytes hold it
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = SegmentTranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["condition", "locale", "path", "source_digest"], name="one_translation_per_source_text"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "source_digest"], name="translations_of_text"),
            models.Index(Start("target_text"), models.F("locale"), name="translations_by_start"),
        ]

    def __str__(self) -> str:
        return f"{self.locale} {self.path}: {self.target_text[:40]}"

    @property
    def is_reviewed(self) -> bool:
        return self.state == _REVIEWED

    @property
    def is_finished(self) -> bool:
        """Whether its translator called it done, reviewed or not."""
        return self.state in _FINISHED


class TranslationEventQuerySet(models.QuerySet["TranslationEvent"]):
    """Questions about what translations were."""

    def history_of(self, key: UUID, locale: str, path: str | None = None) -> TranslationEventQuerySet:
        """What a condition's translations into a language ever were, at one path or at all; oldest first."""
        events = self.filter(translation__condition=key, translation__locale=locale)
        if path is not None:
            events = events.filter(translation__path=path)
        return events.order_by("at", "pk")

    def approved_before(self, key: UUID, locale: str) -> dict[tuple[str, str], str]:
        """`{(path, source digest): the text that was approved last}` of those that aren't approved now. One query."""
        events = self.history_of(key, locale).filter(state=State.REVIEWED).exclude(translation__state=State.REVIEWED)
        found = events.values_list("translation__path", "translation__source_digest", "target_text")
        return {(path, digest): text for path, digest, text in found}


class TranslationEvent(models.Model):
    """What a translation was at some time. Rows are only ever added, so that every earlier text can be seen again."""

    translation = models.ForeignKey(SegmentTranslation, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    user_name = models.CharField(max_length=500, blank=True)  # as it was then: accounts are deleted, history stays
    target_text = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices)
    origin = models.CharField(max_length=10)

    objects: ClassVar[Any] = TranslationEventQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["translation", "at"], name="events_of_translation")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.state}"
