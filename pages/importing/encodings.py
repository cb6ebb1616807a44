"""Which of the encodings from before Unicode a text was written in, by the language that it is in."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_SNIFFED = 4096
_CHINESE_SIGNS = "\u3000"  # from here on, signs stand beside letters
_LATIN_END = "\u0250"
_COMMON_CHINESE = frozenset("的一是不了在有人我他这這中大来來上国國和病治症")

# The legacy encodings of the Encoding Standard (https://encoding.spec.whatwg.org/), by language.
_WESTERN = ("windows-1252",)
_CENTRAL = ("windows-1250", "iso-8859-2")
_CYRILLIC = ("windows-1251", "koi8-r", "iso-8859-5", "cp866")
_BY_LANGUAGE = {
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl", "hr", "bs", "ro", "sq"), _CENTRAL),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "sr"), _CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur"), ("windows-1256", "iso-8859-6")),
    **dict.fromkeys(("el",), ("windows-1253", "iso-8859-7")),
    **dict.fromkeys(("he", "yi"), ("windows-1255", "iso-8859-8")),
    **dict.fromkeys(("tr", "az"), ("windows-1254",)),
    **dict.fromkeys(("et", "lv", "lt"), ("windows-1257",)),
    "vi": ("windows-1258",),
    "th": ("cp874",),
    "ja": ("cp932", "euc-jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5"),
}


def declared_encoding(data: bytes) -> str:
    """What a page or an XML file says of itself; empty if nothing that is known here."""
    match = _META.search(data[:_SNIFFED]) or _XML.match(data)
    if match is None:
        return ""
    name = match[1].decode("ascii", errors="replace")
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    # As all browsers do: who writes latin-1 means windows-1252.
    return {"iso8859-1": "windows-1252", "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        codec, codec
    )


def legacy_encodings(language: str) -> tuple[str, ...]:
    """The encodings in which texts of a language were written before Unicode, the usual one first."""
    subtag, *others = language.replace("_", "-").lower().split("-")
    if subtag == "zh" and {"hant", "tw", "hk"} & set(others):
        return ("big5", "gb18030")
    return _BY_LANGUAGE.get(subtag, _WESTERN)


def plausibility(text: str) -> float:
    """How much a decoded text looks like words, by its pairs of neighbouring letters and its commonest characters.

    A wrong encoding puts capitals and other scripts into words, signs between letters, and rare characters for common
    ones.
    """
    score = 0.0
    for left, right in pairwise(text):
        if left.isascii() and right.isascii():
            continue
        if left in _COMMON_CHINESE:
            score += 2
        if not (left.isalpha() and right.isalpha()):
            stray = "\x80" <= left <= "\x9f" or left == "\ufffd" or _is_stray(left, right) or _is_stray(right, left)
            score -= 4 * stray
        elif (left.islower() and right.isupper()) or (left < _LATIN_END) != (right < _LATIN_END):
            score -= 4
        else:
            score += 1
    return score


def _is_stray(letter: str, sign: str) -> bool:
    """Whether a sign beyond ASCII touches a letter of another alphabet than ours."""
    return letter.isalpha() and not letter.isascii() and "\x7f" < sign < _CHINESE_SIGNS and not sign.isspace()
