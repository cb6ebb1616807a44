"""GET /api/v1/conditions/ and /api/v1/conditions/{slug or id}/ answer in the language that suits the reader best.

They say so: Content-Language, Content-Location, and Vary where a header decided.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from wagtail.models import Locale

from pages.models import ConditionPage
from tests.factories import make_people, publish_condition
from tests.journeys.doors import Api, read_problem, translate_all

ADDRESS = "conditions/sore-throat/"


ANSWERED_TO_PARAMETER = [
    ("nl", "nl"),
    ("nl-BE", "nl"),
    ("NL-be", "nl"),
    ("nl-Latn-BE", "nl"),
    ("nl-BE-u-fw-mon-mu-celsius", "nl"),  # what phones call their language
    ("nl-BE-x-lvariant-own", "nl"),
    ("en-GB", "en"),
    ("es", "en"),  # a language of the site in which this condition isn't
    ("fr", "en"),  # not a language of the site: the language that it was written in
    ("af", "en"),  # near to Dutch, but not Dutch
]


def test_by_parameter(api: Api, dutch: ConditionPage, subtests: pytest.Subtests) -> None:
    for wanted, answered in ANSWERED_TO_PARAMETER:
        with subtests.test(wanted=wanted):
            answer = api.get(f"{ADDRESS}?locale={wanted}")
            assert answer.status_code == 200
            assert answer["Content-Language"] == answered
            assert answer["Content-Location"] == f"/api/v1/{answered}/conditions/sore-throat/"
            canonical = api.get(answer["Content-Location"])
            assert (answer.content, answer["ETag"]) == (canonical.content, canonical["ETag"])


ANSWERED_TO_HEADER = [
    ("nl", "nl"),
    ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
    ("fr, nl;q=0.5, en;q=0.1", "nl"),
    ("en;q=0.2, nl;q=0.8", "nl"),
    ("en;q=0.8, nl;q=0.2", "en"),
    ("nl;q=0, en", "en"),
    ("nl;q=0", "en"),
    ("es, nl;q=0.1", "nl"),  # nothing in Spanish: the next that was wanted, not the site's own
    ("fr", "en"),
    ("*", "en"),
    ("fr, *;q=0.5", "en"),
    ("", "en"),
    ("garbage;;;q=x,,", "en"),
    ("x" * 5000, "en"),
    (", ".join(["nl-BE"] * 500), "nl"),
]


def test_by_header(api: Api, dutch: ConditionPage, subtests: pytest.Subtests) -> None:
    for header, answered in ANSWERED_TO_HEADER:
        with subtests.test(header=header):
            answer = api.get(ADDRESS, Accept_Language=header)
            assert (answer.status_code, answer["Content-Language"]) == (200, answered)
            assert answer["Content-Location"] == f"/api/v1/{answered}/conditions/sore-throat/"
            assert "Accept-Language" in answer["Vary"]


def test_the_parameter_decides_against_the_header(api: Api, dutch: ConditionPage) -> None:
    answer = api.get(f"{ADDRESS}?locale=en", Accept_Language="nl")
    assert answer["Content-Language"] == "en"
    assert "Accept-Language" not in answer.get("Vary", "")


def test_by_id(api: Api, dutch: ConditionPage) -> None:
    answer = api.get(f"conditions/{dutch.translation_key}/?locale=nl")
    assert answer["Content-Location"] == "/api/v1/nl/conditions/sore-throat/"
    assert api.get(f"conditions/{str(dutch.translation_key).upper()}/?locale=nl").content == answer.content


def test_by_an_unknown_id(api: Api, dutch: ConditionPage) -> None:
    api.problem(f"conditions/{uuid4()}/", 404, "not-found")
    api.problem("conditions/migraine/", 404, "not-found")
    api.problem("conditions/%00/", 404, "not-found")


def test_written_in_another_language_than_the_sites(api: Api, tmp_path: Path) -> None:
    """French reader, Dutch source, an Arabic translation, no English: the source it is."""
    make_people()
    locale = Locale.objects.create(language_code="nl")
    page = publish_condition("keelpijn", title="Keelpijn", summary="Pijn bij het slikken.", locale=locale)
    translate_all(tmp_path, lambda text: f"عربي {text}", "ar", "keelpijn")
    assert api.condition("ar", "keelpijn")["translation"]["source_locale"] == "nl"
    answer = api.get(f"conditions/{page.translation_key}/?locale=fr")
    assert answer["Content-Language"] == "nl"
    assert api.condition("nl", "keelpijn")["translation"]["status"] == "source"
    api.problem("en/conditions/keelpijn/", 404, "not-in-this-language")


# No fallback


NOT_HERE = ["es", "fr", "fr-CA"]


def test_without_fallback_it_is_that_language_or_none(
    api: Api, dutch: ConditionPage, subtests: pytest.Subtests
) -> None:
    for wanted in NOT_HERE:
        with subtests.test(wanted=wanted):
            problem = api.problem(f"{ADDRESS}?locale={wanted}&fallback=none", 404, "not-in-this-language")
            assert problem["locales"] == ["en", "nl"]
            assert api.get(f"{ADDRESS}?locale=nl-BE&fallback=none")["Content-Language"] == "nl"


def test_a_problem_that_a_header_caused_is_not_kept_for_others(api: Api, dutch: ConditionPage) -> None:
    """A cache may keep this 404; without Vary it would answer a Dutch reader with it."""
    for address in (ADDRESS, "conditions/"):
        answer = api.get(f"{address}?fallback=none", Accept_Language="fr")
        assert answer.status_code == 404
        assert "Accept-Language" in answer["Vary"]


def test_not_modified_keeps_what_caches_need(api: Api, dutch: ConditionPage) -> None:
    ok = api.get(ADDRESS, Accept_Language="nl")
    unchanged = api.get(ADDRESS, Accept_Language="nl", If_None_Match=ok["ETag"])
    assert unchanged.status_code == 304
    for name in ("ETag", "Vary", "Content-Location", "Cache-Control"):
        assert unchanged[name] == ok[name], name
    assert api.get(ADDRESS, Accept_Language="en", If_None_Match=ok["ETag"]).status_code == 200


def test_withdrawn(api: Api, dutch: ConditionPage) -> None:
    dutch.unpublish()
    for address in (ADDRESS, f"conditions/{dutch.translation_key}/"):
        problem = api.problem(f"{address}?locale=nl", 410, "withdrawn")
        assert problem["reason"] == "unpublished"


# The list


def test_list(api: Api, dutch: ConditionPage) -> None:
    publish_condition("migraine", title="Migraine")
    for wanted, locale, slugs in (("nl-BE", "nl", ["sore-throat"]), ("fr", "en", ["migraine", "sore-throat"])):
        answer = api.get(f"conditions/?locale={wanted}")
        assert answer["Content-Language"] == locale
        assert answer["Content-Location"] == f"/api/v1/{locale}/conditions/"
        assert [item["slug"] for item in api.json(f"conditions/?locale={wanted}")["items"]] == slugs
    by_header = api.get("conditions/", Accept_Language="nl-BE")
    assert (by_header["Content-Language"], "Accept-Language" in by_header["Vary"]) == ("nl", True)


def test_content_location_of_a_page_of_a_list_is_that_page(api: Api) -> None:
    """RFC 9110 §8.7: a GET there must bring the same."""
    for slug in ("angina", "burns", "cough"):
        publish_condition(slug, title=slug.title())
    answer = api.get("conditions/?locale=en&limit=2")
    assert api.get(answer["Content-Location"]).content == answer.content


def test_list_goes_on_in_the_same_language(api: Api) -> None:
    for slug in ("angina", "burns", "cough"):
        publish_condition(slug, title=slug.title())
    page = api.json("conditions/?locale=en-GB&limit=2")
    following = api.json(page["next"], Accept_Language="nl")
    assert [item["slug"] for item in following["items"]] == ["cough"]


def test_list_without_fallback(api: Api, dutch: ConditionPage) -> None:
    api.problem("conditions/?locale=fr&fallback=none", 404, "not-in-this-language")
    assert api.get("conditions/?locale=nl-BE&fallback=none").status_code == 200


# Parameters


BAD_PARAMETERS = [
    ("locale=", "locale"),
    ("locale=*", "locale"),
    ("locale=nl_BE", "locale"),
    ("locale=klingon", "locale"),
    ("locale=nl&locale=en", "locale"),
    ("locale=%00", "locale"),
    ("fallback=", "fallback"),
    ("fallback=NONE", "fallback"),
    ("fallback=en", "fallback"),
    ("lang=nl", "lang"),
]


def test_bad_parameters(api: Api, dutch: ConditionPage, subtests: pytest.Subtests) -> None:
    for query, parameter in BAD_PARAMETERS:
        for address in (ADDRESS, "conditions/"):
            with subtests.test(query=query, address=address):
                answer = api.get(f"{address}?{query}")
                assert read_problem(answer, 400, "bad-parameter")["parameter"] == parameter


# Budgets


def test_one_query(api: Api, dutch: ConditionPage, django_assert_num_queries: Any) -> None:
    # Query 1: the edition in the best language.
    with django_assert_num_queries(1):
        api.get(ADDRESS, Accept_Language="fr, ar;q=0.9, nl;q=0.8")
    # Query 1: the same, found by the condition's id.
    with django_assert_num_queries(1):
        api.get(f"conditions/{dutch.translation_key}/?locale=nl-BE")
    # Query 1: the items of the page.
    with django_assert_num_queries(1):
        api.get("conditions/", Accept_Language="nl")


TAKES_ANY: list[dict[str, str]] = [{}, {"Accept_Language": "*"}, {"Accept_Language": "fr, *;q=0.5"}]


@pytest.mark.parametrize("header", TAKES_ANY)
def test_who_takes_any_language_gets_one(api: Api, dutch: ConditionPage, header: dict[str, str]) -> None:
    only_dutch = publish_condition(
        "keelpijn", title="Keelpijn", locale=Locale.objects.get_or_create(language_code="nl")[0]
    )
    assert api.get(f"{ADDRESS}?fallback=none", **header)["Content-Language"] == "en"
    assert api.get("conditions/?fallback=none", **header)["Content-Language"] == "en"
    assert api.get(f"conditions/{only_dutch.slug}/?fallback=none", **header)["Content-Language"] == "nl"


def test_what_is_refused_is_not_answered_where_nothing_else_was_asked_for(api: Api, dutch: ConditionPage) -> None:
    assert api.get(f"{ADDRESS}?fallback=none", Accept_Language="*, en;q=0")["Content-Language"] == "nl"
    api.problem(f"{ADDRESS}?fallback=none", 404, "not-in-this-language", Accept_Language="*, en;q=0, nl;q=0")


@pytest.mark.parametrize(
    ("header", "answered"),
    [
        ("*, en;q=0", "nl"),
        ("fr, *;q=0.5, en;q=0", "nl"),
        ("fr, en;q=0", "nl"),  # falls back, but not to what it won't have
        ("en;q=0", "nl"),
        ("en-GB, en;q=0", "en"),  # the only English there is, and it was asked for
    ],
)
def test_what_is_refused_is_not_fallen_back_to(api: Api, dutch: ConditionPage, header: str, answered: str) -> None:
    assert api.get(ADDRESS, Accept_Language=header)["Content-Language"] == answered


def test_where_all_is_refused_there_is_nothing(api: Api, dutch: ConditionPage) -> None:
    api.problem(ADDRESS, 404, "not-in-this-language", Accept_Language="en;q=0, nl;q=0")
    assert api.get("conditions/", Accept_Language="*, en;q=0")["Content-Language"] != "en"
    # The parameter decides.
    assert api.get(f"{ADDRESS}?locale=en", Accept_Language="en;q=0")["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("nl_BE", "Not the tag of a language"),
        ("klingon", "Not the tag of a language"),
        ("xx", "A language tag, but of no"),
        ("xx-u-nu-latn", "A language tag, but of no"),
        ("nl-u", "Not the tag of a language"),
    ],
)
def test_a_tag_that_is_unknown_here_is_not_called_malformed(api: Api, tag: str, told: str) -> None:
    assert api.problem(f"conditions/?locale={tag}", 400, "bad-parameter")["detail"].startswith(told)


def test_a_chain_of_the_site(api: Api, dutch: ConditionPage, settings: Any) -> None:
    settings.FALLBACKS = {"*": ["en"], "fr": ["nl", "en"]}
    assert api.get(ADDRESS, Accept_Language="fr-BE")["Content-Language"] == "nl"
    assert api.get(f"{ADDRESS}?locale=fr")["Content-Language"] == "nl"
    assert api.get("conditions/?locale=fr")["Content-Language"] == "nl"
    assert api.get(ADDRESS, Accept_Language="de")["Content-Language"] == "en"
    api.problem(f"{ADDRESS}?locale=fr&fallback=none", 404, "not-in-this-language")
    settings.FALLBACKS = {"*": ["ar", "nl"]}  # it isn't in Arabic
    assert api.get(ADDRESS, Accept_Language="de")["Content-Language"] == "nl"
