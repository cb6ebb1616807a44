"""The end of a condition's document: the languages that the condition can be read in, and the dates."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from api import addresses
from api.serialising import Json, moment, to_bytes


@dataclass(frozen=True, slots=True)
class Dates:
    """When an edition first appeared, and when its bytes last changed."""

    published_at: datetime.datetime
    modified_at: datetime.datetime


def ending(slug: str, source_locale: str, locales: Collection[str], dates: Dates) -> Json:
    """The last keys of a document. `locales` has every language that the condition can be read in, this one too.

    Which of them is the original is all that is said of their texts: how complete a translation is stands in that
    translation. Otherwise each approved sentence in one language would be news in all the others.
    """
    listed = [
        {
            "locale": locale,
            "url": addresses.canonical(locale, slug),
            "status": "source" if locale == source_locale else "translation",
        }
        for locale in sorted(locales)
    ]
    return {"locales": listed, **_dated(dates)}


def dated(body: bytes, dates: Dates) -> bytes:
    """A document with other dates: the bytes that composing it with these would give.

    In a string a quotation mark has a backslash before it, so the last `,"published_at":` is the key of the document.
    Raises ValueError where there is none.
    """
    head, key, _ = body.rpartition(b',"published_at":')
    if not key:
        raise ValueError(f"no document of a condition: {body[:80]!r}")
    return head + b"," + to_bytes(_dated(dates))[1:]


def _dated(dates: Dates) -> Json:
    return {"published_at": moment(dates.published_at), "modified_at": moment(dates.modified_at)}
