"""The frozen contract: it is what it was, it is OpenAPI 3.1, it names every address, and live answers obey it."""

import copy
import difflib
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.utils import timezone
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from api import reading, urls
from api.cursors import FeedCursor
from api.documents import BLOCKS
from api.editions import refresh_editions
from api.problems import PROBLEM_TYPES
from api.schema_operations import PATHS
from pages.vocabulary import CodeSystem
from tests.factories import advice, examination, heading, paragraph, publish_condition, republish, treatment
from translation.conditions import live_conditions
from translation.models import SegmentTranslation, State
from translation.verdicts import Verdict

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
CONTRACT = json.loads(GOLDEN.read_text())
ROOT = "/api/v1/"


def at(pointer):
    """What a `$ref` of the contract points to."""
    found = CONTRACT
    for step in pointer.removeprefix("#/").split("/"):
        found = found[step]
    return found


def resolve(value):
    return at(value["$ref"]) if "$ref" in value else value


def closed(schema):
    """The same schema with no members but those it names: clients pass over others, but we don't add any unsaid."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return {name: closed(part) for name, part in schema.items()} | more


def check(value, schema):
    """Raises ValidationError if a value doesn't obey a schema of the contract, or has members that it doesn't name."""
    Draft202012Validator(
        closed({**schema, "components": CONTRACT["components"]}), format_checker=Draft202012Validator.FORMAT_CHECKER
    ).validate(value)


def component(name):
    return {"$ref": f"#/components/schemas/{name}"}


def walk(value, where=()):
    """Every mapping in the contract, with its place."""
    if isinstance(value, dict):
        yield where, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from walk(inner, (*where, key))


# The file


@pytest.fixture
def generated(tmp_path):
    """The text that `make openapi` would write."""
    path = tmp_path / "openapi.json"
    call_command("spectacular", format="openapi-json", file=str(path), validate=True, fail_on_warn=True)
    return path.read_text()


def test_the_contract_is_the_frozen_one(generated):
    old, new = GOLDEN.read_text().splitlines(), generated.splitlines()
    if old != new:
        diff = list(difflib.unified_diff(old, new, "tests/api/golden/openapi.json", "what the code says", n=2))
        shown = "\n".join(diff[:40])
        pytest.fail(f"The contract changed. If clients can live with it, `make openapi` renews the file.\n{shown}")


def test_it_is_served_as_it_is_generated(generated, client, db):
    for _ in range(2):  # what is generated first must leave what is generated next as it is
        response = client.get(f"{ROOT}schema/", {"format": "json"})
        assert response.headers["Content-Type"] == "application/vnd.oai.openapi+json"
        assert response.text == generated
    assert client.get(f"{ROOT}schema/").text.startswith("openapi: 3.1.0\n")


def test_the_docs_ask_no_third_party(client, db):
    html = client.get(f"{ROOT}docs/").content.decode()

    loaded = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert loaded
    assert all(finders.find(address.removeprefix("/static/")) for address in loaded)
    assert "://" not in html


# OpenAPI


def test_it_is_openapi():
    assert CONTRACT["openapi"] == "3.1.0"
    validate_schema(CONTRACT)
    for schema in CONTRACT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_leads_somewhere_and_every_component_is_used():
    referenced = {value["$ref"] for _, value in walk(CONTRACT) if "$ref" in value}
    for pointer in referenced:
        at(pointer)

    components = {f"#/components/{kind}/{name}" for kind, named in CONTRACT["components"].items() for name in named}
    assert components - referenced == {
        "#/components/schemas/Problem",  # all of them, for clients that read problems in one place
        "#/components/examples/MethodNotAllowedProblem",  # a GET is never answered with it
    }


def test_every_object_has_all_of_its_members_and_room_for_more():
    objects = [
        value for _, value in walk(CONTRACT["components"]) if value.get("type") == "object" and "required" in value
    ]
    assert objects
    for value in objects:
        assert "additionalProperties" not in value  # v1 may gain members
        assert value["required"] == list(value["properties"])


def test_unions_name_what_tells_their_members_apart():
    unions = [value for _, value in walk(CONTRACT) if "discriminator" in value]
    assert unions
    for union in unions:
        mapping = union["discriminator"]["mapping"]
        assert [{"$ref": pointer} for pointer in mapping.values()] == union["oneOf"]
        for value, pointer in mapping.items():
            assert at(pointer)["properties"]["type"]["const"] == value


def test_operations_have_short_names_that_are_unique():
    names = [path["get"]["operationId"] for path in CONTRACT["paths"].values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"(get|list)(_[a-z]+){1,3}", name) for name in names)


@pytest.mark.parametrize("name", CONTRACT["components"]["examples"])
def test_examples_obey(name):
    check(CONTRACT["components"]["examples"][name]["value"], component(name))


# What it has to name


def addresses_served():
    """`{address as the contract writes it: view}`."""
    return {
        ROOT + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern)): pattern.callback.cls
        for pattern in urls.urlpatterns
    }


def test_every_address_is_in_it():
    assert CONTRACT["paths"].keys() == addresses_served().keys()


def test_generating_warns_of_an_address_that_is_not_in_it(monkeypatch, capsys):
    monkeypatch.delitem(PATHS, f"{ROOT}locales/")
    monkeypatch.setitem(PATHS, f"{ROOT}nowhere/", {})

    SchemaGenerator().get_schema(public=True)

    assert GENERATOR_STATS
    told = capsys.readouterr().err
    assert "/api/v1/locales/ is served, but not in the contract" in told
    assert "/api/v1/nowhere/ isn't served, but in the contract" in told


@pytest.mark.parametrize(("path", "view"), addresses_served().items())
def test_every_parameter_is_in_it(path, view):
    parameters = [resolve(p) for p in CONTRACT["paths"][path]["get"].get("parameters", ())]

    assert {p["name"] for p in parameters if p["in"] == "path"} == set(re.findall(r"{(\w+)}", path))
    assert {p["name"] for p in parameters if p["in"] == "query"} == view.known_parameters


def test_every_block_type_and_every_type_of_problem_is_in_it():
    schemas = CONTRACT["components"]["schemas"]
    assert schemas["Block"]["discriminator"]["mapping"].keys() == BLOCKS.keys()
    assert schemas["Problem"]["discriminator"]["mapping"].keys() == {kind.uri for kind in PROBLEM_TYPES}
    assert set(schemas["ProblemType"]["properties"]["type"]["enum"]) == {kind.uri for kind in PROBLEM_TYPES}


# Live answers


def obeys(response, path):
    """Holds a live answer against what the contract says of an address: status, headers, media type, body."""
    answer = CONTRACT["paths"][path]["get"]["responses"][str(response.status_code)]
    for name, header in answer.get("headers", {}).items():
        if resolve(header)["required"]:
            assert name in response.headers
        if name in response.headers:
            check(response[name], resolve(header)["schema"])
    if "content" not in answer:
        assert response.content == b""
        return
    content = answer["content"][response["Content-Type"].split(";")[0]]
    if "json" in response["Content-Type"]:
        check(response.json(), content["schema"])


def image(block_id, pk):
    return {"type": "image", "id": block_id, "value": {"image": pk, "alt": "A throat.", "caption": ""}}


def table(block_id, header, *rows):
    def items(name, values):
        return [{"type": "item", "id": f"{name}{number}", "value": value} for number, value in enumerate(values)]

    cells = [items(f"{block_id}-r{number}-", [f"<p>{cell}</p>" for cell in row]) for number, row in enumerate(rows)]
    value = {"caption": "Doses", "header": items(f"{block_id}-h", header), "rows": items(f"{block_id}-r", cells)}
    return {"type": "table", "id": block_id, "value": value}


def translate(page, state=State.REVIEWED):
    """Puts the page's texts into Dutch, where they aren't yet."""
    now = timezone.now()
    for condition in live_conditions(keys=[page.translation_key]):
        for segment in condition.segments:
            SegmentTranslation.objects.get_or_create(
                locale="nl",
                condition=condition.key,
                path=segment.path,
                source_digest=segment.digest,
                defaults={
                    "source_text": segment.text,
                    "target_text": f"NL {segment.text}",
                    "state": state,
                    "origin": "test",
                    "reviewer_name": "Rana Reviewer" if state == State.REVIEWED else "",
                    "created_at": now,
                    "updated_at": now,
                },
            )
    refresh_editions(conditions=[page.translation_key])


@pytest.fixture
def site(db):
    """`full` has everything, its Dutch is partly outdated; `plain` is complete in Dutch; `gone` is withdrawn."""
    picture = get_image_model().objects.create(title="Throat", file=get_test_image_file(size=(900, 600)))
    gone = publish_condition("gone")
    plain = publish_condition("plain", title="Plain")
    translate(plain)
    full = publish_condition(
        "full",
        also_known_as=[{"type": "name", "id": "n1", "value": "Pharyngitis"}],
        codes=[
            {"type": "code", "id": f"c{number}", "value": {"system": system, "code": "J02.9"}}
            for number, system in enumerate(CodeSystem)
        ],
        definition=[paragraph("d1", "Pain. <b>Often</b>."), image("d2", picture.pk)],
        causes=[heading("k1", "Viruses"), table("k2", ["Virus", "Days"], ["Cold", "7"])],
        signs=[advice("s1", "emergency", "Call for help", "If you can't breathe."), paragraph("s2", "Fever.")],
        diagnosis=[examination("e1", "Swab", "It takes a minute.")],
        treatments=[treatment("t1", "Paracetamol", "500 mg.", "Not with alcohol.")],
        further=[paragraph("f1", f'See <a linktype="page" id="{plain.pk}">plain</a>.')],
        sources=[{"type": "source", "id": "q1", "value": {"title": "Guideline", "url": "https://example.org/g"}}],
        reviewers=[{"type": "reviewer", "id": "v1", "value": {"name": "Dr. A", "role": "physician"}}],
        related=[{"type": "condition", "id": "l1", "value": plain.pk}],
        last_reviewed="2026-01-20",
        next_review="2028-01-20",
    )
    translate(full)
    full = republish(full, definition=[paragraph("d1", "Pain. <b>Seldom</b>."), image("d2", picture.pk)])
    full = republish(full, diagnosis=[examination("e1", "Swab", "It takes a minute."), heading("e2", "Blood")])
    translate(full, State.TRANSLATED)
    full = republish(
        full,
        signs=[
            advice("s1", "emergency", "Call for help", "If you can't breathe or swallow."),
            paragraph("s2", "Fever."),
        ],
        treatments=[treatment("t1", "Paracetamol", "500 mg.", "Not with alcohol."), paragraph("t2", "Rest.")],
    )
    gone.unpublish()
    return full


def documents(client):
    return [client.get(f"{ROOT}{locale}/conditions/full/").json() for locale in ("en", "nl")]


def test_the_site_under_test_has_everything(site, client):
    """Lest the contract be held against too little."""
    source, dutch = documents(client)
    blocks = [block for document in (source, dutch) for section in document["sections"] for block in section["blocks"]]
    assert {block["type"] for block in blocks} == BLOCKS.keys()
    assert {block["state"] for block in blocks} == {verdict.value for verdict in Verdict}
    assert {entry["state"] for entry in dutch["translation"]["not_current"]} == {"stale", "unreviewed", "missing"}
    assert {entry["status"] for entry in source["locales"]} == {"source", "outdated"}
    assert client.get(f"{ROOT}nl/conditions/plain/").json()["translation"]["status"] == "complete"
    assert {change["type"] for change in client.get(f"{ROOT}en/changes/").json()["changes"]} == {
        "condition",
        "tombstone",
    }


READS = [
    ("", ""),
    ("locales/", "locales/"),
    ("{locale}/conditions/", "en/conditions/"),
    ("{locale}/conditions/", "nl/conditions/?limit=1"),
    ("{locale}/conditions/", "ar/conditions/"),
    ("{locale}/conditions/{slug}/", "en/conditions/full/"),
    ("{locale}/conditions/{slug}/", "nl/conditions/full/"),
    ("{locale}/conditions/{slug}/", "nl/conditions/plain/"),
    ("conditions/", "conditions/"),
    ("conditions/", "conditions/?locale=nl-BE&limit=100"),
    ("conditions/{slug_or_id}/", "conditions/full/?locale=nl"),
    ("conditions/{slug_or_id}/", "conditions/full/?locale=ar&fallback=default"),
    ("{locale}/changes/", "en/changes/"),
    ("{locale}/changes/", "nl/changes/?limit=1"),
    ("{locale}/changes/", "ar/changes/"),
    ("problems/", "problems/"),
    *(("problems/{name}/", f"problems/{kind.name}/") for kind in PROBLEM_TYPES),
]


def test_answers_obey(site, client):
    for path, address in READS:
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
    assert {path for path, _ in READS} == {path.removeprefix(ROOT) for path in PATHS} - {"schema/", "docs/"}


def test_pages_can_be_followed_to_their_end(site, client):
    for path, address in [("{locale}/conditions/", "nl/conditions/"), ("{locale}/changes/", "nl/changes/")]:
        first = client.get(ROOT + address, {"limit": 1})
        second = client.get(first.json()["next"])
        obeys(second, ROOT + path)
        assert second.json().get("next" if "conditions" in address else "has_more") in (None, False)


ANOTHER_DATABASE = FeedCursor("0ddba11", 1)

PROBLEMS = [
    ("not-found", "{locale}/conditions/{slug}/", "en/conditions/no-such/"),
    ("not-found", "conditions/{slug_or_id}/", "conditions/no-such/"),
    ("not-found", "problems/{name}/", "problems/no-such/"),
    ("not-in-this-language", "{locale}/conditions/{slug}/", "ar/conditions/full/"),
    ("not-in-this-language", "conditions/{slug_or_id}/", "conditions/full/?locale=ar&fallback=none"),
    ("not-in-this-language", "conditions/", "conditions/?locale=ja&fallback=none"),
    ("withdrawn", "{locale}/conditions/{slug}/", "en/conditions/gone/"),
    ("withdrawn", "conditions/{slug_or_id}/", "conditions/gone/"),
    ("unknown-locale", "{locale}/conditions/", "xx/conditions/"),
    ("unknown-locale", "{locale}/conditions/{slug}/", "xx/conditions/full/"),
    ("unknown-locale", "{locale}/changes/", "xx/changes/"),
    *(("bad-parameter", path, f"{address.split('?')[0]}?bad=1") for path, address in READS),
    ("bad-parameter", "{locale}/conditions/", "en/conditions/?limit=0"),
    ("bad-parameter", "{locale}/conditions/", "en/conditions/?limit=101"),
    ("bad-parameter", "conditions/", "conditions/?fallback=never"),
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


def test_no_representation_is_a_problem_that_obeys(client):
    for path, address in READS:
        response = client.get(ROOT + address, headers={"Accept": "application/xml"})
        assert response.json()["type"] == f"{ROOT}problems/not-acceptable/"
        obeys(response, ROOT + path)


def test_the_contract_and_its_page_obey_it_too(client, db):
    for path in ("schema/", "docs/"):
        for headers in ({}, {"Accept": "image/png"}, {"Host": "elsewhere.example"}):
            obeys(client.get(ROOT + path, headers=headers), ROOT + path)
        obeys(client.get(ROOT + path, {"bad": 1}), ROOT + path)
    obeys(client.get(f"{ROOT}schema/", {"format": "xml"}), f"{ROOT}schema/")


def test_another_method_is_a_problem_that_obeys(client):
    for _, address in READS:
        response = client.post(ROOT + address)
        assert response.status_code == 405
        check(response.json(), component("MethodNotAllowedProblem"))


def test_another_host_is_a_problem_that_obeys(client):
    for path, address in READS:
        response = client.get(ROOT + address, headers={"Host": "elsewhere.example"})
        assert response.json()["type"] == f"{ROOT}problems/bad-request/"
        obeys(response, ROOT + path)


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
    seen = {name for name, _, _ in PROBLEMS} | {"not-acceptable", "method-not-allowed", "bad-request", "internal"}
    assert seen == {kind.name for kind in PROBLEM_TYPES}


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
