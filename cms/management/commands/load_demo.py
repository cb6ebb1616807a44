"""Loads the demo and says where to look."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.demo.loader import ADMIN, PASSWORD, load_demo


class Command(BaseCommand):
    help = (
        "Load eight conditions in four languages, and an administrator with a known password. Again: changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000", help="the port to name in the addresses")

    def handle(self, *, port: str, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("the demo has an administrator whose password is public: only with DEBUG=1")
        loaded = load_demo(self.stderr.write)
        for report in loaded.reports:
            for finding in report.findings:
                self.stderr.write(str(finding))
        site = f"http://127.0.0.1:{port}"
        self.stdout.write(
            f"\n{loaded.conditions} conditions loaded.\n\n"
            f"  The admin:  {site}/admin/   (log in as {ADMIN} with the password {PASSWORD})\n"
            f"  The API:    {site}/api/v1/locales/\n"
            f"              {site}/api/v1/nl/conditions/lumbar-plexus-neuralgia/\n"
            f"              {site}/api/v1/ar/changes/\n"
            f"  Its docs:   {site}/api/v1/docs/\n"
        )
