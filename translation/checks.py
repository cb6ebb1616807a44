"""What can be wrong with the words of a translation in any language: numbers, hidden characters, no change. Pure.

Numbers are compared by their digits: those of every script, without the separators that languages write
differently (`1,000`, `1.000`, `1 000`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from pages.markup import plain_text
from translation.findings import Kind, Remark, Severity, excerpt

_NUMBER = re.compile(r"\d+(?:[.,٫٬'’\u00a0\u2009\u202f](?=\d)\d+)*")
_ALLOWED_CONTROLS = frozenset("\n\t\u200c\u200d\u200e\u200f\u061c\u00ad\u200b\ufeff")
# Unicode's explicit direction controls (UAX #9 §2): what opens, and what closes it.
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}


def check_words(source: str, target: str, *, rich: bool, critical: bool) -> Iterator[Remark]:
    """Remarks on a translation. Errors refuse it; what may be right in some case is one for critical text only."""
    source_words, target_words = (plain_text(source), plain_text(target)) if rich else (source, target)
    grave = Severity.ERROR if critical else Severity.WARNING
    wanted, found = Counter(numbers(source_words)), Counter(numbers(target_words))
    if lost := wanted - found:
        yield Remark(Kind.NUMBER, grave, f"{', '.join(lost.elements())} of the source is not in {excerpt(target)}")
    elif added := found - wanted:
        message = f"{', '.join(added.elements())} is not in the source: {excerpt(target)}"
        yield Remark(Kind.NUMBER, Severity.WARNING, message)
    if hidden := [c for c in target if c not in _ALLOWED_CONTROLS and c not in source and _is_control(c)]:
        yield Remark(Kind.CONTROL, Severity.ERROR, f"a control character: {excerpt(hidden[0])} in {excerpt(target)}")
    elif not _is_balanced(target):
        message = f"direction controls that aren't closed: {excerpt(target)}"
        yield Remark(Kind.BIDI, Severity.ERROR, message)
    if target == source and sum(c.isalpha() for c in source_words) > 20:
        yield Remark(Kind.SAME_AS_SOURCE, grave, f"the source itself stands here: {excerpt(target)}")


def numbers(text: str) -> Iterator[str]:
    """The numbers in a text, each as its digits in ASCII: `١٬٠٠٠` and `1.000` are both `1000`."""
    for match in _NUMBER.finditer(text):
        yield "".join(str(unicodedata.digit(c)) for c in match[0] if c.isdigit())


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in "\u202d\u202e"  # overrides turn text around letter by letter


def _is_balanced(text: str) -> bool:
    awaited: list[str] = []
    for char in text:
        if char in _OPENS:
            awaited.append(_OPENS[char])
        elif char in "\u202c\u2069" and (not awaited or awaited.pop() != char):
            return False
    return not awaited
