"""What is a heading, a list item and a paragraph in plain text, and on which line."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.importing.parse import parse_text
from pages.importing.values import Kind, Piece

WORD = re.compile(r"[^\W_]+")
LINE_END = re.compile(r"\r\n|\r|\n")

LONG = "This sentence is long enough to be a paragraph that stands on one line of its own."

SHAPES = [
    "",
    " ",
    "Title",
    "== Causes ==",
    "# A",
    "---",
    "===",
    "• one",
    "  - two",
    "1. three",
    "2) four",
    "a) five",
    "Why?",
    "such as:",
    "**Bold**",
    "a\tb",
    "| c | d |",
    LONG,
    "inflam-",
    "infec\u00ad",
    "一、病因",
    "（二）症状",
    "A. Causes",
    "• one • two",
    "it is: - a - b - c - d",
    "mation",
    "SIGNS",
    "\x0c",
    "=",
    "#",
    "1.",
]
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(SHAPES), st.text(max_size=20)), max_size=25).map("\n".join),
)


def known(text: str) -> bool:
    return text.rstrip(":.").casefold() in {"causes", "signs", "surgery", "medicine", "see your gp if"}


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in parse_text(text, known)]


@pytest.mark.parametrize(
    ("text", "level", "marker"),
    [
        ("== Some heading ==", 2, "=="),
        ("=== Some heading ===", 3, "==="),
        ("## Some heading ##", 2, "##"),
        ("Some heading\n-----", 2, "---"),
        ("Some heading\n=====", 1, "==="),
        ("**Some heading**", 0, "**"),
        ("1. Some heading", 2, "1."),
        ("2.1. Some heading", 3, "2.1."),
        ("Some heading", 0, ""),
        ("SOME HEADING", 0, ""),
    ],
)
def test_heading_by_form(text: str, level: int, marker: str) -> None:
    pieces = parse_text(f"Title\n\n{LONG}\n\n{text}\n\n{LONG}")
    heading = pieces[2]
    assert heading.text.casefold() == "some heading"
    assert heading == Piece(Kind.HEADING, heading.text, 5, level, marker)
    assert [piece.kind for piece in pieces[1::2]] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "Some words with a full stop.",
        "some words in lower case",
        "Some words that announce:",
        "12",
        "Some " + "more " * 14 + "words",
        "بعض الكلمات التي لا تنتهي بنقطة في هذا السطر",
    ],
)
def test_no_heading(line: str) -> None:
    assert parse_text(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}")[2].kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A heading directly over its text, or between two texts without blank lines.
        (f"Title\n\nCauses\n{LONG}", [("heading", "Causes"), ("paragraph", LONG)]),
        (f"Title\n{LONG}\nWhat next?\n{LONG}", [("paragraph", LONG), ("heading", "What next?"), ("paragraph", LONG)]),
        # A line that nothing follows is a heading only if its wording is one.
        (f"Title\n\n{LONG}\n\nFind a clinic", [("paragraph", LONG), ("paragraph", "Find a clinic")]),
        ("Title\n\nSurgery\n\nMedicine", [("heading", "Surgery"), ("heading", "Medicine")]),
        (
            "Title\n\nSurgery\n\nFind a clinic\n\nMedicine",
            [("heading", "Surgery"), ("paragraph", "Find a clinic"), ("heading", "Medicine")],
        ),
        # What a colon announced is no heading, unless its wording is.
        (
            "Title\n\nIt may be:\n\nA cold\n\nThe flu",
            [("paragraph", "It may be:"), ("list_item", "A cold"), ("list_item", "The flu")],
        ),
        (
            "Title\n\nOne of these:\n\nSurgery\n\nMedicine",
            [("paragraph", "One of these:"), ("heading", "Surgery"), ("heading", "Medicine")],
        ),
        (
            f"Title\n\n{LONG}\n\nSee your GP if:\n\n- it hurts",
            [("paragraph", LONG), ("heading", "See your GP if:"), ("list_item", "it hurts")],
        ),
        # A known wording with a full stop, over a text; not one that is an item, or stands below its text.
        (f"Title\n\n{LONG}\n\nSigns.\n\n{LONG}", [("paragraph", LONG), ("heading", "Signs."), ("paragraph", LONG)]),
        (
            f"Title\n\n{LONG}\n\nSurgery.\n\nMedicine.",
            [("paragraph", LONG), ("paragraph", "Surgery."), ("paragraph", "Medicine.")],
        ),
        (f"Title\n\n{LONG}\nSurgery.\n{LONG}", [("paragraph", LONG), ("paragraph", "Surgery."), ("paragraph", LONG)]),
        # A heading directly under a list, which isn't further in, as an item's next line would be.
        (
            "Title\n\nCauses\n- a cold\nSigns\n- it hurts\n  surgery\n",
            [("heading", "Causes"), ("list_item", "a cold"), ("heading", "Signs"), ("list_item", "it hurts surgery")],
        ),
        # Items with semicolons between them, the last with a full stop.
        (
            f"Title\n{LONG}\nWe advise:\nrest;\nice for the joint;\nsleep.\n\nThen go.",
            [
                ("paragraph", LONG),
                ("paragraph", "We advise:"),
                ("list_item", "rest;"),
                ("list_item", "ice for the joint;"),
                ("list_item", "sleep."),
                ("paragraph", "Then go."),
            ],
        ),
        # Directly under a heading, the same words announce the list, if there is one.
        (f"Title\n\nCauses:\n\n{LONG}", [("heading", "Causes:"), ("paragraph", LONG)]),
        (
            "Title\n\nCauses\n\nSee your GP if:\n\n- it hurts",
            [("heading", "Causes"), ("paragraph", "See your GP if:"), ("list_item", "it hurts")],
        ),
        # A sentence that a list of key points named before is the heading of that point.
        (
            f"Title\n\n- Sun is a risk for you.\n\n{LONG}\n\nSun is a risk for you.\n\n{LONG}",
            [
                ("list_item", "Sun is a risk for you."),
                ("paragraph", LONG),
                ("heading", "Sun is a risk for you."),
                ("paragraph", LONG),
            ],
        ),
        # Numbered items in a row are a list, whatever stands between them.
        (
            "Title\n\n1. Wash\n\n2. Dry\n\n3. Rest\n\nThen sleep.",
            [("list_item", "Wash"), ("list_item", "Dry"), ("list_item", "Rest"), ("paragraph", "Then sleep.")],
        ),
        ("Title\n\n| a | b |\n|---|---|\nc\td", [("table_row", "a | b"), ("table_row", "c | d")]),
    ],
)
def test_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Hard-wrapped lines are one paragraph, a list item goes on indented, a short last line ends it.
        (
            "The nerve runs from the back down to the leg\nand carries what the skin of it feels\nto the brain.\nEnd.",
            [
                "The nerve runs from the back down to the leg and carries what the skin of it feels to the brain.",
                "End.",
            ],
        ),
        (
            "• an item that is long enough to be\n  broken\n• another",
            ["an item that is long enough to be broken", "another"],
        ),
        (
            "The lining of the stomach may be inflam-\nmation and the other way round it may be.",
            ["The lining of the stomach may be inflam-mation and the other way round it may be."],
        ),
        # A word that was broken goes on, however short its lines are; nobody guesses whether its hyphen was its own.
        ("It is an inflam\u00ad\nmation.", ["It is an inflammation."]),
        ("- of the air-\nways\n- of the skin", ["of the air-ways", "of the skin"]),
        ("Vitamin B12-\nMangel ist selten.", ["Vitamin B12-", "Mangel ist selten."]),
        (
            "痛风是由于血液中的尿酸过高，关节里形成结晶，\n引起突然的疼痛。",
            ["痛风是由于血液中的尿酸过高，关节里形成结晶，引起突然的疼痛。"],
        ),
        (
            "痛风是一种由于血液中的尿酸过高而在关节里形成\n结晶的疾病，它会引起突然而剧烈的疼痛并使关节发\n红肿胀。\n多喝水。",
            [
                "痛风是一种由于血液中的尿酸过高而在关节里形成结晶的疾病，它会引起突然而剧烈的疼痛并使关节发红肿胀。",
                "多喝水。",
            ],
        ),
        ("发热，\n咳嗽，\n头痛", ["发热，", "咳嗽，", "头痛"]),
        (f"{LONG}\nNext one.", [LONG, "Next one."]),
        ("10\u00a0mg   of\tit all, once a day.", ["10\u00a0mg of", "it all, once a day."]),
    ],
)
def test_broken_lines(text: str, expected: list[str]) -> None:
    found = [piece.text for piece in parse_text(f"Title\n\n{text}")[1:]]
    assert " | ".join(found) == " | ".join(expected)


def test_lines_count_as_an_editor_counts() -> None:
    pieces = parse_text("\ufeffTitle\r\n\r\nOne.\r\rTwo.\n\x0c\nThree.\u2028Four.")
    assert [(piece.text, piece.line) for piece in pieces] == [
        ("Title", 1),
        ("One.", 3),
        ("Two.", 5),
        ("Three. Four.", 7),
    ]


@given(texts)
@example("0) \n1")
@settings(max_examples=200)
def test_every_word_is_in_one_piece(text: str) -> None:
    found = [word for piece in parse_text(text, known) for word in WORD.findall(f"{piece.marker} {piece.text}")]
    assert "".join(found) == "".join(WORD.findall(text))
    if "\u00ad" not in text:  # which may have parted one word
        assert Counter(found) == Counter(WORD.findall(text))


@given(texts)
@settings(max_examples=200)
def test_lines_are_right_and_rise(text: str) -> None:
    lines = LINE_END.split(text)
    pieces = parse_text(text, known)
    numbers = [piece.line for piece in pieces]
    assert numbers == sorted(numbers)
    for piece in pieces:
        first = WORD.findall(piece.text)[0]
        assert (first[:1] if "\u00ad" in text else first) in lines[piece.line - 1]
