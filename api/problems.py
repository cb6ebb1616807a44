"""Every error of the API: one shape, `application/problem+json` (RFC 9457), each with a stable type."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.defaults import bad_request as default_bad_request
from django.views.defaults import server_error
from rest_framework import exceptions

from api import addresses

Response = TypeVar("Response", bound=HttpResponseBase)


@dataclass(frozen=True, slots=True)
class ProblemType:
    """What a client may rely on: the name in the address never changes its meaning."""

    name: str
    status: HTTPStatus
    title: str
    meaning: str

    @property
    def uri(self) -> str:
        return f"{addresses.ROOT}problems/{self.name}/"


NOT_FOUND = ProblemType("not-found", HTTPStatus.NOT_FOUND, "Not found", "There is nothing at this address.")
NOT_IN_LANGUAGE = ProblemType(
    "not-in-this-language",
    HTTPStatus.NOT_FOUND,
    "Not in this language",
    "The condition is published, but not in this language; `locales` says in which it is.",
)
WITHDRAWN = ProblemType(
    "withdrawn",
    HTTPStatus.GONE,
    "Withdrawn",
    "The condition was published on this site and isn't any more; `reason` says why. Delete your copy.",
)
UNKNOWN_LOCALE = ProblemType(
    "unknown-locale", HTTPStatus.NOT_FOUND, "Unknown language", "This site has no such language; `locales` has them."
)
BAD_PARAMETER = ProblemType(
    "bad-parameter",
    HTTPStatus.BAD_REQUEST,
    "Bad parameter",
    "A query parameter is unknown, given twice, or has a value it can't have; `parameter` names it.",
)
BAD_CURSOR = ProblemType(
    "bad-cursor", HTTPStatus.BAD_REQUEST, "Bad cursor", "The cursor is not one that this address handed out."
)
CURSOR_GONE = ProblemType(
    "cursor-gone",
    HTTPStatus.GONE,
    "Cursor gone",
    "Changes since this cursor aren't known: it is too old, or of another database. Start again at `restart` and drop "
    "what it doesn't bring.",
)
METHOD_NOT_ALLOWED = ProblemType(
    "method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, "Method not allowed", "This API is read with GET and HEAD."
)
NOT_ACCEPTABLE = ProblemType(
    "not-acceptable",
    HTTPStatus.NOT_ACCEPTABLE,
    "Not acceptable",
    "The Accept header leaves no representation that this address has.",
)
PRECONDITION_FAILED = ProblemType(
    "precondition-failed",
    HTTPStatus.PRECONDITION_FAILED,
    "Precondition failed",
    "The request has an If-Match with an ETag that isn't this address's any more.",
)
BAD_REQUEST = ProblemType(
    "bad-request",
    HTTPStatus.BAD_REQUEST,
    "Bad request",
    "The request can't be taken: a host name that isn't served here, or too many parameters.",
)
TOO_MANY_REQUESTS = ProblemType(
    "too-many-requests",
    HTTPStatus.TOO_MANY_REQUESTS,
    "Too many requests",
    "More requests came from this address than the site answers; `Retry-After` says in how many seconds to go on.",
)
INTERNAL = ProblemType(
    "internal", HTTPStatus.INTERNAL_SERVER_ERROR, "Internal error", "Our fault. It was logged; trying later may help."
)

PROBLEM_TYPES = (
    NOT_FOUND,
    NOT_IN_LANGUAGE,
    WITHDRAWN,
    UNKNOWN_LOCALE,
    BAD_PARAMETER,
    BAD_CURSOR,
    CURSOR_GONE,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    PRECONDITION_FAILED,
    BAD_REQUEST,
    TOO_MANY_REQUESTS,
    INTERNAL,
)


# What another client would not get at the same address: caches keep these away from everybody else.
OF_ONE_REQUEST = (NOT_ACCEPTABLE, PRECONDITION_FAILED, BAD_REQUEST, TOO_MANY_REQUESTS, INTERNAL)


class Problem(Exception):
    """Raised by a view; `members` are the extension members of RFC 9457 §3.2."""

    def __init__(self, kind: ProblemType, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.members = members


def problem(kind: ProblemType, detail: str, **members: Any) -> HttpResponse:
    """The answer to a request that failed."""
    body = {"type": kind.uri, "title": kind.title, "status": kind.status.value, "detail": detail, **members}
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False), status=kind.status, content_type="application/problem+json"
    )
    readable_anywhere(response)
    response["Cache-Control"] = "no-store" if kind in OF_ONE_REQUEST else "public, max-age=60"
    return response


def readable_anywhere(response: Response) -> Response:
    """Lets a page of any origin read an answer (https://fetch.spec.whatwg.org/#http-cors-protocol)."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = (
        "ETag, Content-Language, Content-Location, Link, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset"
    )
    return response


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """REST framework's exception handler: whatever a view raises becomes a problem; what we don't know is a 500."""
    match error:
        case Problem():
            return problem(error.kind, error.detail, **error.members)
        case Http404() | exceptions.NotFound():
            return problem(NOT_FOUND, NOT_FOUND.meaning)
        case exceptions.MethodNotAllowed():
            response = problem(METHOD_NOT_ALLOWED, str(error.detail))
            response["Allow"] = "GET, HEAD, OPTIONS"
            return response
        case exceptions.Throttled():
            response = problem(TOO_MANY_REQUESTS, TOO_MANY_REQUESTS.meaning)
            response["Retry-After"] = str(math.ceil(getattr(error, "wait", None) or 1))
            return response
        case exceptions.NotAcceptable():
            return problem(NOT_ACCEPTABLE, NOT_ACCEPTABLE.meaning)
        case _:
            return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400: a problem below the API, Django's own page for people in the admin."""
    if not request.path.startswith(addresses.ROOT):
        return default_bad_request(request, exception)
    return problem(BAD_REQUEST, BAD_REQUEST.meaning)


def internal_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500, likewise."""
    if not request.path.startswith(addresses.ROOT):
        return server_error(request)
    return problem(INTERNAL, INTERNAL.meaning)
