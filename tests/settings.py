"""The settings under test: those of development, with no .env, a fast password hash and a data folder of their own."""

import os
import tempfile

os.environ.update(
    {
        "DEBUG": "1",
        "LANGUAGE_CODES": "en,nl,es,ar",
        "SOURCE_LANGUAGE": "en",
        "DATA_DIR": tempfile.mkdtemp(prefix="plexus-test-"),
    }
)

from cms.settings import *  # noqa: F403

DEBUG = False
SECURE_SSL_REDIRECT = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
