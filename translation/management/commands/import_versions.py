"""Brings old pages in that are another language's version of a condition, as translations to be reviewed."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from pages.files import NoSuchFilesError, find_files
from pages.import_batch import BadSourceUrlError, Batch, addresses_of
from pages.importing.decoding import UnreadableDocument
from pages.importing.formats import SUFFIXES
from pages.printable import printable
from pages.progress_line import show_progress
from translation.aligning import Text
from translation.findings import Finding, excerpt
from translation.rights import NoRightError
from translation.versions import (
    NoSourceError,
    NotAVersionError,
    Paired,
    VersionTaken,
    source_named,
    source_of,
    take_version,
)

Report = dict[str, Any]


class Command(BaseCommand):
    help = (
        "Import other languages of pages that are conditions already, as translations to be reviewed. What finds no "
        "partner on the page is reported, never forced. Exit code 1 if anything could not be taken."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help=f"files, or folders of {', '.join(SUFFIXES)}"
        )
        parser.add_argument("--locale", required=True, help="the language that the files are written in")
        parser.add_argument("--condition", metavar="SLUG", help="the condition that the one file is a version of")
        parser.add_argument(
            "--source-url",
            default="",
            metavar="URL",
            help="where the files are published: the address of the one file, or of the folder that they are below",
        )
        parser.add_argument("--translator", metavar="USER", help="who translated")
        parser.add_argument("--dry-run", action="store_true", help="report, and store nothing")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the whole report as JSON")

    def handle(self, *, paths: list[Path], locale: str, report: Path | None, **options: Any) -> None:
        if locale not in settings.LANGUAGE_CODES:
            raise CommandError(f"no such language here: {locale}; there are {', '.join(settings.LANGUAGE_CODES)}")
        if report and not report.parent.is_dir():
            raise CommandError(f"there is no folder to write {report} into")
        translator = _user(options["translator"])
        try:
            addresses = addresses_of(find_files(paths, *SUFFIXES), paths, options["source_url"])
        except (NoSuchFilesError, BadSourceUrlError, OSError) as error:
            raise CommandError(str(error)) from error
        if options["condition"] and len(addresses) != 1:
            raise CommandError(f"--condition is for one file; there are {len(addresses)}")
        batch = Batch(locale)
        for path, address in addresses.items():
            batch.read(path, address)
        reports: list[Report] = []
        for number, (path, address) in enumerate(addresses.items(), start=1):
            reports.append(self._take(batch, path, address, translator, options))
            if len(addresses) > 1:
                show_progress(self, number, len(addresses), "files", verbosity=options["verbosity"])
        if report:
            report.write_text(json.dumps(reports, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        if failed := sum(not told["whole"] for told in reports):
            raise CommandError(
                f"{failed} of {len(reports)} files could not be taken, in whole or in part", returncode=1
            )

    def _take(self, batch: Batch, path: Path, address: str, translator: User | None, options: dict[str, Any]) -> Report:
        try:
            document = batch.document(path)
            slug = options["condition"]
            page = source_named(slug) if slug else source_of(address, batch.locale, settings.LANGUAGE_CODES)
            taken = take_version(
                page=page, document=document, locale=batch.locale, translator=translator, dry_run=options["dry_run"]
            )
        except (UnreadableDocument, NoSourceError, NotAVersionError, NoRightError) as error:
            self.stdout.write(printable(f"{path}: not taken: {error}"))
            return {"file": str(path), "whole": False, "error": str(error)}
        for line in _lines(str(path), taken, dry_run=options["dry_run"]):
            self.stdout.write(printable(line))
        return _report(str(path), taken)


def _lines(file: str, taken: VersionTaken, *, dry_run: bool) -> Iterator[str]:
    for pair in taken.pairs:
        for remark in pair.remarks:
            yield str(Finding(file, pair.version.line, pair.page.path, remark.kind, remark.severity, remark.message))
    for text in taken.version_alone:
        yield f"{file}:{text.line}: misaligned: not on the page: {_where(text)}: {excerpt(text.words)}"
    for text in taken.page_alone:
        yield f"{file}: misaligned: not in the file: {_where(text)}: {excerpt(text.words)}"
    stored, refused = (sum(getattr(p, name) for p in taken.pairs) for name in ("is_stored", "is_refused"))
    unchanged = len(taken.pairs) - stored - refused
    misaligned = len(taken.page_alone) + len(taken.version_alone)
    done = "would be stored" if dry_run else "stored"
    yield (
        f"{file}: {taken.slug}: {stored} {done} for review, {unchanged} unchanged, {refused} refused, "
        f"{misaligned} misaligned"
    )


def _where(text: Text) -> str:
    return text.path or f"{text.section or text.form}"


def _report(file: str, taken: VersionTaken) -> Report:
    return {
        "file": file,
        "whole": taken.is_whole,
        "condition": taken.slug,
        "pairs": [_pair(pair) for pair in taken.pairs if not pair.is_refused],
        "refused": [_pair(pair) for pair in taken.pairs if pair.is_refused],
        "misaligned": {
            "page": [{"path": text.path, "text": text.words} for text in taken.page_alone],
            "file": [
                {"line": text.line, "section": text.section or "", "form": text.form, "text": text.words}
                for text in taken.version_alone
            ],
        },
        "dropped": [{"line": d.line, "reason": d.reason, "text": d.text} for d in taken.dropped],
    }


def _pair(pair: Paired) -> Report:
    return {
        "path": pair.page.path,
        "line": pair.version.line,
        "source": pair.page.words,
        "text": pair.version.words,
        "stored": pair.is_stored,
        "findings": [
            {"kind": remark.kind, "severity": remark.severity, "message": remark.message} for remark in pair.remarks
        ],
    }


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    try:
        return User.objects.get(username=name, is_active=True)
    except User.DoesNotExist as error:
        raise CommandError(f"there is no active user {name}") from error
