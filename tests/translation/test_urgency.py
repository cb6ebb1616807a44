"""“At once” is “immediately”, or “together” where an amount stands before it."""

from __future__ import annotations

import pytest

from translation.checks.words import check_words
from translation.findings import Kind

CALM = {
    "nl": "Neem er twee tegelijk.",
    "de": "Nehmen Sie zwei auf einmal.",
    "fr": "Prenez-en deux en une fois.",
    "es": "Tome dos juntos.",
}


def is_warned(source: str, locale: str) -> bool:
    found = check_words(source, CALM[locale], source_locale="en", target_locale=locale, rich=False, critical=True)
    return Kind.URGENCY in [remark.kind for remark in found]


@pytest.mark.parametrize("locale", CALM)
@pytest.mark.parametrize(
    "source",
    [
        "Take two at once.",
        "Take 2 at once.",
        "Take two tablets at once.",
        "Take 2 or 3 tablets at once.",
        "Do not take all your tablets at once.",
        "Use both inhalers at once.",
        "Do not use two or more medicines at once.",
        "Eat little, not everything at once.",
        "Take several at once",
        "Never take two different painkillers at once; ask first.",
    ],
)
def test_together(source: str, locale: str) -> None:
    assert not is_warned(source, locale)


@pytest.mark.parametrize("locale", CALM)
@pytest.mark.parametrize(
    "source",
    [
        "Call a doctor at once.",
        "Call 112 at once.",
        "Call 15 at once.",
        "Dial 999 at once.",
        "Take one tablet at once.",
        "Take a tablet at once.",
        "Take 75 mg at once.",
        "Take 300 at once.",
        "If you took two tablets, see a doctor at once.",
        "If you took two tablets see a doctor at once.",
        "Take two tablets and lie down at once.",
        "Stop all these tablets at once.",
        "Tell both your doctors at once.",
        "At once, take two.",
        "Take two at once. Call a doctor at once.",
        "Take two at once in an emergency.",
    ],
)
def test_immediately(source: str, locale: str) -> None:
    assert is_warned(source, locale)
