"""Journey 2 and the rest of a site's life: pages, people, languages and the interface's words come and go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pages.models import ConditionPage
from tests.factories import republish
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po, run, verify_editions
from tests.journeys.throat import ADDRESS


def test_withdrawn_and_back_in_every_language(api: Api, page: ConditionPage, dutch: Path) -> None:
    api.news()
    page.unpublish()
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "unpublished"
    assert api.news() == {"en/sore-throat unpublished", "nl/sore-throat unpublished"}
    page.save_revision().publish()
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_renamed_in_every_language(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    republish(page, slug="pharyngitis")
    assert api.condition("nl", "pharyngitis")["title"] == "Keelpijn"
    path = export_po(tmp_path / "new", slug="pharyngitis")
    assert import_po(path).counts == {"unchanged": 9}
    # A file that went out under the old name comes back all the same: its entries say where they belong.
    assert import_po(dutch).counts == {"unchanged": 9}


def test_only_the_language_that_changed_has_news(api: Api, page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    spanish = fill_in(export_po(tmp_path, "es"), lambda text: f"{text} (es)")
    import_po(spanish, reviewer="rana", flags="--partial")
    api.news()
    import_po(change_entry(dutch, "title", msgstr="Zere keel"), reviewer="rana")
    assert api.news() == {"nl/sore-throat"}


def test_removing_the_reviewer_changes_no_bytes(api: Api, dutch: Path, django_user_model: Any) -> None:
    before = api.etag("nl")
    django_user_model.objects.filter(username__in=("rana", "tom")).delete()
    assert api.etag("nl") == before
    verify_editions()


def test_a_language_is_taken_off_the_site_and_put_back(api: Api, dutch: Path, settings: Any) -> None:
    api.news()
    settings.LANGUAGE_CODES = ["en", "es", "ar"]
    run("rebuild_editions")
    api.problem(ADDRESS, 404, "unknown-locale")
    assert [other["locale"] for other in api.condition("en")["locales"]] == ["en"]
    settings.LANGUAGE_CODES = ["en", "nl", "es", "ar"]
    assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "language_removed"
    run("rebuild_editions")
    assert api.condition("nl")["translation"]["status"] == "complete"
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_other_words_of_the_interface(api: Api, dutch: Path, dutch_interface: Callable[[dict[str, str]], None]) -> None:
    """A release brings a better heading: verify tells, rebuild mends, and only Dutch has news."""
    api.news()
    dutch_interface({"What is %(condition)s?": "Over %(condition)s"})
    code, out = run("verify_editions")
    assert (code, "nl/sore-throat" in out, "en/sore-throat" in out) == (1, True, False)
    run("rebuild_editions")
    assert api.condition("nl")["sections"][0]["heading"] == "Over Keelpijn"
    assert api.news() == {"nl/sore-throat"}
