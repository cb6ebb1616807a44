"""The amounts in a text: numbers in digits and in words with their units, times of day, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from translation.checks.language import Language, emergency_numbers
from translation.checks.numerals import NUMBER, read_numerals

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_TOKEN = re.compile(
    rf"""(?=[\d+½¼¾])(?: (?P<date>(?<![\d.])(?:\d\d?([./-])\d\d?\2(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d)(?![\d/]))
    | (?P<phone>(?<![\w.,])(?:\+|00?)[1-9]\d*+(?:[ \u00a0()-]{{1,2}}\d++){{1,5}})
    | (?P<clock>(?<!\d)(?P<h>[01]?\d|2[0-4])(?:
          (?::|\s?h\s?)(?P<m>[0-5]\d)(?!\d)(?:\s?(?P<half>[ap])\.?m\b)?
        | (?:[.](?P<m2>[0-5]\d))?\s?(?P<half2>[ap])\.?m\b ))
    | (?P<fraction>(?<![\d/])(?:1/2|1/4|3/4)(?![\d/]) | (?:(?<!\d)(?P<whole>\d++)\s?)?(?P<vulgar>[½¼¾]))
    | (?P<number>{NUMBER}) )""",
    re.VERBOSE,
)
_HALF = Decimal("0.5")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*\Z")
_DIGIT = re.compile(r"[\d½¼¾]")
_WORD = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e|de|ste|er|re|ère|eme|ème|è|º|ª|\.º|\.ª|\.er|\.a|\.o)(?!\w)")
_NAME_BEFORE = re.compile(r"[a-z]-?\Z")
_AFTER_CALL = 60  # characters within which a number follows the word that asks to call it


class Amount(NamedTuple):
    """One amount in a folded text. `unit` is "" where none is known; `shares_unit`: it is that of the next amount
    (5 to 10 mg).

    `may_go`: a right translation may leave it out: an ordinal, a day of a date, a digit in a name (COVID-19).
    `clock`: hours and minutes; `value` is then -1.
    """

    value: Decimal
    written: str
    start: int
    end: int
    unit: str = ""
    shares_unit: bool = False
    is_word: bool = False
    may_go: bool = False
    is_foreign: bool = False
    is_emergency_number: bool = False
    parts: tuple[Decimal, ...] = ()
    clock: tuple[int, int] | None = None


def amounts_of(text: str, language: Language) -> list[Amount]:
    """The amounts in a folded text, in order."""
    found: list[Amount] = []
    if _DIGIT.search(text):
        found = [amount for match in _TOKEN.finditer(text) for amount in _amounts(match, text, language)]
    if not language.numbers.keys().isdisjoint(_WORD.findall(text)):
        found += _in_words(text, language)
        found.sort(key=lambda amount: amount.start)
        if language.and_a_half is not None:
            for match in language.and_a_half.finditer(text):
                found = _with_half(found, match, text, language)
    if not found:
        return found
    if language.joiner is not None:
        for at in range(len(found) - 2, -1, -1):
            this, following = found[at], found[at + 1]
            if following.unit and not this.unit and following.start - this.end < 15:
                between = text[this.end : following.start]
                if "," not in between and between and language.joiner.fullmatch(between):
                    found[at] = this._replace(unit=following.unit, shares_unit=True)
    return _with_emergency_numbers(found, text, language)


def said_by_the_way(text: str, language: Language) -> frozenset[Decimal]:
    """The numbers that words of a folded text may say, or something else: a, both, second."""
    words = language.maybe_numbers
    return frozenset(words[word] for word in _WORD.findall(text) if word in words)


def with_unit_by_the_way(text: str, language: Language) -> list[Amount]:
    """The amounts that words of a folded text say or may say with a unit: a week, every hour, Arabic's dual."""
    words = language.maybe_numbers
    amounts = [
        Amount(words[word[0]], word[0], *word.span(), _unit_after(text, word.end(), language))
        for word in _WORD.finditer(text)
        if word[0] in words
    ]
    for match in language.counted_words.finditer(text) if language.counted_words else ():
        value, noun = language.counted_values[match.lastgroup or ""]
        amounts.append(Amount(value, match[0], *match.span(), noun))
    return [amount for amount in amounts if amount.unit]


def _with_half(found: list[Amount], half: re.Match[str], text: str, language: Language) -> list[Amount]:
    """The amounts, with “and a half” added to the one before it (“2 hours and a half”), or to the noun (“a litre and a
    half”), in so far as it isn't something else that is half (“one tablet and half a glass”).
    """
    own = [amount for amount in found if half.start() <= amount.start < half.end()]
    others = [amount for amount in found if amount not in own]
    before = next((amount for amount in reversed(others) if amount.end <= half.start()), None)
    unit = own[0].unit if own else ""
    if before is not None and _is_all_its_noun(text[before.end : half.start()], language):
        value, parts = before.value + _HALF, (before.value, _HALF)
        written = text[before.start : half.end()]
        unit = before.unit or unit
        whole = Amount(value, written, before.start, half.end(), unit, parts=parts)
        return [whole if amount is before else amount for amount in others]
    noun = _LAST_WORD.search(text, 0, half.start())
    if noun is None or not _is_all_its_noun(noun[0], language):
        return found
    unit = language.units.get(noun[1], unit)
    whole = Amount(1 + _HALF, text[noun.start() : half.end()], noun.start(), half.end(), unit, parts=(_HALF,))
    return sorted([*others, whole], key=lambda amount: amount.start)


def _is_all_its_noun(between: str, language: Language) -> bool:
    """Whether there is nothing, or the unit or noun of a number, and space."""
    patterns = [pattern for pattern in (language.unit, language.counted) if pattern is not None]
    return not between.strip() or any(pattern.fullmatch(between.rstrip()) for pattern in patterns)


def _in_words(text: str, language: Language) -> Iterator[Amount]:
    for match in _WORD.finditer(text):
        if (value := language.numbers.get(match[0])) is not None:
            unit = _unit_after(text, match.end(), language)
            if not unit and value == _HALF and (article := _WORD.match(text, match.end() + 1)):
                unit = _unit_after(text, article.end(), language) if language.is_one(article[0]) else ""  # half an hour
            yield Amount(value, match[0], match.start(), match.end(), unit, is_word=True)


def _amounts(match: re.Match[str], text: str, language: Language) -> Iterator[Amount]:
    kind, written, start, end = match.lastgroup, match[0], match.start(), match.end()
    if kind == "clock":
        hour, half = int(match["h"]), match["half"] or match["half2"]
        hour = hour % 12 + 12 if half == "p" and hour <= 12 else hour
        yield Amount(Decimal(-1), written, start, end, clock=(hour, int(match["m"] or match["m2"] or 0)))
    elif kind == "date":
        for part in re.split(r"[./-]", written):
            yield Amount(Decimal(part), part, start, end, may_go=len(part) < 4)
    elif kind == "phone":
        digits = re.findall(r"\d+", written)
        whole = "".join(digits)
        for value in [whole] if len(whole) >= 7 else digits:
            yield Amount(Decimal(value), written, start, end)
    elif kind == "fraction":
        value = Decimal(_FRACTIONS[match["vulgar"] or written]) + int(match["whole"] or 0)
        yield Amount(value, written, start, end, _unit_after(text, end, language))
    else:
        may_go = _is_in_a_name(text, start) or _ORDINAL.match(text, end) is not None
        unit = "" if may_go else _unit_after(text, end, language)
        if not unit and "%" in text[max(0, start - 2) : start]:
            unit = "%"
        for value, is_foreign, parts in read_numerals(written, language):
            yield Amount(value, written, start, end, unit, may_go=may_go, is_foreign=is_foreign, parts=parts)


def _unit_after(text: str, end: int, language: Language) -> str:
    match = language.unit.match(text, end)
    return language.unit_of(match[1]) if match else ""


def _is_in_a_name(text: str, start: int) -> bool:
    """Whether a Latin letter stands right before: B12, COVID-19."""
    return _NAME_BEFORE.search(text, max(0, start - 2), start) is not None


def _with_emergency_numbers(found: list[Amount], text: str, language: Language) -> list[Amount]:
    """The same amounts; a known emergency number without a unit, shortly after a word that asks to call, is marked."""
    known = emergency_numbers()
    if language.calls is None or not any(amount.written in known for amount in found):
        return found
    calls = [match.end() for match in language.calls.finditer(text)]
    return [
        amount._replace(is_emergency_number=True)
        if amount.written in known and not amount.unit and any(0 <= amount.start - end <= _AFTER_CALL for end in calls)
        else amount
        for amount in found
    ]
