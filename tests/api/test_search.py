"""Finding conditions: by words, by letter, by code and by name; the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

from pages.models import ConditionPage
from tests.factories import paragraph, publish_condition, republish, translate
from tests.journeys.doors import Api, Json, run


def code(system: str, value: str) -> Json:
    return {"type": "code", "id": f"{system}{value}", "value": {"system": system, "code": value}}


def name(value: str) -> Json:
    return {"type": "name", "id": value, "value": value}


@pytest.fixture
def site(db: None) -> None:
    publish_condition(
        "migraine",
        title="Migraine",
        summary="A headache on one side.",
        also_known_as=[name("Hemicrania")],
        codes=[code("icd-10", "G43.9"), code("snomed-ct", "37796009")],
        definition=[paragraph("d", "It throbs. Light hurts; so do smells.")],
    )
    publish_condition(
        "tension",
        title="Tension headache",
        summary="Like a tight band.",
        codes=[code("icd-10", "G44.2")],
        definition=[paragraph("d", "More common than <b>migraine</b>.")],
    )
    publish_condition(
        "meniere",
        title="Ménière’s disease",
        summary="Dizziness.",
        also_known_as=[name("Endolymphatic hydrops")],
        codes=[code("icd-10", "H81.0")],
        definition=[paragraph("d", "Hearing loss, tinnitus &amp; vertigo.")],
    )
    publish_condition(
        "head", title="Head lice", summary="Itching.", definition=[paragraph("d", "No headache, no migraine.")]
    )


def slugs(api: Api, query: str, locale: str = "en") -> list[str]:
    return [item["slug"] for item in api.json(f"{locale}/conditions/?{query}")["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("migraine", ["migraine", "tension", "head"]),
        ("migr", ["migraine", "tension", "head"]),
        ("headache", ["tension", "migraine", "head"]),
        ("head", ["head", "tension", "migraine"]),
        ("hemicrania", ["migraine"]),
        ("meniere", ["meniere"]),
        ("Ménière", ["meniere"]),
        ("hydrops vertigo", ["meniere"]),
        ("g43.9", ["migraine"]),
        ("G43", ["migraine"]),
        ("37796009", ["migraine"]),
        ("vertigo migraine", []),
        ("graine", []),
        ('"migraine" OR *:( NEAR', []),
        ("migraine & ! | <-> :*", ["migraine", "tension", "head"]),
        ("b", ["tension"]),
        ("amp", []),
        ("e", ["meniere"]),  # by another name, and not the language
        ("en", ["meniere"]),
        ("icd", []),  # nor a system of codes
        ("snomed", []),
        ("x", []),
    ],
)
def test_words(api: Api, site: None, query: str, found: list[str]) -> None:
    answered = slugs(api, f"q={quote(query)}")
    assert answered[:1] == found[:1]
    assert sorted(answered) == sorted(found)


def test_titles_before_other_names_before_summaries_before_text(api: Api, site: None) -> None:
    publish_condition("aa", title="Fever migraine", summary="x")
    publish_condition("bb", title="Aaa", summary="x", also_known_as=[name("Migraine of the eye")])
    publish_condition("cc", title="Aab", summary="Like migraine.")
    assert slugs(api, "q=migraine")[:4] == ["migraine", "aa", "bb", "cc"]
    assert set(slugs(api, "q=migraine")[4:]) == {"tension", "head"}


def test_strictly_one_language_and_what_stands_there_in_another(api: Api, site: None) -> None:
    page = ConditionPage.objects.get(slug="migraine")
    translate(page, "nl")
    assert slugs(api, "q=migraine", "nl") == ["migraine"]
    assert slugs(api, "q=migraine", "es") == []
    republish(page, summary="Throbbing pain behind the forehead.")
    assert slugs(api, "q=forehead", "nl") == ["migraine"], "the source text stands there until it is translated"


def test_what_is_withdrawn_or_changed_is_no_longer_found(api: Api, site: None) -> None:
    page = ConditionPage.objects.get(slug="migraine")
    republish(page, title="Megrim", also_known_as=[])
    assert slugs(api, "q=hemicrania") == []
    assert slugs(api, "q=megrim") == ["migraine"]
    ConditionPage.objects.get(slug="migraine").unpublish()
    assert slugs(api, "q=megrim") == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM api_search")
        assert cursor.fetchone() == (3,)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("code=icd-10|G43.9", ["migraine"]),
        ("code=ICD-10|g439", ["migraine"]),
        ("code=icd-10|G4", ["migraine", "tension"]),
        ("code=http://hl7.org/fhir/sid/icd-10|G44.2", ["tension"]),
        ("code=37796009", ["migraine"]),
        ("code=icd-10|37796009", []),
        ("code=3779", []),  # another concept
        ("code=snomed-ct|3779", []),
        ("code=icd-10-cm|G43", []),
        ("code=icd-10|c", []),  # not what begins with "icd-10-cm"
        ("code=9", []),
        ("code=i", []),
        ("code=mesh|G43.9", []),
        ("code=icd-10|G44.2,snomed-ct|37796009,H81", ["meniere", "migraine", "tension"]),
        ("synonym=hemicrania", ["migraine"]),
        ("synonym=HEMICRANIA", ["migraine"]),
        ("synonym=Tension headache", ["tension"]),
        ("synonym=Tension", []),
        ("synonym=menieres disease", ["meniere"]),
        ("synonym=meniere's disease", ["meniere"]),
        ("letter=M", ["meniere", "migraine"]),
        ("letter=m", ["meniere", "migraine"]),
        ("letter=%23", []),
        ("letter=H&q=migraine", ["head"]),
        ("letter=M&code=G43", ["migraine"]),
        ("q=migraine&code=icd-10|G44", ["tension"]),
        ("q=migraine&status=complete", []),
        ("", ["head", "meniere", "migraine", "tension"]),
    ],
)
def test_filters(api: Api, site: None, query: str, found: list[str]) -> None:
    assert slugs(api, query.replace("|", "%7C").replace(" ", "+")) == found


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("q=", "q", "At least one letter"),
        ("q=%20...%20", "q", "At least one letter"),
        ("q=" + "a" * 201, "q", "at most 200"),
        ("q=%00", "q", "NUL"),
        ("code=", "code", "`system|code`"),
        ("code=icd-9%7CX", "code", "`icd-10`"),
        ("code=G43,,G44", "code", "`system|code`"),
        ("code=" + ",".join(["a"] * 51), "code", "At most 50"),
        ("synonym=", "synonym", "A name"),
        ("synonym=!", "synonym", "A name"),
        ("letter=", "letter", "One of A B C"),
        ("letter=Å", "letter", "One of A B C"),
        ("letter=AB", "letter", "One of A B C"),
    ],
)
def test_what_means_nothing(api: Api, site: None, query: str, parameter: str, told: str) -> None:
    problem = api.problem(f"en/conditions/?{query}", 400, "bad-parameter")
    assert problem["parameter"] == parameter
    assert told in problem["detail"]


def test_page_after_page(api: Api, site: None) -> None:
    for query in ("q=migraine", "code=g", ""):
        whole = slugs(api, query)
        found: list[str] = []
        address: str | None = f"en/conditions/?{query}&limit=1"
        while address:
            page = api.json(address)
            found += [item["slug"] for item in page["items"]]
            address = page["next"]
        assert found == whole
    listed = api.json("en/conditions/?limit=1")["next"].partition("cursor=")[2]
    searched = api.json("en/conditions/?limit=1&q=migraine")["next"].partition("cursor=")[2]
    api.problem(f"en/conditions/?q=migraine&cursor={listed}", 400, "bad-cursor")
    api.problem(f"en/conditions/?cursor={searched}", 400, "bad-cursor")


def test_with_documents_in_two_queries(api: Api, site: None, django_assert_num_queries: Any) -> None:
    # Query 1: what is found, by rank. Query 2: a page of it, with the documents.
    with django_assert_num_queries(2):
        page = api.json("en/conditions/?q=migraine&include=sections")
    assert page["items"][0]["document"] == api.condition("en", "migraine")
    # Query 1: a page of what has the code.
    with django_assert_num_queries(1):
        api.get("en/conditions/?code=G43&letter=M&synonym=migraine")


def test_negotiated(api: Api, site: None) -> None:
    answer = api.get("conditions/?q=hydrops&locale=fr")
    assert (answer["Content-Language"], answer["Content-Location"]) == ("en", "/api/v1/en/conditions/?q=hydrops")
    assert b"meniere" in answer.content


def test_letters(api: Api, site: None, django_assert_num_queries: Any) -> None:
    # Query 1: the counts.
    with django_assert_num_queries(1):
        letters = api.json("en/letters/")
    assert [item["letter"] for item in letters["items"]] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#"]
    assert {item["letter"]: item["count"] for item in letters["items"] if item["count"]} == {"H": 1, "M": 2, "T": 1}
    for item in letters["items"]:
        assert len(api.json(item["url"])["items"]) == item["count"]
    assert api.json("ar/letters/")["items"][1]["url"].startswith("/api/v1/ar/conditions/?letter=%D8")
    api.problem("xx/letters/", 404, "unknown-locale")


def test_a_list_goes_by_the_alphabet_of_its_language(api: Api) -> None:
    for n, title in enumerate(["Zoster", "Écrouelles", "ear wax", "Eczema"]):
        publish_condition(f"c{n}", title=title)
    assert [item["title"] for item in api.json("en/conditions/")["items"]] == [
        "ear wax",
        "Écrouelles",
        "Eczema",
        "Zoster",
    ]


def test_an_index_that_lost_something_is_mended(api: Api, site: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM api_search")
    assert slugs(api, "q=migraine") == []
    code, out = run("verify_editions")
    assert code == 1
    assert "search index" in out
    run("rebuild_editions")
    assert slugs(api, "q=hemicrania") == ["migraine"]
    assert run("verify_editions")[0] == 0
