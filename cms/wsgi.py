"""The door through which a web server reaches Plexus (PEP 3333). Closed while DEBUG is on."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
if settings.DEBUG:  # runserver doesn't come through here, but a server with a forgotten .env of development does
    raise ImproperlyConfigured(
        "Plexus can't start:\n"
        "  DEBUG: it is on, in the environment or in the .env beside manage.py, and would show strangers our insides;"
        " set DEBUG=0 (manage.py runserver is for development)"
    )
application = get_wsgi_application()
