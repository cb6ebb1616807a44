"""The alphabet of a language: under which letter of a list a title stands, and in which order titles go. Pure.

The alphabets are CLDR's index characters (https://unicode.org/reports/tr35/tr35-general.html#ExemplarSyntax), in a file
of data. ICU knows more, as a C++ library that has to be built; what is here is what an A–Z list needs.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pages.pinyin import spelled

OTHER = "#"  # the letter of what belongs to none: digits, signs, other scripts

_ALPHABETS: dict[str, str] = json.loads((Path(__file__).parent / "alphabets.json").read_text(encoding="utf-8"))
_ALIASES = {"no": "nb", "iw": "he", "sh": "hr"}
_ARABIC_ARTICLE = re.compile(r"ال(?=\w{2})")
# One letter that is written in several ways, and letters whose accent Unicode doesn't take apart.
_SAME = str.maketrans(
    {"ى": "ي", "ة": "ه", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ς": "σ"}
    | {"ł": "l", "đ": "d", "ø": "o", "æ": "a", "œ": "o", "ð": "d", "þ": "t", "ß": "s", "ı": "i", "ə": "e"}
)
_KANA = "あいうえお かきくけこ さしすせそ たちつてと なにぬねの はひふへほ まみむめも やゆよ らりるれろ わをん"
_KANA_ROWS = {letter: row[0] for row in _KANA.split() for letter in row}
_SMALL_KANA = str.maketrans("ぁぃぅぇぉゃゅょっゎ", "あいうえおやゆよつわ")
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # of Hangul syllables; doubled ones go with the single
_SYLLABLES_PER_INITIAL = 588
# Written before the consonant after which they are spoken (UTS #10, logical order exceptions): Thai and Lao vowels.
_VOWEL_BEFORE = re.compile(r"([\u0e40-\u0e44\u0ec0-\u0ec4])(\w)")
# By language, what is another way to write a letter: Danish names, and Romanian from before Unicode had its letters.
_AS = {"da": {"aa": "å"}, "nb": {"aa": "å"}, "nn": {"aa": "å"}, "no": {"aa": "å"}, "ro": {"ş": "ș", "ţ": "ț"}}


def letters_of(locale: str) -> tuple[str, ...]:
    """The letters of a language's alphabet in their order, and `#` as the last. Latin ones where we know none."""
    return (*_alphabet(locale).letters, OTHER)


def letter_of(title: str, locale: str) -> str:
    """The letter under which a title stands in a list."""
    for weight in _weights(title, locale):
        letters = _alphabet(locale).letters
        return letters[weight.primary - _FIRST] if 0 <= weight.primary - _FIRST < len(letters) else OTHER
    return OTHER


def named_letter(name: str, locale: str) -> str | None:
    """The letter of a language's alphabet that somebody names, small or capital; None if it is no letter of it."""
    names = {_small(letter, locale): letter for letter in letters_of(locale)}
    return names.get(_small(name, locale))


def sort_key(title: str, locale: str) -> bytes:
    """At most 130 bytes that sort as titles do in a language: by letters, then by accents.

    That is two levels of UTS #10; digits go before letters, and what is of another script after them.
    """
    weights = list(_weights(title, locale))[:48]
    primary = b"".join(min(weight.primary, 0xFFFF).to_bytes(2, "big") for weight in weights)
    accents = b"".join(min(weight.accent, 0xFFFF).to_bytes(2, "big") for weight in weights[:16])
    return primary + b"\0\0" + accents


_SPACE, _DIGIT, _FIRST, _FOREIGN = 1, 2, 0x20, 0x1000


@dataclass(frozen=True, slots=True)
class _Weight:
    primary: int
    accent: int = 0


@dataclass(frozen=True)
class _Alphabet:
    letters: tuple[str, ...]
    weights: dict[str, int]
    longest: int


@lru_cache
def _alphabet(locale: str) -> _Alphabet:
    subtags = locale.split("-")
    subtags[0] = _ALIASES.get(subtags[0], subtags[0])
    tags = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    letters = tuple(_ALPHABETS[next((tag for tag in tags if tag in _ALPHABETS), "")].split())
    weights = {_small(letter, locale): _FIRST + place for place, letter in enumerate(letters)}
    return _Alphabet(letters, weights, max(map(len, weights)))


def _small(text: str, locale: str) -> str:
    if locale.partition("-")[0] in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", text.lower())


def _weights(title: str, locale: str) -> Iterator[_Weight]:
    alphabet = _alphabet(locale)
    language = locale.partition("-")[0]
    text = _small(title, locale)
    if language == "ar":
        text = _ARABIC_ARTICLE.sub("", text.translate({0x640: None}), count=1) if text.startswith("ال") else text
    elif language == "zh":
        text = spelled(text)
    elif language in ("th", "lo"):
        text = _VOWEL_BEFORE.sub(r"\2\1", text)
    for written, letter in _AS.get(language, {}).items():
        text = text.replace(written, letter)
    at = 0
    while at < len(text):
        for length in range(alphabet.longest, 0, -1):
            if (weight := alphabet.weights.get(text[at : at + length])) is not None:
                yield _Weight(weight)
                at += length
                break
        else:
            if weight_of_other := _other(text[at], language, alphabet):
                yield weight_of_other
            at += 1


def _other(character: str, language: str, alphabet: _Alphabet) -> _Weight | None:
    """The weight of a character that isn't itself a letter of the alphabet; None for what doesn't count."""
    if character.isspace():
        return _Weight(_SPACE)
    if character.isdecimal():
        return _Weight(_DIGIT + unicodedata.decimal(character))
    if not character.isalpha():
        return None
    base = unicodedata.normalize("NFD", character)[0].translate(_SAME)
    if language == "ja":
        base = base.translate(_KATAKANA).translate(_SMALL_KANA)
        base = _KANA_ROWS.get(unicodedata.normalize("NFD", base)[0], base)
    elif language == "ko" and "가" <= character <= "힣":
        base = _INITIALS[(ord(character) - ord("가")) // _SYLLABLES_PER_INITIAL]
    if (weight := alphabet.weights.get(base)) is not None:
        return _Weight(weight, ord(character))
    return _Weight(_FOREIGN + ord(character))
