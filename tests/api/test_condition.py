"""GET /api/v1/{locale}/conditions/{slug}/ is the canonical address: strictly this language, the stored bytes."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import quote

import brotli
import pytest

from api.models import Edition
from pages.models import ConditionPage
from tests.factories import image, link_to, make_people, make_picture, paragraph, publish_condition, republish
from tests.journeys.doors import Api, run, translate_all

ADDRESS = "en/conditions/sore-throat/"


def test_headers(api: Api, dutch: ConditionPage) -> None:
    for locale in ("en", "nl"):
        answer = api.get(f"{locale}/conditions/sore-throat/")
        assert answer["Content-Type"] == "application/json"
        assert answer["Content-Language"] == locale
        assert answer["ETag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
        assert "max-age" in answer["Cache-Control"]
        assert "stale-while-revalidate" in answer["Cache-Control"]
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Vary"] == "Accept-Encoding, Accept"
        assert answer["Surrogate-Key"].split() == [str(dutch.translation_key), f"conditions-{locale}"]
        assert answer["Link"] == ", ".join(
            f'</api/v1/{code}/conditions/sore-throat/>; rel="alternate"; hreflang="{code}"' for code in ("en", "nl")
        )
        assert not answer.cookies


def test_accept_language_makes_no_difference(api: Api, dutch: ConditionPage) -> None:
    assert api.get(ADDRESS, Accept_Language="nl")["Content-Language"] == "en"


def test_utf_8_as_it_is(api: Api) -> None:
    publish_condition(title="Ménière’s disease — 頭痛")
    answer = api.get(ADDRESS)
    assert "Ménière’s disease — 頭痛".encode() in answer.content


IF_NONE_MATCH = [
    ("{etag}", 304),
    ("W/{etag}", 304),  # If-None-Match compares weakly: RFC 9110 §13.1.2
    ('"another", {etag}', 304),
    ("*", 304),
    ('"another"', 200),
    ("garbage", 200),
    ("", 200),
]


def test_if_none_match(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    etag = api.etag("en")
    for header, status in IF_NONE_MATCH:
        with subtests.test(header=header):
            answer = api.get(ADDRESS, If_None_Match=header.format(etag=etag))
            assert answer.status_code == status
            assert answer["ETag"] == etag
            assert (answer.content == b"") == (status == 304)


def test_not_modified_keeps_its_headers(api: Api, throat: ConditionPage) -> None:
    """RFC 9110 §15.4.5: what a 200 would have said to caches."""
    ok = api.get(ADDRESS)
    unchanged = api.get(ADDRESS, If_None_Match=ok["ETag"])
    assert unchanged.status_code == 304
    for name in ("ETag", "Cache-Control", "Access-Control-Allow-Origin"):
        assert unchanged[name] == ok[name], name


def _with_links_and_pictures(tmp_path: Path) -> None:
    make_people()
    others = [publish_condition(f"other-{n}", title=f"Other {n}") for n in range(4)]
    links = [f"Not {link_to(page, 'this')}." for page in others]
    pictures = [image(f"i{n}", make_picture(900, 300, f"{n}.png").pk) for n in range(3)]
    publish_condition(definition=[paragraph("def1", *links), *pictures])
    for locale in ("nl", "es", "ar"):
        translate_all(tmp_path, lambda text: f"{text}", locale)


def test_one_query_whatever_it_links_to(api: Api, tmp_path: Path, django_assert_num_queries: Any) -> None:
    _with_links_and_pictures(tmp_path)
    # Query 1: the edition.
    with django_assert_num_queries(1):
        answer = api.get(ADDRESS)
    assert answer.content.count(b"/api/v1/conditions/") == 4
    assert answer.content.count(b"width-400") == 3
    assert len(api.condition("en")["locales"]) == 4
    with django_assert_num_queries(1):
        assert api.get(ADDRESS, If_None_Match=answer["ETag"]).status_code == 304
    with django_assert_num_queries(1):
        api.client.head(f"/api/v1/{ADDRESS}")


def test_not_in_this_language(api: Api, dutch: ConditionPage) -> None:
    problem = api.problem("es/conditions/sore-throat/", 404, "not-in-this-language")
    assert problem["locales"] == ["en", "nl"]


def test_withdrawn(api: Api, dutch: ConditionPage) -> None:
    dutch.unpublish()
    for locale in ("en", "nl"):
        problem = api.problem(f"{locale}/conditions/sore-throat/", 410, "withdrawn")
        assert (problem["reason"], problem["id"]) == ("unpublished", str(dutch.translation_key))


NO_SLUGS = ["migraine", "Sore-Throat", "sore-throat%20", "%00", "%F0%9F%98%80", "-", "x" * 500]


def test_never_here(api: Api, throat: ConditionPage, subtests: pytest.Subtests) -> None:
    for slug in NO_SLUGS:
        with subtests.test(slug=slug):
            api.problem(f"en/conditions/{slug}/", 404, "not-found")


def test_a_nul_never_reaches_the_database(api: Api, throat: ConditionPage, django_assert_num_queries: Any) -> None:
    """PostgreSQL refuses a text with NUL, which would make a 500 of it; SQLite doesn't mind."""
    for address in ("en/conditions/%00/", "en/conditions/sore-throat%00/", "conditions/%00/"):
        with django_assert_num_queries(0):
            api.problem(address, 404, "not-found")


def test_an_unknown_language(api: Api, throat: ConditionPage) -> None:
    assert api.problem("fr/conditions/sore-throat/", 404, "unknown-locale")["locales"] == ["en", "nl", "es", "ar"]


def test_a_slug_in_another_script(api: Api) -> None:
    """Addresses in documents and headers are URIs: percent-encoded (RFC 3986 §2.1)."""
    slug = "صداع"
    publish_condition(slug, title="Headache")
    canonical = f"/api/v1/en/conditions/{quote(slug)}/"
    document = api.json(canonical)
    assert document["slug"] == slug
    assert api.get(f"conditions/{document['id']}/")["Content-Location"] == canonical
    assert document["url"] == canonical
    assert document["locales"][0]["url"] == canonical


def test_a_new_condition_at_an_old_address(api: Api, dutch: ConditionPage) -> None:
    """In Dutch there is only the tombstone of the old one, but what the reader asks for is there in English."""
    dutch.delete()
    publish_condition(title="Sore throat, anew")
    assert api.condition("en")["title"] == "Sore throat, anew"
    assert api.get("nl/conditions/sore-throat/").status_code in (404, 410)
    republished = ConditionPage.objects.get()
    republish(republished, title="Sore throat, again")
    assert api.condition("en")["title"] == "Sore throat, again"


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [("gzip, deflate", "gzip", gzip.decompress), ("gzip, br", "br", brotli.decompress)],
)
def test_compressed(api: Api, throat: ConditionPage, accepted: str, coding: str, unpack: Any) -> None:
    plain = api.get(ADDRESS)
    packed = api.get(ADDRESS, Accept_Encoding=accepted)
    assert packed["Content-Encoding"] == coding
    assert unpack(packed.content) == plain.content
    assert packed["ETag"] == f'{plain["ETag"][:-1]}-{coding}"'
    assert packed["Vary"] == "Accept-Encoding, Accept"
    for known in (packed["ETag"], plain["ETag"], f"W/{packed['ETag']}"):
        again = api.get(ADDRESS, Accept_Encoding=accepted, If_None_Match=known)
        assert (again.status_code, again["ETag"]) == (304, packed["ETag"])
        assert api.get(ADDRESS, If_None_Match=known).status_code == 304
    assert api.get(ADDRESS, If_Match=packed["ETag"]).status_code == 200
    head = api.client.head(f"/api/v1/{ADDRESS}", headers={"Accept-Encoding": accepted})
    assert (head["Content-Length"], head["ETag"]) == (str(len(packed.content)), packed["ETag"])


def test_from_a_release_without_compressed_forms(api: Api, throat: ConditionPage) -> None:
    """Until rebuild_editions has run, what is there is served as it is; then it is compressed, and no news."""
    Edition.objects.update(gzip=b"", brotli=b"", locales="")
    answer = api.get(ADDRESS, Accept_Encoding="br")
    assert "Content-Encoding" not in answer
    assert "Link" not in answer
    before = Edition.objects.get().sequence
    assert run("verify_editions")[0] == 1
    run("rebuild_editions")
    assert api.get(ADDRESS, Accept_Encoding="br")["Content-Encoding"] == "br"
    assert Edition.objects.get().sequence == before
