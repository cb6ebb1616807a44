"""Tombstones are forgotten in the end, and cursors from before are told so."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from api.models import Edition, Feed


@transaction.atomic
def forget_tombstones() -> int:
    """Deletes the tombstones that are older than `TOMBSTONE_DAYS`; answers how many.

    Not those of `not_current`: they remember that a condition appeared in a language, where it comes back by itself.
    """
    feed = Feed.lock()
    oldest = timezone.now() - datetime.timedelta(days=settings.TOMBSTONE_DAYS)
    old = Edition.objects.withdrawn_before(oldest).exclude(reason=Edition.Reason.NOT_CURRENT)
    newest = old.aggregate(newest=Max("sequence"))["newest"]
    if newest is None:
        return 0
    feed.forgotten = max(feed.forgotten, newest)
    feed.save()
    deleted, _ = old.delete()
    return deleted
