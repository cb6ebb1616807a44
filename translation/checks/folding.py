"""Text as it is compared: small letters, ASCII digits, one form of each sign."""

from __future__ import annotations

import re
import unicodedata

# Vowel signs and the stretching stroke of Arabic, soft hyphens, and marks of direction: they change no word.
_UNSEEN = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff"
_UNSEEN += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ALIKE = {"ا": "أإآ", "ي": "ى", "'": "’‘ʼ＇", "%": "٪﹪％", "\u00a0": "\u2007\u2009\u202f", ":": "：", ",": "，"}


# Arabic's “change!” differs from its “not” by a mark alone, that of a doubled letter.
_CHANGE = re.compile("(?<=غ)[\u064b-\u0650\u0652]*ي(?=[\u064b-\u0650\u0652]*\u0651)")


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
    return text.casefold() if text.isascii() else _CHANGE.sub("يي", text).translate(_FOLDED)
