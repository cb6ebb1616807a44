"""Every setting of Plexus, read from the environment (https://12factor.net/config) and checked at start.

A `.env` file beside manage.py is read first; `.env.example` lists every variable. A value that is missing or wrong
stops the start with one message that names all of them.
"""

import logging
import zoneinfo
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvValidationError, validate

from cms import environment
from pages.languages import own_name

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env(eager=False)
env.read_env(str(BASE_DIR / ".env"), recurse=False)

DEBUG: bool = env.bool("DEBUG", False)
SECRET_KEY: str = env.str("SECRET_KEY", "only-for-development" if DEBUG else "")
ALLOWED_HOSTS: list[str] = [
    name
    for name in env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [], subcast=str.strip)
    if name
]
SITE_URL: str = env.str("SITE_URL", "http://127.0.0.1:8000" if DEBUG else "")
BEHIND_TLS_PROXY: bool = env.bool("BEHIND_TLS_PROXY", False)
DATA_DIR: Path = BASE_DIR / (env.str("DATA_DIR", "") or "var")
DATABASE_URL: str = env.str("DATABASE_URL", "")
EMAIL_URL: str = env.str("EMAIL_URL", "")
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", "plexus@localhost" if DEBUG else "")
SOURCE_LANGUAGE: str = env.str("SOURCE_LANGUAGE", "en")
LANGUAGE_CODES: list[str] = env.list("LANGUAGE_CODES", ["en", "nl", "es", "ar"], subcast=str.strip)
MACHINE_TRANSLATION: str = env.str("MACHINE_TRANSLATION", "")
NOT_CURRENT: str = env.str("NOT_CURRENT", "source")
NOT_CURRENT_CRITICAL: str = env.str("NOT_CURRENT_CRITICAL", "source")
FALLBACKS: dict[str, list[str]] = environment.read_fallbacks(env.str("FALLBACKS", ""), SOURCE_LANGUAGE)
IMPORT_LEXICONS: Path | None = BASE_DIR / folder if (folder := env.str("IMPORT_LEXICONS", "")) else None
TOMBSTONE_DAYS: int = env.int("TOMBSTONE_DAYS", 400, validate=validate.Range(min=1))
API_RATE: str = env.str("API_RATE", "", validate=validate.Regexp(r"^$|^[1-9]\d{0,8}/(second|minute|hour|day)$"))
API_DEPRECATED: date | None = env.date("API_DEPRECATED", None)
API_SUNSET: date | None = env.date("API_SUNSET", None)
TIME_ZONE: str = env.str("TIME_ZONE", "UTC")
LOG_LEVEL: str = env.str("LOG_LEVEL", "WARNING")
TEST_DATABASE: str = env.str("TEST_DATABASE", "")


def _wrong_settings() -> list[str]:
    """One line for each variable that is missing or wrong."""
    wrong: list[str] = []
    try:
        env.seal()
    except EnvValidationError as error:
        messages = (
            dict(error.error_messages) if isinstance(error.error_messages, Mapping) else {"": error.error_messages}
        )
        wrong += [f"{name}: {' '.join(told)}" for name, told in messages.items()]
    if not DEBUG:
        wrong += environment.wrong_secret_key(SECRET_KEY)
        wrong += environment.wrong_addresses(SITE_URL, ALLOWED_HOSTS)
    wrong += environment.wrong_site_url(SITE_URL)
    wrong += environment.wrong_database_url(DATABASE_URL, BASE_DIR)
    wrong += environment.wrong_data_dir(DATA_DIR)
    wrong += environment.wrong_email(EMAIL_URL, DEFAULT_FROM_EMAIL)
    wrong += environment.wrong_languages(LANGUAGE_CODES, SOURCE_LANGUAGE)
    wrong += environment.wrong_fallbacks(FALLBACKS, LANGUAGE_CODES, SOURCE_LANGUAGE)
    wrong += environment.wrong_machine_translation(MACHINE_TRANSLATION)
    wrong += environment.wrong_policies(NOT_CURRENT, NOT_CURRENT_CRITICAL)
    if TIME_ZONE not in zoneinfo.available_timezones():
        wrong.append(f"TIME_ZONE: {TIME_ZONE!r} is no time zone of the IANA database, such as Europe/Amsterdam")
    if LOG_LEVEL not in logging.getLevelNamesMapping():
        wrong.append(f"LOG_LEVEL: {LOG_LEVEL!r} is not one of DEBUG, INFO, WARNING, ERROR, CRITICAL")
    return wrong


if _wrong := _wrong_settings():
    raise ImproperlyConfigured("Plexus can't start:\n" + "\n".join(f"  {line}" for line in _wrong))


def _database() -> dict[str, object]:
    url = DATABASE_URL or f"sqlite:///{quote(str(DATA_DIR / 'plexus.sqlite3'))}"
    config: dict[str, object] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["NAME"] = BASE_DIR / str(config["NAME"])  # the same file from whatever folder a command is run
        # IMMEDIATE: a writer that first reads would otherwise fail at once with "database is locked"
        # (https://www.sqlite.org/lang_transaction.html) instead of waiting for its turn.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        # A file, so that --reuse-db can keep the migrated test database; the Makefile names it anew per schema.
        config["TEST"] = {"NAME": TEST_DATABASE or None}
    return config


DATABASES = {"default": _database()}

INSTALLED_APPS = [
    "cms",
    "api",
    "translation",
    "pages",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",  # unused by us, but the admin's pages ask for its addresses
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.bodyless.without_body",
    "django.middleware.security.SecurityMiddleware",
    # In development, runserver finds static files by itself.
    *([] if DEBUG else ["whitenoise.middleware.WhiteNoiseMiddleware"]),
    "cms.for_people.sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "cms.for_people.authentication",
    "cms.for_people.messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
# Forms with many blocks or texts have many fields; Django's 1000 would refuse a long condition with all that was typed.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Languages: the page's Wagtail locale is its source language; all of LANGUAGES can be translated into.
# WAGTAIL_I18N_ENABLED and wagtail.locales stay off: they are for sites that copy a page for each language.
LANGUAGE_CODE = SOURCE_LANGUAGE
LANGUAGES = [(code, own_name(code)) for code in LANGUAGE_CODES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]
CATALOGUES_DIR = BASE_DIR / "locale"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# The web server in front, another user, reads the pictures; the database beside them may be kept from it by a umask.
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755

# Where nothing can be sent, nothing is promised: no link to reset a password, and notices end here without an error.
WAGTAIL_PASSWORD_RESET_ENABLED = DEBUG or bool(EMAIL_URL)
EMAIL_BACKEND = f"django.core.mail.backends.{'console' if DEBUG else 'dummy'}.EmailBackend"
if EMAIL_URL:
    vars().update(dj_email_url.parse(EMAIL_URL))
    EMAIL_TIMEOUT = 10  # seconds; an editor waits for it

WAGTAIL_SITE_NAME = "Plexus"
WAGTAILADMIN_BASE_URL = SITE_URL
# Editors' browsers ask no third party: neither for news of Wagtail nor for a face by the hash of an address.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],  # reads are public and keyless
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
    "NUM_PROXIES": int(
        BEHIND_TLS_PROXY
    ),  # how many addresses of X-Forwarded-For to believe, where requests are counted
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Plexus",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "PREPROCESSING_HOOKS": ["api.schema.compare_addresses"],
    "POSTPROCESSING_HOOKS": ["api.schema.write_contract"],
    "SWAGGER_UI_DIST": "SIDECAR",  # from our own server: a reader of the docs tells no third party
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

if BEHIND_TLS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if not DEBUG:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # a probe asks the server itself, without TLS
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]
# HSTS for the other subdomains, and a browser's preload list, are for the owner of the domain to decide, not for us.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "level": LOG_LEVEL},
        "none": {"class": "logging.NullHandler"},  # without any handler, Python's last resort would write
    },
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    # What a stranger asks for in vain (4xx) stands in the web server's access log; ours is for what we did wrong.
    "loggers": {
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},
    },
}
