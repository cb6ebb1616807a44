"""French wordings lead where a French reader would look, and unknown ones nowhere."""

import pytest

from pages.importing.lexicon import lexicon_for
from pages.importing.plain_text import import_plain_text
from pages.importing.values import FlagKind, Kind
from pages.vocabulary import Approach, Section

FRENCH = lexicon_for("fr")

HEADINGS = {
    "Qu’est-ce que c’est ?": "definition",
    "Qu'est-ce qu'une hernie discale ?": "definition",
    "Définition de la maladie": "definition",
    "Comprendre l’arthrose": "definition",
    "De quoi s’agit-il ?": "definition",
    "L’essentiel": "definition",
    "Vue d’ensemble": "definition",
    "Les différents types de diabète": "definition",
    "Principaux repères": "definition",
    "Généralités": "definition",
    "Causes": "causes",
    "Les causes possibles": "causes",
    "Quelles sont les causes ?": "causes",
    "À quoi est-ce dû ?": "causes",
    "Causes et facteurs de risque": "causes",
    "Facteurs favorisants": "causes",
    "Qui est à risque ?": "causes",
    "Comment se transmet la maladie ?": "causes",
    "Comment attrape-t-on la gale ?": "causes",
    "Pourquoi cela survient-il ?": "causes",
    "Étiologie de la goutte": "causes",
    "Physiopathologie": "causes",
    "Est-ce contagieux ?": "causes",
    "Symptômes": "signs",
    "Les premiers signes": "signs",
    "Quels sont les principaux symptômes ?": "signs",
    "Comment se manifeste la maladie ?": "signs",
    "Comment reconnaître une entorse ?": "signs",
    "Symptomatologie": "signs",
    "Tableau clinique": "signs",
    "Manifestations cliniques": "signs",
    "Diagnostic": "diagnosis",
    "Le diagnostic de l’asthme": "diagnosis",
    "Comment pose-t-on le diagnostic ?": "diagnosis",
    "Comment la maladie est-elle diagnostiquée ?": "diagnosis",
    "Faut-il faire des examens ?": "diagnosis",
    "Examens complémentaires": "diagnosis",
    "Analyses de sang": "diagnosis",
    "Examen clinique": "diagnosis",
    "Bilan sanguin": "diagnosis",
    "Diagnostic différentiel": "diagnosis",
    "Comment se déroule la consultation ?": "diagnosis",
    "Traitement": "treatments",
    "La prise en charge": "treatments",
    "En quoi consiste le traitement ?": "treatments",
    "Comment soigner une angine ?": "treatments",
    "Peut-on guérir de cette maladie ?": "treatments",
    "Options de traitement": "treatments",
    "Suivi médical": "treatments",
    "Les essais cliniques": "treatments",
    "Soins palliatifs": "treatments",
    "Prévention": "further",
    "Comment prévenir la grippe ?": "further",
    "Que faire pour éviter une rechute ?": "further",
    "Complications possibles": "further",
    "Évolution et pronostic": "further",
    "Combien de temps dure la maladie ?": "further",
    "Que faire et quand consulter ?": "further",
    "Quand appeler le 15 ?": "further",
    "Consultez un médecin si :": "further",
    "Vivre avec la maladie": "further",
    "Grossesse et allaitement": "further",
    "Épidémiologie": "further",
    "Vaccination": "further",
    "Associations de patients": "further",
    "À retenir": "same",
    "Points clés": "same",
    "Stade II": "same",
    "Notes et références": "boilerplate",
    "Liens externes": "boilerplate",
    "Voir aussi": "boilerplate",
    "À propos de cette brochure": "boilerplate",
    "Mentions légales": "boilerplate",
}

APPROACHES = {
    "Traitement multidisciplinaire": Approach.MULTIDISCIPLINARY,
    "Prise en charge pluridisciplinaire": Approach.MULTIDISCIPLINARY,
    "Soutien psychologique": Approach.NON_PHYSICAL,
    "Thérapie cognitivo-comportementale": Approach.NON_PHYSICAL,
    "Que puis-je faire moi-même ?": Approach.SELF_CARE,
    "Hygiène de vie": Approach.SELF_CARE,
    "Infiltrations de corticoïdes": Approach.INTERVENTIONAL,
    "Traitement chirurgical": Approach.INVASIVE,
    "L’appendicectomie": Approach.INVASIVE,
    "La kinésithérapie": Approach.PHYSICAL,
    "Traitement médicamenteux": Approach.MEDICINE,
    "Les antibiotiques": Approach.MEDICINE,
    "Chimiothérapie": Approach.MEDICINE,
    "Médecines douces": Approach.OTHER,
    "Radiothérapie": Approach.OTHER,
}

UNKNOWN = [
    "Au bureau",
    "Les enfants de Marie",
    "Une journée à l’hôpital",
    "Le restaurant du personnel",
    "Liens avec le tabac",
    "Contact avec les animaux",
    "Horaires de visite",
    "Le rôle de la famille",
]

BOILERPLATE = {
    "Aller au contenu principal": "navigation",
    "Vous êtes ici : Accueil > Maladies": "navigation",
    "Haut de page": "navigation",
    "Ce site utilise des cookies pour améliorer votre visite.": "cookies",
    "En poursuivant votre navigation, vous acceptez l’utilisation de cookies.": "cookies",
    "Tout accepter": "cookies",
    "Imprimer cette page": "sharing",
    "Suivez-nous sur les réseaux sociaux": "sharing",
    "© 2021 Hôpital Saint-Luc. Tous droits réservés.": "footer",
    "Mentions légales": "footer",
    "Ces informations vous ont-elles été utiles ?": "feedback",
    "Dernière mise à jour : 12 mars 2021": "review date",
    "Je ne suis pas un robot": "captcha",
    "Merci d’avoir répondu à notre questionnaire.": "survey",
}

TEXT = [
    "Les médicaments soulagent la douleur.",
    "Vous pouvez imprimer le formulaire et le donner au médecin.",
    "La maladie a été décrite en 1921.",
    "Les informations sur la douleur sont utiles au médecin.",
]

DOCUMENT = """Aller au contenu
Accueil
Le syndrome du canal carpien

Le syndrome du canal carpien est une compression d'un nerf du poignet.

La cause la plus fréquente du syndrome du canal carpien est un gonflement autour des tendons.

Comment se manifeste-t-il ?

Vous ressentez les gênes suivantes :
- des fourmillements dans les doigts
- une douleur la nuit

Comment fait-on le diagnostic ?

Le médecin examine votre main et vous pose des questions.

Examens complémentaires

Un électromyogramme mesure la conduction du nerf.

Quels sont les traitements ?

Attelle

Une attelle se porte la nuit.

Chirurgie

L'opération libère le nerf sous anesthésie locale.

Travail et sport

Reprenez peu à peu.

Quand consulter un médecin ?

Consultez si la main perd de la force.

Sources

Société de la main, 2019.

Cette page vous a-t-elle été utile ?
Plan du site
"""


@pytest.mark.parametrize(("text", "to"), HEADINGS.items())
def test_heading(text: str, to: str) -> None:
    match = FRENCH.heading(text)
    assert match is not None
    assert (match.to, match.sure) == (to, True)


@pytest.mark.parametrize(("text", "approach"), APPROACHES.items())
def test_approach(text: str, approach: Approach) -> None:
    match = FRENCH.heading(text)
    assert match is not None
    assert (match.to, match.approach) == (Section.TREATMENTS, approach)


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown_wording_goes_nowhere(text: str) -> None:
    assert FRENCH.heading(text) is None


@pytest.mark.parametrize(("text", "reason"), BOILERPLATE.items())
def test_boilerplate(text: str, reason: str) -> None:
    assert FRENCH.boilerplate_reason(text) == reason


@pytest.mark.parametrize("text", TEXT)
def test_text_is_no_boilerplate(text: str) -> None:
    assert FRENCH.boilerplate_reason(text) is None


def test_condition_stands_for_itself() -> None:
    assert FRENCH.heading("La goutte chez la femme", "goutte") is None
    match = FRENCH.heading("Goutte et grossesse", "Goutte")
    assert match is not None and match.to is Section.FURTHER


def test_document() -> None:
    document = import_plain_text(DOCUMENT.encode(), "fr")
    assert document.title == "Le syndrome du canal carpien"
    outline = [
        (run.section.value, run.heading, [block.text for block in run.blocks if block.kind is Kind.HEADING])
        for run in document.sections
    ]
    assert outline == [
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Comment se manifeste-t-il ?", []),
        ("diagnosis", "Comment fait-on le diagnostic ?", ["Examens complémentaires"]),
        ("treatments", "Quels sont les traitements ?", ["Attelle", "Chirurgie"]),
        ("further", "Travail et sport", []),
        ("further", "Quand consulter un médecin ?", []),
    ]
    assert [flag.kind for flag in document.flags] == [FlagKind.MOVED_TEXT]
    assert [drop.text for drop in document.dropped] == [
        "Aller au contenu",
        "Accueil",
        "Sources",
        "Société de la main, 2019.",
        "Cette page vous a-t-elle été utile ?",
        "Plan du site",
    ]
