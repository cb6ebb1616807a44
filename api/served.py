"""What a request for one condition reads: the columns of its edition that are sent, and no model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from api.models import Edition
from api.packing import Coding
from api.prepared import Prepared

_COLUMNS = ("condition", "locale", "slug", "state", "reason", "message", "message_lang", "version", "locales")
_FORMS: Mapping[Coding | None, str] = {None: "body", "gzip": "gzip", "br": "brotli"}


class Served(NamedTuple):
    """An edition with its document in one coding, or a tombstone."""

    condition: UUID
    locale: str
    slug: str
    state: str
    reason: str
    message: str
    message_lang: str
    version: str
    locales: str  # all that the condition can be read in, with commas between
    content: bytes
    coding: Coding | None

    @property
    def is_published(self) -> bool:
        return self.state == Edition.State.PUBLISHED


def find_served(locale: str, slug: str, coding: Coding | None) -> Served | None:
    """What is at a canonical address. One query."""
    rows = _AT_ADDRESS[coding].rows(locale=locale, slug=slug)
    found = _read(rows[0], coding) if rows else None
    if found and found.is_published and not found.content:  # from a release without compressed forms
        return find_served(locale, slug, None)
    return found


def first_served(editions: Any, coding: Coding | None) -> Served | None:
    """The first of some editions. One query."""
    row = editions.values_list(*_COLUMNS, _FORMS[coding]).first()
    found = _read(row, coding) if row else None
    return first_served(editions, None) if found and not found.content and coding else found


def _read(row: tuple[Any, ...], coding: Coding | None) -> Served:
    condition, *texts, content = row
    key = condition if isinstance(condition, UUID) else UUID(condition)
    return Served._make((key, *texts, bytes(content), coding))


def _at_address(form: str) -> Prepared:
    # Published sorts before withdrawn, so a new condition wins over the tombstone of an old one.
    return Prepared(
        lambda locale, slug: (
            Edition.objects.in_language(locale)
            .filter(slug=slug)
            .order_by("state", "-sequence")
            .values_list(*_COLUMNS, form)[:1]
        ),
        locale="a locale",
        slug="a slug",
    )


_AT_ADDRESS = {coding: _at_address(form) for coding, form in _FORMS.items()}
