"""The translations of segments, each bound to the exact source text that it translates, their history; the glossary."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from translation.checks.glossary import Glossary, Term
from translation.glossary_entry import MAX_NOTE, MAX_WORDS, GlossaryEntry, flaws_of, source_key


class State(models.TextChoices):
    """How far a translation has come. Only `reviewed` is ever served."""

    MACHINE = "machine", _("Machine translation")
    NEEDS_REVIEW = "needs_review", _("Needs review")
    TRANSLATED = "translated", _("Translated")
    REVIEWED = "reviewed", _("Reviewed")


_FINISHED = (State.TRANSLATED, State.REVIEWED)


class Origin(StrEnum):
    """Where a text came from. Who confirmed or approved it since is told by its state and its people."""

    FILE = "po"  # a translator's file, of whatever format
    DESK = "cms"  # typed beside its source
    RESTORED = "restored"  # an earlier text of the history
    MACHINE = "machine"
    CARRIED = "carried"  # the same text has it at another place of the condition


class LanguageRight(models.Model):
    """What the members of a group may do with the translations into one language."""

    group = models.ForeignKey("auth.Group", on_delete=models.CASCADE, related_name="language_rights")
    locale = models.CharField(max_length=35)
    may_translate = models.BooleanField(default=False)
    may_review = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["group", "locale"], name="one_right_per_group_and_language"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.locale}"


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
        return self.state == State.REVIEWED

    @property
    def is_finished(self) -> bool:
        return self.state in _FINISHED


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
        found: dict[tuple[UUID, str], list[StoredTranslation]] = {}
        for values in self.oldest_first().values_list(*StoredTranslation._fields):
            row = StoredTranslation._make(values)
            found.setdefault((row.condition, row.locale), []).append(row)
        return found


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
            models.Index(fields=["locale", "source_digest"], name="translations_of_text")
        ]

    def __str__(self) -> str:
        return f"{self.locale} {self.path}: {self.target_text[:40]}"

    @property
    def is_reviewed(self) -> bool:
        return self.state == State.REVIEWED

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


class TranslationProgressQuerySet(models.QuerySet["TranslationProgress"]):
    """Questions about how far translations have come."""

    def of_conditions(self, keys: Iterable[UUID]) -> TranslationProgressQuerySet:
        return self.filter(condition__in=list(keys))

    def in_languages(self, locales: Iterable[str]) -> TranslationProgressQuerySet:
        return self.filter(locale__in=list(locales))


class TranslationProgress(models.Model):
    """How many segments of a published condition are how far in a language other than its own.

    Only for reports: what readers see is judged anew from the texts themselves, whenever it is composed, and this is
    written with it.
    """

    condition = models.UUIDField()
    locale = models.CharField(max_length=35)
    segments = models.PositiveIntegerField()
    current = models.PositiveIntegerField()
    unreviewed = models.PositiveIntegerField()
    stale = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    critical = models.PositiveIntegerField()  # of those that aren't current

    objects: ClassVar[Any] = TranslationProgressQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["condition", "locale"], name="one_progress_per_condition_and_language"),
        ]

    def __str__(self) -> str:
        return f"{self.locale} {self.condition}: {self.current}/{self.segments}"


def site_languages() -> list[tuple[str, str]]:
    """The languages of the site, for a choice that no migration has to follow."""
    return list(settings.LANGUAGES)


def source_language() -> str:
    """The language that editors write in, for a default that no migration has to follow."""
    return str(settings.SOURCE_LANGUAGE)


class GlossaryTermQuerySet(models.QuerySet["GlossaryTerm"]):
    """Questions about many terms."""

    def in_language(self, locale: str) -> GlossaryTermQuerySet:
        """Those with a translation into this language."""
        return self.filter(locale=locale)

    def as_terms(self) -> Glossary:
        """The terms as the gate takes them. One query."""
        found: dict[tuple[str, str], list[Term]] = {}
        for row in self.order_by("pk"):
            entry = row.as_entry()
            term = Term(entry.locale, entry.source, entry.required, entry.forbidden)
            found.setdefault((entry.source_locale, entry.locale), []).append(term)
        return {languages: tuple(terms) for languages, terms in found.items()}


class GlossaryTerm(models.Model):
    """What a translation has to call a term of the source, and what it must not call it. Case doesn't count."""

    source_locale = models.CharField(
        _("source language"), max_length=35, choices=site_languages, default=source_language
    )
    source = models.CharField(_("term"), max_length=MAX_WORDS)
    source_key = models.CharField(max_length=3 * MAX_WORDS, editable=False)  # SQLite's LOWER() knows ASCII alone
    locale = models.CharField(_("language"), max_length=35, choices=site_languages)
    required = models.TextField(
        _("required"), blank=True, help_text=_("A translation has to have one of these. One on each line.")
    )
    forbidden = models.TextField(
        _("forbidden"), blank=True, help_text=_("A translation must not have any of these. One on each line.")
    )
    note = models.CharField(_("note"), max_length=MAX_NOTE, blank=True)

    objects: ClassVar[Any] = GlossaryTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering: ClassVar[list[str]] = ["source_locale", "source_key", "locale"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["source_locale", "source_key", "locale"],
                name="one_entry_per_term",
                violation_error_message=_("The glossary has this term in this language already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.locale})"

    def as_entry(self) -> GlossaryEntry:
        """The entry that the row holds."""
        required, forbidden = tuple(self.required.splitlines()), tuple(self.forbidden.splitlines())
        return GlossaryEntry(self.source_locale, self.source, self.locale, required, forbidden, self.note)

    def take(self, entry: GlossaryEntry) -> None:
        """Puts a tidied entry into the row."""
        self.source_locale, self.source, self.locale = entry.source_locale, entry.source, entry.locale
        self.source_key, self.note = source_key(entry.source), entry.note
        self.required, self.forbidden = "\n".join(entry.required), "\n".join(entry.forbidden)

    def clean(self) -> None:
        """Tidies the words. Raises ValidationError with every flaw, by field."""
        entry = self.as_entry().tidied()
        self.take(entry)
        wrong: dict[str, list[str]] = {}
        for flaw in flaws_of(entry, settings.LANGUAGE_CODES):
            wrong.setdefault(flaw.field, []).append(flaw.message)
        if wrong:
            raise ValidationError(wrong)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Forms leave out what they don't show, and the key that makes a term the same is never shown."""
        super().validate_constraints(exclude=set(exclude or ()) - {"source_key"})
