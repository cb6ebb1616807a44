"""The contract and a running server, judged by a client that nobody here wrote (https://schemathesis.io)."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.api.full_site import publish_full_site
from tests.live import live_server

# Left out: `positive_data_acceptance` and `negative_data_rejection`, since a slug or a cursor that fits its pattern
# need not be one of this site, and any word is a search.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,unsupported_method"
)


def test_a_running_server_obeys_the_contract(db: None, media: None, tmp_path: Path) -> None:
    publish_full_site(tmp_path / "po")
    with live_server(tmp_path) as live:
        address = live.address
        with urllib.request.urlopen(f"{address}/api/v1/nl/conditions/full/") as answer:
            assert answer.status == 200, "what the test made is there"
        told = subprocess.run(
            [
                *(str(Path(sys.executable).parent / "schemathesis"), "run", f"{address}/api/v1/schema/?format=json"),
                *("--url", address, "--checks", CHECKS, "--max-examples", "8", "--seed", "1", "--no-color"),
                *("--phases", "examples,coverage,fuzzing", "--generation-database", "none"),
            ],
            capture_output=True,
            text=True,
            timeout=300,
            cwd=tmp_path,
            env=os.environ | {"HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path / "hypothesis")},
            check=False,
        )
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
