"""What the tests of the API start with."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.models import ConditionPage
from tests.api.full_site import publish_full_site
from tests.factories import make_people, paragraph, publish_condition
from tests.journeys.doors import translate_all

DUTCH = {
    "Sore throat": "Keelpijn",
    "Pain when you swallow.": "Pijn bij het slikken.",
    "Pain at the back of the throat.": "Pijn achter in de keel.",
}


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


@pytest.fixture
def site(db: None, media: None, tmp_path: Path) -> ConditionPage:
    """A site that has everything of which the contract tells; this condition, most of it."""
    return publish_full_site(tmp_path)
