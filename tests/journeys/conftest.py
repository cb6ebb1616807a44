"""What journeys start with: a condition as published, its Dutch file, and a clock that can be put forward."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from pages.models import ConditionPage
from tests.factories import advice, make_people, publish_condition
from tests.journeys.doors import export_po, fill_in, import_po
from tests.journeys.throat import CALL, DUTCH, PAIN, SAFE, WEEK, definition, treatments


@pytest.fixture
def page(db: None) -> ConditionPage:
    """A condition in English, and the people who translate it."""
    make_people()
    return publish_condition(
        definition=definition(PAIN, WEEK),
        signs=[advice("a1", "emergency", "Call 112 at once", CALL)],
        treatments=treatments(SAFE),
    )


@pytest.fixture
def dutch(page: ConditionPage, tmp_path: Path) -> Path:
    """The file of a finished translation, imported and approved."""
    path = fill_in(export_po(tmp_path), DUTCH)
    answer = import_po(path, reviewer="rana")
    assert answer.code == 0, answer.out
    return path


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Puts the clock forward by so many hours, and stops it there."""

    def go(hours: float) -> None:
        there = timezone.now() + datetime.timedelta(hours=hours)
        monkeypatch.setattr("django.utils.timezone.now", lambda: there)

    return go
