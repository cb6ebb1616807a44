"""The preview of a condition in another language: the page's own preview, filled with the localised content."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from api.composing import site_policies
from api.models import Edition
from cms.desk.places import find_place
from pages.content import condition_shape, read_content
from translation.compose import LocalisedContent, Status, compose
from translation.models import SegmentTranslation, State


@require_safe
def preview(request: HttpRequest, page_id: int, locale: str) -> HttpResponse:
    """As readers get it; with `?unreviewed=1` also the finished texts that wait for their review.

    Where readers would get none of it, it says so above the text.
    """
    place = find_place(request, page_id, locale)
    source = place.source
    page = place.page.get_latest_revision_as_object() if place.is_draft else place.page
    rows = SegmentTranslation.objects.of_conditions([source.key]).in_language(locale).by_document()
    stored = rows.get((source.key, locale), [])
    if request.GET.get("unreviewed"):
        stored = [row._replace(state=State.REVIEWED) if row.is_finished else row for row in stored]
    localised = compose(
        condition_shape(),
        read_content(page),
        source_locale=source.locale,
        locale=locale,
        rows=stored,
        policies=site_policies(),
    )
    # This page is never saved: it carries other words into the template, and the language that those are in.
    for name, value in localised.content.items():
        setattr(page, name, json.dumps(value) if isinstance(value, list) else value)
    page.locale = Locale(language_code=locale)
    return render(request, "pages/condition_page.html", {"page": page, "notice": _notice(source.key, localised)})


def _notice(key: UUID, localised: LocalisedContent) -> str:
    if localised.status is not Status.OUTDATED:
        return ""
    missing = len(localised.not_current)
    if localised.is_withdrawn:
        return f"Readers get none of this while its translation isn't current. Texts that are not: {missing}."
    if not Edition.objects.of_conditions([key]).in_language(localised.locale).exists():
        return f"Readers get none of this before its translation is complete. Texts that it lacks: {missing}."
    return ""
