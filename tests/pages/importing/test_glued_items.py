"""Lists whose items were written into one line, and lines that only look so."""

from __future__ import annotations

import pytest

from pages.importing.parse import parse_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• cough • fever • pain", ["l cough", "l fever", "l pain"]),
        ("Signs are: • cough • fever", ["p Signs are:", "l cough", "l fever"]),
        ("Signs are: - cough - fever - pain - cold", ["p Signs are:", "l cough", "l fever", "l pain", "l cold"]),
        ("• cough - fever - pain - cold", ["l cough", "l fever", "l pain", "l cold"]),
        ("• It may be acute. - It may last.", ["l It may be acute.", "l It may last."]),
        ("• an ache - a rash", ["l an ache - a rash"]),
        # What two dashes frame, and a range, stay.
        ("• rest - as much as you can - and drink", ["l rest - as much as you can - and drink"]),
        ("• 10 - 20 mg, 2 - 3 times, 4 - 6 days, 1 - 2 weeks", ["l 10 - 20 mg, 2 - 3 times, 4 - 6 days, 1 - 2 weeks"]),
        ("It hurts - a lot - at night - and in the morning.", ["p It hurts - a lot - at night - and in the morning."]),
        ("Take it: 3 - 4 times - and no more.", ["p Take it: 3 - 4 times - and no more."]),
    ],
)
def test_items_come_apart(text: str, expected: list[str]) -> None:
    found = parse_text(f"Gout\n\n{text}")[1:]
    assert [f"{piece.kind.value[0]} {piece.text}" for piece in found] == expected


def test_they_keep_their_line() -> None:
    assert [piece.line for piece in parse_text("Gout\n\nSigns:\n• cough • fever\n• pain")] == [1, 3, 4, 4, 5]
