"""What is told to an editor of the words of a document, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.doubts import Said, check_doubts, is_slip


def doubts(*texts: str, language: str = "en") -> list[tuple[str, str]]:
    said = [Said(text, line) for line, text in enumerate(texts, start=1)]
    return [(flag.kind.value, flag.where) for flag in check_doubts(said, language)]


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("It hurts.Take rest.", "lost_space", "hurts.Take"),
        ("Rest,ice and sleep.", "lost_space", "Rest,ice"),
        ("The stomach, the lining, well known: the stomachliningknown.", "lost_space", "stomachliningknown"),
        ("It takes 10-5 days.", "number", "10-5"),
        ("It takes 14 – 7 days.", "number", "14 – 7"),
        ("In 150% of patients.", "number", "150%"),
        ("In %50 of patients.", "number", "%50"),
        ("Take 1..5 mg.", "number", "1..5"),
        ("Take 0.5.5 mg.", "number", "0.5.5"),
        ("Take it it with water.", "typo", "it it"),
        ("The the dose.", "typo", "the the"),
        ("Write to j.smith@clinic.example today.", "personal_data", "j.smith@clinic.example"),
        ("Call Ann on 020 7946 0958.", "personal_data", "020 7946 0958"),
        ("Call +44 20 7946 0958.", "personal_data", "+44 20 7946 0958"),
    ],
)
def test_told(text: str, kind: str, where: str) -> None:
    assert (kind, where) in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "It hurts. Take rest, e.g. in bed at 10 p.m. or so.",
        "See www.clinic.example or https://clinic.example/a.B and clinic.org.",
        "Take 1.5 mg, 1,000 mg or 1,000.50 mg.",
        "From 1998-99 and 2001–2005, for 5-10 days.",
        "It rose by 150%.",
        "He had had it. That that is wrong.",
        "Call 112, 0800 123 456 789 or 1-800-232-4636.",
        "On 2.4.2022 at 10.30, part 1.2.3.",
        "ICD-10 codes M10-M14, vitamin B12-6.",
        "Bradykardie und Tachykardie.",
    ],
)
def test_left_alone(text: str) -> None:
    assert doubts(text) == []


def test_a_range_that_was_turned_around_where_text_runs_to_the_left() -> None:
    assert doubts("خلال 10-7 أيام", language="ar") == [("reversed_digits", "10-7")]
    assert doubts("خلال 7-10 أيام، أي %50", language="ar") == []


def test_compounds_are_words() -> None:
    text = "Die Schleimhaut, die Entzündung: die Schleimhautentzündung."
    assert doubts(text, language="de") == []
    assert doubts(text, language="en") == [("lost_space", "Schleimhautentzündung")]


def test_a_word_that_is_nearly_the_usual_one() -> None:
    usual = "Gastritis hurts. " * 4
    assert doubts(usual, "Gasrtitis is common.") == [("typo", "Gasrtitis")]
    assert doubts(usual, "Gasstritis is common.") == [("typo", "Gasstritis")]
    assert doubts(usual, "Gastritic is no slip.") == []


@pytest.mark.parametrize(
    ("word", "usual", "slip"),
    [
        ("diagnosed", "diagnosis", False),
        ("diagnoses", "diagnosis", False),
        ("daignosis", "diagnosis", True),
        ("dignosis", "diagnosis", True),
        ("diiagnosis", "diagnosis", True),
        ("diegnosis", "diagnosis", True),
        ("present", "prevent", False),
        ("abduction", "adduction", True),
        ("xiagnosis", "diagnosis", False),
    ],
)
def test_slips(word: str, usual: str, slip: bool) -> None:
    assert is_slip(word, usual) is slip


@given(st.lists(st.text(), max_size=4), st.sampled_from(["en", "ar", "de", "xx-Yyyy"]))
def test_nothing_raises(texts: list[str], language: str) -> None:
    doubts(*texts, language=language)
