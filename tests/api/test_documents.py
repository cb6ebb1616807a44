"""The condition document: its keys, its blocks, and what language each piece of it says it is in."""

from __future__ import annotations

import datetime
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.images import get_image_model

from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.factories import (
    advice,
    build_condition,
    examination,
    heading,
    make_people,
    paragraph,
    publish_condition,
    republish,
    treatment,
)
from tests.journeys.doors import Api, Json, change_entry, export_po, fill_in, import_po, translate_all

SECTIONS = ["definition", "causes", "signs", "diagnosis", "treatments"]

KEYS = {
    "id": str,
    "type": str,
    "slug": str,
    "url": str,
    "locale": str,
    "direction": str,
    "title": str,
    "also_known_as": list,
    "summary": str,
    "codes": list,
    "sections": list,
    "review": dict,
    "sources": list,
    "related": list,
    "translation": dict,
    "locales": list,
    "published_at": str,
    "modified_at": str,
}


def _table(block_id: str) -> Json:
    def cell(cell_id: str, text: str) -> Json:
        return {"type": "item", "id": cell_id, "value": f'<p data-block-key="k0000">{text}</p>'}

    return {
        "type": "table",
        "id": block_id,
        "value": {
            "caption": "Doses",
            "header": [
                {"type": "item", "id": "c1", "value": "Age"},
                {"type": "item", "id": "c2", "value": "Dose"},
            ],
            "rows": [{"type": "item", "id": "r1", "value": [cell("x1", "Adults"), cell("x2", "<b>500 mg</b>")]}],
        },
    }


def _image() -> Json:
    out = io.BytesIO()
    Picture.new("RGB", (1000, 500)).save(out, "PNG")
    file = ImageFile(io.BytesIO(out.getvalue()), name="throat.png")
    image = get_image_model().objects.create(title="Throat", file=file)
    return {"type": "image", "id": "i1", "value": {"image": image.pk, "alt": "A red throat.", "caption": "Red"}}


def _full(**more: Any) -> ConditionPage:
    """A condition with something in every field."""
    related = publish_condition("tonsillitis", title="Tonsillitis")
    return publish_condition(
        also_known_as=[{"type": "name", "id": "n1", "value": "Pharyngitis"}],
        codes=[{"type": "code", "id": "c1", "value": {"system": "icd-10", "code": "J02.9"}}],
        definition=[paragraph("p1", "One."), heading("h1", "More"), _image()],
        causes=[paragraph("p2", "A virus.")],
        signs=[advice("a1", "emergency", "Call for help", "At once.")],
        diagnosis=[examination("e1", "Throat swab", "With a swab.")],
        treatments=[treatment("t1", "Painkillers", "Take one.", "Not with fever.", approach="medicine"), _table("tb1")],
        further=[paragraph("p3", "It goes away.")],
        sources=[{"type": "source", "id": "s1", "value": {"title": "A guideline", "url": "https://example.org/g"}}],
        reviewers=[{"type": "reviewer", "id": "r1", "value": {"name": "Dr. A", "role": "Doctor"}}],
        related=[{"type": "condition", "id": "rel1", "value": related.pk}],
        last_reviewed=datetime.date(2026, 1, 31),
        next_review=datetime.date(2027, 1, 31),
        **more,
    )


def _blocks(document: Json) -> Iterator[Json]:
    for section in document["sections"]:
        yield from section["blocks"]


def _block(document: Json, block_id: str) -> Json:
    (block,) = [block for block in _blocks(document) if block["id"] == block_id]
    return block


# Keys


def _assert_shape(document: Json) -> None:
    assert list(document) == list(KEYS)
    for key, type_ in KEYS.items():
        assert type(document[key]) is type_, key
    assert list(document["review"]) == ["last_reviewed", "next_review", "reviewers"]
    assert list(document["translation"])[:6] == [
        "source_locale",
        "status",
        "segments",
        "current",
        "not_current",
        "reviewers",
    ]
    for section in document["sections"]:
        assert list(section) == ["type", "heading", "lang", "blocks"]
        for block in section["blocks"]:
            assert list(block)[:4] == ["id", "type", "lang", "state"]
    for moment in (document["published_at"], document["modified_at"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)


def test_all_keys_in_order_with_their_types(api: Api) -> None:
    _full()
    _assert_shape(api.condition("en"))


def test_the_same_keys_when_there_is_next_to_nothing(api: Api) -> None:
    publish_condition()
    document = api.condition("en")
    _assert_shape(document)
    assert document["also_known_as"] == document["codes"] == document["sources"] == document["related"] == []
    assert document["review"] == {"last_reviewed": None, "next_review": None, "reviewers": []}
    assert [len(section["blocks"]) for section in document["sections"]] == [1, 0, 0, 0, 0]


def test_the_facts(api: Api) -> None:
    page = _full()
    related = ConditionPage.objects.get(slug="tonsillitis")
    document = api.condition("en")
    assert {key: document[key] for key in list(KEYS)[:10]} == {
        "id": str(page.translation_key),
        "type": "condition",
        "slug": "sore-throat",
        "url": "/api/v1/en/conditions/sore-throat/",
        "locale": "en",
        "direction": "ltr",
        "title": "Sore throat",
        "also_known_as": ["Pharyngitis"],
        "summary": "Pain when you swallow.",
        "codes": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "J02.9"}],
    }
    assert document["review"] == {
        "last_reviewed": "2026-01-31",
        "next_review": "2027-01-31",
        "reviewers": [{"name": "Dr. A", "role": "Doctor"}],
    }
    assert document["sources"] == [{"title": "A guideline", "url": "https://example.org/g"}]
    key = related.translation_key
    assert document["related"] == [{"id": str(key), "url": f"/api/v1/conditions/{key}/?locale=en"}]
    assert document["locales"] == [{"locale": "en", "url": document["url"], "status": "source"}]


# Sections and blocks


def test_always_the_five_sections_and_further_only_with_text(api: Api) -> None:
    page = publish_condition()
    assert [section["type"] for section in api.condition("en")["sections"]] == SECTIONS
    page = republish(page, further=[paragraph("p3", "It goes away.")])
    assert [section["type"] for section in api.condition("en")["sections"]] == [*SECTIONS, "further"]
    republish(page, further=[])
    assert [section["type"] for section in api.condition("en")["sections"]] == SECTIONS


BLOCKS: list[tuple[str, Json]] = [
    ("p1", {"type": "paragraph", "html": "<p>One.</p>"}),
    ("h1", {"type": "heading", "text": "More"}),
    ("a1", {"type": "advice", "urgency": "emergency", "heading": "Call for help", "html": "<p>At once.</p>"}),
    ("e1", {"type": "examination", "name": "Throat swab", "html": "<p>With a swab.</p>"}),
    (
        "t1",
        {
            "type": "treatment",
            "approach": "medicine",
            "name": "Painkillers",
            "html": "<p>Take one.</p>",
            "warnings": [{"id": "t1-w0", "lang": "en", "text": "Not with fever."}],
        },
    ),
    (
        "tb1",
        {
            "type": "table",
            "caption": "Doses",
            "header": [{"id": "c1", "lang": "en", "text": "Age"}, {"id": "c2", "lang": "en", "text": "Dose"}],
            "rows": [
                {
                    "id": "r1",
                    "cells": [
                        {"id": "x1", "html": "<p>Adults</p>"},
                        {"id": "x2", "html": "<p><b>500 mg</b></p>"},
                    ],
                }
            ],
        },
    ),
]


def test_a_block(api: Api, subtests: pytest.Subtests) -> None:
    """Every type says its id, its language and its state first; what it means, after."""
    _full()
    document = api.condition("en")
    for block_id, rest in BLOCKS:
        with subtests.test(block_id=block_id):
            assert _block(document, block_id) == {"id": block_id, "lang": "en", "state": "source", **rest}


def test_an_image(api: Api) -> None:
    _full()
    block = _block(api.condition("en"), "i1")
    assert (block["type"], block["alt"], block["caption"]) == ("image", "A red throat.", "Red")
    picture = block["image"]
    assert (picture["width"], picture["height"]) == (1000, 500)
    assert [(smaller["width"], smaller["height"]) for smaller in picture["renditions"]] == [(400, 200), (800, 400)]
    for url in (picture["url"], *(smaller["url"] for smaller in picture["renditions"])):
        assert url.startswith("/media/")


# HTML


PUBLIC_HTML = [
    ("10<sup>9</sup>/L and H<sub>2</sub>O", "10<sup>9</sup>/L and H<sub>2</sub>O"),
    ("<b>bold</b> and <i>italic</i>", "<b>bold</b> and <i>italic</i>"),
    ("1 &lt; 2 &amp; 3 &gt; 2", "1 &lt; 2 &amp; 3 &gt; 2"),
    ("caf&eacute; &quot;x&quot;", 'café "x"'),
    ('<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
    ('<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'),
    ('<a href="tel:112">112</a>', '<a href="tel:112">112</a>'),
    ('<a href="javascript:alert(1)">x</a>', "x"),
    ('<a href="//evil.example">x</a>', "x"),
    ('<b onclick="alert(1)" class="big">x</b>', "<b>x</b>"),
    ("<script>alert(1)</script>x", "x"),
    ("<span>x</span>", "x"),
]


def test_public_html(api: Api, subtests: pytest.Subtests) -> None:
    blocks = [paragraph(f"def{n}", f"Text {stored} text.") for n, (stored, _) in enumerate(PUBLIC_HTML)]
    publish_condition(definition=blocks)
    document = api.condition("en")
    for n, (stored, public) in enumerate(PUBLIC_HTML):
        with subtests.test(stored=stored):
            assert _block(document, f"def{n}")["html"] == f"<p>Text {public} text.</p>"


def test_no_keys_of_the_editor_are_left(api: Api) -> None:
    _full()
    body = api.get("en/conditions/sore-throat/").content
    assert b"data-block-key" not in body
    assert b"linktype" not in body


def test_lists_stay_lists(api: Api) -> None:
    inner = '<ol><li data-block-key="l3">A</li></ol>'
    html = f'<ul><li data-block-key="l1">One</li><li data-block-key="l2">Two{inner}</li></ul>'
    publish_condition(definition=[{"type": "paragraph", "id": "def1", "value": html}])
    assert _block(api.condition("en"), "def1")["html"] == "<ul><li>One</li><li>Two<ol><li>A</li></ol></li></ul>"


# Links


def test_a_link_to_a_condition_goes_by_id_to_the_negotiated_address(api: Api, tmp_path: Path) -> None:
    make_people()
    target = publish_condition("tonsillitis", title="Tonsillitis")
    link = f'See <a linktype="page" id="{target.pk}">tonsillitis</a>.'
    publish_condition(definition=[paragraph("def1", link)])
    translate_all(tmp_path, lambda text: text.replace("See", "Zie"))
    for locale in ("en", "nl"):
        address = f"/api/v1/conditions/{target.translation_key}/?locale={locale}"
        html = _block(api.condition(locale), "def1")["html"]
        assert f'<a href="{address}">tonsillitis</a>' in html
        assert api.get(address)["Content-Location"] == "/api/v1/en/conditions/tonsillitis/"


def test_a_link_to_a_condition_that_has_yet_to_be_published(api: Api) -> None:
    """It goes by id, so it need not change when the other appears."""
    target = build_condition("tonsillitis", title="Tonsillitis")
    publish_condition(definition=[paragraph("def1", f'See <a linktype="page" id="{target.pk}">this</a>.')])
    etag = api.etag("en")
    target.save_revision().publish()
    assert api.etag("en") == etag
    link = _block(api.condition("en"), "def1")["html"].split('"')[1]
    assert api.get(link).status_code == 200


@pytest.mark.parametrize("model", [ConditionIndexPage, HomePage])
def test_a_link_to_a_page_that_is_no_condition(api: Api, model: type[Any]) -> None:
    """The API has no document of it: a link would lead nowhere, so its words stay alone."""
    page = model.objects.get()
    publish_condition(definition=[paragraph("def1", f'See <a linktype="page" id="{page.pk}">all of them</a>.')])
    assert _block(api.condition("en"), "def1")["html"] == "<p>See all of them.</p>"


def test_a_link_to_nothing(api: Api) -> None:
    for attributes in ('linktype="page" id="99999"', 'linktype="page" id="x"', 'linktype="page"', ""):
        page = ConditionPage.objects.first() or publish_condition()
        republish(page, definition=[paragraph("def1", f"See <a {attributes}>this</a>.")])
        assert _block(api.condition("en"), "def1")["html"] == "<p>See this.</p>"


# Headings


@pytest.fixture
def words(tmp_path: Path, settings: Any) -> None:
    """The interface in Dutch, but for one heading."""
    catalogue = Catalog(locale="nl")
    catalogue.add("What is %(condition)s?", "Wat is %(condition)s?")
    catalogue.add("How is %(condition)s treated?", "Hoe wordt %(condition)s behandeld?")
    path = tmp_path / "words" / "nl" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    settings.LOCALE_PATHS = [tmp_path / "words"]


def _headings(document: Json) -> dict[str, tuple[str, str]]:
    return {section["type"]: (section["heading"], section["lang"]) for section in document["sections"]}


def test_default_headings(api: Api, words: None, dutch: ConditionPage) -> None:
    english, translated = _headings(api.condition("en")), _headings(api.condition("nl"))
    assert english["definition"] == ("What is Sore throat?", "en")
    assert english["treatments"] == ("How is Sore throat treated?", "en")
    assert translated["definition"] == ("Wat is Keelpijn?", "nl")
    assert translated["treatments"] == ("Hoe wordt Keelpijn behandeld?", "nl")
    assert translated["signs"][1] == "en"  # nobody translated this one: it says so


def test_own_headings(api: Api, words: None, tmp_path: Path) -> None:
    make_people()
    page = publish_condition(definition_heading="In short", treatments_heading="What 100% helps")
    dutch = {"In short": "In het kort", "What 100% helps": "Wat 100% helpt"}
    translate_all(tmp_path, lambda text: dutch.get(text, f"{text}"))
    assert _headings(api.condition("en"))["definition"] == ("In short", "en")
    assert _headings(api.condition("nl"))["definition"] == ("In het kort", "nl")
    assert _headings(api.condition("nl"))["treatments"] == ("Wat 100% helpt", "nl")
    republish(page, definition_heading="In brief")
    assert _headings(api.condition("nl"))["definition"] == ("In brief", "en")
    republish(page, definition_heading="")
    assert _headings(api.condition("nl"))["definition"][1] == "nl"


def test_a_heading_is_never_of_two_languages(api: Api, words: None, dutch: ConditionPage) -> None:
    """The title isn't Dutch any more: a Dutch heading around it would be half English."""
    republish(dutch, title="Sore throats")
    document = api.condition("nl")
    assert (document["title"], document["translation"]["not_current"][0]["path"]) == ("Sore throats", "title")
    assert _headings(document)["definition"] == ("What is Sore throats?", "en")


def test_a_title_with_a_percent_sign(api: Api) -> None:
    publish_condition(title="50% burns %(condition)s %s")
    assert _headings(api.condition("en"))["definition"][0] == "What is 50% burns %(condition)s %s?"


# Documents of two languages


@pytest.fixture
def mixed(api: Api, tmp_path: Path) -> Json:
    """In Arabic, after the English was changed in one paragraph and one warning, and a list item was added."""
    make_people()
    items = '<ul><li data-block-key="l1">One</li></ul>'
    content: dict[str, Any] = {
        "definition": [paragraph("p1", "First.", "Second."), {"type": "paragraph", "id": "p2", "value": items}],
        "signs": [advice("a1", "urgent", "Call", "Now.")],
        "treatments": [treatment("t1", "Rest", "Lie down.", "Not for long.")],
    }
    page = publish_condition(**content)
    translate_all(tmp_path, lambda text: f"عربي {text}", "ar")
    content["definition"] = [
        paragraph("p1", "First.", "Second, changed."),
        {"type": "paragraph", "id": "p2", "value": items.replace("</ul>", '<li data-block-key="l2">Two</li></ul>')},
    ]
    content["signs"] = [advice("a1", "urgent", "Call a doctor", "Today.")]
    republish(page, **content)
    return api.condition("ar")


def test_direction(mixed: Json) -> None:
    assert (mixed["locale"], mixed["direction"]) == ("ar", "rtl")


def test_each_paragraph_says_its_language_where_it_isnt_the_documents(mixed: Json) -> None:
    assert _block(mixed, "p1")["html"] == '<p>عربي First.</p><p lang="en" dir="ltr">Second, changed.</p>'
    assert _block(mixed, "p2")["html"] == '<ul><li>عربي One</li><li lang="en" dir="ltr">Two</li></ul>'


def test_a_block_that_is_wholly_in_the_source_language_says_so(mixed: Json) -> None:
    block = _block(mixed, "a1")
    assert (block["lang"], block["state"], block["heading"]) == ("en", "stale", "Call a doctor")


def test_a_block_that_is_current_says_so(mixed: Json) -> None:
    block = _block(mixed, "t1")
    assert (block["lang"], block["state"], block["name"]) == ("ar", "current", "عربي Rest")


def _told(document: Json) -> set[tuple[str, str]]:
    """Every plain text in a block with the language that it is told to be in."""
    told: set[tuple[str, str]] = set()
    for block in _blocks(document):
        for name in ("text", "heading", "name", "alt", "caption"):
            if block.get(name):
                told.add((block[name], block.get(f"{name}_lang") or block["lang"]))
        told |= {(item["text"], item["lang"]) for item in (*block.get("warnings", ()), *block.get("header", ()))}
    return told


def _mixed_content(plain: str, body: str) -> dict[str, Any]:
    """Blocks of every type that has both plain and rich text."""
    table, image = _table("tb1"), _image()
    table["value"]["caption"] = f"Doses{plain}"
    table["value"]["header"][0]["value"] = f"Age{plain}"
    image["value"] |= {"alt": f"A red throat{plain}", "caption": "Red"}
    return {
        "definition": [heading("h1", f"More{plain}"), table, image],
        "signs": [advice("a1", "urgent", f"Call{plain}", f"Now{body}")],
        "diagnosis": [examination("e1", f"Swab{plain}", f"With a swab{body}")],
        "treatments": [treatment("t1", f"Rest{plain}", f"Lie down{body}", f"Not for long{plain}", "Not at noon")],
    }


def test_plain_text_says_its_language_whatever_stands_beside_it(api: Api, tmp_path: Path) -> None:
    """A screen reader must not read English as if it were Arabic, nor Arabic as if it were English."""
    make_people()
    page = publish_condition(**_mixed_content("", ""))
    translate_all(tmp_path, lambda text: f"عربي {text}", "ar")
    for plain, body in ((" changed", ""), ("", " changed")):
        republish(page, **_mixed_content(plain, body))
        document = api.condition("ar")
        told = _told(document)
        assert len(told) == 11
        for text, lang in told:
            assert lang == ("ar" if text.startswith("عربي") else "en"), text
        assert {text for text, lang in told if lang == "en"} == {text for text, _ in told if "changed" in text}
        for block_id in ("a1", "e1", "t1"):
            html = _block(document, block_id)["html"]
            assert html.startswith('<p lang="en" dir="ltr">' if body else "<p>عربي"), html


def test_the_state_of_a_block_is_that_of_its_worst_text(mixed: Json) -> None:
    assert {block["id"]: block["state"] for block in _blocks(mixed)} == {
        "p1": "stale",
        "p2": "missing",
        "a1": "stale",
        "t1": "current",
    }


def test_what_is_not_current_is_listed(mixed: Json) -> None:
    translation = mixed["translation"]
    assert (translation["source_locale"], translation["status"]) == ("en", "outdated")
    listed = {e["path"]: (e["state"], e["section"], e["critical"]) for e in translation["not_current"]}
    assert listed == {
        "definition.p1#k0001": ("stale", "definition", False),
        "definition.p2#l2": ("missing", "definition", False),
        "signs.a1.heading": ("stale", "signs", True),
        "signs.a1.body#k0000": ("stale", "signs", True),
    }
    assert translation["segments"] - translation["current"] == len(listed)


def test_unreviewed_is_told_from_missing(api: Api, tmp_path: Path) -> None:
    make_people()
    page = publish_condition()
    translate_all(tmp_path, lambda text: f"Zo: {text}")
    republish(page, summary="Another summary.")
    import_po(fill_in(export_po(tmp_path), lambda text: f"Zo: {text}"))
    document = api.condition("nl")
    assert document["summary"] == "Another summary."
    assert [(e["path"], e["state"], e["section"]) for e in document["translation"]["not_current"]] == [
        ("summary", "unreviewed", None)
    ]


def test_a_translation_may_not_bring_markup_that_the_source_has_not(api: Api, tmp_path: Path) -> None:
    """Even where it gets in, as bold may, it comes out as one of the few public tags."""
    make_people()
    publish_condition(definition=[paragraph("def1", "Plain.")])
    path = fill_in(export_po(tmp_path), lambda text: f"Zo: {text}")
    change_entry(path, "definition.def1#k0000", msgstr="<b>Zo</b>: 1 &lt; 2 &amp; plain.")
    answer = import_po(path, reviewer="rana")
    assert answer.code == 0, answer.out
    assert _block(api.condition("nl"), "def1")["html"] == "<p><b>Zo</b>: 1 &lt; 2 &amp; plain.</p>"


def test_the_bytes_are_compact_utf_8(api: Api) -> None:
    publish_condition(title="Ménière — 頭痛")
    body = api.get("en/conditions/sore-throat/").content
    document = json.loads(body)
    assert body == json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    assert b"\\u" not in body
