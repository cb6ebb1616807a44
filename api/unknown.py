"""What an address below the API answers that isn't one: where it is meant to be, or that there is nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve
from django.utils.encoding import escape_uri_path
from django.views.decorators.csrf import csrf_exempt

from api.problems import NOT_FOUND, problem, readable_anywhere
from api.reading import what_may_be_done


@csrf_exempt
def unknown(request: HttpRequest) -> HttpResponse:
    """Leads to the address with its last slash, if that is one; the method stays the same (308, RFC 9110 §15.4.9).

    Django's own redirect would be HTML, and no page of another origin could follow it. OPTIONS is answered here: a
    browser takes no redirect for an answer to it (https://fetch.spec.whatwg.org/#cors-preflight-fetch).
    """
    if not request.path.endswith("/") and _is_known(resolve(f"{request.path_info}/")):
        if request.method == "OPTIONS":
            return readable_anywhere(what_may_be_done())
        query = request.META.get("QUERY_STRING", "")
        response = HttpResponse(
            status=308, headers={"Location": f"{escape_uri_path(request.path)}/{'?' if query else ''}{query}"}
        )
        del response["Content-Type"]
        response["Cache-Control"] = "public, max-age=86400"
        return readable_anywhere(response)
    return problem(NOT_FOUND, f"There is nothing at {request.path}.")


def _is_known(match: ResolverMatch) -> bool:
    return match.func is not unknown
