"""Terms of a glossary: what a translation has to call something, and what it must not call it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from translation.checks.folding import fold
from translation.findings import Kind, Remark, Severity, excerpt

_LONG = 5  # letters from which a word may go on in any way: Dutch and German write compounds in one
_ARABIC = re.compile(r"[\u0620-\u064a]")
_ARTICLES = "(?:[وف]?(?:[بك]?ال|لل|[بلك])?)"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the source and its translations into one language.

    Where `source` stands in a text, one of `required` must stand in the translation (none: any will do), and none of
    `forbidden`. `note` is for whoever translates.
    """

    source: str
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""


# The terms of a site, by the languages that they are translated from and into.
Glossary = Mapping[tuple[str, str], tuple[Term, ...]]


def terms_in(source: str, terms: Iterable[Term]) -> Iterator[Term]:
    """Those of the terms that a plain text has. Case and accents don't count, nor does an ending of two letters."""
    plain = ""
    for term in terms:
        plain = plain or _plain(source)
        # Most terms stand in few texts, and looking for letters is quicker than looking for words.
        if _first_word(term.source) in plain and _holds(plain, term.source, is_target=False):
            yield term


def check_terms(source: str, target: str, terms: Iterable[Term], *, grave: Severity) -> Iterator[Remark]:
    """Remarks on the terms that the plain text `source` has; all are of the languages of both texts.

    Case and accents don't count. A word may have an ending: up to two letters, any in the target if it is long.
    """
    plain_target = ""
    for term in terms_in(source, terms):
        plain_target = plain_target or _plain(target)
        if term.required and not any(_holds(plain_target, word, is_target=True) for word in term.required):
            wanted = " or ".join(f"“{word}”" for word in term.required)
            message = f"the glossary has {wanted} for “{term.source}”: {excerpt(target)}"
            yield Remark(Kind.GLOSSARY, grave, message)
        for word in term.forbidden:
            if _holds(plain_target, word, is_target=False):
                message = f"the glossary forbids “{word}” for “{term.source}”: {excerpt(target)}"
                yield Remark(Kind.GLOSSARY, grave, message)


def contradictions(required: Iterable[str], forbidden: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The required words that no translation can have, each with the forbidden one that it holds."""
    forbidden = tuple(forbidden)
    for word in required:
        plain = _plain(word)
        yield from ((word, other) for other in forbidden if _holds(plain, other, is_target=False))


def says_nothing(term: str) -> bool:
    """Whether no text could hold the term: it has nothing that can be seen."""
    return not _plain(term).strip()


def _holds(text: str, term: str, *, is_target: bool) -> bool:
    words = _plain(term)
    return bool(words.strip()) and _pattern(words, is_target).search(text) is not None


@lru_cache(maxsize=8192)
def _first_word(term: str) -> str:
    return next(iter(_plain(term).split()), "")


@lru_cache(maxsize=8192)
def _pattern(words: str, is_target: bool) -> re.Pattern[str]:
    written = []
    for word in words.split():
        ending = r"\w*" if is_target and len(word) >= _LONG else r"\w{0,2}"
        article = _ARTICLES if _ARABIC.match(word) else ""
        written.append(f"{article}{re.escape(word)}{ending}")
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(written) + r"(?!\w)")


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """The text without case and accents."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
