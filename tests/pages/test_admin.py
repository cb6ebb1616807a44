"""The editors' desk, through its own pages: a condition is written, previewed, published, scheduled, withdrawn."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model

from api.models import Edition, Feed
from pages.labels import SECTION_LABELS
from pages.models import ConditionIndexPage, ConditionPage
from tests.desk import STREAMS, create, edit, form_of, html, items
from tests.factories import build_condition, publish_condition

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("ed", email="ed@example.org"))
    return client


def errors_of(answer: HttpResponse) -> dict[str, Any]:
    """The fields that the form complains of."""
    assert answer.status_code == 200
    return dict(answer.context["form"].errors)  # type: ignore[attr-defined]


def served(slug: str = "gout") -> HttpResponse:
    return Client().get(f"/api/v1/en/conditions/{slug}/")  # type: ignore[return-value]


# --- getting in ---------------------------------------------------------------------------------------------------


def test_the_front_door_leads_to_the_log_in() -> None:
    answer = Client().get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/login/")
    assert answer.status_code == 200
    assert b'name="password"' in answer.content


def test_log_in() -> None:
    User.objects.create_superuser("ed", password="a pass for a test")
    client = Client()
    wrong = client.post("/admin/login/", {"username": "ed", "password": "no"})
    assert wrong.status_code == 200
    right = client.post("/admin/login/", {"username": "ed", "password": "a pass for a test", "next": "/admin/"})
    assert (right.status_code, right["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"])
def test_nobody_gets_in_without_logging_in(address: str) -> None:
    answer = Client().get(address)
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={address}")


@pytest.mark.parametrize(
    "address",
    ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/", "/admin/locales/", "/admin/users/"],
)
def test_the_pages_of_the_desk_open(desk: Client, address: str) -> None:
    assert desk.get(address).status_code == 200


def test_documents_are_not_offered(desk: Client) -> None:
    text = desk.get("/admin/").content.decode()
    (menu,) = re.findall(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert '"/admin/images/"' in menu
    assert '"/admin/documents/"' not in menu


def test_the_explorer_lists_conditions(desk: Client) -> None:
    publish_condition("gout", title="Gout of the toe")
    index = ConditionIndexPage.objects.get()
    assert "Gout of the toe" in desk.get(reverse("wagtailadmin_explore", args=(index.pk,))).content.decode()
    assert (
        reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", index.pk))
        in desk.get(reverse("wagtailadmin_pages:add_subpage", args=(index.pk,)), follow=True).redirect_chain[-1][0]
    )


# --- the form -----------------------------------------------------------------------------------------------------


def test_the_form_has_a_panel_for_each_section(desk: Client) -> None:
    index = ConditionIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", index.pk))
    text = desk.get(address).content.decode()
    titles = re.findall(r"data-panel-heading-text[^>]*>\s*([^<]+?)\s*<", text)
    labels = [str(label) for label in SECTION_LABELS.values()]
    # Each panel has its section inside, under the same name.
    assert list(dict.fromkeys(title for title in titles if title in labels)) == labels
    for name in (*STREAMS, "summary", "last_reviewed", "next_review", "go_live_at", "expire_at"):
        assert f'id="id_{name}"' in text or f'id="{name}"' in text, name


FULL = {
    "also_known_as": [("name", "Podagra")],
    "codes": [("code", {"system": "icd-10", "code": "M10"})],
    "sources": [("source", {"title": "A book", "url": "https://example.org/gout"})],
    "reviewers": [("reviewer", {"name": "Dr Dee", "role": "Physician"})],
    "causes_heading": "Why gout?",
    "causes": [("heading", "Food")],
    "signs": [("advice", {"urgency": "urgent", "heading": "Get help", "body": html("<p>If it is hot.</p>")})],
    "diagnosis": [("examination", {"name": "A needle", "body": html("<p>It takes a minute.</p>")})],
    "treatments": [
        (
            "treatment",
            {
                "approach": "medicine",
                "name": "Colchicine",
                "body": html("<p>10<sup>-3</sup> g</p>"),
                "warnings": items("Not with kidney disease.", "Not for children."),
            },
        )
    ],
    "further": [
        (
            "table",
            {
                "caption": "Doses",
                "header": items("Age", "Dose"),
                "rows": items(items(html("<p>20</p>"), html("<p><b>1</b> mg</p>"))),
            },
        )
    ],
    "last_reviewed": "2025-01-31",
    "next_review": "2027-01-31",
}


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


# --- draft, publish, schedule, withdraw ---------------------------------------------------------------------------


def test_a_draft_may_be_incomplete_and_is_not_served(desk: Client) -> None:
    answer = create(desk, summary="", definition=[])
    page = ConditionPage.objects.get()
    assert (answer.status_code, page.live) == (302, False)
    assert served().status_code == 404
    assert [*errors_of(edit(desk, page, **{"action-publish": "1"}))] == ["summary", "definition"]


@pytest.mark.parametrize("missing", ["definition", "summary"])
def test_an_incomplete_draft_is_not_published_from_the_explorer_either(desk: Client, missing: str) -> None:
    create(desk, **{missing: [] if missing in STREAMS else ""})
    page = ConditionPage.objects.get()
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    desk.raise_request_exception = False
    desk.post(f"{address}?id={page.pk}")
    assert not ConditionPage.objects.get().live
    assert served().status_code == 404


def test_a_draft_of_a_published_condition_waits(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    before = served()
    edit(desk, page, summary="Hot joints.")
    assert served().content == before.content
    assert ConditionPage.objects.get().has_unpublished_changes
    edit(desk, page, **{"action-publish": "1"})
    assert served().json()["summary"] == "Hot joints."  # type: ignore[attr-defined]


def test_scheduled_to_appear_and_to_expire(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()

    def after(hours: float) -> datetime.datetime:
        return now + datetime.timedelta(hours=hours)

    times = {"go_live_at": f"{after(1):%Y-%m-%d %H:%M}", "expire_at": f"{after(3):%Y-%m-%d %H:%M}"}
    assert create(desk, **times, **{"action-publish": "1"}).status_code == 302
    for hours, live, status in ((0.5, False, (404, 410)), (2, True, (200,)), (2.5, True, (200,)), (4, False, (410,))):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: after(hours))
        call_command("publish_scheduled")
        assert ConditionPage.objects.get().live == live
        assert served().status_code in status
    assert ConditionPage.objects.get().expired


def test_before_its_time_the_world_hears_nothing_of_a_scheduled_condition(desk: Client) -> None:
    """Wagtail's form saves the new page as live for an instant; no app may sync it, nor learn of it by a tombstone."""
    before = Feed.now().last_sequence
    create(desk, go_live_at=f"{timezone.now() + datetime.timedelta(hours=1):%Y-%m-%d %H:%M}", **{"action-publish": "1"})
    assert served().status_code == 404
    assert not Edition.objects.exists()
    assert Feed.now().last_sequence == before


def test_unpublished(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    page = ConditionPage.objects.get()
    address = reverse("wagtailadmin_pages:unpublish", args=(page.pk,))
    assert desk.get(address).status_code == 200
    assert served().status_code == 200
    assert desk.post(address).status_code == 302
    assert not ConditionPage.objects.get().live
    assert served().status_code == 410


def test_deleted(desk: Client) -> None:
    create(desk, **{"action-publish": "1"})
    address = reverse("wagtailadmin_pages:delete", args=(ConditionPage.objects.get().pk,))
    assert desk.get(address).status_code == 200
    desk.post(address)
    assert not ConditionPage.objects.exists()
    assert served().status_code == 410


@pytest.mark.parametrize("name", ["edit", "history"])
def test_a_condition_can_be_opened(desk: Client, name: str) -> None:
    page = build_condition()
    page.save_revision()
    assert desk.get(reverse(f"wagtailadmin_pages:{name}", args=(page.pk,))).status_code == 200


def test_two_versions_are_compared(desk: Client) -> None:
    create(desk, **FULL)
    page = ConditionPage.objects.get()
    edit(desk, page, summary="Hot joints.")
    address = reverse("wagtailadmin_pages:revisions_compare", args=(page.pk, "earliest", "latest"))
    answer = desk.get(address)
    assert answer.status_code == 200
    assert "Hot" in answer.content.decode()


# --- preview ------------------------------------------------------------------------------------------------------


def test_the_preview_of_a_draft_shows_every_block(desk: Client) -> None:
    picture = io.BytesIO()
    Picture.new("RGB", (4, 4)).save(picture, "PNG")
    image = get_image_model().objects.create(title="x", file=ImageFile(picture, name="x.png"))
    image_block = ("image", {"image": str(image.pk), "alt": "A swollen toe", "caption": "At night"})
    create(desk, **FULL | {"definition": [("paragraph", html("<p>Crystals.</p>")), image_block]})
    page = ConditionPage.objects.get()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=(page.pk,))
    posted = form_of(page) | {"title": "Gout & toes"}
    assert desk.post(address, posted).json() == {"is_valid": True, "is_available": True}

    answer = desk.get(address, {"mode": ""})

    shown = answer.content.decode()
    assert answer.status_code == 200
    for words in (
        "<h1>Gout &amp; toes</h1>",
        "Podagra",
        "Painful joints.",
        "What is Gout &amp; toes?",
        "Crystals.",
        'alt="A swollen toe"',
        "At night",
        "Why gout?",
        "<h3>Food</h3>",
        "Get help",
        "If it is hot.",
        "A needle",
        "It takes a minute.",
        "Colchicine",
        "10<sup>-3</sup> g",
        "<li>Not with kidney disease.</li>",
        "<caption>Doses</caption>",
        '<th scope="col">Dose</th>',
        "<b>1</b> mg",
        "A book",
    ):
        assert words in shown, words
    assert served().status_code == 404


def test_what_somebody_wrote_is_no_code_in_the_preview(desk: Client) -> None:
    page = build_condition("gout", title="<script>1</script>", causes_heading="<b>x</b>", summary="<i>y</i>")
    page.causes = page.definition
    page.save_revision(clean=False)
    shown = desk.get(reverse("wagtailadmin_pages:view_draft", args=(page.pk,))).content.decode()
    assert not re.search("<(script>1|b>x|i>y)", shown)
    assert "&lt;script&gt;1" in shown
