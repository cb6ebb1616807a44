"""The doors through which the world meets Plexus: the API, the commands, and a translator's tool.

Journeys go through these alone. Only the editor's part is played by tests/factories.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from django.http import HttpResponse
from django.test import Client

from tests import commands

ROOT = "/api/v1/"

Json = dict[str, Any]


class Api:
    """The API as an app sees it. `get` takes an address with or without the root, and headers as keywords."""

    def __init__(self) -> None:
        self.client = Client()
        self._cursors = dict.fromkeys(self.locales(), "")

    def get(self, address: str, **headers: str) -> HttpResponse:
        address = address if address.startswith("/") else ROOT + address
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(address, headers=named)  # type: ignore[return-value]

    def json(self, address: str, **headers: str) -> Json:
        """The body of an answer that must be 200."""
        answer = self.get(address, **headers)
        assert answer.status_code == 200, (answer.status_code, answer.content)
        return json.loads(answer.content)

    def problem(self, address: str, status: int, name: str, **headers: str) -> Json:
        """The body of an answer that must be this problem."""
        answer = self.get(address, **headers)
        return read_problem(answer, status, name)

    def condition(self, locale: str, slug: str = "sore-throat") -> Json:
        return self.json(f"{locale}/conditions/{slug}/")

    def etag(self, locale: str, slug: str = "sore-throat") -> str:
        return self.get(f"{locale}/conditions/{slug}/")["ETag"]

    def locales(self) -> list[str]:
        return [item["locale"] for item in self.json("locales/")["items"]]

    def listing(self, locale: str, limit: int = 100) -> list[Json]:
        """Every item of a list, page after page."""
        items: list[Json] = []
        address: str | None = f"{locale}/conditions/?limit={limit}"
        seen: set[str] = set()
        while address:
            assert address not in seen, "the pages go in a circle"
            seen.add(address)
            page = self.json(address)
            items += page["items"]
            address = page["next"]
        return items

    def feed(self, locale: str, since: str = "", limit: int = 100) -> tuple[list[Json], str]:
        """Every change after a cursor, page after page, and the cursor at the end."""
        address = f"{locale}/changes/?limit={limit}" + (f"&since={since}" if since else "")
        changes: list[Json] = []
        while (page := self.json(address))["has_more"]:
            assert page["cursor"] != since, "the feed doesn't go on"
            changes += page["changes"]
            address, since = page["next"], page["cursor"]
        return changes + page["changes"], page["cursor"]

    def news(self) -> set[str]:
        """What the feeds of all languages bring since this was last asked: `en/slug`, `nl/slug reason`.

        On the way, all editions are verified: whatever just happened, they must be true to the pages.
        """
        verify_editions()
        brought: set[str] = set()
        for locale, cursor in self._cursors.items():
            changes, reached = self.feed(locale, cursor)
            for change in changes:
                reason = f" {change['reason']}" if change["type"] == "tombstone" else ""
                brought.add(f"{locale}/{change['slug']}{reason}")
                self._cursors[locale] = reached
        return brought


def read_problem(answer: HttpResponse, status: int, name: str) -> Json:
    """The members of an answer that must be this problem, in the one shape of RFC 9457."""
    assert answer.status_code == status, (answer.status_code, answer.content[:300])
    assert answer["Content-Type"] == "application/problem+json"
    body = json.loads(answer.content)
    assert list(body)[:4] == ["type", "title", "status", "detail"]
    assert body["type"] == f"{ROOT}problems/{name}/"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body


def verify_editions() -> str:
    """What the command prints; fails with the differences it found."""
    code, out = run("verify_editions")
    assert code == 0, out
    return out


def run(name: str, *arguments: object, **options: Any) -> tuple[int, str]:
    """The exit code of a command, and what it printed; the error too, as manage.py would print it."""
    ran = commands.run(name, *arguments, **options)
    return ran.code, ran.out + ran.error


@dataclass(frozen=True)
class Import:
    """What the command answered: exit code, output, and the report of each file."""

    code: int
    out: str
    files: list[Json]

    @property
    def counts(self) -> Json:
        """What became of the entries of the only file; only those counts that aren't zero."""
        (file,) = self.files
        return {name: count for name, count in file["counts"].items() if count and name != "approved"}

    @property
    def approved(self) -> int:
        """How many of the entries of the only file were approved."""
        (file,) = self.files
        return int(file["counts"]["approved"])

    def kinds(self, severity: str) -> set[str]:
        return {f["kind"] for file in self.files for f in file["findings"] if f["severity"] == severity}


def import_po(*paths: Path, translator: str | None = "tom", reviewer: str | None = None, flags: str = "") -> Import:
    """`import_translations`, always with a report; no report if the command gave up before."""
    report = paths[0].parent / "report.json"
    report.unlink(missing_ok=True)
    arguments = [*paths, "--report", report, *flags.split()]
    arguments += ["--translator", translator] if translator else []
    arguments += ["--reviewer", reviewer] if reviewer else []
    code, out = run("import_translations", *arguments)
    return Import(code, out, json.loads(report.read_text()) if report.exists() else [])


def export_po(folder: Path, locale: str = "nl", slug: str = "sore-throat") -> Path:
    """`export_translations` into a folder; the file of one condition and language."""
    code, out = run("export_translations", "--output", folder)
    assert code == 0, out
    return folder / locale / "conditions" / f"{slug}.po"


Translate = Callable[[str], str] | Mapping[str, str]


def fill_in(path: Path, translate: Translate) -> Path:
    """A translator opens a file, translates what isn't translated, ends the doubt of what is fuzzy, and saves it."""
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if not entry.msgstr or entry.fuzzy:
            entry.msgstr = translate(entry.msgid) if callable(translate) else translate[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = None
    catalogue.save()
    return path


def translate_all(folder: Path, words: Translate, locale: str = "nl", slug: str = "sore-throat") -> None:
    """Out, filled in, in, and approved by a second person. Needs the people of tests/factories.py."""
    answer = import_po(fill_in(export_po(folder, locale, slug), words), reviewer="rana")
    assert answer.code == 0, answer.out


def entry_of(path: Path, path_in_page: str) -> Any:
    """The entry of a segment in a file, as polib reads it."""
    (entry,) = [e for e in polib.pofile(str(path)) if e.msgctxt.partition("/")[2] == path_in_page]
    return entry


def change_entry(path: Path, path_in_page: str, **attributes: object) -> Path:
    """The file with one entry changed."""
    catalogue = polib.pofile(str(path))
    (entry,) = [e for e in catalogue if e.msgctxt.partition("/")[2] == path_in_page]
    for name, value in attributes.items():
        setattr(entry, name, value)
    catalogue.save()
    return path
