"""What an editor is told to look at, and what not."""

import pytest

from pages.importing.lexicon_files import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.parse import parse_text
from pages.importing.values import FlagKind

EN = lexicon_for("en")


def flags(text: str) -> list[tuple[str, int]]:
    document = map_document(parse_text(text, EN.is_heading), EN)
    return [(flag.kind.value, flag.line) for flag in document.flags if flag.kind is not FlagKind.UNRECOGNISED_HEADING]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Symptoms\n\nIt hurts.", []),
        ("Symptoms\n\nCauses\n\nMeat.", [("empty_heading", 5)]),
        ("Treatment\n\nMedicine\n\nA pill.", []),
        ("Treatment\n\nMedicine\n\nSurgery", [("empty_heading", 5), ("empty_heading", 7), ("empty_heading", 9)]),
        ("Things you can do yourself\n\nDo\n\n- rest", []),
        ("Symptoms\n\nIt hurts.\n\nFind a clinic", [("stray_line", 9)]),
        ("Symptoms\n\nA.\n\nSymptoms\n\nB.", [("duplicate_heading", 9)]),
        ("Treatment\n\nDo\n\n- a\n\nDo\n\n- b", []),
        ("Symptoms\n\nThese are:\n\n- one", []),
        ("Symptoms\n\nThese are:\n\nOne.", []),
        ("Symptoms\n\nThese are:", [("list_missing", 7)]),
        ("Symptoms\n\nThere are some, which are listed below.\n\nCauses\n\nA.", [("list_missing", 7)]),
        ("Treatment\n\nThese are:\n\nMedicine\n\nA pill.", []),
        ("Treatment\n\nThese are:\n\nMedicine\n\nSurgery\n\nA cut.", [("list_missing", 7), ("empty_heading", 9)]),
        ("Symptoms\n\na\tb\nc\td", [("table", 7)]),
        ("Symptoms\n\nThis is an intro text.", [("placeholder", 7)]),
        ("Symptoms\n\n<p>It hurts.</p>\n\nIt <b>hurts</b>.", [("html", 7)]),
        ("Symptoms\n\nIt hurts.<br/>Much.", [("html", 7)]),
        ("Symptoms\n\nA value <5 or p< 0.05, a b> c.", []),
    ],
)
def test_flags(body: str, expected: list[tuple[str, int]]) -> None:
    assert flags(f"Gout\n\nA lead.\n\n{body}") == expected


@pytest.mark.parametrize(
    ("title", "sentence", "flagged"),
    [
        ("Lumbar pain", "It is felt in the arm, the hand and the fingers.", True),
        ("Lumbar pain", "It is felt in the leg and the foot, less in arm and hand.", False),
        ("Lumbar pain", "You may hold it in your hand.", False),
        ("Carpal tunnel syndrome", "It is felt in the leg and the foot.", True),
        ("Headache", "It is felt in the arm, the hand and the fingers.", False),
    ],
)
def test_body_region(title: str, sentence: str, flagged: bool) -> None:
    assert flags(f"{title}\n\nA lead.\n\nSymptoms\n\n{sentence}") == [("body_region", 7)] * flagged
