"""What can be wrong with the words of a translation: tables by language, and whatever text comes in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translation.checks.amounts import amounts_of
from translation.checks.glossary import Term
from translation.checks.language import emergency_numbers, fold, language_of, languages_with_words, units
from translation.checks.links import addresses
from translation.checks.numerals import read_numerals
from translation.checks.words import check_words
from translation.findings import Kind, Remark, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
LONG = "Ask your doctor for advice first if you are pregnant, and tell your midwife that you did."


def check(source: str, target: str, locale: str = "nl", *, critical: bool = True, rich: bool = False) -> list[Remark]:
    """The remarks on a translation from English."""
    return list(
        check_words(source, target, source_locale="en", target_locale=locale, rich=rich, critical=critical, terms=TERMS)
    )


TERMS = (
    Term("nl", "platelet", ("bloedplaatje", "trombocyt"), ("plaatje",)),
    Term("de", "doctor", ("Arzt",)),
    Term("ar", "platelet", ("صفيحة", "صفائح")),
)


# --- numbers by themselves ------------------------------------------------------------------------------------------


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


# --- numbers in a translation ---------------------------------------------------------------------------------------


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


def test_a_range_shares_its_unit() -> None:
    found = amounts_of("5 to 10 mg", language_of("en"))
    assert [(str(a.value), a.unit, a.shares_unit) for a in found] == [("5", "mg", True), ("10", "mg", False)]


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        # emergency numbers
        ("nl", "Call 112.", "Bel 112.", []),
        ("nl", "Call 999.", "Bel 112.", [(Kind.EMERGENCY_NUMBER, ERROR)]),
        ("nl", "Call 999.", "Bel uw arts.", [(Kind.EMERGENCY_NUMBER, ERROR)]),
        ("nl", "Call 15 or 112.", "Bel 112.", [(Kind.EMERGENCY_NUMBER, ERROR)]),
        ("ar", "Call 998.", "اتصل على ٩٩٨.", []),
        ("nl", "Call an ambulance.", "Bel 112 voor een ambulance.", [(Kind.EMERGENCY_NUMBER, WARNING)]),
        ("nl", "Call a doctor within 15 minutes.", "Bel binnen 15 minuten een arts.", []),
        ("nl", "Call a doctor within 15 minutes.", "Bel binnen 15 weken een arts.", [(Kind.UNIT, ERROR)]),
        # negation
        ("ar", "Both types need it.", "يحتاجه كلا النوعين.", []),
        ("nl", "Do not stop.", "Stop er niet mee.", []),
        ("nl", "Do not drive.", "Rijd auto.", [(Kind.NEGATION, ERROR)]),
        ("nl", "Drive.", "Rijd niet.", [(Kind.NEGATION, WARNING)]),
        ("nl", "No more than two.", "Hooguit twee.", []),
        ("nl", "Rest. Do not drive.", "Rust niet. Rijd auto.", [(Kind.NEGATION, WARNING)]),
        ("de", "Do not use.", "Verwenden Sie keine.", []),
        ("de", "not safe", "sicher", [(Kind.NEGATION, ERROR)]),
        ("fr", "Do not drive.", "Ne conduisez pas.", []),
        ("fr", "Do not drive.", "Ne conduisez plus.", []),
        ("fr", "Do not drive.", "Conduisez.", [(Kind.NEGATION, ERROR)]),
        ("fr", "It is safe.", "Il est sans danger.", []),
        ("fr", "It is not safe.", "Il est sans danger.", [(Kind.NEGATION, ERROR)]),
        ("fr", "Only in hospital.", "Ne se donne qu’à l’hôpital.", []),
        ("es", "Not only the skin.", "No solo la piel.", []),
        ("ar", "Do not drive.", "ولا تقُد السيارة.", []),
        ("ar", "Take it without food.", "تناوله بدون طعام.", []),
        ("ar", "Take it without food.", "تناوله مع الطعام.", [(Kind.NEGATION, ERROR)]),
        ("sv", "Do not drive.", "Kör bil.", []),  # no word list
        # urgency
        ("nl", "Call a doctor at once.", "Bel meteen een arts.", []),
        ("nl", "Call a doctor at once.", "Bel een arts.", [(Kind.URGENCY, WARNING)]),
        ("ar", "Danger: do not drink.", "خطر: لا تشرب.", []),
        # addresses
        ("nl", "See www.who.int.", "Zie www.who.int!", []),
        ("nl", "See https://who.int/en/", "Zie https://who.int/nl/", [(Kind.URL, WARNING)]),
        ("nl", "See https://who.int/", "Zie https://who.example/", [(Kind.URL, ERROR)]),
        ("nl", "Write to a@who.int.", "Schrijf ons.", [(Kind.URL, ERROR)]),
        ("nl", "Write to us.", "Schrijf a@who.int.", [(Kind.URL, WARNING)]),
        ("nl", "See https://who.int/123", "Zie https://who.int/123", []),
        # the end, and all of it
        ("nl", "Why?", "Waarom.", [(Kind.PUNCTUATION, WARNING)]),
        ("ar", "Why?", "لماذا؟", []),
        ("fr", "Why?", "Pourquoi\u202f?", []),
        ("zh-Hans", "Rest.", "休息。", []),
        ("nl", "Rest!", "Rust.", []),
        ("nl", "Rest.", "Rust", [(Kind.PUNCTUATION, WARNING)]),
        ("nl", LONG, "Bel.", [(Kind.SHORT, ERROR)]),
        ("zh-Hans", LONG, "怀孕时请先咨询医生并告诉助产士。", []),
        # glossary
        ("nl", "Platelets are low.", "Er zijn weinig bloedplaatjes.", []),
        ("nl", "Platelets are low.", "Er zijn weinig cellen.", [(Kind.GLOSSARY, ERROR)]),
        ("nl", "Platelets are low.", "Weinig trombocyten, of plaatjes.", [(Kind.GLOSSARY, ERROR)]),
        ("nl", "A plateletless state.", "Een toestand.", []),
        ("de", "Ask your doctors.", "Fragen Sie Ihre Ärzte.", []),
        ("de", "Ask your doctor.", "Fragen Sie jemanden.", [(Kind.GLOSSARY, ERROR)]),
        ("ar", "Platelets are low.", "عدد الصفائح منخفض.", []),
        ("es", "Platelets are low.", "Hay pocas células.", []),  # the term is another language's
        # characters
        ("nl", "Rest.", "Rust\x1b.", [(Kind.CONTROL, ERROR)]),
        ("nl", "Rest.", "\u202eRust.", [(Kind.CONTROL, ERROR)]),
        ("nl", "Rest.", "\u202bRust.", [(Kind.BIDI, ERROR)]),
        ("nl", "Rest.", "\u2067Rust\u2069.", []),
        ("nl", "Rest.", "\u200eRust.", []),
        ("nl", LONG, LONG, [(Kind.SAME_AS_SOURCE, ERROR)]),
        ("nl", "Ibuprofen", "Ibuprofen", []),
    ],
)
def test_words(locale: str, source: str, target: str, found: list[tuple[Kind, Severity]]) -> None:
    remarks = [(r.kind, r.severity) for r in check(source, target, locale)]
    if source is LONG:  # other checks have more to say of these
        remarks = remarks[: len(found)]
    assert remarks == found


@pytest.mark.parametrize(
    ("source", "target"), [("In 3 of 4", "In 3 van 5"), ("50 mg", "50 g"), ("Do not go.", "Ga."), ("Call 999", "Bel")]
)
def test_what_may_be_right_only_warns_elsewhere(source: str, target: str) -> None:
    (remark,) = check(source, target, critical=False)
    assert remark.severity is WARNING


def test_rich_text_is_read_without_its_tags() -> None:
    assert check('<a id="1">Rest</a> 2', '2 <a id="1">rust</a>', rich=True) == []
    assert check("10<sup>9</sup>/L", "10<sup>9</sup>/l", rich=True) == []
    assert [r.kind for r in check("10<sup>9</sup>/L", "109/l", rich=True)] == [Kind.NUMBER]


def test_a_remark_says_what_was_changed() -> None:
    assert [r.message for r in check("Take 50 mg.", "Neem 50 g.")] == ["50 mg became 50 g in “neem 50 g.”"]
    assert [r.message for r in check("Take 1.5.", "Neem 1.5.")] == ["1.5: the decimal sign of nl is “,”"]


def test_an_address_ends_where_the_sentence_does() -> None:
    assert addresses("(see www.who.int/a, or info@who.int).") == ["www.who.int/a", "info@who.int"]


# --- the data -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["ar", "de", "en", "es", "fr", "nl"])
def test_the_data_of_a_language(tag: str) -> None:
    language = language_of(tag)
    assert tag in languages_with_words()
    assert {Decimal(n) for n in range(2, 11)} <= set(language.numbers.values())
    assert language.negation
    assert language.calls
    known = set(units().symbols)
    assert {"mg", "g", "ml", "hour", "day", "week", "month", "year", "%", "IU"} <= set(language.units.values())
    assert set(language.units.values()) - known <= {"day", "week", "month", "year"}
    assert units().doses <= known


def test_a_region_has_the_words_of_its_language_and_its_own_signs() -> None:
    assert language_of("de-CH").numbers == language_of("de").numbers
    assert (language_of("de-CH").decimal, language_of("de").decimal) == (".", ",")


def test_the_best_known_emergency_numbers_are_known() -> None:
    assert {"112", "999", "911", "998", "997", "15", "18", "144"} <= emergency_numbers()


# --- whatever comes in ----------------------------------------------------------------------------------------------

LOCALES = ["en", "nl", "es", "ar", "de", "fr", "sv", "zh-Hans"]
WORDS = """not never no 2 1,000 1.5 1 500 mg 50% ½ ٠٫٥ 8:30 17.00 call 112 +31 20 123 12/05/2024 3rd two half www.x.y
a@b.c ne pas plus niet geen لا ولا إلا غير at once . ? ! ; : – ' ’ \u202f \u2067 \u2069 ( ) 12.3.4 9,9,9 ٬ ٫ à h °C"""
sentences = st.lists(st.sampled_from(WORDS.split(" ")), max_size=12).map(" ".join)


@settings(deadline=None)
@given(st.text() | sentences, st.text() | sentences, st.sampled_from(LOCALES), st.sampled_from(LOCALES), st.booleans())
@example("0" * 5000, "1." * 3000, "en", "nl", True)
@example("n'" + "a" * 5000, "ne " * 3000, "fr", "fr", True)
@example("+1 " * 2000, "1 000 " * 2000, "en", "fr", False)
def test_no_text_is_too_much(source: str, target: str, one: str, other: str, rich: bool) -> None:
    remarks = check_words(source, target, source_locale=one, target_locale=other, rich=rich, critical=True, terms=TERMS)
    assert all(isinstance(remark, Remark) for remark in remarks)


@settings(deadline=None)
@given(st.text() | sentences, st.sampled_from(LOCALES))
def test_a_text_says_what_it_says(text: str, locale: str) -> None:
    remarks = check_words(text, text, source_locale=locale, target_locale=locale, rich=False, critical=True)
    assert {remark.kind for remark in remarks} <= {Kind.SAME_AS_SOURCE, Kind.BIDI}
