"""From bytes to a document: the examples in documents/, and what holds for any text."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.importing.formats import import_document
from pages.importing.lexicon_files import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.parse import parse_text
from pages.importing.streams import to_blocks
from pages.importing.values import FlagKind, ImportedDocument, Kind

DOCUMENTS = Path(__file__).parent / "documents"
WORD = re.compile(r"[^\W_]+")
KEY = re.compile(r'data-block-key="([a-z0-9]{5})"')

LINES = [
    "",
    "Gout",
    "== Causes ==",
    "=== Surgery ===",
    "Symptoms",
    "Treatment",
    "Medicine",
    "Do",
    "References",
    "Skip to content",
    "Was this page helpful?",
    "Close the survey",
    "The main cause of gout is a fall.",
    "Such as the following:",
    "- one",
    "2. two",
    "Strange words",
    "Strange words about gout",
    "It hurts.",
    "a\tb",
    "1. Title",
    "Why not?",
    "<b>&",
    "x" * 130,
]
documents = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=15)), max_size=25).map("\n".join)


def imported(name: str, language: str = "en") -> ImportedDocument:
    return import_document("a.txt", (DOCUMENTS / name).read_bytes(), language)


def outline(document: ImportedDocument) -> list[tuple[str, str | None, list[str]]]:
    """Section, heading and sub-headings of each run."""
    return [
        (run.section.value, run.heading, [block.text for block in run.blocks if block.kind is Kind.HEADING])
        for run in document.sections
    ]


def flags(document: ImportedDocument) -> list[tuple[FlagKind, int]]:
    return [(flag.kind, flag.line) for flag in document.flags]


def words(document: ImportedDocument) -> Counter[str]:
    parts = [document.title]
    for run in document.sections:
        parts += [run.marker, run.heading or ""]
        parts += [f"{block.marker} {block.text}" for block in run.blocks]
    parts += [f"{drop.marker} {drop.text}" for drop in document.dropped]
    return Counter(word for part in parts for word in WORD.findall(part))


def test_survey_tail_and_empty_headings() -> None:
    document = imported("hip_nerve_pain.txt")
    assert document.title == "Femoral Nerve Pain"
    assert outline(document) == [
        ("definition", "What is femoral nerve pain?", []),
        ("causes", None, []),
        ("signs", "Signs and symptoms", []),
        ("diagnosis", "How is femoral nerve pain diagnosed?", ["Do I need additional examinations?"]),
        (
            "treatments",
            "What are my treatment possibilities?",
            [
                "Multidisciplinary treatment",
                "Non-physical treatment",
                "Physical Treatment",
                "Interventional pain treatment",
                "Invasive pain treatment",
            ],
        ),
    ]
    assert [(drop.reason, drop.line) for drop in document.dropped] == [("survey", 43), ("captcha", 44)]
    assert flags(document) == [
        (FlagKind.MOVED_TEXT, 8),
        (FlagKind.BODY_REGION, 12),
        (FlagKind.LIST_MISSING, 31),
        (FlagKind.EMPTY_HEADING, 33),
        (FlagKind.EMPTY_HEADING, 36),
    ]


def test_page_saved_with_its_site() -> None:
    document = imported("webpage.txt")
    assert document.title == "Sandfly fever"
    assert outline(document) == [
        ("definition", None, []),
        ("signs", "Symptoms", []),
        ("treatments", "Treatments for sandfly fever", ["Medicine"]),
    ]
    assert document.flags == ()


def test_levels_say_what_contains_a_heading() -> None:
    document = imported("wiki.txt")
    assert outline(document) == [
        ("definition", None, []),
        ("signs", "Signs and symptoms", []),
        ("further", "Complications", []),
        ("further", "Course", []),
        ("causes", "Causes", ["Infectious"]),
        ("diagnosis", "Diagnosis", ["Imaging"]),
    ]
    # "Causes" has its text under "Infectious"; of "Diagnosis" and "Imaging" nothing is there.
    assert flags(document) == [(FlagKind.EMPTY_HEADING, 26), (FlagKind.EMPTY_HEADING, 29)]


def test_dutch() -> None:
    document = imported("zenuwpijn.txt", "nl")
    assert outline(document) == [
        ("definition", "Wat is zenuwpijn in de voet?", []),
        ("causes", None, []),
        ("signs", "Welke klachten kunt u hebben?", []),
        ("diagnosis", "Hoe wordt de diagnose gesteld?", ["Aanvullend onderzoek"]),
        ("treatments", "Behandelmogelijkheden", ["Fysiotherapie", "Medicijnen", "Wat kunt u zelf doen?"]),
        ("further", "Wanneer belt u de huisarts?", []),
    ]
    assert flags(document) == [(FlagKind.MOVED_TEXT, 7), (FlagKind.EMPTY_HEADING, 28)]


def test_language_without_lexicon_guesses_nothing() -> None:
    document = imported("hip_nerve_pain.txt", "eo")
    assert {run.section.value for run in document.sections} == {"further"}
    assert FlagKind.NO_LEXICON in {flag.kind for flag in document.flags}


@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.iterdir()))
def test_no_word_of_an_example_is_lost(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    assert words(imported(name)) == Counter(WORD.findall(text))


@given(documents)
@example("1. Title\n\nIt hurts.")
@settings(max_examples=200)
def test_no_word_is_lost(text: str) -> None:
    text = text.replace("\u00ad", "")  # which may part a word (test_parse.py)
    lexicon = lexicon_for("en")
    document = map_document(parse_text(text, lexicon.is_heading), lexicon)
    assert words(document) == Counter(WORD.findall(text))


@given(documents)
@settings(max_examples=100)
def test_blocks_have_ids_and_keys_of_their_own(text: str) -> None:
    lexicon = lexicon_for("en")
    document = map_document(parse_text(text, lexicon.is_heading), lexicon)
    streams = to_blocks(document)
    assert streams == to_blocks(document)
    ids = [block["id"] for stream in streams for block in stream.blocks]
    assert len(ids) == len(set(ids))
    for stream in streams:
        assert stream.blocks
        for block in stream.blocks:
            html = block["value"]["body"] if block["type"] == "treatment" else block["value"]
            keys = KEY.findall(html)
            assert len(keys) == len(set(keys))
            assert block["type"] == "heading" or keys
