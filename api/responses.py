"""HTTP manners of every answer: validators, caching, languages, compression. No queries."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from api.packing import Coding, Part, coding_for, gzip_joined, gzip_of
from api.problems import PRECONDITION_FAILED, Problem

# A withdrawal must reach readers in minutes; in between, a cache may answer at once and ask behind the reader's back.
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=300"
FOREVER = "public, max-age=31536000, immutable"  # RFC 8246; for an address that has its version in it

STORED: tuple[Coding, ...] = ("br", "gzip")  # the codings in which documents and bundles are kept
_WORTH_PACKING = 1000  # bytes; what is shorter fits into one packet either way
_CODED_TAG = re.compile(r'"([0-9a-f]{64})-(?:br|gzip)"')


def etag_of(version: str, coding: Coding | None = None) -> str:
    """The strong validator of a body with this SHA-256; in another coding it is another one (RFC 9110 §8.8.3.3)."""
    return f'"{version}-{coding}"' if coding else f'"{version}"'


class Coded(NamedTuple):
    """A stored body, in the coding that `coding_of` chose for the request; None: as it is."""

    content: bytes
    coding: Coding | None
    version: str  # SHA-256 of the body before it was coded


def coding_of(request: HttpRequest) -> Coding | None:
    """The coding in which a client gets what is stored in all of them."""
    return coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""), STORED)


def json_response(
    request: HttpRequest,
    body: bytes | Sequence[Part] | Coded,
    *,
    media_type: str = "application/json",
    language: str | None = None,
    caching: str = CACHE_CONTROL,
    keys: Sequence[str] = (),
    links: Sequence[str] = (),
) -> HttpResponseBase:
    """200 with the body, or 304 if the client has these bytes in any coding (RFC 9110 §13.1.2).

    A body that isn't stored is compressed here, if it is worth it. `keys` name the answer to a cache that can forget by
    name (Surrogate-Key), `links` are values of Link (RFC 8288).

    Raises Problem (precondition-failed) if the request has an If-Match with another ETag (RFC 9110 §13.1.1).
    """
    coded, varies = (body, True) if isinstance(body, Coded) else _coded(request, body)
    headers = {"ETag": etag_of(coded.version, coded.coding), "Cache-Control": caching}
    if varies:
        headers["Vary"] = "Accept-Encoding"
    if language:
        headers["Content-Language"] = language
    if keys:
        headers["Surrogate-Key"] = " ".join(keys)
    if links:
        headers["Link"] = ", ".join(links)
    if _is_known(request, coded.version):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if coded.coding:
        headers["Content-Encoding"] = coded.coding
    return HttpResponse(coded.content, content_type=media_type, headers=headers)


def _coded(request: HttpRequest, body: bytes | Sequence[Part]) -> tuple[Coded, bool]:
    """The body as the client takes it, and whether another client would get it otherwise."""
    parts = [Part(body)] if isinstance(body, bytes) else body
    plain = b"".join([part.body for part in parts])
    version = hashlib.sha256(plain).hexdigest()
    if len(plain) < _WORTH_PACKING:
        return Coded(plain, None, version), False
    coding = coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""), ("gzip",))
    if coding is None:
        return Coded(plain, None, version), True
    packed = gzip_joined(parts) if any(part.gzip for part in parts) else gzip_of(plain)
    return Coded(packed, coding, version), True


def announce_end(response: HttpResponseBase) -> None:
    """Says since when the API is deprecated (RFC 9745) and when it ends (RFC 8594), where the site has set that."""
    if settings.API_DEPRECATED:
        response["Deprecation"] = f"@{_midnight(settings.API_DEPRECATED)}"
    if settings.API_SUNSET:
        response["Sunset"] = http_date(_midnight(settings.API_SUNSET))


def _midnight(day: datetime.date) -> int:
    return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())


def _is_known(request: HttpRequest, version: str) -> bool:
    """Whether the client has these bytes. It may name them in any coding, or by the version alone, as in a list."""
    named = [name for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH") if name in request.META]
    if not named:
        return False
    for name in named:
        request.META[name] = _CODED_TAG.sub(r'"\1"', request.META[name])
    conditional = get_conditional_response(request, etag=etag_of(version), response=None)
    if conditional is None:
        return False
    if conditional.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise Problem(PRECONDITION_FAILED, PRECONDITION_FAILED.meaning)
    return True
