"""A finding is one thing an import has to say about one place: typed and with a line, not a log message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pages.printable import printable


class Severity(StrEnum):
    """How much a finding weighs: an error keeps its text out, a warning asks for a look, an info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Kind(StrEnum):
    """What a finding is about. The values stand in reports and in JSON: they may be added to, not renamed."""

    # The file as a file (the reader)
    ENCODING = "encoding"  # the bytes are not text in the character set the file declares
    SYNTAX = "syntax"  # a line that is not PO, or no well-formed XML: what it stands in is kept out
    FORMAT = "format"  # an XML document of another kind or version than those that are read
    UNSAFE = "unsafe"  # a document type, which could declare entities: nothing of the file is read
    SIZE = "size"  # larger than any catalogue: nothing of the file is read
    CONFLICT = "conflict"  # a merge conflict marker of git
    HEADER = "header"  # the header entry is missing, or a field in it can't be understood
    DUPLICATE = "duplicate"  # the same context and source text twice: all of them are kept out
    PLURAL = "plural"  # plural forms: texts about conditions have none
    OBSOLETE = "obsolete"  # entries that a tool has commented out (#~); ignored
    EMPTY = "empty"  # a file without any entry
    INCOMPLETE = "incomplete"  # fewer texts than the condition has: cut off, or older

    # Where it belongs (the gate)
    WRONG_LOCALE = "wrong_locale"  # the file says another language than the one it is imported for
    NO_RIGHT = "no_right"  # who translated or reviewed it has no right for its language
    UNKNOWN_CONTEXT = "unknown_context"  # the msgctxt names no condition that we have
    UNKNOWN_PATH = "unknown_path"  # the condition has no such segment, now or before
    OLDER_SOURCE = "older_source"  # translates an earlier source text: stored against that, not as current
    DRAFT = "draft"  # translates the text of a draft: kept, and served once the draft is published
    OLDER_FILE = (
        "older_file"  # the CMS has later texts than this file knows of: not overwritten but by their own translator
    )
    UNTRANSLATED = "untranslated"  # the target is empty
    SAME_AS_FORMER = "same_as_former"  # the translation of the former source, called finished for the new one
    LOST_NEGATION = "lost_negation"  # a “not” of the approved translation is gone from the one that comes in its place
    FUZZY = "fuzzy"  # marked as not finished: never becomes current
    REVIEW = "review"  # what comes in waits for somebody's approval, and not everybody's will do

    # What the target says (the checks)
    MARKUP = "markup"  # inline tags differ from those of the source, or don't nest
    PLACEHOLDER = "placeholder"  # a placeholder was lost, added or changed
    LENGTH = "length"  # longer than the field allows
    NUMBER = "number"  # a number of the source is not in the target
    UNIT = "unit"  # a number has another unit, or lost that of a dose
    EMERGENCY_NUMBER = "emergency_number"  # a number to call in an emergency was lost, changed or added
    NEGATION = "negation"  # a “not” was lost, or came in
    OPPOSITE = "opposite"  # it says the reverse: more for less, after for before
    URGENCY = "urgency"  # the source says that it can't wait, or is dangerous; the target doesn't
    GLOSSARY = "glossary"  # a term isn't called what the glossary says
    URL = "url"  # a web or e-mail address in the text was lost or changed
    SHORT = "short"  # far fewer letters than the source has
    PUNCTUATION = "punctuation"  # another kind of sign at the end
    SAME_AS_SOURCE = "same_as_source"  # the target is the source text
    WHITESPACE = "whitespace"  # space or line ends around the text differ
    BIDI = "bidi"  # direction controls that don't balance, or that hide text
    CONTROL = "control"  # control characters that no text should hold


@dataclass(frozen=True)
class Finding:
    """`file` is the name to show, `line` counts from 1 (None: the file as a whole), `path` is the segment or the
    context it is about ("" when none is known)."""

    file: str
    line: int | None
    path: str
    kind: Kind
    severity: Severity
    message: str

    def as_dict(self) -> dict[str, str | int | None]:
        """The finding as JSON takes it."""
        return {
            "file": self.file,
            "line": self.line,
            "path": self.path,
            "kind": self.kind.value,
            "severity": self.severity.value,
            "message": self.message,
        }

    def __str__(self) -> str:
        """`file:line: severity kind: message`, always one line that is safe to print on a terminal."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return printable(f"{place}: {self.severity} {self.kind}: {self.message}")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding before it knows its place. Of a `doubt` a person who has looked may say that all is well."""

    kind: Kind
    severity: Severity
    message: str
    doubt: bool = False


def excerpt(text: str, limit: int = 60) -> str:
    """`text` in quotation marks for a message: printable and cut to `limit` characters."""
    return f"“{printable(text if len(text) <= limit else text[: limit - 1] + '…')}”"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
