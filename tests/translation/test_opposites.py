"""What is turned into its opposite is a doubt; what is said in another way, or not at all, isn't this check's business.

Most of it is in the corpora: `mistranslations/sixth` has these mistakes and sentences that nearly look like them.
"""

from __future__ import annotations

import pytest

from tests.translation.checking import ERROR, WARNING, check
from translation.checks.language import language_of, languages_with_words
from translation.findings import Kind, Remark


def reversed_in(source: str, target: str, locale: str = "nl", *, critical: bool = True) -> list[Remark]:
    remarks = check(source, target, locale, critical=critical)
    return [remark for remark in remarks if remark.kind is Kind.OPPOSITE]


def test_a_remark_says_what_became_what() -> None:
    (remark,) = reversed_in("Take it before meals.", "Neem het na de maaltijd.")
    assert remark.message == "“before” of the source became “na” or the like: “neem het na de maaltijd”"
    assert (remark.severity, remark.doubt) == (ERROR, True)


def test_it_only_warns_where_nothing_can_harm() -> None:
    (remark,) = reversed_in("Pain in the left arm.", "Pijn in de rechterarm.", critical=False)
    assert remark.severity is WARNING


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "Take it before or after meals.", "Neem het na de maaltijd."),  # it says both: which is gone, who knows
        ("nl", "Take it before meals.", "Neem het voor of na de maaltijd."),
        ("nl", "Take it before meals.", "Neem het voor de maaltijd, niet na afloop."),  # “voor” may be it
        ("nl", "Take it before meals.", "Neem het op een lege maag."),
        ("nl", "Take it before meals.", "Neem het bij de maaltijd."),
        ("nl", "He left the hospital.", "Hij ging naar huis."),
        ("nl", "Avoid alcohol and do not smoke.", "Vermijd alcohol en rook niet."),
        ("de", "Avoid alcohol and do not smoke.", "Vermeiden Sie Alkohol und rauchen Sie nicht."),
        ("sv", "Take it before meals.", "Ta det efter maten."),  # no word list
        ("es", "The lymph nodes under the arm.", "La mayoría de los ganglios de la axila."),  # none of “mayor de”
    ],
)
def test_what_may_be_right(locale: str, source: str, target: str) -> None:
    assert reversed_in(source, target, locale) == []


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("nl", "Vermijd alcohol niet."),
        ("es", "No evite el alcohol."),
        ("de", "Vermeiden Sie Alkohol nicht."),
        ("fr", "N’évitez pas l’alcool."),
        ("ar", "لا تتجنب الكحول."),
    ],
)
def test_a_not_that_came_to_another(locale: str, target: str) -> None:
    assert reversed_in("Avoid alcohol.", target, locale)


def test_each_sentence_for_itself() -> None:
    source = "Take one before breakfast. Take the other after dinner."
    assert reversed_in(source, "Neem er één na het ontbijt. Neem de andere vóór het avondeten.")
    assert not reversed_in(source, "Neem er één vóór het ontbijt. Neem de andere na het avondeten.")


@pytest.mark.parametrize("tag", sorted(languages_with_words()))
def test_every_language_has_both_sides_of_the_same_pairs(tag: str) -> None:
    poles = {name: frozenset(found.poles) for name, found in language_of(tag).opposites.items()}
    assert poles == {name: frozenset(found.poles) for name, found in language_of("en").opposites.items()}


def test_change_and_not_are_two_words_in_arabic() -> None:
    assert check("Change your position often.", "غيّر وضعيتك كثيرًا.", "ar") == []
    assert check("Change your position often.", "غَيِّر وضعيتك كثيرًا.", "ar") == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Take it 2 hours before or 4 hours after milk.", "Neem het 2 uur na of 4 uur vóór melk.", True),
        ("Take it 2 hours before or 4 hours after milk.", "Neem het 2 uur voor of 4 uur na melk.", False),
        ("Take it two hours before or 4 hours after milk.", "Neem het 2 uur na of vier uur voor melk.", True),
        ("Take it an hour before or 2 hours after milk.", "Neem het een uur na of 2 uur voor melk.", True),
        ("Take it 2 hours before or after milk.", "Neem het 2 uur na of voor melk.", True),  # both, yet in doubt
        ("Do not eat 2 hours before or after.", "Eet de 2 uur ervoor en erna niet.", False),
        (
            "It takes 4 weeks before you notice, not after a day.",
            "U merkt het 4 weken na de start, niet na een dag.",
            False,
        ),
    ],
)
def test_a_time_on_the_other_side(source: str, target: str, found: bool) -> None:
    """One that can't be told from the sentence, for it has both words."""
    assert bool(reversed_in(source, target)) is found


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (
            "Take 2 mg per kg a day for 6 weeks.",
            "Neem 6 weken lang 2 mg per kg per week.",
            "“a day” of the source became “per week” or the like: “neem 6 weken lang 2 mg per kg per week.”",
        ),
        ("Take 2 mg per kg a day for 6 weeks.", "Neem 6 weken lang dagelijks 2 mg per kg.", None),
        ("Take it every 24 hours for a week.", "Neem het een week lang, elke dag.", None),
        ("Take 2 mg a day, and see us every month.", "Neem 2 mg per dag, en kom maandelijks langs.", None),
    ],
)
def test_how_often_that_became_another(source: str, target: str, message: str | None) -> None:
    found = [remark.message for remark in check(source, target, "nl", critical=True) if remark.kind is Kind.UNIT]
    assert found == ([] if message is None else [message])


def test_the_longer_phrase_is_meant() -> None:
    assert reversed_in("Drink plenty of water.", "Drink niet te veel water.")
    assert reversed_in("Setting off, keep taking the tablets.", "Setzen Sie die Tabletten ab.", "de")
    assert not reversed_in("Keep taking the tablets.", "Setzen Sie die Tabletten nicht ab.", "de")
