"""What goes out to a translator is every word of a condition once, each with its place, kind and limits."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from pages.blocks import SectionBlock
from pages.content import condition_shape
from pages.labels import SECTION_LABELS
from pages.vocabulary import Section
from tests.factories import advice, examination, heading, image, paragraph, table, treatment
from translation.segments import Segment, Served, digest_of, replace_segments, segments_of

ADVICE, TREATMENT = "Definition › Advice", "Definition › Treatment"


def plain(path: str, text: str, max_length: int, breadcrumb: str, *, critical: bool = False) -> Segment:
    return Segment(path, text, "plain", critical, max_length, breadcrumb)


def rich(path: str, text: str, breadcrumb: str, *, critical: bool = False) -> Segment:
    return Segment(path, text, "rich", critical, None, breadcrumb)


BLOCKS: dict[str, tuple[dict[str, Any], list[Segment]]] = {
    "heading": (heading("b", "Anatomy"), [plain("definition.b", "Anatomy", 120, "Definition › Sub-heading")]),
    "paragraph": (
        paragraph("b", "One.", "Two."),
        [
            rich("definition.b#k0000", "One.", "Definition › Text"),
            rich("definition.b#k0001", "Two.", "Definition › Text"),
        ],
    ),
    "advice": (
        advice("b", "emergency", "Call 112", "If you can't breathe."),
        [
            plain("definition.b.heading", "Call 112", 120, f"{ADVICE} › Heading", critical=True),
            rich("definition.b.body#k0000", "If you can't breathe.", f"{ADVICE} › Text", critical=True),
        ],
    ),
    "examination": (
        examination("b", "EMG", "A needle."),
        [
            plain("definition.b.name", "EMG", 120, "Definition › Examination › Name"),
            rich("definition.b.body#k0000", "A needle.", "Definition › Examination › Text"),
        ],
    ),
    "treatment": (
        treatment("b", "Aspirin", "At most 300 mg.", "Not for children.", "Not with warfarin."),
        [
            plain("definition.b.name", "Aspirin", 120, f"{TREATMENT} › Name", critical=True),
            rich("definition.b.body#k0000", "At most 300 mg.", f"{TREATMENT} › Text", critical=True),
            plain(
                "definition.b.warnings.b-w0",
                "Not for children.",
                500,
                f"{TREATMENT} › Warnings › Warning",
                critical=True,
            ),
            plain(
                "definition.b.warnings.b-w1",
                "Not with warfarin.",
                500,
                f"{TREATMENT} › Warnings › Warning",
                critical=True,
            ),
        ],
    ),
    "image": (
        image("b", 7, "A hand", "Where it hurts"),
        [
            plain("definition.b.alt", "A hand", 250, "Definition › Image › Text alternative"),
            plain("definition.b.caption", "Where it hurts", 250, "Definition › Image › Caption"),
        ],
    ),
    "table": (
        table("b", "Doses", ["Age", "Dose"], ["2", "<b>5</b> ml"], ["3", ""]),
        [
            plain("definition.b.caption", "Doses", 250, "Definition › Table › Caption"),
            plain("definition.b.header.h0", "Age", 120, "Definition › Table › Header row › Column"),
            plain("definition.b.header.h1", "Dose", 120, "Definition › Table › Header row › Column"),
            rich("definition.b.rows.r0.r0c0#k0000", "2", "Definition › Table › Rows › Row › Cell"),
            rich("definition.b.rows.r0.r0c1#k0000", "<b>5</b> ml", "Definition › Table › Rows › Row › Cell"),
            rich("definition.b.rows.r1.r1c0#k0000", "3", "Definition › Table › Rows › Row › Cell"),
        ],
    ),
}


def test_every_block_type_of_a_section_is_in_the_table() -> None:
    assert set(BLOCKS) == set(SectionBlock().child_blocks)


@pytest.mark.parametrize(("block", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_gives_these_segments_and_takes_them_back(block: dict[str, Any], expected: list[Segment]) -> None:
    content = {"definition": [block]}
    assert segments_of(condition_shape(), content) == expected
    assert replace_segments(condition_shape(), content, lambda segment: Served(segment.text)) == content


SECTIONS = ("definition", "causes", "signs", "diagnosis", "treatments", "further")
FIELDS: dict[str, tuple[Any, list[Segment]]] = {
    "title": ("Gout", [plain("title", "Gout", 255, "title")]),
    "summary": ("It hurts.", [plain("summary", "It hurts.", 300, "summary")]),
    "also_known_as": (
        [{"type": "name", "id": "n", "value": "Podagra"}],
        [plain("also_known_as.n", "Podagra", 120, "also_known_as › Name")],
    ),
    "reviewers": (
        [{"type": "reviewer", "id": "r", "value": {"name": "Dr Dee", "role": "Surgeon"}}],
        [plain("reviewers.r.role", "Surgeon", 120, "reviewers › Reviewer › Role")],
    ),
    "codes": ([{"type": "code", "id": "c", "value": {"system": "icd-10", "code": "M10"}}], []),
    "sources": ([{"type": "source", "id": "s", "value": {"title": "A book", "url": "https://example.org"}}], []),
    "related": ([{"type": "condition", "id": "r", "value": 12}], []),
} | {
    f"{section}_heading": (
        "So?",
        [plain(f"{section}_heading", "So?", 120, f"{SECTION_LABELS[Section(section)]} › Own heading")],
    )
    for section in SECTIONS
}


def test_every_field_of_a_condition_is_in_the_table() -> None:
    assert {*FIELDS, *SECTIONS} == set(condition_shape().parts)


@pytest.mark.parametrize(("field", "value", "expected"), [(f, v, e) for f, (v, e) in FIELDS.items()], ids=FIELDS)
def test_a_field_gives_these_segments_and_takes_them_back(field: str, value: Any, expected: list[Segment]) -> None:
    # What the interface calls a field may change; whether and where its words stand may not.
    found = segments_of(condition_shape(), {field: value})
    assert [(s.path, s.text, s.kind, s.critical, s.max_length) for s in found] == [
        (s.path, s.text, s.kind, s.critical, s.max_length) for s in expected
    ]
    assert replace_segments(condition_shape(), {field: value}, lambda segment: Served(segment.text)) == {field: value}


def test_sections_are_alike_but_for_their_name() -> None:
    blocks = [block for block, _ in BLOCKS.values()]
    definition = segments_of(condition_shape(), {"definition": blocks})
    for section in SECTIONS[1:]:
        found = segments_of(condition_shape(), {section: blocks})
        assert [s.path for s in found] == [s.path.replace("definition", section, 1) for s in definition]
        assert [s.critical for s in found] == [s.critical for s in definition]


def test_segments_come_in_the_order_of_reading() -> None:
    content = {
        "treatments": [heading("t", "6")],
        "definition": [heading("d", "4"), heading("e", "5")],
        "definition_heading": "3",
        "summary": "2",
        "title": "1",
    }
    assert [segment.text for segment in segments_of(condition_shape(), content)] == ["1", "2", "3", "4", "5", "6"]


def test_a_digest_is_that_of_the_exact_text() -> None:
    segment = Segment("title", "É ", "plain", False, None, "title")
    assert segment.digest == digest_of("É ") == hashlib.sha256("É ".encode()).hexdigest()
    assert len({digest_of(text) for text in ("a", "A", "a ", "a\u00a0", "á", "a\u0301")}) == 6
