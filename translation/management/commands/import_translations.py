"""Takes translators' files in, through the gate."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from pages.files import NoSuchFilesError, find_files
from pages.printable import printable
from pages.progress_line import show_progress
from translation.findings import has_errors
from translation.formats import SUFFIXES
from translation.import_report import FileReport
from translation.intake import import_catalogues
from translation.second_person import ReviewError


class Command(BaseCommand):
    help = (
        "Import PO and XLIFF files. A file is taken whole or not at all; every finding is printed with its line. "
        "Exit code 1 if anything was refused."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="PO and XLIFF files, or folders of them"
        )
        parser.add_argument("--dry-run", action="store_true", help="report, and store nothing")
        parser.add_argument(
            "--force", action="store_true", help="take what is in doubt, and texts that the CMS has replaced since"
        )
        parser.add_argument("--partial", action="store_true", help="take the good entries of a file that has errors")
        parser.add_argument("--translator", metavar="USER", help="who translated")
        parser.add_argument("--reviewer", metavar="USER", help="who checked the texts and approves them now")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the whole report as JSON")

    def handle(self, *, paths: list[Path], report: Path | None, **options: Any) -> None:
        if report and not report.parent.is_dir():
            raise CommandError(f"there is no folder to write {report} into")
        translator, reviewer = _user(options["translator"]), _user(options["reviewer"])
        try:
            files = find_files(paths, *SUFFIXES, leave_out="LC_MESSAGES")
        except NoSuchFilesError as error:
            raise CommandError(str(error)) from error
        try:
            told = import_catalogues(
                files=((str(path), path.read_bytes()) for path in files),
                locales=settings.LANGUAGE_CODES,
                translator=translator,
                reviewer=reviewer,
                force=options["force"],
                partial=options["partial"],
                dry_run=options["dry_run"],
            )
        except ReviewError as error:
            raise CommandError(str(error)) from error
        reports: list[FileReport] = []
        for number, result in enumerate(told, start=1):
            if len(files) > 1:
                show_progress(self, number, len(files), "files", verbosity=options["verbosity"])
            reports.append(result)
        if report:
            report.write_text(
                json.dumps([r.as_dict() for r in reports], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
        for result in reports:
            self._print(result, dry_run=options["dry_run"])
        refused = [r for r in reports if not r.taken or has_errors(r.findings)]
        if refused:
            raise CommandError(
                f"{len(refused)} of {len(reports)} files were refused, in whole or in part", returncode=1
            )

    def _print(self, result: FileReport, *, dry_run: bool) -> None:
        for finding in result.findings:
            self.stdout.write(str(finding))
        self.stdout.write(f"{printable(result.file)}: {result.summary(dry_run=dry_run)}")


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    try:
        return User.objects.get(username=name, is_active=True)
    except User.DoesNotExist as error:
        raise CommandError(f"there is no active user {name}") from error
