"""What the translation view asks of the database doesn't grow with the number of texts."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cms.translating import Desk, give_glossary
from tests.factories import paragraph, republish, save_draft

Desks = tuple[Desk, Desk]


def queries(call: Callable[[], object]) -> list[str]:
    """Each query of the view itself by its verb and table; what Wagtail's menu asks is left out."""
    with CaptureQueriesContext(connection) as captured:
        call()
    named = (re.search(r'(?:SELECT .*?FROM|INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', q["sql"]) for q in captured)
    tables = [(match[0].split()[0], match[1]) for match in named if match]
    return [f"{verb} {table}" for verb, table in tables if table.startswith(("pages_", "translation_"))]


def grow(desk: Desk, texts: int) -> Desk:
    sentences = [f"Sentence {'x' * number} of these." for number in range(texts)]
    republish(desk.page, causes=[paragraph("c1", *sentences)])
    return desk


def translated(desk: Desk) -> Desk:
    desk.open()
    return desk.write(
        {path: f"Zin {'x' * n} hiervan." for n, path in enumerate(p for p in desk.paths if "causes" in p)}
    )


def test_opening_takes_five_or_six_whatever_its_length(desks: Desks) -> None:
    wanted = [
        "SELECT pages_conditionpage",  # the page with its language
        "SELECT translation_segmenttranslation",  # all its translations
        "SELECT translation_languageright",
        "SELECT translation_glossaryterm",
        "SELECT translation_segmenttranslation",  # the memory
    ]
    tom, _ = desks
    assert queries(tom.open) == wanted
    give_glossary("".join(f"en,{word},nl,,x,\n" for word in ("sentence", "of", "these")))
    translated(grow(tom, 60)).save()
    # What was approved before the texts that wait for their review now.
    assert queries(tom.open) == [*wanted, "SELECT translation_translationevent"]


def test_a_draft_takes_one_more(desks: Desks) -> None:
    tom, _ = desks
    save_draft(tom.page, causes=[paragraph("c1", *(f"Sentence {number}." for number in range(60)))])
    assert queries(lambda: tom.open("?draft=1")) == [
        "SELECT pages_conditionpage",
        "SELECT pages_conditionpage",  # its draft
        "SELECT translation_segmenttranslation",
        "SELECT translation_languageright",
        "SELECT translation_glossaryterm",
        "SELECT translation_segmenttranslation",
    ]
    assert len(tom.paths) > 60


def test_saving_takes_as_many_for_sixty_texts_as_for_two(desks: Desks) -> None:
    tom, _ = desks
    few = queries(translated(grow(tom, 2)).save)
    many = queries(translated(grow(tom, 60)).save)
    assert few.count("INSERT translation_segmenttranslation") == 1
    assert many == few


def test_approving_takes_as_many_for_sixty_texts_as_for_two(desks: Desks) -> None:
    tom, rana = desks
    translated(grow(tom, 2)).save()
    few = queries(lambda: rana.open().save("approve_all"))
    translated(grow(tom, 60)).save()
    many = queries(lambda: rana.open().save("approve_all"))
    assert "Approved: 58." in rana.html
    assert many == few


def test_the_languages_of_a_condition_take_three(desks: Desks) -> None:
    tom, _ = desks
    translated(grow(tom, 60)).save()
    address = tom.address.removesuffix("nl/")
    assert queries(lambda: tom.client.get(address)) == [
        "SELECT pages_conditionpage",
        "SELECT translation_segmenttranslation",
        "SELECT translation_languageright",  # in all languages
    ]
