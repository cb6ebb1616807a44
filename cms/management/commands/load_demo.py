"""Loads the demo and says where to look."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.demo.loader import ADMIN, PASSWORD, Loaded, NoPlaceError, load_demo
from cms.demo.port import HOST, port_number
from cms.demo.welcome import addresses_to_try, has_demo_password
from translation.findings import Severity
from translation.second_person import ReviewError


class Command(BaseCommand):
    help = (
        "Load eight conditions in four languages, and an administrator with a known password, into a site that never "
        "had a condition. In any other, change nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000, help="the port to name in the addresses")

    def handle(self, *, port: int, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("the demo has an administrator whose password is public: only with DEBUG=1")
        try:
            loaded = load_demo(tell=self.stderr.write)
        except (NoPlaceError, ReviewError) as error:
            raise CommandError(str(error)) from error
        for report in loaded.reports:
            for finding in report.findings:
                if finding.severity is Severity.ERROR:  # a warning asks for a look, and these texts had it
                    self.stderr.write(str(finding))
        for line in (*_told(loaded), *_addresses(f"http://{HOST}:{port}")):
            self.stdout.write(line)


def _told(loaded: Loaded) -> Iterator[str]:
    """What was loaded, and what of it isn't there in every language."""
    yield ""
    if not loaded.conditions:
        yield "There are conditions here already; nothing was loaded."
        return
    yield f"Conditions loaded: {loaded.conditions}."
    for gap in loaded.gaps:
        yield f"Not in every language: {gap}."
    if any(not gap.on_purpose for gap in loaded.gaps):
        yield (
            "Mend what is missing, and bring it in with: "
            "manage.py import_translations FILE --translator translator --reviewer reviewer"
        )


def _addresses(site: str) -> Iterator[str]:
    login = f"   (log in as {ADMIN} with the password {PASSWORD})" if has_demo_password() else ""
    yield ""
    yield f"  The admin:  {site}/admin/{login}"
    first, *others = addresses_to_try()
    yield f"  The API:    {site}{first}"
    for address in others:
        yield f"              {site}{address}"
    yield f"  Its docs:   {site}/api/v1/docs/"
    yield ""
