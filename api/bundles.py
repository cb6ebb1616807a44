"""Bundles: all that can be read in one language as one immutable file, pinned to a place in the feed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from api.changes import Page, page_bytes
from api.models import Bundle, Edition, Feed
from api.packing import brotli_of, gzip_of

KEPT = 2  # an app that read the manifest before a new bundle was made still gets the file that it names


def newest_bundle(locale: str) -> Bundle:
    """The newest bundle of a language, without its bytes; made now if there is none. One query if there is."""
    return Bundle.objects.newest(locale).without_body().first() or make_bundle(locale=locale)


def make_bundle(*, locale: str) -> Bundle:
    """The bundle of what is published in a language now; one that was made before if nothing has changed since.

    It is an answer of the change feed from its beginning to now, without tombstones, whatever its length: an app has
    one way to read both. The feed is locked, so that no withdrawal comes between what is read and what is kept.
    """
    with transaction.atomic():
        feed = Feed.lock()
        newest = Bundle.objects.newest(locale).first()
        published = Edition.objects.in_language(locale)
        sequence = published.order_by("-sequence").values_list("sequence", flat=True).first() or 0
        cursor = feed.begin(locale, sequence)
        if newest is not None and newest.cursor == str(cursor):
            return newest
        changes = list(published.published().order_by("sequence"))
        page = Page(locale, cursor, has_more=False, changes=changes)
        body = page_bytes(page)
        version = hashlib.sha256(body).hexdigest()
        bundle, _ = Bundle.objects.update_or_create(
            locale=locale,
            version=version,
            defaults={
                "cursor": str(cursor),
                "count": len(changes),
                "size": len(body),
                "gzip": gzip_of(body),
                "brotli": brotli_of(body),
                "created_at": timezone.now(),
            },
        )
        kept = Bundle.objects.newest(locale).values_list("pk", flat=True)[:KEPT]
        Bundle.objects.filter(locale=locale).exclude(pk__in=list(kept)).delete()
        return bundle


def make_bundles(locales: list[str]) -> Iterator[Bundle]:
    """The bundle of each language, as it is made."""
    for locale in locales:
        yield make_bundle(locale=locale)
