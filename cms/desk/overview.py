"""The languages of a condition: how far each has come, and the way to its form."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.desk.places import crumbs, draft_of, find_page, languages, source_of
from translation.conditions import BrokenDraft, SourceCondition
from translation.models import SegmentTranslation
from translation.status import StatusLine, count_verdicts
from translation.verdicts import TranslationMemory, Verdict


@require_safe
def overview(request: HttpRequest, page_id: int) -> HttpResponse:
    """One line for each language that the condition can be translated into, as it is live and as its draft says."""
    page = find_page(page_id)
    found = draft_of(page)
    broken = found.why if isinstance(found, BrokenDraft) else ""
    draft = found if isinstance(found, SourceCondition) else None
    source = source_of(page) if page.live else draft
    lines: list[dict[str, Any]] = []
    if source is not None:
        stored = SegmentTranslation.objects.of_conditions([page.translation_key]).by_document()
        for target in languages([code for code in settings.LANGUAGE_CODES if code != source.locale], request):
            memory = TranslationMemory(stored.get((source.key, target.code), ()))
            status = count_verdicts(source, target.code, memory)
            lines.append(
                {
                    "language": target,
                    "status": status,
                    "state": in_words(status),
                    "ready": _ready(draft, memory) if draft is not None else 0,
                }
            )
    context = {
        "page": page,
        "lines": lines,
        "broken_draft": broken,
        "has_draft": page.live and draft is not None,
        "ahead": len(draft.ahead) if draft is not None else 0,
        "header_title": f"Translations of {page.title}",
        "breadcrumbs_items": crumbs(page),
    }
    return render(request, "cms/desk/overview.html", context)


def in_words(status: StatusLine) -> str:
    """How far a language has come, in a few words."""
    if status.is_complete:
        return "Complete"
    if status.missing == status.segments:
        return "Not begun"
    if status.stale:
        return "The source changed"
    return "Incomplete" if status.missing else "Waits for review"


def _ready(draft: SourceCondition, memory: TranslationMemory) -> int:
    """How many of the texts that would be new are translated and approved already."""
    ahead = (segment for segment in draft.segments if segment.path in draft.ahead)
    return sum(memory.judge(segment).verdict is Verdict.CURRENT for segment in ahead)
