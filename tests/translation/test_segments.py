"""What goes out to a translator is every word of a condition once, and what comes back stands exactly there."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.blocks import SectionBlock
from pages.content import condition_shape
from pages.labels import SECTION_LABELS
from pages.markup import Kind, plain_text, tokenise
from pages.richtext import MalformedRichText
from pages.shapes import Fact, Fields, Items, Stream, Words
from pages.vocabulary import Section
from tests.contents import contents, value_at, words_in
from tests.factories import advice, examination, heading, paragraph, treatment
from translation.inline import InlineError
from translation.segments import Segment, Served, digest_of, replace_segments, segments_of

ADVICE, TREATMENT = "Definition › Advice", "Definition › Treatment"


def image(block_id: str, **value: Any) -> dict[str, Any]:
    return {"type": "image", "id": block_id, "value": {"image": 7, "alt": "A hand"} | value}


def table(block_id: str, caption: str, header: list[str], *rows: list[str]) -> dict[str, Any]:
    """Header items h0, h1, …; rows r0, r1, …; cells r0c0, …, each with one paragraph k."""

    def items(prefix: str, values: list[Any]) -> list[dict[str, Any]]:
        return [{"type": "item", "id": f"{prefix}{n}", "value": value} for n, value in enumerate(values)]

    cells = [items(f"r{n}c", [f'<p data-block-key="k">{cell}</p>' for cell in row]) for n, row in enumerate(rows)]
    value = {"caption": caption, "header": items("h", header), "rows": items("r", cells)}
    return {"type": "table", "id": block_id, "value": value}


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
        image("b", caption="Where it hurts"),
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
            rich("definition.b.rows.r0.r0c0#k", "2", "Definition › Table › Rows › Row › Cell"),
            rich("definition.b.rows.r0.r0c1#k", "<b>5</b> ml", "Definition › Table › Rows › Row › Cell"),
            rich("definition.b.rows.r1.r1c0#k", "3", "Definition › Table › Rows › Row › Cell"),
        ],
    ),
}


def test_every_block_type_of_a_section_is_in_the_table() -> None:
    assert set(BLOCKS) == set(SectionBlock().child_blocks)


@pytest.mark.parametrize(("block", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_gives_these_segments(block: dict[str, Any], expected: list[Segment]) -> None:
    assert segments_of(condition_shape(), {"definition": [block]}) == expected


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
    for section in ("definition", "causes", "signs", "diagnosis", "treatments", "further")
}
SECTIONS = ("definition", "causes", "signs", "diagnosis", "treatments", "further")


def test_every_field_of_a_condition_is_in_the_table() -> None:
    assert {*FIELDS, *SECTIONS} == set(condition_shape().parts)


@pytest.mark.parametrize(("field", "value", "expected"), [(f, v, e) for f, (v, e) in FIELDS.items()], ids=FIELDS)
def test_a_field_gives_these_segments(field: str, value: Any, expected: list[Segment]) -> None:
    # What the interface calls a field may change; whether and where its words stand may not.
    found = segments_of(condition_shape(), {field: value})
    assert [(s.path, s.text, s.kind, s.critical, s.max_length) for s in found] == [
        (s.path, s.text, s.kind, s.critical, s.max_length) for s in expected
    ]


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


SMALL = Fields(
    "",
    {
        "name": Words("Name", critical=True, max_length=9),
        "body": Words("Text", rich=True),
        "code": Fact("Code"),
        "rows": Items("Rows", Items("Row", Words("Cell"))),
        "inner": Fields("Inner", {"note": Words("Note")}),
        "blocks": Stream(
            "Blocks", {"a": Words("A"), "b": Fields("B", {"text": Words("Text", rich=True, critical=True)})}
        ),
    },
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param({"name": "x"}, [Segment("name", "x", "plain", True, 9, "Name")], id="plain"),
        pytest.param(
            {"body": '<p data-block-key="p1">x <a href="/y">y</a></p>'},
            [Segment("body#p1", 'x <a id="1">y</a>', "rich", False, None, "Text")],
            id="rich",
        ),
        pytest.param({"code": "x"}, [], id="fact"),
        pytest.param(
            {"rows": [{"type": "item", "id": "r", "value": [{"type": "item", "id": "c", "value": "x"}]}]},
            [Segment("rows.r.c", "x", "plain", False, None, "Rows › Row › Cell")],
            id="list in a list",
        ),
        pytest.param(
            {"inner": {"note": "x"}}, [Segment("inner.note", "x", "plain", False, None, "Inner › Note")], id="fields"
        ),
        pytest.param(
            {"blocks": [{"type": "b", "id": "i", "value": {"text": '<p data-block-key="k">x</p>'}}]},
            [Segment("blocks.i.text#k", "x", "rich", True, None, "Blocks › B › Text")],
            id="block",
        ),
        pytest.param(
            {"body": '<ul><li data-block-key="k1">x<ul><li data-block-key="k2">y</li></ul></li></ul>'},
            [
                Segment("body#k1", "x", "rich", False, None, "Text"),
                Segment("body#k2", "y", "rich", False, None, "Text"),
            ],
            id="nested list",
        ),
    ],
)
def test_shapes_by_hand(raw: dict[str, Any], expected: list[Segment]) -> None:
    assert segments_of(SMALL, raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"name": None},
        {"name": ""},
        {"name": " \n\u00a0"},
        {"body": None},
        {"body": '<p data-block-key="p1"></p>'},
        {"body": '<p data-block-key="p1">\u00a0 <br/></p><hr/>'},
        {"rows": None},
        {"rows": []},
        {"rows": [{"type": "item", "id": "r", "value": None}]},
        {"inner": None},
        {"inner": {}},
        {"blocks": [{"type": "b", "id": "i", "value": {}}]},
        {"not in the shape": "x"},
    ],
)
def test_what_nobody_filled_in_is_no_segment_and_comes_back_as_it_was(raw: dict[str, Any]) -> None:
    assert segments_of(SMALL, raw) == []
    assert replace_segments(SMALL, raw, lambda segment: Served("!")) == raw


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>9</sup>/L", "10<sup>9</sup>/L"),
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
        ("a<br/>b", "a<br/>b"),
        ('<a linktype="page" id="3">Gout</a> and <a href="/x">x</a>', '<a id="1">Gout</a> and <a id="2">x</a>'),
        ("&lt; 5 &amp; more", "&lt; 5 &amp; more"),
    ],
)
def test_a_sentence_with_inline_tags_is_one_segment(html: str, text: str) -> None:
    raw = {"body": f'<p data-block-key="k">{html}</p>'}
    assert [segment.text for segment in segments_of(SMALL, raw)] == [text]


@pytest.mark.parametrize("html", ["words", "<p>no key</p>", '<p data-block-key="k">a</p>b', '<p data-block-key="k">a'])
def test_rich_text_with_words_that_no_path_names_is_refused(html: str) -> None:
    with pytest.raises(MalformedRichText):
        segments_of(SMALL, {"body": html})


def test_a_digest_is_that_of_the_exact_text() -> None:
    segment = Segment("title", "É ", "plain", False, None, "title")
    assert segment.digest == digest_of("É ") == hashlib.sha256("É ".encode()).hexdigest()
    assert len({digest_of(text) for text in ("a", "A", "a ", "a\u00a0", "á", "a\u0301")}) == 6


def test_a_replacement_whose_tags_do_not_fit_is_refused() -> None:
    raw = {"body": '<p data-block-key="k">10<sup>9</sup>/L</p>'}
    with pytest.raises(InlineError):
        replace_segments(SMALL, raw, lambda segment: Served("109/L"))


def test_a_replaced_link_keeps_its_address() -> None:
    raw = {"body": '<p data-block-key="k">See <a href="/y">this</a>.</p>'}
    replaced = replace_segments(SMALL, raw, lambda segment: Served('<a id="1">Dit</a> dus.'))
    assert replaced == {"body": '<p data-block-key="k"><a href="/y">Dit</a> dus.</p>'}


def test_the_language_of_a_rich_segment_is_written_on_its_element_alone() -> None:
    raw = {"body": '<p data-block-key="k1">x</p><ul><li data-block-key="k2">y</li></ul>'}

    def visit(segment: Segment) -> Served:
        return Served(segment.text, "ar", "rtl") if segment.path == "body#k2" else Served(segment.text)

    marked = replace_segments(SMALL, raw, visit)["body"]
    assert marked.startswith('<p data-block-key="k1">x</p><ul><li ')
    (start,) = [token for token in tokenise(marked) if token.name == "li" and token.kind is Kind.START]
    assert start.attributes == {"data-block-key": "k2", "lang": "ar", "dir": "rtl"}
    assert marked.replace(' lang="ar"', "").replace(' dir="rtl"', "") == raw["body"]


# --- what goes out comes back -------------------------------------------------------------------------------------

FULL: dict[str, Any] = {"definition": [block | {"id": f"b{n}"} for n, (block, _) in enumerate(BLOCKS.values())]} | {
    field: value for field, (value, _) in FIELDS.items()
}
NESTED = '<ul><li data-block-key="k0">a<ol><li data-block-key="k1">b<sup>9</sup></li></ol></li></ul>'
conditions = contents(condition_shape())
properties = settings(max_examples=25, deadline=None)


def test_the_whole_example_comes_back() -> None:
    before = deepcopy(FULL)
    assert replace_segments(condition_shape(), FULL, lambda segment: Served(segment.text)) == before
    assert before == FULL


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_what_goes_out_comes_back(content: dict[str, Any]) -> None:
    before = repr(content)
    assert repr(replace_segments(condition_shape(), content, lambda segment: Served(segment.text))) == before
    assert repr(content) == before  # nor was it written into


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_replacing_changes_these_places_and_nothing_else(content: dict[str, Any]) -> None:
    segments = segments_of(condition_shape(), content)
    numbers = {segment.path: number for number, segment in enumerate(segments)}

    marked = replace_segments(condition_shape(), content, lambda s: Served(f"⟦{numbers[s.path]}⟧{s.text}"))

    assert len(numbers) == len(segments)  # paths are unique
    for segment in segments:
        assert value_at(marked, segment.path) == f"⟦{numbers[segment.path]}⟧{value_at(content, segment.path)}"
    assert repr(marked).count("⟦") == len(segments)
    assert re.sub(r"⟦\d+⟧", "", repr(marked)) == repr(content)


@properties
@given(conditions, st.data())
def test_replacing_one_leaves_the_others(content: dict[str, Any], data: st.DataObject) -> None:
    segments = segments_of(condition_shape(), content)
    chosen = data.draw(st.sampled_from(segments)) if segments else None

    changed = replace_segments(
        condition_shape(), content, lambda s: Served(s.text + "!" if chosen and s.path == chosen.path else s.text)
    )

    after = segments_of(condition_shape(), changed)
    assert [s.text for s in after] == [s.text + "!" if chosen and s.path == chosen.path else s.text for s in segments]
    assert [s.path for s in after] == [s.path for s in segments]


@properties
@given(conditions)
@example({"definition": [{"type": "paragraph", "id": "q", "value": NESTED}]})
def test_every_letter_of_every_word_is_in_a_segment_once(content: dict[str, Any]) -> None:
    segments = segments_of(condition_shape(), content)
    letters = words_in([s.text if s.kind == "plain" else plain_text(s.text) for s in segments])
    assert letters == words_in(content)

    def silence(segment: Segment) -> Served:
        if segment.kind == "plain":
            return Served("")
        return Served("".join(token.text for token in tokenise(segment.text) if token.kind is not Kind.TEXT))

    assert not words_in(replace_segments(condition_shape(), content, silence))
