"""Writes the glossary as CSV."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from translation.glossary_file import write_glossary
from translation.models import GlossaryTerm


class Command(BaseCommand):
    help = "Write every term of the glossary into a CSV file, in UTF-8; import_glossary reads it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE.csv")

    def handle(self, *, path: Path, **options: Any) -> None:
        if path.is_dir() or not path.parent.is_dir():
            raise CommandError(f"{path} can't be written: name a file in a folder that is there")
        entries = [term.as_entry() for term in GlossaryTerm.objects.all()]
        path.write_bytes(write_glossary(entries))
        self.stdout.write(f"{len(entries)} terms written to {path}")
