"""What can be wrong with the words of a translation: every check, in one place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pages.markup import plain_text
from translation.checks.folding import fold
from translation.checks.form import check_form
from translation.checks.frequency import check_frequency
from translation.checks.glossary import Term, check_terms
from translation.checks.language import language_of
from translation.checks.links import check_links, without_addresses
from translation.checks.negation import check_negation, keeps_negation
from translation.checks.opposites import check_opposites
from translation.checks.quantities import check_amounts
from translation.checks.urgency import check_urgency
from translation.findings import Remark, Severity


def check_words(
    source: str,
    target: str,
    *,
    source_locale: str,
    target_locale: str,
    rich: bool,
    critical: bool,
    terms: Iterable[Term] = (),
) -> Iterator[Remark]:
    """Remarks on a translation from one language to another; errors refuse it.

    Numbers are read by the rules of their language, words by its data file. `terms` are the glossary's. What may be
    right in some case is an error for critical text only. Raises ValueError for a language that CLDR doesn't know.
    """
    grave = Severity.ERROR if critical else Severity.WARNING
    source_words, target_words = words_of(source, rich=rich), words_of(target, rich=rich)
    yield from check_form(source, target, source_words, target_words, grave=grave)
    yield from check_links(source_words, target_words)
    yield from check_terms(source_words, target_words, terms, grave=grave)
    source_language, target_language = language_of(source_locale), language_of(target_locale)
    source_folded, target_folded = _folded(source_words), _folded(target_words)
    languages = {"source_language": source_language, "target_language": target_language}
    yield from check_amounts(source_folded, target_folded, grave=grave, **languages)
    yield from check_frequency(source_folded, target_folded, grave=grave, **languages)
    yield from check_opposites(source_folded, target_folded, grave=grave, **languages)
    yield from check_negation(source_folded, target_folded, grave=grave, **languages)
    yield from check_urgency(source_folded, target_folded, **languages)


def still_says_not(before: str, after: str, *, locale: str, rich: bool) -> bool:
    """Whether a text says “not” wherever an earlier one in the same language did; as far as word lists can tell."""
    one, other = _folded(words_of(before, rich=rich)), _folded(words_of(after, rich=rich))
    return keeps_negation(one, other, language_of(locale))


def _folded(words: str) -> str:
    return fold(without_addresses(words))


def words_of(text: str, *, rich: bool) -> str:
    """The words of a text without its tags; a raised number stays apart from the one before it (10⁹ is no 109)."""
    return plain_text(text.replace("<sup>", "^")) if rich else text
