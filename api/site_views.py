"""The addresses about the site itself: what is here, its languages, its types of problems."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.request import Request
from rest_framework.response import Response

from api import addresses
from api.label_files import FORMATS
from api.labels import labels
from api.models import Edition
from api.negotiation import takes
from api.problems import BAD_PARAMETER, NOT_ACCEPTABLE, NOT_FOUND, PROBLEM_TYPES, Problem
from api.reading import AnyMediaType, Readable, ReadView
from api.responses import json_response
from api.serialising import Json, to_bytes
from pages.alphabets import letters_of
from pages.languages import direction, language_name, own_name
from translation.compose import Status


class RootView(ReadView):
    """What is here."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        root = addresses.ROOT
        document: Json = {
            "version": "1",
            "locales": settings.LANGUAGE_CODES,
            "tombstone_days": settings.TOMBSTONE_DAYS,
            "links": {
                "locales": f"{root}locales/",
                "conditions": f"{root}{{locale}}/conditions/",
                "letters": f"{root}{{locale}}/letters/",
                "condition": f"{root}{{locale}}/conditions/{{slug}}/",
                "changes": f"{root}{{locale}}/changes/",
                "bundle": f"{root}{{locale}}/bundle/",
                "labels": f"{root}{{locale}}/labels/",
                "negotiated_conditions": f"{root}conditions/",
                "negotiated_condition": f"{root}conditions/{{slug_or_id}}/",
                "schema": f"{root}schema/",
                "docs": f"{root}docs/",
                "problems": f"{root}problems/",
            },
        }
        return json_response(request, to_bytes(document))


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
        return json_response(request, to_bytes({"items": items}))

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


class LettersView(ReadView):
    """The alphabet of a language, with how many conditions stand under each letter."""

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        # Query 1: the counts of all letters.
        counted = Edition.objects.in_language(locale).published().order_by().values_list("letter")
        counts = dict(counted.annotate(count=Count("pk")))
        root = addresses.locale_root(locale)
        items = [
            {"letter": letter, "count": counts.get(letter, 0), "url": f"{root}conditions/?letter={quote(letter)}"}
            for letter in letters_of(locale)
        ]
        body = to_bytes({"locale": locale, "items": items})
        return json_response(request, body, language=locale, keys=[f"conditions-{locale}"])


class LabelsView(ReadView):
    """The interface words of a language, as our JSON or as a file that builds an app. No query."""

    known_parameters = frozenset({"format"})
    content_negotiation_class = AnyMediaType

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        if "format" not in self.parameters and not takes(request.headers.get("Accept", ""), "application/json"):
            raise Problem(NOT_ACCEPTABLE, NOT_ACCEPTABLE.meaning)
        name = self.parameters.get("format", "json")
        if name not in FORMATS:
            listed = ", ".join(f"`{known}`" for known in FORMATS)
            raise Problem(BAD_PARAMETER, f"One of {listed}.", parameter="format")
        body = FORMATS[name].write(locale, labels(locale))
        return json_response(request, body, media_type=FORMATS[name].media_type, language=locale)


class ProblemsView(ReadView):
    """The types of problems, so that the address in `type` resolves."""

    def get(self, request: HttpRequest, name: str | None = None) -> HttpResponseBase:
        known = {
            kind.name: {"type": kind.uri, "title": kind.title, "status": kind.status.value, "meaning": kind.meaning}
            for kind in PROBLEM_TYPES
        }
        if name is None:
            return json_response(request, to_bytes({"items": list(known.values())}))
        if name not in known:
            raise Problem(NOT_FOUND, "There is no such type of problem.")
        return json_response(request, to_bytes(known[name]))


class SchemaView(Readable, SpectacularAPIView):
    """The contract."""

    known_parameters = frozenset({"format"})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        # Asked before REST framework negotiates: it passes over an empty format, and answers 404 for one that it lacks.
        if request.query_params.get("format", "json") not in ("json", "yaml"):
            raise Problem(BAD_PARAMETER, "`json` or `yaml`.", parameter="format")
        super().initial(request, *args, **kwargs)


class DocsView(Readable, SpectacularSwaggerView):
    """The contract as a page to read."""

    url_name = "schema"

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        response: Response = super().get(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        response.data["csrf_token"] = ""  # nothing is written here; Django's own would set a cookie
        return response
