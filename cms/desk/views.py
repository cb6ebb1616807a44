"""The translators' desk: the languages of a condition, and the form in which it is translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from cms.desk.fields import FILTERS, lost_places, parts_of
from cms.desk.places import crumbs, find_page, find_place, language, languages, refuse, source_of
from cms.desk.posted import read_edits
from pages.languages import direction, language_name
from translation.conditions import memory_of
from translation.editing import save_texts
from translation.edits import Answer, Outcome, approvable
from translation.formats import FORMATS
from translation.models import SegmentTranslation
from translation.status import StatusLine, count_verdicts
from translation.suggestions import suggestions_for
from translation.verdicts import TranslationMemory, Verdict


@require_safe
def overview(request: HttpRequest, page_id: int) -> HttpResponse:
    """One line for each language that the condition can be translated into."""
    page = find_page(page_id)
    lines: list[dict[str, Any]] = []
    if page.live:
        source = source_of(page)
        stored = SegmentTranslation.objects.of_conditions([page.translation_key]).by_document()
        for target in languages([code for code in settings.LANGUAGE_CODES if code != source.locale], request):
            memory = TranslationMemory(stored.get((source.key, target.code), ()))
            status = count_verdicts(source, target.code, memory)
            lines.append({"language": target, "status": status, "state": in_words(status)})
    context = {
        "page": page,
        "lines": lines,
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


@require_http_methods(["GET", "HEAD", "POST"])
def translate(request: HttpRequest, page_id: int, locale: str) -> HttpResponse:
    """Source beside target. What the gate refuses stays in the form as it was typed; the rest is stored."""
    page, source = find_place(page_id, locale)
    answers: Sequence[Answer] = ()
    if request.method == "POST":
        memory = memory_of(source.key, locale)
        judged = [memory.judge(segment) for segment in source.segments]
        all_mine = approvable(judged, request.user.pk or 0) if "approve_all" in request.POST else frozenset[str]()
        edits = read_edits(request.POST.dict(), approvable=all_mine)
        try:
            answers = save_texts(condition=source.key, locale=locale, edits=edits, user=request.user)  # type: ignore[arg-type]
        except PermissionDenied as error:
            return refuse(request, str(error))
        _tell(request, answers)
        if not any(answer.remarks for answer in answers):
            return redirect(request.get_full_path())
        page, source = find_place(page_id, locale)
    memory = memory_of(source.key, locale)
    judgements = [memory.judge(segment) for segment in source.segments]
    filters = [name for name in FILTERS if request.GET.get(name)]
    by_path = {answer.edit.path: answer for answer in answers}
    target = language(locale, request)
    open_segments = [j.segment for j in judgements if j.verdict is not Verdict.CURRENT]
    context = {
        "page": page,
        "target": target,
        "source_name": language_name(source.locale, "en"),
        "source_code": source.locale,
        "source_direction": direction(source.locale),
        "status": count_verdicts(source, locale, memory),
        "parts": parts_of(
            judgements,
            user=request.user.pk or 0,
            filters=filters,
            suggestions=suggestions_for(open_segments, condition=source.key, locale=locale)
            if target.may_translate
            else {},
            answers=by_path,
        ),
        "lost": lost_places(judgements, by_path),
        "filters": [(name, label, name in filters) for name, label in FILTERS.items()],
        "formats": FORMATS,
        "header_title": f"{page.title}: {target.name}",
        "breadcrumbs_items": crumbs(page, (reverse("desk:translate", args=(page.pk, locale)), target.name)),
    }
    return render(request, "cms/desk/translate.html", context)


def _tell(request: HttpRequest, answers: Sequence[Answer]) -> None:
    counts = Counter(answer.outcome for answer in answers)
    said = [
        f"{words}: {counts[outcome]}."
        for outcome, words in ((Outcome.STORED, "Stored"), (Outcome.APPROVED, "Approved"))
        if counts[outcome]
    ]
    if said:
        messages.success(request, " ".join(said))
    kept = counts[Outcome.REFUSED] + counts[Outcome.CONFLICT]
    if kept:
        messages.error(request, f"Not stored: {kept}. Look below each of them; nothing that you typed is lost.")
    elif not said:
        messages.warning(request, "Nothing was changed.")
