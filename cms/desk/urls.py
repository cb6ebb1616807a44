"""The addresses of the translators' desk, below the admin's."""

from django.urls import path

from cms.desk import files, overview, preview, report, translate

app_name = "desk"
urlpatterns = [
    path("translations/report/", report.show_report, name="report"),
    path("translations/<int:page_id>/", overview.overview, name="overview"),
    path("translations/<int:page_id>/<str:locale>/", translate.translate, name="translate"),
    path("translations/<int:page_id>/<str:locale>/preview/", preview.preview, name="preview"),
    path("translations/<int:page_id>/<str:locale>/upload/", files.upload, name="upload"),
    path("translations/<int:page_id>/<str:locale>/<str:carrier>/", files.download, name="download"),
]
