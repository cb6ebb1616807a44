"""Under which letter a title stands, and in which order titles go, language by language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import alphabets
from pages.alphabets import letter_of, letters_of, named_letter, sort_key
from pages.languages import is_language_tag


@pytest.mark.parametrize(
    ("locale", "title", "letter"),
    [
        ("en", "Angina", "A"),
        ("en", "éclampsia", "E"),
        ("en", "“Quinsy”", "Q"),
        ("en", "5-alpha deficiency", "#"),
        ("en", "", "#"),
        ("en", "…", "#"),
        ("en", "Болезнь", "#"),
        ("nl", "ijzertekort", "I"),
        ("sv", "Åderbråck", "Å"),
        ("sv", "Öroninflammation", "Ö"),
        ("de", "Übelkeit", "U"),
        ("de-CH", "Äsche", "A"),
        ("da", "Åreknuder", "Å"),
        ("no", "Ødem", "Ø"),
        ("en", "Ødem", "O"),
        ("en", "Łódź", "L"),
        ("es", "Ñandú", "Ñ"),
        ("es-MX", "Úlcera", "U"),
        ("cs", "Chřipka", "CH"),
        ("cs", "Cukrovka", "C"),
        ("cs", "Úžeh", "U"),
        ("hu", "Dzsessz", "DZS"),
        ("hr", "Ljuskice", "LJ"),
        ("pl", "Łuszczyca", "Ł"),
        ("tr", "ishal", "İ"),
        ("tr", "Irin", "I"),
        ("tr", "ırk", "I"),
        ("ru", "ёмкость", "Е"),
        ("el", "Άσθμα", "Α"),
        ("ar", "التهاب الحلق", "ت"),
        ("ar", "أنفلونزا", "ا"),
        ("ar", "ألم", "ا"),
        ("ar", "آلام", "ا"),
        ("he", "ם", "מ"),
        ("ja", "ギックリ腰", "か"),
        ("ja", "パーキンソン病", "は"),
        ("ja", "頭痛", "#"),
        ("ko", "까치", "ㄱ"),
        ("ko", "당뇨병", "ㄷ"),
        ("ro", "Şold", "Ș"),  # with a cedilla, as old files have it
        ("da", "Aarebetændelse", "Å"),
        ("th", "ไข้", "ข"),
        ("zh-Hans", "糖尿病", "T"),
        ("zh-Hans", "癫痫", "D"),  # rarer characters
        ("zh-Hans", "痤疮", "C"),
        ("zh-Hans", "重症肌无力", "Z"),  # not chóng
        ("zh-Hant", "頭痛", "T"),
        ("zh-Hans", "感冒", "G"),
        ("zh-Hans", "COVID", "C"),
        ("sr-Latn", "Njuška", "NJ"),
        ("sr", "Њушка", "Њ"),
        ("xx", "Word", "W"),
    ],
)
def test_letter(locale: str, title: str, letter: str) -> None:
    assert letter_of(title, locale) == letter
    assert letter in letters_of(locale)


@pytest.mark.parametrize(
    ("locale", "ordered"),
    [
        ("en", ["2 colds", "3 colds", "Angina", "angina pectoris", "Éclampsia", "eczema", "Zoster"]),
        ("sv", ["Astma", "Zoster", "Åderbråck", "Ätstörning", "Öra"]),
        ("de", ["Asthma", "Ätze", "Azidose", "Ödem", "Zoster"]),
        ("es", ["Nube", "Ñandú", "Ojo"]),
        ("cs", ["Cukrovka", "Hepatitida", "Chřipka", "Infarkt"]),
        ("da", ["Zoster", "Ærte", "Ødem", "Åre"]),
        ("tr", ["Irin", "İshal", "Kanser"]),
        ("en", ["resume", "resumé", "résumé", "resumes"]),
        ("ar", ["التهاب", "حمى", "السعال", "صداع"]),
        ("zh-Hans", ["癌症", "COVID", "感冒", "关节炎", "西尼罗热", "线虫病"]),  # xi before xian
    ],
)
def test_order(locale: str, ordered: list[str]) -> None:
    shuffled = ordered[1::2] + ordered[::2]
    assert sorted(shuffled, key=lambda title: sort_key(title, locale)) == ordered


@given(st.text(), st.sampled_from(["en", "nl", "ar", "zh-Hans", "ja", "ko", "tr", "cs", "sr-Latn", "xx-Yyyy"]))
def test_any_title_has_a_letter_and_a_key(title: str, locale: str) -> None:
    title = title.encode(errors="ignore").decode()
    assert letter_of(title, locale) in letters_of(locale)
    assert len(sort_key(title, locale)) <= 130


@given(st.lists(st.text(alphabet="AaÅåÄBbZzÉ é1-", min_size=1), min_size=2, max_size=6), st.sampled_from(["en", "sv"]))
def test_letters_go_in_the_order_of_the_list(titles: list[str], locale: str) -> None:
    letters = letters_of(locale)
    ordered = [letter_of(title, locale) for title in sorted(titles, key=lambda title: sort_key(title, locale))]
    ranks = [letters.index(letter) for letter in ordered if letter != "#"]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("locale", "name", "letter"),
    [
        ("en", "m", "M"),
        ("tr", "i", "İ"),
        ("tr", "ı", "I"),
        ("cs", "Ch", "CH"),
        ("en", "#", "#"),
        ("en", "Å", None),
        ("sv", "å", "Å"),
        ("en", "", None),
        ("en", "mm", None),
    ],
)
def test_named_letter(locale: str, name: str, letter: str | None) -> None:
    assert named_letter(name, locale) == letter


def test_the_data() -> None:
    data = json.loads((Path(alphabets.__file__).parent / "alphabets.json").read_text(encoding="utf-8"))
    for tag, letters in data.items():
        assert tag == "" or is_language_tag(tag)
        assert len(set(letters.split())) == len(letters.split()), tag
