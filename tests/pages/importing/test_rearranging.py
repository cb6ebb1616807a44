"""What an editor moves goes where it was sent, and no word is lost on the way."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pages.importing.formats import import_document
from pages.importing.rearranging import BY_EDITOR, Changes, items_of, rearranged
from pages.importing.streams import to_blocks
from pages.importing.values import ImportedDocument
from pages.vocabulary import Section

TEXT = """Gout

Crystals in a joint hurt.

Causes

Too much uric acid.

- beer
- meat

Treatment

Medicine

Take 5 mg.

Surgery

Seldom.

Share this page
"""
DOCUMENT = import_document("gout.txt", TEXT.encode(), "en")


def outline(document: ImportedDocument) -> list[tuple[str, str | None, list[str]]]:
    return [(part.section.value, part.heading, [block.text for block in part.blocks]) for part in document.sections]


def words(document: ImportedDocument) -> Counter[str]:
    texts = [document.title, *(drop.text for drop in document.dropped)]
    for _, heading, blocks in outline(document):
        texts += [heading or "", *blocks]
    return Counter(re.findall(r"\w+", " ".join(texts)))


def number(text: str) -> int:
    (found,) = [item.number for item in items_of(DOCUMENT) if item.block.text == text]
    return found


def test_nothing_changed_is_the_same() -> None:
    assert rearranged(DOCUMENT, Changes(DOCUMENT.title)) == DOCUMENT
    same = {item.number: item.section for item in items_of(DOCUMENT)}
    assert rearranged(DOCUMENT, Changes(DOCUMENT.title, same)) == DOCUMENT


def test_moved_left_out_and_restored() -> None:
    moved = {number("beer"): Section.FURTHER, number("Seldom."): None, number("Causes"): Section.DEFINITION}
    changed = rearranged(DOCUMENT, Changes("Podagra", moved, {0: Section.SIGNS}))
    assert changed.title == "Podagra"
    assert outline(changed) == [
        ("definition", None, ["Crystals in a joint hurt."]),
        ("definition", None, ["Causes"]),
        ("causes", None, ["Too much uric acid."]),
        ("further", None, ["beer"]),
        ("causes", None, ["meat"]),
        ("treatments", "Treatment", ["Medicine", "Take 5 mg."]),
        ("treatments", None, ["Surgery"]),
        ("signs", None, ["Share this page"]),
    ]
    assert [(drop.text, drop.reason) for drop in changed.dropped] == [("Seldom.", BY_EDITOR)]


def test_a_treatment_that_is_moved_is_none_any_more() -> None:
    assert {block.approach for part in DOCUMENT.sections for block in part.blocks} != {None}
    moved = {item.number: Section.FURTHER for item in items_of(DOCUMENT)}
    changed = rearranged(DOCUMENT, Changes("x", moved))
    assert {block.approach for part in changed.sections for block in part.blocks} == {None}


numbers = st.integers(min_value=0, max_value=20)
sections = st.sampled_from(Section)


@given(st.dictionaries(numbers, sections | st.none()), st.dictionaries(numbers, sections))
def test_no_word_is_lost(moved: dict[int, Section | None], restored: dict[int, Section]) -> None:
    changed = rearranged(DOCUMENT, Changes(DOCUMENT.title, moved, restored))
    assert words(changed) == words(DOCUMENT)
    wanted = Counter(moved.get(item.number, item.section) for item in items_of(DOCUMENT))
    got = Counter(item.section for item in items_of(changed))
    back = Counter(section for number, section in restored.items() if number < len(DOCUMENT.dropped))
    del wanted[None]
    assert got == wanted + back


def test_a_heading_whose_texts_went_elsewhere_comes_into_the_draft() -> None:
    texts = ("Too much uric acid.", "beer", "meat")
    changed = rearranged(DOCUMENT, Changes("Gout", {number(text): Section.FURTHER for text in texts}))
    assert ("causes", None, ["Causes"]) in outline(changed)
    (causes,) = [stream for stream in to_blocks(changed) if stream.section is Section.CAUSES]
    assert "Causes" in str(causes.blocks)


def test_a_heading_that_goes_with_its_texts_stays_one() -> None:
    texts = ("Causes", "Too much uric acid.", "beer", "meat")
    changed = rearranged(DOCUMENT, Changes("Gout", {number(text): Section.FURTHER for text in texts}))
    assert ("further", "Causes", ["Too much uric acid.", "beer", "meat"]) in outline(changed)


def draft_text(document: ImportedDocument) -> str:
    return str(to_blocks(document))


WITHOUT_SELDOM = Changes("Gout", {number("Seldom."): Section.FURTHER})


def test_a_heading_that_never_had_text_comes_into_the_draft() -> None:
    page = b"<h1>Gout</h1><p>It hurts.</p><h2>Causes</h2><h2>Treatment</h2><h3>Rest</h3><h3>Ice</h3><p>A bag.</p>"
    told = draft_text(rearranged(import_document("gout.html", page, "en"), Changes("Gout")))
    assert "Causes" in told
    assert "Rest" in told


def test_a_sub_heading_whose_text_went_elsewhere_comes_into_the_draft() -> None:
    assert "Surgery" in draft_text(rearranged(DOCUMENT, WITHOUT_SELDOM))


def test_a_bare_heading_is_not_said_of_the_treatment_above_it() -> None:
    (stream,) = [s for s in to_blocks(rearranged(DOCUMENT, WITHOUT_SELDOM)) if s.section is Section.TREATMENTS]
    assert [block["type"] for block in stream.blocks] == ["treatment", "paragraph"]
    assert "Surgery" not in str(stream.blocks[0])


def test_a_bare_heading_that_is_left_out_stands_among_the_dropped() -> None:
    changed = rearranged(DOCUMENT, Changes("Gout", {**WITHOUT_SELDOM.moved, number("Surgery"): None}))
    assert "Surgery" not in draft_text(changed)
    assert ("Surgery", BY_EDITOR) in [(drop.text, drop.reason) for drop in changed.dropped]


@given(st.dictionaries(numbers, sections))
def test_every_word_that_is_not_left_out_is_in_the_draft(moved: dict[int, Section]) -> None:
    told = draft_text(rearranged(DOCUMENT, Changes(DOCUMENT.title, moved)))
    assert [item.block.text for item in items_of(DOCUMENT) if item.block.text not in told] == []
