"""The glossary as a CSV file, strictly read and written: the same entries give the same bytes, on any day. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from translation.findings import Finding, Kind, Severity, excerpt
from translation.glossary_entry import SEPARATOR, GlossaryEntry, flaws_of

COLUMNS = ("source_language", "source", "language", "required", "forbidden", "note")
DELIMITERS = (",", ";", "\t")
MAX_BYTES = 4 * 1024 * 1024

# A spreadsheet takes such a cell for a formula, and runs it: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def write_glossary(entries: Iterable[GlossaryEntry]) -> bytes:
    """The file: UTF-8 with commas, in the order of languages and terms.

    A cell that a spreadsheet would run as a formula has an apostrophe before it, which reading takes away.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in sorted(entries, key=lambda entry: (entry.source_locale, entry.locale, entry.key)):
        required, forbidden = SEPARATOR.join(entry.required), SEPARATOR.join(entry.forbidden)
        cells = (entry.source_locale, entry.source, entry.locale, required, forbidden, entry.note)
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return out.getvalue().encode()


def read_glossary(
    data: bytes, file: str, languages: Sequence[str]
) -> tuple[tuple[GlossaryEntry, ...], tuple[Finding, ...]]:
    """The entries of a file for a site of these languages, tidied, and a finding for each that is left out.

    Columns are kept apart by the delimiter that the header has. Rows without a word in them are passed over.
    """
    if len(data) > MAX_BYTES:
        return (), (_error(file, None, Kind.SIZE, f"{len(data)} bytes; a glossary has at most {MAX_BYTES}"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        return (), (_error(file, line, Kind.ENCODING, "this is not UTF-8; save it as “CSV UTF-8”"),)
    delimiter = _delimiter_of(text)
    if delimiter is None:
        first = text.splitlines()[0] if text.strip() else ""
        message = f"the first line has to be {','.join(COLUMNS)} (or with ; or tabs); it is {excerpt(first)}"
        return (), (_error(file, 1, Kind.HEADER, message),)
    entries: list[GlossaryEntry] = []
    findings: list[Finding] = []
    lines: dict[tuple[str, str, str], int] = {}
    for line, cells in _rows(text, delimiter, file, findings):
        if len(cells) != len(COLUMNS):
            message = f"{len(cells)} columns, not {len(COLUMNS)}: a cell with {excerpt(delimiter)} in it needs quotes"
            findings.append(_error(file, line, Kind.SYNTAX, message))
            continue
        entry = _entry_of(cells)
        flaws = [_error(file, line, f.kind, f"{_column_of(f.field)}: {f.message}") for f in flaws_of(entry, languages)]
        if not flaws and (first_line := lines.setdefault(entry.key, line)) != line:
            message = f"{excerpt(entry.source)} stands in line {first_line} too"
            flaws = [_error(file, line, Kind.DUPLICATE, message)]
        findings += flaws
        if not flaws:
            entries.append(entry)
    if not entries and not findings:
        findings.append(Finding(file, None, "", Kind.EMPTY, Severity.WARNING, "there is no term in it"))
    return tuple(entries), tuple(findings)


def _delimiter_of(text: str) -> str | None:
    """By the header alone, so that no cell can be cut by a guess."""
    header = re.split(r"\r\n?|\n", text, maxsplit=1)[0]
    for delimiter in DELIMITERS:
        if tuple(cell.strip().strip('"') for cell in header.split(delimiter)) == COLUMNS:
            return delimiter
    return None


def _rows(text: str, delimiter: str, file: str, findings: list[Finding]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, each with the line that it begins in. What csv can't read ends them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if line > 1 and any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"the row that begins here can't be read ({error}); is a quotation mark missing, or one too many?"
        findings.append(_error(file, line, Kind.SYNTAX, message))


def _entry_of(cells: Sequence[str]) -> GlossaryEntry:
    source_locale, source, locale, required, forbidden, note = (
        cell[1:] if _GUARDED.match(cell) else cell for cell in map(str.strip, cells)
    )
    terms = tuple(required.split(SEPARATOR)), tuple(forbidden.split(SEPARATOR))
    return GlossaryEntry(source_locale, source, locale, *terms, note).tidied()


def _column_of(field: str) -> str:
    return {"source_locale": "source_language", "locale": "language"}.get(field, field)


def _error(file: str, line: int | None, kind: Kind, message: str) -> Finding:
    return Finding(file, line, "", kind, Severity.ERROR, message)
