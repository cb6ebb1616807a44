"""`check_catalogues` reads every catalogue of the repository, and fails if any has an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import Ran, run
from tests.factories import publish_condition
from tests.translation.files import po, write

pytestmark = pytest.mark.django_db
WORD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\nmsgid "Causes"\nmsgstr '


@pytest.fixture
def catalogues(tmp_path: Path, settings: Any) -> Path:
    settings.CATALOGUES_DIR = tmp_path / "locale"
    return tmp_path / "locale"


def test_check_of_good_catalogues(catalogues: Path) -> None:
    page = publish_condition()
    write(catalogues / "nl/conditions/x.po", po(page))
    write(catalogues / "nl/LC_MESSAGES/django.po", WORD + '"Oorzaken"\n')
    ran = run("check_catalogues")
    assert ran == Ran(0, "1 catalogues of conditions, 1 of the interface, 0 errors\n", "")


def test_check_of_bad_catalogues(catalogues: Path) -> None:
    write(catalogues / "nl/conditions/x.po", "so what")
    write(catalogues / "nl/conditions/x.xlf", "<so>what")
    write(catalogues / "nl/LC_MESSAGES/django.po", WORD + '""\n')
    ran = run("check_catalogues")
    assert (ran.code, ran.error) == (1, "the catalogues have errors")
    *findings, last = ran.out.splitlines()
    assert findings[0].startswith("nl/conditions/x.po:1: error syntax: ")
    assert [f for f in findings if f.startswith("nl/conditions/x.xlf:1: error syntax: ")]
    assert findings[-1].startswith("nl/LC_MESSAGES/django.po:6: error untranslated: ")
    errors = sum(": error " in finding for finding in findings)
    assert last == f"2 catalogues of conditions, 1 of the interface, {errors} errors"


def test_two_catalogues_of_one_condition(catalogues: Path) -> None:
    page = publish_condition()
    for name in ("nl/conditions/sore-throat.po", "nl/conditions/throat.po", "es/conditions/throat.po"):
        write(catalogues / name, po(page, locale=name[:2]))
    ran = run("check_catalogues")
    assert ran.code == 1
    finding, _ = ran.out.splitlines()
    assert finding.startswith("nl/conditions/throat.po: error duplicate: sore-throat.po is a catalogue of the same")


def test_check_of_nothing(catalogues: Path) -> None:
    assert run("check_catalogues").out == "0 catalogues of conditions, 0 of the interface, 0 errors\n"
