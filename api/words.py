"""The interface's words in one language, each with the language that it really is in."""

from __future__ import annotations

import gettext
import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import override, to_locale

from pages.labels import DEFAULT_HEADINGS
from pages.vocabulary import Section

WORDS_LANGUAGE = "en"  # the language of the msgids in the code


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words and their language."""

    text: str
    lang: str


class _Untranslated(gettext.NullTranslations):
    """Answers nothing for what a catalogue hasn't got: a word may be the same in two languages."""

    def gettext(self, message: str) -> str:
        return ""


class InterfaceWords:
    """`django.po` of one language. What it doesn't translate is answered in English, and says so."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._catalogue: gettext.NullTranslations = _Untranslated()
        for path in settings.LOCALE_PATHS:
            found = gettext.find("django", str(path), languages=[to_locale(locale)])
            if found:
                with Path(found).open("rb") as file:
                    self._catalogue = gettext.GNUTranslations(file)
                self._catalogue.add_fallback(_Untranslated())
                break

    def phrase(self, msgid: str) -> Phrase:
        text = self._catalogue.gettext(msgid)
        return Phrase(text, self._locale) if text else Phrase(msgid, WORDS_LANGUAGE)

    def default_heading(self, section: Section, condition: str) -> Phrase:
        """The heading of a section to which the editor gave none of its own."""
        with override(None):
            msgid = str(DEFAULT_HEADINGS[section])
        phrase = self.phrase(msgid)
        return Phrase(phrase.text % {"condition": condition}, phrase.lang)

    @cached_property
    def digest(self) -> str:
        """Changes whenever a word changes that stands in documents."""
        phrases = [self.default_heading(section, "") for section in Section]
        return hashlib.sha256(repr([(p.text, p.lang) for p in phrases]).encode()).hexdigest()[:12]


@lru_cache
def interface_words(locale: str) -> InterfaceWords:
    """The words of a language, read once per process: compiled catalogues change only with a new release."""
    return InterfaceWords(locale)
