"""Fixtures that all tests share."""

import pytest

from api.words import interface_words


@pytest.fixture(autouse=True)
def _fresh_words():
    """The interface's words are read once per process; a test that changes settings mustn't see those of another."""
    interface_words.cache_clear()
