"""The addresses under /api/v1/."""

from django.urls import path

from api.change_views import BundleFileView, BundleView, ChangesView
from api.condition_views import ConditionListView, ConditionView, NegotiatedConditionView, NegotiatedListView
from api.site_views import DocsView, LabelsView, LettersView, LocalesView, ProblemsView, RootView, SchemaView

urlpatterns = [
    path("<str:locale>/conditions/<str:slug>/", ConditionView.as_view()),  # asked most, so found first
    path("", RootView.as_view()),
    path("locales/", LocalesView.as_view()),
    path("conditions/", NegotiatedListView.as_view()),
    path("conditions/<str:slug_or_id>/", NegotiatedConditionView.as_view()),
    path("problems/", ProblemsView.as_view()),
    path("problems/<slug:name>/", ProblemsView.as_view()),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    path("<str:locale>/conditions/", ConditionListView.as_view()),
    path("<str:locale>/labels/", LabelsView.as_view()),
    path("<str:locale>/letters/", LettersView.as_view()),
    path("<str:locale>/changes/", ChangesView.as_view()),
    path("<str:locale>/bundle/", BundleView.as_view()),
    path("<str:locale>/bundle/<str:version>/", BundleFileView.as_view()),
]
