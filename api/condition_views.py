"""The addresses of conditions: lists and documents, in strictly one language or in the one that suits the reader."""

from __future__ import annotations

import json
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.conf import settings
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from api import addresses, listing
from api.labels import label
from api.models import Edition
from api.problems import NOT_FOUND, NOT_IN_LANGUAGE, WITHDRAWN, Problem
from api.reading import NegotiatedView, ReadView, RepresentedView
from api.representations.formats import Representation
from api.responses import Coded, coding_of, json_response
from api.served import Served, find_served, first_served
from translation.compose import Status


class ConditionListView(ReadView):
    """The conditions in strictly one language, by title or by what is searched."""

    known_parameters = listing.PARAMETERS

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        # Query 1: a page, and whether there is another.
        page = listing.page_of(locale, self.parameters)
        return json_response(request, page, language=locale, keys=[f"conditions-{locale}"])


class ConditionView(RepresentedView):
    """One condition in strictly one language: the canonical address."""

    known_parameters = frozenset({"format"})

    def get(self, request: HttpRequest, locale: str, slug: str) -> HttpResponseBase:
        representation = self.representation(request)
        # Query 1: the edition, or the tombstone of an older one.
        coding = coding_of(request) if representation.write is None else None
        served = find_served(locale, slug, coding)
        if served is None or not served.is_published:
            raise _not_here(Edition.objects.filter(slug=slug), tombstone=served)
        return _document(request, served, representation)


class NegotiatedListView(NegotiatedView, ConditionListView):
    """The conditions in the language that suits the reader best."""

    known_parameters = listing.PARAMETERS | {"locale", "fallback"}

    def get(self, request: HttpRequest, locale: str | None = None) -> HttpResponseBase:
        ranked = self.ranked_languages(request)
        if not ranked:
            message = "None of the wanted languages is here, and the request takes no other."
            raise Problem(NOT_IN_LANGUAGE, message, locales=settings.LANGUAGE_CODES)
        page = listing.page_of(ranked[0], self.parameters)
        response = json_response(request, page, language=ranked[0], keys=[f"conditions-{ranked[0]}"])
        query = urlencode([(name, value) for name, value in self.parameters.items() if name in listing.PARAMETERS])
        address = f"{addresses.locale_root(ranked[0])}conditions/"
        response["Content-Location"] = f"{address}?{query}" if query else address
        return response


class NegotiatedConditionView(NegotiatedView, RepresentedView):
    """One condition, by slug or id, in the language that suits the reader best; says which that is."""

    known_parameters = frozenset({"locale", "fallback", "format"})

    def get(self, request: HttpRequest, slug_or_id: str) -> HttpResponseBase:
        representation = self.representation(request)
        editions = _by_slug_or_id(slug_or_id)
        ranked = self.ranked_languages(request)
        order = Case(
            *(When(locale=code, then=Value(rank)) for rank, code in enumerate(ranked)),
            When(status=Status.SOURCE, then=Value(len(ranked))),
            default=Value(len(ranked) + 1),
        )
        candidates = editions.published().exclude(locale__in=self.refused_languages(request))
        if self.parameters.get("fallback") == "none":
            candidates = candidates.filter(locale__in=ranked)
        # Query 1: the best language first; past the ranked ones, the language that the condition was written in.
        coding = coding_of(request) if representation.write is None else None
        served = first_served(candidates.order_by(order, "locale"), coding) if ranked else None
        if served is None:
            raise _not_here(editions)
        response = _document(request, served, representation)
        response["Content-Location"] = addresses.canonical(served.locale, served.slug)
        return response


def _document(request: HttpRequest, served: Served, representation: Representation) -> HttpResponseBase:
    """The stored bytes, or what another representation makes of them."""
    keys = [str(served.condition), f"conditions-{served.locale}"]
    slug = quote(served.slug)
    links = [
        f'<{addresses.ROOT}{code}/conditions/{slug}/>; rel="alternate"; hreflang="{code}"'
        for code in served.locales.split(",")
        if code
    ]
    body: bytes | Coded = Coded(served.content, served.coding, served.version)
    if representation.write is not None:
        document = json.loads(served.content)
        body = representation.write(document, partial(label, locale=served.locale)).encode()
    media_type = representation.content_type
    return json_response(request, body, media_type=media_type, language=served.locale, keys=keys, links=links)


def _not_here(editions: QuerySet[Edition], tombstone: Served | None = None) -> Problem:
    """Which problem it is that none of these editions can be answered: in other languages, withdrawn, or never here.

    A tombstone says what became of a condition; but a slug may have gone to another one since.
    """
    known = list(
        editions.values_list("state", "locale", "reason", "condition", "message", "message_lang").order_by("locale")
    )
    published = [
        locale
        for state, locale, _, condition, *_ in known
        if state == Edition.State.PUBLISHED and (tombstone is None or condition != tombstone.condition)
    ]
    if published:
        return Problem(NOT_IN_LANGUAGE, NOT_IN_LANGUAGE.meaning, locales=published)
    if tombstone is not None:
        told = (tombstone.reason, tombstone.condition, tombstone.message, tombstone.message_lang)
        known = [("", "", *told)]
    if known:
        _, _, reason, condition, message, message_lang = known[0]
        return Problem(
            WITHDRAWN, WITHDRAWN.meaning, reason=reason, id=str(condition), message=message, message_lang=message_lang
        )
    return Problem(NOT_FOUND, "There is no such condition.")


def _by_slug_or_id(slug_or_id: str) -> Any:
    try:
        return Edition.objects.filter(condition=UUID(slug_or_id))
    except ValueError:
        return Edition.objects.filter(slug=slug_or_id)
