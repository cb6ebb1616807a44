"""Writes the catalogues that translators work on."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from translation.conditions import live_conditions, memory_of
from translation.export import catalogue_of, catalogue_path, write_if_changed


class Command(BaseCommand):
    help = "Write one PO file per live condition and language: locale/<lang>/conditions/<slug>.po"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--locale", action="append", default=[], help="only this language (may be repeated)")
        parser.add_argument("--condition", action="append", default=[], help="only this slug (may be repeated)")
        parser.add_argument(
            "--output", type=Path, default=settings.CATALOGUES_DIR, help="the folder to write into (default: locale/)"
        )

    def handle(self, *, locale: list[str], condition: list[str], output: Path, **options: Any) -> None:
        if unknown := [code for code in locale if code not in settings.LANGUAGE_CODES]:
            raise CommandError(
                f"no such language here: {', '.join(unknown)}; there are {', '.join(settings.LANGUAGE_CODES)}"
            )
        if output.exists() and not output.is_dir():
            raise CommandError(f"{output} is a file; name a folder")
        conditions = list(live_conditions(slugs=condition))
        if missing := set(condition) - {found.slug for found in conditions}:
            raise CommandError(f"no live condition has the slug {', '.join(sorted(missing))}")
        written = unchanged = 0
        for number, source in enumerate(conditions, start=1):
            for code in locale or settings.LANGUAGE_CODES:
                if code == source.locale:
                    continue
                catalogue = catalogue_of(source, code, memory_of(source.key, code))
                if write_if_changed(catalogue_path(output, code, source.slug), catalogue):
                    written += 1
                else:
                    unchanged += 1
            if options["verbosity"] > 0:
                self.stderr.write(f"\r{number}/{len(conditions)} conditions", ending="")
        self.stderr.write("")
        self.stdout.write(f"{written} files written, {unchanged} unchanged, in {output}")
