"""Words as they are searched: what a reader types finds what an editor wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.search_words import asked_code, asked_words, code_words, exact_word, fold, words_of


def found(query: str, text: str) -> bool:
    """What the databases do: each word asked for begins a word that is there."""
    there = list(words_of(text))
    asked = asked_words(query)
    return bool(asked) and all(any(word.startswith(beginning) for word in there) for beginning in asked)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("migr", "Migraine"),
        ("MENIERE", "Ménière’s disease"),
        ("ménière", "Meniere"),
        ("ménière disease", "Ménière’s disease"),
        ("angstrom", "Ångström"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("αρθριτιδα", "Αρθρίτιδα"),
        ("ёлка", "елка"),
        ("istanbul", "İSTANBUL"),
        ("ırk", "IRK"),
        ("حلق", "التهاب الحلق"),
        ("الحلق", "حلق"),
        ("والحلق", "التهاب الحلق"),
        ("انفلونزا", "أنفلونزا"),
        ("صدرية", "ذبحة صدريه"),
        ("مستشفى", "مستشفي"),
        ("الصُّداع", "صداع"),
        ("صـــداع", "صداع"),
        ("کودک", "كودك"),
        ("头痛", "头痛和发烧"),
        ("痛", "头痛"),
        ("发烧", "头痛和发烧"),
        ("頭", "頭痛"),
        ("ぎっくり", "ぎっくり腰"),
        ("腰痛", "ぎっくり腰痛"),
        ("ปวดหัว", "อาการปวดหัวมาก"),
        ("두통", "두통약"),
        ("हृदय", "हृदय रोग"),
        ("g43.9", "G43.9"),
        ("covid 19", "COVID-19"),
        ("sore-throat", "Sore throat"),
        ("5 mg", "5 mg"),
    ],
)
def test_found(query: str, text: str) -> None:
    assert found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("graine", "Migraine"),
        ("migraine aura", "Migraine"),
        ("痛头", "头痛"),
        ("", "Migraine"),
        ("...", "Migraine"),
        ("_", "_"),
        ("🤒", "🤒"),
        ("حلق", "قلب"),
    ],
)
def test_not_found(query: str, text: str) -> None:
    assert not found(query, text)


@given(st.text())
def test_whatever_was_written_is_found_by_itself(text: str) -> None:
    if asked_words(text):
        assert found(text, text)


@given(st.text())
def test_words_hold_nothing_that_a_database_would_read_as_its_own(text: str) -> None:
    for word in (*words_of(text), *asked_words(text), exact_word(text), *code_words("icd-10", text), *asked_code(text)):
        assert not set(word) & set(" \"'*():&|!<>\\-+^{}\0")
        assert word == fold(word)


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["icd-10", "icd-10-cm", "snomed-ct", "mesh"]))
def test_a_code_is_found_in_its_system_and_in_whichever(code: str, system: str) -> None:
    if asked_code(code):
        assert asked_code(code, system) == code_words(system, code)[:1]
        assert set(asked_code(code)) & set(code_words(system, code))


def test_no_more_words_than_needed() -> None:
    assert len(asked_words(" ".join(map(str, range(100))))) == 12
    assert asked_words("a a A") == ["a"]
