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


def test_a_document_that_writes_its_lists_so_has_short_ones_too() -> None:
    long = "• cough - fever - pain - cold"
    short = "• reduce the acid - treat the cause"
    found = [piece.text for piece in parse_text(f"Gout\n\n{long}\n\nText.\n\n{long}\n\nText.\n\n{short}")]
    assert found[-2:] == ["reduce the acid", "treat the cause"]
    once = [piece.text for piece in parse_text(f"Gout\n\n{long}\n\nText.\n\n{short}")]
    assert once[-1] == "reduce the acid - treat the cause"  # one such line proves nothing
    doses = [piece.text for piece in parse_text(f"Gout\n\n{long}\n\nText.\n\n{long}\n\nText.\n\n• 10 - 20 mg a day")]
    assert doses[-1] == "10 - 20 mg a day"


def test_they_keep_their_line() -> None:
    assert [piece.line for piece in parse_text("Gout\n\nSigns:\n• cough • fever\n• pain")] == [1, 3, 4, 4, 5]
