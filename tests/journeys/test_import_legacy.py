"""Journey 4: an old page comes in as a draft, an editor completes and publishes it, and the world reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from pages.models import ConditionPage
from tests.desk import edit
from tests.journeys.doors import Api, run, verify_editions

OLD = """Tennis Elbow

What is tennis elbow?

Tennis elbow is pain on the outside of the elbow, where the muscles of the forearm are attached.

The most common cause of this condition is the same movement over and over: painting, sawing, typing.

Signs and symptoms

It hurts to lift a cup. Fewer than 1 in 10 people wake up from it & need help at night.

How is tennis elbow diagnosed?

Your doctor presses on the outside of the elbow.

Do I need additional examinations?

  • An ultrasound scan, if the pain stays.
  • An X-ray, seldom.

What are my treatment possibilities?

Physical Treatment

A physiotherapist shows you how to strengthen the muscles.

Other Treatment

Invasive pain treatment

  • An operation, if nothing else has helped for a year.


Close the survey
This question is for testing whether or not you are a human visitor and to prevent automated spam submissions.
"""
SLUG = "tennis-elbow"
ADDRESS = f"en/conditions/{SLUG}/"


@pytest.fixture
def desk(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("ed"))
    return client


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "tennis-elbow.txt").write_text(OLD, encoding="utf-8")
    return folder


def import_old(folder: Path, *flags: str) -> tuple[int, list[dict[str, Any]]]:
    report = folder.parent / "report.json"
    code, _ = run("import_conditions", folder, "--locale", "en", "--report", report, *flags)
    return code, json.loads(report.read_text(encoding="utf-8"))


def texts(document: dict[str, Any]) -> dict[str, str]:
    """The words of each section, as JSON."""
    return {section["type"]: json.dumps(section["blocks"], ensure_ascii=False) for section in document["sections"]}


def test_from_an_old_text_to_the_api(api: Api, desk: Client, old: Path) -> None:
    code, (report,) = import_old(old)
    assert (code, report["outcome"], report["slug"]) == (0, "created", SLUG)

    # The world doesn't know of it yet.
    api.problem(ADDRESS, 404, "not-found")
    assert api.listing("en") == []
    assert api.news() == set()

    # An editor finds it in the explorer, looks at it, and can't publish it as it is.
    page = ConditionPage.objects.get(pk=report["page"])
    assert "Tennis Elbow" in desk.get(reverse("wagtailadmin_explore", args=(page.get_parent().pk,))).content.decode()
    shown = desk.get(reverse("wagtailadmin_pages:view_draft", args=(page.pk,))).content.decode()
    assert "It hurts to lift a cup." in shown
    refused = edit(desk, page, **{"action-publish": "1"})
    assert [*refused.context["form"].errors] == ["summary"]  # type: ignore[attr-defined]
    api.problem(ADDRESS, 404, "not-found")

    # With a summary it is complete.
    assert edit(desk, page, summary="Pain on the outside of the elbow.", **{"action-publish": "1"}).status_code == 302
    document = api.condition("en", SLUG)
    assert (document["title"], document["summary"]) == ("Tennis Elbow", "Pain on the outside of the elbow.")
    assert api.news() == {f"en/{SLUG}"}

    said = texts(document)
    assert [*said] == ["definition", "causes", "signs", "diagnosis", "treatments"]
    for section, words in {
        "definition": "where the muscles of the forearm are attached.",
        "causes": "painting, sawing, typing.",
        "signs": "Fewer than 1 in 10 people wake up from it &amp; need help at night.",
        "diagnosis": "Your doctor presses on the outside of the elbow.",
        "treatments": "strengthen the muscles.",
    }.items():
        assert words in said[section], section
        assert [other for other in said if words in said[other]] == [section]
    assert "An ultrasound scan, if the pain stays.</li>" in said["diagnosis"]
    headings = {section["type"]: section["heading"] for section in document["sections"]}
    assert headings["signs"] == "Signs and symptoms"
    approaches = [block.get("approach") for block in document["sections"][4]["blocks"]]
    assert approaches == ["physical", "invasive"]
    assert "survey" not in json.dumps(document)


def test_what_was_left_out_or_is_doubtful_is_in_the_report(db: None, old: Path) -> None:
    _, (report,) = import_old(old)
    lines = {text: number for number, text in enumerate(OLD.splitlines(), start=1)}
    assert [(dropped["line"], dropped["text"]) for dropped in report["dropped"]] == [
        (lines["Close the survey"], "Close the survey"),
        (max(lines.values()), OLD.splitlines()[-1]),
    ]
    flags = {(flag["kind"], flag["line"], flag["where"]) for flag in report["flags"]}
    assert ("empty_heading", lines["Other Treatment"], "Other Treatment") in flags
    moved = next(number for text, number in lines.items() if text.startswith("The most common cause"))
    assert ("moved_text", moved) in {(kind, line) for kind, line, _ in flags}


def publish_import(desk: Client, old: Path) -> ConditionPage:
    """An editor adds a summary to the draft of an old text, and publishes it."""
    _, (report,) = import_old(old)
    page = ConditionPage.objects.get(pk=report["page"])
    edit(desk, page, summary="Pain.", **{"action-publish": "1"})
    return page


def test_the_same_text_again_leaves_the_editor_s_work(api: Api, desk: Client, old: Path) -> None:
    publish_import(desk, old)
    api.news()
    before = api.get(ADDRESS).content

    assert import_old(old)[1][0]["outcome"] == "unchanged"

    assert api.news() == set()
    assert api.get(ADDRESS).content == before
    assert ConditionPage.objects.count() == 1


def test_a_corrected_text_waits_as_a_draft_until_it_is_published(api: Api, desk: Client, old: Path) -> None:
    page = publish_import(desk, old)
    api.news()
    before = api.get(ADDRESS).content

    (old / "tennis-elbow.txt").write_text(OLD.replace("1 in 10", "1 in 20"), encoding="utf-8")
    assert import_old(old)[1][0]["outcome"] == "revised"
    assert api.news() == set()
    assert api.get(ADDRESS).content == before

    edit(desk, page, **{"action-publish": "1"})
    assert api.news() == {f"en/{SLUG}"}
    document = api.condition("en", SLUG)
    assert "1 in 20" in texts(document)["signs"]
    assert document["summary"] == "Pain."
    verify_editions()


def test_a_dry_run_brings_nothing_in(api: Api, desk: Client, old: Path) -> None:
    code, (report,) = import_old(old, "--dry-run")
    assert (code, report["outcome"], report["page"]) == (0, "would be imported", None)
    assert not ConditionPage.objects.exists()
    assert api.news() == set()


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(api: Api, desk: Client, old: Path) -> None:
    (old / "a-scan.txt").write_bytes(b"%PDF-1.7\n\x00")
    code, reports = import_old(old)
    assert code == 1
    assert [(Path(report["file"]).name, report["outcome"]) for report in reports] == [
        ("a-scan.txt", "unreadable"),
        ("tennis-elbow.txt", "created"),
    ]
