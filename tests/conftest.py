"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from api.words import interface_words
from tests.journeys.doors import Api

hypothesis.settings.register_profile("plexus", deadline=None)  # a busy machine is no finding
hypothesis.settings.load_profile("plexus")


@pytest.fixture(autouse=True)
def _fresh_words() -> None:
    """The interface's words are read once per process; a test that changes settings mustn't see those of another."""
    interface_words.cache_clear()


@pytest.fixture
def dutch_interface(tmp_path: Path, settings: Any) -> Callable[[dict[str, str]], None]:
    """Gives the interface these Dutch words, and no others in any language."""

    def speak(words: dict[str, str]) -> None:
        catalogue = Catalog(locale="nl")
        for word, translation in words.items():
            catalogue.add(word, translation)
        path = tmp_path / "words" / "nl" / "LC_MESSAGES" / "django.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_mo(file, catalogue)
        settings.LOCALE_PATHS = [tmp_path / "words"]
        interface_words.cache_clear()

    return speak


@pytest.fixture
def media(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    """Pictures of one test don't get the names of another's."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))


@pytest.fixture
def api(db: None, media: None) -> Api:
    """The API, from which everything that is there already has been read."""
    return Api()
