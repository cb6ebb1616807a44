"""Composes every edition anew and compares."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from api.verifying import verify_editions


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
            if options["verbosity"] > 0:
                self.stderr.write(f"\r{done}/{total} conditions", ending="\n" if done == total else "")
        if differences:
            raise CommandError(f"{differences} differences; rebuild_editions mends them", returncode=1)
        self.stdout.write(f"{total} conditions, no difference")
