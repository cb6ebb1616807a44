"""The words of a language's data file as patterns, and how they count where “not” is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from translation.checks.folding import fold


class Count(StrEnum):
    """How words count where “not” is compared: as one, as something close to it, or not at all."""

    NO = "no"
    SOFT = "soft"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two `poles` that exclude each other. A group of `pattern` is named after one, or `maybe_` before its name, and
    after a rank: where two phrases begin at one place, the one of more words is meant; one with a gap comes after them,
    those of the first pole first.
    """

    poles: tuple[str, str]
    pattern: re.Pattern[str]


Group = tuple[list[str], str, Count]  # words, what they mean, how they count


def words_pattern(words: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these as whole words, with or without a prefix."""
    words = list(words)
    return _from_word_to_word(any_of(words), [*prefixes, *words], prefixes)


def _from_word_to_word(choices: str, beginnings: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words; a look at their first letter saves most of the work."""
    before = "|".join(sorted(prefixes, key=len))  # none first: Arabic's “both” begins like “as not”
    letters = "".join(sorted({fold(word)[0] for word in beginnings if word})).replace("*", r"\w")
    return re.compile(rf"(?=[{letters}])(?<!\w)(?:{before})(?:{choices})(?:(?<=')|(?!\w))")


def negation_groups(data: Mapping[str, Any], says_no: re.Pattern[str]) -> dict[str, Group]:
    """The groups of `Language.negation` by their names: the words, what they mean (“” if anything), how they count.

    Of two that begin at the same place an idiom wins, then the one of more words.
    """
    soft, idioms = set(map(fold, data["soft_negation"])), set(map(fold, data["no_negation"]))
    phrases: dict[str, Group] = {}
    words: dict[str, Group] = {}
    named = [(meaning, word) for meaning, found in data["meanings"].items() for word in found]
    named_words = {word for _, word in named}
    unnamed = [("", word) for word in data["soft_negation"] if word not in named_words]
    for meaning, word in (*named, *unnamed):
        count = Count.SOFT if fold(word) in soft else Count.PLAIN
        if meaning and says_no.search(fold(word)) and fold(word) not in idioms:
            count = Count.NO
        groups = phrases if " " in word else words
        name = f"{meaning}_{count}_{'phrase' if ' ' in word else 'word'}"
        groups.setdefault(name, ([], meaning, count))[0].append(word)
    idiom = [phrase for phrase in data["no_negation"] if phrase not in named_words]
    return {"idiom": (idiom, "", Count.PLAIN), **phrases, "no": (data["negation"], "", Count.NO), **words}


def grouped_pattern(groups: Mapping[str, list[str]], prefixes: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all, with their names."""
    choices = "|".join(f"(?P<{name}>{any_of(words)})" for name, words in groups.items())
    return _from_word_to_word(choices, [*prefixes, *(word for words in groups.values() for word in words)], prefixes)


def opposition(words: Mapping[str, list[str]], prefixes: Iterable[str]) -> Opposition:
    """Two poles from the words of each, and those that may be one of them (`maybe …`)."""
    one, other = (pole for pole in words if not pole.startswith("maybe "))
    phrases = [(_rank_of(phrase), pole.replace(" ", "_"), phrase) for pole, found in words.items() for phrase in found]
    groups: dict[str, list[str]] = {}
    for rank, pole, phrase in sorted(phrases, key=lambda entry: -entry[0]):
        groups.setdefault(f"{pole}__{rank}", []).append(phrase)
    return Opposition((one, other), grouped_pattern(groups, prefixes))


def _rank_of(phrase: str) -> int:
    """How soon it is looked for: by its words; one with a gap, which may reach too far, just before a single word."""
    words = len(phrase.split())
    return min(words, 2) if "…" in phrase or words == 1 else words + 1


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first: `*` is the rest of a word, `#` a number, ` … ` up to six words."""
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(_phrase, longest_first))


def _phrase(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\#", r"\d+")
    # Possessive: each word is taken whole, so a long one can't be cut up in many ways.
    return pattern.replace(r"\ …\ ", r"(?:\W*+\w++){0,6}?\W+").replace(r"\ ", r"\s+")
