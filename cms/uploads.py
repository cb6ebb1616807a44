"""Where editors upload old pages, see what was understood of them, move texts, and make drafts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from pages.drafts import TITLE_LENGTH, EditedSinceError, NoPlaceError, OtherLanguageError
from pages.importing.decoding import UnreadableDocument
from pages.importing.formats import SUFFIXES
from pages.importing.rearranging import Changes, Item, items_of
from pages.importing.values import Dropped, Flag, FlagKind, ImportedDocument
from pages.languages import direction, language_name
from pages.models import UploadedPage
from pages.uploads import (
    ImportedBeforeError,
    Proposal,
    ProposalChangedError,
    import_upload,
    keep_upload,
    may_import,
    propose,
)
from pages.vocabulary import Section

LEAVE_OUT = "leave-out"
_OF_THE_WHOLE = (FlagKind.WRONG_LANGUAGE, FlagKind.NO_LEXICON, FlagKind.NO_HEADING, FlagKind.NO_TEXT)  # told first
_SECTIONS = {section.value: section.value.capitalize() for section in Section}


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """One or more files."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) and data else [None]
        return [super(_FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    documents = _FilesField(
        label="Files", allow_empty_file=True, widget=_ManyFiles(attrs={"accept": ",".join(SUFFIXES)})
    )
    language = forms.ChoiceField(label="The language that they are written in")
    address = forms.URLField(
        label="Where it was published",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="For a single file: with it, links within the old site are kept, and its draft is found again.",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(code, f"{language_name(code, 'en')} ({code})") for code in settings.LANGUAGE_CODES]
        choices = (
            [("", "Choose a language"), *named] if len(named) > 1 else named
        )  # none by default: it would be served
        self.fields["language"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("address") and len(cleaned.get("documents", ())) > 1:
            self.add_error("address", "Several files can't have one address.")
        return cleaned


@require_http_methods(["GET", "POST"])
def uploads(request: HttpRequest) -> HttpResponse:
    """The form, and what this editor has uploaded and not finished."""
    if not may_import(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kept = _keep_all(request, form)
        if len(kept) == 1:
            return redirect("upload", kept[0].pk)
        if kept:
            return redirect("uploads")
    waiting = UploadedPage.objects.filter(user=request.user.pk).defer("data")
    return render(request, "cms/uploads.html", {"form": form, "waiting": waiting, "header_title": "Import old pages"})


def _keep_all(request: HttpRequest, form: UploadForm) -> list[UploadedPage]:
    kept = []
    for file in form.cleaned_data["documents"]:
        try:
            upload = keep_upload(
                user=request.user,  # type: ignore[arg-type]
                name=file.name,
                data=file.read(),
                language=form.cleaned_data["language"],
                address=form.cleaned_data["address"],
            )
        except UnreadableDocument as error:
            messages.error(request, f"{file.name}: {error}")
        else:
            kept.append(upload)
    return kept


@dataclass(frozen=True, slots=True)
class _Choice:
    """A text with the place that is chosen for it."""

    field: str
    chosen: str
    item: Item | Dropped
    flags: tuple[Flag, ...]


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, upload_id: int) -> HttpResponse:
    """The original beside the proposed structure, each text with its place."""
    if not may_import(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    kept = get_object_or_404(UploadedPage, pk=upload_id, user=request.user.pk)
    if request.POST.get("act") == "discard":
        kept.delete()
        messages.success(request, f"{kept.name} was discarded.")
        return redirect("uploads")
    proposal = propose(kept)
    if request.method == "POST":
        try:
            changes = read_changes(request.POST, proposal.document)
            seen = request.POST.get("seen", "")
            saved = import_upload(upload=kept, changes=changes, seen=seen, user=request.user)  # type: ignore[arg-type]
        except ProposalChangedError as error:
            messages.error(request, f"Nothing was saved: {error}.")
            return render(request, "cms/upload.html", _context(kept, proposal, {}))
        except (BadChangesError, ImportedBeforeError, NoPlaceError, OtherLanguageError, EditedSinceError) as error:
            messages.error(request, f"Nothing was saved: {error}")
        else:
            messages.success(request, f"“{saved.page.title}” is a draft now. Read it before you publish it.")
            return redirect("wagtailadmin_pages:edit", saved.page.pk)
    return render(request, "cms/upload.html", _context(kept, proposal, request.POST))


class BadChangesError(ValueError):
    """A form that this page can't have sent."""


def read_changes(posted: Mapping[str, str], document: ImportedDocument) -> Changes:
    """What an editor chose. A choice for a whole part goes before those in it. Raises BadChangesError."""
    title = posted.get("title", "").strip()
    if not title or len(title) > TITLE_LENGTH:
        raise BadChangesError(f"a condition needs a title of at most {TITLE_LENGTH} characters.")
    moved: dict[int, Section | None] = {}
    for item in items_of(document):
        chosen = posted.get(f"part-{item.run}") or posted.get(f"item-{item.number}") or item.section.value
        moved[item.number] = None if chosen == LEAVE_OUT else _section(chosen)
    restored = {
        number: _section(chosen)
        for number in range(len(document.dropped))
        if (chosen := posted.get(f"dropped-{number}", "")) not in ("", LEAVE_OUT)
    }
    return Changes(title, moved, restored)


def _section(name: str) -> Section:
    try:
        return Section(name)
    except ValueError as error:
        raise BadChangesError(f"there is no section “{name[:40]}”.") from error


def _context(kept: UploadedPage, proposal: Proposal, posted: Mapping[str, str]) -> dict[str, Any]:
    document = proposal.document
    flags: dict[int, list[Flag]] = defaultdict(list)
    for flag in document.flags:
        flags[flag.line if flag.kind not in _OF_THE_WHOLE else 0].append(flag)
    parts: dict[int, list[_Choice]] = defaultdict(list)
    for item in items_of(document):
        field = f"item-{item.number}"
        told = tuple(flags.pop(item.block.line, ()))
        parts[item.run].append(_Choice(field, posted.get(field) or item.section.value, item, told))
    dropped = [
        _Choice(f"dropped-{number}", posted.get(f"dropped-{number}") or LEAVE_OUT, drop, ())
        for number, drop in enumerate(document.dropped)
    ]
    return {
        "upload": kept,
        "title": posted.get("title", document.title),
        "title_length": TITLE_LENGTH,
        "direction": direction(kept.language),
        "language": language_name(kept.language, "en"),
        "original": proposal.original,
        "seen": proposal.fingerprint,
        "parts": [(f"part-{run}", posted.get(f"part-{run}", ""), choices) for run, choices in parts.items()],
        "dropped": dropped,
        "flags": [flag for _, some in sorted(flags.items()) for flag in some],
        "sections": _SECTIONS,
        "leave_out": LEAVE_OUT,
        "header_title": f"Import {kept.name}",
    }
