"""A page of a list of conditions: the parameters that say what is in it, and its bytes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from api import addresses
from api.cursors import BadCursorError, ListCursor
from api.models import Edition, EditionQuerySet
from api.packing import Part
from api.parameters import read_limit
from api.problems import BAD_CURSOR, BAD_PARAMETER, Problem
from api.serialising import Json, moment, to_bytes
from translation.compose import Status

FILTERS = ("status", "modified_since", "include")
PARAMETERS = frozenset({*FILTERS, "limit", "cursor"})

# RFC 3339 §5.6; its offset is asked for, because a time of nowhere would be off by hours.
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list was asked for. `after` is the last slug that was seen, "" for the first page."""

    limit: int
    after: str
    statuses: tuple[Status, ...]  # none: any
    modified_since: datetime.datetime | None
    with_documents: bool


def read_wanted(parameters: Mapping[str, str]) -> Wanted:
    """Raises Problem (bad-parameter, bad-cursor) for a value that means nothing."""
    include = parameters.get("include")
    if include not in (None, "sections"):
        raise Problem(BAD_PARAMETER, "`sections`.", parameter="include")
    return Wanted(
        read_limit(parameters),
        _read_cursor(parameters),
        _read_statuses(parameters),
        _read_since(parameters),
        bool(include),
    )


def page_of(editions: EditionQuerySet, locale: str, parameters: Mapping[str, str]) -> list[Part]:
    """A page of the published `editions` that the parameters ask for, by slug, in pieces. One query."""
    wanted = read_wanted(parameters)
    editions = editions.published().order_by("slug")
    if not wanted.with_documents:
        editions = editions.without_body()
    if wanted.after:
        editions = editions.filter(slug__gt=wanted.after)
    if wanted.statuses:
        editions = editions.with_status(wanted.statuses)
    if wanted.modified_since:
        editions = editions.modified_since(wanted.modified_since)
    # One more than asked for tells whether there is a next page.
    found = list(editions[: wanted.limit + 1])
    following = None
    if len(found) > wanted.limit:
        found = found[: wanted.limit]
        query = {name: parameters[name] for name in FILTERS if name in parameters}
        query |= {"limit": str(wanted.limit), "cursor": str(ListCursor(found[-1].slug))}
        following = f"{addresses.locale_root(locale)}conditions/?{urlencode(query)}"
    parts = [Part(to_bytes({"locale": locale})[:-1] + b',"items":[')]
    for number, edition in enumerate(found):
        parts += _item(edition, separator=b"," if number else b"", with_document=wanted.with_documents)
    return [*parts, Part(b"]," + to_bytes({"next": following})[1:])]


def _read_cursor(parameters: Mapping[str, str]) -> str:
    try:
        return ListCursor.parse(parameters["cursor"]).slug if "cursor" in parameters else ""
    except BadCursorError as error:
        raise Problem(BAD_CURSOR, str(error), parameter="cursor") from error


def _read_statuses(parameters: Mapping[str, str]) -> tuple[Status, ...]:
    names = parameters["status"].split(",") if "status" in parameters else []
    known = {status.value: status for status in Status}
    if not set(names) <= known.keys():
        listed = ", ".join(f"`{name}`" for name in known)
        raise Problem(BAD_PARAMETER, f"One of {listed}, or several with commas between them.", parameter="status")
    return tuple(known[name] for name in dict.fromkeys(names))


def _read_since(parameters: Mapping[str, str]) -> datetime.datetime | None:
    text = parameters.get("modified_since")
    if text is None:
        return None
    try:
        if _MOMENT.fullmatch(text):
            return datetime.datetime.fromisoformat(text.upper()).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        pass  # a 30th of February, or a year that no calendar has
    message = "A moment as in 2026-05-18T14:02:31Z (RFC 3339); in an address, a + is written %2B."
    raise Problem(BAD_PARAMETER, message, parameter="modified_since")


def _item(edition: Edition, *, separator: bytes, with_document: bool) -> list[Part]:
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
    # The stored bytes go in as they are: the document in the list is byte for byte the one at its address.
    document = Part(bytes(edition.body), bytes(edition.gzip)) if with_document else Part(b"null")
    return [Part(separator + to_bytes(summary)[:-1] + b',"document":'), document, Part(b"}")]
