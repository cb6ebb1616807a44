"""What can be wrong with the words of a translation: tables by language, the data, and whatever text comes in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.translation.checking import ERROR, TERMS, WARNING, check
from translation.checks.language import emergency_numbers, language_of, languages_with_words, units
from translation.checks.links import addresses
from translation.checks.words import check_words
from translation.findings import Kind, Remark, Severity

LONG = "Ask your doctor for advice first if you are pregnant, and tell your midwife that you did."


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
        ("nl", "Drive.", "Rijd niet.", [(Kind.NEGATION, ERROR)]),
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
        ("ar", "Take it without food.", "تناوله مع الطعام.", [(Kind.OPPOSITE, ERROR), (Kind.NEGATION, ERROR)]),
        ("sv", "Do not drive.", "Kör bil.", []),  # no word list
        # negation that can be said without a “not”
        ("nl", "It is not dangerous.", "Het is gevaarlijk.", [(Kind.NEGATION, ERROR)]),
        ("nl", "It is not dangerous.", "Het is ongevaarlijk.", []),
        ("nl", "It is not dangerous.", "Het is veilig.", []),
        (
            "nl",
            "It is not dangerous to swim, but do not dive.",
            "Zwemmen is veilig, maar duik.",
            [(Kind.NEGATION, ERROR)],
        ),
        ("nl", "Do not use it.", "Het is veilig.", [(Kind.NEGATION, ERROR)]),  # “safe” isn't close to any “not”
        ("fr", "It is dangerous.", "Il n’est pas dangereux.", [(Kind.NEGATION, ERROR)]),
        ("es", "It makes no difference.", "Da igual.", []),
        ("es", "It makes no difference.", "Es importante.", [(Kind.NEGATION, ERROR)]),
        ("nl", "Asked not to move.", "Gevraagd stil te liggen.", []),
        ("nl", "Asked not to take it.", "Gevraagd het te nemen.", [(Kind.NEGATION, ERROR)]),
        # what the source says too is no “not”
        ("nl", "Do not stop.", "Stop.", [(Kind.NEGATION, ERROR)]),
        ("nl", "Do not drive on your own.", "Rijd alleen.", [(Kind.NEGATION, ERROR)]),
        ("nl", "Do not drive on your own.", "Rijd niet alleen.", []),
        ("de", "Do not forget it.", "Vergessen Sie es.", [(Kind.NEGATION, ERROR)]),
        ("de", "Do not forget it.", "Denken Sie daran.", []),
        ("fr", "Remember it.", "Ne l’oubliez pas.", []),
        ("nl", "It is not uncommon.", "Het is ongewoon.", [(Kind.NEGATION, ERROR)]),
        ("ar", "It is done only if it does not fit.", "لا يُجرى إلا إذا كان هناك شك.", []),
        ("nl", "Do not sit for long, take short walks.", "Zit lang, maak korte wandelingen.", [(Kind.NEGATION, ERROR)]),
        # nobody can say
        ("nl", "Do not take it within an hour.", "Neem het slechts een uur later.", [(Kind.NEGATION, WARNING)]),
        ("nl", "Do not drive.", "Rijd zonder problemen.", [(Kind.NEGATION, WARNING)]),
        ("nl", "No doubt it helps.", "Helpt het?", [(Kind.PUNCTUATION, WARNING), (Kind.NEGATION, WARNING)]),
        # urgency
        ("nl", "Call a doctor at once.", "Bel meteen een arts.", []),
        ("nl", "Call a doctor at once.", "Bel een arts.", [(Kind.URGENCY, WARNING)]),
        ("ar", "Danger: do not drink.", "خطر: لا تشرب.", []),
        ("nl", "Dangerous, but not dangerous alone.", "Alleen is het ongevaarlijk.", [(Kind.URGENCY, WARNING)]),
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
        ("nl", "You may lose your sight.", "x.", [(Kind.SHORT, ERROR)]),
        ("nl", "You may lose your sight", "Blind", []),  # no end: it may be a name
        ("nl", "What you can do", "x", [(Kind.SHORT, ERROR)]),
        ("nl", "You may lose your sight one day", "we", [(Kind.SHORT, ERROR)]),
        ("nl", "Magnetic resonance imaging", "MRI", []),
        ("nl", "Magnetic resonance imaging or computed tomography scan", "MRI of CT", []),
        ("nl", "Is it serious?", "Erg?", []),
        ("zh-Hans", "You may lose your sight.", "您可能会失明。", []),
        ("zh-Hans", "You may lose your sight.", "您。", [(Kind.SHORT, ERROR)]),
        ("nl", LONG, LONG, [(Kind.SAME_AS_SOURCE, ERROR)]),
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
        ("nl", "Ibuprofen", "Ibuprofen", []),
    ],
)
def test_words(locale: str, source: str, target: str, found: list[tuple[Kind, Severity]]) -> None:
    assert [(r.kind, r.severity) for r in check(source, target, locale)] == found


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
    assert [r.message for r in check("Take 5 mg.", "Neem 50 mg.")] == ["5 mg became 50 mg in “neem 50 mg.”"]
    assert [r.message for r in check("In 5 or 6", "In 7 van 8")] == ["5, 6 of the source is not in “in 7 van 8”"]
    assert [r.message for r in check("In 5 hours", "In uren")] == ["5 of the source is not in “in uren”"]
    (remark,) = check("2 tablets of 500 mg", "500 tabletten van 2 mg")
    assert remark.message == "“2 tablets” became “500 tabletten” in “500 tabletten van 2 mg”"
    (remark,) = check("Adults: 2 ml. Children: 1 ml.", "Volwassenen: 1 ml. Kinderen: 2 ml.")
    assert remark.message == "the numbers of “ml” stand in another order, 1, 2: “volwassenen: 1 ml. kinderen: 2 ml.”"
    assert [r.message for r in check("Take 1.5.", "Neem 1.5.")] == ["1.5: the decimal sign of nl is “,”"]


def test_an_address_ends_where_the_sentence_does() -> None:
    assert addresses("(see www.who.int/a, or info@who.int).") == ["www.who.int/a", "info@who.int"]


# --- the data -----------------------------------------------------------------------------------------------------


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


def test_every_language_has_words_for_the_same_meanings_and_nouns() -> None:
    languages = [language_of(tag) for tag in ("ar", "de", "en", "es", "fr", "nl")]
    meanings = [{meaning for meaning, _ in language.meanings.values()} for language in languages]
    assert meanings == [meanings[0]] * 6
    nouns = {noun for language in languages for noun in language.counted_nouns.values()}
    assert [nouns - set(language.counted_nouns.values()) for language in languages if language.tag != "ar"] == [
        set()
    ] * 5
    known = nouns | set(languages[2].units.values())
    assert {noun for language in languages for _, noun in language.counted_values.values()} <= known


def test_a_region_has_the_words_of_its_language_and_its_own_signs() -> None:
    assert language_of("de-CH").numbers == language_of("de").numbers
    assert (language_of("de-CH").decimal, language_of("de").decimal) == (".", ",")


def test_the_best_known_emergency_numbers_are_known() -> None:
    assert {"112", "999", "911", "998", "997", "15", "18", "144"} <= emergency_numbers()


# --- whatever comes in --------------------------------------------------------------------------------------------

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
    languages = {"source_locale": one, "target_locale": other}
    remarks = check_words(source, target, **languages, rich=rich, critical=True, terms=TERMS.get(other, ()))
    assert all(isinstance(remark, Remark) for remark in remarks)


@settings(deadline=None)
@given(st.text() | sentences, st.sampled_from(LOCALES))
@example("000:CALL:000", "en")
@example("Take 112 mg and call 112.", "en")
def test_a_text_says_what_it_says(text: str, locale: str) -> None:
    remarks = check_words(text, text, source_locale=locale, target_locale=locale, rich=False, critical=True)
    assert {remark.kind for remark in remarks} <= {Kind.SAME_AS_SOURCE, Kind.BIDI}


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "Stop taking metformin if you are dehydrated.", "Stop niet met metformine als u uitgedroogd bent."),
        ("nl", "Stop smoking.", "Stop niet met roken."),
        ("ar", "Stop the tablets.", "لا توقف الأقراص."),
    ],
)
def test_a_not_that_came_in_before_a_stop(locale: str, source: str, target: str) -> None:
    assert (Kind.NEGATION, ERROR, True) in {(r.kind, r.severity, r.doubt) for r in check(source, target, locale)}
    assert (Kind.NEGATION, WARNING) in {(r.kind, r.severity) for r in check(source, target, locale, critical=False)}


@pytest.mark.parametrize("sign", ["\u200b", "\u2028", "\u2029", "\u2060", "\u3164", "\ufeff"])
def test_a_sign_that_hides_or_breaks_a_line(sign: str) -> None:
    assert [r.kind for r in check("Rest well.", f"Rust{sign} goed.")] == [Kind.CONTROL]
    assert check(f"Rest{sign} well.", f"Rust{sign} goed.") == []
