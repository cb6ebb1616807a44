"""Every address: the admin for editors, the API for apps, and two for whoever watches over the server."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from api.unknown import unknown
from cms.health import alive, ready

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/")),
    path("api/v1/", include("api.urls")),  # asked most, so found first
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    re_path(r"^api(?:/|$)", unknown),
    path("healthz", alive),
    path("readyz", ready),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]

handler400 = "api.problems.bad_request"
handler500 = "api.problems.internal_error"
