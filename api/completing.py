"""What follows from a document and is kept beside it, so that no request has to make it."""

from __future__ import annotations

import json
from collections.abc import Collection

from api import addresses
from api.models import Edition
from api.packing import brotli_of, gzip_of, unpacked
from api.search_words import SearchText, search_text
from api.serialising import Json, moment, to_bytes
from pages.alphabets import letter_of, sort_key
from pages.vocabulary import CODE_SYSTEM_URIS

COMPLETING = ("gzip", "brotli", "locales", "letter", "sort_key", "listed")  # the columns
_SYSTEMS = {uri: system.value for system, uri in CODE_SYSTEM_URIS.items()}


def complete(edition: Edition, locales: Collection[str]) -> None:
    """Fills in the columns. `locales` are all languages that the condition can be read in."""
    body = bytes(edition.body)
    edition.gzip, edition.brotli = gzip_of(body), brotli_of(body)
    edition.locales = ",".join(sorted(locales))
    edition.letter = letter_of(edition.title, edition.locale)
    edition.sort_key = sort_key(edition.title, edition.locale)
    edition.listed = listed(edition)


def listed(edition: Edition) -> bytes:
    """What lists show of an edition beside its document: a JSON object."""
    summary: Json = {
        "id": str(edition.condition),
        "slug": edition.slug,
        "url": addresses.canonical(edition.locale, edition.slug),
        "title": edition.title,
        "title_lang": edition.title_lang,
        "summary": edition.summary,
        "summary_lang": edition.summary_lang,
        "status": edition.status,
        "version": edition.version,
        "published_at": moment(edition.published_at),
        "modified_at": moment(edition.modified_at),
    }
    return to_bytes(summary)


def searched(edition: Edition) -> SearchText:
    """What an edition is found by."""
    return search_text(json.loads(bytes(edition.body)), _SYSTEMS)


def incomplete(edition: Edition, locales: Collection[str], indexed: SearchText | None) -> list[str]:
    """The names of what should follow from the document, and doesn't. `indexed` is what it is found by now."""
    body = bytes(edition.body)
    found: dict[str, tuple[object, object]] = {
        "gzip": (unpacked(bytes(edition.gzip), "gzip"), body),
        "brotli": (unpacked(bytes(edition.brotli), "br"), body),
        "locales": (edition.locales, ",".join(sorted(locales))),
        "letter": (edition.letter, letter_of(edition.title, edition.locale)),
        "sort_key": (bytes(edition.sort_key), sort_key(edition.title, edition.locale)),
        "listed": (bytes(edition.listed), listed(edition)),
        "search index": (indexed, searched(edition)),
    }
    return [name for name, (kept, right) in found.items() if kept != right]
