"""Prints how far the translations have come."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import fields
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from translation.status import StatusLine, translation_status


class Command(BaseCommand):
    help = "One line per live condition and language: how many segments are current, and what the others lack."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--locale", action="append", default=[], help="only this language (may be repeated)")
        parser.add_argument("--format", choices=["table", "json"], default="table")

    def handle(self, *, locale: list[str], **options: Any) -> None:
        if unknown := [code for code in locale if code not in settings.LANGUAGE_CODES]:
            raise CommandError(
                f"no such language here: {', '.join(unknown)}; there are {', '.join(settings.LANGUAGE_CODES)}"
            )
        lines = list(translation_status(locale or settings.LANGUAGE_CODES))
        names = [field.name for field in fields(StatusLine)]
        if options["format"] == "json":
            # One line for each, and not `indent`, which is slow: there are as many as conditions times languages.
            objects = (json.dumps({name: getattr(line, name) for name in names}) for line in lines)
            self.stdout.write("[\n" + ",\n".join(objects) + "\n]")
            return
        width = max((len(line.slug) for line in lines), default=4)
        names = names[2:]
        self.stdout.write(f"{'slug':{width}}  {'locale':7} " + " ".join(f"{name:>10}" for name in names))
        for line in lines:
            numbers = " ".join(f"{getattr(line, name):>10}" for name in names)
            self.stdout.write(f"{line.slug:{width}}  {line.locale:7} {numbers}")
