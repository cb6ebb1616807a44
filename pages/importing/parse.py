"""Plain text becomes pieces: headings are found by form, broken lines are joined again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pages.importing.announced import with_announced_items
from pages.importing.lines import Form, Line, read_lines
from pages.importing.numbering import with_true_numbers
from pages.importing.values import Kind, Piece
from pages.importing.wording import (
    ends_open,
    ends_sentence,
    ends_with_colon,
    is_question,
    join_lines,
    normalise,
    word_count,
)

MAX_HEADING_CHARS = 120
MAX_HEADING_WORDS = 14
MAX_UNCASED_WORDS = 6
MAX_UNCASED_CHARS = 40
MAX_QUESTION_WORDS = 20
MAX_KNOWN_WORDS = 16
MAX_ANNOUNCED_LINES = 12
MAX_PLAIN_WORDS = 3
WRAP_WIDTHS = range(40, 121)


def nothing_known(_text: str) -> bool:
    """The lexicon of a reader that goes by form alone."""
    return False


def parse_text(text: str, is_known: Callable[[str], bool] = nothing_known) -> tuple[Piece, ...]:
    """Return the pieces of a plain text, in order, each with the line it begins on.

    `is_known` says that a wording is a heading's; it confirms a line whose form leaves that open.
    Every word of the text is in the text or the marker of exactly one piece. Raises nothing.
    """
    lines = read_lines(text)
    return _Reader(lines, is_known).read()


@dataclass(frozen=True, slots=True)
class _Found:
    piece: Piece
    certain: bool = True


class _Reader:
    """One pass over the lines; what a line is depends on what stands around it."""

    def __init__(self, lines: Sequence[Line], is_known: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_known = is_known
        self.width = _wrap_width(lines)
        self.outline: set[str] = set()
        self.found: list[_Found] = []

    def read(self) -> tuple[Piece, ...]:
        for index, line in enumerate(self.lines):
            if line.form is Form.TEXT and not self._is_heading(index) and self._continues(index):
                self._extend(line)
            else:
                self._add(index, line)
        pieces = [self._demoted(index) for index in range(len(self.found))]
        return with_announced_items(with_true_numbers(pieces))

    def _add(self, index: int, line: Line) -> None:
        certain = True
        if line.form is Form.HEADING:
            kind, level = Kind.HEADING, line.level
        elif line.form is Form.NUMBER and self._is_numbered_heading(index):
            kind, level = Kind.HEADING, _depth(line.marker)
        elif line.form in (Form.BULLET, Form.NUMBER):
            kind, level = Kind.LIST_ITEM, 0
            self.outline.add(normalise(line.text))
        elif line.form is Form.ROW:
            kind, level = Kind.TABLE_ROW, 0
        elif self._is_heading(index):
            kind, level = Kind.HEADING, 0
            certain = index == 0 or self._is_outlined(line.text) or self.is_known(line.text)
        else:
            kind, level = Kind.PARAGRAPH, 0
        self.found.append(_Found(Piece(kind, line.text, line.number, level, line.marker), certain))

    def _extend(self, line: Line) -> None:
        last = self.found[-1]
        joined = join_lines(last.piece.text, line.text)
        self.found[-1] = replace(last, piece=replace(last.piece, text=joined))

    def _continues(self, index: int) -> bool:
        """Whether this line goes on with the sentence or list item of the line before."""
        line = self.lines[index]
        if index == 0 or line.gap or self.found[-1].piece.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return False
        before = self.lines[index - 1]
        if before.form in (Form.BULLET, Form.NUMBER) and line.indent > before.indent:
            return True
        if self.width and len(before.text) + 1 + len(line.text.split()[0]) > 0.8 * self.width:
            return True
        ended = ends_sentence(before.text) or before.text.endswith((":", ";", "：", "；"))
        return not ended and line.text[:1].islower() and len(before.text) >= WRAP_WIDTHS.start

    def _is_numbered_heading(self, index: int) -> bool:
        """ "1. Why?" alone between blank lines, before text: not an item of a list."""
        line = self.lines[index]
        after = self._at(index + 1)
        before = self._at(index - 1)
        listed = (before is not None and before.form is Form.NUMBER) or (
            after is not None and after.form is Form.NUMBER
        )
        fits = word_count(line.text) <= MAX_HEADING_WORDS and (is_question(line.text) or not ends_sentence(line.text))
        alone = line.gap and after is not None and after.gap
        return fits and not listed and after is not None and (alone or self.is_known(line.text))

    def _is_heading(self, index: int) -> bool:
        line = self.lines[index]
        text = line.text
        count = word_count(text)
        if index == 0:
            return count <= MAX_HEADING_WORDS and not (ends_sentence(text) and not is_question(text))
        before = self.lines[index - 1]
        after = self._at(index + 1)
        alone = line.gap and (after is None or after.gap)
        if alone and self._is_outlined(text):
            return True
        question = is_question(text)
        if not any(char.isalpha() for char in text):
            return False
        if len(text) > MAX_HEADING_CHARS or ends_open(text) or (text[:1].islower() and not question):
            return False
        if ends_sentence(text) and not question:
            return False
        starts = line.gap or ends_sentence(before.text) or self.found[-1].piece.kind is Kind.HEADING
        starts = starts or (not self.width and _stands_over(line, after))
        last = self.found[-1]
        introduces = ends_with_colon(text) and last.certain and last.piece.kind is Kind.HEADING
        if count <= MAX_KNOWN_WORDS and starts and not introduces and self.is_known(text):
            return True
        if ends_with_colon(text) or self._is_announced(index):
            return False
        if not question and _begins_items(text, count, after):
            return False
        if question:
            return (starts or not self.width) and count <= MAX_QUESTION_WORDS
        if not starts or not _is_short(text, count):
            return False
        if alone or (text.isupper() and len(text) > 3):
            return True
        return (line.gap or ends_sentence(before.text)) and _stands_over(line, after)

    def _is_outlined(self, text: str) -> bool:
        """Whether a list of contents or key points has named this heading before."""
        return word_count(text) > 3 and normalise(text) in self.outline

    def _is_announced(self, index: int) -> bool:
        """Whether a line ending in a colon announced this one and the short lines before it."""
        for line in reversed(self.lines[max(0, index - MAX_ANNOUNCED_LINES) : index]):
            if line.form is not Form.TEXT:
                return False
            if ends_with_colon(line.text):
                return True
            if ends_sentence(line.text) or self.is_known(line.text):
                return False
        return False

    def _demoted(self, index: int) -> Piece:
        """A short line that nothing follows is a paragraph, unless its wording is a heading's."""
        found = self.found[index]
        if found.certain:
            return found.piece
        after = self.found[index + 1] if index + 1 < len(self.found) else None
        if after is None or (after.piece.kind is Kind.HEADING and after.certain):
            return replace(found.piece, kind=Kind.PARAGRAPH)
        return found.piece

    def _at(self, index: int) -> Line | None:
        return self.lines[index] if 0 <= index < len(self.lines) else None


def _begins_items(text: str, count: int, after: Line | None) -> bool:
    """ "Common causes of gout include", over items that go on in small letters: a sentence, and no heading."""
    return count > MAX_PLAIN_WORDS and after is not None and after.form is Form.BULLET and after.text[:1].islower()


def _depth(marker: str) -> int:
    """The level of a numbered heading: "1." and "一、" are of a page's first, "1.2" and "（一）" below them."""
    return 3 if marker.startswith(("（", "(")) else 2 + marker.rstrip(".").count(".")


def _is_short(text: str, count: int) -> bool:
    """Short enough for a heading. A script without capitals gives one sign less, so it gets less room."""
    if text[:1].isupper() or text[:1].isdigit():
        return count <= MAX_HEADING_WORDS
    return count <= MAX_UNCASED_WORDS and len(text) <= MAX_UNCASED_CHARS


def _stands_over(line: Line, after: Line | None) -> bool:
    """A short line directly over a long one that starts a sentence."""
    if after is None or after.form is not Form.TEXT or after.gap:
        return False
    longer = len(after.text) >= max(60, 1.5 * len(line.text))
    return longer and len(line.text.split()) <= 6 and line.text[:1].isupper() and after.text[:1].isupper()


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which lines were broken, that nine in ten of them keep to; 0 if each line is a paragraph.

    Lines that are paragraphs of their own end sentences; broken lines mostly don't.
    """
    broken = [a for a, b in pairwise(lines) if a.form is b.form is Form.TEXT and not b.gap]
    if 2 * sum(ends_sentence(line.text) for line in broken) >= len(broken):
        return 0
    width = sorted(len(line.text) for line in broken)[len(broken) * 9 // 10]
    return width if width in WRAP_WIDTHS else 0
