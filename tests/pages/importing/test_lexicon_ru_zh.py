"""Russian wordings lead where a reader of that language would look, and nothing strange becomes a treatment."""

import pytest

from pages.importing.lexicon import lexicon_for
from pages.importing.plain_text import import_plain_text
from pages.importing.values import ImportedDocument, Kind
from pages.vocabulary import Approach, Section

HEADINGS = {
    "ru": {
        "Что такое гастрит?": "definition",
        "Определение": "definition",
        "Общие сведения": "definition",
        "О заболевании": "definition",
        "Основные факты": "definition",
        "Виды и формы гастрита": "definition",
        "Классификация": "definition",
        "1. Краткая информация": "definition",
        "Причины": "causes",
        "Причины возникновения гастрита": "causes",
        "Этиология и патогенез": "causes",
        "Почему возникает гастрит?": "causes",
        "Что вызывает боль в колене?": "causes",
        "Факторы риска": "causes",
        "Кто находится в группе риска?": "causes",
        "Как передаётся грипп?": "causes",
        "Пути передачи": "causes",
        "СИМПТОМЫ": "signs",
        "Первые признаки и симптомы": "signs",
        "Каковы симптомы гриппа?": "signs",
        "Клиническая картина": "signs",
        "Как проявляется болезнь?": "signs",
        "Жалобы": "signs",
        "Диагностика": "diagnosis",
        "Как ставится диагноз?": "diagnosis",
        "Лабораторные диагностические исследования": "diagnosis",
        "Физикальное обследование": "diagnosis",
        "Какие анализы нужно сдать?": "diagnosis",
        "Дифференциальная диагностика": "diagnosis",
        "Диагностика и лечение": "diagnosis",
        "Стадии заболевания": "diagnosis",
        "Лечение": "treatments",
        "Методы лечения гастрита": "treatments",
        "Как лечат гастрит?": "treatments",
        "Можно ли вылечить гастрит?": "treatments",
        "Какие существуют варианты лечения?": "treatments",
        "Виды операций": "treatments",
        "Диспансерное наблюдение": "treatments",
        "Профилактика": "further",
        "Как предотвратить грипп?": "further",
        "Осложнения": "further",
        "Чем опасен гастрит?": "further",
        "Прогноз": "further",
        "Сколько длится грипп?": "further",
        "Что будет, если не лечить гастрит?": "further",
        "Эпидемиология": "further",
        "Когда следует обратиться к врачу?": "further",
        "К какому врачу обращаться?": "further",
        "Немедленно вызовите скорую помощь, если:": "further",
        "Беременность и кормление грудью": "further",
        "Жизнь с диабетом": "further",
        "История изучения": "further",
        "Осложнения после операции": "further",
        "Важно": "same",
        "Примечания": "boilerplate",
        "Список литературы": "boilerplate",
        "См. также": "boilerplate",
        "Справочные материалы по лечению": "boilerplate",
    },
}
HEADING_CASES = [(language, text, to) for language, cases in HEADINGS.items() for text, to in cases.items()]

# What isn't the wording of a heading, or of none that says where its text belongs.
STRANGE = {
    "ru": [
        "Моя бабушка",
        "Пейте больше воды",
        "Медицинская помощь",
        "Что делать при приступе?",
        "Боль в ноге",
        "Противопоказания",
        "Причинность",
        "Можно ли летать?",
    ],
}
STRANGE_CASES = [(language, text) for language, texts in STRANGE.items() for text in texts]

APPROACHES = [
    ("ru", "Мультидисциплинарный подход", Approach.MULTIDISCIPLINARY),
    ("ru", "Когнитивно-поведенческая терапия", Approach.NON_PHYSICAL),
    ("ru", "Что можно сделать самостоятельно?", Approach.SELF_CARE),
    ("ru", "Диета при гастрите", Approach.SELF_CARE),
    ("ru", "Инъекции кортикостероидов", Approach.INTERVENTIONAL),
    ("ru", "Хирургическое лечение", Approach.INVASIVE),
    ("ru", "Физиотерапия", Approach.PHYSICAL),
    ("ru", "Медикаментозное лечение", Approach.MEDICINE),
    ("ru", "Антибиотики", Approach.MEDICINE),
    ("ru", "Лучевая терапия", Approach.OTHER),
    ("ru", "Лечение", None),
]

BOILERPLATE = {
    "ru": {
        "Перейти к основному содержанию": "navigation",
        "Вернуться к списку": "navigation",
        "Мы используем файлы cookie, чтобы сделать сайт удобнее.": "cookies",
        "Поделиться в социальных сетях": "sharing",
        "Версия для печати": "sharing",
        "© 2024 Министерство здравоохранения. Все права защищены.": "footer",
        "Имеются противопоказания. Необходима консультация специалиста.": "footer",
        "Была ли эта страница полезной?": "feedback",
        "Дата последнего обновления: 12 мая 2023 г.": "review date",
        "Я не робот": "captcha",
        "Пройдите наш короткий опрос": "survey",
    },
}
BOILERPLATE_CASES = [(language, text, to) for language, lines in BOILERPLATE.items() for text, to in lines.items()]

TEXT_LINES = {
    "ru": [
        "Вернуться к работе можно через две недели.",
        "Перейти на диету следует постепенно.",
        "Эксперт советует больным больше пить",
        "Поделитесь с врачом своими опасениями.",
    ],
}
TEXT_LINE_CASES = [(language, text) for language, texts in TEXT_LINES.items() for text in texts]

RUSSIAN = """\
Перейти к основному содержанию

Гастрит

Гастрит — это воспаление слизистой оболочки желудка.
Он бывает острым и хроническим.

Наиболее частой причиной гастрита является бактерия Helicobacter pylori.

Симптомы

Многие люди не замечают болезни. Возможны:

- боль в верхней части живота;
- тошнота.

Как ставится диагноз?

Врач расспросит вас и осмотрит живот.

Анализы

Кровь проверяют на анемию.

Лечение гастрита

Лечение зависит от причины болезни.

Лекарственные препараты

Врач может назначить антибиотики.

Диета

Ешьте небольшими порциями.

Можно ли летать на самолёте?

Обычно можно.

Когда обратиться к врачу

Если боль не проходит неделю.

Источники

Клинические рекомендации, 2020.

© 2024 Городская больница. Все права защищены.
"""


def outline(document: ImportedDocument) -> list[tuple[str, str | None, list[str]]]:
    """Section, heading and sub-headings of each run."""
    return [
        (run.section.value, run.heading, [block.text for block in run.blocks if block.kind is Kind.HEADING])
        for run in document.sections
    ]


@pytest.mark.parametrize(("language", "text", "to"), HEADING_CASES)
def test_heading(language: str, text: str, to: str) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.sure) == (to, True)


@pytest.mark.parametrize(("language", "text"), STRANGE_CASES)
def test_strange_wording_is_no_heading_of_a_section(language: str, text: str) -> None:
    assert lexicon_for(language).heading(text) is None


@pytest.mark.parametrize(("language", "text", "approach"), APPROACHES)
def test_approach(language: str, text: str, approach: Approach | None) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.approach) == (Section.TREATMENTS, approach)


@pytest.mark.parametrize(("language", "text", "reason"), BOILERPLATE_CASES)
def test_boilerplate(language: str, text: str, reason: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == reason


@pytest.mark.parametrize(("language", "text"), TEXT_LINE_CASES)
def test_text_is_no_boilerplate(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) is None


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", word) for word in ("и ", "что такое ", "лечение и ", "причины ", "первые ", "диагностические ", "мы ")],
)
def test_every_wording_is_short_work(language: str, word: str) -> None:
    """Patterns that backtrack would take minutes for this."""
    lexicon = lexicon_for(language)
    lexicon.heading((word * 200)[:200])
    lexicon.boilerplate_reason((word * 500)[:500])
    lexicon.cue(word * 1_000, "x")


def test_russian_cue() -> None:
    lexicon = lexicon_for("ru")
    assert lexicon.cue("Самая частая причина гастрита — бактерия.", "Гастрит") is Section.CAUSES
    assert lexicon.cue("Причиной этого заболевания является бактерия.", "Гастрит") is Section.CAUSES
    assert lexicon.cue("Основная причина обращения к врачу — боль.", "Гастрит") is None
    assert lexicon.cue("Гастрит чаще всего вызывается бактерией.", "Гастрит") is Section.CAUSES
    assert lexicon.cue("Гастрит чаще всего проходит сам.", "Гастрит") is None


def test_russian_document() -> None:
    document = import_plain_text(RUSSIAN.encode(), "ru")
    assert document.title == "Гастрит"
    assert outline(document) == [
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Симптомы", []),
        ("diagnosis", "Как ставится диагноз?", ["Анализы"]),
        ("treatments", "Лечение гастрита", ["Лекарственные препараты", "Диета"]),
        ("further", "Можно ли летать на самолёте?", []),
        ("further", "Когда обратиться к врачу", []),
    ]
    assert [drop.reason for drop in document.dropped] == [
        "navigation",
        "references and imprint",
        "references and imprint",
        "footer",
    ]
