"""Cursors: opaque to clients, so that what is in them can change. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from uuid import UUID

_FEED = re.compile(r"f2:([0-9a-f]{1,16}):([0-9]{1,18}):([0-9]{1,18})(?::([A-Za-z0-9-]{2,35}))?")
_LIST = b"l2:"
_UUID_BYTES = 16
_LONGEST_KEY = 130  # of pages/alphabets.py
_SEARCH = re.compile(r"s1:([0-9]{1,6})")


class BadCursorError(ValueError):
    """The text is not a cursor that we handed out."""


@dataclass(frozen=True, slots=True)
class FeedCursor:
    """A place in the change feed: everything up to `sequence` of the database named `epoch` has been seen.

    `began` is up to where withdrawals were forgotten when its holder began with nothing: what left before then, it
    never had, however little of the feed it has read since. `locale` is the language whose feed it is of, "" for all:
    the holder of one language's cursor has seen nothing of another.
    """

    epoch: str
    sequence: int
    began: int = 0
    locale: str = ""

    def __str__(self) -> str:
        return _wrap(f"f2:{self.epoch}:{self.sequence}:{self.began}" + (f":{self.locale}" if self.locale else ""))

    @classmethod
    def parse(cls, text: str) -> FeedCursor:
        """Raises BadCursorError."""
        if match := _FEED.fullmatch(_unwrap(text)):
            return cls(match[1], int(match[2]), int(match[3]), match[4] or "")
        raise BadCursorError("not a cursor of the change feed")


@dataclass(frozen=True, slots=True)
class ListCursor:
    """A place in a list that is ordered by title: everything up to there has been seen, whatever came or went since.

    `sort_key` is that of the title, `condition` tells conditions of the same title apart.
    """

    sort_key: bytes
    condition: UUID

    def __str__(self) -> str:
        return _wrap_bytes(_LIST + self.condition.bytes + self.sort_key)

    @classmethod
    def parse(cls, text: str) -> ListCursor:
        """Raises BadCursorError."""
        inner = _unwrap_bytes(text).removeprefix(_LIST)
        if _wrap_bytes(_LIST + inner) != text or not _UUID_BYTES <= len(inner) <= _UUID_BYTES + _LONGEST_KEY:
            raise BadCursorError("not a cursor of this list")
        return cls(inner[_UUID_BYTES:], UUID(bytes=inner[:_UUID_BYTES]))


@dataclass(frozen=True, slots=True)
class SearchCursor:
    """A place in what a search found, which goes by rank: so many have been seen."""

    seen: int

    def __str__(self) -> str:
        return _wrap(f"s1:{self.seen}")

    @classmethod
    def parse(cls, text: str) -> SearchCursor:
        """Raises BadCursorError."""
        if match := _SEARCH.fullmatch(_unwrap(text)):
            return cls(int(match[1]))
        raise BadCursorError("not a cursor of this search")


def _wrap(text: str) -> str:
    return _wrap_bytes(text.encode())


def _wrap_bytes(inner: bytes) -> str:
    return base64.urlsafe_b64encode(inner).decode().rstrip("=")


def _unwrap(text: str) -> str:
    try:
        return _unwrap_bytes(text).decode()
    except UnicodeError as error:
        raise BadCursorError("not a cursor") from error


def _unwrap_bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise BadCursorError("not a cursor") from error
