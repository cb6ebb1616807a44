"""What an editor chooses on the page of an upload: the form that is sent, and what it means."""

from __future__ import annotations

from collections.abc import Mapping

from pages.drafts import TITLE_LENGTH
from pages.importing.rearranging import Changes, items_of
from pages.importing.values import ImportedDocument, Kind
from pages.uploads import Destination
from pages.vocabulary import Section

LEAVE_OUT = "leave-out"
HEADING, TEXT = "heading", "text"


class BadChangesError(ValueError):
    """A form that this page can't have sent."""


def read_changes(posted: Mapping[str, str], document: ImportedDocument) -> Changes:
    """What an editor chose. A choice for a whole part goes before those in it. Raises BadChangesError."""
    title = posted.get("title", "").strip()
    if not title or len(title) > TITLE_LENGTH:
        raise BadChangesError(f"a condition needs a title of at most {TITLE_LENGTH} characters.")
    moved: dict[int, Section | None] = {}
    headings: dict[int, bool] = {}
    for item in items_of(document):
        chosen = posted.get(f"part-{item.run}") or posted.get(f"item-{item.number}") or item.section.value
        moved[item.number] = None if chosen == LEAVE_OUT else _section(chosen)
        headings[item.number] = _is_heading(posted.get(f"kind-{item.number}", ""), item.block.kind)
    restored = {
        number: _section(chosen)
        for number in range(len(document.dropped))
        if (chosen := posted.get(f"dropped-{number}", "")) not in ("", LEAVE_OUT)
    }
    return Changes(title, moved, restored, headings)


def read_destination(posted: Mapping[str, str]) -> Destination:
    """Where the draft goes."""
    return Destination(posted.get("into", ""), replaces=bool(posted.get("replace")))


def _is_heading(chosen: str, kind: Kind) -> bool:
    if chosen not in ("", HEADING, TEXT):
        raise BadChangesError(f"a text is a heading or not, nothing called “{chosen[:40]}”.")
    return chosen == HEADING if chosen else kind is Kind.HEADING


def _section(name: str) -> Section:
    try:
        return Section(name)
    except ValueError as error:
        raise BadChangesError(f"there is no section “{name[:40]}”.") from error
