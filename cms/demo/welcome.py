"""What a newcomer can try: addresses that answer and a log-in that works, whatever editors have done since the load."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User

from api import addresses
from api.models import Edition
from cms.demo.loader import ADMIN, PASSWORD
from translation.compose import Status


def has_demo_password() -> bool:
    """Whether the administrator of the demo is there, and can still log in with the public password."""
    admin = User.objects.filter(username=ADMIN, is_active=True).first()
    # Not `admin.check_password`, which may store the password anew.
    return admin is not None and check_password(PASSWORD, admin.password)


def addresses_to_try() -> list[str]:
    """Three addresses of the API that answer now, a document in a translation among them if there is one."""
    known = Edition.objects.published().filter(locale__in=settings.LANGUAGE_CODES).without_body()
    editions = known.order_by("locale", "slug")
    edition = editions.exclude(status=Status.SOURCE).last() or editions.last()
    folder = addresses.locale_root(edition.locale if edition else settings.SOURCE_LANGUAGE)
    return [
        f"{addresses.ROOT}locales/",
        addresses.canonical(edition.locale, edition.slug) if edition else f"{folder}conditions/",
        f"{folder}changes/",
    ]
