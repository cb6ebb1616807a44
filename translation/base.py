"""What a translator's file was made from: the translations that the CMS had, each as a few digits of its digest. Pure.

By this a file that comes back is known to be older than a text that somebody else gave meanwhile. Whoever strips the
header loses that, and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from translation.catalogue import Entry
from translation.findings import Kind, Remark, Severity, excerpt
from translation.verdicts import Row

HEADER = "X-Plexus-Base"
NOTHING = "none"
_DIGITS = 6  # of some dozens of texts, one in 300,000 is then taken for another
_VALUE = re.compile(rf"(?:[0-9a-f]{{{_DIGITS}}})+")

Base = frozenset[str]


def header_of(entries: Iterable[Entry]) -> tuple[str, str]:
    """The header field for entries as they are exported: those with a translation of exactly their source."""
    own = (entry for entry in entries if entry.target and entry.previous is None)
    return HEADER, "".join(_digest(entry.context, entry.source, entry.target) for entry in own) or NOTHING


def base_in(headers: Iterable[tuple[str, str]]) -> Base | None:
    """What the header fields of a file say; None where they don't, or not so that it can be read."""
    value = next((value for name, value in headers if name.lower() == HEADER.lower()), "")
    if value == NOTHING:
        return frozenset()
    if not _VALUE.fullmatch(value):
        return None
    return frozenset(value[at : at + _DIGITS] for at in range(0, len(value), _DIGITS))


def is_unseen(base: Base | None, entry: Entry, row: Row | None, translator: int | None) -> bool:
    """Whether the CMS has another translation than the entry's, by somebody else than `translator`, and the file was
    made before it: then its translator never saw that.
    """
    return row is not None and row.target_text != entry.target and is_by_others_since(base, entry, row, translator)


def is_by_others_since(base: Base | None, entry: Entry, row: Row | None, translator: int | None) -> bool:
    """Whether somebody else than `translator` gave the text that the CMS has, after the file was made."""
    return row is not None and row.translator_id != translator and _is_since(base, entry, row)


def own_remarks(base: Base | None, entry: Entry, row: Row | None, translator: int | None) -> Iterator[Remark]:
    """What a translator is told whose file replaces another text of their own that the file doesn't know: they may go
    on with one file, but may also have sent two.
    """
    if row is None or row.translator_id != translator or row.target_text == entry.target:
        return
    if _is_since(base, entry, row):
        who = "nobody who was named" if translator is None else "the same translator"
        message = f"it replaces a text that was given after this file was made, by {who}: {excerpt(row.target_text)}"
        yield Remark(Kind.OLDER_FILE, Severity.WARNING, f"{message}; the history keeps that one")


def _is_since(base: Base | None, entry: Entry, row: Row) -> bool:
    return base is not None and _digest(entry.context, row.source_text, row.target_text) not in base


def _digest(context: str | None, source: str, target: str) -> str:
    return hashlib.sha256("\0".join((context or "", source, target)).encode()).hexdigest()[:_DIGITS]
