"""What the checks know of a language: its signs in numbers from CLDR, its words from data files. Read once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from pages.languages import cldr_locale
from translation.checks.folding import fold
from translation.checks.phrases import (
    Count,
    Opposition,
    any_of,
    grouped_pattern,
    negation_groups,
    opposition,
    words_pattern,
)


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
    say one of it. `and_a_half` finds what adds a half to the number or noun before it. `counted` finds a noun of
    `counted_nouns` after its number, `counted_one` one with an article, `counted_words` a number and its noun in one
    word, of `counted_values`. `frequencies` are what says each, and what may mean it; `opposites` what may be reversed.
    `says_no` finds a negation quickly, `negation` tells it from what only looks like one, and `meanings` says what a
    group of it means in any language, and how it counts; a word of `concord` after a “no” only repeats it (Spanish
    *no … nunca*), one of `after_no` says nothing without it (*ni*). What is pressing and `together` tells how many
    after a number or one of the `amounts`, unless one of the `acts` stands before it (“call”).
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
    and_a_half: re.Pattern[str] | None = None
    counted: re.Pattern[str] | None = None
    counted_nouns: Mapping[str, str] = field(default_factory=dict)
    counted_one: re.Pattern[str] | None = None
    counted_words: re.Pattern[str] | None = None
    counted_values: Mapping[str, tuple[Decimal, str]] = field(default_factory=dict)
    frequencies: Mapping[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = field(default_factory=dict)
    opposites: Mapping[str, Opposition] = field(default_factory=dict)
    joiner: re.Pattern[str] | None = None
    calls: re.Pattern[str] | None = None
    says_no: re.Pattern[str] | None = None
    negation: re.Pattern[str] | None = None
    meanings: Mapping[str, tuple[str, Count]] = field(default_factory=dict)
    concord: frozenset[str] = frozenset()
    after_no: frozenset[str] = frozenset()
    urgency: re.Pattern[str] | None = None
    soft_urgency: re.Pattern[str] | None = None
    together: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()

    def is_one(self, word: str) -> bool:
        """Whether a folded word may be an article."""
        return self.maybe_numbers.get(word) == 1

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
    articles = [word for word in maybe.get("1", ()) if word != "*"]
    says_no = words_pattern(data["negation"], prefixes) if data else None
    groups = negation_groups(data, says_no) if says_no else {}
    nouns = {fold(word): noun for noun, words in data.get("counted", {}).items() for word in words}
    counts = {
        f"n{value}_{at}": (Decimal(value), noun, words)
        for value, found in data.get("counted_words", {}).items()
        for at, (noun, words) in enumerate(found.items())
    }
    return Language(
        tag=tag,
        decimal=signs["decimal"],
        group=fold(signs["group"]),
        unit=re.compile(rf"[\s-]{{0,2}}({any_of(names)})(?!\w)"),
        units=names,
        unit_stems={name[:-1]: unit for name, unit in names.items() if name.endswith("*")},
        has_words=bool(data),
        either_decimal=data.get("either_decimal", False),
        one_is_implied="*" in maybe.get("1", ()),
        numbers=dict(_number_words(data.get("numbers", {}), prefixes, ["", *data.get("number_suffixes", ())])),
        maybe_numbers=dict(_number_words(maybe, prefixes, [""])),
        maybe_endings={Decimal(value): tuple(found) for value, found in data.get("maybe_endings", {}).items()},
        and_a_half=words_pattern(data["and_a_half"], [""]) if data else None,
        counted=re.compile(rf"[\s-]{{0,2}}({any_of(nouns)})(?!\w)") if data else None,
        counted_nouns=nouns,
        counted_one=re.compile(rf"(?<!\w)(?:{any_of(articles)})\s+({any_of(nouns)})(?!\w)") if articles else None,
        counted_words=grouped_pattern({name: words for name, (_, _, words) in counts.items()}, [""])
        if counts
        else None,
        counted_values={name: (value, noun) for name, (value, noun, _) in counts.items()},
        frequencies={
            name: (
                words_pattern(found["said"], prefixes),
                words_pattern(found["meant"], prefixes) if "meant" in found else None,
            )
            for name, found in data.get("frequencies", {}).items()
        },
        opposites={name: opposition(found, prefixes) for name, found in data.get("opposites", {}).items()},
        joiner=re.compile(rf"\W*(?:(?:{any_of(data['joiners'])})\W*)?") if data else None,
        calls=words_pattern(data["calls"], prefixes) if data else None,
        says_no=says_no,
        negation=grouped_pattern({name: words for name, (words, *_) in groups.items()}, prefixes) if groups else None,
        meanings={name: (meaning, count) for name, (_, meaning, count) in groups.items()},
        concord=frozenset(map(fold, data.get("concord", ()))),
        after_no=frozenset(map(fold, data.get("after_no", ()))),
        urgency=words_pattern(data["urgency"], prefixes) if data else None,
        soft_urgency=words_pattern([*data["urgency"], *data.get("soft_urgency", ())], prefixes) if data else None,
        together=frozenset(map(fold, data.get("together", ()))),
        amounts=frozenset(map(fold, data.get("amounts", ()))),
        acts=frozenset(map(fold, data.get("acts", ()))),
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
