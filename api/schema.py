"""The contract: how drf-spectacular's commands, checks and pages come to show what api/schema_*.py says.

It is written as plain OpenAPI (3.1), not as serializers: views hand out finished bytes, so a serializer would describe
nothing that runs, and can't say what clients need: unions told apart by `type`, one schema per problem.
What keeps it true are tests that hold live answers against it (tests/api/test_openapi_answers.py).
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.drainage import warn

from api.addresses import ROOT
from api.schema_answers import LIST_SCHEMAS, PROBLEM_SCHEMAS
from api.schema_condition import CONDITION_SCHEMAS
from api.schema_examples import EXAMPLES
from api.schema_operations import HEADERS, PARAMETERS, PATHS, TAGS
from api.serialising import Json

DESCRIPTION = """\
Patient information about medical conditions, in every language it is published in. Reads are public and keyless.

* Every address answers GET, HEAD and OPTIONS.
* Every object has all of its members, always. v1 may get more of them, so pass over those that you don't know; none is
  taken away or changes its type.
* The same document has the same bytes at every address, and its `ETag` is their SHA-256: ask again with
  `If-None-Match`.
* Errors are `application/problem+json` (RFC 9457). Tell them apart by `type`, which never changes its meaning.
* A parameter that an address doesn't name is a problem, never ignored.
"""

Endpoint = tuple[str, str, str, Any]


def compare_addresses(endpoints: list[Endpoint]) -> list[Endpoint]:
    """A preprocessing hook of drf-spectacular: warns where addresses and contract differ.

    Hands nothing on, because there are no serializers to look for.
    """
    served = {path for path, *_ in endpoints if path.startswith(ROOT)}
    for path in sorted(served ^ PATHS.keys()):
        wrong = "is served, but not in" if path in served else "isn't served, but in"
        warn(f"{path} {wrong} the contract: see api.schema_operations.OPERATIONS")
    return []


def write_contract(result: Json, **_: Any) -> Json:
    """A postprocessing hook of drf-spectacular: fills its empty document."""
    return {
        **result,
        "info": {**result["info"], "description": DESCRIPTION},
        "tags": [{"name": name, "description": description} for name, description in TAGS.items()],
        "paths": PATHS,
        "components": {
            "schemas": {**CONDITION_SCHEMAS, **LIST_SCHEMAS, **PROBLEM_SCHEMAS},
            "parameters": PARAMETERS,
            "headers": HEADERS,
            "examples": EXAMPLES,
        },
    }
