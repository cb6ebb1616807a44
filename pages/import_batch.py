"""The files of one import: all are read first, so that what they have in common is known when each becomes a draft."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings

from pages.drafts import EditedSinceError, OtherLanguageError, flag_doubles, save_draft, title_of
from pages.importing.decoding import MAX_PACKED_BYTES, Unreadable, UnreadableDocument, require_size
from pages.importing.formats import place, read_source
from pages.importing.lexicon import Lexicon
from pages.importing.lexicon_files import lexicon_for
from pages.importing.repeated import Chrome, learn_chrome, without_chrome
from pages.importing.streams import SectionStream, to_blocks
from pages.importing.understood import understood
from pages.importing.values import ImportedDocument, Source
from pages.vocabulary import Section

Report = dict[str, Any]


class BadSourceUrlError(ValueError):
    """The address that files are said to come from is none of the web."""


def addresses_of(files: Sequence[Path], paths: Sequence[Path], source_url: str) -> dict[Path, str]:
    """Where each file comes from, by which its draft is found again.

    Below `source_url`, if that is given: the address itself for a single file, else that of a folder. If not, the place
    of the file on this machine, wherever the command was typed. Raises BadSourceUrlError.
    """
    if not source_url:
        return {file: file.resolve().as_posix() for file in files}
    try:
        parts = urlsplit(source_url)
    except ValueError as error:
        raise BadSourceUrlError(f"{source_url}: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadSourceUrlError(f"not the address of a page or a folder on the web: {source_url}")
    if len(files) == 1 and not paths[0].is_dir():
        return {files[0]: source_url}
    folder = source_url.rstrip("/") + "/"
    return {file: urljoin(folder, quote(_below(file, paths))) for file in files}


def _below(file: Path, paths: Sequence[Path]) -> str:
    """The name of a file, with the folders that lead to it from the one that was given."""
    for path in paths:
        if path.is_dir() and file.is_relative_to(path):
            return file.relative_to(path).as_posix()
    return file.name


@dataclass(frozen=True, slots=True)
class _Read:
    address: str
    digest: str
    source: Source


WAY_OUT = "--replace puts the file's text in place of theirs, which stays in the history of the page"


def site_lexicon(locale: str) -> Lexicon:
    """The lexicon of a language, with what this site adds to it. Raises BrokenLexiconError."""
    return lexicon_for(locale, settings.IMPORT_LEXICONS)


class Batch:
    """Reads files of one language, then takes them in, one after the other."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.lexicon = site_lexicon(locale)
        self._read: dict[Path, _Read | UnreadableDocument] = {}
        self._names: set[str] = set()

    def read(self, path: Path, address: str) -> None:
        """Read a file that comes from `address`. What can't be read is told when it is taken."""
        try:
            data = _bytes_of(path)
            source = read_source(path.name, data, self.lexicon, address if "://" in address else "")
        except UnreadableDocument as error:
            self._read[path] = error
        else:
            self._read[path] = _Read(address, hashlib.sha256(data).hexdigest(), source)

    @cached_property
    def chrome(self) -> Chrome:
        """What the files that were read have in common."""
        return learn_chrome(read.source for read in self._read.values() if isinstance(read, _Read))

    def take(self, path: Path, *, dry_run: bool, replace: bool, json_folder: Path | None) -> Report:
        """Make the draft of a file that was read, and tell what was done. Raises NoPlaceError."""
        read = self._read[path]
        if isinstance(read, UnreadableDocument):
            return {"file": str(path), "outcome": "unreadable", "reason": str(read.reason), "error": str(read)}
        document = self._place(read)
        doubles = flag_doubles(document=document, address=read.address, digest=read.digest, locale=self.locale)
        title = title_of(document, read.address)
        document = dataclasses.replace(document, title=title, flags=(*doubles, *document.flags))
        if json_folder:
            self._write(document, path, json_folder)
        if dry_run:
            return _report(path, document, (), outcome="would be imported", slug=None, page=None)
        try:
            saved = save_draft(
                document=document, address=read.address, digest=read.digest, locale=self.locale, replace=replace
            )
        except OtherLanguageError as error:
            return {"file": str(path), "outcome": "refused", "reason": "other_language", "error": str(error)}
        except EditedSinceError as error:
            return {"file": str(path), "outcome": "refused", "reason": "edited_since", "error": f"{error}; {WAY_OUT}"}
        done = {"outcome": saved.outcome.value, "slug": saved.page.slug, "page": saved.page.pk}
        told = _report(path, document, saved.streams, **done)
        if saved.differences:
            told["differences"] = [asdict(difference) for difference in saved.differences]
        return told

    def document(self, path: Path) -> ImportedDocument:
        """What a file that was read holds, without what it has in common with others. Raises UnreadableDocument."""
        read = self._read[path]
        if isinstance(read, UnreadableDocument):
            raise read
        return self._place(read)

    def _place(self, read: _Read) -> ImportedDocument:
        return place(without_chrome(read.source, self.chrome, self.lexicon), self.lexicon)

    def _write(self, document: ImportedDocument, path: Path, folder: Path) -> None:
        """One file for each, called like the page; two pages of one name don't overwrite each other."""
        name = path.stem if path.stem not in self._names else path.name
        count = 1
        while name in self._names:
            count += 1
            name = f"{path.name}-{count}"
        self._names.add(name)
        text = json.dumps(understood(document), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _bytes_of(path: Path) -> bytes:
    """Raises UnreadableDocument, for an enormous file before it is read."""
    try:
        require_size(path.stat().st_size, MAX_PACKED_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(Unreadable.NO_ACCESS, f"The file can't be opened: {error.strerror}.") from error


def _report(path: Path, document: ImportedDocument, streams: Sequence[SectionStream], **more: Any) -> Report:
    streams = streams or to_blocks(document)
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
