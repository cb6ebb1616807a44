"""Numbers before lines: headings of several styles, items among them, and what is no number at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.lexicon_files import lexicon_for
from pages.importing.numbering import Number, Outline, read_number
from pages.importing.parse import parse_text


def pieces(language: str, text: str) -> list[str]:
    found = parse_text(text, lexicon_for(language).is_heading)
    return [f"{piece.kind.value[0]}{piece.level or ''} {piece.marker}|{piece.text}" for piece in found[1:]]


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("3.", Number("1.", 3)),
        ("(12)", Number("(1)", 12)),
        ("（3）", Number("(1)", 3)),
        ("２．", Number("1.", 2)),
        ("٢-", Number("1-", 2)),
        ("1.2", Number("1.1", 2)),
        ("2.10.3.", Number("1.1.1.", 3)),
        ("三、", Number("一、", 3)),
        ("（十）", Number("(一)", 10)),
        ("十二、", Number("一、", 12)),
        ("二十一、", Number("一、", 21)),
        ("二十、", Number("一、", 20)),
        ("IV.", Number("I.", 4)),
        ("XIX)", Number("I)", 19)),
        ("(iii)", Number("(i)", 3)),
        ("i)", Number("i)", 1)),
        ("b)", Number("a)", 2)),
        ("C.", Number("A.", 3)),
        ("•", None),
        ("==", None),
        ("", None),
    ],
)
def test_read_number(marker: str, number: Number | None) -> None:
    assert read_number(marker) == number


@given(st.text(max_size=6))
def test_any_marker_is_read(marker: str) -> None:
    number = read_number(marker)
    assert number is None or number.value >= 0


@pytest.mark.parametrize(
    ("markers", "levels"),
    [
        (["1.", "2.", "3."], [2, 2, 2]),
        (["一、", "（一）", "1）", "2）", "（二）", "二、", "（一）"], [2, 3, 4, 4, 3, 2, 3]),
        (["1.", "1.1", "1.2", "2.", "2.1"], [2, 3, 3, 2, 3]),
        (["2.1.", "2.2."], [3, 3]),
        (["I.", "A.", "1.", "B.", "II."], [2, 3, 4, 3, 2]),
    ],
)
def test_levels_of_an_outline(markers: list[str], levels: list[int]) -> None:
    outline = Outline()
    assert [outline.add(marker) for marker in markers] == levels


def test_only_the_next_number_continues() -> None:
    outline = Outline()
    outline.add("1.")
    outline.add("a)")
    assert [marker for marker in ("1.", "2.", "3.", "b)", "2)", "•") if outline.continues(marker)] == ["2.", "b)"]
    outline.add("2.")
    assert not outline.continues("b)")  # its row ended with the heading above


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Signs and treatments once became items below the causes: each line had a number beside it, of another style.
        (
            "zh",
            "痛风\n一、病因\n（二）症状\n1）口渴\n2）多尿\n3、治疗\n多喝水，按时服药。",
            ["h2 一、|病因", "h3 （二）|症状", "l 1）|口渴", "l 2）|多尿", "h4 3、|治疗", "p |多喝水，按时服药。"],
        ),
        (
            "zh",
            "痛风\n一、病因\n（一）高尿酸\n（二）饮酒\n二、症状\n1. 疼痛\n2. 红肿\n三、治疗\n1. 休息\n2. 服药\n"
            "四、康复锻炼\n慢慢走。",
            [
                "h2 一、|病因",
                "l （一）|高尿酸",
                "l （二）|饮酒",
                "h2 二、|症状",
                "l 1.|疼痛",
                "l 2.|红肿",
                "h2 三、|治疗",
                "l 1.|休息",
                "l 2.|服药",
                "h2 四、|康复锻炼",
                "p |慢慢走。",
            ],
        ),
        (
            "en",
            "Gout\n1. Causes\na) Too much uric acid\nb) Some medicines\n2. Symptoms\n- pain\n"
            "3. Living with it\nStay active.",
            [
                "h2 1.|Causes",
                "l a)|Too much uric acid",
                "l b)|Some medicines",
                "h2 2.|Symptoms",
                "l -|pain",
                "h2 3.|Living with it",
                "p |Stay active.",
            ],
        ),
        (
            "de",
            "Gicht\nA. Ursachen\nZu viel Harnsäure.\nB. Behandlung\nRuhe hilft.",
            ["h2 A.|Ursachen", "p |Zu viel Harnsäure.", "h2 B.|Behandlung", "p |Ruhe hilft."],
        ),
        # A table of contents stays a list, and so do nested items.
        (
            "en",
            "Gout\n\n1. Causes\n2. Symptoms\n3. Treatment\n\nIt hurts.",
            ["l 1.|Causes", "l 2.|Symptoms", "l 3.|Treatment", "p |It hurts."],
        ),
        (
            "en",
            "Gout\n\n1. Wash it\n\na) with water\n\nb) with soap\n\n2. Dry it\n\nThen go.",
            ["l 1.|Wash it", "l a)|with water", "l b)|with soap", "l 2.|Dry it", "p |Then go."],
        ),
        # Initials and names of germs are no numbers.
        (
            "en",
            "Gout\n\nA. Jones wrote this.\n\nE. coli is a germ.\n\nA. fumigatus is none.",
            ["p |A. Jones wrote this.", "p |E. coli is a germ.", "p |A. fumigatus is none."],
        ),
        ("en", "Gout\n\nI. V. fluids help.", ["p |I. V. fluids help."]),
        ("en", "Gout\n\n(i) Rest\n(ii) Ice\n(iii) Sleep", ["l (i)|Rest", "l (ii)|Ice", "l (iii)|Sleep"]),
    ],
)
def test_headings_and_items(language: str, text: str, expected: list[str]) -> None:
    assert pieces(language, text) == expected
