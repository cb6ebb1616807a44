"""Which text of a page says the same as which of its version in another language, by form, order and length. Pure.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993:
lengths of translations go together, so the likeliest way through two rows of texts is found by a dynamic programme.
Of theirs only 1-1, 1-0 and 0-1 are used: a text is never joined or cut. What isn't sure is left out, never forced.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from pages.vocabulary import Section

# Of the article: how the lengths of translations vary, per character, and how often a text has a partner or none.
_VARIANCE = 6.8
_PAIRED = -math.log(0.89)
_ALONE = -math.log(0.0099 / 2)
_SURE = 3.0  # how much dearer every other way has to be: about 20 to 1
_LONGER, _SHORTER = 3.0, 0.15  # a document is at most so much longer or shorter than its translation (zh: 0.3)
_MOST = 1_000_000  # ways to pair the texts of a section; a page has some thousands
_SMALL = 12  # up to here, a number is often a word
_SIGN = re.compile(r"\d+(?:[.,٫٬]\d+)*|(?<![^\W\d_])(?:mg|ml|µg|mcg|kg|cm|mm|mmol)(?![^\W\d_])|[A-Za-z]{5,}|[%°]")


class Form(StrEnum):
    """What a text is on its page; only texts of one form are ever partners."""

    TITLE = "title"
    SECTION_HEADING = "section_heading"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the page or of its version. `section` is None for the title alone.

    `path` is the segment's on the page, `line` that of the version's file. `html` is the text with its marks, if any.
    """

    form: Form
    words: str
    section: Section | None
    path: str = ""
    line: int | None = None
    html: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Every text of both sides once: in a pair, or among those without a partner. In the order of the sides."""

    pairs: tuple[tuple[Text, Text], ...]
    page_alone: tuple[Text, ...]
    version_alone: tuple[Text, ...]


def align(page: Sequence[Text], version: Sequence[Text]) -> Aligned:
    """Pairs the texts of a page with those of its version, section by section. Raises nothing."""
    ratio = _ratio(page, version)
    found: list[tuple[Text, Text]] = []
    left: list[Text] = []
    right: list[Text] = []
    for section in (None, *Section):
        ours, theirs = ([t for t in side if t.section is section] for side in (page, version))
        pairs = _Rows(ours, theirs, ratio).pairs() if len(ours) * len(theirs) <= _MOST else []
        found += [(ours[i], theirs[j]) for i, j in pairs]
        firsts, seconds = {i for i, _ in pairs}, {j for _, j in pairs}
        left += [text for i, text in enumerate(ours) if i not in firsts]
        right += [text for j, text in enumerate(theirs) if j not in seconds]
    return Aligned(tuple(found), tuple(left), tuple(right))


def _ratio(page: Iterable[Text], version: Iterable[Text]) -> float:
    """How many characters of the version there are for one of the page, by the sections that both have."""
    ours, theirs = Counter[Section | None](), Counter[Section | None]()
    for side, count in ((page, ours), (version, theirs)):
        for text in side:
            count[text.section] += len(text.words)
    common = ours.keys() & theirs.keys()
    total = sum(ours[section] for section in common)
    if not total:
        return 1.0
    return min(max(sum(theirs[section] for section in common) / total, _SHORTER), _LONGER)


class _Rows:
    """The texts of one section on both sides, and what each way of pairing them costs."""

    def __init__(self, ours: Sequence[Text], theirs: Sequence[Text], ratio: float) -> None:
        self.ours, self.theirs = ours, theirs
        signs = [_signs(text.words) for text in ours], [_signs(text.words) for text in theirs]
        self.costs = [
            [_cost(a, b, signs[0][i], signs[1][j], ratio) for j, b in enumerate(theirs)] for i, a in enumerate(ours)
        ]
        self.before, self.after = self._before(), self._after()

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs that are sure, and those between them where both sides have as many texts of the same forms."""
        best = self._best()
        anchors = [pair for pair in best if self._margin(*pair) >= _SURE]
        taken = list(anchors)
        edges = [(-1, -1), *anchors, (len(self.ours), len(self.theirs))]
        for (i, j), (end_i, end_j) in pairwise(edges):
            run = [(a, b) for a, b in best if i < a < end_i]
            # As long as both: then each has its partner by order, and the lengths don't speak against it.
            if len(run) == end_i - i - 1 == end_j - j - 1:
                taken += run
        return sorted(taken)

    def _before(self) -> list[list[float]]:
        """The cheapest way to have done with the first i and the first j texts."""
        table = [[math.inf] * (len(self.theirs) + 1) for _ in range(len(self.ours) + 1)]
        for i, row in enumerate(table):
            for j in range(len(row)):
                ways = [0.0] if i == j == 0 else []
                if i:
                    ways.append(table[i - 1][j] + _ALONE)
                if j:
                    ways.append(row[j - 1] + _ALONE)
                if i and j:
                    ways.append(table[i - 1][j - 1] + self.costs[i - 1][j - 1])
                row[j] = min(ways)
        return table

    def _after(self) -> list[list[float]]:
        """The cheapest way from there to the end."""
        rows, columns = len(self.ours), len(self.theirs)
        table = [[math.inf] * (columns + 1) for _ in range(rows + 1)]
        for i in range(rows, -1, -1):
            for j in range(columns, -1, -1):
                ways = [0.0] if (i, j) == (rows, columns) else []
                if i < rows:
                    ways.append(table[i + 1][j] + _ALONE)
                if j < columns:
                    ways.append(table[i][j + 1] + _ALONE)
                if i < rows and j < columns:
                    ways.append(table[i + 1][j + 1] + self.costs[i][j])
                table[i][j] = min(ways)
        return table

    def _best(self) -> list[tuple[int, int]]:
        i, j = len(self.ours), len(self.theirs)
        found = []
        while i and j:
            here = self.before[i][j]
            if here == self.before[i - 1][j - 1] + self.costs[i - 1][j - 1]:
                i, j = i - 1, j - 1
                found.append((i, j))
            elif here == self.before[i - 1][j] + _ALONE:
                i -= 1
            else:
                j -= 1
        return found[::-1]

    def _through(self, i: int, j: int) -> float:
        return self.before[i][j] + self.costs[i][j] + self.after[i + 1][j + 1]

    def _margin(self, i: int, j: int) -> float:
        """How much dearer the cheapest way is on which text i has another partner, or none."""
        alone = min(self.before[i][k] + _ALONE + self.after[i + 1][k] for k in range(len(self.theirs) + 1))
        other = min((self._through(i, k) for k in range(len(self.theirs)) if k != j), default=math.inf)
        return min(alone, other) - self._through(i, j)


def _cost(a: Text, b: Text, ours: frozenset[str], theirs: frozenset[str], ratio: float) -> float:
    if a.form is not b.form:
        return math.inf
    if a.form in (Form.TITLE, Form.SECTION_HEADING):
        return 0.0  # there is one on each side
    expected = max(len(a.words) * ratio, 1.0)
    delta = abs(len(b.words) - expected) / math.sqrt(expected * _VARIANCE)
    chance = math.erfc(delta / math.sqrt(2))
    if chance < 1e-12:
        return math.inf
    # A number of one side only speaks against a pair, but not for ever: what a dose became, the gate has to see.
    strange = sum(_weight(sign) for sign in ours ^ theirs)
    known = sum(1.5 for sign in ours & theirs)
    return _PAIRED - math.log(chance) + min(strange, 3.0) - min(known, 4.5)


def _weight(sign: str) -> float:
    return 1.0 if sign.isdecimal() and int(sign[:9]) > _SMALL else 0.0


def _signs(words: str) -> frozenset[str]:
    """What is written alike in many languages: digits, units, and the first four letters of words of Latin script.

    (Cognates by four letters: Simard, Foster and Isabelle, "Using Cognates to Align Sentences", 1992.)
    """
    folded = "".join(str(unicodedata.decimal(char, char)) for char in words)
    return frozenset(_sign(match[0]) for match in _SIGN.finditer(folded))


def _sign(found: str) -> str:
    if found[0].isdecimal():
        return "".join(char for char in found if char.isdecimal())
    return found[:4].lower() if len(found) > 4 else found
