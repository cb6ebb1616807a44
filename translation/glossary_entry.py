"""An entry of the glossary: its words tidied, and what is wrong with it. Pure, and the same for file and admin."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from translation.checks.glossary import contradictions, says_nothing
from translation.findings import Kind, excerpt

MAX_WORDS = 100  # characters of one term
MAX_NOTE = 500
SEPARATOR = "|"  # between the terms of a cell: no term can have it
_JOINERS = "\u200c\u200d"  # not printable, and letters of Persian and of India's scripts need them


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term of the source language, and what a translation calls it: any of `required`, none of `forbidden`."""

    source_locale: str
    source: str
    locale: str
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What only one entry has. Case doesn't count."""
        return self.source_locale, source_key(self.source), self.locale

    def tidied(self) -> GlossaryEntry:
        """The same without spaces too many, empty terms, and terms that stand there twice."""
        return GlossaryEntry(
            self.source_locale.strip(),
            tidy(self.source),
            self.locale.strip(),
            _distinct(self.required),
            _distinct(self.forbidden),
            tidy(self.note),
        )


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with an entry. `field` is the name of one of its fields."""

    field: str
    kind: Kind
    message: str


def tidy(text: str) -> str:
    """One space between words, none around them; characters composed (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def source_key(source: str) -> str:
    """The source term as entries are told apart by it: without case."""
    return unicodedata.normalize("NFC", source.casefold())


def flaws_of(entry: GlossaryEntry, languages: Collection[str]) -> Iterator[Flaw]:
    """What is wrong with a tidied entry, in a site of these languages. Nothing: it can be stored."""
    for field, code in (("source_locale", entry.source_locale), ("locale", entry.locale)):
        if code not in languages:
            message = f"no such language here: {excerpt(code)}; there are {', '.join(languages)}"
            yield Flaw(field, Kind.WRONG_LOCALE, message)
    if entry.source_locale == entry.locale:
        yield Flaw("locale", Kind.WRONG_LOCALE, "a term and its translation are in two languages")
    if not entry.source:
        yield Flaw("source", Kind.EMPTY, "there is no source term")
    if not entry.required and not entry.forbidden:
        yield Flaw("required", Kind.EMPTY, "there is no translation, neither required nor forbidden")
    yield from _flaws_of_words("source", filter(None, [entry.source]))
    yield from _flaws_of_words("required", entry.required)
    yield from _flaws_of_words("forbidden", entry.forbidden)
    if len(entry.note) > MAX_NOTE:
        yield Flaw("note", Kind.LENGTH, f"{len(entry.note)} characters, at most {MAX_NOTE} fit")
    if not _is_clean(entry.note):
        yield Flaw("note", Kind.CONTROL, f"a character that can't be seen: {excerpt(entry.note)}")
    for required, forbidden in contradictions(entry.required, entry.forbidden):
        message = f"no text can have {excerpt(required)} without the forbidden {excerpt(forbidden)}"
        yield Flaw("forbidden", Kind.GLOSSARY, message)


def _flaws_of_words(field: str, terms: Iterable[str]) -> Iterator[Flaw]:
    for term in terms:
        if len(term) > MAX_WORDS:
            yield Flaw(field, Kind.LENGTH, f"{len(term)} characters, at most {MAX_WORDS} fit: {excerpt(term)}")
        if not _is_clean(term):
            yield Flaw(field, Kind.CONTROL, f"a character that can't be seen: {excerpt(term)}")
        elif says_nothing(term):
            yield Flaw(field, Kind.EMPTY, f"there is no word in {excerpt(term)}")
        if SEPARATOR in term:
            yield Flaw(field, Kind.SYNTAX, f"{excerpt(SEPARATOR)} stands between terms, not in one: {excerpt(term)}")


def _is_clean(text: str) -> bool:
    return all(char.isprintable() or char in _JOINERS for char in text)


def _distinct(terms: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for term in map(tidy, terms):
        if term:
            found.setdefault(source_key(term), term)
    return tuple(found.values())
