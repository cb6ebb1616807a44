"""Begins another feed, after a backup was restored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from api.forgetting import renew_feed


class Command(BaseCommand):
    help = "Begin another change feed, so that every app starts again with the bundle. Run it after restoring a backup."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"the feed is {renew_feed()} now; every cursor from before is answered with 410")
