"""Mends the editions after an upgrade."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from api.edition_writer import Refreshed
from api.editions import rebuild_editions
from pages.progress_line import show_progress


class Command(BaseCommand):
    help = "Compose every edition anew; only those whose bytes really changed get a new version and sequence."

    def handle(self, **options: Any) -> None:
        total = Refreshed()
        for done, of, refreshed in rebuild_editions():
            total += refreshed
            show_progress(self, done, of, "conditions", verbosity=options["verbosity"])
        if options["verbosity"] > 0:
            self.stdout.write(f"{total.published} published, {total.withdrawn} withdrawn, {total.unchanged} unchanged")
