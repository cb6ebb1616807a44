"""Takes a glossary in, from CSV."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pages.printable import printable
from translation.glossary import import_glossary


class Command(BaseCommand):
    help = "Import a glossary from CSV. It is taken whole or not at all; every finding is printed with its line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE.csv")
        parser.add_argument("--dry-run", action="store_true", help="report, and store nothing")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the whole report as JSON")

    def handle(self, *, path: Path, report: Path | None, dry_run: bool, **options: Any) -> None:
        if report and not report.parent.is_dir():
            raise CommandError(f"there is no folder to write {report} into")
        if not path.is_file():
            raise CommandError(f"there is no file {path}")
        result = import_glossary(file=str(path), data=path.read_bytes(), dry_run=dry_run)
        if report:
            report.write_text(json.dumps(result.as_dict(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for finding in result.findings:
            self.stdout.write(str(finding))
        if not result.taken:
            raise CommandError(f"{printable(str(path))}: refused whole; nothing was stored", returncode=1)
        taken = "would be taken" if dry_run else "taken"
        counts = result.counts
        self.stdout.write(
            f"{printable(str(path))}: {taken}: {counts.added} added, {counts.changed} changed, "
            f"{counts.unchanged} unchanged"
        )
