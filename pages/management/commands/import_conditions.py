"""Brings old pages in, as drafts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.drafts import NoPlaceError, Outcome
from pages.files import NoSuchFilesError, find_files
from pages.import_batch import BadSourceUrlError, Batch, Report, addresses_of
from pages.importing.formats import SUFFIXES
from pages.importing.wording import excerpt
from pages.printable import printable
from pages.progress_line import show_progress

WIDTH = 120  # of what is printed of a text; the report in JSON has all of it


class Command(BaseCommand):
    help = (
        "Turn old pages (plain text, HTML, Markdown, Word) into drafts of conditions, and report what was dropped and "
        "what an editor should look at. Never publishes. Exit code 1 if a file could not be imported; the others are "
        "all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help=f"files, or folders of {', '.join(SUFFIXES)}"
        )
        parser.add_argument("--locale", required=True, help="the language that the files are written in")
        parser.add_argument(
            "--source-url",
            default="",
            metavar="URL",
            help="where the files are published: the address of the one file, or of the folder that they are below",
        )
        parser.add_argument("--dry-run", action="store_true", help="report, and save nothing")
        parser.add_argument(
            "--replace", action="store_true", help="let a changed file replace what editors made of its draft"
        )
        parser.add_argument(
            "--json",
            type=Path,
            metavar="DIR",
            dest="json_folder",
            help="write what was understood of each file as JSON",
        )
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the whole report as JSON")

    def handle(self, *, paths: list[Path], locale: str, report: Path | None, **options: Any) -> None:
        if locale not in settings.LANGUAGE_CODES:
            raise CommandError(f"no such language here: {locale}; there are {', '.join(settings.LANGUAGE_CODES)}")
        if report and not report.parent.is_dir():
            raise CommandError(f"there is no folder to write {report} into")
        json_folder: Path | None = options["json_folder"]
        try:
            addresses = addresses_of(find_files(paths, *SUFFIXES), paths, options["source_url"])
            if json_folder:
                json_folder.mkdir(parents=True, exist_ok=True)
        except (NoSuchFilesError, BadSourceUrlError, OSError) as error:
            raise CommandError(str(error)) from error
        batch = Batch(locale)
        for number, (path, address) in enumerate(addresses.items(), start=1):
            self._progress("files read", number, len(addresses), options)
            batch.read(path, address)
        reports: list[Report] = []
        for number, path in enumerate(addresses, start=1):
            self._progress("files", number, len(addresses), options)
            try:
                told = batch.take(path, dry_run=options["dry_run"], replace=options["replace"], json_folder=json_folder)
            except NoPlaceError as error:
                raise CommandError(str(error)) from error
            reports.append(told)
        if report:
            report.write_text(json.dumps(reports, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for told in reports:
            self._print(told)
        if failed := sum("error" in told for told in reports):
            raise CommandError(f"{failed} of {len(reports)} files could not be imported", returncode=1)

    def _progress(self, what: str, number: int, total: int, options: dict[str, Any]) -> None:
        if total > 1:
            show_progress(self, number, total, what, verbosity=options["verbosity"])

    def _print(self, told: Report) -> None:
        for line in _lines(told):
            self.stdout.write(printable(line))


def _lines(told: Report) -> Iterator[str]:
    if "error" in told:
        yield f"{told['file']}: {told['outcome']}: {told['error']}"
        return
    draft = f", draft {told['slug']} (page {told['page']})" if told["page"] else ""
    yield f"{told['file']}: {told['outcome']}: “{told['title']}”{draft}"
    if told["outcome"] == Outcome.UNCHANGED:
        return  # editors may have given the draft another structure since
    for section in told["sections"]:
        heading = f" under “{section['heading']}”" if section["heading"] else ""
        blocks = "1 block" if section["blocks"] == 1 else f"{section['blocks']} blocks"
        yield f"  {section['section']}: {blocks}{heading}"
    if told["empty"]:
        yield f"  without any text: {', '.join(told['empty'])}"
    for dropped in told["dropped"]:
        yield f"  line {dropped['line']}: dropped ({dropped['reason']}): {excerpt(dropped['text'], WIDTH)}"
    for difference in told.get("differences", ()):
        yield from (f"  {difference['section']}: - {excerpt(line, WIDTH)}" for line in difference["removed"])
        yield from (f"  {difference['section']}: + {excerpt(line, WIDTH)}" for line in difference["added"])
    for flag in told["flags"]:
        yield f"  line {flag['line']}: {flag['kind']}: {excerpt(flag['where'], WIDTH)}: {flag['message']}"
