"""Has a machine translate what nobody has translated yet."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.printable import printable
from pages.progress_line import show_progress
from translation.conditions import live_conditions
from translation.findings import Severity
from translation.machine import MachineTranslationError, fill_in, machine_translator


class Command(BaseCommand):
    help = (
        "Fill in what is missing in a language with machine translation. Nothing of it is served before a translator "
        "has confirmed it and a second person has approved it. Exit code 1 if anything was left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--locale", required=True, help="the language to translate into")
        parser.add_argument("--condition", action="append", default=[], help="only this slug (may be repeated)")

    def handle(self, *, locale: str, condition: list[str], **options: Any) -> None:
        if locale not in settings.LANGUAGE_CODES:
            raise CommandError(f"no such language here: {locale}; there are {', '.join(settings.LANGUAGE_CODES)}")
        conditions = list(live_conditions(slugs=condition))
        if missing := set(condition) - {found.slug for found in conditions}:
            raise CommandError(f"no live condition has the slug {', '.join(sorted(missing))}")
        stored = left_out = 0
        try:
            translator = machine_translator()
            for number, source in enumerate(conditions, start=1):
                if source.locale != locale:
                    filled = fill_in(condition=source, locale=locale, translator=translator)
                    for finding in filled.findings:
                        self.stdout.write(str(finding))
                    stored += filled.stored
                    left_out += len({f.path for f in filled.findings if f.severity is Severity.ERROR})
                show_progress(self, number, len(conditions), "conditions", verbosity=options["verbosity"])
        except MachineTranslationError as error:
            told = f"; {stored} texts were stored before" if stored else ""
            raise CommandError(printable(f"{error}{told}")) from error
        self.stdout.write(f"{stored} texts stored for review, {left_out} left out")
        if left_out:
            raise CommandError("what was left out is still to be translated", returncode=1)
