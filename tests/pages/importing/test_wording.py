"""Wordings are the same when their words are."""

import pytest

from pages.importing.wording import ends_sentence, fold, heading_words, is_question, normalise


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


@pytest.mark.parametrize(
    ("text", "ends"), [("It hurts.", True), ("痛い。", True), ("Pain", False), ("such as:", False)]
)
def test_sentence_end(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends
    assert not is_question(text)
