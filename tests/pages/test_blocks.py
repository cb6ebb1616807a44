"""The blocks of a condition take what they should, and store keys that stay."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocks import CodesBlock, NamesBlock, ReviewersBlock, SectionBlock, SourcesBlock, TableBlock
from pages.vocabulary import Approach, CodeSystem, Urgency

BODY = '<p data-block-key="k">x</p>'


def stored(block: blocks.StreamBlock, *entries: tuple[str, Any]) -> list[dict[str, Any]]:
    """What a stream stores of these `(type, raw value)`."""
    value = block.to_python([{"type": kind, "id": str(n), "value": raw} for n, (kind, raw) in enumerate(entries)])
    list(value)  # reads the blocks, as a form does: a list gets the ids of its items then
    return [dict(entry) for entry in block.get_prep_value(value)]


def cleaned(block: blocks.StreamBlock, kind: str, raw: Any) -> Any:
    return block.clean(block.to_python([{"type": kind, "id": "i", "value": raw}]))


# --- tables -------------------------------------------------------------------------------------------------------


def table(header: list[str], *rows: list[str], caption: str = "Doses") -> blocks.StructValue:
    return TableBlock().to_python({"caption": caption, "header": header, "rows": list(rows)})


@pytest.mark.parametrize("rows", [[["1"]], [["1"], ["2"], [""]]], ids=len)
def test_a_table_as_wide_as_its_header(rows: list[list[str]]) -> None:
    assert len(TableBlock().clean(table(["Age"], *rows))["rows"]) == len(rows)


@pytest.mark.parametrize(
    ("header", "rows", "message"),
    [
        (["Age", "Dose"], [["1", "2"], ["3"]], "Row 2 has 1 cells, the header has 2."),
        (["Age"], [["1", "2"]], "Row 1 has 2 cells, the header has 1."),
        (["Age"], [[]], "Row 1 has 0 cells, the header has 1."),
    ],
)
def test_a_row_of_another_width_is_refused(header: list[str], rows: list[list[str]], message: str) -> None:
    with pytest.raises(StructBlockValidationError) as refused:
        TableBlock().clean(table(header, *rows))
    error = refused.value.block_errors["rows"]
    assert error.messages == [message]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (table([], ["1"]), "header"),
        (table(["Age"]), "rows"),
        (table([""], ["1"]), "header"),
        (table(["Age"], ["1"], caption=""), "caption"),
    ],
)
def test_a_table_needs_caption_header_and_rows(value: blocks.StructValue, part: str) -> None:
    with pytest.raises(StructBlockValidationError) as refused:
        TableBlock().clean(value)
    assert set(refused.value.block_errors) == {part}


# --- what is needed, and how long it may be -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "kind", "good", "bad"),
    [
        pytest.param(SectionBlock(), "heading", "x" * 120, "x" * 121, id="heading"),
        pytest.param(SectionBlock(), "heading", "x", "", id="heading needed"),
        pytest.param(SectionBlock(), "paragraph", BODY, "", id="paragraph needed"),
        pytest.param(
            SectionBlock(),
            "advice",
            {"urgency": "urgent", "heading": "x", "body": BODY},
            {"urgency": "urgent", "heading": "x", "body": ""},
            id="advice needs a text",
        ),
        pytest.param(
            SectionBlock(),
            "advice",
            {"urgency": "self_care", "heading": "x", "body": BODY},
            {"urgency": "soon", "heading": "x", "body": BODY},
            id="urgency is one of four",
        ),
        pytest.param(
            SectionBlock(),
            "examination",
            {"name": "x", "body": ""},
            {"name": "", "body": BODY},
            id="examination needs a name",
        ),
        pytest.param(
            SectionBlock(),
            "treatment",
            {"approach": "other", "name": "x", "body": "", "warnings": []},
            {"approach": "magic", "name": "x", "body": "", "warnings": []},
            id="approach is one of eight",
        ),
        pytest.param(
            SectionBlock(),
            "treatment",
            {"approach": "other", "name": "x", "body": "", "warnings": ["x" * 500]},
            {"approach": "other", "name": "x", "body": "", "warnings": ["x" * 501]},
            id="warning",
        ),
        pytest.param(NamesBlock(), "name", "x" * 120, "x" * 121, id="name"),
        pytest.param(
            CodesBlock(), "code", {"system": "icd-10", "code": "M10"}, {"system": "icd-9", "code": "M10"}, id="code"
        ),
        pytest.param(
            SourcesBlock(),
            "source",
            {"title": "x", "url": "https://example.org"},
            {"title": "x", "url": "javascript:alert(1)"},
            id="source",
        ),
        pytest.param(
            ReviewersBlock(), "reviewer", {"name": "x", "role": "y"}, {"name": "x", "role": ""}, id="reviewer"
        ),
    ],
)
def test_good_and_bad(block: blocks.StreamBlock, kind: str, good: Any, bad: Any) -> None:
    assert len(cleaned(block, kind, good)) == 1
    with pytest.raises((StreamBlockValidationError, ValidationError)):
        cleaned(block, kind, bad)


def test_the_closed_lists_are_those_of_the_vocabulary() -> None:
    section = SectionBlock().child_blocks

    def values(choice: blocks.ChoiceBlock) -> list[str]:
        return [value for value, _ in choice.field.choices if value]

    assert values(section["advice"].child_blocks["urgency"]) == [urgency.value for urgency in Urgency]
    assert values(section["treatment"].child_blocks["approach"]) == [approach.value for approach in Approach]
    code = CodesBlock().child_blocks["code"]
    assert values(code.child_blocks["system"]) == [system.value for system in CodeSystem]


# --- keys ---------------------------------------------------------------------------------------------------------


def keys(value: str) -> list[str]:
    return re.findall(r'data-block-key="([^"]*)"', value)


def test_a_paragraph_without_a_key_is_stored_with_one() -> None:
    (entry,) = stored(SectionBlock(), ("paragraph", "<p>One.</p><ul><li>Two.</li></ul>"))
    assert len(set(keys(entry["value"]))) == 2
    assert re.sub(r' data-block-key="[^"]*"', "", entry["value"]) == "<p>One.</p><ul><li>Two.</li></ul>"


def test_keys_that_are_there_stay() -> None:
    html = '<p data-block-key="mine">One.</p><p>Two.</p>'
    (entry,) = stored(SectionBlock(), ("paragraph", html))
    assert keys(entry["value"])[0] == "mine"
    assert stored(SectionBlock(), ("paragraph", entry["value"])) == [entry]


def test_the_second_bearer_of_a_key_gets_another() -> None:
    (entry,) = stored(SectionBlock(), ("paragraph", BODY + BODY))
    first, second = keys(entry["value"])
    assert first == "k"
    assert second != "k"


def test_one_key_may_stand_in_two_blocks() -> None:
    entries = stored(SectionBlock(), ("paragraph", BODY), ("paragraph", BODY))
    assert [entry["value"] for entry in entries] == [BODY, BODY]


@pytest.mark.parametrize(
    ("kind", "raw", "place"),
    [
        ("advice", {"urgency": "urgent", "heading": "x", "body": "<p>y</p>"}, lambda value: value["body"]),
        ("examination", {"name": "x", "body": "<p>y</p>"}, lambda value: value["body"]),
        ("treatment", {"approach": "other", "name": "x", "body": "<p>y</p>"}, lambda value: value["body"]),
        (
            "table",
            {"caption": "x", "header": ["a"], "rows": [["<p>y</p>"]]},
            lambda value: value["rows"][0]["value"][0]["value"],
        ),
    ],
)
def test_rich_text_has_keys_wherever_it_stands(kind: str, raw: Any, place: Any) -> None:
    (entry,) = stored(SectionBlock(), (kind, raw))
    assert len(keys(place(entry["value"]))) == 1


def test_items_and_rows_have_ids_so_that_one_put_in_between_changes_no_other() -> None:
    raw = {"caption": "x", "header": ["a"], "rows": [["<p>y</p>"], ["<p>z</p>"]]}
    (entry,) = stored(SectionBlock(), ("table", raw))
    rows = entry["value"]["rows"]
    ids = [row["id"] for row in rows] + [cell["id"] for row in rows for cell in row["value"]]
    assert len(set(ids)) == len(ids) == 4
    (again,) = stored(SectionBlock(), ("table", entry["value"]))
    assert again["value"]["rows"] == rows
