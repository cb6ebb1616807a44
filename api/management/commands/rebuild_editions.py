"""Mends the editions after an upgrade."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from api.edition_writer import Refreshed
from api.editions import rebuild_editions


class Command(BaseCommand):
    help = "Compose every edition anew; only those whose bytes really changed get a new version and sequence."

    def handle(self, **options: Any) -> None:
        total = Refreshed()
        for done, of, refreshed in rebuild_editions():
            total += refreshed
            if options["verbosity"] > 0:
                self.stderr.write(f"\r{done}/{of} conditions", ending="\n" if done == of else "")
        if options["verbosity"] > 0:
            self.stdout.write(f"{total.published} published, {total.withdrawn} withdrawn, {total.unchanged} unchanged")
