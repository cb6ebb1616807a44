"""Texts from before Unicode: what a file says of itself, and what its language was written in."""

from __future__ import annotations

import pytest

from pages.importing.decoding import decode

TEXTS = {
    "ru": "Подагра – это болезнь суставов. Причины: мочевая кислота. Лечение: покой, ЛФК и диета.",
    "uk": "Подагра – хвороба суглобів, її спричиняє сечова кислота.",
    "pl": "Ból stawów może być silny. Należy pić dużo wody i odpoczywać, żeby ulżyć objawom.",
    "ar": "النقرس مرض يصيب المفاصل ويسبب ألما شديدا في القدم",
    "el": "Η ουρική αρθρίτιδα είναι μια πάθηση των αρθρώσεων.",
    "tr": "Gut hastalığı eklemleri etkiler; ağrı şiddetlidir.",
    "zh": "痛风是一种关节疾病，会引起剧烈疼痛。",
    "ja": "痛風は関節の病気で、激しい痛みを引き起こします。",
    "ko": "통풍은 관절에 심한 통증을 일으키는 질환입니다.",
    "fr": "La goutte est une maladie très douloureuse – l’été aussi.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "windows-1251"),
        ("ru", "koi8-r"),
        ("ru", "cp866"),
        ("ru", "iso-8859-5"),
        ("uk", "windows-1251"),
        ("pl", "windows-1250"),
        ("pl", "iso-8859-2"),
        ("ar", "windows-1256"),
        ("ar", "iso-8859-6"),
        ("el", "windows-1253"),
        ("tr", "windows-1254"),
        ("zh", "gb18030"),
        ("ja", "cp932"),
        ("ja", "euc-jp"),
        ("ko", "cp949"),
        ("fr", "windows-1252"),
    ],
)
def test_by_the_language(language: str, encoding: str) -> None:
    text = TEXTS[language] if encoding.startswith("windows") else TEXTS[language].replace("–", "-")
    assert decode(text.encode(encoding), language)[0] == text


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=koi8-r>",
        "<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>",
        "<?xml version='1.0' encoding='koi8-r'?>",
    ],
)
def test_what_the_file_says_goes_first(head: str) -> None:
    text = head + "<p>Подагра"
    assert decode(text.encode("koi8-r"), "en") == (text, "koi8-r")


@pytest.mark.parametrize("head", ["<meta charset=latin1>", "<meta charset='iso-8859-1'>", "<meta charset=none>"])
def test_latin_1_is_windows_1252_as_in_all_browsers(head: str) -> None:
    assert decode(f"{head}10 € a day".encode("windows-1252"), "en")[0] == f"{head}10 € a day"


def test_utf_8_is_utf_8_whatever_it_says() -> None:
    assert decode("<meta charset=koi8-r>µg".encode(), "ru")[1] == "utf-8"
