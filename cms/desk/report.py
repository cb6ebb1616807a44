"""The report on translations: every condition by every language, in colour and in words, and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, fields

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.desk.overview import in_words
from cms.desk.places import languages
from pages.models import ConditionPage
from translation.status import StatusLine, translation_status

ON_A_PAGE = 100


@require_safe
def show_report(request: HttpRequest) -> HttpResponse:
    """`?locale=` (repeatable), `?incomplete=1` and `?critical=1` narrow it; `?format=csv` gives the lines as a file."""
    wanted = [code for code in request.GET.getlist("locale") if code in settings.LANGUAGE_CODES]
    codes = wanted or settings.LANGUAGE_CODES
    incomplete, critical = bool(request.GET.get("incomplete")), bool(request.GET.get("critical"))
    lines = [
        line
        for line in translation_status(codes)
        if not (incomplete and line.is_complete) and not (critical and not line.critical)
    ]
    if request.GET.get("format") == "csv":
        return _csv(lines)
    codes = [code for code in codes if any(line.locale == code for line in lines)]  # the source language has none
    by_slug: dict[str, dict[str, StatusLine]] = {}
    for line in lines:
        by_slug.setdefault(line.slug, {})[line.locale] = line
    shown = Paginator(sorted(by_slug), ON_A_PAGE).get_page(request.GET.get("p"))
    pages = {page.slug: page for page in ConditionPage.objects.filter(slug__in=list(shown)).defer_streamfields()}
    query = request.GET.copy()
    query.pop("p", None)
    query.pop("format", None)
    context = {
        "languages": languages(settings.LANGUAGE_CODES, request),
        "chosen": wanted,
        "columns": languages(codes, request),
        "rows": [
            (pages[slug], [(code, line, in_words(line) if line else "") for code, line in _cells(by_slug[slug], codes)])
            for slug in shown
            if slug in pages
        ],
        "incomplete": incomplete,
        "critical": critical,
        "shown": shown,
        "query": query.urlencode(),
        "header_title": "Translations",
        "breadcrumbs_items": [{"url": "", "label": "Reports"}, {"url": request.path, "label": "Translations"}],
    }
    return render(request, "cms/desk/report.html", context)


def _cells(lines: dict[str, StatusLine], codes: Iterable[str]) -> list[tuple[str, StatusLine | None]]:
    return [(code, lines.get(code)) for code in codes]


def _csv(lines: Iterable[StatusLine]) -> HttpResponse:
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="translations.csv"',
    }
    answer = HttpResponse(headers=headers)
    writer = csv.writer(answer)
    writer.writerow([*(field.name for field in fields(StatusLine)), "state"])
    writer.writerows([*astuple(line), in_words(line)] for line in lines)
    return answer
