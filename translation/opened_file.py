"""A translator's file, opened: which language it is in, and which condition each of its entries belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from uuid import UUID

from translation.base import Base, base_in
from translation.catalogue import Entry
from translation.conditions import split_context
from translation.findings import Finding, Kind, Severity, excerpt, has_errors
from translation.formats import read_any
from translation.xliff_xml import BLANK, NOTHING

NOTHING_TO_TRANSLATE = "there is no text to translate in it: export it anew, or save it again in your tool"


@dataclass
class OpenedFile:
    """What could be read. `locale`: None where that can't be told. `placed`: entries with their paths, by condition.
    `base`: what the file was made from, if it says so.

    `findings` grow while the file is decided on.
    """

    file: str
    locale: str | None
    entries: tuple[Entry, ...]
    findings: list[Finding]
    placed: dict[UUID, list[tuple[Entry, str]]] = field(default_factory=dict)
    base: Base | None = None

    def add_error(self, kind: Kind, message: str, entry: Entry | None = None, path: str = "") -> None:
        """Says what is wrong with an entry, or with the file as a whole."""
        line = entry.line if entry else None
        self.findings.append(Finding(self.file, line, path, kind, Severity.ERROR, message))


def open_file(file: str, data: bytes, locales: Sequence[str]) -> OpenedFile:
    """Reads the bytes of a file, PO or XLIFF. `locales` are the languages of the site.

    Entries that belong nowhere become findings, and so does a language that the site hasn't got; then none is placed.
    """
    catalogue, found = read_any(data, file)
    if catalogue is None:
        return OpenedFile(file, None, (), list(found))
    opened = OpenedFile(file, None, catalogue.entries, list(found), base=base_in(catalogue.headers))
    opened.locale, problem = _locale_of(file, catalogue.locale, locales)
    if not catalogue.entries and not has_errors(found):
        # What a reader warns of, that no language is named for instance, only follows from this.
        opened.findings = [finding for finding in found if finding.kind not in (Kind.EMPTY, Kind.HEADER)]
        opened.add_error(Kind.EMPTY, NOTHING_TO_TRANSLATE if data.strip(BLANK) else NOTHING)
        return opened
    if opened.locale is None:
        opened.add_error(Kind.WRONG_LOCALE, problem)
        return opened
    for entry in catalogue.entries:
        place = split_context(entry.context)
        if place is None:
            message = f"msgctxt {excerpt(entry.context or '')} is not one that an export wrote"
            opened.add_error(Kind.UNKNOWN_CONTEXT, message, entry)
        else:
            opened.placed.setdefault(place[0], []).append((entry, place[1]))
    return opened


def _locale_of(file: str, header: str | None, locales: Sequence[str]) -> tuple[str | None, str]:
    """The language of a file: by its header, or where a tool stripped that, by its folder (`nl/conditions/x.po`).

    None with the reason where that doesn't tell.
    """
    parts = PurePath(file).parts
    folder = parts[parts.index("conditions") - 1] if "conditions" in parts[1:] else None
    known = {code.lower(): code for code in locales}
    by_folder = known.get(folder.lower()) if folder else None
    by_header = known.get(header.replace("_", "-").lower()) if header else None
    if header and by_header is None:
        return None, f"its language is {excerpt(header)}; this site has {', '.join(locales)}"
    if by_header and by_folder and by_header != by_folder:
        return None, f"its header says {by_header}, where {by_folder} is expected"
    if by_header or by_folder:
        return by_header or by_folder, ""
    return None, "neither its header nor its folder says which language it is in"
