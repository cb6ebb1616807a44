"""The api app: what the world may read."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        from api import checks, receivers  # noqa: F401  (registers checks and receivers; models must be loaded first)
