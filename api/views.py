"""The views: each reads its parameters, asks for editions, and hands out their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.views import APIView

from api import addresses
from api.cursors import BadCursorError, FeedCursor, ListCursor
from api.documents import moment
from api.models import Edition, Feed
from api.negotiation import suitable, wanted_languages
from api.parameters import read_limit, read_parameters
from api.problems import (
    BAD_CURSOR,
    BAD_PARAMETER,
    CURSOR_GONE,
    NOT_FOUND,
    NOT_IN_LANGUAGE,
    PROBLEM_TYPES,
    UNKNOWN_LOCALE,
    WITHDRAWN,
    Problem,
    readable_anywhere,
)
from api.responses import json_response
from pages.languages import direction, is_language_tag, language_name, own_name
from translation.compose import Status

Json = dict[str, Any]


class NegotiationByHeader(DefaultContentNegotiation):
    """Representations by Accept alone: `?format=` is a parameter like any other, unknown to these views."""

    settings = SimpleNamespace(URL_FORMAT_OVERRIDE=None)


class ReadView(APIView):
    """What all addresses share: they are read, by pages of any origin, and take only the parameters that they name."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012  (Django declares it so)
    content_negotiation_class = NegotiationByHeader
    known_parameters: ClassVar[frozenset[str]] = frozenset()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if any("\0" in str(part) for part in kwargs.values()):
            raise Problem(NOT_FOUND, NOT_FOUND.meaning)  # PostgreSQL can't even be asked for it
        self.parameters = read_parameters(dict(request.query_params.lists()), self.known_parameters)
        if (locale := kwargs.get("locale")) is not None and locale not in settings.LANGUAGE_CODES:
            raise Problem(UNKNOWN_LOCALE, UNKNOWN_LOCALE.meaning, locales=settings.LANGUAGE_CODES)

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """What may be done here; a browser asks before it sends If-None-Match to another origin."""
        response = HttpResponse(status=204)
        response["Allow"] = response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Headers"] = "Accept-Language, If-None-Match"
        response["Access-Control-Max-Age"] = "86400"
        return response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        return readable_anywhere(response)


class NegotiatedView(ReadView):
    """An address whose answer, a problem included, depends on the Accept-Language header unless `locale` is given."""

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if "locale" not in request.query_params:
            patch_vary_headers(response, ["Accept-Language"])
        return response


class RootView(ReadView):
    """What is here."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        root = addresses.ROOT
        document: Json = {
            "version": "1",
            "locales": settings.LANGUAGE_CODES,
            "links": {
                "locales": f"{root}locales/",
                "conditions": f"{root}{{locale}}/conditions/",
                "condition": f"{root}{{locale}}/conditions/{{slug}}/",
                "changes": f"{root}{{locale}}/changes/",
                "negotiated_conditions": f"{root}conditions/",
                "negotiated_condition": f"{root}conditions/{{slug_or_id}}/",
                "schema": f"{root}schema/",
                "docs": f"{root}docs/",
            },
        }
        return json_response(request, _dump(document))


class LocalesView(ReadView):
    """The languages of the site, with what there is in each."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        # Query 1: the counts of all languages.
        counted = (
            Edition.objects.published()
            .values("locale")
            .annotate(published=Count("pk"), outdated=Count("pk", filter=Q(status=Status.OUTDATED)))
        )
        counts: dict[str, Json] = {row["locale"]: dict(row) for row in counted.order_by()}
        items = [self._item(code, counts.get(code, {})) for code in settings.LANGUAGE_CODES]
        return json_response(request, _dump({"items": items}))

    @staticmethod
    def _item(code: str, counts: Json) -> Json:
        published, outdated = counts.get("published", 0), counts.get("outdated", 0)
        return {
            "locale": code,
            "name": language_name(code, "en"),
            "own_name": own_name(code),
            "direction": direction(code),
            "conditions": {"published": published, "complete": published - outdated, "outdated": outdated},
            "url": addresses.locale_root(code) + "conditions/",
        }


class ConditionListView(ReadView):
    """The conditions in strictly one language, by slug."""

    known_parameters = frozenset({"limit", "cursor"})

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        return json_response(request, self._page(locale), language=locale)

    def _page(self, locale: str, **more: str) -> bytes:
        limit = read_limit(self.parameters)
        editions = Edition.objects.published().in_language(locale).without_body().order_by("slug")
        if "cursor" in self.parameters:
            try:
                editions = editions.filter(slug__gt=ListCursor.parse(self.parameters["cursor"]).slug)
            except BadCursorError as error:
                raise Problem(BAD_CURSOR, str(error), parameter="cursor") from error
        # Query 1: one more than asked for tells whether there is a next page.
        found = list(editions[: limit + 1])
        following = None
        if len(found) > limit:
            cursor = ListCursor(found[limit - 1].slug)
            following = f"{addresses.locale_root(locale)}conditions/?limit={limit}&cursor={cursor}"
        return _dump({"locale": locale, "items": [_summary(e) for e in found[:limit]], "next": following})


class ConditionView(ReadView):
    """One condition in strictly one language: the canonical address."""

    def get(self, request: HttpRequest, locale: str, slug: str) -> HttpResponseBase:
        # Query 1: published sorts before withdrawn, so a new condition wins over the tombstone of an old one.
        edition = Edition.objects.in_language(locale).filter(slug=slug).order_by("state", "-sequence").first()
        if edition is None:
            raise _not_here(Edition.objects.filter(slug=slug))
        return _document(request, edition)


class NegotiatedListView(NegotiatedView, ConditionListView):
    """The conditions in the language that suits the reader best."""

    known_parameters = frozenset({"limit", "cursor", "locale", "fallback"})

    def get(self, request: HttpRequest, locale: str | None = None) -> HttpResponseBase:
        ranked = _ranked_languages(request, self.parameters)
        if not ranked:
            message = "None of the wanted languages is here, and `fallback=none` asks for no other."
            raise Problem(NOT_IN_LANGUAGE, message, locales=settings.LANGUAGE_CODES)
        response = json_response(request, self._page(ranked[0]), language=ranked[0])
        query = urlencode([(name, value) for name, value in self.parameters.items() if name in ("limit", "cursor")])
        address = f"{addresses.locale_root(ranked[0])}conditions/"
        response["Content-Location"] = f"{address}?{query}" if query else address
        return response


class NegotiatedConditionView(NegotiatedView):
    """One condition, by slug or id, in the language that suits the reader best; says which that is."""

    known_parameters = frozenset({"locale", "fallback"})

    def get(self, request: HttpRequest, slug_or_id: str) -> HttpResponseBase:
        editions = _by_slug_or_id(slug_or_id)
        ranked = _ranked_languages(request, self.parameters)
        order = Case(
            *(When(locale=code, then=Value(rank)) for rank, code in enumerate(ranked)),
            When(status=Status.SOURCE, then=Value(len(ranked))),
            default=Value(len(ranked) + 1),
        )
        candidates = editions.published()
        if self.parameters.get("fallback") == "none":
            candidates = candidates.filter(locale__in=ranked)
        # Query 1: the best language first; past the ranked ones, the language that the condition was written in.
        edition = candidates.order_by(order, "locale").first() if ranked else None
        if edition is None:
            raise _not_here(editions)
        response = _document(request, edition)
        response["Content-Location"] = addresses.canonical(edition.locale, edition.slug)
        return response


class ChangesView(ReadView):
    """Everything that happened in one language after a cursor, oldest first, with the documents inside."""

    known_parameters = frozenset({"since", "limit"})

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        limit = read_limit(self.parameters)
        # Query 1: the feed, read before the changes: what commits in between is brought by the next request.
        feed = Feed.now()
        since = self._since(locale, feed)
        # Query 2: one more than asked for tells whether there are more.
        found = list(Edition.objects.in_language(locale).after(since)[: limit + 1])
        has_more = len(found) > limit
        found = found[:limit]
        reached = found[-1].sequence if found else since
        cursor = FeedCursor(feed.epoch, reached)
        following = f"{addresses.locale_root(locale)}changes/?since={cursor}&limit={limit}"
        head = _dump({"locale": locale, "cursor": str(cursor), "has_more": has_more, "next": following})
        changes = b",".join(_change(edition) for edition in found)
        # The stored bytes go in as they are: the document in the feed is byte for byte the one at its address.
        body = head[:-1] + b',"changes":[' + changes + b"]}"
        return json_response(request, body, language=locale)

    def _since(self, locale: str, feed: Feed) -> int:
        if "since" not in self.parameters:
            return 0
        try:
            cursor = FeedCursor.parse(self.parameters["since"])
        except BadCursorError as error:
            raise Problem(BAD_CURSOR, str(error), parameter="since") from error
        if cursor.epoch != feed.epoch or cursor.sequence > feed.last_sequence:
            restart = f"{addresses.locale_root(locale)}changes/"
            raise Problem(CURSOR_GONE, CURSOR_GONE.meaning, restart=restart)
        return cursor.sequence


class ProblemsView(ReadView):
    """The types of problems, so that the address in `type` resolves."""

    def get(self, request: HttpRequest, name: str | None = None) -> HttpResponseBase:
        known = {
            kind.name: {"type": kind.uri, "title": kind.title, "status": kind.status.value, "meaning": kind.meaning}
            for kind in PROBLEM_TYPES
        }
        if name is None:
            return json_response(request, _dump({"items": list(known.values())}))
        if name not in known:
            raise Problem(NOT_FOUND, "There is no such type of problem.")
        return json_response(request, _dump(known[name]))


def _dump(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _summary(edition: Edition) -> Json:
    return {
        "id": str(edition.condition),
        "slug": edition.slug,
        "url": addresses.canonical(edition.locale, edition.slug),
        "title": edition.title,
        "title_lang": edition.title_lang,
        "summary": edition.summary,
        "summary_lang": edition.summary_lang,
        "status": edition.status,
        "version": edition.version,
        "published_at": moment(edition.published_at),
        "modified_at": moment(edition.modified_at),
    }


def _change(edition: Edition) -> bytes:
    known: Json = {"id": str(edition.condition), "slug": edition.slug, "at": moment(edition.modified_at)}
    if edition.state == Edition.State.WITHDRAWN:
        return _dump({"type": "tombstone", **known, "reason": edition.reason})
    head = _dump({"type": "condition", **known, "version": edition.version})
    return head[:-1] + b',"document":' + bytes(edition.body) + b"}"


def _document(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    """The stored bytes, or 410 if all that is left is a tombstone."""
    if edition.state == Edition.State.WITHDRAWN:
        raise Problem(WITHDRAWN, WITHDRAWN.meaning, reason=edition.reason, id=str(edition.condition))
    return json_response(request, bytes(edition.body), etag=edition.etag, language=edition.locale)


def _not_here(editions: QuerySet[Edition]) -> Problem:
    """Which problem it is that none of these editions can be answered: in other languages, withdrawn, or never here."""
    known = list(editions.values_list("state", "locale", "reason", "condition").order_by("locale"))
    published = [locale for state, locale, _, _ in known if state == Edition.State.PUBLISHED]
    if published:
        return Problem(NOT_IN_LANGUAGE, NOT_IN_LANGUAGE.meaning, locales=published)
    if known:
        _, _, reason, condition = known[0]
        return Problem(WITHDRAWN, WITHDRAWN.meaning, reason=reason, id=str(condition))
    return Problem(NOT_FOUND, "There is no such condition.")


def _by_slug_or_id(slug_or_id: str) -> Any:
    try:
        return Edition.objects.filter(condition=UUID(slug_or_id))
    except ValueError:
        return Edition.objects.filter(slug=slug_or_id)


def _ranked_languages(request: HttpRequest, parameters: dict[str, str]) -> Sequence[str]:
    """The site's languages that suit the request, best first, the site's own language last unless `fallback=none`."""
    fallback = parameters.get("fallback", "default")
    if fallback not in ("default", "none"):
        raise Problem(BAD_PARAMETER, "`none`, or leave it out.", parameter="fallback")
    wanted: Iterable[str]
    if "locale" in parameters:
        if not is_language_tag(parameters["locale"]):
            raise Problem(BAD_PARAMETER, "Not a language tag (BCP 47), such as nl-BE.", parameter="locale")
        wanted = [parameters["locale"]]
    else:
        wanted = wanted_languages(request.headers.get("Accept-Language", ""))
    ranked = suitable(list(wanted), settings.LANGUAGE_CODES)
    if fallback == "default" and settings.LANGUAGE_CODE not in ranked:
        ranked.append(settings.LANGUAGE_CODE)
    return ranked
