"""Where a request for the desk leads: one condition, live or as a draft, and one language that it can be read in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pages.content import condition_shape, read_content
from pages.languages import direction, language_name
from pages.models import ConditionPage
from translation.conditions import BrokenDraft, SourceCondition, draft_conditions
from translation.rights import Right, rights_of
from translation.segments import segments_of


@dataclass(frozen=True)
class Place:
    """A condition whose texts are to be translated: those of the live page, or of its newest draft."""

    page: ConditionPage
    source: SourceCondition
    locale: str
    is_draft: bool = False
    broken_draft: str = ""  # why its draft, which was asked for, can't be shown

    @property
    def query(self) -> str:
        """What the addresses of the same place end with."""
        return "?draft=1" if self.is_draft else ""

    @property
    def form(self) -> str:
        """Where its texts are translated."""
        return reverse("desk:translate", args=(self.page.pk, self.locale)) + self.query


@dataclass(frozen=True)
class Language:
    """A language as the desk speaks of it, and what the user may do in it."""

    code: str
    name: str
    direction: str
    may_translate: bool
    may_review: bool

    @property
    def may_write(self) -> bool:
        return self.may_translate or self.may_review


def languages(codes: Iterable[str], request: HttpRequest) -> list[Language]:
    """Languages of the site, and the rights of whoever asks. One query."""
    return [
        Language(code, language_name(code, "en"), direction(code), Right.TRANSLATE in rights, Right.REVIEW in rights)
        for code, rights in rights_of(request.user, codes).items()
    ]


def language(code: str, request: HttpRequest) -> Language:
    """One of them."""
    return languages([code], request)[0]


def find_page(page_id: int) -> ConditionPage:
    """The condition. Raises Http404."""
    try:
        return ConditionPage.objects.select_related("locale").get(pk=page_id)
    except ConditionPage.DoesNotExist:
        raise Http404(f"There is no condition with the number {page_id}.") from None


def find_place(request: HttpRequest, page_id: int, locale: str) -> Place:
    """The condition and its segments: as it is live, or as its newest draft says with `?draft=1`.

    Where only one of the two is there, it is that one: what was typed while an editor published or unpublished the
    condition still finds its place. Raises Http404 where none is, or where it can't be translated into this language.
    """
    page = find_page(page_id)
    if locale not in settings.LANGUAGE_CODES or locale == page.locale.language_code:
        raise Http404(f"It can't be translated into {locale!r}.")
    draft = draft_of(page) if request.GET.get("draft") or not page.live else None
    if isinstance(draft, SourceCondition):
        return Place(page, draft, locale, is_draft=True)
    why = draft.why if draft is not None else ""
    if not page.live:
        raise Http404(f"It isn't published, and has no draft that could be translated. {why}".rstrip())
    return Place(page, source_of(page), locale, broken_draft=why)


def source_of(page: ConditionPage) -> SourceCondition:
    """A live page as the translation package sees it."""
    segments = tuple(segments_of(condition_shape(), read_content(page)))
    return SourceCondition(page.translation_key, page.slug, page.locale.language_code, segments)


def draft_of(page: ConditionPage) -> SourceCondition | BrokenDraft | None:
    """The newest draft of a page, if it has one that isn't published."""
    return next(draft_conditions(keys=[page.translation_key]), None) if page.has_unpublished_changes else None


def crumbs(page: ConditionPage, *more: tuple[str, str]) -> list[dict[str, str]]:
    """Wagtail's breadcrumbs: the page, its translations, and `more` as addresses and labels."""
    return [
        {"url": reverse("wagtailadmin_pages:edit", args=(page.pk,)), "label": page.title},
        {"url": reverse("desk:overview", args=(page.pk,)), "label": "Translations"},
        *({"url": url, "label": label} for url, label in more),
    ]


def refuse(request: HttpRequest, message: str) -> HttpResponse:
    """A page that says what the user may not do. (Wagtail would lead to its front page, with a line of text.)"""
    return render(request, "cms/desk/refused.html", {"message": message}, status=403)
