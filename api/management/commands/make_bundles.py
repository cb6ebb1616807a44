"""Makes the bundle of each language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from api.bundles import make_bundles


class Command(BaseCommand):
    help = "Make the bundle of each language anew, where something has changed since the last one."

    def handle(self, **options: Any) -> None:
        for bundle in make_bundles(settings.LANGUAGE_CODES):
            packed = len(bundle.brotli) // 1000
            self.stdout.write(f"{bundle.locale}: {bundle.count} conditions, {packed} kB, {bundle.version[:12]}")
