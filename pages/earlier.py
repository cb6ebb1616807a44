"""The pages that a file may be another version of: by where it came from, its bytes, its name or its title."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from pages.drafts import differences_from, is_edited
from pages.importing.differences import Difference
from pages.importing.streams import to_blocks
from pages.importing.values import ImportedDocument
from pages.models import ConditionPage, ImportedSource


class Likeness(StrEnum):
    """What a file and an earlier import have in common; the surest first."""

    ADDRESS = "address"
    BYTES = "bytes"
    NAME = "name"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A page that may be of the same file.

    `address` is by which its draft is found again; "" for a page that was never imported, which no import may revise.
    `is_same_file`: its bytes are the same, so that importing it there would change nothing. `is_edited`: editors have
    changed its sections since. `differences` are those between its newest draft and the document.
    """

    likeness: Likeness
    page: ConditionPage
    address: str
    imported_at: datetime.datetime | None
    is_same_file: bool
    is_edited: bool
    differences: tuple[Difference, ...]

    @property
    def lines(self) -> int:
        """How many lines would leave or come."""
        return sum(len(difference.removed) + len(difference.added) for difference in self.differences)


def earlier_of(*, document: ImportedDocument, address: str, digest: str, name: str, locale: str) -> tuple[Earlier, ...]:
    """What was imported before of a file of this name and SHA-256 from this address, and pages of its title.

    Only the page from the same address, if there is one: then nobody has to choose. Else each page once.
    """
    known = ImportedSource.objects.select_related("page", "revision").order_by("address")
    if (same := known.filter(address=address).first()) is not None:
        return (_imported(Likeness.ADDRESS, same, document, digest),)
    here = known.filter(page__locale__language_code=locale)
    found = {
        source.page_id: _imported(Likeness.BYTES, source, document, digest) for source in known.filter(digest=digest)
    }
    for source in here.filter(Q(address=name) | Q(address__endswith=f"/{name}")).exclude(page__in=found):
        found.setdefault(source.page_id, _imported(Likeness.NAME, source, document, digest))
    return (*found.values(), *_of_title(document, locale, set(found)))


def _imported(likeness: Likeness, source: ImportedSource, document: ImportedDocument, digest: str) -> Earlier:
    draft = source.page.get_latest_revision_as_object()
    return Earlier(
        likeness=likeness,
        page=draft,
        address=source.address,
        imported_at=source.imported_at,
        is_same_file=source.digest == digest,
        is_edited=is_edited(source),
        differences=differences_from(draft, to_blocks(document)),
    )


def _of_title(document: ImportedDocument, locale: str, known: set[int]) -> Iterator[Earlier]:
    titled = ConditionPage.objects.filter(Q(title__iexact=document.title) | Q(draft_title__iexact=document.title))
    for page in titled.filter(locale__language_code=locale).exclude(pk__in=known).order_by("slug"):
        yield Earlier(Likeness.TITLE, page, "", None, is_same_file=False, is_edited=False, differences=())
