"""Writes the static mirror of the API."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from api.cursors import BadCursorError, FeedCursor
from api.mirror import Mirrored, MirrorError, export_mirror, read_state
from pages.progress_line import show_progress


class Command(BaseCommand):
    help = (
        "Write a file for every canonical address of the API with the bytes of the live answer, compressed forms and a "
        "configuration for nginx that gives the same ETags."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="the mirror's folder")
        parser.add_argument(
            "--since",
            metavar="CURSOR",
            help="write only documents that changed after this cursor (as printed by the last export), or `last`",
        )

    def handle(self, *, output: Path, since: str | None, **options: Any) -> None:
        told: Mirrored | None = None
        try:
            cursor = read_state(output) if since == "last" else FeedCursor.parse(since) if since else None
            for told in export_mirror(output, since=cursor):
                show_progress(self, told.written, told.written, "files written", verbosity=options["verbosity"])
        except (BadCursorError, MirrorError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        if told is not None:
            self.stdout.write(f"{told.written} files written, {told.unchanged} unchanged, {told.deleted} deleted")
            self.stdout.write(f"cursor: {told.cursor}")
