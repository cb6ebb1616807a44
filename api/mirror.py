"""The static mirror: a file for every canonical address, with the bytes of the live answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import resolve
from wagtail.coreutils import get_dummy_request

from api import addresses
from api.cursors import FeedCursor
from api.mirror_nginx import INDEX, page_file, server_configuration
from api.models import Edition, Feed
from api.packing import Coding
from api.problems import PROBLEM_TYPES

_SUFFIXES: Mapping[Coding, str] = {"br": ".br", "gzip": ".gz"}
_GONE = "gone.json"
STATE = "mirror.json"


class MirrorError(Exception):
    """The folder can't be made a mirror, or the cursor is none of this database."""


@dataclass
class Mirrored:
    """What an export did. `cursor` is where the next one can go on."""

    cursor: FeedCursor
    written: int = 0
    unchanged: int = 0
    deleted: int = 0
    versions: dict[str, str] = field(default_factory=dict)  # by file: its version, and the codings that it has


def export_mirror(folder: Path, *, since: FeedCursor | None = None) -> Iterator[Mirrored]:
    """Writes the mirror into a folder, and yields how far it has come after each language.

    With `since`, documents that haven't changed after it are taken to be there already, unless they are missing. Files
    that are right are left alone, those of what was withdrawn are deleted. A file is replaced whole or not at all, and
    the list of versions comes last: a reader in between gets an older ETag, never a wrong one for long.

    Raises MirrorError.
    """
    feed = Feed.now()
    if since is not None and (since.epoch != feed.epoch or since.sequence > feed.last_sequence):
        raise MirrorError("That cursor is none of this database; export everything, without --since.")
    if folder.exists() and any(folder.iterdir()) and not (folder / STATE).exists():
        raise MirrorError(f"{folder} has other files in it; name a folder that is new, empty, or a mirror already.")
    told = Mirrored(FeedCursor(feed.epoch, feed.last_sequence))
    writer = _Writer(folder, told)
    writer.keep(STATE, _state(None))  # marks the folder as ours before anything else is in it
    for address in site_addresses():
        writer.answer(address)
    yield told
    for locale in settings.LANGUAGE_CODES:
        for address in language_addresses(locale):
            writer.answer(address)
        _export_documents(writer, locale, since.sequence if since else -1)
        yield told
    writer.configure()
    writer.keep(STATE, _state(told.cursor))
    writer.sweep()
    yield told


def read_state(folder: Path) -> FeedCursor | None:
    """Where the last export into a folder had come to; None if there was none that came to its end."""
    try:
        cursor = json.loads((folder / STATE).read_text())["cursor"]
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise MirrorError(f"{folder / STATE} can't be read ({error}); export everything, without --since.") from error
    return FeedCursor.parse(cursor) if cursor else None


def site_addresses() -> list[str]:
    """The addresses that are of no language."""
    root = addresses.ROOT
    return [root, f"{root}locales/", f"{root}problems/", *(kind.uri for kind in PROBLEM_TYPES)]


def language_addresses(locale: str) -> Iterator[str]:
    """The addresses of one language without its documents: lists page after page, and the bundle."""
    address: str | None = f"{addresses.locale_root(locale)}conditions/"
    while address:
        yield address
        address = json.loads(_ask(address).content)["next"]
    yield f"{addresses.locale_root(locale)}letters/"
    yield f"{addresses.locale_root(locale)}labels/"
    manifest = f"{addresses.locale_root(locale)}bundle/"
    yield manifest
    yield json.loads(_ask(manifest).content)["url"]


def _export_documents(writer: _Writer, locale: str, since: int) -> None:
    editions = Edition.objects.in_language(locale)
    for edition in editions.published().without_body():
        path = _file(addresses.canonical(locale, edition.slug))
        if edition.sequence <= since and writer.has(path, edition.version):
            continue
        edition.refresh_from_db(fields=["body", "gzip", "brotli"])
        packed: dict[Coding, bytes] = {"br": bytes(edition.brotli), "gzip": bytes(edition.gzip)}
        writer.write(path, bytes(edition.body), edition.version, packed)
    taken = set(editions.published().values_list("slug", flat=True))
    for edition in editions.filter(state=Edition.State.WITHDRAWN).exclude(slug__in=taken).without_body():
        answer = _ask(addresses.canonical(locale, edition.slug))
        if answer.status_code == HTTPStatus.GONE:
            writer.keep(_file(addresses.canonical(locale, edition.slug)).removesuffix(INDEX) + _GONE, answer.content)


class _Writer:
    """Files of one mirror."""

    def __init__(self, folder: Path, told: Mirrored) -> None:
        self._folder = folder
        self._told = told
        self._kept: set[Path] = set()

    def answer(self, address: str) -> None:
        """Keeps what the live address answers, in every coding that it has."""
        plain = _ask(address)
        packed: dict[Coding, bytes] = {}
        for coding in _SUFFIXES:
            answer = _ask(address, coding)
            if answer.headers.get("Content-Encoding") == coding:
                packed[coding] = answer.content
        self.write(_file(address), plain.content, plain["ETag"].strip('"'), packed)

    def write(self, path: str, body: bytes, version: str, packed: Mapping[Coding, bytes]) -> None:
        self.keep(path, body)
        present = {coding: content for coding, content in packed.items() if content}
        for coding, content in present.items():
            self.keep(path + _SUFFIXES[coding], content)
        self._told.versions[f"/{path}"] = " ".join([version, *present])

    def has(self, path: str, version: str) -> bool:
        """Takes a document that is there for the right one, with its compressed forms."""
        paths = [self._folder / f"{path}{suffix}" for suffix in ("", *_SUFFIXES.values())]
        if not all(each.is_file() for each in paths):
            return False
        self._kept |= set(paths)
        self._told.versions[f"/{path}"] = " ".join([version, *_SUFFIXES])
        self._told.unchanged += len(paths)
        return True

    def keep(self, path: str, content: bytes) -> None:
        """Writes a file, unless it is there with these bytes."""
        target = self._folder / path
        self._kept.add(target)
        if target.is_file() and target.read_bytes() == content:
            self._told.unchanged += 1
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{uuid4().hex}")
        aside.write_bytes(content)
        aside.replace(target)
        self._told.written += 1

    def configure(self) -> None:
        for name, text in server_configuration(self._folder.resolve(), self._told.versions).items():
            self.keep(name, text.encode())

    def sweep(self) -> None:
        """Deletes what no address has any more."""
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in self._kept:
                path.unlink()
                self._told.deleted += 1


def _state(cursor: FeedCursor | None) -> bytes:
    return json.dumps({"cursor": str(cursor) if cursor else None}).encode()


def _file(address: str) -> str:
    """The file of an address, below the mirror's folder."""
    parts = urlsplit(address)
    return unquote(parts.path).lstrip("/") + page_file(parts.query)


def _ask(address: str, coding: Coding | None = None) -> HttpResponse:
    """What the live view answers, without a server."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    request: WSGIRequest = get_dummy_request()
    request.path = request.path_info = path
    request.META |= {"PATH_INFO": path, "QUERY_STRING": parts.query}
    if coding:
        request.META["HTTP_ACCEPT_ENCODING"] = coding
    match = resolve(path)
    answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return answer
