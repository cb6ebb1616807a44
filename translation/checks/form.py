"""What can be wrong with a text in any language: hidden characters, no change, much too short, another end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.findings import Kind, Remark, Severity, excerpt

# Unicode's explicit direction controls (UAX #9 §2): what opens, and what closes it.
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DIRECTION = re.compile("[\u202a-\u202c\u2066-\u2069]")
# Overrides turn text around letter by letter; the others break lines, or stand in words where nobody sees them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202d\u202e\u2060\u3164\ufeff]")

_ENDS = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon", "": "none"}
_CLOSING = " \t\n\r\u00a0\u2009\u202f\"'”’»«)]」』\u200e\u200f\u202c\u2069"
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]\.\Z")  # I.E., p.m.: the point is the word's own
_SAME_END = {
    **dict.fromkeys(".。．।۔…", "."),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys(":：", ":"),
}

_SHORT = 0.4  # of the letters of the source
_LONG_ENOUGH = 60  # letters from which that says something
_VERY_SHORT = 0.2  # of the letters of a shorter sentence
_WORDS = 3  # that a sentence has at least
_STUB = 0.1  # of the letters of so many words, whatever they end with: names have short forms (MRI)
_MANY_WORDS = 7
_ONE_LETTER = 10  # letters from which one is no short form
_DENSE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that need few letters
_DENSITY = 3  # letters of others that one of these stands for, about


def check_form(source: str, target: str, source_words: str, target_words: str, *, grave: Severity) -> Iterator[Remark]:
    """Remarks on a translation as it stands, and on its words alone."""
    if (hidden := _CONTROL.search(target)) and hidden[0] not in source:
        yield Remark(Kind.CONTROL, Severity.ERROR, f"a control character: U+{ord(hidden[0]):04X} in {excerpt(target)}")
    elif not _is_balanced(target):
        yield Remark(Kind.BIDI, Severity.ERROR, f"direction controls that aren't closed: {excerpt(target)}")
    if target == source:
        if sum(map(str.isalpha, source_words)) > 20:
            yield Remark(Kind.SAME_AS_SOURCE, grave, f"the source itself stands here: {excerpt(target)}")
        return
    yield from _check_length(source_words, target_words, target, grave)
    was, now = _end(source_words), _end(target_words)
    if None not in (was, now) and was != now and {was, now} != {".", "!"}:
        message = f"the source ends with {_ENDS[was or '']}, this with {_ENDS[now or '']}: {excerpt(target)}"
        yield Remark(Kind.PUNCTUATION, Severity.WARNING, message)


def _check_length(source: str, target: str, shown: str, grave: Severity) -> Iterator[Remark]:
    if len(target) >= len(source) * _SHORT:
        return  # most texts
    wanted, found = (sum(map(str.isalpha, words)) for words in (source, target))
    found += (_DENSITY - 1) * len(_DENSE.findall(target))
    least = _SHORT if wanted >= _LONG_ENOUGH else _least_of_few(source)
    if found < wanted * least or (found < 2 and wanted >= _ONE_LETTER):
        message = f"{found} letters for {wanted} of the source: is something missing? {excerpt(shown)}"
        yield Remark(Kind.SHORT, grave, message)


def _least_of_few(text: str) -> float:
    words = len(text.split())
    if words >= _WORDS and _end(text) in (".", "!", "?"):
        return _VERY_SHORT
    return _STUB if words >= _MANY_WORDS else 0


def _end(text: str) -> str | None:
    """The kind of sign at the end, "" if there is none; None where it can't be told from an abbreviation's."""
    end = text.rstrip(_CLOSING)[-3:]
    return None if _ABBREVIATION.search(end) else _SAME_END.get(end[-1:], "")


def _is_balanced(text: str) -> bool:
    awaited: list[str] = []
    for char in _DIRECTION.findall(text):
        if char in _OPENS:
            awaited.append(_OPENS[char])
        elif not awaited or awaited.pop() != char:
            return False
    return not awaited
