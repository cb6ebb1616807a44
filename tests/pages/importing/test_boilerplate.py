"""What stands around a text is dropped and listed; what only looks like it is kept."""

import pytest

from pages.importing.boilerplate import AFTER_PAGE, BEFORE_PAGE, CONTENTS, REFERENCES, split_boilerplate
from pages.importing.lexicon_files import lexicon_for
from pages.importing.parse import parse_text

EN = lexicon_for("en")


def dropped(text: str) -> list[tuple[str, str]]:
    pieces = parse_text(text, EN.is_heading)
    kept, found = split_boilerplate(pieces, EN)
    assert sorted([piece.line for piece in kept] + [drop.line for drop in found]) == [piece.line for piece in pieces]
    return [(drop.reason, drop.text) for drop in found]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Close the survey", "survey"),
        ("This question is for testing whether or not you are a human visitor and to prevent spam.", "captcha"),
        ("This site uses cookies to work better.", "cookies"),
        ("Share on Facebook", "sharing"),
        ("Back to top", "navigation"),
        ("© 2020 All rights reserved", "footer"),
        ("Page last reviewed: 20/06/2016", "review date"),
        ("Medically reviewed by Ann Poe, MD, on March 12, 2024", "author"),
        ("By clinic staff", "author"),
        ("5 min read", "author"),
        ("Feb. 18, 2025", "review date"),
        ("Date last reviewed: 7/1/2021", "review date"),
        ("Advertisement", "advertising"),
        ("Article continues below", "advertising"),
        ("Your email address will not be published", "form"),
        ("Jump to navigation", "navigation"),
        ("This information is not intended as a substitute for professional medical care.", "footer"),
    ],
)
def test_line(line: str, reason: str) -> None:
    assert dropped(f"Title\n\nIt hurts a lot.\n\n{line}\n\nSymptoms\n\nIt hurts.") == [(reason, line)]


@pytest.mark.parametrize(
    "text",
    [
        "Title\n\nYou can get it at:\n\n- school\n- home",
        "Title\n\nWe survey patients before we close the wound.",
        "Title\n\nEat fewer cookies.",
        "Title\n\nHerbs are not meant to replace medical treatment.",
        "Title\n\nBy then, it has reached all of the hospital and its staff.",
        "Title\n\nSymptoms started in February 2019 in most people.",
        "References\n\nA title is never boilerplate for its wording.",
    ],
)
def test_kept(text: str) -> None:
    assert dropped(text) == []


def test_references_end_at_the_next_heading_of_their_level() -> None:
    text = "Title\n\n== References ==\nA\n=== Books ===\nB\n== Diagnosis ==\nC"
    assert dropped(text) == [(REFERENCES, "References"), (REFERENCES, "A"), (REFERENCES, "Books"), (REFERENCES, "B")]


def test_without_levels_any_heading_over_text_ends_references() -> None:
    text = "Title\n\nIt hurts.\n\nAbout this leaflet\n\nPurpose\n\nIt informs.\n\nMore words\n\nThey are kept."
    assert [found for _, found in dropped(text)] == ["About this leaflet", "Purpose", "It informs."]


def test_site_around_the_page() -> None:
    prose = "Sandfly fever is an infection that is passed on by the bites of very small flies."
    text = f"Skip to content\n\n- Fever\n- Flu\n\nSandfly fever\n\n{prose}\n\nWas this page helpful?\n\n- Yes\n- No"
    assert dropped(text) == [
        ("navigation", "Skip to content"),
        (BEFORE_PAGE, "Fever"),
        (BEFORE_PAGE, "Flu"),
        ("feedback", "Was this page helpful?"),
        (AFTER_PAGE, "Yes"),
        (AFTER_PAGE, "No"),
    ]


def test_a_page_goes_on_after_a_footer_if_a_section_follows() -> None:
    text = "Title\n\nIt hurts.\n\nPage last updated 1 May 2020\n\nSome words\n\nMore of them.\n\nSymptoms\n\nIt hurts."
    assert [found for _, found in dropped(text)] == ["Page last updated 1 May 2020"]


def test_titles_of_other_pages_end_where_the_text_goes_on() -> None:
    prose = "This is a sentence of the document itself, with all the words that it needs."
    page = f"Gout\n\nIt hurts.\n\nMost read\n\n- Sleep well\n- Eat well\n\n{prose}"
    taken = [(REFERENCES, text) for text in ("Most read", "Sleep well", "Eat well")]
    assert dropped(f"{page}\n\nSymptoms\n\nPain.")[:3] == taken
    assert dropped(page.replace("Most read", "# Most read") + "\n\n# Symptoms\n\nPain.") == taken
    assert (REFERENCES, prose) in dropped(page.replace("Most read", "# Most read"))


@pytest.mark.parametrize("contents", ["Contents\n{}", "On this page:\n\n{}", "{}"])
def test_a_list_of_contents_in_a_plain_text(contents: str) -> None:
    names = ["What is gout?", "Causes", "Symptoms", "Treatment"]
    parts = "\n\n".join(f"{name}\n\nA sentence that says something of it." for name in names)
    found = dropped(f"Gout\n\n{contents.format(chr(10).join(names))}\n\n{parts}")
    assert [text for reason, text in found if reason == CONTENTS] == names


@pytest.mark.parametrize(
    "text",
    [
        "Gout\n\nCauses\n\nAge.\n\nSymptoms\n\nPain.\n\nTreatment\n\nRest.\n\n"
        "Causes\n\nDrink.\n\nSymptoms\n\nRedness.\n\nTreatment\n\nCold.",
        "Gout\n\nSee a doctor for:\n\n- pain\n- fever\n- rash\n\n"
        "Pain\n\nIt is bad.\n\nFever\n\nIt is hot.\n\nRash\n\nIt is red.",
        "Gout\n\nIt hurts.\n\n- Pain\n- Fever\n- Rash\n\n"
        "Pain\n\nIt is bad.\n\nFever\n\nIt is hot.\n\nRash\n\nIt is red.",
        "Gout\n\n- Causes\n- Symptoms\n\nCauses\n\nAge.\n\nSymptoms\n\nPain.",
    ],
)
def test_what_comes_again_is_no_list_of_contents(text: str) -> None:
    assert dropped(text) == []
