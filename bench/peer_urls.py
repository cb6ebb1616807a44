"""What our answers are compared with: Wagtail's API v2 with all fields, and views that do next to nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework.request import Request
from rest_framework.views import APIView
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from api.models import Edition
from pages.models import ConditionPage
from pages.vocabulary import Section

ConditionPage.api_fields = [
    APIField(name)
    for name in ("summary", "also_known_as", "codes", "sources", "reviewers", "last_reviewed", "related", *Section)
]
ROUTER = WagtailAPIRouter("v2")
ROUTER.register_endpoint("pages", PagesAPIViewSet)
BYTES = b'{"a":"' + b"x" * 12_000 + b'"}'


def constant(request: HttpRequest) -> HttpResponse:
    """A bare Django view of constant bytes."""
    return HttpResponse(BYTES, content_type="application/json")


class Constant(APIView):
    """A bare view of REST framework with constant bytes."""

    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(BYTES, content_type="application/json")


def stored(request: HttpRequest, slug: str) -> HttpResponse:
    """One stored document by one query."""
    body = Edition.objects.filter(locale="en", slug=slug).values_list("body", flat=True)[0]
    return HttpResponse(bytes(body), content_type="application/json")


urlpatterns = [
    path("v2/", ROUTER.urls),
    path("constant/", constant),
    path("drf/", Constant.as_view()),
    path("stored/<slug:slug>/", stored),
]
