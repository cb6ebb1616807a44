"""The contract and a running server, judged by a client that nobody here wrote (https://schemathesis.io)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

from tests.api.contract import CONTRACT, GOLDEN, ROOT
from tests.api.full_site import publish_full_site
from tests.live import Live, live_server
from tests.production import ROOT as FOLDER

# All checks are on, with two exceptions: nothing is wrong with the address of what isn't there or was withdrawn, nor
# with a language that nothing is in; and tests/contract/hooks.py.
CONFIGURATION = """
hooks = "tests.contract.hooks"
warnings = false
continue-on-failure = true

[cache]
enabled = false

[generation]
deterministic = true
max-examples = 25
database = "none"

[checks.positive_data_acceptance]
expected-statuses = ["2xx", "304", "404", "410"]
"""


def ask(live: Live, address: str) -> Any:
    with urlopen(f"{live.address}{ROOT}{address}") as answer:
        return json.load(answer)


def what_exists(live: Live) -> dict[str, list[str]]:
    """Names for the parameters of the contract that lead to something. It would hardly guess them."""
    page = ask(live, "nl/conditions/?limit=1")
    return {
        "path.locale": ["en", "nl"],
        "path.slug": ["full", "plain", "gone"],
        "path.slug_or_id": ["full", "plain", "gone", page["items"][0]["id"]],
        "path.version": [ask(live, "nl/bundle/")["version"]],
        "query.cursor": parse_qs(urlsplit(page["next"]).query)["cursor"],
        "query.since": [ask(live, "nl/changes/?limit=1")["cursor"]],
        "query.locale": ["nl-BE", "ar", "ja"],
        "query.letter": ["S", "N"],
        "query.q": ["sore", "nl plain"],
        "query.synonym": ["pharyngitis", "nl plain"],
        "query.code": ["icd-10|J02", "J02,mesh|J02.9"],
    }


def configuration(known: dict[str, list[str]]) -> str:
    """As TOML: four times of five, what exists."""
    lines = [CONFIGURATION]
    for name, values in known.items():
        dictionary = name.replace(".", "-")
        lines.append(f"dictionaries.{dictionary}.values = {json.dumps(values)}")
        lines.append(f'parameters."{name}" = {{ dictionary = "{dictionary}", probability = 0.8 }}')
    return "\n".join([*lines[1:], lines[0]])


def statuses(report: Path) -> dict[str, set[int]]:
    """`{"GET /address/{parameter}/": the statuses of its answers}`."""
    seen: dict[str, set[int]] = defaultdict(set)
    for line in report.read_text().splitlines():
        recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
        for interaction in recorder.get("interactions", {}).values():
            seen[recorder["label"]].add(interaction["response"]["status_code"])
    return seen


def test_a_running_server_obeys_the_contract(db: None, media: None, tmp_path: Path) -> None:
    publish_full_site(tmp_path / "po")
    report = tmp_path / "report.ndjson"
    with live_server(tmp_path) as live:
        (tmp_path / "schemathesis.toml").write_text(configuration(what_exists(live)))
        ran = subprocess.run(
            [
                *(str(Path(sys.executable).parent / "schemathesis"), "--config-file", "schemathesis.toml"),
                *("run", str(GOLDEN), "--url", live.address, "--no-color"),
                *("--report", "ndjson", "--report-ndjson-path", str(report)),
            ],
            capture_output=True,
            text=True,
            timeout=300,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(FOLDER), "HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path / "hypothesis")},
            check=False,
        )
    assert ran.returncode == 0, ran.stdout[-20000:] + ran.stderr[-2000:]

    seen = statuses(report)
    for path, methods in CONTRACT["paths"].items():
        assert 200 in seen[f"GET {path}"], (path, seen[f"GET {path}"])
        assert list(methods) == ["get"]
    documented = {int(status) for path in CONTRACT["paths"].values() for status in path["get"]["responses"]}
    of_headers_and_load = {406, 412, 429, 500}  # tests/api/test_openapi_problems.py brings these about
    assert set().union(*seen.values()) >= documented - of_headers_and_load
