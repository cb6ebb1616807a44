"""The raw stream data of a page: its shapes, its escapes, its ids."""

import re

import pytest

from pages.importing.lexicon_files import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.parse import parse_text
from pages.importing.streams import RawBlock, SectionStream, to_blocks

EN = lexicon_for("en")
KEY = re.compile(r' data-block-key="[a-z0-9]{5}"')


def streams(text: str) -> tuple[SectionStream, ...]:
    return to_blocks(map_document(parse_text(text, EN.is_heading), EN))


def keyless(block: RawBlock) -> tuple[object, ...]:
    value = block["value"]
    if block["type"] == "treatment":
        return ("treatment", value["approach"], value["name"], KEY.sub("", value["body"]), value["warnings"])
    return (block["type"], KEY.sub("", value))


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("A <b> & c.", [("paragraph", "<p>A &lt;b&gt; &amp; c.</p>")]),
        ("One.\n\nTwo.", [("paragraph", "<p>One.</p>"), ("paragraph", "<p>Two.</p>")]),
        ("- a\n- b", [("paragraph", "<ul><li>a</li><li>b</li></ul>")]),
        ("1. a\n2. b", [("paragraph", "<ol><li>a</li><li>b</li></ol>")]),
        ("- a\n1. b", [("paragraph", "<ul><li>a</li></ul>"), ("paragraph", "<ol><li>b</li></ol>")]),
        (
            "Medicine\n\nA pill.\n\n- one\n- two",
            [("treatment", "medicine", "Medicine", "<p>A pill.</p><ul><li>one</li><li>two</li></ul>", [])],
        ),
        (
            "Medicine\n\nA pill.\n\nSurgery\n\nA cut.",
            [
                ("treatment", "medicine", "Medicine", "<p>A pill.</p>", []),
                ("treatment", "invasive", "Surgery", "<p>A cut.</p>", []),
            ],
        ),
        (
            "Things you can do yourself\n\nDo\n\n- rest",
            [("treatment", "self_care", "Things you can do yourself", "<p><b>Do</b></p><ul><li>rest</li></ul>", [])],
        ),
        ("Rest.\n\nMedicine\n\nSurgery", [("paragraph", "<p>Rest.</p>")]),
        ("Strange words\n\nRest.", [("heading", "Strange words"), ("paragraph", "<p>Rest.</p>")]),
    ],
)
def test_treatments(body: str, blocks: list[tuple[object, ...]]) -> None:
    stream = streams(f"Gout\n\nA lead.\n\nTreatment\n\n{body}")[1]
    assert (stream.section, stream.heading) == ("treatments", "Treatment")
    assert [keyless(block) for block in stream.blocks] == blocks


def test_a_treatment_with_kinds_of_its_own_is_a_heading_over_them() -> None:
    text = (
        "Gout\n\nA lead.\n\n== Treatment ==\n\n=== Medicine ===\n\n==== Creams ====\nA cream.\n\n==== Dose ====\nTwo."
    )
    blocks = [keyless(block) for block in streams(text)[1].blocks]
    assert blocks == [
        ("heading", "Medicine"),
        ("treatment", "medicine", "Creams", "<p>A cream.</p>", []),
        ("heading", "Dose"),
        ("paragraph", "<p>Two.</p>"),
    ]


def test_runs_of_a_section_are_joined_and_sections_in_the_order_of_a_page() -> None:
    found = streams("Gout\n\nTreatment\n\nRest.\n\nWhat is gout?\n\nPain.\n\nTypes\n\nTwo.")
    assert [(stream.section.value, stream.heading) for stream in found] == [
        ("definition", "What is gout?"),
        ("treatments", "Treatment"),
    ]
    assert [keyless(block) for block in found[0].blocks][1] == ("heading", "Types")


def test_a_heading_longer_than_a_heading_block_stays_as_bold_text() -> None:
    long = "Gout is a disease " + "of the joints " * 9 + "of men."
    found = streams(f"Gout\n\n- {long}\n\nA lead.\n\n{long}\n\nPain.")
    values = [keyless(block)[1] for stream in found for block in stream.blocks]
    assert f"<p><b>{long}</b></p>" in values
    assert all(stream.heading is None for stream in found)


def test_ids_stay_with_the_same_file_and_differ_otherwise() -> None:
    text = "Gout\n\nSymptoms\n\nPain.\n\nPain."
    assert streams(text) == streams(text)
    first, second = streams(text)[0].blocks
    assert first["id"] != second["id"]
    assert streams(text.replace("Gout", "Flu"))[0].blocks[0]["id"] != first["id"]


def test_keys_are_unique_in_a_block() -> None:
    items = "\n".join("- item" for _ in range(30))
    (block,) = streams(f"Gout\n\nTreatment\n\n{items}")[0].blocks
    assert len(set(re.findall(r'data-block-key="(.{5})"', block["value"]))) == 30
