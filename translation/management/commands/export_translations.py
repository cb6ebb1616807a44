"""Writes the catalogues that translators work on."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.printable import printable
from pages.progress_line import show_progress
from translation.catalogue import CatalogueError
from translation.catalogue_files import move_renamed
from translation.conditions import (
    BrokenDraft,
    SourceCondition,
    draft_conditions,
    known_texts,
    live_conditions,
    memories_of,
)
from translation.export import Written, catalogue_of, catalogue_path, why_kept, write_catalogue_file
from translation.formats import FORMATS


class Command(BaseCommand):
    help = "Write one file per live condition and language: locale/<lang>/conditions/<slug>.po, or .xlf"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--locale", action="append", default=[], help="only this language (may be repeated)")
        parser.add_argument("--condition", action="append", default=[], help="only this slug (may be repeated)")
        parser.add_argument("--format", choices=[*FORMATS], default="po", help="PO (the default), XLIFF 1.2 or 2.1")
        parser.add_argument(
            "--output", type=Path, default=settings.CATALOGUES_DIR, help="the folder to write into (default: locale/)"
        )
        parser.add_argument(
            "--drafts",
            action="store_true",
            help="what editors have written and not published yet, in the place of what is live",
        )
        parser.add_argument("--force", action="store_true", help="overwrite files with texts that were never imported")

    def handle(self, *, locale: list[str], condition: list[str], output: Path, **options: Any) -> None:
        if unknown := [code for code in locale if code not in settings.LANGUAGE_CODES]:
            raise CommandError(
                f"no such language here: {', '.join(unknown)}; there are {', '.join(settings.LANGUAGE_CODES)}"
            )
        with _told_where(output):
            is_no_folder = output.exists() and not output.is_dir()
        if is_no_folder:
            raise CommandError(f"{output} is a file; name a folder")
        conditions, broken = _newest(condition) if options["drafts"] else (list(live_conditions(slugs=condition)), [])
        for draft in broken:
            self.stdout.write(printable(f"{draft.slug}: its draft can't be exported, what is live is: {draft.why}"))
        if missing := set(condition) - {found.slug for found in conditions}:
            kind = "condition" if options["drafts"] else "live condition"
            raise CommandError(f"no {kind} has the slug {', '.join(sorted(missing))}")
        if conditions and all(source.locale == code for source in conditions for code in locale or [""]):
            raise CommandError(f"nothing to translate: what was asked for is written in {', '.join(locale)}")
        carrier = FORMATS[options["format"]]
        counts: Counter[Written] = Counter()
        failed = 0
        slugs = {source.key: source.slug for source in conditions}
        for code in locale or settings.LANGUAGE_CODES:
            folder = catalogue_path(output, code, "").parent
            with _told_where(folder):
                for move in move_renamed(folder, slugs, carrier.suffix):
                    self.stdout.write(str(move))
        for number, (source, memories) in enumerate(
            memories_of(conditions, locale or settings.LANGUAGE_CODES), start=1
        ):
            for code, memory in memories.items():
                if code == source.locale:
                    continue
                path = catalogue_path(output, code, source.slug, carrier.suffix)
                known = known_texts(source.key, code, memory)
                catalogue = catalogue_of(source, code, memory)
                try:
                    with _told_where(path):
                        result = write_catalogue_file(path, catalogue, known, carrier=carrier, force=options["force"])
                except CatalogueError as error:
                    self.stdout.write(printable(f"{path}: not written: {error}"))
                    failed += 1
                    continue
                counts[result] += 1
                if result is Written.KEPT:
                    self.stdout.write(printable(f"{path}: kept: {why_kept(path, known)}"))
            show_progress(self, number, len(conditions), "conditions", verbosity=options["verbosity"])
        self.stdout.write(
            f"{counts[Written.WRITTEN]} files written, {counts[Written.UNCHANGED]} unchanged, "
            f"{counts[Written.KEPT]} kept, in {output}"
        )
        if failed:
            raise CommandError(f"{failed} files could not be written; correct the texts that are named", returncode=1)
        if counts[Written.KEPT]:
            raise CommandError(
                "import what was kept first, or overwrite it with --force; translators' work is in it", returncode=1
            )


@contextmanager
def _told_where(path: Path) -> Iterator[None]:
    """What the file system refuses ends the command, and says at which place."""
    try:
        yield
    except BrokenPipeError:  # of whoever reads what we print, not of a file
        raise
    except OSError as error:
        where = error.filename or path
        raise CommandError(
            printable(
                f"{where} can't be read or written ({error.strerror}): name another folder with --output, or change "
                "who may write there"
            )
        ) from error


def _newest(slugs: list[str]) -> tuple[list[SourceCondition], list[BrokenDraft]]:
    """Every condition as its newest draft says, or as it is live; and the drafts that can't be read."""
    drafts = list(draft_conditions(slugs=slugs))
    newest = {live.key: live for live in live_conditions(slugs=slugs)}
    newest |= {draft.key: draft for draft in drafts if isinstance(draft, SourceCondition)}
    broken = [draft for draft in drafts if isinstance(draft, BrokenDraft)]
    return sorted(newest.values(), key=lambda condition: condition.slug), broken
