"""How far translations have come, as it is kept for reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.db import models


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
