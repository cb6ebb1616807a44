"""Where editors upload old pages, and find those that wait and those that became drafts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from pages.importing.decoding import UnreadableDocument
from pages.importing.formats import SUFFIXES
from pages.languages import language_name
from pages.models import UPLOADS_KEPT, UploadedPage
from pages.uploads import keep_upload, may_import

MOST_DONE = 50  # in the list of those that are drafts


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
    """The form, what this editor has uploaded and not finished, and what became drafts."""
    if not may_import(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kept = _keep_all(request, form)
        if len(kept) == 1:
            return redirect("upload", kept[0].pk)
        if kept:
            return redirect("uploads")
    listed = UploadedPage.objects.defer("data", "record")
    context = {
        "form": form,
        "waiting": listed.waiting().filter(user=request.user.pk),
        "done": listed.done().select_related("user", "page")[:MOST_DONE],
        "days": UPLOADS_KEPT.days,
        "header_title": "Import old pages",
    }
    return render(request, "cms/uploads.html", context)


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
