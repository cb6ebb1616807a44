"""A PO file, strictly read: what is right becomes a catalogue, what is wrong becomes findings, nothing is guessed.

The parser is our own. Babel's takes a string without its closing quotation mark (and drops the last letter), keeps
one of two equal entries, treats `#|` as a comment, stops at a blank date and prints its warnings; what would have
to be overridden is nearly all of it. The grammar is that of the GNU gettext manual ("PO File Entries"), narrower where
gettext takes what only a mistake produces: one string per line, no string goes on after a blank line, no escapes by
number, no plurals (no text of a condition has any).

An entry with anything wrong in it is left out whole, and reading goes on at the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pages.languages import canonical_tag, is_language_tag
from translation.catalogue import DERIVED_HEADERS, Catalogue, Entry, is_flag, is_header
from translation.findings import Finding, Kind, Severity, excerpt
from translation.po_encoding import decode

# A file that is no PO at all would have an error on every line.
MAX_ERRORS = 100

_LINE_END = re.compile(r"\r\n?|\n")
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(\[[^\]"]*\])?[ \t]*(?=")')
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
# Nearly all entries of nearly all files, at once: each string on one line, and a blank line before what is next.
_USUAL = re.compile(
    r"((?:#\.[^\n]*\n)*)(?:#,([^\n]*)\n)?"
    r'msgctxt ("[^\n]*")\nmsgid ("[^\n]*")\nmsgstr ("[^\n]*")\n(?:\n(?=#|msgctxt[ \t"]|msgid[ \t"])|\Z)'
)
_SPECIAL = re.compile(r'\\(.?)|"')
_ESCAPES = {"\\": "\\", '"': '"', "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = re.compile(r"(?P<language>[A-Za-z]+)(?P<rest>[A-Za-z0-9_-]*)(?:\.[\w-]+)?(?:@(?P<modifier>\w+))?")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
_DERIVED = frozenset(name.lower() for name in DERIVED_HEADERS)


def read_catalogue(data: bytes, file: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of a PO file, and what is wrong with them. `file` is the name for the findings.

    Takes any bytes and raises nothing. The catalogue is None when they are no text; otherwise it has the entries that
    are right, in order. Every entry that is left out has an error among the findings (obsolete ones are counted in an
    info); of more than MAX_ERRORS the rest is only counted. Line ends of any system are read.
    """
    text, findings = decode(data, file)
    if text is None:
        return None, tuple(findings)
    parser = _Parser(file, findings)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    number, at = 1, 0
    while at <= len(text):
        usual = _USUAL.match(text, at) if parser.is_between_entries else None
        if usual and parser.take_usual(number, usual):
            end = usual.end()
            number += text.count("\n", at, end)
        else:
            end = text.find("\n", at) % (len(text) + 1)
            parser.read_line(number, text[at:end].strip(" \t"))
            number, end = number + 1, end + 1
        at = end
    return parser.catalogue(), tuple(parser.findings)


class _LineError(Exception):
    """Why a line is not PO, or not in its place."""


@dataclass(slots=True)
class _Draft:
    """An entry while it is being read."""

    texts: dict[str, list[str]] = field(default_factory=dict)  # by keyword, those after `#|` too
    line: int = 0  # of the msgid, of the first keyword as long as there is none
    current: str = ""  # the keyword that a string on a line of its own goes on with
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    translator_comments: list[str] = field(default_factory=list)
    is_spoiled: bool = False
    is_closed: bool = False  # a blank line stood after the translation
    is_plural: bool = False

    def text(self, keyword: str) -> str | None:
        return "".join(self.texts[keyword]) if keyword in self.texts else None


class _Parser:
    """Takes a file line by line and keeps what it finds."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file = file
        self.findings = findings
        self.errors = 0
        self.draft = _Draft()
        self.header: tuple[str, int] | None = None
        self.entries: dict[tuple[str | None, str], Entry] = {}
        self.duplicates: set[tuple[str | None, str]] = set()
        self.obsolete_lines: list[int] = []

    def read_line(self, number: int, line: str) -> None:
        """Takes the next line, without space around it."""
        try:
            if not line:
                self._blank()
            elif line[0] == "#":
                self._comment(number, line)
            elif line[0] == '"':
                self._continue(line, former=False)
            elif match := _KEYWORD.match(line):
                self._keyword(number, match[1], match[2], line[match.end() :])
            else:
                self._foreign(number, line)
        except _LineError as problem:
            self._error(number, Kind.SYNTAX, str(problem))

    @property
    def is_between_entries(self) -> bool:
        draft = self.draft
        begun = draft.texts or draft.comments or draft.translator_comments or draft.flags or draft.is_spoiled
        return draft.is_closed or not begun

    def take_usual(self, number: int, entry: re.Match[str]) -> bool:
        """Takes an entry that begins on this line as reading its lines would; not if there is anything wrong in it."""
        comments, listed, *strings = entry.groups()
        flags = _flags(listed or "")
        try:
            context, source, target = map(_unquote, strings)
        except _LineError:
            return False
        if self.draft.is_closed:
            self._end_entry()
        if not source or flags is None or (context, source) in self.entries:
            return False
        lines = comments.split("\n")[:-1]
        self.entries[context, source] = Entry(
            context,
            source,
            target,
            fuzzy="fuzzy" in flags,
            flags=_without_fuzzy(flags),
            comments=tuple([line[2:].strip() for line in lines]),
            line=number + len(lines) + (listed is not None) + 1,
        )
        return True

    def catalogue(self) -> Catalogue:
        """What has been read, after the last line."""
        self._end_entry()
        if self.errors > MAX_ERRORS:
            message = f"{self.errors - MAX_ERRORS} more errors; correct these first"
            self._report(None, Kind.SYNTAX, Severity.ERROR, message)
        if self.obsolete_lines:
            message = f"{len(self.obsolete_lines)} obsolete entries (#~) are ignored, of which this is the first"
            self._report(self.obsolete_lines[0], Kind.OBSOLETE, Severity.INFO, message)
        locale, headers = self._read_header()
        if not self.entries and not self.errors:
            self._report(None, Kind.EMPTY, Severity.WARNING, "there is no entry in this file")
        entries = tuple(entry for key, entry in self.entries.items() if key not in self.duplicates)
        return Catalogue(locale, entries, headers)

    def _blank(self) -> None:
        # gettext lets a string go on after blank lines. Here that is an error of this entry, so it stays open; but not
        # the header, with which the language of the file would be lost.
        self.draft.current = ""
        self.draft.is_closed = "msgstr" in self.draft.texts
        is_header = self.draft.is_closed and self.draft.text("msgid") == "" and "msgctxt" not in self.draft.texts
        if self.draft.is_spoiled or is_header:
            self._end_entry()

    def _foreign(self, number: int, line: str) -> None:
        """A line that is not PO: it spoils the entry that it stands in, or stands before."""
        if self.draft.is_closed:
            self._end_entry()
        if _CONFLICT.match(line):
            self._error(number, Kind.CONFLICT, "a merge conflict that is not resolved")
        else:
            self._error(number, Kind.SYNTAX, f"not a line of a PO file: {excerpt(line)}")

    def _keyword(self, number: int, keyword: str, index: str | None, string: str) -> None:
        if keyword in ("msgctxt", "msgid") and ("msgid" in self.draft.texts or "msgstr" in self.draft.texts):
            self._end_entry()
        draft = self.draft
        if keyword == "msgid" or not draft.line:
            draft.line = number
        is_second = keyword in draft.texts and not draft.is_plural
        draft.current = keyword
        draft.texts.setdefault(keyword, [])
        if is_second:
            raise _LineError(f"a second {keyword} for one msgid")
        if keyword != "msgctxt" and "msgid" not in draft.texts:
            raise _LineError(f"{keyword} without msgid")
        if (index or keyword == "msgid_plural") and not draft.is_plural:
            draft.is_plural = True
            self._error(number, Kind.PLURAL, "plural forms; a text about a condition has none")
        draft.texts[keyword].append(_unquote(string))

    def _continue(self, string: str, *, former: bool) -> None:
        current = self.draft.current
        if not current or current.startswith("#|") is not former:
            raise _LineError("a string that belongs to no keyword")
        self.draft.texts[current].append(_unquote(string))

    def _comment(self, number: int, line: str) -> None:
        if self.draft.line:
            self._end_entry()
        draft, marker, rest = self.draft, line[:2], line[2:].strip()
        if marker == "#~":
            # What stood above it belongs to the obsolete entry, not to the next.
            self.draft = _Draft()
            if re.match(r"msgid\b", rest):
                self.obsolete_lines.append(number)
        elif marker == "#|":
            self._former(rest)
        elif marker in ("#,", "#="):  # since gettext 1.0 #= has the flags that stay
            for flag in _listed(rest):
                if not is_flag(flag):
                    raise _LineError(f"{excerpt(flag)} is no flag")
                draft.flags.append(flag)
        elif marker == "#.":
            draft.comments.append(rest)
        elif marker != "#:":  # places in source files mean nothing here
            draft.translator_comments.append(line[1:].strip())

    def _former(self, rest: str) -> None:
        """A line after `#|`: the context or source that the translation was made for."""
        if rest.startswith('"'):
            self._continue(rest, former=True)
            return
        match = _KEYWORD.match(rest)
        if match is None or match[2] or match[1] == "msgstr":
            raise _LineError(f"not a former text: {excerpt(rest)}")
        keyword = f"#| {match[1]}"
        if keyword in self.draft.texts:
            raise _LineError(f"a second {keyword} for one msgid")
        self.draft.current = keyword
        self.draft.texts[keyword] = []  # before _unquote, which may raise: the string may go on, on the next line
        self.draft.texts[keyword].append(_unquote(rest[match.end() :]))

    def _end_entry(self) -> None:
        draft, context, source, target = (self.draft, *map(self.draft.text, ("msgctxt", "msgid", "msgstr")))
        if draft.line and not draft.is_spoiled:
            if source is None or target is None:
                missing = "msgid" if source is None else "msgstr"
                self._error(draft.line, Kind.SYNTAX, f"the entry has no {missing}")
            elif source == "" and context is None:
                if self.header:
                    self._error(draft.line, Kind.DUPLICATE, f"a second header; the first is on line {self.header[1]}")
                else:
                    self.header = target, draft.line
            elif source == "":
                self._error(draft.line, Kind.SYNTAX, "the msgid is empty")
            elif "#| msgctxt" in draft.texts and "#| msgid" not in draft.texts:
                self._error(draft.line, Kind.SYNTAX, "a former msgctxt without a former msgid")
            elif first := self.entries.get((context, source)):
                message = f"the same entry as on line {first.line}; none of them is taken"
                self._error(draft.line, Kind.DUPLICATE, message)
                self.duplicates.add((context, source))
            else:
                self.entries[context, source] = Entry(
                    context,
                    source,
                    target,
                    previous=draft.text("#| msgid"),
                    fuzzy="fuzzy" in draft.flags,
                    flags=_without_fuzzy(tuple(draft.flags)),
                    comments=tuple(draft.comments),
                    translator_comments=tuple(draft.translator_comments),
                    previous_context=draft.text("#| msgctxt"),
                    line=draft.line,
                )
        self.draft = _Draft()

    def _read_header(self) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        """The locale and the fields that don't follow from it."""
        if self.header is None:
            self._report(None, Kind.HEADER, Severity.WARNING, "there is no header, so the file names no language")
            return None, ()
        text, line = self.header
        locale, headers, malformed = None, [], []
        for field_line in filter(str.strip, text.split("\n")):
            name, colon, value = map(str.strip, field_line.partition(":"))
            if name.lower() == "language":
                locale = _language(value)
            elif colon and name.lower() in _DERIVED:
                continue
            elif colon and is_header(name, value):
                headers.append((name, value))
            else:
                malformed.append(field_line)
        if malformed:
            message = f"{len(malformed)} lines of the header are no fields; the first: {excerpt(malformed[0])}"
            self._report(line, Kind.HEADER, Severity.WARNING, message)
        if locale is None:
            self._report(line, Kind.HEADER, Severity.WARNING, "the header names no language that CLDR knows")
        return locale, tuple(headers)

    def _error(self, line: int, kind: Kind, message: str) -> None:
        self.draft.is_spoiled = True
        self.errors += 1
        if self.errors <= MAX_ERRORS:
            self._report(line, kind, Severity.ERROR, message)

    def _report(self, line: int | None, kind: Kind, severity: Severity, message: str) -> None:
        path = self.draft.text("msgctxt") or ""
        self.findings.append(Finding(self.file, line, path, kind, severity, message))


def _listed(flags: str) -> tuple[str, ...]:
    return tuple(flag for flag in map(str.strip, flags.split(",")) if flag)


@lru_cache  # a file has few different lists, and each of them many times
def _flags(listed: str) -> tuple[str, ...] | None:
    """The flags in a list; None where one of them is none."""
    flags = _listed(listed)
    return flags if all(map(is_flag, flags)) else None


@lru_cache
def _without_fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flag for flag in dict.fromkeys(flags) if flag != "fuzzy")


def _unquote(string: str) -> str:
    """What a string in quotation marks stands for."""
    if len(string) < 2 or string[-1] != '"':
        raise _LineError("the string has no closing quotation mark at the end of the line")
    body = string[1:-1]
    return _SPECIAL.sub(_replace, body) if "\\" in body or '"' in body else body


def _replace(special: re.Match[str]) -> str:
    if special[0] == '"':
        raise _LineError('a quotation mark inside the string (it is written as \\"), or a second string')
    if special[0] == "\\":  # the last one of the line was written as \"
        raise _LineError("the string has no closing quotation mark at the end of the line")
    if special[1] not in _ESCAPES:
        raise _LineError(f"{excerpt(special[0])} is no escape; a backslash is written as two")
    return _ESCAPES[special[1]]


def _language(value: str) -> str | None:
    """The language tag for gettext's way of naming a locale: `sr_RS.UTF-8@latin` is sr-Latn-RS."""
    match = _LANGUAGE.fullmatch(value)
    if match is None or (match["modifier"] and match["modifier"] not in _SCRIPTS):
        return None
    script = f"-{_SCRIPTS[match['modifier']]}" if match["modifier"] else ""
    tag = f"{match['language']}{script}{match['rest'].replace('_', '-')}"
    return canonical_tag(tag) if is_language_tag(tag) else None
