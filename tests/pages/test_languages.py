"""Facts about languages: every claim as a row in a table, and all of CLDR where that is possible."""

from __future__ import annotations

import pytest
from babel import Locale, localedata
from hypothesis import example, given
from hypothesis import strategies as st

from pages.languages import (
    best_match,
    canonical_tag,
    cldr_locale,
    direction,
    is_language_tag,
    language_name,
    own_name,
    parse_accept_language,
    without_extensions,
)

CLDR_CODES = sorted(name.replace("_", "-") for name in localedata.locale_identifiers() if name != "root")
CODES = st.sampled_from(CLDR_CODES)


@pytest.mark.parametrize(
    "code",
    ["nl", "NL", "nl-BE", "nl-be", "pl-GB", "es-419", "zh-Hant", "zh-hant-tw", "sr-Latn", "ca-valencia", "ckb", "no"],
)
def test_is_a_language_tag(code: str) -> None:
    assert is_language_tag(code)


@pytest.mark.parametrize(
    ("code", "bare"),
    [
        ("nl", "nl"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("en-US-u-fw-mon-mu-celsius", "en-US"),
        ("ca-valencia-x-own", "ca-valencia"),
        ("de-1996-t-en-u-nu-latn-x-own", "de-1996"),
        *((code, code) for code in ("", "nl_BE", "nl-u", "x-own", "*")),
    ],
)
def test_without_extensions(code: str, bare: str) -> None:
    assert without_extensions(code) == bare


@pytest.mark.parametrize(
    "code",
    [
        *("", " ", "n", "dutch", "nl_BE", "nl-", "-nl", "nl--BE", "nl BE", "nl\n", "nl-B", "*", "C", "root", "und"),
        *("xx", "tlh", "nl-XX", "nl-Xxxx", "nl-999", "nl-simple", "nl-u-nu-latn", "nl-x-own", "x-own", "i-klingon"),
        *("mul", "zxx", "nl-BE-BE", "../en", "nl/BE", "nl\0", "\u212anl", "ſr"),
    ],
)
def test_is_no_language_tag(code: str) -> None:
    assert not is_language_tag(code)
    for function in (canonical_tag, cldr_locale, own_name, direction):
        with pytest.raises(ValueError, match="no language tag"):
            function(code)


@pytest.mark.parametrize(
    ("code", "canonical"),
    [("NL-be", "nl-BE"), ("ZH-HANT-tw", "zh-Hant-TW"), ("Ca-Valencia", "ca-valencia"), ("zh-yue", "yue"), ("nl", "nl")],
)
def test_canonical_tag(code: str, canonical: str) -> None:
    assert canonical_tag(code) == canonical
    assert canonical_tag(canonical) == canonical


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("nl", "nl"),
        ("nl-BE", "nl_BE"),
        ("pl-GB", "pl"),
        ("zh-TW", "zh_Hant_TW"),
        ("zh-US", "zh_Hant"),
        ("sr-Latn-NL", "sr_Latn"),
        ("ku-Arab", "ku"),
        ("ca-valencia", "ca"),
    ],
)
def test_cldr_locale(code: str, data: str) -> None:
    assert str(cldr_locale(code)) == data


@pytest.mark.parametrize(
    ("code", "in_code", "name"),
    [
        ("nl", "en", "Dutch"),
        ("nl", "nl", "Nederlands"),
        ("NL", "EN", "Dutch"),
        ("en", "nl", "Engels"),
        ("nl-BE", "en", "Flemish"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("zh-Hant-HK", "en", "Traditional Chinese (Hong Kong SAR China)"),
        ("zh-TW", "en", "Chinese (Taiwan)"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("sr-Latn-BA", "en", "Serbian (Latin, Bosnia & Herzegovina)"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("pt-AO", "en", "Portuguese (Angola)"),
        ("pl-GB", "en", "Polish (United Kingdom)"),
        ("ca-valencia", "en", "Catalan (Valencian)"),
        ("pt-BR", "nl", "Portugees (Brazilië)"),
        ("ar", "fr", "arabe"),
    ],
)
def test_language_name(code: str, in_code: str, name: str) -> None:
    assert language_name(code, in_code) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ar", "العربية"),
        ("fr", "français"),
        ("uk", "українська"),
        ("sr-Latn", "srpski (latinica)"),
        ("zh-Hant", "繁體中文"),
    ],
)
def test_own_name(code: str, name: str) -> None:
    assert own_name(code) == name


def test_language_name_in_an_unknown_language() -> None:
    with pytest.raises(ValueError, match="'xx' is no language tag"):
        language_name("nl", "xx")


@pytest.mark.parametrize(
    ("code", "way"),
    [
        *[(code, "rtl") for code in ("ar", "AR", "he", "fa", "ur", "ps", "yi", "dv", "sd", "ug", "ckb", "nqo")],
        *[(code, "rtl") for code in ("az-Arab", "az-IR", "uz-AF", "pa-PK", "pa-Arab", "ku-Arab", "ff-Adlm", "ar-NL")],
        *[(code, "ltr") for code in ("en", "nl", "tr", "zh-Hant", "ja", "az", "pa", "sd-Deva", "ks-Deva", "ku", "uz")],
        *[(code, "ltr") for code in ("sr-Latn", "fa-Latn", "ff", "hi", "am", "mn-Mong")],
    ],
)
def test_direction(code: str, way: str) -> None:
    assert direction(code) == way


@pytest.mark.parametrize("code", [code for code in CLDR_CODES if len(code) <= 3 or len(code.split("-")[1]) == 4])
def test_every_language_and_script_of_cldr(code: str) -> None:
    locale = Locale.parse(code, sep="-")
    assert is_language_tag(code)
    # Mongolian script is written in columns, which CLDR calls top to bottom and HTML's dir has no word for.
    assert direction(code) == ("ltr" if locale.text_direction == "ttb" else locale.text_direction)
    assert cldr_locale(code).language == {"no": "nb"}.get(locale.language, locale.language)
    assert own_name(code)


@pytest.mark.parametrize(
    ("header", "ranges"),
    [
        ("da, en-gb;q=0.8, en;q=0.7", [("da", 1.0), ("en-gb", 0.8), ("en", 0.7)]),  # the example of RFC 9110
        ("en;q=0.7, da, en-gb;q=0.8", [("da", 1.0), ("en-gb", 0.8), ("en", 0.7)]),
        ("nl", [("nl", 1.0)]),
        ("nl-BE,nl;q=0.9,*;q=0.1", [("nl-BE", 1.0), ("nl", 0.9), ("*", 0.1)]),
        ("fr, nl", [("fr", 1.0), ("nl", 1.0)]),  # equal weights keep their order
        ("nl;q=0", [("nl", 0.0)]),
        ("nl;q=0.000, en;q=1.000", [("en", 1.0), ("nl", 0.0)]),
        ("nl \t; \tQ=0.5", [("nl", 0.5)]),
        ("nl;q=0.", [("nl", 0.0)]),
        ("", []),
        (" , ,, ", []),
        (",nl,", [("nl", 1.0)]),
        ("zh-Hant-TW", [("zh-Hant-TW", 1.0)]),
    ],
)
def test_parse_accept_language(header: str, ranges: list[tuple[str, float]]) -> None:
    assert parse_accept_language(header) == ranges


@pytest.mark.parametrize(
    "part",
    [
        *("nl;q=2", "nl;q=1.001", "nl;q=-1", "nl;q=0.1234", "nl;q=.5", "nl;q=", "nl;q", "nl;q=nan", "nl;q=1e0"),
        *("nl;q= 0.5", "nl;level=1", "nl;q=1;q=0", "nl_BE", "*-CH", "nl-", "-", "123", "abcdefghi", "nl nl", "ñl"),
        *("nl;q=٠", "<script>", "nl\n", "nl\0"),
    ],
)
def test_malformed_parts_are_left_out(part: str) -> None:
    assert parse_accept_language(f"fr;q=0.3, {part}, en") == [("en", 1.0), ("fr", 0.3)]


@given(st.text())
def test_any_header_can_be_parsed(header: str) -> None:
    ranges = parse_accept_language(header)
    assert all(0 <= weight <= 1 for _, weight in ranges)
    best_match([tag for tag, _ in ranges], ["en", "nl"])


@pytest.mark.parametrize(
    ("wanted", "available", "answer"),
    [
        # The same, in any case; the answer is spelt as it is available.
        ("nl", "en nl", "nl"),
        ("NL", "en nl", "nl"),
        ("zh-hant", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-Hant", "zh-hans zh-hant", "zh-hant"),
        # From the region to the language, and back.
        ("nl-BE", "en nl", "nl"),
        ("nl", "en nl-BE", "nl-BE"),
        ("nl-BE", "nl-NL nl-BE nl", "nl-BE"),
        ("en-US", "en-GB en", "en"),
        ("pl-GB", "en-GB pl", "pl"),
        # The region that goes without saying.
        ("pt", "pt-PT pt-BR", "pt-BR"),
        ("pt-BR", "pt-PT pt", "pt"),
        ("de", "de-AT de-DE", "de-DE"),
        ("zh-Hant", "zh-HK zh-TW", "zh-TW"),
        # A script is never left.
        ("zh-TW", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hans zh zh-CN", None),
        ("zh-HK", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-MO", "zh-TW zh-Hant zh-HK", "zh-HK"),
        ("zh-SG", "zh-Hant zh-Hans", "zh-Hans"),
        ("zh", "zh-Hant zh-Hans", "zh-Hans"),
        ("zh", "zh-Hant", None),
        ("zh-Hant", "zh-TW", "zh-TW"),
        ("sr-Latn", "sr sr-Cyrl", None),
        ("sr-Latn", "sr sr-Latn", "sr-Latn"),
        ("sr", "sr-Latn sr-Cyrl", "sr-Cyrl"),
        ("sr-ME", "sr sr-Latn", "sr-Latn"),
        ("az-IR", "az az-Arab", "az-Arab"),
        ("pa-PK", "pa pa-Arab", "pa-Arab"),
        ("hi-Latn", "hi en", None),
        # The nearest relative.
        ("en-AU", "en en-GB", "en-GB"),
        ("en-AU", "en", "en"),
        ("en-AU", "en-GB", "en-GB"),
        ("en-AU", "en-US en-001 en-GB", "en-001"),
        ("es-MX", "es es-419", "es-419"),
        ("es-MX", "es-ES es-AR", "es-AR"),
        ("pt-PT", "pt-BR", "pt-BR"),
        ("pt-PT", "pt-BR pt", "pt"),
        ("pt-PT", "pt-BR pt pt-PT", "pt-PT"),
        ("pt-AO", "pt-BR pt pt-PT", "pt-PT"),
        ("ar-NL", "ar-MA ar", "ar"),
        ("ar-NL", "ar-MA ar-EG", "ar-MA"),
        # Other names for the same.
        ("no", "nb", "nb"),
        ("nb", "no", "no"),
        ("iw", "he", "he"),
        ("in", "id", "id"),
        ("tl", "fil", "fil"),
        ("cmn", "zh", "zh"),
        ("zh-cmn-Hant", "zh zh-Hant", "zh-Hant"),
        ("sh", "sr sr-Latn", "sr-Latn"),
        ("prs", "fa fa-AF", "fa-AF"),
        ("en-UK", "en en-GB", "en-GB"),
        # Variants and extensions.
        ("de-1996", "de", "de"),
        ("ca", "ca-valencia ca", "ca"),
        ("ca-valencia", "ca ca-valencia", "ca-valencia"),
        ("ca-valencia", "ca ca-ES-valencia", "ca-ES-valencia"),
        ("nl-u-nu-latn", "nl", "nl"),
        ("nl-BE-x-own", "nl", "nl"),
        # What finds nothing.
        ("fr", "en nl", None),
        ("nn", "nb da", None),
        ("ht", "fr", None),
        ("xx", "en nl", None),
        ("und", "en", None),
        ("und-NL", "nl", None),
        ("xx", "xx", None),
        ("*", "en", None),
        ("", "en", None),
        ("nl_BE", "nl", None),
        ("n", "nl", None),
        ("nl", "", None),
        ("nl", "xx garbage_ nl", "nl"),
    ],
)
def test_best_match(wanted: str, available: str, answer: str | None) -> None:
    assert best_match([wanted], available.split()) == answer


def test_the_first_wanted_that_can_be_answered_wins() -> None:
    assert best_match(["xx", "*", "fr", "nl-BE", "en"], ["en", "nl"]) == "nl"
    assert best_match([], ["en"]) is None


def test_equally_near_regions_are_taken_in_the_order_of_what_is_available() -> None:
    assert best_match(["de"], ["de-CH", "de-AT"]) == "de-CH"
    assert best_match(["de"], ["de-AT", "de-CH"]) == "de-AT"


@given(CODES, st.lists(CODES, max_size=8))
@example("nb", ["no"])
def test_an_answer_has_the_language_and_script_that_were_asked_for(wanted: str, available: list[str]) -> None:
    answer = best_match([wanted], available)
    assert (answer == wanted) == (wanted in available)
    if answer is not None:
        assert answer in available
        assert {answer.split("-")[0], wanted.split("-")[0]} in ({wanted.split("-")[0]}, {"no", "nb"})
        assert direction(answer) == direction(wanted)
        explicit = [[part for part in code.split("-") if len(part) == 4] for code in (answer, wanted)]
        assert explicit[0] == explicit[1] or [] in explicit


@given(CODES, st.lists(CODES, unique=True, max_size=8))
def test_case_never_matters(wanted: str, available: list[str]) -> None:
    answer = best_match([wanted], available)
    assert best_match([wanted.upper()], available) == answer
    assert best_match([wanted], [code.lower() for code in available]) == (answer and answer.lower())
