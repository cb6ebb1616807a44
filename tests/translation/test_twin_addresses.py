"""Where the same page lies in another language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.twin_addresses import twins_of

LOCALES = ["en", "nl", "pt-BR"]


@pytest.mark.parametrize(
    ("address", "locale", "twin"),
    [
        ("/old/gout.nl.html", "nl", "/old/gout.en.html"),
        ("/old/gout.nl.html", "nl", "/old/gout.html"),
        ("/old/gout_nl.html", "nl", "/old/gout.html"),
        ("/old/nl/gout.html", "nl", "/old/en/gout.html"),
        ("/old/nl/gout.nl.html", "nl", "/old/en/gout.en.html"),
        ("/old/PT-BR/gota.html", "pt-BR", "/old/en/gota.html"),
        ("https://nl.example.org/gout", "nl", "https://en.example.org/gout"),
        ("https://example.org/nl/gout/", "nl", "https://example.org/en/gout/"),
        ("https://example.org/page.php?id=3&lang=nl", "nl", "https://example.org/page.php?id=3&lang=en"),
        ("https://example.org/gout.nl.html", "nl", "https://example.org/gout.html"),
    ],
)
def test_a_twin_is_found(address: str, locale: str, twin: str) -> None:
    assert twin in twins_of(address, locale, LOCALES)


@pytest.mark.parametrize(
    ("address", "locale"),
    [
        ("/old/gout.html", "nl"),
        ("/old/nlp/only.html", "nl"),  # neither a folder of the language nor a word of the name
        ("https://example.nlx/gout", "nl"),
    ],
)
def test_no_language_no_twin(address: str, locale: str) -> None:
    assert twins_of(address, locale, LOCALES) == frozenset()


@given(st.text(max_size=60))
def test_no_address_is_its_own_twin(address: str) -> None:
    assert address not in twins_of(address, "nl", LOCALES)
