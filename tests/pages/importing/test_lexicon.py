"""The wordings of each language lead where a reader of that language would look."""

import pytest

from pages.importing.lexicon import Lexicon, Match, named_x
from pages.importing.lexicon_files import available_languages, lexicon_for
from pages.vocabulary import Approach, Section

HEADINGS = {
    "en": {
        "What is lumbar plexus neuralgia?": "definition",
        "1. Overview": "definition",
        "What causes Gastritis ?": "causes",
        "Who is at risk?": "causes",
        "Check if you're at risk of x": "causes",
        "How do you get it?": "causes",
        "SIGNS AND SYMPTOMS": "signs",
        "Check if you have shingles": "signs",
        "What are the early signs of x?": "signs",
        "How is x diagnosed?": "diagnosis",
        "Do I need additional examinations?": "diagnosis",
        "Blood tests for x": "diagnosis",
        "What are my treatment possibilities?": "treatments",
        "How is x treated?": "treatments",
        "Surgery for x": "treatments",
        "What is the outlook?": "further",
        "How can x be prevented?": "further",
        "See your GP if:": "further",
        "x at a glance": "definition",
        "What are the genetic changes related to x?": "causes",
        "How x spreads": "causes",
        "Does x run in families?": "causes",
        "Symptoms and causes": "signs",
        "Signs & symptoms": "signs",
        "How will x affect me?": "signs",
        "Preparing for your appointment": "diagnosis",
        "What else might it be?": "diagnosis",
        "Managing x": "treatments",
        "Can x be cured?": "treatments",
        "Easing symptoms": "treatments",
        "Side effects": "treatments",
        "How to lower your risk": "further",
        "Support groups": "further",
        "Is it serious?": "further",
        "Summary": "same",
        "Most read": "boilerplate",
        "x and pregnancy": "further",
        "Don’t": "same",
        "References": "boilerplate",
    },
    "nl": {
        "Wat is zenuwpijn?": "definition",
        "Hoe ontstaat het?": "causes",
        "Oorzaken en risicofactoren": "causes",
        "Welke klachten kunt u hebben?": "signs",
        "Symptomen": "signs",
        "Hoe wordt de diagnose gesteld?": "diagnosis",
        "Heb ik aanvullend onderzoek nodig?": "diagnosis",
        "Wat zijn mijn behandelmogelijkheden?": "treatments",
        "Hoe wordt x behandeld?": "treatments",
        "Vooruitzichten": "further",
        "Wanneer moet u de huisarts bellen?": "further",
        "Bronnen": "boilerplate",
    },
    "es": {
        "¿Qué es la gastritis?": "definition",
        "¿Cuáles son las causas?": "causes",
        "Factores de riesgo": "causes",
        "Signos y síntomas": "signs",
        "¿Cómo se diagnostica?": "diagnosis",
        "Pruebas y exámenes": "diagnosis",
        "Opciones de tratamiento": "treatments",
        "¿Cómo se trata?": "treatments",
        "Pronóstico": "further",
        "Cuándo consultar al médico": "further",
        "Referencias": "boilerplate",
    },
    "de": {
        "Was ist eine Gastritis?": "definition",
        "Ursachen und Risikofaktoren": "causes",
        "Wie entsteht die Erkrankung?": "causes",
        "Welche Beschwerden treten auf?": "signs",
        "Symptome": "signs",
        "Wie wird die Diagnose gestellt?": "diagnosis",
        "Untersuchungen": "diagnosis",
        "Wie wird sie behandelt?": "treatments",
        "Behandlungsmöglichkeiten": "treatments",
        "Vorbeugung": "further",
        "Wann sollten Sie zum Arzt gehen?": "further",
        "Quellen": "boilerplate",
    },
    "fr": {
        "Qu’est-ce que la gastrite ?": "definition",
        "Quelles sont les causes ?": "causes",
        "Facteurs de risque": "causes",
        "Quels sont les symptômes ?": "signs",
        "Signes et symptômes": "signs",
        "Comment fait-on le diagnostic ?": "diagnosis",
        "Examens complémentaires": "diagnosis",
        "Quels sont les traitements ?": "treatments",
        "Traitement de la gastrite": "treatments",
        "Prévention": "further",
        "Quand consulter un médecin ?": "further",
        "Sources": "boilerplate",
    },
    "ar": {
        "ما هو التهاب المعدة؟": "definition",
        "الأسباب": "causes",
        "أسباب التهاب المعدة": "causes",
        "عوامل الخطر": "causes",
        "الأعراض": "signs",
        "ما هي أعراض المرض؟": "signs",
        "التشخيص": "diagnosis",
        "كيف يتم تشخيص المرض؟": "diagnosis",
        "العلاج": "treatments",
        "ما هي خيارات العلاج؟": "treatments",
        "الوقاية": "further",
        "متى يجب مراجعة الطبيب؟": "further",
        "المراجع": "boilerplate",
    },
}
CASES = [(language, text, to) for language, cases in HEADINGS.items() for text, to in cases.items()]


@pytest.mark.parametrize(("language", "text", "to"), CASES)
def test_heading(language: str, text: str, to: str) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.sure) == (to, True)


@pytest.mark.parametrize(
    ("language", "text", "approach"),
    [
        ("en", "Multidisciplinary treatment", Approach.MULTIDISCIPLINARY),
        ("en", "Non-physical treatment", Approach.NON_PHYSICAL),
        ("en", "Physical Treatment", Approach.PHYSICAL),
        ("en", "Physiotherapy for frozen shoulder", Approach.PHYSICAL),
        ("en", "Oral medications", Approach.MEDICINE),
        ("en", "Interventional pain treatment", Approach.INTERVENTIONAL),
        ("en", "Invasive pain treatment", Approach.INVASIVE),
        ("en", "How you can ease the pain yourself", Approach.SELF_CARE),
        ("en", "Other Treatment", Approach.OTHER),
        ("en", "Treatment", None),
        ("nl", "Multidisciplinaire behandeling", Approach.MULTIDISCIPLINARY),
        ("nl", "Niet-lichamelijke behandeling", Approach.NON_PHYSICAL),
        ("nl", "Wat kunt u zelf doen?", Approach.SELF_CARE),
        ("es", "Cirugía", Approach.INVASIVE),
        ("de", "Medikamente", Approach.MEDICINE),
        ("fr", "Kinésithérapie", Approach.PHYSICAL),
        ("ar", "الجراحة", Approach.INVASIVE),
    ],
)
def test_approach(language: str, text: str, approach: Approach | None) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.approach) == ("treatments", approach)


def test_part_of_a_wording_is_less_sure_and_its_section_comes_first() -> None:
    lexicon = lexicon_for("en")
    text = "Now and then the treatment causes harm"
    outside, inside = lexicon.heading(text), lexicon.heading(text, within=Section.TREATMENTS)
    assert outside == Match(Section.CAUSES, sure=False)
    assert inside == Match(Section.TREATMENTS, sure=False)


@pytest.mark.parametrize(
    ("text", "known"),
    [("Symptoms:", True), ("See a doctor if:", True), ("Treatments from a physiotherapist:", False), ("Lunch", False)],
)
def test_before_a_colon(text: str, known: bool) -> None:
    assert lexicon_for("en").is_heading(text) is known


def test_every_wording_is_short_work() -> None:
    """Patterns that backtrack would take minutes for this."""
    for language in available_languages():
        lexicon = lexicon_for(language)
        for word in ("and ", "what is ", "the ", "treatment of ", "causes "):
            assert lexicon.heading(word * 10_000) is None
            lexicon.heading((word * 200)[:200])
            lexicon.boilerplate_reason((word * 500)[:500])
            lexicon.cue(word * 10_000, "x")


def test_region_tag_reads_its_language() -> None:
    assert lexicon_for("nl-BE") == lexicon_for("nl")
    assert lexicon_for("pt_BR") == lexicon_for("pt")
    assert lexicon_for("eo_XX") == Lexicon("eo_XX")


def test_condition_is_replaced_as_whole_words() -> None:
    assert named_x("gastritis and pregnancy", "gastritis") == "x and pregnancy"
    assert named_x("pangastritis", "gastritis") == "pangastritis"
