"""The reference client, stopped at any moment, goes on and ends with what the API lists: nothing more, nothing less."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.factories import publish_condition
from tests.live import live_server
from tests.production import ROOT

CHANGE = """
from django.contrib.auth.models import User
from api.recalling import recall_condition
from pages.models import ConditionPage
from tests.factories import heading, publish_condition, republish
publish_condition("fever", title="Fever")
republish(ConditionPage.objects.get(slug="throat"), definition=[heading("d1", "Now it is a heading.")])
ConditionPage.objects.get(slug="gout").unpublish()
eva = User.objects.create_superuser("eva")
recall_condition(page=ConditionPage.objects.get(slug="acne"), message="The dose was too high.", user=eva)
"""


def listed(server: str) -> dict[str, Any]:
    with urlopen(f"{server}/api/v1/en/conditions/?include=sections&limit=100") as answer:
        return {item["document"]["id"]: item["document"] for item in json.load(answer)["items"]}


def test_stopped_anywhere_it_ends_with_what_is_listed(db: None, media: None, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("NO NODE HERE: the reference client isn't stopped and resumed (Debian: apt install nodejs)")
    for slug in ("throat", "gout", "acne", "burns"):
        publish_condition(slug, title=slug.title())
    state = tmp_path / "kept.json"
    state.write_text(json.dumps({"documents": {}, "cursor": ""}))
    (tmp_path / "server").mkdir()

    def follow(server: str) -> Any:
        script = ROOT / "tests/examples/stopped.mjs"
        command = [node, str(script), str(ROOT / "examples/reader/sync.js"), server, "en", str(state)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    with live_server(tmp_path / "server") as server:
        first = follow(server.address)
        assert first["kept"] == listed(server.address)
        assert len(first["kept"]) == 4
        server.run(CHANGE)
        second = follow(server.address)
        assert second["kept"] == listed(server.address)
        assert {document["slug"] for document in second["kept"].values()} == {"throat", "burns", "fever"}
        assert second["stops"] > 4 * 4  # four changes, one to a page
