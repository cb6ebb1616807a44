"""The feed forgets: tombstones in the end, and all of its past after a backup was restored. Cursors are told so."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from api.models import Bundle, Edition, Feed, new_epoch


@transaction.atomic
def forget_tombstones() -> int:
    """Deletes the tombstones that are older than `TOMBSTONE_DAYS`; answers how many.

    Not those of `not_current`: they remember that a condition appeared in a language, where it comes back by itself.
    """
    feed = Feed.lock()
    oldest = timezone.now() - datetime.timedelta(days=settings.TOMBSTONE_DAYS)
    old = Edition.objects.withdrawn_before(oldest).exclude(reason=Edition.Reason.NOT_CURRENT)
    for locale, newest in old.values_list("locale").annotate(newest=Max("sequence")).order_by():
        feed.forgotten[locale] = max(newest, feed.forgotten.get(locale, 0))
    feed.save()
    deleted, _ = old.delete()
    return deleted


@transaction.atomic
def renew_feed() -> str:
    """Begins another feed with the same editions, in which no cursor from before has a place; answers its name.

    After a restored backup the sequences go on from an older number: a cursor from before the loss would in time look
    like one of this feed, and never be told what was lost.
    """
    feed = Feed.lock()
    feed.epoch = new_epoch()
    feed.save()
    Bundle.objects.all().delete()
    return feed.epoch
