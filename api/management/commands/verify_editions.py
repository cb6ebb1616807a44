"""Composes every edition anew and compares."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from api.verifying import verify_editions
from pages.progress_line import show_progress


class Command(BaseCommand):
    help = (
        "Compose every edition from its page and translations and compare the bytes. "
        "Writes nothing. Exit code 1 if any differs."
    )

    def handle(self, **options: Any) -> None:
        differences = 0
        total = 0
        for done, total, found in verify_editions():
            for difference in found:
                self.stdout.write(str(difference))
            differences += len(found)
            show_progress(self, done, total, "conditions", verbosity=options["verbosity"])
        if differences:
            raise CommandError(f"{differences} differences; rebuild_editions mends them", returncode=1)
        self.stdout.write(f"{total} conditions, with those that are gone: no difference")
