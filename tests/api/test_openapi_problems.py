"""Live problems obey the contract, every type of them at every address that can answer with it."""

import pytest

from api import reading
from api.cursors import FeedCursor
from api.problems import PROBLEM_TYPES
from tests.api.contract import READS, ROOT, check, component, obeys

ANOTHER_DATABASE = FeedCursor("0ddba11", 1)
PROBLEMS = [
    ("not-found", "{locale}/conditions/{slug}/", "en/conditions/no-such/"),
    ("not-found", "conditions/{slug_or_id}/", "conditions/no-such/"),
    ("not-found", "problems/{name}/", "problems/no-such/"),
    ("not-in-this-language", "{locale}/conditions/{slug}/", "ar/conditions/full/"),
    ("not-in-this-language", "conditions/{slug_or_id}/", "conditions/full/?locale=ar&fallback=none"),
    ("not-in-this-language", "conditions/", "conditions/?locale=ja&fallback=none"),
    ("not-found", "{locale}/bundle/{version}/", "en/bundle/no-such/"),
    ("unknown-locale", "{locale}/bundle/{version}/", "xx/bundle/no-such/"),
    ("unknown-locale", "{locale}/bundle/", "xx/bundle/"),
    ("withdrawn", "{locale}/conditions/{slug}/", "en/conditions/gone/"),
    ("withdrawn", "conditions/{slug_or_id}/", "conditions/gone/"),
    ("unknown-locale", "{locale}/conditions/", "xx/conditions/"),
    ("unknown-locale", "{locale}/conditions/{slug}/", "xx/conditions/full/"),
    ("unknown-locale", "{locale}/changes/", "xx/changes/"),
    *(("bad-parameter", path, f"{address.split('?')[0]}?bad=1") for path, address in READS),
    ("bad-parameter", "{locale}/conditions/", "en/conditions/?limit=0"),
    ("bad-parameter", "{locale}/conditions/", "en/conditions/?limit=101"),
    ("bad-parameter", "conditions/", "conditions/?fallback=never"),
    ("bad-parameter", "schema/", "schema/?format="),
    ("bad-parameter", "schema/", "schema/?format=xml"),
    ("bad-parameter", "schema/", "schema/?format=json&format=yaml"),
    ("bad-cursor", "{locale}/conditions/", "en/conditions/?cursor=bad"),
    ("bad-cursor", "conditions/", "conditions/?cursor=bad"),
    ("bad-cursor", "{locale}/changes/", "en/changes/?since=bad"),
    ("cursor-gone", "{locale}/changes/", f"en/changes/?since={ANOTHER_DATABASE}"),
]


def test_problems_obey(site, client):
    for name, path, address in PROBLEMS:
        response = client.get(ROOT + address)
        assert response.headers["Content-Type"] == "application/problem+json", address
        assert response.json()["type"] == f"{ROOT}problems/{name}/", address
        obeys(response, ROOT + path)


@pytest.mark.parametrize(
    ("header", "value", "name"),
    [
        ("Accept", "application/xml", "not-acceptable"),
        ("If-Match", '"another version"', "precondition-failed"),
        ("Host", "elsewhere.example", "bad-request"),
    ],
)
def test_what_a_header_makes_impossible_is_a_problem_that_obeys(site, client, header: str, value: str, name: str):
    for path, address in READS:
        response = client.get(ROOT + address, headers={header: value})
        assert response.json()["type"] == f"{ROOT}problems/{name}/", address
        obeys(response, ROOT + path)


def test_another_method_is_a_problem_that_obeys(client):
    for _, address in READS:
        response = client.post(ROOT + address)
        assert response.status_code == 405
        check(response.json(), component("MethodNotAllowedProblem"))


def test_our_fault_is_a_problem_that_obeys(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(reading, "read_parameters", fail)
    client.raise_request_exception = False
    for path, address in READS:
        response = client.get(ROOT + address)
        assert response.status_code == 500, address
        obeys(response, ROOT + path)


def test_every_type_of_problem_was_held_against_it():
    apart = {"not-acceptable", "precondition-failed", "method-not-allowed", "bad-request", "internal"}
    apart |= {"too-many-requests"}  # tests/api/test_manners.py
    seen = {name for name, _, _ in PROBLEMS} | apart
    assert seen == {kind.name for kind in PROBLEM_TYPES}
