"""The frozen contract: it is what it was, it is OpenAPI 3.1, and it names every address."""

import difflib
import re

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from api import urls
from api.documents import BLOCKS
from api.problems import PROBLEM_TYPES
from api.schema_operations import PATHS
from tests.api.contract import CONTRACT, GOLDEN, ROOT, at, check, component, resolve, walk

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
        if value != CONTRACT["components"]["schemas"]["ConditionSummary"]:  # of which `fields` leaves some out
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
