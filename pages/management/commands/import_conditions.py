"""Brings old pages in, as drafts."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.drafts import EditedSinceError, NoPlaceError, OtherLanguageError, Outcome, flag_doubles, save_draft, title_of
from pages.files import NoSuchFilesError, find_files
from pages.importing.decoding import UnreadableDocument
from pages.importing.plain_text import import_plain_text
from pages.importing.streams import to_blocks
from pages.importing.values import ImportedDocument
from pages.importing.wording import excerpt
from pages.printable import printable
from pages.progress_line import show_progress
from pages.vocabulary import Section

Report = dict[str, Any]

WIDTH = 120  # of what is printed of a text; the report in JSON has all of it


class Command(BaseCommand):
    help = (
        "Turn plain text files into drafts of conditions, and report what was dropped and what an editor should "
        "look at. Never publishes. Exit code 1 if a file could not be imported; the others are all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="text files, or folders of .txt files")
        parser.add_argument("--locale", required=True, help="the language that the files are written in")
        parser.add_argument("--dry-run", action="store_true", help="report, and save nothing")
        parser.add_argument(
            "--replace", action="store_true", help="let a changed file replace what editors made of its draft"
        )
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the whole report as JSON")

    def handle(self, *, paths: list[Path], locale: str, report: Path | None, **options: Any) -> None:
        if locale not in settings.LANGUAGE_CODES:
            raise CommandError(f"no such language here: {locale}; there are {', '.join(settings.LANGUAGE_CODES)}")
        if report and not report.parent.is_dir():
            raise CommandError(f"there is no folder to write {report} into")
        try:
            files = find_files(paths, ".txt")
        except NoSuchFilesError as error:
            raise CommandError(str(error)) from error
        reports: list[Report] = []
        for number, path in enumerate(files, start=1):
            if len(files) > 1:
                show_progress(self, number, len(files), "files", verbosity=options["verbosity"])
            try:
                reports.append(_import_one(path, locale, dry_run=options["dry_run"], replace=options["replace"]))
            except NoPlaceError as error:
                raise CommandError(str(error)) from error
        if report:
            report.write_text(json.dumps(reports, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for told in reports:
            self._print(told)
        if failed := sum("error" in told for told in reports):
            raise CommandError(f"{failed} of {len(reports)} files could not be imported", returncode=1)

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
    for flag in told["flags"]:
        yield f"  line {flag['line']}: {flag['kind']}: {excerpt(flag['where'], WIDTH)}: {flag['message']}"


def _import_one(path: Path, locale: str, *, dry_run: bool, replace: bool) -> Report:
    data = path.read_bytes()
    try:
        document = import_plain_text(data, locale)
    except UnreadableDocument as error:
        return {"file": str(path), "outcome": "unreadable", "reason": str(error.reason), "error": str(error)}
    address = path.resolve().as_posix()  # the same file, wherever the command was typed
    digest = hashlib.sha256(data).hexdigest()
    doubles = flag_doubles(document=document, address=address, digest=digest, locale=locale)
    document = dataclasses.replace(document, title=title_of(document, address), flags=(*doubles, *document.flags))
    if dry_run:
        return _report(path, document, outcome="would be imported", slug=None, page=None)
    try:
        saved = save_draft(
            document=document,
            address=address,
            digest=digest,
            locale=locale,
            replace=replace,
        )
    except OtherLanguageError as error:
        return {"file": str(path), "outcome": "refused", "reason": "other_language", "error": str(error)}
    except EditedSinceError as error:
        return {"file": str(path), "outcome": "refused", "reason": "edited_since", "error": str(error)}
    return _report(path, document, outcome=saved.outcome.value, slug=saved.page.slug, page=saved.page.pk)


def _report(path: Path, document: ImportedDocument, **more: Any) -> Report:
    streams = to_blocks(document)
    filled = {stream.section for stream in streams if stream.blocks}
    return {
        "file": str(path),
        **more,
        "title": document.title,
        "sections": [
            {"section": stream.section.value, "heading": stream.heading, "blocks": len(stream.blocks)}
            for stream in streams
        ],
        "empty": [section.value for section in Section if section not in filled and section is not Section.FURTHER],
        "dropped": [asdict(dropped) for dropped in document.dropped],
        "flags": [asdict(flag) for flag in document.flags],
    }
