"""Russian, Chinese and more Arabic wordings lead where a reader would look, and nothing strange becomes a treatment."""

import pytest

from pages.importing.formats import import_document
from pages.importing.lexicon_files import lexicon_for
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
    "zh": {
        "什么是胃炎？": "definition",
        "什麼是胃炎？": "definition",
        "胃炎是什么病": "definition",
        "概述": "definition",
        "簡介": "definition",
        "一、疾病介绍": "definition",
        "（二）基本信息": "definition",
        "胃炎的類型": "definition",
        "病因": "causes",
        "1、病因": "causes",
        "胃炎的病因": "causes",
        "成因": "causes",
        "病因与发病机制": "causes",
        "發病機制": "causes",
        "傳染途徑": "causes",
        "高危人群": "causes",
        "哪些人容易得胃炎？": "causes",
        "為什麼會得到流感？": "causes",
        "胃炎是怎么引起的？": "causes",
        "風險因素": "causes",
        "会传染吗？": "causes",
        "症状": "signs",
        "症狀：": "signs",
        "临床表现": "signs",
        "症状和体征": "signs",
        "病徵": "signs",
        "有哪些症状？": "signs",
        "慢性胃炎的症狀": "signs",
        "流感的臨床表現": "signs",
        "如何知道自己得了流感？": "signs",
        "诊断": "diagnosis",
        "第三节 诊断": "diagnosis",
        "如何诊断？": "diagnosis",
        "檢查": "diagnosis",
        "实验室检查": "diagnosis",
        "鑑別診斷": "diagnosis",
        "诊断与治疗": "diagnosis",
        "需要做哪些检查？": "diagnosis",
        "體格檢查": "diagnosis",
        "X光检查": "diagnosis",
        "X 光检查": "diagnosis",
        "癌症分期": "diagnosis",
        "治疗": "treatments",
        "治療": "treatments",
        "如何治疗？": "treatments",
        "胃炎怎么治": "treatments",
        "治療方式": "treatments",
        "胃炎的治疗": "treatments",
        "有哪些治疗方法？": "treatments",
        "處理方法": "treatments",
        "慢性胃炎能治愈吗？": "treatments",
        "随访": "treatments",
        "護理": "treatments",
        "预防": "further",
        "如何預防流感？": "further",
        "预后": "further",
        "併發症": "further",
        "术后并发症": "further",
        "流行病学": "further",
        "何時應就醫": "further",
        "就诊科室": "further",
        "出现以下情况请立即就医：": "further",
        "如果不治疗会怎么样": "further",
        "潛伏期": "further",
        "妊娠": "further",
        "历史": "further",
        "注意事項": "further",
        "要点": "same",
        "小结": "same",
        "了解更多": "same",
        "参考文献": "boilerplate",
        "參考資料": "boilerplate",
        "外部連結": "boilerplate",
        "参见": "boilerplate",
        "关于我们": "boilerplate",
        "免責聲明": "boilerplate",
    },
    "ar": {
        "ما هو التهاب المعدة؟": "definition",
        "ما هي الإنفلونزا؟": "definition",
        "نظرة عامة": "definition",
        "لمحة عامة": "definition",
        "تعريف المرض": "definition",
        "مقدمة": "definition",
        "نبذة عن المرض": "definition",
        "حقائق رئيسية": "definition",
        "أنواع التهاب المعدة": "definition",
        "التصنيف": "definition",
        "معلومات عامة": "definition",
        "وصف المرض": "definition",
        "ماذا يعني التهاب المعدة؟": "definition",
        "مسميات أخرى": "definition",
        "ما المقصود بالربو؟": "definition",
        "الأنواع": "definition",
        "ماهو السكري": "definition",
        "الأسباب": "causes",
        "أسباب التهاب المعدة": "causes",
        "السبب": "causes",
        "عوامل الخطر": "causes",
        "عوامل الخطورة": "causes",
        "ما هي أسباب المرض؟": "causes",
        "ما الذي يسبب الربو؟": "causes",
        "كيف ينتقل المرض؟": "causes",
        "طرق انتقال العدوى": "causes",
        "الفئات الأكثر عرضة للإصابة": "causes",
        "الفيزيولوجيا المرضية": "causes",
        "الآلية المرضية": "causes",
        "من هم الأكثر عرضة؟": "causes",
        "هل المرض معد؟": "causes",
        "هل الربو مرض وراثي؟": "causes",
        "لماذا يحدث الصداع؟": "causes",
        "الأسباب وعوامل الخطر": "causes",
        "مسببات المرض": "causes",
        "مصادر العدوى": "causes",
        "أسباب وعوامل خطر الربو": "causes",
        "كيف تحدث الإصابة؟": "causes",
        "أهم الأسباب": "causes",
        "الانتقال": "causes",
        "الأعراض": "signs",
        "أعراض المرض": "signs",
        "العلامات والأعراض": "signs",
        "الأعراض والعلامات": "signs",
        "ما هي أعراض الربو؟": "signs",
        "ما أعراض الربو": "signs",
        "الصورة السريرية": "signs",
        "علامات المرض": "signs",
        "كيف أعرف أنني مصاب بالربو؟": "signs",
        "أبرز الأعراض": "signs",
        "الأعراض المبكرة": "signs",
        "أكثر الأعراض شيوعا": "signs",
        "الأعراض:": "signs",
        "الشكاوى": "signs",
        "التشخيص": "diagnosis",
        "كيف يتم تشخيص المرض؟": "diagnosis",
        "كيف يشخص الطبيب الربو؟": "diagnosis",
        "الفحوصات والتحاليل": "diagnosis",
        "الفحص السريري": "diagnosis",
        "الفحوصات المخبرية": "diagnosis",
        "التشخيص التفريقي": "diagnosis",
        "تشخيص الربو": "diagnosis",
        "ما الفحوصات اللازمة؟": "diagnosis",
        "اختبارات الدم": "diagnosis",
        "التصوير بالرنين المغناطيسي": "diagnosis",
        "الخزعة": "diagnosis",
        "مراحل المرض": "diagnosis",
        "طرق التشخيص": "diagnosis",
        "التاريخ الطبي": "diagnosis",
        "التحاليل الطبية": "diagnosis",
        "الكشف المبكر": "diagnosis",
        "التشخيص والعلاج": "diagnosis",
        "العلاج": "treatments",
        "كيف يعالج الربو؟": "treatments",
        "ما هي خيارات العلاج؟": "treatments",
        "علاج التهاب المعدة": "treatments",
        "المعالجة": "treatments",
        "طرق العلاج": "treatments",
        "التدبير العلاجي": "treatments",
        "هل يمكن علاج المرض؟": "treatments",
        "المتابعة": "treatments",
        "الإسعافات الأولية": "treatments",
        "الرعاية التلطيفية": "treatments",
        "كيف يتم علاج الربو؟": "treatments",
        "أنواع العلاج": "treatments",
        "تخفيف الألم": "treatments",
        "العلاج والوقاية": "treatments",
        "الوقاية": "further",
        "طرق الوقاية": "further",
        "كيف يمكن الوقاية من المرض؟": "further",
        "المضاعفات": "further",
        "مضاعفات الربو": "further",
        "المآل": "further",
        "سير المرض": "further",
        "متى يجب مراجعة الطبيب؟": "further",
        "متى تزور الطبيب": "further",
        "فترة الحضانة": "further",
        "الوبائيات": "further",
        "التطعيم": "further",
        "الحمل والرضاعة": "further",
        "التهاب المعدة والحمل": "further",
        "التعايش مع المرض": "further",
        "التأقلم والدعم": "further",
        "الاستعداد لموعدك الطبي": "further",
        "الأسئلة الشائعة": "further",
        "اتصل بالإسعاف فورا إذا:": "further",
        "راجع الطبيب إذا:": "further",
        "كم يستمر المرض؟": "further",
        "ماذا يحدث إذا لم يعالج المرض؟": "further",
        "علامات الخطر": "further",
        "التاريخ": "further",
        "المجتمع والثقافة": "further",
        "المفاهيم الخاطئة": "further",
        "هل المرض خطير؟": "further",
        "ملاحظات هامة": "same",
        "نصائح": "same",
        "النقاط الرئيسية": "same",
        "المزيد من المعلومات": "same",
        "هل تعلم": "same",
        "ملاحظة": "same",
        "المراجع": "boilerplate",
        "المصادر والمراجع": "boilerplate",
        "وصلات خارجية": "boilerplate",
        "انظر أيضا": "boilerplate",
        "مقالات ذات صلة": "boilerplate",
        "إخلاء المسؤولية": "boilerplate",
        "اتصل بنا": "boilerplate",
        "مراجع": "boilerplate",
        "المصادر": "boilerplate",
        "قد يهمك أيضا": "boilerplate",
    },
}
HEADING_CASES = [(language, text, to) for language, cases in HEADINGS.items() for text, to in cases.items()]

# What isn't the wording of a heading, or of none that says where its text belongs.
STRANGE = {
    "ru": [
        "Моя бабушка",
        "Пейте больше воды",
        "Медицинская помощь",
        "Что делать?",
        "Боль в ноге",
        "Противопоказания",
        "Причинность",
        "Можно ли летать?",
    ],
    "zh": [
        "我的祖母",
        "多喝温水",
        "可以坐飞机吗？",
        "每天散步",
        "工作安排",
        "家里的猫",
        "副作用",
        "手脚冰冷",
        "少吃辣",
    ],
    "ar": [
        "جدتي",
        "اشرب الماء",
        "هل يمكنني السفر بالطائرة؟",
        "الآثار الجانبية",
        "القط",
        "اغسل يديك جيدا",
        "حمل الأثقال",
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
    ("zh", "多学科治疗", Approach.MULTIDISCIPLINARY),
    ("zh", "認知行為治療", Approach.NON_PHYSICAL),
    ("zh", "居家照護", Approach.SELF_CARE),
    ("zh", "生活方式和家庭疗法", Approach.SELF_CARE),
    ("zh", "飲食原則", Approach.SELF_CARE),
    ("zh", "神经阻滞", Approach.INTERVENTIONAL),
    ("zh", "（一）手术治疗", Approach.INVASIVE),
    ("zh", "物理治療", Approach.PHYSICAL),
    ("zh", "2. 药物治疗", Approach.MEDICINE),
    ("zh", "抗生素", Approach.MEDICINE),
    ("zh", "針灸", Approach.OTHER),
    ("zh", "一般治疗", None),
    ("ar", "الأدوية", Approach.MEDICINE),
    ("ar", "العلاج الدوائي", Approach.MEDICINE),
    ("ar", "المضادات الحيوية", Approach.MEDICINE),
    ("ar", "مسكنات الألم", Approach.MEDICINE),
    ("ar", "العلاج الكيميائي", Approach.MEDICINE),
    ("ar", "العلاج بالأدوية", Approach.MEDICINE),
    ("ar", "الجراحة", Approach.INVASIVE),
    ("ar", "العلاج الجراحي", Approach.INVASIVE),
    ("ar", "التدخل الجراحي", Approach.INVASIVE),
    ("ar", "العملية الجراحية", Approach.INVASIVE),
    ("ar", "زراعة الكلى", Approach.INVASIVE),
    ("ar", "العلاج الطبيعي", Approach.PHYSICAL),
    ("ar", "العلاج الفيزيائي", Approach.PHYSICAL),
    ("ar", "التمارين الرياضية", Approach.PHYSICAL),
    ("ar", "التدليك", Approach.PHYSICAL),
    ("ar", "إعادة التأهيل", Approach.PHYSICAL),
    ("ar", "الرعاية الذاتية", Approach.SELF_CARE),
    ("ar", "نمط الحياة والعلاجات المنزلية", Approach.SELF_CARE),
    ("ar", "النظام الغذائي", Approach.SELF_CARE),
    ("ar", "العلاج المنزلي", Approach.SELF_CARE),
    ("ar", "ماذا يمكنك أن تفعل؟", Approach.SELF_CARE),
    ("ar", "ما الذي يمكنني فعله؟", Approach.SELF_CARE),
    ("ar", "العلاج النفسي", Approach.NON_PHYSICAL),
    ("ar", "العلاج المعرفي السلوكي", Approach.NON_PHYSICAL),
    ("ar", "تقنيات الاسترخاء", Approach.NON_PHYSICAL),
    ("ar", "الحقن", Approach.INTERVENTIONAL),
    ("ar", "العلاج التداخلي", Approach.INTERVENTIONAL),
    ("ar", "حقن البوتوكس", Approach.INTERVENTIONAL),
    ("ar", "الطب البديل", Approach.OTHER),
    ("ar", "الوخز بالإبر", Approach.OTHER),
    ("ar", "العلاج الإشعاعي", Approach.OTHER),
    ("ar", "علاجات أخرى", Approach.OTHER),
    ("ar", "العلاج متعدد التخصصات", Approach.MULTIDISCIPLINARY),
    ("ar", "العلاج", None),
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
    "zh": {
        "跳到主要内容": "navigation",
        "返回顶部": "navigation",
        "您的位置：首页 > 科普 > 疾病": "navigation",
        "本網站使用 Cookies 以提供更好的服務。": "cookies",
        "分享到微信": "sharing",
        "友善列印": "sharing",
        "版权所有 © 2024 某某医院": "footer",
        "本文仅供参考，不能代替医生的诊断。": "footer",
        "此页面对您有帮助吗？": "feedback",
        "最后更新：2023年5月12日": "review date",
        "我不是机器人": "captcha",
        "感谢您参与本次问卷调查": "survey",
    },
    "ar": {
        "انتقل إلى المحتوى الرئيسي": "navigation",
        "احجز موعدا الآن": "navigation",
        "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين الخدمة.": "cookies",
        "شارك هذه الصفحة": "sharing",
        "طباعة": "sharing",
        "جميع الحقوق محفوظة © 2024 وزارة الصحة": "footer",
        "هل كانت هذه المعلومات مفيدة؟": "feedback",
        "آخر تحديث: 12 مايو 2023": "review date",
        "أنا لست برنامج روبوت": "captcha",
        "إغلاق الاستبيان": "survey",
    },
}
BOILERPLATE_CASES = [(language, text, to) for language, lines in BOILERPLATE.items() for text, to in lines.items()]

TEXT_LINES = {
    "ru": [
        "Вернуться к работе можно через две недели.",
        "Перейти на диету следует постепенно.",
        "Эксперт советует больным больше пить",
        "Поделитесь с врачом своими опасениями.",
        "Не занимайтесь самолечением.",
    ],
    "zh": [
        "修订于2019年的指南建议先休息。",
        "分享您的感受会有帮助。",
        "打印机旁的灰尘会诱发咳嗽。",
        "此病会传染给家人。",
    ],
    "ar": [
        "حفظ هذه الأدوية في مكان بارد.",
        "مراجعة الطبيب عند استمرار الألم",
        "هل الرياضة مفيدة؟",
        "اطلب موعدا مع طبيبك إذا ساءت حالتك.",
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

CHINESE = """\
跳到主要内容

慢性胃炎

慢性胃炎是胃黏膜的长期炎症。很多人没有不适。

慢性胃炎最常见的病因是幽门螺杆菌感染。

一、临床表现

常见的不适如下。

• 上腹部疼痛
• 恶心

二、如何诊断？

医生会询问病史，并检查腹部。

（一）胃镜检查

医生用一条软管观察胃黏膜。

（二）血液检查

查看是否贫血。

三、治疗

治疗取决于病因。

（一）药物治疗

医生可能会开抗生素。

（二）饮食调理

少量多餐。

可以坐飞机吗？

一般可以。

四、何时就医

疼痛超过一周不缓解。

参考文献

《胃炎诊疗指南》，2020年。

版权所有 © 2024 某某医院
"""

ARABIC = """\
انتقل إلى المحتوى الرئيسي

التهاب المعدة

التهاب المعدة هو تهيج في بطانة المعدة.

السبب الأكثر شيوعا لالتهاب المعدة هو جرثومة الملوية البوابية.

الأعراض

كثير من الناس لا يشعرون بشيء. قد يحدث:

- ألم في أعلى البطن
- غثيان

كيف يتم تشخيص المرض؟

يسأل الطبيب عن الشكوى ويفحص البطن.

الفحوصات المخبرية

يفحص الدم بحثا عن فقر الدم.

العلاج

يعتمد على سبب المرض.

الأدوية

قد يصف الطبيب المضادات الحيوية.

النظام الغذائي

تناول وجبات صغيرة.

هل يمكنني السفر بالطائرة؟

نعم في الغالب.

متى يجب مراجعة الطبيب؟

إذا استمر الألم أسبوعا.

المراجع

الدليل الوطني، 2020.

جميع الحقوق محفوظة © 2024 وزارة الصحة
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
    [("ru", word) for word in ("и ", "что такое ", "лечение и ", "причины ", "первые ", "ранние ", "мы ")]
    + [
        ("zh", word)
        for word in (
            "的",
            "症状",
            "检查",
            "如何",
            "早期",
            "治疗",
            "饮食",
            "风险因素和",
            "更新",
            "内容最后",
            "常见的早期",
        )
    ]
    + [("ar", word) for word in ("و", "ما هو ", "الأعراض ", "الفحص ", "العلاج ", "هل ", "السبب ", "أنواع ", "تحديث ")],
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
    document = import_document("a.txt", RUSSIAN.encode(), "ru")
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


def test_chinese_condition_has_no_word_of_its_own() -> None:
    lexicon = lexicon_for("zh")
    assert lexicon.heading("头痛的治疗", "头痛") == lexicon.heading("x的治疗")
    assert lexicon.heading("Crohn 病怎么办？", "Crohn病") == lexicon.heading("x怎么办？")
    assert lexicon.heading("天冷怎么办？", "头痛") is None


def test_chinese_cue() -> None:
    lexicon = lexicon_for("zh")
    assert lexicon.cue("慢性胃炎最常见的病因是感染。", "慢性胃炎") is Section.CAUSES
    assert lexicon.cue("流感由病毒引起，冬季多见。", "流感") is Section.CAUSES
    assert lexicon.cue("流感在冬季多见。", "流感") is None


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("症状：", True),
        ("立即就医：", True),
        ("常见的不适有：", False),
        ("慢性胃炎的常用治疗方法：", False),
        ("午饭", False),
    ],
)
def test_before_a_chinese_colon(text: str, known: bool) -> None:
    assert lexicon_for("zh").is_heading(text) is known


def test_chinese_number_is_left_out_only_where_a_sign_follows_it() -> None:
    lexicon = lexicon_for("zh")
    assert lexicon.heading("二型糖尿病", "型糖尿病") is None
    assert lexicon.heading("二、型糖尿病", "型糖尿病") is not None
    assert lexicon.heading("型糖尿病二、", "型糖尿病") is None
    assert lexicon.heading("①症状") == lexicon.heading("Q1：症状") == lexicon.heading("症状")


def test_chinese_region_is_no_part_of_another_word() -> None:
    """手术 is an operation, 手 a hand; 足够 is enough, 足 a foot."""
    lexicon = lexicon_for("zh")
    assert [lexicon.region(title) for title in ("手术须知", "足够的睡眠", "網球肘", "坐骨神经痛", "膝关节炎")] == [
        None,
        None,
        "arm",
        "leg",
        "leg",
    ]


def test_chinese_document() -> None:
    document = import_document("a.txt", CHINESE.encode(), "zh-Hans")
    assert document.title == "慢性胃炎"
    assert outline(document) == [
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "临床表现", []),
        ("diagnosis", "如何诊断？", ["胃镜检查", "血液检查"]),
        ("treatments", "治疗", ["药物治疗", "饮食调理"]),
        ("further", "可以坐飞机吗？", []),
        ("further", "何时就医", []),
    ]
    assert [drop.reason for drop in document.dropped] == [
        "navigation",
        "references and imprint",
        "references and imprint",
        "footer",
    ]


def test_chinese_line_that_announces_a_list_is_no_heading() -> None:
    document = import_document("a.txt", "胃炎\n\n症状\n\n常见的不适有：\n\n• 腹痛\n• 恶心\n".encode(), "zh")
    assert outline(document) == [("signs", "症状", [])]


def test_arabic_source_of_an_infection_is_no_reference() -> None:
    lexicon = lexicon_for("ar")
    assert lexicon.heading("مصادر العدوى") != lexicon.heading("مصادر")
    assert lexicon.heading("ملاحظات هامة") != lexicon.heading("ملاحظات")


def test_arabic_cue() -> None:
    lexicon = lexicon_for("ar")
    assert lexicon.cue("السبب الأكثر شيوعا لالتهاب المعدة هو جرثومة.", "التهاب المعدة") is Section.CAUSES
    assert lexicon.cue("يحدث التهاب المعدة غالبا بسبب جرثومة.", "التهاب المعدة") is Section.CAUSES
    assert lexicon.cue("يحدث التهاب المعدة في كل الأعمار.", "التهاب المعدة") is None


def test_arabic_document() -> None:
    document = import_document("a.txt", ARABIC.encode(), "ar")
    assert document.title == "التهاب المعدة"
    assert outline(document) == [
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "الأعراض", []),
        ("diagnosis", "كيف يتم تشخيص المرض؟", ["الفحوصات المخبرية"]),
        ("treatments", "العلاج", ["الأدوية", "النظام الغذائي"]),
        ("further", "هل يمكنني السفر بالطائرة؟", []),
        ("further", "متى يجب مراجعة الطبيب؟", []),
    ]
    assert [drop.reason for drop in document.dropped] == [
        "navigation",
        "references and imprint",
        "references and imprint",
        "footer",
    ]
