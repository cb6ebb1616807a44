"""Where editors see what was understood of an upload, move texts, and make a draft; later, what was said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.upload_choices import HEADING, LEAVE_OUT, TEXT, BadChangesError, read_changes, read_destination
from pages.drafts import TITLE_LENGTH, EditedSinceError, NoPlaceError, OtherLanguageError
from pages.earlier import Likeness
from pages.importing.rearranging import Item, items_of
from pages.importing.values import Dropped, Flag, FlagKind, Kind
from pages.languages import direction, language_name
from pages.models import UPLOADS_KEPT, UploadedPage
from pages.uploads import (
    NEW_PAGE,
    ImportedBeforeError,
    Proposal,
    ProposalChangedError,
    UndecidedError,
    import_upload,
    may_import,
    original_of,
    propose,
)
from pages.vocabulary import Section

_OF_THE_WHOLE = (FlagKind.WRONG_LANGUAGE, FlagKind.NO_LEXICON, FlagKind.NO_HEADING, FlagKind.NO_TEXT)  # told first
_SECTIONS = {section.value: section.value.capitalize() for section in Section}
_REFUSALS = (
    BadChangesError,
    UndecidedError,
    ImportedBeforeError,
    NoPlaceError,
    OtherLanguageError,
    EditedSinceError,
)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A flag with its number on the page, from 1; `following` is the number of the next one, 0 after the last."""

    flag: Flag
    number: int
    following: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """A text with the place, and the kind (heading or text), that are chosen for it; `origin` counts the originals."""

    number: str
    chosen: str
    item: Item | Dropped
    origin: int = 0
    kind: str = ""
    doubts: tuple[_Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands below one heading, and what is chosen for all of it."""

    field: str
    name: str
    chosen: str
    choices: tuple[_Choice, ...]


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, upload_id: int) -> HttpResponse:
    """The original beside the proposed structure, each text with its place; of one that is a draft, what was said."""
    if not may_import(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    mine_or_done = Q(user=request.user.pk) | Q(imported_at__isnull=False)
    kept = get_object_or_404(UploadedPage.objects.filter(mine_or_done), pk=upload_id)
    if kept.imported_at is not None:
        return render(request, "cms/upload_done.html", _record(kept))
    if request.POST.get("act") == "discard":
        kept.delete()
        messages.success(request, f"{kept.name} was discarded.")
        return redirect("uploads")
    proposal = propose(kept)
    if request.method == "POST":
        try:
            saved = import_upload(
                upload=kept,
                changes=read_changes(request.POST, proposal.document),
                seen=request.POST.get("seen", ""),
                user=request.user,  # type: ignore[arg-type]
                destination=read_destination(request.POST),
            )
        except ProposalChangedError as error:
            messages.error(request, f"Nothing was saved: {error}.")
            return render(request, "cms/upload.html", _context(kept, proposal, {}))
        except _REFUSALS as error:
            messages.error(request, f"Nothing was saved: {error}")
        else:
            record = messages.button(reverse("upload", args=(kept.pk,)), "What was flagged and left out")
            told = f"“{saved.page.title}” is a draft now. Read it before you publish it."
            messages.success(request, told, buttons=[record])
            return redirect("wagtailadmin_pages:edit", saved.page.pk)
    return render(request, "cms/upload.html", _context(kept, proposal, request.POST))


def _of_file(kept: UploadedPage) -> dict[str, Any]:
    return {
        "upload": kept,
        "direction": direction(kept.language),
        "language": language_name(kept.language, "en"),
        "header_title": f"Import {kept.name}",
    }


def _record(kept: UploadedPage) -> dict[str, Any]:
    return _of_file(kept) | {
        "original": original_of(kept),
        "flags": kept.record.get("flags", ()),
        "dropped": kept.record.get("dropped", ()),
        "until": kept.imported_at + UPLOADS_KEPT if kept.imported_at else None,
    }


def _context(kept: UploadedPage, proposal: Proposal, posted: Mapping[str, str]) -> dict[str, Any]:
    document = proposal.document
    items = items_of(document)
    # Those of the whole page and of no text on it stand above, the others below their texts, in that order.
    placed = sorted(((_concerned(flag, items), flag) for flag in document.flags), key=lambda pair: pair[0])
    above = [flag for at, flag in placed if at < 0]
    total = len(placed)
    doubts = [_Doubt(flag, n, n + 1 if n < total else 0) for n, (_, flag) in enumerate(placed, start=1)]
    by_item: dict[int, list[_Doubt]] = defaultdict(list)
    for (at, _), doubt in zip(placed, doubts, strict=True):
        by_item[at].append(doubt)
    origins = {(one.line, one.text): at for at, one in reversed([*enumerate(proposal.original, start=1)])}
    lines = {one.line: at for at, one in reversed([*enumerate(proposal.original, start=1)])}
    runs: dict[int, list[_Choice]] = defaultdict(list)
    for item in items:
        number, block = str(item.number), item.block
        runs[item.run].append(
            _Choice(
                number=number,
                chosen=posted.get(f"item-{number}") or item.section.value,
                item=item,
                origin=origins.get((block.line, block.text)) or lines.get(block.line, 0),
                kind=posted.get(f"kind-{number}") or (HEADING if block.kind is Kind.HEADING else TEXT),
                doubts=tuple(by_item.get(item.number, ())),
            )
        )
    return _of_file(kept) | {
        "title": posted.get("title", document.title),
        "title_length": TITLE_LENGTH,
        "original": proposal.original,
        "seen": proposal.fingerprint,
        "earlier": proposal.earlier,
        "must_choose": any(one.address and one.likeness is not Likeness.ADDRESS for one in proposal.earlier),
        "into": posted.get("into", ""),
        "replaces": bool(posted.get("replace")),
        "new_page": NEW_PAGE,
        "parts": [
            _Part(f"part-{run}", _name_of(run, choices), posted.get(f"part-{run}", ""), tuple(choices))
            for run, choices in runs.items()
        ],
        "dropped": [
            _Choice(str(number), posted.get(f"dropped-{number}") or LEAVE_OUT, drop)
            for number, drop in enumerate(document.dropped)
        ],
        "total": total,
        "above": doubts[: len(above)],
        "sections": _SECTIONS,
        "leave_out": LEAVE_OUT,
        "kinds": {HEADING: "a heading", TEXT: "text"},
    }


def _concerned(flag: Flag, items: Sequence[Item]) -> int:
    """The number of the text that a flag is of; -1 for one of the whole page. All of a page can stand in one line."""
    here = [item for item in items if item.block.line == flag.line]
    if flag.kind in _OF_THE_WHOLE or not here:
        return -1
    where = flag.where.rstrip("…")
    return next((item for item in here if where in item.block.text), here[0]).number


def _name_of(run: int, choices: list[_Choice]) -> str:
    first = choices[0].item
    if isinstance(first, Item) and first.opens:
        return first.block.text
    return "Before the first heading" if run == 0 else "Text without a heading of its own"
