"""HTTP manners of every answer: validators, caching, languages. No queries."""

from __future__ import annotations

import hashlib
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from api.problems import PRECONDITION_FAILED, Problem

# A withdrawal must reach readers in minutes; in between, a cache may answer at once and ask behind the reader's back.
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=300"


def etag_of(body: bytes) -> str:
    """The strong validator of an answer that isn't stored."""
    return f'"{hashlib.sha256(body).hexdigest()}"'


def json_response(
    request: HttpRequest, body: bytes, *, etag: str | None = None, language: str | None = None
) -> HttpResponseBase:
    """200 with the body, or 304 if the client has these bytes (RFC 9110 §13.1.2).

    Raises Problem (precondition-failed) if the request has an If-Match with another ETag (RFC 9110 §13.1.1).
    """
    etag = etag or etag_of(body)
    response = HttpResponse(body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    if language:
        response["Content-Language"] = language
    conditional = get_conditional_response(request, etag=etag, response=response)
    if conditional is None or conditional is response:
        return response
    if conditional.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise Problem(PRECONDITION_FAILED, PRECONDITION_FAILED.meaning)
    if language:  # Django's 304 carries validators and caching only
        conditional["Content-Language"] = language
    return conditional
