"""The glossary: what a translation has to call a term of the source, and what it must not call it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from translation.checks.glossary import Glossary, Term
from translation.glossary_entry import MAX_NOTE, MAX_WORDS, GlossaryEntry, flaws_of, source_key


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
            term = Term(entry.source, entry.required, entry.forbidden, entry.note)
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
