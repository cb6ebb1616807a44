"""One amount that two languages say in two ways is the same; one that only looks like it isn't."""

from __future__ import annotations

import pytest

from tests.translation.checking import ERROR, check
from translation.findings import Kind


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "Drink one and a half litres of water.", "Drink anderhalve liter water."),
        ("nl", "Take one and a half tablets.", "Neem anderhalve tablet."),
        ("nl", "Wait 30 minutes.", "Wacht een half uur."),
        ("nl", "Rest for 48 hours.", "Rust twee dagen."),
        ("nl", "Take it for 7 days.", "Neem het een week lang."),
        ("nl", "It affects 1 in 1,000 people.", "Het treft een op de duizend mensen."),
        ("nl", "Take it twice a day.", "Neem het elke 12 uur."),
        ("nl", "Wait half an hour.", "Wacht 30 minuten."),
        ("nl", "It lasts 24 hours.", "Het duurt een dag."),
        ("nl", "One in a hundred people.", "1 op de 100 mensen."),
        ("nl", "Take it every 8 hours.", "Neem het drie keer per dag."),
        ("nl", "Wait two and a half hours.", "Wacht 2,5 uur."),
        ("nl", "After 14 days.", "Na twee weken."),
        ("nl", "For twelve months.", "Een jaar lang."),
        ("es", "Drink one and a half litres of water.", "Beba un litro y medio de agua."),
        ("es", "Take one and a half tablets.", "Tome un comprimido y medio."),
        ("es", "Wait 30 minutes.", "Espere media hora."),
        ("es", "Rest for 48 hours.", "Descanse dos días."),
        ("es", "Take it for 7 days.", "Tómelo durante una semana."),
        ("es", "It affects 1 in 1,000 people.", "Afecta a una de cada mil personas."),
        ("es", "Take it twice a day.", "Tómelo cada 12 horas."),
        ("es", "Wait two and a half hours.", "Espere dos horas y media."),
        ("es", "After 14 days.", "Después de dos semanas."),
        ("de", "Drink one and a half litres of water.", "Trinken Sie anderthalb Liter Wasser."),
        ("de", "Wait 30 minutes.", "Warten Sie eine halbe Stunde."),
        ("de", "Rest for 48 hours.", "Ruhen Sie zwei Tage."),
        ("de", "Take it for 7 days.", "Nehmen Sie es eine Woche lang."),
        ("de", "It affects 1 in 1,000 people.", "Es betrifft einen von tausend Menschen."),
        ("de", "Take it twice a day.", "Nehmen Sie es alle 12 Stunden."),
        ("fr", "Drink one and a half litres of water.", "Buvez un litre et demi d'eau."),
        ("fr", "Take one and a half tablets.", "Prenez un comprimé et demi."),
        ("fr", "Wait 30 minutes.", "Attendez une demi-heure."),
        ("fr", "Rest for 48 hours.", "Reposez-vous deux jours."),
        ("fr", "Take it for 7 days.", "Prenez-le pendant une semaine."),
        ("fr", "It affects 1 in 1,000 people.", "Cela touche une personne sur mille."),
        ("fr", "Take it twice a day.", "Prenez-le toutes les 12 heures."),
        ("fr", "Wait two and a half hours.", "Attendez deux heures et demie."),
        ("ar", "Drink one and a half litres of water.", "اشرب لترًا ونصف لتر من الماء."),
        ("ar", "Take one and a half tablets.", "تناول قرصًا ونصف قرص."),
        ("ar", "Wait 30 minutes.", "انتظر نصف ساعة."),
        ("ar", "Rest for 48 hours.", "استرح يومين."),
        ("ar", "Take it for 7 days.", "تناوله لمدة أسبوع."),
        ("ar", "It affects 1 in 1,000 people.", "يصيب شخصًا واحدًا من كل ألف."),
        ("ar", "Take it twice a day.", "تناوله كل 12 ساعة."),
        ("ar", "Take it for 14 days, 24 hours apart.", "تناوله لمدة 14 يومًا بفاصل 24 ساعة."),
        ("es", "Take one tablet and half a glass of water.", "Tome un comprimido y medio vaso de agua."),
        ("fr", "Wait 2.5 hours.", "Attendez 2 heures et demie."),
    ],
)
def test_the_same_amount(locale: str, source: str, target: str) -> None:
    assert check(source, target, locale) == []


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "Drink one and a half litres of water.", "Drink een halve liter water."),
        ("nl", "Take one and a half tablets.", "Neem een half tablet."),
        ("nl", "Wait 30 minutes.", "Wacht anderhalf uur."),
        ("nl", "Rest for 48 hours.", "Rust drie dagen."),
        ("nl", "Take it for 7 days.", "Neem het een maand lang."),
        ("nl", "It affects 1 in 1,000 people.", "Het treft een op de honderd mensen."),
        ("nl", "Take it twice a day.", "Neem het elke 8 uur."),
        ("nl", "Wait 30 minutes.", "Wacht 3 minuten."),
        ("nl", "Take 100 mg.", "Neem 1000 mg."),
        ("nl", "Take 20 drops.", "Neem 30 druppels."),
        ("nl", "Take one tablet.", "Neem anderhalve tablet."),
        ("nl", "Take 2 tablets twice a day.", "Neem elke 12 uur 4 tabletten."),
        ("es", "Drink one and a half litres of water.", "Beba un litro de agua."),
        ("es", "Take one and a half tablets.", "Tome un comprimido."),
        ("es", "Wait 30 minutes.", "Espere una hora."),
        ("es", "Rest for 48 hours.", "Descanse cuatro días."),
        ("es", "Take it for 7 days.", "Tómelo durante dos semanas."),
        ("es", "Take it twice a day.", "Tómelo cada 6 horas."),
        ("de", "Wait 30 minutes.", "Warten Sie eine Stunde."),
        ("de", "Take it twice a day.", "Nehmen Sie es alle 6 Stunden."),
        ("fr", "Drink one and a half litres of water.", "Buvez deux litres et demi d'eau."),
        ("fr", "Take one and a half tablets.", "Prenez deux comprimés et demi."),
        ("ar", "Wait 30 minutes.", "انتظر ساعة."),
        ("ar", "Take one and a half tablets.", "تناول قرصين ونصف."),
    ],
)
def test_another_amount(locale: str, source: str, target: str) -> None:
    assert (Kind.NUMBER, ERROR) in {(remark.kind, remark.severity) for remark in check(source, target, locale)}
