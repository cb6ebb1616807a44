"""Headings that run into their text come apart from it; labels and sentences that only look so stay whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pages.importing.formats import import_document
from pages.importing.understood import understood
from pages.importing.values import ImportedDocument

WORD = re.compile(r"[^\W_]+")
RUN_IN = """Gout

Gout is a kind of arthritis.

Causes: Too much uric acid in the blood.

Symptoms – Sudden pain, mostly at night.

How is it diagnosed? The doctor takes fluid from the joint.

Treatment. Rest the joint.

Prevention: Drink enough water.
"""


def document(text: str, language: str = "en", name: str = "a.txt") -> ImportedDocument:
    return import_document(name, text.encode(), language)


def parts(text: str, language: str = "en", name: str = "a.txt") -> list[tuple[str, str | None, list[str]]]:
    found = document(text, language, name)
    return [
        (part.section.value, part.heading, [f"{block.kind.value[0]} {block.text}" for block in part.blocks])
        for part in found.sections
    ]


def test_they_come_apart() -> None:
    assert parts(RUN_IN) == [
        ("definition", None, ["p Gout is a kind of arthritis."]),
        ("causes", "Causes", ["p Too much uric acid in the blood."]),
        ("signs", "Symptoms", ["p Sudden pain, mostly at night."]),
        ("diagnosis", "How is it diagnosed?", ["p The doctor takes fluid from the joint."]),
        ("treatments", "Treatment", ["p Rest the joint."]),
        ("further", "Prevention", ["p Drink enough water."]),
    ]
    assert [part.line for part in document(RUN_IN).sections] == [3, 5, 7, 9, 11, 13]


@pytest.mark.parametrize(
    ("language", "text", "sections"),
    [
        (
            "ru",
            "Подагра\n\nБолезнь.\n\nЭтиология. Избыток кислоты.\n\nЛечение: покой.",
            ["definition", "causes", "treatments"],
        ),
        ("zh", "痛风\n1.症状:痛风表现为疼痛。\n2.病因：尿酸过高。\n3.治疗：休息。", ["signs", "causes", "treatments"]),
        (
            "ar",
            "النقرس\n\nمرض.\n\nالأعراض: ألم شديد في المفصل.\n\nالعلاج: الراحة.",
            ["definition", "signs", "treatments"],
        ),
        (
            "de",
            "Gicht\n\nEine Krankheit.\n\nUrsachen: Harnsäure.\n\nSymptome: Schmerzen.",
            ["definition", "causes", "signs"],
        ),
        (
            "fr",
            "Goutte\n\nMaladie.\n\nCauses : acide urique.\n\nTraitement : repos.",
            ["definition", "causes", "treatments"],
        ),
    ],
)
def test_in_other_languages(language: str, text: str, sections: list[str]) -> None:
    assert [part[0] for part in parts(text, language)] == sections


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>Causes:</b> Too <i>much</i> acid.", ("Causes", "Too much acid.", "Too <i>much</i> acid.")),
        ("<strong>Causes</strong>: Too much acid.", ("Causes", "Too much acid.", "")),
        ("<b><i>Causes.</i></b> Too much &lt; acid.", ("Causes", "Too much < acid.", "")),
        ("<b>Causes</b> Too much acid.", ("Causes", "Too much acid.", "")),
        ("Causes: <b>Too</b> much acid.", ("Causes", "Too much acid.", "<b>Too</b> much acid.")),
    ],
)
def test_marks_stay_with_their_words(html: str, expected: tuple[str, str, str]) -> None:
    found = document(f"<html><body><h1>Gout</h1><p>A disease.</p><p>{html}</p></body></html>", name="a.html")
    (part,) = [part for part in found.sections if part.section == "causes"]
    assert (part.heading, part.blocks[0].text, part.blocks[0].html) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A section that has a heading of its own: below it, or elsewhere, the words are a label.
        "Gout\n\nTreatment\n\nRest.\n\nWarning signs\n\nTreatment: ask your doctor.",
        # What a treatment is called isn't a section.
        "Gout\n\nTreatment\n\nSurgery: a joint is replaced.\n\nMedicine: a pill.",
        # Items of one list that is of one section, or of none.
        "Gout\n\n- Causes: many.\n- Cats: few.",
        # Sentences.
        "Gout\n\nGout - A disease of the joints.",
        "Gout\n\nSymptoms - pain above all - come at night.",
        "Gout\n\nThe cause of gout is known. It is an acid.",
        "Gout\n\nSymptoms include: pain and fever.",
        "Gout\n\nTake care: rest.\n\nPrevention: drink water.",
        # Nothing follows.
        "Gout\n\nIt hurts.\n\nNobody knows the causes: -",
    ],
)
def test_no_heading_is_made_of(text: str) -> None:
    said = {line.lstrip("- ") for line in text.split("\n") if line}
    found = document(text)
    kept = {block.text for part in found.sections for block in part.blocks}
    kept |= {part.heading or "" for part in found.sections} | {found.title} | {drop.text for drop in found.dropped}
    assert said <= kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "二、治療及飲食：" announces what stands below it, and "一、" and "三、" are headings.
        (
            "急性腸胃炎\n\n一、原因：病毒或細菌感染。\n二、治療及飲食：\n1. 多喝水。\n2. 休息。\n三、預防：\n1. 洗手。",
            [
                ("causes", "原因", ["p 病毒或細菌感染。"]),
                ("treatments", "治療及飲食：", ["l 多喝水。", "l 休息。"]),
                ("further", "預防：", ["l 洗手。"]),
            ],
        ),
        # Of one section alone, they are items.
        (
            "痛風\n\n一、飲食治療：少吃肉。\n二、藥物治療：止痛藥。",
            [("definition", None, ["l 飲食治療：少吃肉。", "l 藥物治療：止痛藥。"])],
        ),
    ],
)
def test_numbers_that_announce(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert parts(text, "zh") == expected


def test_other_programs_are_told_the_number_of_a_heading() -> None:
    found = understood(document("痛風\n\n一、病因：尿酸過高。\n二、治療：休息。\n", "zh"))
    assert [part["heading"] for part in found["sections"]] == ["一、病因", "二、治療"]
    found = understood(document("Gout\n\n1. Causes\n\nToo much acid.\n\n2. Treatment\n\nRest."))
    assert [part["heading"] for part in found["sections"]] == ["1. Causes", "2. Treatment"]


def test_a_numbered_list_that_is_none_keeps_its_other_numbers() -> None:
    text = "Gout\n\n1. Causes: too much acid.\n2. Numbers: one in fifty.\n3. Treatment: rest."
    assert parts(text) == [
        ("causes", "Causes", ["p too much acid.", "p 2. Numbers: one in fifty."]),
        ("treatments", "Treatment", ["p rest."]),
    ]


LINES = [
    "Causes: acid.",
    "Symptoms. Pain.",
    "- Treatment: rest",
    "- Causes: x",
    "1. Diagnosis: y",
    "2. z",
    "Treatment",
    "",
    "What is it? It.",
]


@given(st.lists(st.sampled_from(LINES), max_size=12))
@example(["2. z", "Treatment", "Treatment", "2. z", "Treatment", "Treatment"])  # what is dropped has its number
@settings(max_examples=100)
def test_every_word_stays(lines: list[str]) -> None:
    text = "\n\n".join(["Gout", "A text stands here.", *lines])
    found = document(text)
    said = [found.title, *(f"{drop.marker} {drop.text}" for drop in found.dropped)]
    for part in found.sections:
        said += [f"{part.marker} {part.heading or ''}", *(f"{block.marker} {block.text}" for block in part.blocks)]
    assert sorted(WORD.findall(" ".join(said))) == sorted(WORD.findall(text))
