"""Wordings are the same when their words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.wording import ends_sentence, excerpt, fold, heading_words, is_question, last_words, normalise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t  smoke!", "don t smoke"),
        ("SELF-CARE", "self care"),
        ("¿Cuáles son los síntomas?", "cuales son los sintomas"),
        ("أسباب المرض", normalise("اسباب المرض")),
        ("**", ""),
    ],
)
def test_normalise(text: str, words: str) -> None:
    assert normalise(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("1. Causes", "causes"), ("2.1 Causes", "causes"), ("24 hours", "hours"), ("12", "12"), ("Causes 2", "causes 2")],
)
def test_numbering_is_no_wording(text: str, words: str) -> None:
    assert heading_words(text) == words


def test_fold_leaves_a_pattern_a_pattern() -> None:
    assert fold(r"\b(síntomas|Ärzte)\b.*") == r"\b(sintomas|arzte)\b.*"


@pytest.mark.parametrize("text", ["Why?", "لماذا؟", "¿Por qué?", "Why ? ", "“Why?”"])
def test_question(text: str) -> None:
    assert is_question(text)
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Go to “What causes it?”", 'See "Why?".', "Lesen Sie „Warum?“"])
def test_a_question_that_is_quoted_is_not_asked(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "ends"), [("It hurts.", True), ("痛い。", True), ("Pain", False), ("such as:", False)]
)
def test_sentence_end(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("", "", ""),
        ("one two", "one two", "one two"),
        ("one two three", "one two…", "…two three"),
        ("one  two  three", "one  two…", "…three"),
        ("oneandtwoandthree", "oneandtwo…", "…oandthree"),
    ],
)
def test_excerpts_end_between_words_and_say_that_they_are_some(text: str, begin: str, end: str) -> None:
    assert (excerpt(text, 10), last_words(text, 10)) == (begin, end)


@given(st.text(alphabet="ab ", max_size=30), st.integers(5, 20))
def test_an_excerpt_is_the_text_or_a_part_with_a_mark(text: str, most: int) -> None:
    begin, end = excerpt(text, most), last_words(text, most)
    assert len(begin) <= most
    assert len(end) <= most
    if len(text) <= most:
        assert begin == end == text
    else:
        assert begin[-1] == end[0] == "…"
        assert text.startswith(begin[:-1])
        assert text.endswith(end[1:])
