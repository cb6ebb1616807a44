"""HTTP manners of every answer: validators, caching, languages, compression. No queries."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from api.packing import Coding, Part, coding_for, gzip_joined, gzip_of
from api.problems import PRECONDITION_FAILED, Problem

# A withdrawal must reach readers in minutes; in between, a cache may answer at once and ask behind the reader's back.
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=300"
FOREVER = "public, max-age=31536000, immutable"  # RFC 8246; for an address that has its version in it

_WORTH_PACKING = 1000  # bytes; what is shorter fits into one packet either way
_CODED_TAG = re.compile(r'"([0-9a-f]{64})-(?:br|gzip)"')


def etag_of(version: str, coding: Coding | None = None) -> str:
    """The strong validator of a body with this SHA-256; in another coding it is another one (RFC 9110 §8.8.3.3)."""
    return f'"{version}-{coding}"' if coding else f'"{version}"'


def json_response(
    request: HttpRequest,
    body: bytes | Sequence[Part] | Callable[[], bytes],
    *,
    version: str | None = None,
    packed: Mapping[Coding, bytes] | None = None,
    media_type: str = "application/json",
    language: str | None = None,
    caching: str = CACHE_CONTROL,
    keys: Sequence[str] = (),
    links: Sequence[str] = (),
) -> HttpResponseBase:
    """200 with the body, or 304 if the client has these bytes in any coding (RFC 9110 §13.1.2).

    `version` is the SHA-256 of the body where it is known, and `packed` its stored forms. `keys` name the answer to a
    cache that can forget by name (Surrogate-Key), `links` are values of Link (RFC 8288).

    Raises Problem (precondition-failed) if the request has an If-Match with another ETag (RFC 9110 §13.1.1).
    """
    if callable(body):
        plain, parts = body, []
    else:
        parts = [Part(body)] if isinstance(body, bytes) else list(body)
        joined = b"".join(part.body for part in parts)
        plain = lambda: joined  # noqa: E731
        if not packed and len(joined) >= _WORTH_PACKING:
            packed = {"gzip": b""}
    at_hand = list(packed or ())
    coding = coding_for(request.headers.get("Accept-Encoding", ""), at_hand)
    if version is None:
        version = hashlib.sha256(plain()).hexdigest()

    headers = {"Cache-Control": caching}
    if language:
        headers["Content-Language"] = language
    if keys:
        headers["Surrogate-Key"] = " ".join(keys)
    if links:
        headers["Link"] = ", ".join(links)
    etag = etag_of(version, coding)
    if _is_known(request, version):
        response = HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    else:
        if coding is None:
            content = plain()
        elif stored := (packed or {})[coding]:
            content = stored
        else:
            content = gzip_joined(parts) if any(part.gzip for part in parts) else gzip_of(plain())
        response = HttpResponse(content, content_type=media_type, headers=headers)
        if coding:
            response["Content-Encoding"] = coding
    response["ETag"] = etag
    if at_hand:
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


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
    for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH"):
        if name in request.META:
            request.META[name] = _CODED_TAG.sub(r'"\1"', request.META[name])
    conditional = get_conditional_response(request, etag=etag_of(version), response=None)
    if conditional is None:
        return False
    if conditional.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise Problem(PRECONDITION_FAILED, PRECONDITION_FAILED.meaning)
    return True
