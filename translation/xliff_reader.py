"""An XLIFF file, 1.2 or 2.x, strictly read: what is right becomes a catalogue, what is wrong becomes findings.

It reads more than we write: units that a tool has cut into segments are joined, marks of terms and segments are looked
through, and a state that isn't ours is taken as unfinished. A unit with anything wrong in it is left out whole, and
reading goes on at the next. How a unit is read stands in `xliff_units`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pages.languages import canonical_tag, is_language_tag
from translation.catalogue import Catalogue, Entry, is_header
from translation.findings import Finding, Kind, Severity, excerpt
from translation.po_reader import MAX_ERRORS
from translation.xliff import HEADER, NAMESPACE_2, NAMESPACE_12
from translation.xliff_units import Dialect, UnitError
from translation.xliff_version1 import Version1
from translation.xliff_version2 import Version2
from translation.xliff_xml import Element, parse_xml


def read_xliff(data: bytes, file: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of an XLIFF file, and what is wrong with them. `file` is the name for the findings.

    Takes any bytes and raises nothing. The catalogue is None when they are no XLIFF of a version that is read;
    otherwise it has the units that are right, in order. Every unit that is left out has an error among the findings; of
    more than MAX_ERRORS the rest is only counted. A file with several `<file>` elements is read as one.
    """
    root, found = parse_xml(data, file)
    if root is None:
        return None, found
    dialect = _dialect(root)
    if dialect is None:
        return None, (Finding(file, root.line, "", Kind.FORMAT, Severity.ERROR, _what_it_is(root)),)
    reader = _Reader(file, dialect)
    return reader.read(root), tuple(reader.findings)


def _dialect(root: Element) -> Dialect | None:
    version = root.attributes.get("version", "")
    if root.name == f"{NAMESPACE_12} xliff" and version == "1.2":
        return Version1()
    if root.name == f"{NAMESPACE_2} xliff" and version in ("2.0", "2.1"):
        return Version2()
    return None


def _what_it_is(root: Element) -> str:
    namespace, _, name = root.name.rpartition(" ")
    if name != "xliff":
        return f"this is {excerpt(name)} and not XLIFF; give a PO file, or XLIFF 1.2 or 2.1"
    version = root.attributes.get("version")
    said = f"version {excerpt(version)}" if version else "no version"
    space = f"namespace {excerpt(namespace, 80)}" if namespace else "no namespace"
    return f"XLIFF of {said} in {space} is not read; 1.2 and 2.1 are, each in its own namespace"


class _Reader:
    """Takes the tree of a file and keeps what it finds."""

    def __init__(self, file: str, dialect: Dialect) -> None:
        self.file = file
        self.dialect = dialect
        self.findings: list[Finding] = []
        self.errors = 0
        self.entries: dict[tuple[str | None, str], Entry] = {}
        self.duplicates: set[tuple[str | None, str]] = set()
        self.headers: list[tuple[str, str]] = []

    def read(self, root: Element) -> Catalogue:
        """What the file holds."""
        locale = source_locale = None
        for number, part in enumerate(self._parts(root)):
            source, target = (_language(tag) for tag in self.dialect.languages(root, part))
            if number == 0:
                source_locale, locale = source, target
                if target is None:
                    message = "the file names no target language that CLDR knows"
                    self._report(part.line, "", Kind.HEADER, Severity.WARNING, message)
            elif target != locale:
                message = f"this <file> is in {target}, an earlier one in {locale}; give them apart"
                self._error(part.line, "", Kind.WRONG_LOCALE, message)
                continue
            self._headers(part)
            for unit, keeps_space in self._units(part, keeps_space=self.dialect.keeps_space(root, inherited=False)):
                self._unit(unit, locale, keeps_space=keeps_space)
        if self.errors > MAX_ERRORS:
            message = f"{self.errors - MAX_ERRORS} more errors; correct these first"
            self._report(None, "", Kind.SYNTAX, Severity.ERROR, message)
        if not self.entries and not self.errors:
            self._report(None, "", Kind.EMPTY, Severity.WARNING, "there is no unit in this file")
        entries = tuple(entry for key, entry in self.entries.items() if key not in self.duplicates)
        return Catalogue(locale, entries, tuple(self.headers), source_locale)

    def _parts(self, root: Element) -> Iterator[Element]:
        for child in self._children(root):
            if child.name == "file":
                yield child

    def _headers(self, part: Element) -> None:
        for category, text in self.dialect.file_notes(part):
            name, _, value = text.partition(": ")
            if category == HEADER and is_header(name, value):
                self.headers.append((name, value))

    def _units(self, parent: Element, *, keeps_space: bool) -> Iterator[tuple[Element, bool]]:
        """All units below an element, and whether space matters in them."""
        keeps_space = self.dialect.keeps_space(parent, inherited=keeps_space)
        for child in self._children(parent):
            name = child.name
            if name == self.dialect.unit:
                yield child, keeps_space
            elif name in ("body", "group"):
                yield from self._units(child, keeps_space=keeps_space)
            elif name not in self.dialect.passed_over and " " not in name:
                self._report(child.line, "", Kind.SYNTAX, Severity.WARNING, f"<{name}> is not read")

    def _children(self, parent: Element) -> Iterator[Element]:
        """The elements in one that holds nothing else."""
        if stray := parent.text.strip():
            name = parent.name.rpartition(" ")[2]
            message = f"text between the elements of <{name}>: {excerpt(stray)}"
            self._error(parent.line, "", Kind.SYNTAX, message)
        yield from (child for child in parent.children if isinstance(child, Element))

    def _unit(self, unit: Element, locale: str | None, *, keeps_space: bool) -> None:
        context = self.dialect.context(unit)
        try:
            entry = self.dialect.entry(unit, context, locale, keeps_space=keeps_space)
        except UnitError as problem:
            self._error(problem.line, context or "", problem.kind, problem.message)
            return
        key = (entry.context, entry.source)
        if first := self.entries.get(key):
            message = f"the same unit as on line {first.line}; none of them is taken"
            self._error(entry.line, context or "", Kind.DUPLICATE, message)
            self.duplicates.add(key)
        else:
            self.entries[key] = entry

    def _error(self, line: int | None, path: str, kind: Kind, message: str) -> None:
        self.errors += 1
        if self.errors <= MAX_ERRORS:
            self._report(line, path, kind, Severity.ERROR, message)

    def _report(self, line: int | None, path: str, kind: Kind, severity: Severity, message: str) -> None:
        self.findings.append(Finding(self.file, line, path, kind, severity, message))


def _language(tag: str | None) -> str | None:
    """A language tag as we spell it, if CLDR knows it. Some tools write `nl_BE`."""
    tag = (tag or "").replace("_", "-")
    return canonical_tag(tag) if is_language_tag(tag) else None
