"""The importer's closed lists are the page's."""

from enum import StrEnum

import pytest

from pages import vocabulary
from pages.importing import values


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [(values.Section, vocabulary.Section.values), (values.Approach, vocabulary.Approach.values)],
)
def test_same_list(ours: type[StrEnum], theirs: list[str]) -> None:
    assert sorted(ours) == sorted(theirs)
