"""Prints how good the gate's checks of words are."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pages.files import NoSuchFilesError, find_files
from translation.measuring import Corpus, CorpusError, catches, false_alarms, read_corpus


class Command(BaseCommand):
    help = "Run the gate's checks over corpora of known mistakes and right translations; print recall and false alarms."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="corpora in JSON, or folders of them")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        try:
            corpora = [read_corpus(path.read_text(encoding="utf-8"), str(path)) for path in find_files(paths, ".json")]
        except (NoSuchFilesError, CorpusError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        self._print_catches(corpora, with_texts=options["verbosity"] > 1)
        self._print_alarms(corpora, with_texts=options["verbosity"] > 1)

    def _print_catches(self, corpora: list[Corpus], *, with_texts: bool) -> None:
        self.stdout.write(f"{'language':8}  {'mistake':22} {'refused':>8} {'warned':>8} {'missed':>8} {'recall':>8}")
        for corpus in corpora:
            for caught in catches(corpus):
                self.stdout.write(
                    f"{caught.language:8}  {caught.kind:22} {caught.refused:>8} {caught.warned:>8} "
                    f"{len(caught.missed):>8} {caught.recall:>8.0%}"
                )
                for source, target in caught.missed if with_texts else ():
                    self.stdout.write(f"    missed: {source} -> {target}")

    def _print_alarms(self, corpora: list[Corpus], *, with_texts: bool) -> None:
        self.stdout.write(f"\n{'language':8}  {'controls':>8} {'refused':>8} {'warned':>8}  false alarms by kind")
        for corpus in corpora:
            alarms = false_alarms(corpus)
            kinds = ", ".join(f"{kind} {count}" for kind, count in alarms.by_kind().most_common())
            refused, warned = len(alarms.refused), len(alarms.warned)
            self.stdout.write(f"{alarms.language:8}  {alarms.controls:>8} {refused:>8} {warned:>8}  {kinds}")
            for target, remark in (*alarms.refused, *alarms.warned) if with_texts else ():
                self.stdout.write(f"    {remark.severity} {remark.kind}: {remark.message}: {target}")
