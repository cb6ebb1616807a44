"""Lines of a web page that are headings though no tag says so: in bold, called a title, or worded as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pages.importing.heading_shapes import MAX_HEADING_WORDS
from pages.importing.html_names import TITLED
from pages.importing.html_walk import HEADINGS, HtmlLine
from pages.importing.inline_html import is_bold, plain
from pages.importing.parse import MAX_HEADING_CHARS
from pages.importing.wording import ends_open, ends_sentence, ends_with_colon, is_question, word_count

_FEWEST_TERMS = 2


class HeadingLines:
    """Which of the lines are headings without a tag; what a line is depends on what the page does elsewhere."""

    def __init__(self, lines: Sequence[HtmlLine], is_known: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_known = is_known
        self.tagged = any(line.tag in HEADINGS and line.tag != "h1" and is_known(plain(line.words)) for line in lines)
        terms = [line for line in lines if line.tag == "dt"]
        known = sum(is_known(plain(line.words)) for line in terms)
        self.by_terms = known >= _FEWEST_TERMS and 2 * known >= len(terms)

    def has(self, index: int) -> bool:
        """Whether the line is a heading: short, over a text that is none, and one of the above."""
        line = self.lines[index]
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if line.tag not in ("p", "dt", TITLED) or line.item or after is None or after.tag in HEADINGS:
            return False
        text = plain(line.words)
        if line.tag == TITLED and not self.tagged and not ends_with_colon(text) and not self._in_a_row(index):
            return True
        if word_count(text) > MAX_HEADING_WORDS or len(text) > MAX_HEADING_CHARS:
            return False
        if is_bold(line.words) and (
            self.is_known(text) or (_may_be(text) and not is_bold(after.words) and not line.linked)
        ):
            return True
        if line.tag == "dt" and self.by_terms:
            return True
        if line.tag == TITLED and _may_be(text) and not self._in_a_row(index):
            return True
        return self._stands_over(line, after) and self.is_known(text)

    def _in_a_row(self, index: int) -> bool:
        """Whether three titles come one after the other: then they are labels of something else."""
        row = 0
        for line in self.lines[max(0, index - 2) : index + 3]:
            row = row + 1 if line.tag == TITLED else 0
            if row > 2:
                return True
        return False

    def _stands_over(self, line: HtmlLine, after: HtmlLine) -> bool:
        """A line in no bold may be a heading where headings aren't tagged: not one of a row of labels or links."""
        text = plain(line.words)
        ended = ends_sentence(text) and not is_question(text)
        if ended or line.linked or (self.tagged and line.tag == "p"):
            return False
        below = plain(after.words)
        return bool(after.item) or ends_sentence(below) or ends_with_colon(below)


def _may_be(text: str) -> bool:
    ended = ends_sentence(text) and not is_question(text)
    return not ended and not ends_open(text) and not ends_with_colon(text)
