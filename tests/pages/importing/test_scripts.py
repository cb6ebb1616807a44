"""What differs between scripts: numbering, bullets, colons, words without spaces, lines that are broken."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.importing.lexicon_files import lexicon_for
from pages.importing.parse import parse_text
from pages.importing.wording import heading_words, join_lines, normalise, word_count


def pieces(text: str, language: str) -> list[tuple[str, int, str, str]]:
    found = parse_text(text, lexicon_for(language).is_heading)
    return [(piece.kind.value[0], piece.level, piece.marker, piece.text) for piece in found[1:]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "zh",
            "痛风\n一、病因\n痛风是因为血液中尿酸过高，形成结晶而引起的疾病。\n（一）药物治疗\n医生会开止痛药，请按时服用。",
            [("h", 2, "一、"), ("p", 0, ""), ("h", 3, "（一）"), ("p", 0, "")],
        ),
        ("zh", "痛风\n\n症状有：\n\n•疼痛\n•红肿", [("p", 0, ""), ("l", 0, "•"), ("l", 0, "•")]),
        ("zh", "痛风\n\n1、休息\n2、多喝水\n（3）服药", [("l", 0, "1、"), ("l", 0, "2、"), ("l", 0, "（3）")]),
        ("ar", "النقرس\n\n١. خبز\n٢- ماء", [("l", 0, "١."), ("l", 0, "٢-")]),
        ("fr", "La goutte\n\nII. Diagnostic\n\nUne prise de sang est faite.", [("h", 2, "II."), ("p", 0, "")]),
        ("ru", "Подагра\n1. Причины\nМочевая кислота в крови повышена.", [("h", 2, "1."), ("p", 0, "")]),
        ("en", "Gout\n\n-5 degrees is very cold.\n\n- five", [("p", 0, ""), ("l", 0, "-")]),
        ("en", "Gout\n\nI. Rest\nII. Ice\nV. A drip", [("l", 0, "I."), ("l", 0, "II."), ("p", 0, "")]),
        ("en", "Gout\n\n1) Sleep\n2.5 mg helps.", [("l", 0, "1)"), ("p", 0, "")]),
    ],
)
def test_marks_of_lines(language: str, text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [piece[:3] for piece in pieces(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.5 mg at night is enough.", ["2.5 mg at night is enough."]),
        ("3. Oktober ist der Tag.", ["3. Oktober ist der Tag."]),
        ("1. Rest\n2. Ice\n5. Maybe", ["Rest", "Ice", "5. Maybe"]),
        ("1) Rest\n\nA lot of it helps.\n\n2) Ice", ["Rest", "A lot of it helps.", "Ice"]),
        ("a) Rest\nb) Ice\nd) More", ["Rest", "Ice", "d) More"]),
        ("1. A\na) B\nb) C\n2. D", ["A", "B", "C", "D"]),
        ("10 mg at night is enough.", ["10 mg at night is enough."]),
    ],
)
def test_no_number_of_the_text_is_taken_for_a_count(text: str, said: list[str]) -> None:
    assert [piece[3] for piece in pieces(f"Gout\n\n{text}", "en")] == said


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("a line", "goes on", "a line goes on"),
        ("hyphen-", "ated", "hyphen-ated"),
        ("soft\u00ad", "ened", "softened"),
        ("B12-", "Mangel", "B12- Mangel"),
        ("痛风是一种", "疾病。", "痛风是一种疾病。"),
        ("尿酸，", "血液", "尿酸，血液"),
        ("维生素 B", "缺乏", "维生素 B 缺乏"),
        ("통풍은", "질환", "통풍은 질환"),
    ],
)
def test_join_lines(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("two words", 2), ("痛", 1), ("痛风是病", 2), ("维生素 B12 缺乏", 5), ("통풍은 질환", 2)],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2.1 Causes", "causes"),
        ("II. Causes", "causes"),
        ("B) Causes", "causes"),
        ("Vitamin C", "vitamin c"),
        ("I. V. fluids", "v fluids"),
        ("COVID. Causes", "covid causes"),
        ("1000 patients", "1000 patients"),
    ],
)
def test_numbering_says_nothing(text: str, words: str) -> None:
    assert heading_words(text) == words


@given(st.text())
@example("000:0")
def test_numbering_is_all_that_is_left_out(text: str) -> None:
    assert normalise(text).endswith(heading_words(text))
