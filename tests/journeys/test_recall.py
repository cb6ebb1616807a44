"""A recall: an editor takes a condition out of every language at once, and readers are told why."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from api.models import Bundle, Edition, Recall
from api.recalling import NotRecalledError, lift_recall, recall_condition
from pages.models import ConditionPage
from tests.factories import make_people, publish_condition, republish, translate
from tests.journeys.doors import Api

pytestmark = pytest.mark.django_db
MESSAGE = "The dose on this page was too high. Ask your pharmacist."


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("eva")


@pytest.fixture
def page() -> ConditionPage:
    page = publish_condition()
    translate(page, "nl")
    return page


def test_it_is_gone_in_every_language_and_readers_are_told_why(api: Api, page: ConditionPage, editor: User) -> None:
    api.news()
    recall_condition(page=page, message=f" {MESSAGE} ", user=editor)
    assert api.news() == {"en/sore-throat recalled", "nl/sore-throat recalled"}
    for address in ("en/conditions/sore-throat/", "nl/conditions/sore-throat/", f"conditions/{page.translation_key}/"):
        problem = api.problem(address, 410, "withdrawn")
        assert (problem["reason"], problem["message"], problem["message_lang"]) == ("recalled", MESSAGE, "en")
    (tombstone,) = api.json("nl/changes/")["changes"]
    assert (tombstone["message"], tombstone["message_lang"]) == (MESSAGE, "en")
    assert api.listing("en") == []


def test_nobody_brings_it_back_by_publishing_or_translating(api: Api, page: ConditionPage, editor: User) -> None:
    recall_condition(page=page, message=MESSAGE, user=editor)
    api.news()
    page = republish(page, title="Sore throat, corrected")
    translate(page, "nl")
    translate(page, "es")
    assert api.news() == set()
    assert Edition.objects.published().count() == 0


def test_lifted_it_says_what_is_published_by_then(api: Api, page: ConditionPage, editor: User) -> None:
    recall_condition(page=page, message=MESSAGE, user=editor)
    page = republish(page, title="Sore throat, corrected")
    api.news()
    lift_recall(page=page, user=editor)
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}
    assert api.condition("en")["title"] == "Sore throat, corrected"
    assert api.condition("nl")["translation"]["status"] == "outdated"
    assert not Edition.objects.exclude(message="").exists()


def test_no_bundle_still_holds_it(api: Api, page: ConditionPage, editor: User) -> None:
    before = api.json("nl/bundle/")
    recall_condition(page=page, message=MESSAGE, user=editor)
    assert not Bundle.objects.filter(locale="nl").exists()
    api.problem(before["url"], 404, "not-found")
    after = api.json("nl/bundle/")
    assert after["count"] == 0
    assert api.feed("nl", before["cursor"])[0][0]["reason"] == "recalled"


def test_deleted_while_it_is_recalled_is_no_news(api: Api, page: ConditionPage, editor: User) -> None:
    recall_condition(page=page, message=MESSAGE, user=editor)
    api.news()
    page.delete()
    assert api.news() == set()


def test_twice_and_without_need(page: ConditionPage, editor: User) -> None:
    with pytest.raises(NotRecalledError, match="isn't recalled"):
        lift_recall(page=page, user=editor)
    recall_condition(page=page, message=MESSAGE, user=editor)
    with pytest.raises(NotRecalledError, match="recalled already"):
        recall_condition(page=page, message=MESSAGE, user=editor)


@pytest.mark.parametrize("message", ["", "  ", "x" * 301])
def test_a_message_is_asked_for(api: Api, page: ConditionPage, editor: User, message: str) -> None:
    with pytest.raises(ValueError, match="1 to 300"):
        recall_condition(page=page, message=message, user=editor)
    assert api.etag("en")


def test_who_may_not_publish_may_not_recall(page: ConditionPage) -> None:
    make_people()
    tom = User.objects.get(username="tom")
    with pytest.raises(PermissionDenied):
        recall_condition(page=page, message=MESSAGE, user=tom)
    recall_condition(page=page, message=MESSAGE, user=User.objects.create_superuser("eva"))
    with pytest.raises(PermissionDenied):
        lift_recall(page=page, user=tom)


def test_in_the_admin(api: Api, page: ConditionPage, editor: User, client: Client) -> None:
    client.force_login(editor)
    edit, address = reverse("wagtailadmin_pages:edit", args=(page.pk,)), reverse("recall", args=(page.pk,))
    assert address in client.get(edit).content.decode()
    refused = client.post(address, {"message": ""})
    assert "This field is required" in refused.content.decode()
    assert api.etag("en")
    answer = client.post(address, {"message": MESSAGE}, follow=True).content.decode()
    assert "is withdrawn in every language" in answer
    assert MESSAGE in answer
    api.problem("en/conditions/sore-throat/", 410, "withdrawn")
    assert MESSAGE in client.get(address).content.decode()
    again = client.post(address, {"message": MESSAGE}, follow=True).content.decode()
    assert "recalled already" in again
    assert "Readers get" in client.post(address, {"act": "lift"}, follow=True).content.decode()
    assert api.etag("en")
    history = client.get(reverse("wagtailadmin_pages:history", args=(page.pk,))).content.decode()
    assert "Recalled in every language" in history
    assert "Recall lifted" in history


def test_in_the_admin_only_for_who_may_publish(page: ConditionPage, client: Client) -> None:
    make_people()
    client.force_login(User.objects.get(username="tom"))
    client.post(reverse("recall", args=(page.pk,)), {"message": MESSAGE})
    assert not Recall.objects.exists()
