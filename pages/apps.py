"""The pages app: what a condition is."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self) -> None:
        from pages import checks  # noqa: F401  (registers Django system checks; models must be loaded first)
