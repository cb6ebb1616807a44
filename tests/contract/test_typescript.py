"""A TypeScript client generated from the contract: its types bite, and what an app does with it is what we promise."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from api.cursors import FeedCursor
from tests.api.contract import GOLDEN
from tests.api.full_site import publish_full_site
from tests.live import live_server
from tests.production import ROOT

SOURCES = Path(__file__).parent / "typescript"
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH")
CHANGE = """
from pages.models import ConditionPage
from tests.factories import heading, publish_condition, republish
publish_condition("fever", title="Fever")
republish(ConditionPage.objects.get(slug="plain"), definition=[heading("d1", "Now it is a heading.")])
"""
WITHDRAW = """
from pages.models import ConditionPage
ConditionPage.objects.get(slug="full").unpublish()
ConditionPage.objects.get(slug="fever").delete()
"""


def installed() -> Path:
    """Where npm put what package-lock.json names; kept between runs. Skips where it can't be had."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("NO NODE HERE: no TypeScript client is made from the contract (Debian: apt install nodejs npm)")
    named = hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()[:12]
    folder = ROOT / "var" / f"npm-{named}"
    if not folder.exists():
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as new:
            package = Path(new) / "package"
            shutil.copytree(SOURCES, package)
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
            ran = subprocess.run(command, cwd=package, capture_output=True, text=True, timeout=300, check=False)
            if ran.returncode and any(reason in ran.stderr for reason in UNREACHABLE):
                pytest.skip(f"NO NPM REGISTRY HERE: no TypeScript client is made from the contract: {ran.stderr[:500]}")
            assert ran.returncode == 0, ran.stderr
            package.rename(folder)  # whole or not at all
    return folder / "node_modules"


def run(folder: Path, *command: object) -> str:
    """What a program of the folder prints; it must succeed."""
    ran = subprocess.run(
        [*map(str, command)], cwd=folder, capture_output=True, text=True, timeout=120, check=False, env=os.environ
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture
def client(tmp_path: Path) -> Path:
    """The folder of a client: generated from the contract, checked by the compiler, with wrong.ts too, and compiled."""
    folder = tmp_path / "client"
    shutil.copytree(SOURCES, folder)
    (folder / "node_modules").symlink_to(installed())
    tools = folder / "node_modules" / ".bin"
    run(folder, tools / "openapi-typescript", GOLDEN, "--output", "api.ts")
    run(folder, tools / "tsc", "--project", ".")
    return folder


class App:
    """The compiled client, opened again and again; between that it keeps what it has in a file."""

    def __init__(self, client: Path, address: str) -> None:
        self._client, self._address = client, address
        self.store = client / "store.json"

    def open(self) -> dict[str, Any]:
        """What it did, and what it holds."""
        return json.loads(run(self._client, "node", "built/journey.js", self._address, "en", self.store))

    def assert_holds_the_listing(self, opened: dict[str, Any]) -> None:
        held = {item["id"]: (item["slug"], item["version"]) for item in opened["held"]}
        assert held == {item["id"]: (item["slug"], item["version"]) for item in self._listing()}

    def _listing(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        following: str | None = "/api/v1/en/conditions/?limit=1"
        while following:
            with urlopen(self._address + following) as answer:
                page = json.load(answer)
            items += page["items"]
            following = page["next"]
        return items


def test_an_app_installs_follows_forgets_and_begins_again(db: None, media: None, client: Path, tmp_path: Path) -> None:
    publish_full_site(tmp_path / "translator")
    with live_server(tmp_path) as live:
        app = App(client, live.address)

        first = app.open()
        assert first["done"] == ["installed"]
        app.assert_holds_the_listing(first)
        (full,) = [item["text"] for item in first["held"] if item["slug"] == "full"]
        for words in (
            "Viruses",
            "Fever.",
            "Call for help",
            "It takes a minute.",
            "With water.",
            "A red throat.",
            "Days",
        ):
            assert words in full

        assert app.open() == first | {"done": []}

        live.run(CHANGE)
        second = app.open()
        assert second["done"] == []
        assert {item["slug"] for item in second["held"]} == {"full", "plain", "fever"}
        assert "Now it is a heading." in json.dumps(second["held"])
        app.assert_holds_the_listing(second)

        live.run(WITHDRAW)
        third = app.open()
        assert sorted(third["done"]) == ["fever: deleted", "full: unpublished"]
        assert [item["slug"] for item in third["held"]] == ["plain"]
        app.assert_holds_the_listing(third)

        kept = json.loads(app.store.read_text())
        app.store.write_text(json.dumps(kept | {"cursor": str(FeedCursor("0ddba11", 1))}))  # of another database
        again = app.open()
        assert again["done"] == ["too late", "installed"]
        assert again["held"] == third["held"]
