"""A translator's file, from the desk and back to it: the same catalogues and the same gate as those of the commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from cms.desk.places import crumbs, find_place, language, refuse
from translation.catalogue import CatalogueError
from translation.conditions import SourceCondition, memory_of, split_context
from translation.export import catalogue_of
from translation.findings import Finding, Kind, Severity
from translation.formats import FORMATS, read_any
from translation.import_report import FileReport
from translation.intake import import_catalogue

LARGEST = 5_000_000  # bytes; a condition's catalogue has some ten thousand


@require_safe
def download(request: HttpRequest, page_id: int, locale: str, carrier: str) -> HttpResponse:
    """The condition's catalogue in a format of translation.formats. Raises Http404 for any other."""
    place = find_place(request, page_id, locale)
    page, source = place.page, place.source
    if carrier not in FORMATS:
        raise Http404(f"There is no format {carrier!r}; there are {', '.join(FORMATS)}.")
    chosen = FORMATS[carrier]
    try:
        data = chosen.write(catalogue_of(source, locale, memory_of(source.key, locale)))
    except CatalogueError as error:
        messages.error(request, f"A text can't stand in such a file, PO can carry it: {error}")
        return redirect(place.form)
    disposition = content_disposition_header(True, f"{page.slug}.{locale}{chosen.suffix}") or ""
    return HttpResponse(data, headers={"Content-Type": chosen.media_type, "Content-Disposition": disposition})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, page_id: int, locale: str) -> HttpResponse:
    """Takes a file whole or not at all; a refused one changes nothing, and every finding is shown."""
    place = find_place(request, page_id, locale)
    page = place.page
    target = language(locale, request)
    if not target.may_translate:
        return refuse(request, f"You may not translate into {target.name}.")
    report: FileReport | None = None
    problem = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            problem = "Choose a file first."
        elif (file.size or 0) > LARGEST:
            problem = f"This file is larger than {LARGEST // 1_000_000} MB; nothing of it was read."
        else:
            # The folder tells the language of a file whose header a tool has stripped.
            name = f"{locale}/conditions/{Path(file.name or 'file').name}"
            report = _take(request, place.source, name, file.read())
            if report.taken and not report.findings:
                messages.success(request, _summary(report))
                return redirect(place.form)
    context = {
        "place": place,
        "target": target,
        "report": report,
        "summary": _summary(report) if report is not None and report.taken else "",
        "problem": problem,
        "header_title": f"{page.title}: upload {target.name}",
        "breadcrumbs_items": crumbs(
            page,
            (place.form, target.name),
            (reverse("desk:upload", args=(page.pk, locale)), "Upload"),
        ),
    }
    return render(request, "cms/desk/upload.html", context)


def _take(request: HttpRequest, source: SourceCondition, name: str, data: bytes) -> FileReport:
    """The import, unless the file speaks of another condition: that would change something out of sight."""
    strangers = list(_strangers(source, name, data))
    report = import_catalogue(
        file=name,
        data=data,
        locales=settings.LANGUAGE_CODES,
        translator=request.user,  # type: ignore[arg-type]
        dry_run=bool(strangers),
    )
    if not strangers:
        return report
    return replace(report, taken=False, findings=(*report.findings, *strangers))


def _strangers(source: SourceCondition, name: str, data: bytes) -> Iterator[Finding]:
    catalogue, _ = read_any(data, name)
    for entry in catalogue.entries if catalogue is not None else ():
        place = split_context(entry.context)
        if place is not None and place[0] != source.key:
            message = f"this text belongs to another condition; only those of {source.slug} can be uploaded here"
            yield Finding(name, entry.line, place[1], Kind.UNKNOWN_CONTEXT, Severity.ERROR, message)


def _summary(report: FileReport) -> str:
    told = report.counts
    kept = f"{told.confirmed} confirmed, {told.unchanged} unchanged, {told.empty} empty"
    return f"{told.stored} texts stored, {kept}."
