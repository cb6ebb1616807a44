"""The frozen contract as tests use it: to look things up in, and to hold answers against."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from api.problems import PROBLEM_TYPES

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
CONTRACT = json.loads(GOLDEN.read_text())
ROOT = "/api/v1/"

# The paths of the contract that read something, with addresses of tests/api/full_site.py.
READS = [
    ("", ""),
    ("locales/", "locales/"),
    ("{locale}/conditions/", "en/conditions/"),
    ("{locale}/conditions/", "nl/conditions/?limit=1"),
    ("{locale}/conditions/", "ar/conditions/"),
    ("{locale}/conditions/", "nl/conditions/?include=sections&status=complete,outdated"),
    ("{locale}/conditions/", "en/conditions/?modified_since=2020-01-01T00:00:00Z"),
    ("{locale}/conditions/", "en/conditions/?q=fev&letter=S&code=icd-10|J02,405737000&synonym=pharyngitis"),
    ("{locale}/conditions/", "nl/conditions/?fields=title,id&sections=signs,causes"),
    ("{locale}/letters/", "en/letters/"),
    ("{locale}/labels/", "en/labels/"),
    ("{locale}/labels/", "ar/labels/"),
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
    ("{locale}/bundle/", "nl/bundle/"),
    ("problems/", "problems/"),
    *(("problems/{name}/", f"problems/{kind.name}/") for kind in PROBLEM_TYPES),
]


def at(pointer):
    """What a `$ref` of the contract points to."""
    found = CONTRACT
    for step in pointer.removeprefix("#/").split("/"):
        found = found[step]
    return found


def resolve(value):
    return at(value["$ref"]) if "$ref" in value else value


def walk(value, where=()):
    """Every mapping in the contract, with its place."""
    if isinstance(value, dict):
        yield where, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from walk(inner, (*where, key))


def component(name):
    return {"$ref": f"#/components/schemas/{name}"}


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
