"""What is sent where there is no body: HEAD, 204, 304, and redirections."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.http import FileResponse, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from cms.bodyless import without_body
from tests.production import PRODUCTION, python

# A web server's own view of it: Django's test client hides what an application sends.
ASK = """
import json, sys
from io import BytesIO
import cms.wsgi
def ask(method, path):
    told = {}
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "SERVER_NAME": "x", "SERVER_PORT": "80",
        "HTTP_HOST": "cms.example.org", "HTTP_X_FORWARDED_PROTO": "https",
        "wsgi.input": BytesIO(), "wsgi.url_scheme": "http"}
    answer = cms.wsgi.application(environ, lambda status, headers: told.update(status=status, headers=dict(headers)))
    told["body"] = b"".join(answer).decode()
    return told
print(json.dumps([ask("GET", "/healthz"), ask("HEAD", "/healthz"), ask("OPTIONS", "/api/v1/locales/")]))
"""


def sent(response: HttpResponseBase, method: str = "GET") -> HttpResponseBase:
    return without_body(lambda _: response)(getattr(RequestFactory(), method.lower())("/"))


def test_head_has_the_headers_of_get_and_no_body() -> None:
    answer = sent(HttpResponse(b"12345", content_type="application/json"), "HEAD")
    assert (answer.content, answer["Content-Length"]) == (b"", "5")
    assert answer["Content-Type"] == "application/json"
    assert sent(HttpResponse(b"12345")).content == b"12345"


def test_head_of_a_file_sends_none_of_it() -> None:
    answer = sent(FileResponse(BytesIO(b"12345")), "HEAD")
    assert (b"".join(answer), answer["Content-Length"]) == (b"", "5")
    assert b"".join(sent(FileResponse(BytesIO(b"12345")))) == b"12345"


@pytest.mark.parametrize("response", [HttpResponse(status=204), HttpResponseNotModified()])
def test_what_never_has_a_body_has_neither_type_nor_length(response: HttpResponseBase) -> None:
    response["Content-Length"], response["ETag"] = "0", '"x"'
    answer = sent(response)
    assert not {"Content-Type", "Content-Length"} & set(answer.headers)
    assert answer["ETag"] == '"x"'


def test_a_redirection_without_words_has_no_type() -> None:
    answer = sent(HttpResponseRedirect("/there"))
    assert (answer["Location"], "Content-Type" in answer.headers) == ("/there", False)


def test_at_the_door_of_a_web_server(tmp_path: Path) -> None:
    result = python("-c", ASK, DATA_DIR=str(tmp_path), BEHIND_TLS_PROXY="1", **PRODUCTION)
    get, head, options = json.loads(result.stdout)
    assert (head["status"], head["body"], len(get["body"]) > 0) == (get["status"], "", True)
    assert head["headers"] == get["headers"]
    assert (options["status"], "Content-Type" in options["headers"]) == ("204 No Content", False)
