"""What all addresses share: they are read, take only parameters that they name, and answer pages of any origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from api.negotiation import (
    acceptable_languages,
    refused_languages,
    suitable,
    takes,
    wanted_languages,
    with_fallbacks,
)
from api.parameters import read_parameters
from api.problems import (
    BAD_PARAMETER,
    NOT_ACCEPTABLE,
    NOT_FOUND,
    UNKNOWN_LOCALE,
    Problem,
    problem_response,
    readable_anywhere,
)
from api.representations.formats import REPRESENTATIONS, Representation, preferred
from api.responses import announce_end
from api.throttling import AddressThrottle
from pages.languages import is_language_tag, is_well_formed, without_extensions


def what_may_be_done() -> HttpResponse:
    """The answer to OPTIONS, at every address that is one or leads to one."""
    response = HttpResponse(status=204)
    response["Allow"] = response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Accept-Language, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response


def parameters_of(request: Request) -> dict[str, list[str]]:
    """The parameters of an address, and the values of each; most addresses have none, and nothing is read then."""
    return dict(request.query_params.lists()) if request.META.get("QUERY_STRING") else {}


class NegotiationByHeader(DefaultContentNegotiation):
    """By Accept alone: `?format=` is a parameter like any other, unknown to these views."""

    settings: Any = SimpleNamespace(URL_FORMAT_OVERRIDE=None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        """DRF's choice among those that the header doesn't refuse, which DRF doesn't ask."""
        if request.META.get("HTTP_ACCEPT", "*/*") in ("*/*", renderers[0].media_type):
            return renderers[0], renderers[0].media_type  # most requests
        taken = [each for each in renderers if takes(request.headers.get("Accept", ""), each.media_type)]
        if not taken:
            raise NotAcceptable(available_renderers=renderers)
        return super().select_renderer(request, taken, format_suffix)


class Readable(APIView):
    """Read with GET and HEAD by pages of any origin, with no parameters but those that are named."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012  (Django declares it so)
    known_parameters: ClassVar[frozenset[str]] = frozenset()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """OPTIONS is answered first, whatever is wrong with the address: a browser asks before it sends If-None-Match
        to another origin, and without a good answer it tells the app of no problem (Fetch, CORS-preflight fetch).
        """
        if request.method == "OPTIONS":
            return readable_anywhere(what_may_be_done())
        return super().dispatch(request, *args, **kwargs)

    def get_throttles(self) -> list[BaseThrottle]:
        if not settings.API_RATE:
            return []
        self._throttle = AddressThrottle()
        return [self._throttle]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """What REST framework does, without versions, log-ins and permissions: reads are public and keyless."""
        self.format_kwarg = request.version = request.versioning_scheme = None
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)
        self.check_throttles(request)
        self.parameters = read_parameters(parameters_of(request), self.known_parameters)

    def get_exception_handler(self) -> Callable[[Exception, dict[str, Any]], HttpResponse | None]:
        """Ours, here alone: Wagtail's admin has views of the same framework, and its own errors."""
        return problem_response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if throttle := getattr(self, "_throttle", None):
            throttle.tell(response)
        announce_end(response)
        return readable_anywhere(response)


class ReadView(Readable):
    """An address that answers stored bytes as JSON."""

    content_negotiation_class: type[DefaultContentNegotiation] = NegotiationByHeader

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if any("\0" in str(part) for part in kwargs.values()):
            raise Problem(NOT_FOUND, NOT_FOUND.meaning)  # PostgreSQL can't even be asked for it
        if (locale := kwargs.get("locale")) is not None and locale not in settings.LANGUAGE_CODES:
            raise Problem(UNKNOWN_LOCALE, UNKNOWN_LOCALE.meaning, locales=settings.LANGUAGE_CODES)


class AnyMediaType(DefaultContentNegotiation):
    """Leaves it to the view which representation a client gets: none is refused here."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class RepresentedView(ReadView):
    """An address with several representations, by `format` or else by Accept, which caches then have to know of."""

    content_negotiation_class = AnyMediaType

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if "format" not in parameters_of(request):
            patch_vary_headers(response, ["Accept"])
        return response

    def representation(self, request: HttpRequest) -> Representation:
        """Raises Problem (bad-parameter, not-acceptable)."""
        if "format" in self.parameters:
            name = self.parameters["format"]
            if name not in REPRESENTATIONS:
                listed = ", ".join(f"`{known}`" for known in REPRESENTATIONS)
                raise Problem(BAD_PARAMETER, f"One of {listed}.", parameter="format")
            return REPRESENTATIONS[name]
        chosen = preferred(request.META.get("HTTP_ACCEPT", ""))
        if chosen is None:
            raise Problem(NOT_ACCEPTABLE, NOT_ACCEPTABLE.meaning)
        return chosen


class NegotiatedView(ReadView):
    """An address whose answer, a problem included, depends on Accept-Language unless `locale` is given."""

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if "locale" not in parameters_of(request):
            patch_vary_headers(response, ["Accept-Language"])
        return response

    def ranked_languages(self, request: HttpRequest) -> Sequence[str]:
        """The site's languages that suit the request, best first; then those that the site falls back to, but none that
        the request refuses.

        With `fallback=none` those alone that the request takes: `*`, or no header at all, takes every language.
        """
        fallback = self.parameters.get("fallback", "default")
        if fallback not in ("default", "none"):
            raise Problem(BAD_PARAMETER, "`none` or `default`.", parameter="fallback")
        header = request.headers.get("Accept-Language", "")
        if "locale" in self.parameters:
            wanted = [_read_locale(self.parameters["locale"])]
        elif fallback == "none":
            return acceptable_languages(header, settings.LANGUAGE_CODES, settings.LANGUAGE_CODE)
        else:
            refused = self.refused_languages(request)
            ranked = with_fallbacks(wanted_languages(header), settings.LANGUAGE_CODES, settings.FALLBACKS)
            left = [code for code in ranked if code not in refused]
            return left or [code for code in settings.LANGUAGE_CODES if code not in refused]
        if fallback == "none":
            return suitable(wanted, settings.LANGUAGE_CODES)
        return with_fallbacks(wanted, settings.LANGUAGE_CODES, settings.FALLBACKS)

    def refused_languages(self, request: HttpRequest) -> Sequence[str]:
        """The site's languages that the request won't have: `q=0` in its Accept-Language."""
        if "locale" in self.parameters:
            return []
        return refused_languages(request.headers.get("Accept-Language", ""), settings.LANGUAGE_CODES)


def _read_locale(tag: str) -> str:
    if not is_well_formed(tag):
        raise Problem(BAD_PARAMETER, "Not the tag of a language (BCP 47), such as nl-BE.", parameter="locale")
    tag = without_extensions(tag)
    if not is_language_tag(tag):
        raise Problem(
            BAD_PARAMETER, "A language tag, but of no language that is known here (CLDR).", parameter="locale"
        )
    return tag
