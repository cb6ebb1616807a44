"""Editions that are not true are found by `verify_editions` and mended by `rebuild_editions`, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from api.models import Edition
from pages.models import ConditionPage
from tests.factories import publish_condition
from tests.journeys.doors import Api, run, verify_editions


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
