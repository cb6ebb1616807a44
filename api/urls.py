"""The addresses under /api/v1/."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from api import views

urlpatterns = [
    path("", views.RootView.as_view()),
    path("locales/", views.LocalesView.as_view()),
    path("conditions/", views.NegotiatedListView.as_view()),
    path("conditions/<str:slug_or_id>/", views.NegotiatedConditionView.as_view()),
    path("problems/", views.ProblemsView.as_view()),
    path("problems/<slug:name>/", views.ProblemsView.as_view()),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="schema"), name="docs"),
    path("<str:locale>/conditions/", views.ConditionListView.as_view()),
    path("<str:locale>/conditions/<str:slug>/", views.ConditionView.as_view()),
    path("<str:locale>/changes/", views.ChangesView.as_view()),
]
