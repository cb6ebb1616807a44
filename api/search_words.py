"""Words as they are searched: the same for what is indexed and for what is asked, on every database. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.serialising import Json

MOST_WORDS = 12  # of a query; more make no list shorter
_LONGEST = 60  # characters of a word
BEGINNING, _WHOLE = "b", "w"  # with what the word of a code begins

# Marks that readers leave out: accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic, and tatweel.
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_SAME = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ٱ": "ا"}
    | {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ς": "σ"}
)
# Written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Chinese characters.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0eff\u1000-\u109f\u1780-\u17ff]+[^\W_]*)*")
_ARTICLE = re.compile(r"^[وفبك]?ال(?=\w{2})|^و?لل(?=\w{2})")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class SearchText:
    """What is searched of a document, folded: words with spaces between, by where they stand."""

    exact: str  # its title, each other name and each clinical code, every one as a single word
    title: str
    names: str
    codes: str
    summary: str
    body: str


def fold(text: str) -> str:
    """Small letters without accents, one form of each letter: `Ménière` is `meniere`, `أنفلونزا` is `انفلونزا`."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("İ", "i")))
    return unicodedata.normalize("NFC", bare).casefold().translate(_SAME)


def words_of(text: str) -> Iterator[str]:
    """The words to be indexed, in order. What is written without spaces goes by pairs of characters, and singly.

    An Arabic word stands with its article and without.
    """
    for word in _WORD.findall(fold(text)):
        if word.isascii():
            yield word[:_LONGEST]
            continue
        at = 0
        for run in _UNSPACED.finditer(word):
            if run.start() > at:
                yield word[at : run.start()][:_LONGEST]
            characters = run[0]
            yield from (characters[place : place + 2] for place in range(len(characters)))
            at = run.end()
        if at < len(word):
            rest = word[at:][:_LONGEST]
            yield rest
            if bare := _ARTICLE.sub("", rest):
                yield from (bare,) if bare != rest else ()


def asked_words(query: str) -> list[str]:
    """The words of a query, each of which has to begin a word of what is found. Empty if there are none."""
    asked: list[str] = []
    for word in _WORD.findall(fold(query)):
        for piece in words_of(word):
            # Of a pair written without spaces the single last character is in every pair before it.
            if _UNSPACED.fullmatch(piece) and len(piece) == 1 and len(word) > 1:
                continue
            asked.append(piece)
        if len(asked) > 1 and _ARTICLE.sub("", asked[-2]) == asked[-1] != asked[-2]:
            del asked[-2]  # without its article it finds both
    return list(dict.fromkeys(asked))[:MOST_WORDS]


def exact_word(text: str) -> str:
    """A whole name as one word, so that it can be asked for exactly."""
    return "x" + _run_together(text)[: 3 * _LONGEST]


def code_words(system: str, code: str) -> list[str]:
    """A clinical code as single words: in its system, and in whichever. Capitals, dots and spaces don't count.

    Those that begin with BEGINNING are found by their beginnings too, as the codes of the ICD go from groups to what is
    in them; the other systems number their terms, and a part of a number is another term.
    """
    kind = BEGINNING if system.startswith("icd") else _WHOLE
    return [_code_word(kind, system, code), _code_word(kind, "", code)]


def asked_code(code: str, system: str = "") -> list[str]:
    """The words of which a document has one, if it has the code. Empty if there is no letter or digit in it."""
    if not _run_together(code):
        return []
    if system:
        return code_words(system, code)[:1]
    return [_code_word(kind, "", code) for kind in (BEGINNING, _WHOLE)]


def _code_word(kind: str, system: str, code: str) -> str:
    # Its length ends the system's name: `CM1` of `icd-10` isn't `1` of `icd-10-cm`.
    name = _run_together(system)
    return f"{kind}{len(name)}z{name}{_run_together(code)}"


def _run_together(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


def search_text(document: Json, systems: dict[str, str]) -> SearchText:
    """What is searched of a condition document. `systems` has the short names of the code systems by URI."""
    names = [document["title"], *document["also_known_as"]]
    exact = [*map(exact_word, names)]
    codes: list[str] = []
    for code in document["codes"]:
        exact += code_words(systems[code["system"]], code["code"])
        codes += [_run_together(code["code"]), *words_of(code["code"])]
    return SearchText(
        exact=" ".join(exact),
        title=_joined(document["title"]),
        names=_joined(*document["also_known_as"]),
        codes=" ".join(codes),
        summary=_joined(document["summary"]),
        body=_joined(*_texts(document["sections"])),
    )


def _joined(*texts: str) -> str:
    return " ".join(word for text in texts for word in words_of(text))


# Of a section and its blocks, the keys that hold words for readers.
_SPOKEN = frozenset({"heading", "text", "name", "alt", "caption"})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "html":
                yield html.unescape(_TAG.sub(" ", inner))
            elif key in _SPOKEN:
                yield inner
            elif isinstance(inner, list | dict):
                yield from _texts(inner)
