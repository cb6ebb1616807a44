"""Numbers before lines: how each is written, what it counts, and which are part of what is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pages.importing.values import Kind, Piece

_TEN = "一二三四五六七八九十"
_HAN = re.compile(f"[{_TEN}]{{1,3}}")
_ROMAN = re.compile(r"[IVX]{1,5}|[ivx]{1,5}")
_DIGITS = re.compile(r"\d{1,2}")
_LETTER = re.compile(r"[A-Za-z]")
_WIDE = str.maketrans("（）．", "().")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a line: its `style` is how the first of its row would be written ("1.", "(a)", "一、")."""

    style: str
    value: int

    @property
    def rows(self) -> tuple[str, str]:
        """The rows that it may count on in: of its style, and of its kind of numeral ("1、", "2、", "（3）")."""
        return self.style, self.style.strip("().、-")


def read_number(marker: str) -> Number | None:
    """The number that a marker is: "2.", "（三）", "IV.", "b)", "٢-" or "1.2" (whose last part counts); else None."""
    text = marker.translate(_WIDE).replace(" ", "")
    if match := _HAN.search(text):
        return Number(text.replace(match[0], "一"), _han(match[0]))
    if match := _ROMAN.search(text):
        return Number(text.replace(match[0], "I" if match[0].isupper() else "i"), _roman(match[0].lower()))
    if found := _DIGITS.findall(text):
        return Number(_DIGITS.sub("1", text), int(found[-1]))
    if match := _LETTER.search(text):
        first = "A" if match[0].isupper() else "a"
        return Number(text.replace(match[0], first), ord(match[0]) - ord(first) + 1)
    return None


def style_of(marker: str) -> str | None:
    """How the first number of a marker's row would be written, or None."""
    number = read_number(marker)
    return number.style if number else None


@dataclass(slots=True)
class Outline:
    """The numbered headings so far: which style stands how deep, and which number comes next."""

    levels: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def continues(self, marker: str) -> bool:
        """Whether `marker` counts on from the last heading of its style."""
        number = read_number(marker)
        return number is not None and self.last.get(number.style, 0) + 1 == number.value > 1

    def add(self, marker: str) -> int:
        """The level of a heading numbered so: 2 for the first style that comes, one deeper for each style below it."""
        number = read_number(marker)
        if number is None:
            return 2
        dots = number.style.rstrip(".").count(".")
        level = 2 + dots if dots else self.levels.get(number.style, 2 + len(self.levels))
        self.levels = {style: at for style, at in self.levels.items() if at < level} | {number.style: level}
        self.last = {style: value for style, value in self.last.items() if style in self.levels}
        self.last[number.style] = number.value
        return level


def with_true_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a list item whose number counts on from no other is a paragraph that begins with that number.

    "2.5 mg at night", "3. Oktober" and "A. Jones" are no items: as such they would lose their numbers.
    """
    numbers = [read_number(piece.marker) for piece in pieces]
    seconds = {number.style: index for index, number in enumerate(numbers) if number and number.value == 2}
    found: list[Piece] = []
    last: dict[str, int] = {}
    for index, (piece, number) in enumerate(zip(pieces, numbers, strict=True)):
        counts = True
        if number is not None:
            initial = (
                number.style[:1] in ("A", "I") and seconds.get(number.style, -1) < index
            )  # "A. Jones", "I. V. fluids"
            begins = number.value == 1 and not initial
            counts = begins or any(number.value == last.get(row, 0) + 1 > 1 for row in number.rows)
            if counts:
                last |= dict.fromkeys(number.rows, number.value)
        if counts or piece.kind is not Kind.LIST_ITEM:
            found.append(piece)
        else:
            found.append(replace(piece, kind=Kind.PARAGRAPH, text=f"{piece.marker} {piece.text}", marker=""))
    return found


def _han(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _TEN.index(numeral[0]) + 1
    return 10 * (_TEN.index(tens[0]) + 1 if tens else 1) + (_TEN.index(ones[0]) + 1 if ones else 0)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
