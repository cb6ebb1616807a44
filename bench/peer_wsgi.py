"""The door to the peers."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.peers"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
