"""Inline codes: the tags in a translator's text as XLIFF's tools know them, and back again, to the letter.

A tag that is closed again is a pair with its content inside (`<g>` in XLIFF 1.2, `<pc>` in 2.1). Everything else that
isn't text stands alone (`<x>`, `<ph>`): `<br/>`, `<x id="1"/>`, a comment, a tag that nothing closes, an entity such as
`&nbsp;`. Text is given decoded: the three entities that Wagtail writes are those that `html.escape` writes again.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from enum import Enum
from functools import lru_cache
from html import escape, unescape

from pages.markup import Kind, tokenise

_ODD = re.compile(r"[<>]|&(?!(?:amp|lt|gt);)(?:#?[A-Za-z0-9]{1,32};)?")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)


class Part(Enum):
    """What a piece of a rich text is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


# A piece of a rich text is its part, and what it is in the translator's form; only TEXT is decoded, and a CLOSE has
# what its OPEN has.
Piece = tuple[Part, str]


def pieces_of(text: str) -> list[Piece]:
    """A rich text in pieces, of which every OPEN has its CLOSE, and they nest. Never raises."""
    if "<" not in text:
        return _text_pieces(text)
    pieces: list[Piece] = []
    still_open: list[int] = []
    for kind, raw, _ in tokenise(text):
        if kind is Kind.TEXT:
            pieces += _text_pieces(raw)
        elif kind is Kind.START:
            still_open.append(len(pieces))
            pieces.append((Part.ALONE, raw))  # unless something closes it
        elif kind is Kind.END and still_open and closing(start := pieces[still_open[-1]][1]) == raw:
            pieces[still_open.pop()] = Part.OPEN, start
            pieces.append((Part.CLOSE, start))
        else:
            pieces.append((Part.ALONE, raw))
    return pieces


def _text_pieces(text: str) -> list[Piece]:
    if "&" not in text and "<" not in text and ">" not in text:
        return [(Part.TEXT, text)] if text else []
    pieces: list[Piece] = []
    at = 0
    for match in _ODD.finditer(text):
        if at < match.start():
            pieces.append((Part.TEXT, unescape(text[at : match.start()])))
        pieces.append((Part.ALONE, match[0]))
        at = match.end()
    if at < len(text):
        pieces.append((Part.TEXT, unescape(text[at:])))
    return pieces


def written(text: str) -> str:
    """The translator's form of a TEXT."""
    return escape(text, quote=False)


@lru_cache(maxsize=256)
def closing(start: str) -> str:
    """The tag that closes `start`."""
    return f"</{start[1:].split('>')[0].split(maxsplit=1)[0]}>"


@lru_cache(maxsize=256)
def is_code(text: str, *, pair: bool) -> bool:
    """Whether `text` is one tag, comment or entity: a code must not smuggle in words."""
    if not pair and _ODD.fullmatch(text):
        return True
    tokens = list(tokenise(text))
    return len(tokens) == 1 and tokens[0].kind is not Kind.TEXT and (not pair or tokens[0].kind is Kind.START)


@lru_cache(maxsize=256)
def tag_name(text: str) -> str:
    """The name of the tag that a code is, in lower case; "" for comments, entities and names unlike HTML's."""
    match = _NAME.match(text)
    return match[1].lower() if match and text[match.end() :][:1] in " />\t\n\r\f" else ""


class Numbers:
    """The ids of the codes of one unit: the source's first, then the target's, equal codes having equal ids."""

    def __init__(self) -> None:
        self._count = 0
        self._free: dict[Piece, deque[int]] = defaultdict(deque)

    def source(self, part: Part, text: str) -> int:
        """The id of the next code of the source."""
        self._count += 1
        self._free[part, text].append(self._count)
        return self._count

    def target(self, part: Part, text: str) -> int:
        """The id of the next code of the target: that of the source's, as long as there is one left, or a new one."""
        if free := self._free.get((part, text)):
            return free.popleft()
        self._count += 1
        return self._count
