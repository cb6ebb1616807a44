"""A document of two languages: every text says its own, every block how old it is, and what isn't current is listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.documents import block_of, blocks_of
from tests.factories import (
    advice,
    examination,
    heading,
    image,
    make_people,
    make_picture,
    paragraph,
    publish_condition,
    republish,
    table,
    treatment,
)
from tests.journeys.doors import Api, Json, export_po, fill_in, import_po, translate_all


@pytest.fixture
def mixed(api: Api, tmp_path: Path) -> Json:
    """In Arabic, after the English was changed in one paragraph and one warning, and a list item was added."""
    make_people()
    items = '<ul><li data-block-key="l1">One</li></ul>'
    content: dict[str, Any] = {
        "definition": [paragraph("p1", "First.", "Second."), {"type": "paragraph", "id": "p2", "value": items}],
        "signs": [advice("a1", "urgent", "Call", "Now.")],
        "treatments": [treatment("t1", "Rest", "Lie down.", "For an hour.")],
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
    assert block_of(mixed, "p1")["html"] == '<p>عربي First.</p><p lang="en" dir="ltr">Second, changed.</p>'
    assert block_of(mixed, "p2")["html"] == '<ul><li>عربي One</li><li lang="en" dir="ltr">Two</li></ul>'


def test_a_block_says_the_language_of_its_plain_text(mixed: Json) -> None:
    stale, current = block_of(mixed, "a1"), block_of(mixed, "t1")
    assert (stale["heading"], stale["lang"]) == ("Call a doctor", "en")
    assert (current["name"], current["lang"]) == ("عربي Rest", "ar")


def _told(document: Json) -> set[tuple[str, str]]:
    """Every plain text in a block with the language that it is told to be in."""
    told: set[tuple[str, str]] = set()
    for block in blocks_of(document):
        for name in ("text", "heading", "name", "alt", "caption"):
            if block.get(name):
                told.add((block[name], block.get(f"{name}_lang") or block["lang"]))
        told |= {(item["text"], item["lang"]) for item in (*block.get("warnings", ()), *block.get("header", ()))}
    return told


def _mixed_content(picture: int, plain: str = "", body: str = "") -> dict[str, Any]:
    """Blocks of every type that has both plain and rich text."""
    return {
        "definition": [
            heading("h1", f"More{plain}"),
            table("tb1", f"Doses{plain}", [f"Age{plain}", "Dose"], ["Adults", "<b>500 mg</b>"]),
            image("i1", picture, alt=f"A red throat{plain}", caption="Red"),
        ],
        "signs": [advice("a1", "urgent", f"Call{plain}", f"Now{body}")],
        "diagnosis": [examination("e1", f"Swab{plain}", f"With a swab{body}")],
        "treatments": [treatment("t1", f"Rest{plain}", f"Lie down{body}", f"For an hour{plain}", "At noon")],
    }


def test_plain_text_says_its_language_whatever_stands_beside_it(api: Api, tmp_path: Path) -> None:
    """A screen reader must not read English as if it were Arabic, nor Arabic as if it were English."""
    make_people()
    picture = make_picture().pk
    page = publish_condition(**_mixed_content(picture))
    translate_all(tmp_path, lambda text: f"عربي {text}", "ar")
    for plain, body in ((" changed", ""), ("", " changed")):
        republish(page, **_mixed_content(picture, plain, body))
        document = api.condition("ar")
        told = _told(document)
        assert len(told) == 11
        for text, lang in told:
            assert lang == ("ar" if text.startswith("عربي") else "en"), text
        assert {text for text, lang in told if lang == "en"} == {text for text, _ in told if "changed" in text}
        for block_id in ("a1", "e1", "t1"):
            html = block_of(document, block_id)["html"]
            assert html.startswith('<p lang="en" dir="ltr">' if body else "<p>عربي"), html


def test_the_state_of_a_block_is_that_of_its_worst_text(mixed: Json) -> None:
    assert {block["id"]: block["state"] for block in blocks_of(mixed)} == {
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
