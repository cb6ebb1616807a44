"""Middleware that only people in the admin need, log-ins and messages: the API is served without it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin


def _for_people(middleware: type[MiddlewareMixin]) -> type[MiddlewareMixin]:
    class ForPeople(middleware):  # type: ignore[misc, valid-type]
        def __call__(self, request: HttpRequest) -> Any:
            return self.get_response(request) if request.path_info.startswith("/api/") else super().__call__(request)

    return ForPeople


sessions = _for_people(SessionMiddleware)
authentication = _for_people(AuthenticationMiddleware)
messages = _for_people(MessageMiddleware)
