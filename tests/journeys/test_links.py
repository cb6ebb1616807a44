"""Journey 1 with links: a condition may be renamed, withdrawn or deleted, and those that link to it stay true."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from pages.models import ConditionIndexPage, ConditionPage
from tests.documents import block_of
from tests.factories import link_to, paragraph, publish_condition, related_to, republish
from tests.journeys.doors import Api, Json, verify_editions
from tests.journeys.withdrawing import move_below_unpublished, restrict, save_as_not_live, unpublish

ADDRESS = "en/conditions/sore-throat/"


def _mention(page: Page) -> list[Json]:
    return [paragraph("def1", f"Not to be mistaken for {link_to(page, 'a sore throat')}.")]


def _html(document: Json) -> str:
    return block_of(document, "def1")["html"]


def test_renamed(api: Api) -> None:
    page = publish_condition()
    other = publish_condition("tonsillitis", title="Tonsillitis", definition=_mention(page))
    api.news()
    republish(page, slug="pharyngitis")
    document = api.condition("en", "pharyngitis")
    assert document["url"] == "/api/v1/en/conditions/pharyngitis/"
    assert [locale["url"] for locale in document["locales"]] == [document["url"]]
    api.problem(ADDRESS, 404, "not-found")
    link = _html(api.condition("en", other.slug)).split('"')[1]
    assert api.get(link)["Content-Location"] == document["url"]
    assert api.news() == {"en/pharyngitis"}


@pytest.mark.parametrize("withdraw", [unpublish, restrict, move_below_unpublished, save_as_not_live])
def test_nothing_that_happens_to_a_linked_condition_changes_these_bytes(api: Api, withdraw: Any) -> None:
    target = publish_condition()
    publish_condition("tonsillitis", title="Tonsillitis", definition=_mention(target), related=related_to(target))
    before = api.etag("en", "tonsillitis")
    withdraw(ConditionPage.objects.get(pk=target.pk))
    assert api.etag("en", "tonsillitis") == before
    verify_editions()


def test_linked_condition_deleted(api: Api) -> None:
    """The words of the link stay; an address that is left answers that it is withdrawn."""
    target = publish_condition()
    publish_condition("tonsillitis", title="Tonsillitis", definition=_mention(target), related=related_to(target))
    api.news()
    target.delete()
    document = api.condition("en", "tonsillitis")
    assert "a sore throat" in _html(document)
    for related in document["related"]:
        assert api.get(related["url"]).status_code == 410
    assert "en/sore-throat deleted" in api.news()


def test_conditions_that_link_to_each_other(api: Api) -> None:
    first = publish_condition()
    second = publish_condition("tonsillitis", title="Tonsillitis", related=related_to(first))
    republish(first, related=related_to(second))
    assert api.condition("en")["related"][0]["id"] == str(second.translation_key)
    ConditionIndexPage.objects.get().delete()
    assert api.news() == {"en/sore-throat deleted", "en/tonsillitis deleted"}
