"""`translation_status` prints the lines of the status, for people or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import run
from tests.factories import publish_condition
from tests.translation.files import po, write

pytestmark = pytest.mark.django_db


def test_status_as_a_table() -> None:
    publish_condition()
    ran = run("translation_status", "--locale", "nl")
    head, line = ran.out.splitlines()
    assert head.split() == ["slug", "locale", "segments", "current", "unreviewed", "stale", "missing", "critical"]
    assert line.split() == ["sore-throat", "nl", "3", "0", "0", "0", "3", "0"]
    assert len(head) == len(line)


def test_status_as_json(tmp_path: Path) -> None:
    page = publish_condition()
    run("import_translations", write(tmp_path / "x.po", po(page, title="Keelpijn")))
    lines = json.loads(run("translation_status", "--format", "json").out)
    assert [line["locale"] for line in lines] == ["nl", "es", "ar"]
    assert lines[0] == {
        "slug": "sore-throat",
        "locale": "nl",
        "segments": 3,
        "current": 0,
        "unreviewed": 1,
        "stale": 0,
        "missing": 2,
        "critical": 0,
    }


def test_status_of_an_empty_site() -> None:
    assert run("translation_status").out.split()[:2] == ["slug", "locale"]
    assert json.loads(run("translation_status", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--locale", "fr"], "no such language here: fr; there are en, nl, es, ar"),
        (["--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_status_that_was_asked_wrongly(arguments: list[str], error: str) -> None:
    ran = run("translation_status", *arguments)
    assert ran.code == 1
    assert error in ran.error
