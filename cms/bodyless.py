"""An answer without a body says nothing of one (RFC 9110 §6.4, §8.6, §15.3.5, §15.4.5): HEAD, 204, 304."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

_WITHOUT_CONTENT = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


def without_body(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """The outermost middleware. Django leaves this to its own test client and to web servers; some warn each time."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code in _WITHOUT_CONTENT:
            _drop(response, "Content-Type", "Content-Length")
        elif isinstance(response, StreamingHttpResponse):
            if request.method == "HEAD":
                response.streaming_content = ()
        elif isinstance(response, HttpResponse):
            if not response.content:
                _drop(response, "Content-Type")
            elif request.method == "HEAD":
                response.headers.setdefault("Content-Length", str(len(response.content)))
                response.content = b""
        return response

    return answer


def _drop(response: HttpResponseBase, *names: str) -> None:
    for name in names:
        if name in response.headers:
            del response.headers[name]
