"""The demo: eight conditions in four languages, through the doors that an editor and a translator use."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from cms.demo.loader import load_demo

CATALOGUES = sorted(Path(settings.CATALOGUES_DIR).glob("*/conditions/*.po"))


@pytest.fixture
def _demo(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load_demo(tell=lambda step: None)


@pytest.mark.usefixtures("_demo")
def test_the_demo_is_complete_but_for_one_condition_in_one_language(client: Client):
    counts = {item["locale"]: item["conditions"] for item in client.get("/api/v1/locales/").json()["items"]}

    assert counts["en"] == counts["nl"] == counts["es"] == {"published": 8, "complete": 8, "outdated": 0}
    assert counts["ar"] == {"published": 7, "complete": 7, "outdated": 0}
    assert client.get("/api/v1/ar/conditions/shingles/").json()["locales"] == ["en", "es", "nl"]
    call_command("verify_editions", verbosity=0)


@pytest.mark.usefixtures("_demo")
def test_its_documents_show_every_kind_of_block_and_need(client: Client):
    def blocks(slug: str) -> list[dict]:
        document = client.get(f"/api/v1/nl/conditions/{slug}/").json()
        assert [section["type"] for section in document["sections"]][:5] == [
            "definition",
            "causes",
            "signs",
            "diagnosis",
            "treatments",
        ]
        assert document["sources"]
        assert document["codes"]
        assert document["review"]["last_reviewed"]
        return [block for section in document["sections"] for block in section["blocks"]]

    assert {"examination", "treatment"} <= {block["type"] for block in blocks("lumbar-plexus-neuralgia")}
    assert any(block["type"] == "advice" and block["urgency"] == "emergency" for block in blocks("meningitis"))
    assert any(block["type"] == "treatment" and block["warnings"] for block in blocks("migraine"))
    assert any(block["type"] == "table" for block in blocks("type-2-diabetes"))
    assert any(block["type"] == "image" and block["alt"] for block in blocks("carpal-tunnel-syndrome"))
    assert any("10<sup>9</sup>/L" in block.get("html", "") for block in blocks("immune-thrombocytopenia"))


@pytest.mark.usefixtures("_demo")
def test_exporting_writes_the_committed_catalogues_again(tmp_path):
    call_command("export_translations", output=tmp_path, verbosity=0)

    written = sorted(tmp_path.glob("*/conditions/*.po"))
    assert [path.relative_to(tmp_path) for path in written] == [
        path.relative_to(settings.CATALOGUES_DIR) for path in CATALOGUES
    ]
    for path in written:
        committed = Path(settings.CATALOGUES_DIR) / path.relative_to(tmp_path)
        assert path.read_bytes() == committed.read_bytes(), f"{committed} differs; make demo, then export_translations"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="MSGFMT IS MISSING: install gettext to check the catalogues")
@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_gettext_accepts_the_catalogue(path: Path, tmp_path: Path):
    result = subprocess.run(
        ["msgfmt", "--check", "--output-file", str(tmp_path / "out.mo"), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
