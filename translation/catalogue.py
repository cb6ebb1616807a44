"""A catalogue is a value: the entries that go to a translator and come back, whatever format carries them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

# Header fields that the writer makes from the locale alone: a catalogue doesn't keep them.
DERIVED_HEADERS = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)

_HEADER_NAME = re.compile(r"[!-9;-~]+")
_DERIVED = frozenset(name.lower() for name in DERIVED_HEADERS)


class CatalogueError(ValueError):
    """A catalogue that no file could carry: what was built is wrong, not what was read."""


@lru_cache  # there are few, and each stands in many entries
def is_flag(text: str) -> bool:
    """Whether `text` can stand in a list of flags: `max-length:40`, and gettext has `range: 0..9`."""
    return text != "" and "," not in text and text == text.strip() and text.isprintable()


def is_header(name: str, value: str) -> bool:
    """Whether they can be a header field: an ASCII name, a value on one line without space around it."""
    is_value = "\n" not in value and value == value.strip() and _is_writable(value)
    return is_value and _HEADER_NAME.fullmatch(name) is not None


def _is_writable(text: str) -> bool:
    """Whether UTF-8 has it (lone surrogates it hasn't), and no tool takes it for the end."""
    try:
        text.encode()  # quicker than looking for them
    except UnicodeEncodeError:
        return False
    return "\0" not in text


@dataclass(frozen=True, slots=True)
class Entry:
    """One source text and its translation.

    `context` is the msgctxt (None: there is none, which is not the same as an empty one). `previous` is the
    source text that `target` was made for, when the source has changed since; `previous_context` the context it
    had, when that changed too. `reviewed`: a second person has approved it; formats with states tell translators so,
    and no import believes it. `flags` are all flags but `fuzzy`. `comments` are those for the translator (#.),
    `translator_comments` those by the translator (#), one line each. `line` is where the msgid stood in the file;
    it takes no part in comparisons.

    Raises CatalogueError for what PO can't carry: an empty source, NUL, lone surrogates, malformed flags, a previous
    context alone; and for a review of what isn't finished.
    """

    context: str | None
    source: str
    target: str = ""
    previous: str | None = None
    fuzzy: bool = False
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    previous_context: str | None = None
    reviewed: bool = False
    line: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.source:
            # The empty msgid is the header of a PO file.
            raise CatalogueError(f"entry {self.context!r}: the source text is empty; leave the segment out")
        if self.previous is None and self.previous_context is not None:
            raise CatalogueError(f"entry {self.context!r}: a previous context needs a previous source")
        if self.reviewed and (self.fuzzy or not self.target):
            raise CatalogueError(f"entry {self.context!r}: reviewed, but not finished")
        texts = (self.context, self.source, self.target, self.previous, self.previous_context)
        written = [text for text in (*texts, *self.comments, *self.translator_comments) if text]
        if not all(map(_is_writable, written)):
            text = next(text for text in written if not _is_writable(text))
            raise CatalogueError(f"entry {self.context!r}: NUL or lone surrogate in {text!r}; remove it")
        for flag in self.flags:
            if flag == "fuzzy" or not is_flag(flag):
                raise CatalogueError(f"entry {self.context!r}: {flag!r} is no flag (fuzzy is a field)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries of one file, in order.

    `locale` is the language of the targets, as `pages.languages.canonical_tag` spells it (None: unknown);
    `source_locale` that of the sources, which PO doesn't say. `headers` are the header fields beyond those that follow
    from the locale (`DERIVED_HEADERS`).

    Raises CatalogueError when two entries have the same context and source, or a header can't be written.
    """

    locale: str | None
    entries: tuple[Entry, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    source_locale: str | None = None

    def __post_init__(self) -> None:
        seen: set[tuple[str | None, str]] = set()
        for entry in self.entries:
            key = (entry.context, entry.source)
            if key in seen:
                raise CatalogueError(f"entry {entry.context!r} stands twice with the source {entry.source!r}")
            seen.add(key)
        for name, value in self.headers:
            if not is_header(name, value) or name.lower() in _DERIVED:
                raise CatalogueError(f"header {name!r}: {value!r}: malformed, or it follows from the locale")
