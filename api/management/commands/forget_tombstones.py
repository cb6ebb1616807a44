"""Forgets what was withdrawn long ago."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from api.forgetting import forget_tombstones


class Command(BaseCommand):
    help = (
        "Delete the tombstones that are older than TOMBSTONE_DAYS. Whoever last asked for changes before that starts "
        "again with the bundle."
    )

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_tombstones()} tombstones older than {settings.TOMBSTONE_DAYS} days forgotten")
