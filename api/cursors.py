"""Cursors: opaque to clients, so that what is in them can change. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

_FEED = re.compile(r"f2:([0-9a-f]{1,16}):([0-9]{1,18}):([0-9]{1,18})")
_LIST = re.compile(r"l1:([-\w]{1,255})")


class BadCursorError(ValueError):
    """The text is not a cursor that we handed out."""


@dataclass(frozen=True, slots=True)
class FeedCursor:
    """A place in the change feed: everything up to `sequence` of the database named `epoch` has been seen.

    `began` is up to where withdrawals were forgotten when its holder began with nothing: what left before then, it
    never had, however little of the feed it has read since.
    """

    epoch: str
    sequence: int
    began: int = 0

    def __str__(self) -> str:
        return _wrap(f"f2:{self.epoch}:{self.sequence}:{self.began}")

    @classmethod
    def parse(cls, text: str) -> FeedCursor:
        """Raises BadCursorError."""
        if match := _FEED.fullmatch(_unwrap(text)):
            return cls(match[1], int(match[2]), int(match[3]))
        raise BadCursorError("not a cursor of the change feed")


@dataclass(frozen=True, slots=True)
class ListCursor:
    """A place in a list that is ordered by slug: everything up to `slug` has been seen, whatever came or went since."""

    slug: str

    def __str__(self) -> str:
        return _wrap(f"l1:{self.slug}")

    @classmethod
    def parse(cls, text: str) -> ListCursor:
        """Raises BadCursorError."""
        if match := _LIST.fullmatch(_unwrap(text)):
            return cls(match[1])
        raise BadCursorError("not a cursor of this list")


def _wrap(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _unwrap(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise BadCursorError("not a cursor") from error
