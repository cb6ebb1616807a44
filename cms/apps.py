"""The cms app: the wiring, the demo, and the editors' desk."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
