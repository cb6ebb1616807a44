"""Which of the site's languages suit a reader, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.negotiation import acceptable_languages, suitable, takes, wanted_languages, with_fallbacks


@pytest.mark.parametrize(
    ("wanted", "available", "ranked"),
    [
        (["nl-BE"], ["en", "nl"], ["nl"]),
        (["nl"], ["en", "nl-BE"], ["nl-BE"]),
        (["NL-be"], ["nl"], ["nl"]),
        (["fr"], ["en", "nl"], []),
        (["fr", "nl"], ["en", "nl"], ["nl"]),
        (["nl", "en"], ["en", "nl"], ["nl", "en"]),
        (["nl-BE", "nl-NL", "nl"], ["nl"], ["nl"]),
        # All relatives, the nearest first: a condition may be in only one of them.
        (["pt-BR"], ["pt-PT", "pt-BR"], ["pt-BR", "pt-PT"]),
        (["es-MX"], ["es", "es-419"], ["es-419", "es"]),
        # Script counts: who reads traditional characters is not helped by simplified ones.
        (["zh-TW"], ["zh-Hans", "zh-Hant"], ["zh-Hant"]),
        (["zh-TW"], ["zh-Hans"], []),
        (["sr-Latn"], ["sr"], []),
        (["no"], ["nb"], ["nb"]),
        (["iw"], ["he"], ["he"]),
        (["de"], ["nl"], []),
        (["*"], ["en"], []),
        (["i-klingon", "x-y", ""], ["en"], []),
        ([], ["en"], []),
        (["en"], [], []),
    ],
)
def test_suitable(wanted: list[str], available: list[str], ranked: list[str]) -> None:
    assert suitable(wanted, available) == ranked


tags = st.sampled_from(["en", "en-GB", "nl", "nl-BE", "fr", "es", "es-MX", "zh-TW", "zh-Hant", "sr", "ar-EG", "*", "x"])


@given(st.lists(tags), st.lists(st.sampled_from(["en", "nl", "nl-BE", "es-419", "zh-Hant", "ar"]), unique=True))
def test_each_at_most_once_and_only_what_there_is(wanted: list[str], available: list[str]) -> None:
    ranked = suitable(wanted, available)
    assert len(set(ranked)) == len(ranked)
    assert set(ranked) <= set(available)
    for tag in wanted:
        if tag in available:
            assert tag in ranked


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("", []),
        ("nl", ["nl"]),
        ("en;q=0.2, nl;q=0.8", ["nl", "en"]),
        ("en, nl", ["en", "nl"]),
        ("nl;q=0, en", ["en"]),
        ("nl;q=0.000", []),
        ("*", []),
        ("fr, *;q=0.1", ["fr"]),
        ("nl;q=2, en", ["en"]),
        ("garbage!, nl", ["nl"]),
        (" nl-BE , en ; q=0.5 ", ["nl-BE", "en"]),
    ],
)
def test_wanted_languages(header: str, tags: list[str]) -> None:
    assert wanted_languages(header) == tags


@given(st.text())
def test_any_header_is_read(header: str) -> None:
    assert "*" not in wanted_languages(header)


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("", "en nl zh-Hant"),
        (" ", "en nl zh-Hant"),
        ("*", "en nl zh-Hant"),
        ("fr, *;q=0.1", "en nl zh-Hant"),
        ("nl, *;q=0.1", "nl en zh-Hant"),
        ("*, en;q=0", "nl zh-Hant"),
        ("*, zh;q=0", "en nl"),
        ("*, en-GB;q=0", "en nl zh-Hant"),
        ("*, NL;q=0, nl-BE", "nl en zh-Hant"),
        ("*;q=0", ""),
        ("nl, *;q=0", "nl"),
        ("nl", "nl"),
        ("fr", ""),
        ("!", ""),
    ],
)
def test_acceptable_languages(header: str, taken: str) -> None:
    assert acceptable_languages(header, ["nl", "en", "zh-Hant"], "en") == taken.split()


@given(st.text())
def test_what_is_wanted_is_taken(header: str) -> None:
    available = ["nl", "en", "zh-Hant"]
    wanted = suitable(wanted_languages(header), available)
    assert acceptable_languages(header, available, "en")[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("accept", "taken"),
    [
        ("", True),
        ("*/*", True),
        ("application/json; charset=utf-8", True),
        ("Application/JSON", True),
        ("text/html, */*;q=0.1", True),
        ("*/*;q=0, application/json", True),
        ("application/json, */*; q=0", True),
        ("application/json;q=0", False),
        ("application/json; q = 0.000, */*", False),
        ("*/*;q=0", False),
        ("application/*;q=0.0, text/html", False),
        ("text/html", False),
        ("nonsense, ;;, /", False),
    ],
)
def test_a_type_of_media_is_taken_or_refused(accept: str, taken: bool) -> None:
    assert takes(accept, "application/json") is taken


CHAINS = {"*": ["en"], "pt": ["es"], "pt-PT": ["fr", "es"], "sr-Latn": ["sr-Cyrl"], "zh-Hant-HK": ["zh-Hans"]}


@pytest.mark.parametrize(
    ("wanted", "available", "ranked"),
    [
        ([], ["en", "nl"], ["en"]),
        (["nl"], ["en", "nl"], ["nl", "en"]),
        (["pt-PT"], ["en", "es", "fr", "pt-BR"], ["pt-BR", "fr", "es", "en"]),
        (["pt-BR"], ["en", "es", "fr"], ["es", "en"]),
        (["PT-br-x-a"], ["en", "es"], ["es", "en"]),
        # What suits goes before any chain, and the chains in the order of what is wanted.
        (["pt-PT", "nl"], ["en", "es", "fr", "nl"], ["nl", "fr", "es", "en"]),
        # Another script only where the chain says so.
        (["sr-Latn"], ["en", "sr-Cyrl"], ["sr-Cyrl", "en"]),
        (["sr-Latn-RS"], ["en", "sr-Cyrl"], ["sr-Cyrl", "en"]),
        (["zh-TW"], ["en", "zh-Hans"], ["en"]),
        (["zh-Hant-HK"], ["en", "zh-Hans"], ["zh-Hans", "en"]),
        (["en"], ["en", "nl"], ["en"]),
    ],
)
def test_chains(wanted: list[str], available: list[str], ranked: list[str]) -> None:
    chains = {tag: [code for code in chain if code in available] for tag, chain in CHAINS.items()}
    assert with_fallbacks(wanted, available, chains) == ranked


@given(st.lists(tags), st.lists(st.sampled_from(["en", "nl", "ar"]), min_size=1, unique=True))
def test_a_chain_for_all_is_always_the_end(wanted: list[str], available: list[str]) -> None:
    ranked = with_fallbacks(wanted, available, {"*": available})
    assert sorted(ranked) == sorted(available)
    assert ranked[: len(suitable(wanted, available))] == suitable(wanted, available)
