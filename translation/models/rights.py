"""What the members of a group may do with translations, language by language."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


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
