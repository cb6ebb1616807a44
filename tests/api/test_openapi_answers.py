"""Live answers obey the contract: status, headers, media type and body, of a site that has everything."""

import copy

import pytest
from jsonschema.exceptions import ValidationError

from api.documents import BLOCKS
from api.representations.formats import REPRESENTATIONS
from api.schema_operations import PATHS
from tests.api.contract import CONTRACT, READS, ROOT, check, component, obeys
from tests.documents import blocks_of
from tests.journeys.doors import run
from translation.verdicts import Verdict


def test_the_site_under_test_has_everything(site, client):
    """Lest the contract be held against too little."""
    source, dutch = (client.get(f"{ROOT}{locale}/conditions/full/").json() for locale in ("en", "nl"))
    blocks = [*blocks_of(source), *blocks_of(dutch)]
    assert {block["type"] for block in blocks} == BLOCKS.keys()
    assert {block["state"] for block in blocks} == {verdict.value for verdict in Verdict}
    assert {entry["state"] for entry in dutch["translation"]["not_current"]} == {"stale", "unreviewed", "missing"}
    assert {entry["status"] for entry in source["locales"]} == {"source", "translation"}
    assert client.get(f"{ROOT}nl/conditions/plain/").json()["translation"]["status"] == "complete"
    assert {change["type"] for change in client.get(f"{ROOT}en/changes/").json()["changes"]} == {
        "condition",
        "tombstone",
    }


def test_answers_obey(site, client):
    represented = [("{locale}/conditions/{slug}/", f"nl/conditions/full/?format={name}") for name in REPRESENTATIONS]
    for path, address in [*READS, *represented]:
        response = client.get(ROOT + address)
        assert response.status_code == 200, address
        obeys(response, ROOT + path)

        again = client.get(ROOT + address, headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304, address
        obeys(again, ROOT + path)

        head = client.head(ROOT + address)
        assert (head.status_code, head.content) == (200, b""), address
        assert head["ETag"] == response["ETag"]

    by_id = client.get(f"{ROOT}conditions/{site.translation_key}/")
    obeys(by_id, f"{ROOT}conditions/{{slug_or_id}}/")
    bundle = client.get(client.get(f"{ROOT}nl/bundle/").json()["url"])
    assert bundle.status_code == 200
    obeys(bundle, f"{ROOT}{{locale}}/bundle/{{version}}/")
    assert {path for path, _ in READS} | {"{locale}/bundle/{version}/"} == {
        path.removeprefix(ROOT) for path in PATHS
    } - {"schema/", "docs/"}


@pytest.mark.parametrize("policy", ["previous", "omit", "withdraw"])
def test_answers_obey_whatever_the_policies(site, client, settings, policy):
    settings.NOT_CURRENT = policy
    settings.NOT_CURRENT_CRITICAL = "source" if policy == "previous" else policy
    run("rebuild_editions")
    for path, address in READS:
        obeys(client.get(ROOT + address), ROOT + path)
    reasons = {change.get("reason") for change in client.get(f"{ROOT}nl/changes/").json()["changes"]}
    assert ("not_current" in reasons) == (policy == "withdraw")
    if policy != "withdraw":
        named = client.get(f"{ROOT}nl/conditions/full/").json()["translation"]["not_current"]
        assert ("nl" if policy == "previous" else None) in {entry["lang"] for entry in named}


def test_pages_can_be_followed_to_their_end(site, client):
    for path, address in [("{locale}/conditions/", "nl/conditions/"), ("{locale}/changes/", "nl/changes/")]:
        first = client.get(ROOT + address, {"limit": 1})
        second = client.get(first.json()["next"])
        obeys(second, ROOT + path)
        assert second.json().get("next" if "conditions" in address else "has_more") in (None, False)


def test_the_contract_and_its_page_obey_it_too(client, db):
    for path in ("schema/", "docs/"):
        for headers in ({}, {"Accept": "image/png"}, {"Host": "elsewhere.example"}):
            obeys(client.get(ROOT + path, headers=headers), ROOT + path)
        obeys(client.get(ROOT + path, {"bad": 1}), ROOT + path)


def changed(document, change):
    document = copy.deepcopy(document)
    change(document)
    return document


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("codes"),
        lambda d: d.update(more=1),
        lambda d: d.update(direction="up"),
        lambda d: d.update(published_at="yesterday"),
        lambda d: d["review"].update(last_reviewed=""),
        lambda d: d["codes"][0].update(system="ICD-10"),
        lambda d: d["sections"].clear(),
        lambda d: d["sections"][0].update(type="prognosis"),
        lambda d: d["sections"][0]["blocks"][0].update(type="video"),
        lambda d: d["sections"][0]["blocks"][0].update(state="old"),
        lambda d: d["sections"][0]["blocks"][0].pop("html"),
        lambda d: d["sections"][0]["blocks"][1]["image"].update(width=None),
        lambda d: d["sections"][2]["blocks"][0].update(urgency="soon"),
        lambda d: d["sections"][4]["blocks"][0].update(approach="magic"),
        lambda d: d["translation"]["not_current"][0].update(state="current"),
        lambda d: d["locales"][0].update(status="draft"),
    ],
)
def test_a_wrong_document_would_not_pass(change):
    document = CONTRACT["components"]["examples"]["Condition"]["value"]
    check(document, component("Condition"))
    with pytest.raises(ValidationError):
        check(changed(document, change), component("Condition"))
