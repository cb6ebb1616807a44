#!/usr/bin/env python
"""Django's command line for Plexus."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from cms.startup import set_up

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    try:
        settings.configured or settings.DEBUG  # noqa: B018  (reads the settings)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # who set a variable wrong needs its name, not a traceback
    set_up()
    execute_from_command_line(sys.argv)
