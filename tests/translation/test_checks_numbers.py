"""What the checks of words know of numbers: by themselves in each language, and in a translation with their units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.checking import ERROR, WARNING, check
from translation.checks.amounts import amounts_of
from translation.checks.folding import fold
from translation.checks.language import language_of
from translation.checks.numerals import read_numerals
from translation.findings import Kind, Severity


@pytest.mark.parametrize(
    ("locale", "written", "values"),
    [
        ("en", "1,000", "1000"),
        ("en", "1,000.5", "1000.5"),
        ("en", "1.000", "1"),
        ("en", "0.5", "0.5"),
        ("en", "1,5", "1.5"),
        ("en", "1,000,000", "1000000"),
        ("en-IN", "1,00,000", "100000"),
        ("nl", "1,000", "1"),
        ("nl", "1.000", "1000"),
        ("nl", "1.000,5", "1000.5"),
        ("nl", "0,5", "0.5"),
        ("nl", "0.5", "0.5"),
        ("nl", "0.500", "0.5"),
        ("nl", "1 000", "1000"),
        ("nl", "12.05.2024", "12 5 2024"),
        ("nl", "2021 500", "2021 500"),
        ("es", "1.000", "1000"),
        ("es", "1 000", "1000"),
        ("es", "1000", "1000"),
        ("es", "1.5", "1.5"),
        ("es-MX", "1,000", "1000"),
        ("fr", "1 000,5", "1000.5"),
        ("fr", "1\u202f000", "1000"),
        ("fr", "1.000", "1000"),
        ("de-CH", "1’000.5", "1000.5"),
        ("de", "1'000", "1000"),
        ("ar", "١٬٠٠٠٫٥", "1000.5"),
        ("ar", "٠٫٥", "0.5"),
        ("ar", "٠,٥", "0.5"),
        ("ar", "1,000", "1000"),
        ("ar", "1000", "1000"),
        ("hi", "५०", "50"),
        ("fa", "۱٬۵۰۰", "1500"),
        ("sv", "1 000", "1000"),
    ],
)
def test_a_number_is_worth_what_its_language_says(locale: str, written: str, values: str) -> None:
    found = read_numerals(fold(written), language_of(locale))
    assert [numeral.value for numeral in found] == [Decimal(value) for value in values.split()]


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["en", "nl", "es", "de", "de-CH", "pt-BR", "ar"]))
def test_a_number_is_the_same_however_it_is_written(number: Decimal, locale: str) -> None:
    language = language_of(locale)
    whole, _, fraction = f"{number:,.2f}".partition(".")
    written = whole.replace(",", language.group) + language.decimal + fraction
    arabic = written.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for text in (written, arabic, f"{number:f}".replace(".", language.decimal)):
        assert [numeral.value for numeral in read_numerals(fold(text), language)] == [number]


# --- numbers in a translation -------------------------------------------------------------------------------------


RIGHT = [
    ("nl", "1,000 mg", "1.000 mg"),
    ("nl", "1,000 mg", "1000 mg"),
    ("nl", "1,000 mg", "1\u202f000 mg"),
    ("ar", "1,000 mg", "١٬٠٠٠ ملغ"),
    ("ar", "0.5 ml", "٠٫٥ مل"),
    ("es", "0.5 ml", "0.5 ml"),
    ("de-CH", "1,500.5 g", "1’500.5 g"),
    ("nl", "Take two.", "Neem er 2."),
    ("nl", "2 tablets", "twee tabletten"),
    ("nl", "Take one tablet.", "Neem één tablet."),
    ("nl", "Take 1 tablet.", "Neem een tablet."),
    ("ar", "Take 2 tablets.", "تناول قرصين."),
    ("ar", "Take 1 tablet.", "تناول قرصًا."),
    ("nl", "twice a day", "2 keer per dag"),
    ("nl", "half a tablet", "½ tablet"),
    ("nl", "1½ tablets", "anderhalve tablet"),
    ("nl", "18–65", "18 tot en met 65"),
    ("nl", "18 to 65 mg", "18-65 mg"),
    ("nl", "5, 10 or 20 mg", "5, 10 of 20 mg"),
    ("nl", "at 08:30", "om 8.30 uur"),
    ("nl", "at 8 pm", "om 20.00 uur"),
    ("fr", "at 5:00 p.m.", "à 17 h"),
    ("fr", "at 08:30", "à 8 h 30"),
    ("nl", "on 12/05/2024", "op 12 mei 2024"),
    ("de", "on 2024-05-12", "am 12.05.2024"),
    ("nl", "the 3rd day", "de derde dag"),
    ("nl", "COVID-19", "corona"),
    ("nl", "vitamin B12", "vitamine B12"),
    ("nl", "ICD-10 1.2.3", "ICD-10 1.2.3"),
    ("nl", "Tel. 0800 123 4567", "Tel. 0800-1234567"),
    ("nl", "take 1 500 mg tablet", "neem 1 tablet van 500 mg"),
    ("nl", "100.4 °F", "38 °C"),
    ("nl", "38 °C (100.4 °F)", "38 °C"),
    ("nl", "1 g", "1000 mg"),
    ("nl", "24 hours", "24 uur"),
    ("ar", "50% of people", "٪٥٠ من الناس"),
    ("ar", "50% of people", "50 في المئة من الناس"),
    ("fr", "5% of people", "5\u202f% des gens"),
    ("tr", "50% of people", "%50"),
    ("nl", "50 µg", "50 mcg"),
    ("de", "800 IU", "800 I.E."),
    ("nl", "10-day course", "kuur van 10 dagen"),
    ("nl", "5 mmol/L", "5 mmol/l"),
]


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_a_right_number_raises_nothing(locale: str, source: str, target: str) -> None:
    assert check(source, target, locale) == []


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("nl", "Take 50 mg.", "Neem 500 mg.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take 50 mg.", "Neem de dosis.", [(Kind.NUMBER, ERROR)]),
        ("nl", "2 or 2 more", "2 of meer", [(Kind.NUMBER, ERROR)]),
        ("nl", "1,000 mg", "1,000 mg", [(Kind.NUMBER, ERROR)]),
        ("nl", "1.500 mg", "1.500 mg", [(Kind.NUMBER, ERROR)]),
        ("nl", "1.5 mg", "15 mg", [(Kind.NUMBER, ERROR)]),
        ("nl", "1.5 mg", "1.5 mg", [(Kind.NUMBER, WARNING)]),
        ("es", "1,000 mg", "1,000 mg", [(Kind.NUMBER, ERROR)]),
        ("nl", "1,000,000 people", "1,000,000 mensen", [(Kind.NUMBER, WARNING)]),
        ("nl", "Take two tablets.", "Neem drie tabletten.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take one tablet.", "Neem tien tabletten.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take one tablet.", "Neem 10 tabletten.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take 1 tablet.", "Neem een 10 tabletten.", [(Kind.NUMBER, ERROR)]),
        ("ar", "Take 2 tablets.", "تناول 3 أقراص.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take tablets.", "Neem 3 tabletten.", [(Kind.NUMBER, WARNING)]),
        ("nl", "vitamin B12", "vitamine B6", [(Kind.NUMBER, ERROR)]),
        ("nl", "at 08:30", "om 9.30 uur", [(Kind.NUMBER, ERROR)]),
        ("nl", "on 12/05/2024", "op 13-05-2024", [(Kind.NUMBER, ERROR)]),
        ("nl", "18 to 65", "16 tot 65", [(Kind.NUMBER, ERROR)]),
        ("sv", "Take 3 tablets.", "Ta tre tabletter.", [(Kind.NUMBER, WARNING)]),
        ("sv", "Take 3 tablets.", "Ta 4 tabletter.", [(Kind.NUMBER, ERROR)]),
        ("nl", "Take 50 mg.", "Neem 50 µg.", [(Kind.UNIT, ERROR)]),
        ("nl", "Take 50 mg.", "Neem 50 g.", [(Kind.UNIT, ERROR)]),
        ("ar", "Take 50 mg.", "تناول 50 غرامًا.", [(Kind.UNIT, ERROR)]),
        ("nl", "Take 50 mg.", "Neem er 50.", [(Kind.UNIT, ERROR)]),
        ("nl", "5%", "5 °C", [(Kind.UNIT, ERROR)]),
        ("nl", "for 3 days", "3 weken lang", [(Kind.UNIT, ERROR)]),
        ("nl", "two weeks", "twee maanden", [(Kind.UNIT, ERROR)]),
        ("fr", "2 hours", "2 minutes", [(Kind.UNIT, ERROR)]),
    ],
)
def test_a_wrong_number(locale: str, source: str, target: str, found: list[tuple[Kind, Severity]]) -> None:
    assert [(r.kind, r.severity) for r in check(source, target, locale)] == found


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("nl", "2 tablets of 500 mg", "500 tabletten van 2 mg", [ERROR]),
        ("sv", "2 tablets of 500 mg", "500 tabletter på 2 mg", [ERROR]),  # symbols of units are everybody's
        ("sv", "2 tablets twice", "2 tabletter", []),
        ("nl", "every 6 hours, at most 4 a day", "elke 4 uur, hoogstens 6 per dag", [ERROR]),
        ("nl", "one tablet twice a day", "twee tabletten eenmaal per dag", [ERROR]),
        ("nl", "one tablet twice a day", "2 keer per dag een tablet", []),
        ("fr", "two tablets once a day", "un comprimé deux fois par jour", [ERROR]),
        ("ar", "two tablets once a day", "قرص واحد مرتين في اليوم", [ERROR]),
        ("ar", "two tablets once a day", "قرصان مرة واحدة في اليوم", []),
        ("ar", "one tablet twice a day", "قرصان مرة واحدة في اليوم", [ERROR]),
        ("nl", "half a tablet once, then 1 tablet", "eenmaal een halve tablet, dan 1 tablet", []),
        ("nl", "1 in the morning, 2 tablets at night", "'s ochtends 1 tablet, 's avonds 2", [WARNING]),
        ("nl", "500 mg, at most 3000 mg a day", "3000 mg, hoogstens 500 mg per dag", [WARNING]),
        ("nl", "500 mg, at most 3000 mg a day", "500 mg, hoogstens 3 g per dag", []),
        ("nl", "2 weeks, then 14 tablets", "14 dagen, dan 14 tabletten", []),
        ("nl", "2 weeks on, 21 days off, 3 doses", "14 dagen wel, 3 weken niet, 3 doses", []),
        ("nl", "one tablet and one capsule", "drie tabletten en een capsule", [ERROR]),
        ("nl", "2 weeks, then 2 doses", "14 dagen, dan 2 doses", []),
        ("nl", "5 mg, 10 mg or 20 mg", "5, 10 of 20 mg", []),
    ],
)
def test_numbers_that_changed_places(locale: str, source: str, target: str, found: list[Severity]) -> None:
    assert [r.severity for r in check(source, target, locale) if r.kind is Kind.NUMBER] == found


def test_a_range_shares_its_unit() -> None:
    found = amounts_of("5 to 10 mg", language_of("en"))
    assert [(str(a.value), a.unit, a.shares_unit) for a in found] == [("5", "mg", True), ("10", "mg", False)]


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("nl", "Take it once a week.", "Neem het eens per week.", "Neem het eens per dag."),
        ("nl", "Take 10 mg weekly.", "Neem elke week 10 mg.", "Neem dagelijks 10 mg."),
        ("nl", "Take 10 mg every day.", "Neem elke dag 10 mg.", "Neem elke week 10 mg."),
        ("nl", "Rest for a week.", "Rust een week.", "Rust een dag."),
        ("nl", "Take one tablet every other day.", "Neem om de dag één tablet.", "Neem elke dag één tablet."),
        ("nl", "Give 15 mg per kg.", "Geef 15 mg per kilo.", "Geef 15 mg."),
        ("es", "Take it once a week.", "Tómelo una vez a la semana.", "Tómelo una vez al día."),
        ("es", "Take one tablet every other day.", "Tome un comprimido cada dos días.", "Tome un comprimido cada día."),
        ("es", "Give 15 mg per kg.", "Dé 15 mg por kg.", "Dé 15 mg."),
        ("ar", "Take it once a week.", "تناوله مرة في الأسبوع.", "تناوله مرة في اليوم."),
        ("ar", "Give 15 mg per kg.", "أعط 15 مغ لكل كغ.", "أعط 15 مغ."),
        ("de", "Take it once a week.", "Nehmen Sie es einmal pro Woche ein.", "Nehmen Sie es einmal am Tag ein."),
        ("fr", "Take it once a month.", "Prenez-le une fois par mois.", "Prenez-le une fois par jour."),
    ],
)
def test_how_often_and_for_what_weight(locale: str, source: str, right: str, wrong: str) -> None:
    assert check(source, right, locale) == []
    (doubt,) = [remark for remark in check(source, wrong, locale) if remark.doubt]
    assert (doubt.kind, doubt.severity) == (Kind.UNIT, ERROR)


def test_a_unit_is_not_left_out() -> None:
    """Both numbers stand in both texts, once with the unit and once without."""
    source = "Take one tablet every 6 hours, but never more than 4 in 24 hours."
    found = check(source, "Neem elke 4 uur een tablet, maar nooit meer dan 6 per 24 uur.", "nl", critical=True)
    assert [(remark.kind, remark.severity) for remark in found] == [(Kind.NUMBER, ERROR)]
    assert check(source, "Neem elke 6 uur een tablet, maar nooit meer dan 4 per 24 uur.", "nl", critical=True) == []
