"""What every journey starts with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.doors import Api


@pytest.fixture
def api(db: None) -> Api:
    """The API, from which everything that is there already has been read."""
    return Api()


@pytest.fixture(autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> Path:
    """Pictures of one test don't get the names of another's."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
    return Path(settings.MEDIA_ROOT)
