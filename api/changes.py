"""A page of the change feed: what happened in one language after a place, as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api import addresses
from api.cursors import FeedCursor
from api.models import Edition
from api.packing import Part
from api.parameters import DEFAULT_LIMIT
from api.serialising import Json, moment, to_bytes


@dataclass(frozen=True, slots=True)
class Page:
    """Some changes, oldest first, and the place in the feed that they lead to."""

    locale: str
    cursor: FeedCursor
    has_more: bool
    changes: Sequence[Edition]
    limit: int = DEFAULT_LIMIT


def page_parts(page: Page) -> Iterator[Part]:
    """The answer in pieces. Documents are stored bytes: each is byte for byte the one at its address."""
    following = f"{addresses.locale_root(page.locale)}changes/?since={page.cursor}&limit={page.limit}"
    head: Json = {"locale": page.locale, "cursor": str(page.cursor), "has_more": page.has_more, "next": following}
    yield Part(to_bytes(head)[:-1] + b',"changes":[')
    separator = b""
    for edition in page.changes:
        known: Json = {"id": str(edition.condition), "slug": edition.slug, "at": moment(edition.modified_at)}
        if edition.state == Edition.State.WITHDRAWN:
            told = {"reason": edition.reason, "message": edition.message, "message_lang": edition.message_lang}
            yield Part(separator + to_bytes({"type": "tombstone", **known, **told}))
        else:
            written = to_bytes({"type": "condition", **known, "version": edition.version})
            yield Part(separator + written[:-1] + b',"document":')
            yield Part(bytes(edition.body), bytes(edition.gzip))
            yield Part(b"}")
        separator = b","
    yield Part(b"]}")


def page_bytes(page: Page) -> bytes:
    """The answer as one."""
    return b"".join(part.body for part in page_parts(page))
