"""The form in which a condition is translated: source beside target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.desk.fields import FILTERS, lost_places, parts_of
from cms.desk.places import Place, crumbs, find_place, language, refuse
from cms.desk.posted import read_edits
from pages.languages import direction, language_name
from translation.conditions import memory_of
from translation.editing import SourceLanguageError, save_texts
from translation.edits import Answer, Outcome, approvable
from translation.formats import FORMATS
from translation.gate import Pair
from translation.models import GlossaryTerm, TranslationEvent
from translation.nearest import LeftBehind
from translation.progress import Progress
from translation.rights import NoRightError
from translation.suggestions import suggestions_for
from translation.verdicts import Judgement, TranslationMemory, Verdict


@require_http_methods(["GET", "HEAD", "POST"])
def translate(request: HttpRequest, page_id: int, locale: str) -> HttpResponse:
    """What the gate refuses stays in the form as it was typed; the rest is stored."""
    place = find_place(request, page_id, locale)
    if request.method != "POST":
        return _show(request, place)
    try:
        answers = _save(request, place)
    except (NoRightError, SourceLanguageError) as error:
        return refuse(request, str(error))
    _tell(request, answers)
    if not any(answer.remarks for answer in answers):
        return redirect(request.get_full_path())
    return _show(request, find_place(request, page_id, locale), answers)


def _save(request: HttpRequest, place: Place) -> tuple[Answer, ...]:
    """Raises what `save_texts` does."""
    source, locale = place.source, place.locale
    to_approve: frozenset[str] = frozenset()
    if "approve_all" in request.POST:
        memory = memory_of(source.key, locale)
        to_approve = approvable([memory.judge(segment) for segment in source.segments], request.user.pk or 0)
    edits = read_edits(request.POST.dict(), approvable=to_approve)
    return save_texts(condition=source.key, locale=locale, edits=edits, user=request.user)  # type: ignore[arg-type]


def _show(request: HttpRequest, place: Place, answers: Sequence[Answer] = ()) -> HttpResponse:
    source, locale = place.source, place.locale
    memory = memory_of(source.key, locale)
    judgements = [memory.judge(segment) for segment in source.segments]
    filters = [name for name in FILTERS if request.GET.get(name)]
    by_path = {answer.edit.path: answer for answer in answers}
    target = language(locale, request)
    not_current = [j.segment for j in judgements if j.verdict is not Verdict.CURRENT]
    left = LeftBehind(memory, source.segments)
    context = {
        "place": place,
        "target": target,
        "source_name": language_name(source.locale, "en"),
        "source_code": source.locale,
        "source_direction": direction(source.locale),
        "progress": Progress.count(judgements),
        "parts": parts_of(
            judgements,
            ahead=source.ahead,
            user=request.user.pk or 0,
            source_locale=source.locale,
            target_locale=locale,
            terms=GlossaryTerm.objects.in_language(locale).as_terms().get((source.locale, locale), ()),
            filters=filters,
            suggestions=suggestions_for(not_current, condition=source.key, locale=locale),
            similar={j.segment.path: row for j in judgements if (row := left.nearest(j)) is not None},
            approved=_approved_before(place, memory, judgements),
            answers=by_path,
        ),
        "lost": lost_places(judgements, by_path),
        "filters": [(name, label, name in filters) for name, label in FILTERS.items()],
        "formats": FORMATS,
        "header_title": f"{place.page.title}: {target.name}",
        "breadcrumbs_items": crumbs(place.page, (place.form, target.name)),
    }
    return render(request, "cms/desk/translate.html", context)


def _approved_before(place: Place, memory: TranslationMemory, judgements: Sequence[Judgement]) -> dict[str, Pair]:
    """What was approved before each text that waits for its review now, for the same source or the last one."""
    waiting = [j for j in judgements if j.verdict is Verdict.UNREVIEWED and j.row is not None]
    if not waiting:
        return {}
    texts = TranslationEvent.objects.approved_before(place.source.key, place.locale)
    found: dict[str, Pair] = {}
    for segment, _, row in waiting:
        text = texts.get((segment.path, row.source_digest)) if row is not None else None
        older = memory.last_reviewed(segment.path)
        if text is not None:
            found[segment.path] = Pair(segment.text, text)
        elif older is not None:
            found[segment.path] = Pair(older.source_text, older.target_text)
    return found


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
