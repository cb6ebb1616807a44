"""What an editor sees of a condition before anybody else does."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Locale

from pages.models import ConditionPage
from pages.vocabulary import Urgency
from tests.desk import FULL, create, form_of, html, items, served
from tests.factories import advice, build_condition, heading

pytestmark = pytest.mark.django_db


def test_the_preview_of_a_draft_shows_every_block(desk: Client) -> None:
    picture = io.BytesIO()
    Picture.new("RGB", (4, 4)).save(picture, "PNG")
    image = get_image_model().objects.create(title="x", file=ImageFile(picture, name="x.png"))
    image_block = ("image", {"image": str(image.pk), "alt": "A swollen toe", "caption": "At night"})
    other = build_condition("food", title="Food poisoning")
    related = [("condition", str(other.pk))]
    create(desk, **FULL | {"related": related, "definition": [("paragraph", html("<p>Crystals.</p>")), image_block]})
    page = ConditionPage.objects.get(slug="gout")
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
        "Clinical codes: <bdi>ICD-10 M10</bdi>",
        "Last reviewed: Jan. 31, 2025",
        "Next review: Jan. 31, 2027",
        "<bdi>Dr Dee</bdi> · <bdi>Physician</bdi>",
        "<h2>Related conditions</h2><ul><li><bdi>Food poisoning</bdi>",
        "Urgent: get help today",
        ">Medicine<",
        "<h4>Warnings</h4>",
    ):
        assert words in shown, words
    assert served().status_code == 404


def draft_in(locale: str, **content: Any) -> ConditionPage:
    page = build_condition("gout", **content)
    page.locale = Locale.objects.get_or_create(language_code=locale)[0]
    page.save()
    page.save_revision(clean=False)
    return page


def preview(desk: Client, page: ConditionPage) -> str:
    return desk.get(reverse("wagtailadmin_pages:view_draft", args=(page.pk,))).content.decode()


@pytest.mark.parametrize(
    ("locale", "frame", "urgencies", "usual"),
    [
        (
            "en",
            '<html lang="en" dir="ltr">',
            [
                "Emergency: act at once",
                "Urgent: get help today",
                "Not urgent: make an appointment",
                "What you can do yourself",
            ],
            "What are the signs of Sore throat?",
        ),
        (
            "ar",
            '<html lang="ar" dir="rtl">',
            [
                "حالة طارئة: يجب التصرف فورًا",
                "حالة عاجلة: يجب طلب المساعدة اليوم",
                "حالة غير عاجلة: يُنصح بحجز موعد",
                "ما يمكنك فعله بنفسك",
            ],
            "ما علامات وأعراض Sore throat؟",
        ),
    ],
)
def test_the_preview_is_in_the_language_of_the_page_and_says_how_urgent_an_advice_is(
    desk: Client, locale: str, frame: str, urgencies: list[str], usual: str
) -> None:
    page = draft_in(locale, signs=[advice(urgency, urgency, "Look.", "Now.") for urgency in Urgency])
    shown = preview(desk, page)
    assert frame in shown
    assert re.findall(r'<p class="urgency">([^<]*)<', shown) == urgencies
    assert f"<h2>{usual}</h2>" in shown


def test_a_section_is_previewed_under_its_own_heading_and_not_without_text(desk: Client) -> None:
    page = draft_in("en", causes=[heading("h", "x")], causes_heading="So why?", signs_heading="Without text")
    assert re.findall("<h2>([^<]*)</h2>", preview(desk, page)) == ["What is Sore throat?", "So why?"]


def test_a_draft_with_nothing_chosen_yet_has_a_preview(desk: Client) -> None:
    nothing = {"urgency": "", "heading": "", "body": html("")}
    create(
        desk,
        summary="",
        signs=[("advice", nothing)],
        treatments=[("treatment", {"approach": "", "name": "", "body": html(""), "warnings": items()})],
        codes=[("code", {"system": "", "code": ""})],
        related=[("condition", "")],
        further=[("image", {"image": "", "alt": "", "caption": ""})],
    )
    assert "<h1>Gout</h1>" in preview(desk, ConditionPage.objects.get())


def test_what_somebody_wrote_is_no_code_in_the_preview(desk: Client) -> None:
    page = build_condition("gout", title="<script>1</script>", causes_heading="<b>x</b>", summary="<i>y</i>")
    page.causes = page.definition
    page.save_revision(clean=False)
    shown = preview(desk, page)
    assert not re.search("<(script>1|b>x|i>y)", shown)
    assert "&lt;script&gt;1" in shown
