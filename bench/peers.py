"""Settings of the peers that bench/delivery.py compares with: the same database, no middleware of ours."""

from cms.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2"]  # noqa: F405
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.peer_urls"
WSGI_APPLICATION = "bench.peer_wsgi.application"
SECURE_SSL_REDIRECT = False
