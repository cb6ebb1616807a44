"""The headings of a condition document: our own words or the editor's, each in one language and saying which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pages.models import ConditionPage
from tests.factories import make_people, publish_condition, republish
from tests.journeys.doors import Api, Json, translate_all


@pytest.fixture
def words(dutch_interface: Callable[[dict[str, str]], None]) -> None:
    """The interface in Dutch, but for one heading."""
    dutch_interface(
        {
            "What is %(condition)s?": "Wat is %(condition)s?",
            "How is %(condition)s treated?": "Hoe wordt %(condition)s behandeld?",
        }
    )


def _headings(document: Json) -> dict[str, tuple[str, str]]:
    return {section["type"]: (section["heading"], section["lang"]) for section in document["sections"]}


def test_default_headings(api: Api, words: None, dutch: ConditionPage) -> None:
    english, translated = _headings(api.condition("en")), _headings(api.condition("nl"))
    assert english["definition"] == ("What is Sore throat?", "en")
    assert english["treatments"] == ("How is Sore throat treated?", "en")
    assert translated["definition"] == ("Wat is Keelpijn?", "nl")
    assert translated["treatments"] == ("Hoe wordt Keelpijn behandeld?", "nl")
    assert translated["signs"][1] == "en"  # nobody translated this one: it says so


def test_own_headings(api: Api, words: None, tmp_path: Path) -> None:
    make_people()
    page = publish_condition(definition_heading="In short", treatments_heading="What 100% helps")
    dutch = {"In short": "In het kort", "What 100% helps": "Wat 100% helpt"}
    translate_all(tmp_path, lambda text: dutch.get(text, f"{text}"))
    assert _headings(api.condition("en"))["definition"] == ("In short", "en")
    assert _headings(api.condition("nl"))["definition"] == ("In het kort", "nl")
    assert _headings(api.condition("nl"))["treatments"] == ("Wat 100% helpt", "nl")
    republish(page, definition_heading="In brief")
    assert _headings(api.condition("nl"))["definition"] == ("In brief", "en")
    republish(page, definition_heading="")
    assert _headings(api.condition("nl"))["definition"][1] == "nl"


def test_a_heading_is_never_of_two_languages(api: Api, words: None, dutch: ConditionPage) -> None:
    """The title isn't Dutch any more: a Dutch heading around it would be half English."""
    republish(dutch, title="Sore throats")
    document = api.condition("nl")
    assert (document["title"], document["translation"]["not_current"][0]["path"]) == ("Sore throats", "title")
    assert _headings(document)["definition"] == ("What is Sore throats?", "en")


def test_a_title_with_a_percent_sign(api: Api) -> None:
    publish_condition(title="50% burns %(condition)s %s")
    assert _headings(api.condition("en"))["definition"][0] == "What is 50% burns %(condition)s %s?"
