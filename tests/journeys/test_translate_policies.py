"""Journey 2 on sites that choose what readers get for a text that isn't current: each situation under each policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from api.models import Edition
from pages.models import ConditionPage
from tests.documents import block_of, blocks_of
from tests.factories import advice, publish_condition, republish, save_draft
from tests.journeys.doors import Api, Json, change_entry, export_po, fill_in, import_po, run, translate_all
from tests.journeys.throat import (
    ADDRESS,
    CALL,
    DUTCH,
    LIVER,
    MONTH,
    PAIN,
    SAFE,
    UNSAFE,
    WEEK,
    definition,
    treatments,
)

Choose = Callable[..., None]


@pytest.fixture
def choose(settings: Any) -> Choose:
    """Sets the policies of the site, and does what an administrator does then."""

    def choose(other: str = "source", critical: str = "source") -> None:
        settings.NOT_CURRENT, settings.NOT_CURRENT_CRITICAL = other, critical
        assert run("rebuild_editions")[0] == 0

    return choose


POLICIES = list(product(["source", "previous", "omit", "withdraw"], ["source", "omit", "withdraw"]))


def texts_of(document: Json) -> set[str]:
    """Every text that a reader sees."""
    texts = {document["title"], document["summary"], *document["also_known_as"]}
    for block in blocks_of(document):
        texts |= {block[name] for name in ("text", "heading", "name", "alt", "caption") if name in block}
        texts |= {item["text"] for item in (*block.get("warnings", ()), *block.get("header", ()))}
        texts |= {unescape(text) for text in re.findall(r"<(?:p|li)[^<>]*>(.*?)</(?:p|li)>", block.get("html", ""))}
    return texts


class Situation(NamedTuple):
    """What an editor publishes, and the one text that isn't current then: its place, the text now and its old Dutch."""

    content: Json
    path: str
    critical: bool
    now: str
    before: str | None
    can_go: bool = True


DRINK = "Drink something warm."
CALL_LATER = "If you cannot breathe, wait."
SITUATIONS = {
    "the opposite": Situation(
        {"treatments": treatments(UNSAFE)}, "treatments.t1.warnings.t1-w0", True, UNSAFE, DUTCH[SAFE]
    ),
    "a warning more": Situation(
        {"treatments": treatments(SAFE, LIVER)}, "treatments.t1.warnings.t1-w1", True, LIVER, None
    ),
    "other advice": Situation(
        {"signs": [advice("a1", "emergency", "Call 112 at once", CALL_LATER)]},
        "signs.a1.body#k0000",
        True,
        CALL_LATER,
        DUTCH[CALL],
    ),
    "another sentence": Situation(
        {"definition": definition(PAIN, MONTH)}, "definition.def1#k0001", False, MONTH, DUTCH[WEEK]
    ),
    "a sentence more": Situation(
        {"definition": definition(PAIN, WEEK, DRINK)}, "definition.def1#k0002", False, DRINK, None
    ),
    "another title": Situation({"title": "Throat, sore"}, "title", False, "Throat, sore", "Keelpijn", can_go=False),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_text_is_not_current(api: Api, page: ConditionPage, dutch: Path, choose: Choose, name: str) -> None:
    content, path, critical, now, before, can_go = SITUATIONS[name]
    republish(page, **content)
    for other, for_critical in POLICIES:
        choose(other, for_critical)
        policy = for_critical if critical else other
        api.news()  # verifies all editions
        if policy == "withdraw":
            assert api.problem(ADDRESS, 410, "withdrawn")["reason"] == "not_current"
            assert api.listing("nl") == []
            continue
        document = api.condition("nl")
        (entry,) = document["translation"]["not_current"]
        assert (entry["path"], entry["critical"]) == (path, critical)
        assert document["translation"]["status"] == "outdated"
        assert block_of(document, "def1")["lang"] == "nl"  # its first sentence is current
        texts = texts_of(document)
        if policy == "previous" and before is not None:
            assert (entry["lang"], entry["state"], now in texts, before in texts) == ("nl", "stale", False, True)
        elif policy == "omit" and can_go:
            assert (entry["lang"], now in texts, before in texts) == (None, False, False)
        else:
            assert (entry["lang"], now in texts, before in texts) == ("en", True, False)
        if critical and policy == "omit":
            gone = path.split(".")[1]
            assert gone not in {block["id"] for block in blocks_of(document)}
        else:
            assert [block["id"] for block in blocks_of(document)] == ["def1", "a1", "t1"]


def _twice(page: ConditionPage, first: Json, second: Json) -> None:
    republish(page, **first)
    republish(page, **second)


@pytest.mark.parametrize(
    "happens",
    [
        lambda page: republish(page, treatments=treatments()),
        lambda page: republish(page, treatments=[]),
        lambda page: _twice(page, {"treatments": treatments(UNSAFE)}, {"treatments": treatments(SAFE)}),
        lambda page: _twice(page, {"definition": definition(MONTH)}, {"definition": definition(PAIN, WEEK)}),
        lambda page: save_draft(page, treatments=treatments(UNSAFE), definition=definition(MONTH)),
    ],
    ids=["a warning less", "a treatment less", "critical text reverted", "other text reverted", "only a draft"],
)
def test_all_is_current(
    api: Api, page: ConditionPage, dutch: Path, choose: Choose, happens: Callable[[ConditionPage], object]
) -> None:
    happens(page)
    before = api.etag("nl")
    assert api.condition("nl")["translation"]["not_current"] == []
    for policies in POLICIES:
        choose(*policies)
        assert api.etag("nl") == before


def test_published_under_a_policy(api: Api, page: ConditionPage, dutch: Path, choose: Choose) -> None:
    """It holds in the instant of the change; nobody has to run a command."""
    choose("previous", "withdraw")
    api.news()
    republish(page, definition=definition(PAIN, MONTH))
    assert block_of(api.condition("nl"), "def1") == {
        "id": "def1",
        "type": "paragraph",
        "lang": "nl",
        "state": "stale",
        "html": f"<p>{DUTCH[PAIN]}</p><p>{DUTCH[WEEK]}</p>",
    }
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}
    republish(page, treatments=treatments(UNSAFE))
    assert api.news() == {"en/sore-throat", "nl/sore-throat not_current"}
    assert [other["locale"] for other in api.condition("en")["locales"]] == ["en"]


def test_withdrawn_and_back(api: Api, page: ConditionPage, dutch: Path, choose: Choose, tmp_path: Path) -> None:
    choose(critical="withdraw")
    first = api.condition("nl")["published_at"]
    republish(page, treatments=treatments(UNSAFE))
    assert api.get("conditions/sore-throat/", accept_language="nl")["Content-Language"] == "en"
    path = fill_in(export_po(tmp_path / "later"), DUTCH)
    import_po(path)
    api.problem(ADDRESS, 410, "withdrawn")  # not before somebody approves it
    api.news()
    import_po(path, reviewer="rana")
    document = api.condition("nl")
    assert (document["translation"]["status"], document["published_at"]) == ("complete", first)
    assert DUTCH[UNSAFE] in texts_of(document)
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_withdrawn_by_policy_and_unpublished_and_back(
    api: Api, page: ConditionPage, dutch: Path, choose: Choose
) -> None:
    choose("withdraw", "withdraw")
    page = republish(page, treatments=treatments(UNSAFE))
    api.news()
    page.unpublish()
    assert api.news() == {"en/sore-throat unpublished"}
    page.save_revision().publish()
    assert api.news() == {"en/sore-throat"}
    choose()
    assert api.news() == {"en/sore-throat", "nl/sore-throat"}


def test_only_what_differs_is_written_anew(api: Api, page: ConditionPage, dutch: Path, settings: Any) -> None:
    publish_condition("migraine", title="Migraine", summary="A headache.")
    translate_all(dutch.parents[2], lambda text: f"NL {text}", slug="migraine")
    republish(page, definition=definition(PAIN, MONTH))
    api.news()
    settings.NOT_CURRENT = "previous"
    code, out = run("verify_editions")
    assert (code, "nl/sore-throat" in out, "en/" in out, "migraine" in out) == (1, True, False, False)
    assert "policies=source/source" in out
    assert "policies=previous/source" in out
    run("rebuild_editions")
    assert api.news() == {"nl/sore-throat"}
    settings.NOT_CURRENT_CRITICAL = "withdraw"
    run("rebuild_editions")
    assert api.news() == set()  # nothing that the world reads
    assert all("policies=previous/withdraw" in edition.made_from for edition in Edition.objects.all())


def test_an_unreviewed_text_is_served_under_no_policy(
    api: Api, page: ConditionPage, dutch: Path, choose: Choose, tmp_path: Path
) -> None:
    republish(page, definition=definition(PAIN, MONTH))
    import_po(fill_in(export_po(tmp_path / "later"), DUTCH))
    for policies in POLICIES:
        choose(*policies)
        assert DUTCH[MONTH] not in api.get(ADDRESS).content.decode()
    choose("previous")
    assert DUTCH[WEEK] in texts_of(api.condition("nl"))
    republish(page, definition=definition(PAIN, DRINK))  # now the unreviewed one is of an older text, too
    texts = texts_of(api.condition("nl"))
    assert (DUTCH[WEEK] in texts, DUTCH[MONTH] in texts, DRINK in texts) == (True, False, False)


def test_a_bad_import_keeps_what_is_served(
    api: Api, page: ConditionPage, dutch: Path, choose: Choose, tmp_path: Path
) -> None:
    republish(page, treatments=treatments(UNSAFE))
    path = fill_in(export_po(tmp_path / "later"), DUTCH)
    change_entry(path, "treatments.t1.body#k0000", msgstr="Neem hoogstens 4 keer per dag <b>5000 mg</b>.")
    for policies in POLICIES:
        choose(*policies)
        before = api.get(ADDRESS).content
        assert import_po(path, reviewer="rana").code == 1
        assert api.get(ADDRESS).content == before


def test_a_previous_title_is_in_its_language_in_lists_and_headings(
    api: Api, page: ConditionPage, dutch: Path, choose: Choose, dutch_interface: Callable[[dict[str, str]], None]
) -> None:
    dutch_interface({"What is %(condition)s?": "Wat is %(condition)s?"})
    republish(page, title="Throat, sore")
    for policy, title, heading, lang in [
        ("previous", "Keelpijn", "Wat is Keelpijn?", "nl"),
        ("omit", "Throat, sore", "What is Throat, sore?", "en"),
    ]:
        choose(policy)
        (item,) = api.listing("nl")
        assert (item["title"], item["title_lang"], item["summary_lang"]) == (title, lang, "nl")
        section = api.condition("nl")["sections"][0]
        assert (section["heading"], section["lang"]) == (heading, lang)


def test_who_approved_what_is_served_is_named(api: Api, page: ConditionPage, dutch: Path, choose: Choose) -> None:
    changed = {"title": "Throat, sore", "summary": "It hurts.", "definition": definition(DRINK)}
    republish(page, **changed, signs=[], treatments=[])
    assert api.condition("nl")["translation"]["reviewers"] == []
    choose("previous")
    assert api.condition("nl")["translation"]["reviewers"] == ["Rana Reviewer"]
