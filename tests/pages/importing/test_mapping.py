"""Where a heading and its text go when wording, levels and neighbours speak for different sections."""

import pytest

from pages.importing.lexicon_files import lexicon_for
from pages.importing.mapping import map_document
from pages.importing.parse import parse_text
from pages.importing.values import FlagKind, ImportedDocument, Kind
from pages.vocabulary import Approach

EN = lexicon_for("en")


def document(text: str) -> ImportedDocument:
    return map_document(parse_text(text, EN.is_heading), EN)


def places(found: ImportedDocument) -> dict[str, str]:
    """The section of each text."""
    return {
        block.text: run.section.value
        for run in found.sections
        for block in run.blocks
        if block.kind is not Kind.HEADING
    }


@pytest.mark.parametrize(
    ("before", "heading", "section"),
    [
        ("", "Strange words", "further"),
        ("Symptoms\n\nIt hurts.", "Strange words", "signs"),
        ("Symptoms\n\nIt hurts.", "Strange words about gout", "further"),
        ("Symptoms\n\nIt hurts.", "Strange words, aren't they?", "further"),
        ("Symptoms\n\nIt hurts.", "Surgery", "treatments"),
        ("Complications\n\nIt hurts.", "Words about the symptoms of it", "signs"),
        ("Treatment\n\nIt hurts.", "Words about the symptoms of it", "treatments"),
        ("Treatment\n\nIt hurts.", "Words on the outlook", "further"),
        ("Prevention\n\nIt hurts.", "Do", "further"),
        ("== Treatment ==\nIt hurts.", "=== Strange words about gout ===", "treatments"),
        ("== Treatment ==\nIt hurts.", "=== Symptoms ===", "signs"),
        ("== Treatment ==\nIt hurts.", "== Strange words ==", "further"),
        ("== Signs ==\nA.\n=== Complications ===\nB.", "=== Strange words ===", "signs"),
    ],
)
def test_heading(before: str, heading: str, section: str) -> None:
    text = f"Gout\n\nA lead.\n\n{before}\n\n{heading}\n\nThe text that is looked for."
    assert places(document(text))["The text that is looked for."] == section


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Gout\n\nA lead.\n\nStrange words\n\nIt hurts.", True),
        ("Gout\n\nA lead.\n\nSymptoms\n\nA.\n\nStrange words\n\nIt hurts.", True),
        ("Gout\n\nA lead.\n\n== Symptoms ==\n\nA.\n\n=== Strange words ===\n\nIt hurts.", False),
        ("Gout\n\nA lead.\n\nSymptoms\n\nIt hurts.", False),
    ],
)
def test_a_guess_is_flagged(text: str, flagged: bool) -> None:
    assert (FlagKind.UNRECOGNISED_HEADING in {flag.kind for flag in document(text).flags}) is flagged


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Gout\n\nIt hurts.", "Gout"),
        ("Close the survey\n\nGout\n\nIt hurts.", "Gout"),
        ("1. Gout\n\nIt hurts.", "1. Gout"),
        ("Patient information leaflet\n\nGout\n\nIt hurts.", "Gout"),
        ("It hurts a lot.\n\nAnd more.", ""),
        ("- one\n- two", ""),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    found = document(text)
    assert found.title == title
    assert (FlagKind.NO_TITLE in {flag.kind for flag in found.flags}) is (title == "")


def test_what_all_leaflets_are_called_is_a_heading_further_on() -> None:
    found = document("Gout\n\nIt hurts.\n\nCauses\n\nMeat.\n\nInformation for patients\n\nAsk your doctor.")
    assert [drop.text for drop in found.dropped] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A medicine that causes it, since the treatments come later.
        (
            "Gout\n\nCauses\n\nMedicines\n\nWater tablets.\n\nTreatment\n\nRest.",
            {"Water tablets.": "causes", "Rest.": "treatments"},
        ),
        ("Gout\n\nCauses\n\nMeat.\n\nMedicines\n\nA pill.", {"Meat.": "causes", "A pill.": "treatments"}),
        # A kind of the condition belongs to what it is; another part that names it doesn't.
        (
            "Bronchitis\n\nWhat is bronchitis?\n\nA cough.\n\nAcute bronchitis\n\nIt is short.",
            {"A cough.": "definition", "It is short.": "definition"},
        ),
        (
            "Bronchitis\n\nWhat is bronchitis?\n\nA cough.\n\nBronchitis and flying\n\nDon't.",
            {"A cough.": "definition", "Don't.": "further"},
        ),
        # A sentence that names a question asks none.
        (
            'Gout\n\nCauses\n\nMeat.\n\nFor more information, go to "What causes pain?"\n\nWine.',
            {"Meat.": "causes", 'For more information, go to "What causes pain?"': "causes", "Wine.": "causes"},
        ),
    ],
)
def test_what_is_around_a_heading_says_where_it_belongs(text: str, expected: dict[str, str]) -> None:
    assert places(document(text)) == expected


CUE = "The most common cause of this condition is:"


def test_text_on_causes_leaves_the_definition_with_its_list() -> None:
    found = places(document(f"Gout\n\nA lead.\n\n{CUE}\n\n- meat\n- wine\n\nThe end."))
    assert found == {
        "A lead.": "definition",
        CUE: "causes",
        "meat": "causes",
        "wine": "causes",
        "The end.": "definition",
    }


def test_text_on_causes_stays_where_the_document_has_causes() -> None:
    assert places(document(f"Gout\n\n{CUE}\n\n- meat\n\nCauses\n\nWine."))[CUE] == "definition"


def test_treatment_heading_has_its_approach_only_among_treatments() -> None:
    found = document("Gout\n\nA lead.\n\nSurgery\n\nA cut.\n\nMedicine\n\nA pill.")
    (run,) = found.sections[1:]
    assert run.heading is None
    headings = [(block.text, block.approach) for block in run.blocks if block.kind is Kind.HEADING]
    assert headings == [("Surgery", Approach.INVASIVE), ("Medicine", Approach.MEDICINE)]


@pytest.mark.parametrize(
    ("language", "heading", "announcing"),
    [
        ("en", "Causes", "Common causes of gout include"),
        ("en", "Causes", "Other things that bring it on are usually"),
        ("nl", "Oorzaken", "Oorzaken van jicht zijn bijvoorbeeld"),
        ("de", "Ursachen", "Häufige Ursachen der Gicht umfassen"),
        ("fr", "Causes", "Les causes de la goutte comprennent"),
        ("es", "Causas", "Las causas de la gota incluyen"),
        ("it", "Cause", "Le cause della gotta includono"),
        ("pt", "Causas", "As causas da gota incluem"),
        ("ru", "Причины", "Причины подагры включают"),
        ("ar", "الأسباب", "أسباب النقرس تشمل"),
        ("zh", "病因", "痛风的病因包括"),
    ],
)
def test_a_line_that_announces_a_list_is_no_heading_within_its_section(
    language: str, heading: str, announcing: str
) -> None:
    lexicon = lexicon_for(language)
    text = f"Gout\n\n{heading}\n\nSome text of it.\n\n{announcing}\n\n- Beer and wine\n- Meat\n"
    found = map_document(parse_text(text, lexicon.is_heading), lexicon)
    (part,) = [part for part in found.sections if part.section.value == "causes"]
    assert [block.text for block in part.blocks if block.kind is Kind.PARAGRAPH][-1] == announcing
    assert [block.kind for block in part.blocks][-2:] == [Kind.LIST_ITEM] * 2


def test_a_line_that_announces_a_list_of_another_section_leads_there() -> None:
    text = "Gout\n\nSigns\n\nIt hurts.\n\nThe causes of gout may include\n\n- Beer and wine\n- Meat\n"
    assert places(document(text))["Beer and wine"] == "causes"


def test_a_button_that_is_the_heading_of_a_text_stays_its_heading() -> None:
    """Dropped, it would leave its text with the signs."""
    text = "= Gout =\n\n== Signs ==\nIt hurts.\n\n== Book an appointment ==\nCall 210 555 01 23 in the morning.\n"
    found = document(text)
    assert places(found)["Call 210 555 01 23 in the morning."] == "further"
    assert "Book an appointment" in [part.heading for part in found.sections]
    assert [drop.text for drop in document(text.replace("Call 210 555 01 23 in the morning.", "")).dropped] == [
        "Book an appointment"
    ]
    assert [drop.text for drop in document("Gout\n\nPrint this page\n\nIt hurts very much.\n").dropped] == [
        "Print this page"
    ]


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Q: What causes it?"),
        ("en", "Q2. What causes it?"),
        ("en", "Question 12: What causes it?"),
        ("nl", "V: Wat is de oorzaak?"),
        ("de", "Frage: Was sind die Ursachen?"),
        ("fr", "Q : Quelles sont les causes ?"),
        ("es", "P: ¿Cuáles son las causas?"),
        ("ru", "Вопрос: Каковы причины?"),
        ("ar", "س: ما هي الأسباب؟"),
    ],
)
def test_a_question_that_is_called_one(language: str, question: str) -> None:
    lexicon = lexicon_for(language)
    found = map_document(parse_text(f"Gout\n\nSome text.\n\n{question}\n\nUric acid.\n", lexicon.is_heading), lexicon)
    assert places(found)["Uric acid."] == "causes"
    assert question in [part.heading for part in found.sections]  # no word of it is lost


def test_lines_without_full_stops_in_arabic() -> None:
    """One of them used to become a heading: they are as short as one, and alone."""
    lines = ["ارتفاع حمض اليوريك في الدم", "تناول اللحوم الحمراء بكثرة كل يوم", "شرب الكحول بكميات كبيرة جدا"]
    lexicon = lexicon_for("ar")
    text = "\n\n".join(["النقرس", "الأسباب", *lines, "العلاج", "يصف الطبيب مضادات الالتهاب لتخفيف الألم."])
    found = map_document(parse_text(text, lexicon.is_heading), lexicon)
    causes = next(part for part in found.sections if part.section.value == "causes")
    assert [(block.kind, block.text) for block in causes.blocks] == [(Kind.PARAGRAPH, line) for line in lines]
