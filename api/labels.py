"""The interface words that an app needs beside the documents, each under a key that never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Union

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from api.label_files import Label
from api.models import Edition
from api.words import Phrase, interface_words
from pages.labels import APPROACH_LABELS, DEFAULT_HEADINGS, SECTION_LABELS, URGENCY_LABELS
from translation.verdicts import Verdict

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = Union[str, "_StrPromise"]

_STATES: Mapping[Verdict, Words] = {
    Verdict.SOURCE: _("Original text"),
    Verdict.CURRENT: _("Up to date"),
    Verdict.UNREVIEWED: _("The translation isn't reviewed yet"),
    Verdict.STALE: _("The translation is out of date"),
    Verdict.MISSING: _("Not translated yet"),
}

_NOTICES: Mapping[str, Words] = {
    "outdated": _("Part of this page isn't up to date in this language."),
    "other_language": _("This text is in another language, because its translation isn't up to date."),
    "previous": _("This text is out of date. The newest version isn't translated yet."),
    "omitted": _("Something was left out, because its translation isn't up to date. Ask your doctor or pharmacist."),
    "withdrawn": _("This page is no longer available."),
    "recalled": _("This page was withdrawn for safety. Don't rely on what you read there."),
    "offline": _("You are offline. This is what was here the last time."),
}

_NAMES: Mapping[str, Words] = {
    "also_known_as": _("Also known as"),
    "codes": _("Clinical codes"),
    "last_reviewed": _("Last reviewed"),
    "next_review": _("Next review"),
    "reviewers": _("Reviewed by"),
    "translation_reviewers": _("Translation reviewed by"),
    "sources": _("Sources"),
    "related": _("Related conditions"),
    "warnings": _("Warnings"),
    "search": _("Search"),
    "language": _("Language"),
}

_REASONS: Mapping[Edition.Reason, Words] = {
    Edition.Reason.UNPUBLISHED: _("It was taken back."),
    Edition.Reason.EXPIRED: _("Its time has run out."),
    Edition.Reason.PARENT_UNPUBLISHED: _("It was taken back."),
    Edition.Reason.RESTRICTED: _("It is no longer public."),
    Edition.Reason.MOVED: _("It is no longer public."),
    Edition.Reason.RECALLED: _NOTICES["recalled"],
    Edition.Reason.DELETED: _("It was deleted."),
    Edition.Reason.LANGUAGE_REMOVED: _("It is no longer offered in this language."),
    Edition.Reason.NOT_CURRENT: _("It isn't up to date in this language at the moment."),
}

LABELS: Mapping[str, Words] = {
    **{f"section.{section}": label for section, label in SECTION_LABELS.items()},
    **{f"section.{section}.heading": label for section, label in DEFAULT_HEADINGS.items()},
    **{f"urgency.{urgency}": label for urgency, label in URGENCY_LABELS.items()},
    **{f"approach.{approach}": label for approach, label in APPROACH_LABELS.items()},
    **{f"state.{state}": label for state, label in _STATES.items()},
    **{f"notice.{name}": label for name, label in _NOTICES.items()},
    **{f"name.{name}": label for name, label in _NAMES.items()},
    **{f"reason.{reason}": label for reason, label in _REASONS.items()},
}


def label(key: str, locale: str) -> Phrase:
    """Some words in a language, or in English where they aren't translated. Raises KeyError for an unknown key."""
    with override(None):
        return interface_words(locale).phrase(str(LABELS[key]))


def labels(locale: str) -> dict[str, Label]:
    """All of them."""
    with override(None):
        words = interface_words(locale)
        phrases = {key: (words.phrase(str(text)), str(text)) for key, text in LABELS.items()}
    return {key: Label(phrase.text, phrase.lang, original) for key, (phrase, original) in phrases.items()}
