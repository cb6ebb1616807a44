"""What was printed on every page is left out and listed, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.formats import import_document
from pages.importing.lines import read_lines
from pages.importing.printed_pages import PAGE_HEADER, PAGE_NUMBER, without_page_marks

TEXT = "\n".join(f"Line {letter} of the text says something." for letter in "abcdefghij")


def left_out(text: str) -> list[tuple[str, str]]:
    return [(drop.text, drop.reason) for drop in without_page_marks(read_lines(text))[1]]


@pytest.mark.parametrize(
    "numbers",
    [
        ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
        ["Seite 1", "Seite 2"],
        ["- 1 -", "- 2 -", "- 3 -"],
        ["4", "5", "6"],
        ["1/2", "2/2"],
        ["第 1 页", "第 2 页"],
        ["صفحة 1", "صفحة 2"],
    ],
)
def test_page_numbers(numbers: list[str]) -> None:
    text = "Gout\n\n" + "\n\n".join(f"{TEXT}\n\n{number}" for number in numbers)
    found = left_out(text)
    assert len(found) == len(numbers)
    assert {reason for _, reason in found} == {PAGE_NUMBER}


@pytest.mark.parametrize(
    "lines",
    [
        ["Day 1", "Day 2", "Day 3"],
        ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"],
        ["Stage 1", "Stage 2"],
        ["Page 1 of 3", "Page 3 of 3"],
        ["Page 1"],
        ["2019", "2020"],
    ],
)
def test_other_lines_with_numbers_stay(lines: list[str]) -> None:
    assert left_out("Gout\n\n" + "\n\n".join(f"{line}\n\n{TEXT}" for line in lines)) == []


def test_numbers_of_steps_stay() -> None:
    assert left_out("Gout\n\n1\n\nWash it.\n\n2\n\nDry it.\n\n3\n\nGo.") == []


def test_what_stands_beside_them_stays_once() -> None:
    header = "Leaflet, version 3"
    text = "\n\n".join([header, "Gout", TEXT, "Page 1", header, TEXT, "Page 2", header, TEXT, "Page 3"])
    assert [drop for drop in left_out(text) if drop[1] == PAGE_HEADER] == [(header, PAGE_HEADER)] * 2
    assert read_lines(text)[0].text == without_page_marks(read_lines(text))[0][0].text == header


def test_the_title_below_what_all_leaflets_are_called() -> None:
    header = "Leaflet, version 3"
    text = "\n\n".join([header, "Gout", "Gout hurts.", "Page 1", header, "Rest.", "Page 2"])
    assert left_out(text).count((header, PAGE_HEADER)) == 2
    assert import_document("a.txt", text.encode(), "en").title == "Gout"
    # Nobody says that the line below is what the text is about.
    other = text.replace("Gout hurts.", "It hurts.")
    assert import_document("a.txt", other.encode(), "en").title == header


def test_a_sentence_and_a_list_go_on_over_the_page() -> None:
    text = (
        "Gout\n\nSymptoms\n\n• pain\n• fever\n\nPage 1\n\n• a red joint\n\n"
        "Treatment\n\nKeep the joint still, and take the tablets that your doctor\n\nPage 2\n\ngave you, with water.\n"
    )
    found = import_document("gout.txt", text.encode(), "en")
    assert [[block.text for block in part.blocks] for part in found.sections] == [
        ["pain", "fever", "a red joint"],
        ["Keep the joint still, and take the tablets that your doctor gave you, with water."],
    ]
    assert [(drop.text, drop.line) for drop in found.dropped] == [("Page 1", 8), ("Page 2", 16)]


@given(
    st.lists(st.sampled_from(["Page 1", "Page 2", "Header", "• a", "A text.", "goes on", "", "3", "4"]), max_size=20)
)
def test_every_line_is_kept_or_told(lines: list[str]) -> None:
    before = read_lines("\n".join(lines))
    kept, dropped = without_page_marks(before)
    assert sorted([line.number for line in kept] + [drop.line for drop in dropped]) == [line.number for line in before]
