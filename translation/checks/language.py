"""What the checks know of a language: its signs in numbers from CLDR, its words from data files. Read once."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from pages.languages import cldr_locale

# Vowel signs and the stretching stroke of Arabic, soft hyphens, and marks of direction: they change no word.
_UNSEEN = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff"
_UNSEEN += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ALIKE = {"ا": "أإآ", "ي": "ى", "'": "’‘ʼ＇", "%": "٪﹪％", "\u00a0": "\u2007\u2009\u202f", ":": "：", ",": "，"}


class _Folding(dict[int, str]):
    """A table for str.translate that fills itself: it may meet any character there is."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = str(unicodedata.digit(char)) if unicodedata.category(char) == "Nd" else char.casefold()
        return self[code]


_FOLDED = _Folding(
    {ord(char): "" for char in _UNSEEN} | {ord(char): one for one, others in _ALIKE.items() for char in others}
)


def fold(text: str) -> str:
    """The text as it is compared: small letters, ASCII digits, one form of each sign; what can't be seen is gone."""
    return text.casefold() if text.isascii() else text.translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of measurement. `factors`: what a unit measures, and how many of the smallest one it is."""

    symbols: Mapping[str, list[str]]
    factors: Mapping[str, tuple[str, Decimal]]
    doses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language. data/README.md explains the keys of its file; without a file it has empty tables, no patterns.

    `decimal` and `group` are CLDR's signs; `either_decimal`: readers take a point and a comma alike. `numbers` are
    words for a number, `maybe_numbers` words that may say it or something else. `one_is_implied`: a noun alone may
    say one of it. `says_no` finds a negation quickly, `negation` tells it from what only looks like one.
    """

    tag: str
    decimal: str
    group: str
    unit: re.Pattern[str]
    units: Mapping[str, str]
    unit_stems: Mapping[str, str]
    has_words: bool = False
    either_decimal: bool = False
    one_is_implied: bool = False
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    maybe_numbers: Mapping[str, Decimal] = field(default_factory=dict)
    maybe_endings: Mapping[Decimal, tuple[str, ...]] = field(default_factory=dict)
    joiner: re.Pattern[str] | None = None
    calls: re.Pattern[str] | None = None
    says_no: re.Pattern[str] | None = None
    negation: re.Pattern[str] | None = None
    urgency: re.Pattern[str] | None = None
    soft_urgency: re.Pattern[str] | None = None

    def unit_of(self, written: str) -> str:
        """The unit that `unit` has matched."""
        stems = (unit for stem, unit in self.unit_stems.items() if written.startswith(stem))
        return self.units.get(written) or next(stems, "")


@cache
def units() -> Units:
    """The symbols, factors and doses of data/units.json."""
    data = _read("units")
    factors = {unit: (dimension, Decimal(factor)) for unit, (dimension, factor) in data["factors"].items()}
    return Units(data["symbols"], factors, frozenset(data["doses"]))


@cache
def emergency_numbers() -> frozenset[str]:
    """The emergency numbers of every country in data/emergency_numbers.json."""
    return frozenset(number for numbers in _read("emergency_numbers").values() for number in numbers)


@cache
def languages_with_words() -> frozenset[str]:
    """The languages that have a data file."""
    names = (
        entry.name.removesuffix(".json") for entry in resources.files("translation.checks").joinpath("data").iterdir()
    )
    return frozenset(name for name in names if len(name) in (2, 3))


@cache
def language_of(tag: str) -> Language:
    """What is known of a language (`nl-BE` has the words of `nl`). Raises ValueError if CLDR doesn't know it."""
    signs = cldr_locale(tag).number_symbols["latn"]
    subtag = tag.replace("_", "-").split("-")[0].lower()
    data = _read(subtag) if subtag in languages_with_words() else {}
    prefixes = ["", *map(fold, data.get("prefixes", ()))]
    named = [*units().symbols.items(), *data.get("units", {}).items()]
    names = {fold(name): unit for unit, written in named for name in written}
    maybe = data.get("maybe_numbers", {})
    return Language(
        tag=tag,
        decimal=signs["decimal"],
        group=fold(signs["group"]),
        unit=re.compile(rf"[\s-]{{0,2}}({_any_of(names)})(?!\w)"),
        units=names,
        unit_stems={name[:-1]: unit for name, unit in names.items() if name.endswith("*")},
        has_words=bool(data),
        either_decimal=data.get("either_decimal", False),
        one_is_implied="*" in maybe.get("1", ()),
        numbers=dict(_number_words(data.get("numbers", {}), prefixes, ["", *data.get("number_suffixes", ())])),
        maybe_numbers=dict(_number_words(maybe, prefixes, [""])),
        maybe_endings={Decimal(value): tuple(found) for value, found in data.get("maybe_endings", {}).items()},
        joiner=re.compile(rf"\W*(?:(?:{_any_of(data['joiners'])})\W*)?") if data else None,
        calls=_words(data["calls"], prefixes) if data else None,
        says_no=_words(data["negation"], prefixes) if data else None,
        negation=_negation(data, prefixes) if data else None,
        urgency=_words(data["urgency"], prefixes) if data else None,
        soft_urgency=_words([*data["urgency"], *data.get("soft_urgency", ())], prefixes) if data else None,
    )


def _read(name: str) -> dict[str, Any]:
    path = resources.files("translation.checks").joinpath("data", f"{name}.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _number_words(
    words: Mapping[str, list[str]], prefixes: Iterable[str], suffixes: Iterable[str]
) -> Iterator[tuple[str, Decimal]]:
    for value, written in words.items():
        for word in written:
            for prefix in prefixes:
                yield from ((prefix + fold(word) + suffix, Decimal(value)) for suffix in suffixes)


def _words(words: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    words = list(words)
    return _from_word_to_word(_any_of(words), [*prefixes, *words], prefixes)


def _from_word_to_word(choices: str, beginnings: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words; a look at their first letter saves most of the work."""
    before = "|".join(sorted(prefixes, key=len))  # none first: Arabic's “both” begins like “as not”
    letters = "".join(sorted({fold(word)[0] for word in beginnings if word})).replace("*", r"\w")
    return re.compile(rf"(?=[{letters}])(?<!\w)(?:{before})(?:{choices})(?:(?<=')|(?!\w))")


def _negation(data: Mapping[str, list[str]], prefixes: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all: `idiom` says no “no”, `no` does, `soft` comes close. Of two, that of more words wins."""
    soft = data["soft_negation"]
    groups = (
        ("idiom", data["no_negation"]),
        ("soft_phrase", [phrase for phrase in soft if " " in phrase]),
        ("no", data["negation"]),
        ("soft", [word for word in soft if " " not in word]),
    )
    choices = "|".join(f"(?P<{name}>{_any_of(words)})" for name, words in groups)
    return _from_word_to_word(choices, [*prefixes, *(word for _, words in groups for word in words)], prefixes)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first: `*` is the rest of a word, `#` a number, ` … ` up to six words."""
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(_phrase, longest_first))


def _phrase(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\#", r"\d+")
    # Possessive: each word is taken whole, so a long one can't be cut up in many ways.
    return pattern.replace(r"\ …\ ", r"(?:\W*+\w++){0,6}?\W+").replace(r"\ ", r"\s+")
