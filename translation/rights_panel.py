"""The rights of a group, one line per language, on the group's page in Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from translation.models import LanguageRight

RIGHTS = {"may_translate": _("May translate"), "may_review": _("May approve")}


class LanguageRightsPanel(forms.Form):
    """Two boxes for each language of the site. Made and asked as Wagtail does with the panels of a group.

    Rights for languages that the site has no more stay as they are.
    """

    def __init__(self, *, instance: Group | None = None, **data: Any) -> None:
        super().__init__(prefix="language_rights", **data)
        self.group = instance
        given = instance.language_rights.all() if instance is not None and instance.pk else ()
        rights = {right.locale: right for right in given}
        for code, name in settings.LANGUAGES:
            for right, words in RIGHTS.items():
                label = f"{words}: {name}"
                initial = getattr(rights.get(code), right, False)
                self.fields[f"{code}-{right}"] = forms.BooleanField(label=label, required=False, initial=initial)
                self.fields[f"{code}-{right}"].widget.attrs["aria-label"] = label

    def save(self) -> None:
        """Stores what is ticked. A language without a tick needs no row."""
        for code in settings.LANGUAGE_CODES:
            ticked = {right: self.cleaned_data[f"{code}-{right}"] for right in RIGHTS}
            if any(ticked.values()):
                LanguageRight.objects.update_or_create(group=self.group, locale=code, defaults=ticked)
            else:
                LanguageRight.objects.filter(group=self.group, locale=code).delete()

    def lines(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The name of each language, with its boxes."""
        for code, name in settings.LANGUAGES:
            yield name, [self[f"{code}-{right}"] for right in RIGHTS]

    def as_admin_panel(self) -> SafeString:
        heading = _("Translations by language")
        return render_to_string(
            "translation/language_rights_panel.html", {"panel": self, "heading": heading, "rights": RIGHTS.values()}
        )
