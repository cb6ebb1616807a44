"""A page in another language than was said is told; names, terms and short texts are believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.importing.formats import import_document
from pages.importing.values import FlagKind
from pages.importing.wrong_language import seems_in

TEXTS = {
    "en": "Gout is a kind of arthritis that is caused by crystals in the joint. It often begins at night. You "
    "may have a red, hot and swollen toe. Your doctor can treat it with medicine. Drink enough water and "
    "rest for some days.",
    "nl": "Jicht is een vorm van artritis die wordt veroorzaakt door kristallen in het gewricht. Het begint "
    "vaak 's nachts. De teen kan rood, warm en gezwollen zijn. De arts kan het met medicijnen behandelen."
    " Drink voldoende water.",
    "de": "Gicht ist eine Form der Arthritis, die durch Kristalle im Gelenk entsteht. Sie beginnt oft in der "
    "Nacht. Die Zehe ist rot, warm und geschwollen. Der Arzt behandelt sie mit Medikamenten. Trinken Sie "
    "viel Wasser und ruhen Sie.",
    "fr": "La goutte est une forme d'arthrite qui est causée par des cristaux dans l'articulation. Elle "
    "commence souvent la nuit. L'orteil est rouge, chaud et gonflé. Le médecin peut vous donner des "
    "médicaments. Buvez assez pour les reins.",
    "es": "La gota es una forma de artritis causada por cristales en la articulación. Suele empezar por la "
    "noche. El dedo está rojo, caliente y muy hinchado. El médico puede tratarla con medicinas. Beba agua"
    " y descanse todos los días.",
    "it": "La gotta è una forma di artrite che è causata da cristalli nell'articolazione. Inizia spesso di "
    "notte. Il dito è rosso, caldo e gonfio. Il medico può curarla con farmaci. Bevete acqua e non "
    "camminate per alcuni giorni, si guarisce.",
    "pt": "A gota é uma forma de artrite causada por cristais na articulação. Começa muitas vezes à noite. O "
    "dedo fica vermelho, quente e inchado. O médico pode tratar a doença com remédios. Beba água e não "
    "ande muito em dias de dor.",
    "ar": "النقرس هو نوع من التهاب المفاصل الذي ينتج عن تراكم البلورات في المفصل. يبدأ الألم عادة في الليل. قد "
    "يكون إصبع القدم أحمر وساخنا ومتورما. يمكن للطبيب أن يعالج هذا المرض مع الأدوية. اشرب الماء واسترح لا"
    " تمش على قدمك أو تقف طويلا من فضلك",
    "ru": "Подагра — это вид артрита, при котором в суставе образуются кристаллы. Боль часто начинается ночью. "
    "Палец может быть красным, горячим и опухшим. Врач лечит болезнь, как правило, лекарствами. Пейте "
    "воду и не ходите по лестнице. Это помогает при боли в пальце и в стопе.",
    "zh": "痛风是一种由关节内的晶体引起的关节炎。疼痛常在夜间开始。脚趾可能发红、发热和肿胀。医生可以用药物治疗"
    "。请多喝水，并休息几天。如果疼痛没有好转,请去看医生。不要自行停药,也不要饮酒。",
}  # fmt: skip


@pytest.mark.parametrize("said", TEXTS)
@pytest.mark.parametrize("written", TEXTS)
def test_every_pair_of_languages(said: str, written: str) -> None:
    assert seems_in(TEXTS[written], said) == ("" if said == written else written)


def test_another_variant_is_the_same_language() -> None:
    assert seems_in(TEXTS["nl"], "nl-BE") == ""
    assert seems_in(TEXTS["zh"], "zh-Hant") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gout is a kind of arthritis.", "nl"),
        ("ibuprofen paracetamol naproxen " * 20, "nl"),
        ("Jicht heet in het Engels gout. " * 10 + "It is a kind of arthritis that is common.", "nl"),
        (TEXTS["en"], "sw"),
        ("痛风は関節の病気です。" * 20, "ja"),
        ("", "nl"),
    ],
)
def test_what_is_believed(text: str, said: str) -> None:
    assert seems_in(text, said) == ""


def test_the_flag_names_the_language() -> None:
    document = import_document("gout.txt", f"Gout\n\n{TEXTS['en']}\n".encode(), "nl")
    (flag,) = [flag for flag in document.flags if flag.kind is FlagKind.WRONG_LANGUAGE]
    assert flag.message == "This page seems to be in English, not in the language that was said."


def test_no_document_of_ours_is_taken_for_another() -> None:
    found = sorted((Path(__file__).parent / "documents").glob("*.txt"))
    assert found
    for path in found:
        language = "nl" if path.stem == "zenuwpijn" else "en"
        assert seems_in(path.read_text(encoding="utf-8", errors="replace"), language) == "", path.name
