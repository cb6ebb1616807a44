"""Wordings of patient pages in Arabic, Russian and Chinese, and what they are easily taken for."""

import pytest

from pages.importing.formats import import_document
from pages.importing.lexicon_files import lexicon_for

# Condition, heading, where it leads.
HEADINGS = {
    "ar": [
        ("الربو", "طلب الرعاية الطبية الطارئة", "further"),
        ("الربو", "اختبارات قياس وظائف الرئة", "diagnosis"),
        ("الربو", "التحضير من أجل موعدك الطبي", "further"),
        ("الربو", "ما تتوقعه من طبيبك", "diagnosis"),
        ("الملاريا", "مقاومة الأدوية", "further"),
        ("الملاريا", "مكافحة النواقل", "further"),
        ("الملاريا", "الأثر الاجتماعي والاقتصادي", "further"),
        ("الملاريا", "رعاية المصابين", "treatments"),
        ("فقر الدم", "طريقة انتقال العدوى", "causes"),
        ("القولون العصبي", "عوامل تزيد من خطر الإصابة", "causes"),
        ("القولون العصبي", "متى يكون القولون العصبي خطيرًا؟", "further"),
        ("النقرس", "العودة إلى العمل", "further"),
        ("الصرع", "كيفية التعامل مع نوبة الصرع", "treatments"),
        ("التهاب الحلق", "أسباب التهاب الحلق الفيروسي عند الأطفال", "causes"),
        ("التهاب الحلق", "علاج التهاب الحلق عند الأطفال", "treatments"),
        ("التهاب الحلق", "أعراض التهاب الحلق لدى الرضع", "signs"),
        ("التهاب الحلق", "تشخيص الحساسية عند الأطفال", "diagnosis"),
        ("السمنة", "تشمل أبرز طرق العلاج ما يأتي:", "treatments"),
        ("السمنة", "تشمل أبرز طرق الوقاية ما يأتي:", "further"),
        ("الركبة", "كيف يُمكن تعريف خشونة واحتكاك الركبة؟", "definition"),
        ("الحمى", "أسباب زيارة الطبيب", "further"),
        ("الحمى", "أدوية تسبب الحمى", "causes"),
        ("الحمى", "الأدوية المسببة للحمى", "causes"),
        ("الحمى", "نصائح الوقاية", "further"),
        ("الحمى", "ما الذي تتوقعه من الطبيب؟", "diagnosis"),
        ("الحمى", "هل يمكن أن تعود الحمى؟", "further"),
        ("الحمى", "العوامل التي تزيد خطر الإصابة", "causes"),
        ("الصداع النصفي", "ماذا يحدث في الجسم؟", "causes"),
        ("الصداع النصفي", "الإجازة المرضية", "further"),
        ("الصداع النصفي", "أعراض الصداع النصفي عند الأطفال", "signs"),
        ("الصداع النصفي", "تصوير الدماغ", "diagnosis"),
        ("الصداع النصفي", "التعامل مع الألم", "treatments"),
        ("الصداع النصفي", "نصائح للحد من الأعراض", "treatments"),
        ("الصداع النصفي", "نصائح لتخفيف الألم", "treatments"),
        ("الصداع النصفي", "الحالات التي تستدعي مراجعة الطبيب", "further"),
        ("الصداع النصفي", "ماذا تتوقع بعد العملية", "further"),
        ("الصداع النصفي", "نسبة الشفاء", "further"),
        ("الصداع النصفي", "دورة حياة الطفيل", "causes"),
        ("الصداع النصفي", "تفسير النتائج", "diagnosis"),
        ("الصداع النصفي", "الخاتمة", "same"),
        ("الصداع النصفي", "أهم الأسئلة حول الصداع النصفي", "further"),
    ],
    "ru": [
        ("Гастрит", "Стоимость услуг", "boilerplate"),
        ("Гастрит", "Преимущества лечения у нас", "boilerplate"),
        ("Гастрит", "Вопросы и ответы", "further"),
        ("Гастрит", "Отзывы пациентов", "boilerplate"),
        ("Подагра", "Что делать при приступе?", "treatments"),
        ("Подагра", "Что делать, если болит сустав?", "treatments"),
        ("Подагра", "Сопутствующие заболевания", "further"),
        ("ЖКБ", "Почему повышается давление?", "causes"),
        ("ЖКБ", "Почему важно лечиться?", "further"),
        ("ЖКБ", "Почему нельзя откладывать лечение", "further"),
        ("ЖКБ", "Почему снижается слух", "causes"),
        ("ЖКБ", "Как снизить давление?", "treatments"),
        ("ЖКБ", "Как снять приступ?", "treatments"),
        ("ЖКБ", "Что делать при подозрении на инсульт?", "further"),
        ("ЖКБ", "Что делать, если пропустили приём препарата?", "further"),
        ("ЖКБ", "Цены на лечение", "boilerplate"),
        ("ЖКБ", "Лекарства, вызывающие боль", "causes"),
        ("ЖКБ", "Возрастные особенности", "further"),
        ("Мигрень", "Как протекает приступ", "further"),
        ("Мигрень", "Предвестники", "signs"),
        ("Мигрень", "Из-за чего бывает мигрень", "causes"),
        ("Мигрень", "Природа заболевания", "definition"),
        ("Мигрень", "Анатомическая справка", "definition"),
        ("Мигрень", "Немного анатомии", "definition"),
        ("Мигрень", "Какой бывает мигрень", "definition"),
        ("Мигрень", "С чем можно спутать мигрень", "diagnosis"),
        ("Мигрень", "Что покажет МРТ", "diagnosis"),
        ("Мигрень", "Препараты выбора", "treatments"),
        ("Мигрень", "Когда бить тревогу", "further"),
        ("Мигрень", "Симптомы, требующие немедленного обращения к врачу", "further"),
        ("Мигрень", "Мифы о мигрени", "further"),
        ("Мигрень", "Вопросы пациентов", "further"),
        ("Мигрень", "У кого чаще возникает", "causes"),
        ("Мигрень", "Использованные источники", "boilerplate"),
        ("Мигрень", "Полезные материалы", "boilerplate"),
        ("Мигрень", "Лицензии клиники", "boilerplate"),
    ],
    "zh": [
        ("胃炎", "专家介绍", "boilerplate"),
        ("疟疾", "给孕妇的建议", "further"),
        ("头痛", "如果出现以下情况，请与医生联络：", "further"),
        ("头痛", "在你的诊断中可能发生什么？", "diagnosis"),
        ("痛风", "药物介绍", "treatments"),
        ("痛风", "手术介绍", "treatments"),
        ("痛风", "科室介绍", "boilerplate"),
        ("痛風", "診斷標準", "diagnosis"),
        ("痛風", "防範措施", "further"),
        ("痛風", "壽命有多長", "further"),
        ("痛風", "糞便檢查", "diagnosis"),
        ("痛風", "分類標準", "definition"),
        ("痛風", "自我運動介紹：", "treatments"),
        ("痛風", "治療及飲食：", "treatments"),
        ("痛風", "藥師可以如何幫助您", "treatments"),
        ("咳嗽", "如果你有咳嗽，药剂师可以帮助你", "treatments"),
        ("咳嗽", "你可以向药剂师询问：", "treatments"),
        ("咳嗽", "在你的预约会发生什么？", "diagnosis"),
        ("咳嗽", "就诊时医生会问什么？", "diagnosis"),
        ("咳嗽", "向医生询问的问题", "further"),
        ("偏头痛", "偏头痛分几期", "diagnosis"),
        ("偏头痛", "偏头痛吃什么药", "treatments"),
        ("偏头痛", "康复护理", "treatments"),
        ("偏头痛", "病人自我管理", "treatments"),
        ("偏頭痛", "迷思與事實", "further"),
        ("高血糖", "你知道什麼是高血糖嗎？", "definition"),
        ("蜂窩組織炎", "常見的治療與處理有哪些？", "treatments"),
        ("头痛", "获得帮助的其他途径", "further"),
    ],
}
HEADING_CASES = [(language, *case) for language, cases in HEADINGS.items() for case in cases]

# A medicine or an operation is named, and still it is no treatment.
NO_TREATMENT = [
    ("ar", "مضاعفات العلاج", "further"),
    ("ar", "الوقاية من المضاعفات", "further"),
    ("ru", "Как снизить риск инсульта?", "further"),
    ("ru", "Профилактика осложнений", "further"),
    ("ru", "Осложнения лечения", "further"),
    ("zh", "预防介绍", "further"),
    ("zh", "手术并发症", "further"),
    ("zh", "药物引起的咳嗽", "causes"),
]

NO_HEADING = [
    ("ar", "ويعد هذا الورم أكثر أنواع المرض شيوعا لدى النساء في معظم البلدان"),
    ("ar", "أنماط السلوك"),
    ("zh", "应主动咨询药师"),
    ("zh", "早期发现、早期诊断、及时治疗才能提高患者的五年存活率"),
]

BOILERPLATE = [
    ("ar", "فيديو عن الربو", "navigation"),
    ("ar", "للحصول على نسخة مطبوعة", "navigation"),
    ("ar", "12 مايو 2023", "review date"),
    ("ru", "Главная / Заболевания / Артроз", "navigation"),
    ("ru", "12 мая 2023 г.", "review date"),
    ("zh", "上一篇：骨质疏松", "navigation"),
    ("zh", "製訂日期 2003.07", "review date"),
    ("zh", "六修日期：2019.11", "review date"),
    ("zh", "下一次复查: 12 January 2024", "review date"),
    ("zh", "2023年5月10日", "review date"),
    ("zh", "祝您早日康復", "footer"),
    ("zh", "編號 ND 內-021", "footer"),
    ("zh", "翻译日期: 19 February 2021", "footer"),
    ("zh", "撰文／腎臟科主治醫師 林小明", "footer"),
]

NO_BOILERPLATE = [
    ("ar", "في 12 مايو 2023 بدأ الوباء"),
    ("ru", "Главная причина заболевания — курение"),
    ("ru", "12 мая 2023 г. препарат был разрешён"),
    ("zh", "上一篇文章讲了预防"),
    ("zh", "下一次复查应在三个月后"),
    ("zh", "2023年5月10日起可接种疫苗"),
    ("zh", "早日康复需要休息"),
]


@pytest.mark.parametrize(("language", "condition", "text", "to"), HEADING_CASES)
def test_heading(language: str, condition: str, text: str, to: str) -> None:
    match = lexicon_for(language).heading(text, condition)
    assert match is not None
    assert (match.to, match.sure) == (to, True)


@pytest.mark.parametrize(("language", "text", "to"), NO_TREATMENT)
def test_what_is_no_treatment(language: str, text: str, to: str) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert match.to == to


@pytest.mark.parametrize(("language", "text"), NO_HEADING)
def test_sentence_is_no_heading(language: str, text: str) -> None:
    match = lexicon_for(language).heading(text)
    assert match is None or not match.sure


@pytest.mark.parametrize(("language", "text", "reason"), BOILERPLATE)
def test_boilerplate(language: str, text: str, reason: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == reason


@pytest.mark.parametrize(("language", "text"), NO_BOILERPLATE)
def test_text_is_no_boilerplate(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) is None


@pytest.mark.parametrize(
    ("language", "word"),
    [("ar", word) for word in ("نصائح ", "لل", "تخفيف ", "عوامل ", "عند الأطفال ", "أعراض ")]
    + [("ru", word) for word in ("почему ", "как снизить ", "что делать при ", "отзывы ")]
    + [("zh", word) for word in ("可能会", "医生会", "可以", "就诊", "的治疗", "出现以下", "有哪些", "介绍", "修訂")],
)
def test_every_wording_is_short_work(language: str, word: str) -> None:
    """Patterns that backtrack would take minutes for this."""
    lexicon = lexicon_for(language)
    lexicon.heading((word * 200)[:200])
    lexicon.boilerplate_reason((word * 500)[:500])


def test_arabic_page_about_children_has_all_its_sections() -> None:
    """What ends in "in children" was a matter of children only, whatever it began with."""
    page = """التهاب الحلق

أسباب التهاب الحلق عند الأطفال

فيروسات في الغالب.

أعراض التهاب الحلق عند الأطفال

ألم عند البلع.

تشخيص التهاب الحلق عند الأطفال

يفحص الطبيب الحلق.

علاج التهاب الحلق عند الأطفال

الراحة والسوائل.

التهاب الحلق عند الأطفال

يصيبهم أكثر من غيرهم.
"""
    document = import_document("a.txt", page.encode(), "ar")
    assert [run.section for run in document.sections] == ["causes", "signs", "diagnosis", "treatments", "further"]
