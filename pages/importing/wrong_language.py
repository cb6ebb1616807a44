"""A document in another language than somebody said, told by the small words that every text has, or by its script."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")

_FEWEST_WORDS = 30
_FEWEST_HAN = 60
_LEAST_SHARE = 0.06  # of all words, in the language that it seems to be in
_TIMES = 4  # as many as of the language that was said


def seems_in(text: str, language: str) -> str:
    """The language subtag that a text in `language` (a tag) seems to be in; "" where it may be as was said.

    Short texts, and languages of which no words are known (common_words.json), are believed, but for their script.
    """
    said = re.split(r"[-_]", language)[0].lower()
    letters = "".join(_WORD.findall(text))
    han = len(_HAN.findall(letters))
    is_chinese = han >= _FEWEST_HAN and 2 * han > len(letters) and not _KANA_OR_HANGUL.search(letters)
    if is_chinese and said not in ("zh", "yue", "ja", "ko"):
        return "zh"
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS or (said not in _languages() and said != "zh"):
        return ""
    counts = Counter(_known()[word] for word in words if word in _known())
    if not counts:
        return ""
    likely, count = counts.most_common(1)[0]
    is_other = likely != said and count >= _LEAST_SHARE * len(words) and count >= _TIMES * counts[said]
    return likely if is_other and 10 * han < len(letters) else ""


@cache
def _languages() -> dict[str, list[str]]:
    return dict(json.loads(resources.files("pages.importing").joinpath("common_words.json").read_text("utf-8")))


@cache
def _known() -> dict[str, str]:
    """Each word that only one of the languages has."""
    count = Counter(word for words in _languages().values() for word in words)
    return {word: language for language, words in _languages().items() for word in words if count[word] == 1}
