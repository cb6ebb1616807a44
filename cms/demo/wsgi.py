"""The door of the demo: the server of production, with the static files that development finds by itself."""

import os

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
if not settings.DEBUG:
    raise ImproperlyConfigured("This is the demo's door, for a machine of one's own; a server starts cms.wsgi.")
application = StaticFilesHandler(get_wsgi_application())
