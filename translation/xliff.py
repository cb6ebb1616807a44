"""What the reader and the writers of XLIFF agree on: names, categories of notes, and the identity of a unit.

Versions 1.2 and 2.1 (OASIS). A unit carries its context twice: as its name, and spelled into its id, since tools
renumber ids and leave names alone, or the other way round.
"""

from __future__ import annotations

import re

from translation.catalogue import is_flag
from translation.segments import is_rich
from translation.xliff_xml import unwritable

NAMESPACE_12 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"  # that of 2.1 too
NAMESPACE_SIZE = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
NAMESPACE_XML = "http://www.w3.org/XML/1998/namespace"

# Who a note is from (1.2), or its category (2.1). translate-toolkit has the first two words for the same.
FOR_TRANSLATORS = "developer"
BY_TRANSLATORS = "translator"
FLAGS = "flags"
HEADER = "header"
FORMER_SOURCE = "former-source"
FORMER_CONTEXT = "former-context"

# XLIFF 2.1 has no state for a target that isn't finished: it is “initial”, and this says the rest.
NEEDS_REVIEW = "plexus:needs-review"

_LIMIT = re.compile("max-length:([1-9][0-9]{0,8})")
_ID = re.compile(r"u-((?:[A-Za-z0-9.-]|_[0-9a-f]{1,6}_)*)(?::[0-9]+)?")


def has_codes(context: str | None) -> bool:
    """Whether the texts of a unit are rich: only there a `<` can be a tag."""
    return context is not None and is_rich(context)


def unit_id(context: str | None, number: int, *, again: bool) -> str:
    """The id of the unit with this context, an NMTOKEN. `number` is that of the unit in its file, `again` tells that
    an earlier one has the same context."""
    if context is None:
        return f"n-{number}"
    spelled = re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", context)
    return f"u-{spelled}:{number}" if again else f"u-{spelled}"


def context_of_id(text: str) -> str | None:
    """The context that `unit_id` spelled into an id; None if it isn't one of ours."""
    match = _ID.fullmatch(text)
    if match is None:
        return None
    parts = re.split("_([0-9a-f]+)_", match[1])
    codes = [int(code, 16) for code in parts[1::2]]
    if any(code > 0x10FFFF for code in codes):
        return None
    parts[1::2] = [chr(code) for code in codes]
    context = "".join(parts)
    return None if unwritable(context) else context


def limit_of(flags: tuple[str, ...]) -> str | None:
    """The greatest length that the flags name, as a number in digits."""
    return next((match[1] for flag in flags if (match := _LIMIT.fullmatch(flag))), None)


def limit_flags(limit: str | None) -> tuple[str, ...]:
    """The flags that a limit stands for, by itself; none if it is no number."""
    flag = f"max-length:{limit}"
    return (flag,) if _LIMIT.fullmatch(flag) else ()


def split_flags(text: str) -> tuple[str, ...] | None:
    """The flags in a note; None if it holds something else."""
    flags = tuple(text.split(", "))
    return flags if all(is_flag(flag) and flag != "fuzzy" for flag in flags) else None


def comment_lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Comments as both sides spell them: one line each, without space around it, as in a PO file."""
    return tuple(line.strip() for text in texts for line in text.splitlines() or [""])
