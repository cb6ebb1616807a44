"""The form of a condition: what it has, what it takes, what it says of mistakes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pages.labels import SECTION_LABELS
from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.desk import FULL, STREAMS, create, edit, errors_of, html, items, served
from tests.factories import build_condition, publish_condition

pytestmark = pytest.mark.django_db


def test_the_form_has_a_panel_for_each_section(desk: Client) -> None:
    index = ConditionIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", index.pk))
    text = desk.get(address).content.decode()
    titles = re.findall(r"data-panel-heading-text[^>]*>\s*([^<]+?)\s*<", text)
    labels = [str(label) for label in SECTION_LABELS.values()]
    assert [title for title in titles if title in labels] == labels
    for name in (*STREAMS, "summary", "last_reviewed", "next_review", "go_live_at", "expire_at"):
        assert f'id="id_{name}"' in text or f'id="{name}"' in text, name


def test_nothing_is_asked_that_reaches_no_reader(desk: Client) -> None:
    page = publish_condition()
    for opened in (page, page.get_parent(), HomePage.objects.get()):
        answer: Any = desk.get(reverse("wagtailadmin_pages:edit", args=(opened.pk,)))
        assert not {"seo_title", "search_description", "show_in_menus"} & set(answer.context["form"].fields)
        assert "slug" in answer.context["form"].fields


def test_a_condition_with_every_block_is_written_and_published(desk: Client) -> None:
    answer = create(desk, **FULL, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    assert (answer.status_code, page.live, page.slug) == (302, True, "gout")
    document = served().json()  # type: ignore[attr-defined]
    sections = {section["type"]: section for section in document["sections"]}
    assert document["also_known_as"] == ["Podagra"]
    assert sections["causes"]["heading"] == "Why gout?"
    assert sections["signs"]["blocks"][0]["html"] == "<p>If it is hot.</p>"
    (treatment,) = sections["treatments"]["blocks"]
    assert treatment["html"] == "<p>10<sup>-3</sup> g</p>"
    assert [warning["text"] for warning in treatment["warnings"]] == ["Not with kidney disease.", "Not for children."]
    (table,) = sections["further"]["blocks"]
    assert [cell["html"] for cell in table["rows"][0]["cells"]] == ["<p>20</p>", "<p><b>1</b> mg</p>"]


def test_what_is_saved_again_unchanged_is_the_same_to_the_world(desk: Client) -> None:
    """No key and no id changes by opening the editor and pressing the button: translations hold on to them."""
    create(desk, **FULL, **{"action-publish": "1"})
    before = served()
    edit(desk, ConditionPage.objects.get(), **{"action-publish": "1"})
    assert served().content == before.content
    assert ConditionPage.objects.get().revisions.count() == 2


NARROW_ROW = ("table", {"caption": "x", "header": items("a", "b"), "rows": items(items(html("<p>1</p>")))})


@pytest.mark.parametrize(
    "wrong",
    [
        {
            "title": "",
            "summary": "",
            "definition": [],
            "codes": [("code", {"system": "icd-10", "code": ""})],
            "further": [NARROW_ROW],
            "next_review": "tomorrow",
        },
        {"summary": "x" * 301},
    ],
    ids=["missing or malformed", "too long"],
)
def test_what_cannot_be_published_is_said_at_its_field(desk: Client, wrong: dict[str, Any]) -> None:
    assert set(errors_of(create(desk, **wrong, **{"action-publish": "1"}))) == set(wrong)
    assert not ConditionPage.objects.exists()


def test_review_dates_that_do_not_fit_are_said_at_their_field(desk: Client) -> None:
    dates = {"last_reviewed": "2025-01-31", "next_review": "2028-02-01"}
    assert [*errors_of(create(desk, **dates, **{"action-publish": "1"}))] == ["next_review"]


def test_a_slug_of_another_condition_is_refused(desk: Client) -> None:
    build_condition("gout")
    assert [*errors_of(create(desk))] == ["slug"]


# --- texts that are too long --------------------------------------------------------------------------------------


def test_no_browser_cuts_a_text_that_is_too_long(desk: Client) -> None:
    """With `maxlength`, the end of a pasted text is gone before anybody could say so."""
    create(desk, **FULL)
    for address in (
        reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", ConditionIndexPage.objects.get().pk)),
        reverse("wagtailadmin_pages:edit", args=(ConditionPage.objects.get().pk,)),
    ):
        assert "maxlength" not in desk.get(address).content.decode().lower()


LONG = "word " * 120  # 600 characters; a form takes the last space away


def treatment_with(**values: Any) -> dict[str, Any]:
    whole = {"approach": "medicine", "name": "Colchicine", "body": html("<p>x</p>"), "warnings": items()}
    return {"treatments": [("treatment", whole | values)]}


@pytest.mark.parametrize(
    ("too_long", "most"),
    [
        ({"summary": LONG}, 300),
        ({"causes_heading": LONG}, 120),
        ({"title": LONG}, 255),
        ({"also_known_as": [("name", LONG)]}, 120),
        ({"causes": [("heading", LONG)]}, 120),
        ({"signs": [("advice", {"urgency": "urgent", "heading": LONG, "body": html("<p>x</p>")})]}, 120),
        (treatment_with(name=LONG), 120),
        (treatment_with(warnings=items(LONG)), 500),
        ({"sources": [("source", {"title": LONG, "url": "https://example.org"})]}, 250),
    ],
)
@pytest.mark.parametrize("button", [{}, {"action-publish": "1"}], ids=["saved", "published"])
def test_what_is_too_long_comes_back_whole_with_its_length(
    desk: Client, too_long: dict[str, Any], most: int, button: dict[str, str]
) -> None:
    answer = create(desk, **too_long, **button)
    assert set(errors_of(answer)) == set(too_long)
    told = answer.content.decode()
    assert f"Ensure this value has at most {most} characters (it has 599)." in told
    assert LONG.strip() in told
    assert not ConditionPage.objects.exists()


# --- mistakes are said in words -----------------------------------------------------------------------------------

IMAGE_WITHOUT_ALT = ("image", {"image": "", "alt": "", "caption": ""})


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "This field is required."),
        ({"summary": ""}, "This field is required."),
        ({"definition": []}, "This field is required."),
        ({"causes": [IMAGE_WITHOUT_ALT]}, "This field is required."),
        ({"further": [NARROW_ROW]}, "Row 1 has 1 cells, the header has 2."),
        ({"next_review": "2026-01-01"}, "Say when it was last reviewed, if there is a next review."),
        (
            {"last_reviewed": "2025-01-31", "next_review": "2028-02-01"},
            "The next review must be at most 36 months after the last one.",
        ),
    ],
)
def test_the_form_says_what_is_wrong(desk: Client, wrong: dict[str, Any], told: str) -> None:
    answer = create(desk, **wrong, **{"action-publish": "1"})
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not ConditionPage.objects.exists()
