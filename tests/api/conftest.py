"""What the tests of the API start with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pages.models import ConditionPage
from tests.factories import make_people, paragraph, publish_condition
from tests.journeys.doors import Api, translate_all

DUTCH = {
    "Sore throat": "Keelpijn",
    "Pain when you swallow.": "Pijn bij het slikken.",
    "Pain at the back of the throat.": "Pijn achter in de keel.",
}


@pytest.fixture
def api(db: None) -> Api:
    """The API of a site without conditions."""
    return Api()


@pytest.fixture
def throat(db: None) -> ConditionPage:
    """A condition in English."""
    return publish_condition(definition=[paragraph("def1", "Pain at the back of the throat.")])


@pytest.fixture
def dutch(throat: ConditionPage, tmp_path: Path) -> ConditionPage:
    """The same, in Dutch too."""
    make_people()
    translate_all(tmp_path, DUTCH)
    return throat


@pytest.fixture(autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    """Pictures of one test don't get the names of another's."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
