"""Plain text becomes pieces: headings are found by form, broken lines are joined again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pages.importing.announced import with_announced_items
from pages.importing.broken_lines import continues, wrap_width
from pages.importing.glued_items import with_items_apart
from pages.importing.heading_shapes import MAX_HEADING_WORDS, begins_items, is_like_the_next, is_short, stands_over
from pages.importing.lines import Form, Line, read_lines
from pages.importing.numbering import Outline, style_of, with_true_numbers
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
MAX_QUESTION_WORDS = 20
MAX_KNOWN_WORDS = 16
MAX_DOTTED_WORDS = 4
MAX_LABEL_WORDS = 2
MAX_SMALL_WORDS = 2  # of a heading that begins with a small letter
MAX_ANNOUNCED_LINES = 12


def nothing_known(_text: str) -> bool:
    """The lexicon of a reader that goes by form alone."""
    return False


def parse_text(text: str, is_known: Callable[[str], bool] = nothing_known) -> tuple[Piece, ...]:
    """Return the pieces of a plain text, in order, each with the line it begins on.

    `is_known` says that a wording is a heading's; it confirms a line whose form leaves that open.
    Every word of the text is in the text or the marker of exactly one piece. Raises nothing.
    """
    return parse_lines(read_lines(text), is_known)


def parse_lines(lines: Sequence[Line], is_known: Callable[[str], bool]) -> tuple[Piece, ...]:
    """The pieces of a text whose lines are these."""
    return _Reader(with_items_apart(lines), is_known).read()


@dataclass(frozen=True, slots=True)
class _Found:
    piece: Piece
    certain: bool = True


class _Reader:
    """One pass over the lines; what a line is depends on what stands around it."""

    def __init__(self, lines: Sequence[Line], is_known: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_known = is_known
        self.width = wrap_width(lines)
        self.named: set[str] = set()
        self.outline = Outline()
        self.found: list[_Found] = []

    def read(self) -> tuple[Piece, ...]:
        for index, line in enumerate(self.lines):
            if line.form is Form.TEXT and not self._is_heading(index) and self._continues(index):
                self._extend(line)
            else:
                self._add(index, line)
        pieces: list[Piece] = []
        for found, after in zip(reversed(self.found), (None, *reversed(self.found)), strict=False):
            pieces.append(_demoted(found, after, pieces[-1] if pieces else None))
        return with_announced_items(with_true_numbers(pieces[::-1]))

    def _add(self, index: int, line: Line) -> None:
        certain = True
        if line.form is Form.HEADING:
            kind, level = Kind.HEADING, line.level
        elif line.form is Form.NUMBER and self._is_numbered_heading(index):
            kind, level = Kind.HEADING, self.outline.add(line.marker)
        elif line.form in (Form.BULLET, Form.NUMBER):
            kind, level = Kind.LIST_ITEM, 0
            self.named.add(normalise(line.text))
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
        if index == 0 or self.found[-1].piece.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return False
        return continues(self.lines[index - 1], self.lines[index], self.width)

    def _is_numbered_heading(self, index: int) -> bool:
        """ "1. Why?" before text, not beside a number of the same style, which would make both items of a list.

        Its wording says it, or the headings before it that it counts on from, or blank lines around it.
        """
        line = self.lines[index]
        after = self._at(index + 1)
        if after is None or word_count(line.text) > MAX_HEADING_WORDS:
            return False
        if ends_sentence(line.text) and not is_question(line.text):
            return False
        beside = [other for other in (self._at(index - 1), after) if other and other.form is Form.NUMBER]
        if any(style_of(other.marker) == style_of(line.marker) for other in beside):
            return False
        alone = line.gap and after.gap and not beside
        return alone or self.is_known(line.text) or self.outline.continues(line.marker)

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
        small = text[:1].islower() and not question
        if len(text) > MAX_HEADING_CHARS or ends_open(text) or (small and (count > MAX_SMALL_WORDS or line.indent)):
            return False
        if ends_sentence(text) and not question:
            return self._is_dotted_heading(line, after)
        starts = line.gap or ends_sentence(before.text) or self.found[-1].piece.kind is Kind.HEADING
        starts = (
            starts
            or (not self.width and stands_over(line, after))
            or (_is_item(before) and line.indent <= before.indent)
        )
        last = self.found[-1]
        announces = ends_with_colon(text) and (_is_item(after) or count > MAX_LABEL_WORDS)
        introduces = announces and last.certain and last.piece.kind is Kind.HEADING
        if count <= MAX_KNOWN_WORDS and starts and not introduces and self.is_known(text):
            return True
        if small:
            return False
        if ends_with_colon(text) or self._is_announced(index):
            return False
        if not question and begins_items(text, count, after):
            return False
        if question:
            return (starts or not self.width) and count <= MAX_QUESTION_WORDS
        if not starts or not is_short(text, count):
            return False
        if alone or (text.isupper() and len(text) > 3):
            return True
        return (line.gap or ends_sentence(before.text)) and stands_over(line, after)

    def _is_dotted_heading(self, line: Line, after: Line | None) -> bool:
        """ "Symptoms." alone over a longer line, as some converters of wikis write headings."""
        count = word_count(line.text)
        below = self.found[-1].piece.kind is Kind.HEADING  # "Rest." below "Treatment" is what it says
        over = line.gap and not below and after is not None and word_count(after.text) > count
        return over and count <= MAX_DOTTED_WORDS and line.text.endswith(".") and self.is_known(line.text)

    def _is_outlined(self, text: str) -> bool:
        """Whether a list of contents or key points has named this heading before."""
        return word_count(text) > 3 and normalise(text) in self.named

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

    def _at(self, index: int) -> Line | None:
        return self.lines[index] if 0 <= index < len(self.lines) else None


def _demoted(found: _Found, after: _Found | None, below: Piece | None) -> Piece:
    """A short line that nothing follows is a paragraph, unless its wording is a heading's. `below`: `after`, judged."""
    if found.certain:
        return found.piece
    if after is None or below is None or (after.piece.kind is Kind.HEADING and after.certain):
        return replace(found.piece, kind=Kind.PARAGRAPH)
    is_one_of_several = found.piece.kind is Kind.HEADING and is_like_the_next(found.piece, below)
    return replace(found.piece, kind=Kind.PARAGRAPH) if is_one_of_several else found.piece


def _is_item(line: Line | None) -> bool:
    return line is not None and line.form in (Form.BULLET, Form.NUMBER)
