"""What a written number is worth in a language: `1,000` is a thousand in English and one in Dutch."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from translation.checks.language import Language, language_of

# Digits with what may stand between them; a space only before exactly three more. Folded text.
NUMBER = r"\d++(?:(?:[.,٫٬'](?=\d)|[ \u00a0](?=\d{3}(?!\d)))\d++)*"

_SPACED = re.compile(r"\d{1,3}(?:([ \u00a0'٬])\d{3})(?:\1\d{3})*(?:[.,٫]\d+)?")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{2,3})*[.,]\d{3}")  # two in the middle: India's 1,00,000
_SPACES = re.compile(r"[ \u00a0'٬]")
_SIGNS = re.compile(r"[.,٫]")


class Numeral(NamedTuple):
    """A number. `is_foreign`: written as another language does; `parts`: it may also be these, side by side."""

    value: Decimal
    is_foreign: bool = False
    parts: tuple[Decimal, ...] = ()


def read_numerals(written: str, language: Language) -> tuple[Numeral, ...]:
    """What `NUMBER` has matched in folded text: one number, or several where no reading as one makes sense
    (`12.05.2024`). The rules are CLDR's for the language; only what they leave without a meaning is read as another
    language writes it."""
    return _read(written, language.tag)


@lru_cache(maxsize=4096)
def _read(written: str, tag: str) -> tuple[Numeral, ...]:
    language = language_of(tag)
    if written.isdigit():
        return (Numeral(Decimal(written)),)
    if _SPACES.search(written):
        if not _SPACED.fullmatch(written):
            return tuple(numeral for part in _SPACES.split(written) for numeral in _read(part, tag))
        whole = _signed(_SPACES.sub("", written), language, grouped=True)
        if " " not in written:
            return whole
        # “1 500 mg” may be one of 500 mg.
        parts = tuple(numeral.value for part in written.split(" ") for numeral in _read(part, tag))
        return tuple(numeral._replace(parts=parts) for numeral in whole)
    return _signed(written, language)


def _signed(written: str, language: Language, *, grouped: bool = False) -> tuple[Numeral, ...]:
    """A number with points and commas; `grouped`: its thousands are marked already, so one of them is a decimal's."""
    signs = _SIGNS.findall(written)
    if not signs:
        return (Numeral(Decimal(written)),)
    last, kinds = signs[-1], set(signs)
    head, _, tail = written.rpartition(last)
    if len(kinds) == 2 and signs.count(last) == 1 and _GROUPS.fullmatch(head):
        return (Numeral(_decimal(_SIGNS.sub("", head), tail), last not in ("٫", language.decimal)),)
    if len(signs) > 1:
        if len(kinds) == 1 and _GROUPS.fullmatch(written):
            return (Numeral(Decimal(_SIGNS.sub("", written)), last != language.group),)
        return tuple(Numeral(Decimal(part)) for part in _SIGNS.split(written))
    if last not in ("٫", language.decimal):
        if not grouped and _GROUPS.fullmatch(written):
            return (Numeral(Decimal(head + tail)),)
        return (Numeral(_decimal(head, tail), not language.either_decimal),)
    return (Numeral(_decimal(head, tail)),)


def _decimal(whole: str, fraction: str) -> Decimal:
    return Decimal(f"{whole}.{fraction}")
