"""The end of a condition's document: the languages that the condition can be read in, and the dates.

It stands last, and here, because it changes when another language does: then it is written anew behind bytes that stay.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from api import addresses
from api.serialising import Json, moment, to_bytes
from translation.compose import Status


@dataclass(frozen=True, slots=True)
class Dates:
    """When an edition first appeared, and when its bytes last changed."""

    published_at: datetime.datetime
    modified_at: datetime.datetime


def ending(slug: str, statuses: Mapping[str, Status], dates: Dates) -> Json:
    """The last keys of a document. `statuses` has every language that the condition can be read in, this one too."""
    return {"locales": _listed(slug, statuses), **_dated(dates)}


def _listed(slug: str, statuses: Mapping[str, Status]) -> list[Json]:
    return [
        {"locale": locale, "url": addresses.canonical(locale, slug), "status": status.value}
        for locale, status in sorted(statuses.items())
    ]


def _dated(dates: Dates) -> Json:
    return {"published_at": moment(dates.published_at), "modified_at": moment(dates.modified_at)}


class NewEnding:
    """Another ending for the documents of one condition: other languages in which it can be read, and other dates."""

    def __init__(self, slug: str, statuses: Mapping[str, Status]) -> None:
        self._listed = to_bytes({"locales": _listed(slug, statuses)})[1:-1]

    def of(self, body: bytes, dates: Dates) -> bytes:
        """A document with this ending: the bytes that composing it whole would give, if nothing else has changed.

        In a string a quotation mark has a backslash before it, so the last `,"locales":[` is the key of the document.
        Raises ValueError where there is none.
        """
        head, key, _ = body.rpartition(b',"locales":[')
        if not key:
            raise ValueError(f"no document of a condition: {body[:80]!r}")
        return b",".join((head, self._listed, to_bytes(_dated(dates))[1:]))
