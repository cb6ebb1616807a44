"""Journey 1: an editor publishes, changes and withdraws; the world reads exactly that, from the same instant on."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction

from api.models import Edition
from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.factories import build_condition, paragraph, publish_condition, republish, save_draft
from tests.journeys.doors import Api, run, verify_editions

ADDRESS = "en/conditions/sore-throat/"


# The ordinary life of a condition


def test_published_is_readable_at_once(api: Api) -> None:
    page = publish_condition()
    answer = api.get(ADDRESS)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Language"] == "en"
    assert answer["ETag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
    document = answer.json()  # type: ignore[attr-defined]
    assert document["id"] == str(page.translation_key)
    assert document["translation"]["status"] == "source"
    assert [item["id"] for item in api.listing("en")] == [document["id"]]
    assert api.news() == {"en/sore-throat"}


def test_only_in_the_source_language(api: Api) -> None:
    publish_condition()
    problem = api.problem("nl/conditions/sore-throat/", 404, "not-in-this-language")
    assert problem["locales"] == ["en"]
    assert api.listing("nl") == []


def test_a_draft_is_nowhere(api: Api) -> None:
    page = build_condition()
    page.save_revision()
    api.problem(ADDRESS, 404, "not-found")
    assert api.news() == set()


def test_a_draft_of_a_published_condition_changes_nothing(api: Api) -> None:
    page = publish_condition()
    before = api.get(ADDRESS)
    api.news()
    save_draft(page, title="Angina", slug="angina", definition=[paragraph("def1", "Another text.")])
    after = api.get(ADDRESS)
    assert (after["ETag"], after.content) == (before["ETag"], before.content)
    api.problem("en/conditions/angina/", 404, "not-found")
    assert api.news() == set()


def test_republishing_changes_the_etag(api: Api) -> None:
    page = publish_condition()
    old = api.etag("en")
    assert api.get(ADDRESS, If_None_Match=old).status_code == 304
    api.news()
    republish(page, summary="It hurts to swallow.")
    new = api.etag("en")
    assert new != old
    assert api.get(ADDRESS, If_None_Match=old).status_code == 200
    unchanged = api.get(ADDRESS, If_None_Match=new)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged["ETag"] == new
    assert api.condition("en")["summary"] == "It hurts to swallow."
    assert api.news() == {"en/sore-throat"}


def test_publishing_the_same_again_is_no_news(api: Api) -> None:
    page = publish_condition()
    old = api.etag("en")
    api.news()
    republish(page)
    assert api.etag("en") == old
    assert api.news() == set()


def test_republishing_leaves_the_other_conditions_alone(api: Api) -> None:
    page = publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    republish(page, title="Sore throats")
    assert api.news() == {"en/sore-throat"}


def test_a_revert_brings_the_words_back_as_news(api: Api) -> None:
    """The words are the old ones, but `modified_at` is not: whoever had the version between must hear of it."""
    page = publish_condition()
    first = page.latest_revision
    republish(page, summary="Wrong.")
    api.news()
    first.publish()
    assert api.condition("en")["summary"] == "Pain when you swallow."
    assert api.news() == {"en/sore-throat"}


def test_dates(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """`published_at` is when it first appeared, `modified_at` when its bytes last changed."""
    page = publish_condition()
    first = api.condition("en")
    assert first["published_at"] == first["modified_at"]
    _travel(monkeypatch, hours=2)
    republish(page, summary="It hurts.")
    second = api.condition("en")
    assert second["published_at"] == first["published_at"]
    assert second["modified_at"] > first["modified_at"]
    (item,) = api.listing("en")
    assert (item["published_at"], item["modified_at"]) == (second["published_at"], second["modified_at"])


def test_head_is_get_without_the_body(api: Api) -> None:
    publish_condition()
    got, head = api.get(ADDRESS), api.client.head("/api/v1/" + ADDRESS)
    assert head.status_code == 200
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert api.client.head("/api/v1/" + ADDRESS, headers={"If-None-Match": got["ETag"]}).status_code == 304


def test_a_publish_that_is_rolled_back_never_was(api: Api) -> None:
    """The edition is written in the transaction of the publish: both happen, or neither does."""
    page = publish_condition()
    before = api.etag("en")
    api.news()
    with transaction.atomic():
        republish(page, summary="Not to be.")
        publish_condition("migraine", title="Migraine")
        assert api.etag("en") != before
        transaction.set_rollback(True)  # the server dies here
    assert api.etag("en") == before
    api.problem("en/conditions/migraine/", 404, "not-found")
    assert api.news() == set()


# Scheduled


def _travel(monkeypatch: pytest.MonkeyPatch, **by: float) -> None:
    there = timezone.now() + datetime.timedelta(**by)
    monkeypatch.setattr("django.utils.timezone.now", lambda: there)


def test_scheduled_publishing(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_condition(go_live_at=timezone.now() + datetime.timedelta(hours=1))
    api.problem(ADDRESS, 404, "not-found")
    run("publish_scheduled")
    assert api.news() == set()
    _travel(monkeypatch, hours=2)
    run("publish_scheduled")
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == {"en/sore-throat"}


def test_scheduled_change_of_a_published_condition(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    page = publish_condition()
    api.news()
    republish(page, summary="From tomorrow on.", go_live_at=timezone.now() + datetime.timedelta(hours=1))
    assert api.news() == set()
    _travel(monkeypatch, hours=2)
    run("publish_scheduled")
    assert api.condition("en")["summary"] == "From tomorrow on."
    assert api.news() == {"en/sore-throat"}


def test_expiry(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_condition(expire_at=timezone.now() + datetime.timedelta(hours=1))
    api.news()
    _travel(monkeypatch, hours=2)
    run("publish_scheduled")
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "expired"
    assert api.news() == {"en/sore-throat expired"}


def test_published_again_after_expiry(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    page = publish_condition(expire_at=timezone.now() + datetime.timedelta(hours=1))
    _travel(monkeypatch, hours=2)
    run("publish_scheduled")
    republish(page, expire_at=None)
    assert api.condition("en")["title"] == "Sore throat"
    ConditionPage.objects.get(pk=page.pk).unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "unpublished"


# Withdrawn, by whatever way


def _unpublish(page: ConditionPage) -> None:
    page.unpublish()


def _unpublish_index(page: ConditionPage) -> None:
    page.get_parent().specific.unpublish()


def _unpublish_home(page: ConditionPage) -> None:
    HomePage.objects.get().unpublish()


def _unpublish_home_as_page(page: ConditionPage) -> None:
    Page.objects.get(pk=HomePage.objects.get().pk).unpublish()


def _delete(page: ConditionPage) -> None:
    page.delete()


def _delete_as_page(page: ConditionPage) -> None:
    Page.objects.get(pk=page.pk).delete()


def _delete_index(page: ConditionPage) -> None:
    page.get_parent().specific.delete()


def _delete_queryset(page: ConditionPage) -> None:
    Page.objects.filter(pk=page.pk).delete()


def _move_below_unpublished(page: ConditionPage) -> None:
    page.move(_another_index(live=False), pos="last-child")


def _move_below_private(page: ConditionPage) -> None:
    index = _another_index(live=True)
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    page.move(index, pos="last-child")


def _another_index(*, live: bool) -> ConditionIndexPage:
    return HomePage.objects.get().add_child(instance=ConditionIndexPage(title="Archive", slug="archive", live=live))


def _restrict(page: ConditionPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def _restrict_index(page: ConditionPage) -> None:
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="secret"
    )


def _save_as_not_live(page: ConditionPage) -> None:
    page.live = False
    page.save()


@pytest.mark.parametrize(
    ("withdraw", "reason"),
    [
        (_unpublish, "unpublished"),
        (_unpublish_index, "parent_unpublished"),
        (_unpublish_home, "parent_unpublished"),
        (_unpublish_home_as_page, "parent_unpublished"),
        (_delete, "deleted"),
        (_delete_as_page, "deleted"),
        (_delete_index, "deleted"),
        (_delete_queryset, "deleted"),
        (_move_below_unpublished, "parent_unpublished"),
        (_move_below_private, "restricted"),
        (_restrict, "restricted"),
        (_restrict_index, "restricted"),
        (_save_as_not_live, "unpublished"),
    ],
)
def test_withdrawn(api: Api, withdraw: Any, reason: str) -> None:
    page = publish_condition()
    api.news()
    withdraw(ConditionPage.objects.get(pk=page.pk))
    problem = api.problem(ADDRESS, 410, "withdrawn")
    assert (problem["reason"], problem["id"]) == (reason, str(page.translation_key))
    assert api.problem(f"conditions/{page.translation_key}/", 410, "withdrawn")["reason"] == reason
    assert api.listing("en") == []
    assert api.news() == {f"en/sore-throat {reason}"}


def test_a_tombstone_holds_no_words(api: Api) -> None:
    page = publish_condition()
    page.unpublish()
    (change,) = api.feed("en")[0]
    assert list(change) == ["type", "id", "slug", "at", "reason"]
    assert b"swallow" not in api.get("en/changes/").content
    assert [bytes(body) for body in Edition.objects.values_list("body", flat=True)] == [b""]


def test_a_problem_about_a_withdrawn_condition_names_none_that_is_restricted(api: Api) -> None:
    """Made private means private: neither title nor text is left in any answer."""
    page = publish_condition(title="Secret name")
    _restrict(page)
    for address in (ADDRESS, "en/conditions/", "en/changes/", "conditions/sore-throat/", "conditions/"):
        assert b"Secret name" not in api.get(address).content


def _publish_index_again(page: ConditionPage) -> None:
    index = page.get_parent().specific
    index.save_revision().publish()


def _lift_restriction(page: ConditionPage) -> None:
    PageViewRestriction.objects.get().delete()


def _move_back(page: ConditionPage) -> None:
    Page.objects.get(pk=page.pk).move(ConditionIndexPage.objects.get(slug="conditions"), pos="last-child")


@pytest.mark.parametrize(
    ("withdraw", "bring_back"),
    [
        (_unpublish, lambda page: page.save_revision().publish()),
        (_unpublish_index, _publish_index_again),
        (_restrict, _lift_restriction),
        (_restrict_index, _lift_restriction),
        (_move_below_unpublished, _move_back),
        (_move_below_private, _move_back),
    ],
)
def test_brought_back(api: Api, withdraw: Any, bring_back: Any) -> None:
    page = publish_condition()
    withdraw(ConditionPage.objects.get(pk=page.pk))
    api.news()
    bring_back(ConditionPage.objects.get(pk=page.pk))
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == {"en/sore-throat"}


def test_published_below_an_unpublished_page(api: Api) -> None:
    ConditionIndexPage.objects.get().unpublish()
    publish_condition()
    api.problem(ADDRESS, 404, "not-found")
    assert api.news() == set()


def test_lifting_one_of_two_restrictions(api: Api) -> None:
    page = publish_condition()
    _restrict_index(page)
    _restrict(page)
    page.get_view_restrictions().get(page=page).delete()
    api.problem(ADDRESS, 410, "withdrawn")
    page.get_view_restrictions().get().delete()
    assert api.condition("en")["title"] == "Sore throat"


def test_moved_below_another_index_is_no_news(api: Api) -> None:
    """Addresses have no parent in them."""
    page = publish_condition()
    api.news()
    page.move(_another_index(live=True), pos="last-child")
    assert api.condition("en")["title"] == "Sore throat"
    assert api.news() == set()


def test_moving_the_whole_index_below_nothing_published(api: Api) -> None:
    publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    ConditionIndexPage.objects.get().unpublish(set_expired=True)
    assert api.news() == {"en/sore-throat parent_unpublished", "en/migraine parent_unpublished"}


def test_deleted_and_written_anew_with_the_same_slug(api: Api) -> None:
    old = publish_condition()
    old.delete()
    new = publish_condition(title="Sore throat, anew")
    document = api.condition("en")
    assert document["id"] == str(new.translation_key)
    assert document["title"] == "Sore throat, anew"
    assert api.problem(f"conditions/{old.translation_key}/", 410, "withdrawn")["reason"] == "deleted"
    assert {change["type"] for change in api.feed("en")[0]} == {"tombstone", "condition"}
    new.unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["id"] == str(new.translation_key)


def test_renamed(api: Api) -> None:
    page = publish_condition()
    other = publish_condition("tonsillitis", title="Tonsillitis", definition=[_link_to(page)])
    api.news()
    republish(page, slug="pharyngitis")
    document = api.condition("en", "pharyngitis")
    assert document["url"] == "/api/v1/en/conditions/pharyngitis/"
    assert [locale["url"] for locale in document["locales"]] == [document["url"]]
    api.problem(ADDRESS, 404, "not-found")
    link = api.condition("en", other.slug)["sections"][0]["blocks"][0]["html"].split('"')[1]
    assert api.get(link)["Content-Location"] == document["url"]
    assert api.news() == {"en/pharyngitis"}


# Saved without Wagtail's signals


def test_bare_save(api: Api) -> None:
    page = publish_condition()
    api.news()
    page.title = "Throat, sore"
    page.save()
    assert api.condition("en")["title"] == "Throat, sore"
    assert api.news() == {"en/sore-throat"}


def test_bare_save_of_the_plain_page(api: Api) -> None:
    page = publish_condition()
    api.news()
    plain = Page.objects.get(pk=page.pk)
    plain.title = "Throat, sore"
    plain.save()
    assert api.condition("en")["title"] == "Throat, sore"
    assert api.news() == {"en/sore-throat"}


def test_added_as_live(api: Api) -> None:
    definition = json.dumps([paragraph("def1", "Pollen makes you sneeze.")])
    page = ConditionPage(title="Hay fever", slug="hay-fever", summary="Sneezing.", definition=definition, live=True)
    ConditionIndexPage.objects.get().add_child(instance=page)
    assert api.condition("en", "hay-fever")["summary"] == "Sneezing."
    assert api.news() == {"en/hay-fever"}


def test_copied(api: Api) -> None:
    """A copy is another condition, with an id of its own."""
    page = publish_condition()
    api.news()
    page.copy(update_attrs={"slug": "sore-throat-2", "title": "Sore throat (copy)"}, keep_live=True)
    ids = {item["id"] for item in api.listing("en")}
    assert len(ids) == 2
    assert api.news() == {"en/sore-throat-2"}


# What a condition depends on


def _png(width: int, height: int, colour: str = "red") -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def _make_image(width: int = 1000, height: int = 500) -> Any:
    file = ImageFile(io.BytesIO(_png(width, height)), name="throat.png")
    return get_image_model().objects.create(title="Throat", file=file)


def _picture(image: Any) -> dict[str, Any]:
    return {"type": "image", "id": "img1", "value": {"image": image.pk, "alt": "A red throat.", "caption": ""}}


def _image_in(document: dict[str, Any]) -> dict[str, Any]:
    (block,) = [block for section in document["sections"] for block in section["blocks"] if block["type"] == "image"]
    return block["image"]


def _assert_files_are_there(image: dict[str, Any]) -> None:
    for url in (image["url"], *(rendition["url"] for rendition in image["renditions"])):
        assert default_storage.exists(url.removeprefix("/media/")), url


def test_image_file_replaced(api: Api) -> None:
    image = _make_image()
    publish_condition(definition=[paragraph("def1", "Text."), _picture(image)])
    before = _image_in(api.condition("en"))
    assert (before["width"], before["height"]) == (1000, 500)
    _assert_files_are_there(before)
    api.news()
    image.file.save("throat-new.png", ImageFile(io.BytesIO(_png(600, 600, "blue"))), save=False)
    image.width, image.height = 600, 600
    image.save()
    after = _image_in(api.condition("en"))
    assert (after["width"], after["height"]) == (600, 600)
    assert after["url"] != before["url"]
    _assert_files_are_there(after)
    assert api.news() == {"en/sore-throat"}


def test_image_file_replaced_in_the_admin(api: Api, django_capture_on_commit_callbacks: Any) -> None:
    """Wagtail's form deletes the old renditions after it has saved the image: ours must not be among them."""
    image = _make_image()
    publish_condition(definition=[paragraph("def1", "Text."), _picture(image)])
    api.news()
    desk = Client()
    desk.force_login(User.objects.create_superuser("ada"))
    upload = SimpleUploadedFile("other.png", _png(600, 200, "blue"), content_type="image/png")
    form = {"title": "Throat", "file": upload, "collection": image.collection_id, "tags": "", "description": ""}
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(f"/admin/images/{image.pk}/", form)
    assert answer.status_code == 302, "the form was refused"
    after = _image_in(api.condition("en"))
    assert (after["width"], after["height"]) == (600, 200)
    _assert_files_are_there(after)
    assert [(rendition["width"], rendition["height"]) for rendition in after["renditions"]] == [(400, 133)]
    assert api.news() == {"en/sore-throat"}


def test_image_deleted(api: Api) -> None:
    image = _make_image()
    publish_condition(definition=[paragraph("def1", "Text."), _picture(image)])
    publish_condition("migraine", title="Migraine")
    api.news()
    image.delete()
    assert [block["type"] for block in api.condition("en")["sections"][0]["blocks"]] == ["paragraph"]
    assert api.news() == {"en/sore-throat"}


def test_image_that_only_a_draft_shows(api: Api) -> None:
    page = publish_condition()
    image = _make_image()
    save_draft(page, definition=[paragraph("def1", "Text."), _picture(image)])
    api.news()
    image.title = "Another title"
    image.save()
    image.delete()
    assert api.news() == set()


def _link_to(page: Page) -> dict[str, Any]:
    return paragraph("def1", f'Not to be mistaken for <a linktype="page" id="{page.pk}">a sore throat</a>.')


def _related(page: Page) -> list[dict[str, Any]]:
    return [{"type": "condition", "id": "rel1", "value": page.pk}]


@pytest.mark.parametrize("withdraw", [_unpublish, _restrict, _move_below_unpublished, _save_as_not_live])
def test_nothing_that_happens_to_a_linked_condition_changes_these_bytes(api: Api, withdraw: Any) -> None:
    target = publish_condition()
    publish_condition("tonsillitis", title="Tonsillitis", definition=[_link_to(target)], related=_related(target))
    before = api.etag("en", "tonsillitis")
    withdraw(ConditionPage.objects.get(pk=target.pk))
    assert api.etag("en", "tonsillitis") == before
    verify_editions()


def test_linked_condition_deleted(api: Api) -> None:
    """The words of the link stay; an address that is left answers that it is withdrawn."""
    target = publish_condition()
    publish_condition("tonsillitis", title="Tonsillitis", definition=[_link_to(target)], related=_related(target))
    api.news()
    target.delete()
    document = api.condition("en", "tonsillitis")
    assert "a sore throat" in document["sections"][0]["blocks"][0]["html"]
    for related in document["related"]:
        assert api.get(related["url"]).status_code == 410
    assert "en/sore-throat deleted" in api.news()


def test_conditions_that_link_to_each_other(api: Api) -> None:
    first = publish_condition()
    second = publish_condition("tonsillitis", title="Tonsillitis", related=_related(first))
    republish(first, related=_related(second))
    assert api.condition("en")["related"][0]["id"] == str(second.translation_key)
    ConditionIndexPage.objects.get().delete()
    assert api.news() == {"en/sore-throat deleted", "en/tonsillitis deleted"}


# Verify and mend


def _other_body(edition: Edition) -> None:
    edition.body = bytes(edition.body).replace(b"swallow", b"breathe")


def _other_version(edition: Edition) -> None:
    edition.version = "0" * 64


def _other_state(edition: Edition) -> None:
    edition.state = Edition.State.WITHDRAWN


@pytest.mark.parametrize("tamper", [_other_body, _other_version, _other_state])
def test_verify_finds_what_was_tampered_with_and_rebuild_mends(api: Api, tamper: Any) -> None:
    publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    edition = Edition.objects.get(slug="sore-throat")
    tamper(edition)
    edition.save()
    code, out = run("verify_editions")
    assert code == 1
    assert "en/sore-throat" in out
    assert "en/migraine" not in out
    run("rebuild_editions")
    assert api.news() == {"en/sore-throat"}
    assert api.condition("en")["summary"] == "Pain when you swallow."


@pytest.mark.parametrize("column", ["title", "summary", "slug", "status"])
def test_verify_compares_what_lists_show_too(api: Api, column: str) -> None:
    """Lists and addresses are made of columns, not of the bytes: these can be wrong by themselves."""
    publish_condition()
    Edition.objects.update(**{column: "complete" if column == "status" else "wrong"})
    code, out = run("verify_editions")
    assert code == 1, out
    run("rebuild_editions")
    verify_editions()
    (item,) = api.listing("en")
    assert (item["slug"], item["title"], item["status"]) == ("sore-throat", "Sore throat", "source")


def test_an_edition_that_went_missing(api: Api) -> None:
    publish_condition()
    api.news()
    Edition.objects.all().delete()
    code, out = run("verify_editions")
    assert (code, "en/sore-throat" in out) == (1, True)
    run("rebuild_editions")
    assert api.news() == {"en/sore-throat"}


def test_changed_behind_our_back(api: Api) -> None:
    """SQL sends no signals: what it changed is found, and mended."""
    page = publish_condition()
    publish_condition("migraine", title="Migraine")
    api.news()
    ConditionPage.objects.filter(pk=page.pk).update(summary="Changed by SQL.")
    assert run("verify_editions")[0] == 1
    run("rebuild_editions")
    assert api.condition("en")["summary"] == "Changed by SQL."
    assert api.news() == {"en/sore-throat"}


def test_rebuild_changes_nothing_that_is_right(api: Api) -> None:
    publish_condition()
    publish_condition("migraine", title="Migraine").unpublish()
    before = api.etag("en")
    api.news()
    run("rebuild_editions")
    assert api.news() == set()
    assert api.etag("en") == before


def test_verify_writes_nothing(api: Api) -> None:
    publish_condition()
    Edition.objects.update(version="0" * 64)
    run("verify_editions")
    assert Edition.objects.get().version == "0" * 64
