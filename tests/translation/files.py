"""A translator's file as tests write and import it, and what is stored of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from pages.models import ConditionPage
from translation.catalogue import Catalogue, Entry
from translation.findings import Finding, Kind, Severity
from translation.import_report import FileReport
from translation.intake import import_catalogue
from translation.models import SegmentTranslation, TranslationEvent
from translation.po_writer import write_catalogue

FILE = "nl/conditions/sore-throat.po"
SITE = ("en", "nl", "es", "ar")
WORDS = {
    "title": ("Sore throat", "Keelpijn"),
    "summary": ("Pain when you swallow.", "Pijn bij het slikken."),
    "definition.def1#k0000": (
        "A sore throat is pain at the back of the throat.",
        "Keelpijn is pijn achter in de keel.",
    ),
}


def entry(page: ConditionPage | UUID, path: str, target: str | None = None, **more: Any) -> Entry:
    """The entry of a path with its usual words, or with another target or source."""
    key = page if isinstance(page, UUID) else page.translation_key
    source, usual = WORDS.get(path, ("?", ""))
    return Entry(f"{key}/{path}", more.pop("source", source), usual if target is None else target, **more)


def everything(page: ConditionPage, **targets: str) -> list[Entry]:
    return [entry(page, path, targets.get(path.split(".")[0])) for path in WORDS]


def take(*entries: Entry, file: str = FILE, locale: str | None = "nl", **options: Any) -> FileReport:
    """Imports a file of these entries, as a translator's tool would have written it. Of others it says nothing."""
    data = write_catalogue(Catalogue(locale, entries))
    report = import_catalogue(file=file, data=data, locales=SITE, **options)
    return replace(report, findings=tuple(each for each in report.findings if each.kind is not Kind.INCOMPLETE))


def line_of(path: str, *entries: Entry) -> int:
    """The line of the msgid of the entry with this path."""
    lines = write_catalogue(Catalogue("nl", entries)).decode().splitlines()
    (at,) = [number for number, line in enumerate(lines, start=1) if line.endswith(f'/{path}"')]
    return at + 1


def stored() -> dict[str, tuple[str, str]]:
    """`{path: (target, state)}` of all rows."""
    return {row.path: (row.target_text, row.state) for row in SegmentTranslation.objects.oldest_first()}


def history() -> list[tuple[str, str]]:
    return list(TranslationEvent.objects.order_by("pk").values_list("target_text", "state"))


def error(line: int | None, path: str, kind: Kind, message: str) -> Finding:
    return Finding(FILE, line, path, kind, Severity.ERROR, message)


def po(page: ConditionPage, locale: str = "nl", **targets: str) -> str:
    """A small file: title and summary."""
    entries = "".join(
        f'\nmsgctxt "{page.translation_key}/{path}"\nmsgid "{source}"\nmsgstr "{targets.get(path, "")}"\n'
        for path, source in (("title", "Sore throat"), ("summary", "Pain when you swallow."))
    )
    header = f'"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return f'msgid ""\nmsgstr ""\n{header}{entries}'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
