"""Wordings of Dutch, German, French, Spanish, Italian and Portuguese pages, and what they are easily taken for."""

from time import perf_counter

import pytest

from pages.importing.lexicon_files import lexicon_for

# Condition, heading, where it leads.
HEADINGS = {
    "nl": [
        ("Jicht", "Welk behandeltraject doorloopt u?", "treatments"),
        ("Jicht", "Wat kun je eraan doen?", "treatments"),
        ("Leverziekten", "Hoe wordt de leverfunctie geëvalueerd?", "diagnosis"),
        ("Leverziekten", "Behandelende centra & specialisaties", "boilerplate"),
        ("Longontsteking", "Hoe verloopt de behandeling?", "treatments"),
        ("Gordelroos", "Werken en naar school met gordelroos", "further"),
        ("Gordelroos", "Wilt u reageren op deze tekst?", "boilerplate"),
        ("Hartfalen", "Hartfalen herkennen", "signs"),
        ("Hartfalen", "Pacemaker of ICD", "treatments"),
        ("Hartfalen", "Hartrevalidatie", "treatments"),
        ("Liesbreuk", "Hoe verloopt de operatie?", "treatments"),
        ("Liesbreuk", "Weer naar huis", "treatments"),
        ("Liesbreuk", "Controleafspraak", "treatments"),
        ("Liesbreuk", "Wondverzorging", "treatments"),
        ("Liesbreuk", "Narcose of verdoving", "treatments"),
        ("Liesbreuk", "Dag van de opname", "treatments"),
        ("Liesbreuk", "Wat zijn de risico's van de operatie?", "further"),
        ("Astma", "Astma in het kort", "definition"),
        ("Astma", "Wat gebeurt er in je longen?", "definition"),
        ("Astma", "Prikkels bij astma", "causes"),
        ("Astma", "Waar kun je last van hebben?", "signs"),
        ("Astma", "Longfunctieonderzoek", "diagnosis"),
        ("Astma", "Allergietest", "diagnosis"),
        ("Astma", "Puffen en inhalatoren", "treatments"),
        ("Astma", "Stoppen met roken", "treatments"),
        ("Astma", "Leren ademen", "treatments"),
        ("Astma", "Bewegen met astma", "treatments"),
        ("Nierstenen", "Soorten nierstenen", "definition"),
        ("Nierstenen", "Niersteenvergruizing", "treatments"),
        ("Nierstenen", "Wat is het verloop van nierstenen?", "further"),
        ("Kinkhoest", "Hoe ziet kinkhoest eruit?", "signs"),
        ("Kinkhoest", "Incubatietijd", "causes"),
        ("Kinkhoest", "Kan iemand met kinkhoest naar een kindercentrum, school of werk?", "further"),
        ("Blaaskanker", "Erfelijke aanleg", "causes"),
        ("Blaaskanker", "Cystoscopie", "diagnosis"),
        ("Blaaskanker", "Stadium en gradering", "diagnosis"),
        ("Blaaskanker", "Blaasspoeling", "treatments"),
        ("Jicht", "Wat zijn de risico's van de operatie?", "further"),
        ("Jicht", "Stadium 2", "same"),
        ("Jicht", "Wetenschappelijk onderzoek", "further"),
        ("Jicht", "Complicaties van de operatie", "further"),
    ],
    "de": [
        ("Arthritis", "Entzündungsmechanismen im Gelenk", "causes"),
        ("Heuschnupfen", "Erkennung", "diagnosis"),
        ("Gicht", "Wissenschaftliche Grundlagen", "boilerplate"),
        ("Gicht", "Was ist im Alltag mit Gicht zu beachten?", "further"),
        ("Blasenentzündung", "Unsere beratende Expertin", "boilerplate"),
        ("Gallensteine", "Wie stellen Ärzte Gallensteine fest?", "diagnosis"),
        ("Migräne", "Migräne: Beschreibung", "definition"),
        ("Migräne", "Migräne: Kurzübersicht", "definition"),
        ("Migräne", "Trigger", "causes"),
        ("Darmkrebs", "Basis-Infos für Patienten und Angehörige", "definition"),
        ("Darmkrebs", "Erbliche Veranlagung", "causes"),
        ("Darmkrebs", "Klassifikation und Stadieneinteilung", "diagnosis"),
        ("Darmkrebs", "Darmspiegelung", "diagnosis"),
        ("Darmkrebs", "Therapieplanung", "treatments"),
        ("Keuchhusten", "Was sind die Erreger?", "causes"),
        ("Keuchhusten", "Was muss ich bei einer Erkrankung beachten?", "further"),
        ("Leistenbruch", "Abklärung", "diagnosis"),
        ("Leistenbruch", "Muss ein Leistenbruch operiert werden?", "treatments"),
        ("Gicht", "Kontrolluntersuchungen", "treatments"),
        ("Gicht", "Prognose nach der Behandlung", "further"),
        ("Gicht", "Was hilft bei Gicht?", "treatments"),
    ],
    "fr": [
        ("Angine", "Les personnes concernées par l'angine", "causes"),
        ("Angine", "Des tests rapides en pharmacie", "diagnosis"),
        ("Angine", "Sites d’information et associations", "boilerplate"),
        ("Goutte", "Goutte : Définition et Vue d'Ensemble", "definition"),
        ("Fièvre jaune", "Identité du pathogène", "causes"),
        ("Angine", "L’angine : une inflammation fréquente", "definition"),
        ("Angine", "Angine : que faire ?", "treatments"),
        ("Angine", "Consultation médicale et traitement", "treatments"),
        (
            "Calculs biliaires",
            "Comment les médecins peuvent-ils déterminer si j’ai des calculs biliaires ?",
            "diagnosis",
        ),
        ("Asthme", "Asthme : dossier d'information", "definition"),
        ("Asthme", "Une origine multifactorielle", "causes"),
        ("Asthme", "Une prise en charge au long cours", "treatments"),
        ("Sciatique", "Les solutions naturelles", "treatments"),
        ("Eczéma", "Que fait le médecin ?", "diagnosis"),
        ("Eczéma", "Les médecines complémentaires", "treatments"),
        ("Cancer du sein", "Les prédispositions génétiques", "causes"),
        ("Cancer du sein", "La reconstruction mammaire", "treatments"),
        ("Syndrome de Marfan", "La maladie", "definition"),
        ("Syndrome de Marfan", "Peut-on confondre cette maladie avec d’autres ? Lesquelles ?", "diagnosis"),
        (
            "Syndrome de Marfan",
            "Peut-on dépister cette maladie chez les personnes à risque avant qu’elle ne se déclare ?",
            "diagnosis",
        ),
        ("Syndrome de Marfan", "Un soutien psychologique est-il souhaitable ?", "treatments"),
        ("Hernie inguinale", "Quelles sont les plaintes ?", "signs"),
        ("Hernie inguinale", "Le retour à domicile", "treatments"),
        ("Hernie inguinale", "L'anesthésie", "treatments"),
        ("Hernie inguinale", "Déroulement de l'intervention", "treatments"),
        ("Hernie inguinale", "Que faire en cas d'urgence ?", "further"),
        ("Goutte", "Que faire en cas d’urgence ?", "further"),
        ("Goutte", "Origine du nom", "further"),
        ("Goutte", "Que faire pour prévenir la goutte ?", "further"),
        ("Goutte", "Que faire en cas de crise ?", "treatments"),
    ],
    "es": [
        ("Esquizofrenia", "Las glándulas suprarrenales y su función", "definition"),
        ("Gastritis", "Imágenes", "boilerplate"),
        ("Asma", "Perspectiva general", "definition"),
        ("Cálculos biliares", "¿Cómo saben los médicos si tengo cálculos biliares?", "diagnosis"),
        ("Hernia discal", "Valoración médica", "diagnosis"),
        ("Hernia discal", "¿Hay que operar?", "treatments"),
        ("Hernia discal", "Postoperatorio", "treatments"),
        ("Hernia discal", "Consejos y autocuidados", "treatments"),
        ("Hernia discal", "¿Quién lo trata?", "further"),
        ("Bronquiolitis", "¿Es necesario hacer alguna prueba?", "diagnosis"),
        ("Bronquiolitis", "¿Es necesario hacer análisis?", "diagnosis"),
        ("Bronquiolitis", "¿Son útiles los antibióticos?", "treatments"),
        ("Dengue", "Sinopsis", "definition"),
        ("Migraña", "Consejos para aliviar la migraña", "treatments"),
        ("Migraña", "Qué hacer ante una crisis", "treatments"),
        ("Gota", "Origen del nombre", "further"),
        ("Gota", "Pronóstico después del tratamiento", "further"),
        ("Gota", "Qué hacer en caso de dolor", "treatments"),
    ],
    "it": [
        ("Calcoli biliari", "I fatti in Breve", "definition"),
        ("Calcoli biliari", "A chi vengono?", "causes"),
        ("Calcoli biliari", "Nozioni di base", "definition"),
        ("Tumore del pancreas", "L'organo", "definition"),
        ("Cistite", "Cosa mangiare", "treatments"),
        ("Scoliosi", "Da cosa è provocata?", "causes"),
        ("Scoliosi", "Come si interviene?", "treatments"),
        ("Scoliosi", "Corsetto", "treatments"),
        ("Scoliosi", "Quando operare?", "treatments"),
        ("Morbillo", "Periodo di incubazione", "causes"),
        ("Morbillo", "Perché si manifesta?", "causes"),
        ("Morbillo", "Cosa possono fare i genitori?", "treatments"),
        ("Ernia inguinale", "Informazioni sulla malattia", "definition"),
        ("Ernia inguinale", "Anestesia", "treatments"),
        ("Ernia inguinale", "Preparazione all'intervento", "treatments"),
        ("Ernia inguinale", "Dimissione", "treatments"),
        ("Ernia inguinale", "Consigli dopo la dimissione", "treatments"),
        ("Ernia inguinale", "Medicazione della ferita", "treatments"),
        ("Gotta", "Origine del nome", "further"),
        ("Gotta", "Segnali d’allarme", "further"),
        ("Gotta", "Cosa fare in caso di dolore", "treatments"),
    ],
    "pt": [
        ("Gota", "Fatores infecciosos", "causes"),
        ("Gota", "Noções básicas", "definition"),
        ("Sinusite", "Teste de sintomas", "signs"),
        ("Sinusite", "Sinais de melhora e piora", "further"),
        ("Cálculos biliares", "Como os médicos sabem se eu tenho cálculos biliares?", "diagnosis"),
        ("Cálculos biliares", "Como os médicos tratam cálculos biliares?", "treatments"),
        ("Hérnia inguinal", "Incidência e fatores de risco", "causes"),
        ("Hérnia inguinal", "Como identificar", "signs"),
        ("Hérnia inguinal", "Pós-operatório", "treatments"),
        ("Hérnia inguinal", "Recuperação da cirurgia", "treatments"),
        ("Hérnia inguinal", "Cuidados", "treatments"),
        ("Dengue", "Ciclo de transmissão", "causes"),
        ("Dengue", "Notícias", "boilerplate"),
        ("Dengue", "Publicações", "boilerplate"),
        ("Câncer de mama", "Detecção precoce", "diagnosis"),
        ("Câncer de mama", "Mamografia", "diagnosis"),
        ("Câncer de mama", "Hormonioterapia", "treatments"),
        ("Câncer de mama", "Estudos clínicos", "treatments"),
        ("Enxaqueca", "Medidas gerais", "treatments"),
        ("Gota", "Origem do nome", "further"),
        ("Gota", "Prognóstico após o tratamento", "further"),
        ("Gota", "O que fazer em caso de dor?", "treatments"),
    ],
}


@pytest.mark.parametrize(
    ("language", "condition", "heading", "to"),
    [(language, *entry) for language, entries in HEADINGS.items() for entry in entries],
)
def test_heading(language: str, condition: str, heading: str, to: str) -> None:
    match = lexicon_for(language).heading(heading, condition)
    assert match is not None
    assert match.to == to


@pytest.mark.parametrize(
    ("language", "heading"), [("nl", "Uitslag op de huid"), ("de", "Der Speiseplan"), ("fr", "Les angines plus rares")]
)
def test_what_says_nothing_of_its_section(language: str, heading: str) -> None:
    """A rash and a result are one word in Dutch."""
    assert lexicon_for(language).heading(heading, "x") is None


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("nl", "Bekijk ook", "navigation"),
        ("nl", "Sla navigatie over", "navigation"),
        ("nl", "Contactgegevens", "navigation"),
        ("nl", "Heeft u gevonden wat u zocht?", "navigation"),
        ("nl", "Cookie-instellingen aanpassen", "cookies"),
        ("nl", "Advertentie", "advertising"),
        ("nl", "Geschreven door: dr. J. Jansen", "author"),
        ("nl", "Gepubliceerd op 12 januari 2020", "review date"),
        ("de", "Schriftgröße", "navigation"),
        ("de", "Anzeige", "advertising"),
        ("de", "Autor: Dr. med. Max Muster", "author"),
        ("de", "Medizinisch geprüft von Dr. Anna Beispiel", "author"),
        ("fr", "Publicité", "advertising"),
        ("fr", "Temps de lecture : 5 minutes", "author"),
        ("fr", "Rédigé par le Dr Jean Dupont", "author"),
        ("fr", "Mis à jour le 3 mai 2021", "review date"),
        ("es", "Publicidad", "advertising"),
        ("es", "Revisado por Dr. Juan Pérez", "author"),
        ("es", "¿Te ha sido útil?", "feedback"),
        ("it", "Pubblicità", "advertising"),
        ("it", "Invia per email", "sharing"),
        ("it", "Prenota ora", "navigation"),
        ("it", "Revisione scientifica a cura di Dott. Mario Rossi", "author"),
        ("pt", "Publicidade", "advertising"),
        ("pt", "Revisado por Dr. João Silva", "author"),
        ("pt", "Revisão médica: Dra. Ana Costa", "author"),
    ],
)
def test_boilerplate(language: str, text: str, reason: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Geschreven door een patiënt voor patiënten"),
        ("nl", "Contactgegevens van uw arts staan op de brief"),
        ("de", "Anzeichen"),
        ("fr", "Relu par le patient"),
        ("es", "Le ha sido útil el inhalador a mucha gente"),
        ("es", "Revisado por el médico cada año"),
        ("it", "A cura del paziente"),
        ("pt", "Está em tratamento"),
        ("pt", "Revisto por médicos todos os anos"),
    ],
)
def test_text_is_no_boilerplate(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "cuales " * 5000),
        ("it", "quali " * 5000),
        ("pt", "quais " * 5000),
        ("de", "automatisierte" * 10_000),
    ],
)
def test_patterns_take_no_more_time_than_a_text_is_long(language: str, text: str) -> None:
    """Without the limit that the lexicon sets to the texts that it sees."""
    lexicon = lexicon_for(language)
    started = perf_counter()
    for group in (*lexicon.headings, *lexicon.approaches, *lexicon.boilerplate):
        if group.whole:
            group.whole.fullmatch(text)
    assert perf_counter() - started < 1
