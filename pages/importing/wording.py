"""Wording compared by its words alone: no case, accents, punctuation or numbering."""

import re
import unicodedata
from functools import lru_cache

_OFTEN_ASKED = 300  # characters of a line that every rule asks about
_NOT_WORD = re.compile(r"[\W_]+")
_NUMBERING = re.compile(r"^(?:\d{1,2} )+(?=\S)")
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_QUESTION_END = ("?", "？", "؟")
_COLONS = (":", "：")
SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010")
_OPEN_ENDS = (",", ";", *_HYPHENS, SOFT_HYPHEN, "，", "；", "、", "،", "؛")
# Written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Chinese characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_EDGE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]")
_ASKED = re.compile(
    r"(?:q|f|v|p|d|r|в|س|问|問|question|frage|fråga|vraag|pregunta|pergunta|domanda|вопрос|سؤال)"
    r"(?:\s?\d{1,3})?\s?[:：.)]\s{0,3}(?=\S)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]\s|[IVX]{2,5}[.)](?=[^\W\d_]{3})")
_QUOTED_END = re.compile(r"\w[^\w\"“”«»„‘’]{0,3}[\"“«„‘][^\"“”«»„‘]{1,200}[?？؟][\"”»“’][\s.)]{0,3}$")
_CLOSERS = "\"'”’»)]*_ "


def fold(text: str) -> str:
    """Lower case without accents or vowel signs, punctuation untouched: also right for a pattern's source."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).casefold().translate(_UNSEEN)


_TATWEEL = 0x640  # draws a word of Arabic letters out


class _Unseen(dict[int, str | None]):
    """For str.translate: accents and signs that nobody sees go. Filled as characters come by."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        self[code] = None if code == _TATWEEL or unicodedata.category(sign) in ("Mn", "Cf") else sign
        return self[code]


_UNSEEN = _Unseen()


def normalise(text: str) -> str:
    """The words of `text`, folded, one space between them: "1. Don’t  smoke!" is "1 don t smoke"."""
    return _normalised_again(text) if len(text) <= _OFTEN_ASKED else _normalised(text)


@lru_cache(maxsize=2048)
def _normalised_again(text: str) -> str:
    return _normalised(text)


def _normalised(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


def heading_words(text: str) -> str:
    """`normalise` without leading numbering: "2.1 Causes" is "causes", and so is "II. Causes".

    Nor does it have what only says that it is a question: "Q3: What is it?".
    """
    if is_question(text) and (asked := _ASKED.match(text)):
        return normalise(text[asked.end() :])
    if text[:1].isdigit():
        return _NUMBERING.sub("", normalise(text), count=1)
    return normalise(text[match.end() :] if (match := _LETTERED.match(text)) else text)


def excerpt(text: str, most: int = 60) -> str:
    """`text`, or its first whole words and “…”, in at most `most` characters."""
    if len(text) <= most:
        return text
    words, _, _ = text[:most].rpartition(" ")
    return (words.rstrip() or text[: most - 1]) + "…"


def last_words(text: str, most: int = 60) -> str:
    """`text`, or “…” and its last whole words, in at most `most` characters."""
    if len(text) <= most:
        return text
    _, _, words = text[-most:].partition(" ")
    return "…" + (words.lstrip() or text[1 - most :])


def is_question(text: str) -> bool:
    """Whether `text` ends in a question mark of any script, and asks: not `Read "Why?"`, which names a question."""
    return text.rstrip(_CLOSERS).endswith(_QUESTION_END) and not _QUOTED_END.search(text)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in a full stop, question or exclamation mark of any script."""
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_END)


def ends_with_colon(text: str) -> bool:
    """Whether something is announced to follow."""
    return text.endswith(_COLONS)


def ends_open(text: str) -> bool:
    """Whether `text` ends in the middle of a sentence: in a comma, a semicolon or a hyphen of any script."""
    return text.endswith(_OPEN_ENDS)


def is_broken_word(first: str, second: str) -> bool:
    """Whether a word that `first` ends in goes on in `second`: after a soft hyphen, or a hyphen and in lower case."""
    if not first[-2:-1].isalpha() or not second[:1].isalpha() or second[:1].isupper():
        return False
    return first.endswith(SOFT_HYPHEN) or (first.endswith(_HYPHENS) and second[:1].islower())


def is_unspaced(text: str) -> bool:
    """Whether `text` begins with a character of a script that puts no spaces between words."""
    return bool(_UNSPACED.match(text))


def word_count(text: str) -> int:
    """How many words `text` has; where no spaces stand between them, two characters are counted as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len(text.split()) + (unspaced - 1) // 2 if unspaced else len(text.split())


def join_lines(first: str, second: str) -> str:
    """Two lines of a sentence in one: without a space between Chinese characters, without a soft hyphen."""
    if is_broken_word(first, second):
        return first[:-1] + second if first.endswith(SOFT_HYPHEN) else first + second
    unspaced = _EDGE.match(first[-1:]) and _EDGE.match(second[:1])
    return first + ("" if unspaced else " ") + second
