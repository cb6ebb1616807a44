"""The report on translations: conditions by languages."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

from django.urls import reverse

from tests.cms.translating import DUTCH, Desk
from tests.factories import publish_condition, republish, treatment

Desks = tuple[Desk, Desk]


def matrix(desk: Desk, query: str = "") -> list[list[str]]:
    html = desk.client.get(reverse("desk:report") + query).content.decode()
    rows = re.findall(r"<tr>(<th.*?)</tr>", html, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(unescape(re.sub("<[^>]*>", " ", cell)).split()) for cell in row] for row in cells]


def prepare(desks: Desks) -> Desk:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    publish_condition("cold", title="Common cold")
    return tom


def test_conditions_by_languages(desks: Desks) -> None:
    tom = prepare(desks)
    assert matrix(tom) == [
        ["Condition", "Dutch", "Spanish", "Arabic"],
        ["Common cold", "Not begun 0/3", "Not begun 0/3", "Not begun 0/3"],
        ["Sore throat", "Complete 7/7", "Not begun 0/7 3 critical", "Not begun 0/7 3 critical"],
    ]


def test_filters(desks: Desks) -> None:
    tom = prepare(desks)
    assert matrix(tom, "?locale=nl&locale=xx") == [
        ["Condition", "Dutch"],
        ["Common cold", "Not begun 0/3"],
        ["Sore throat", "Complete 7/7"],
    ]
    assert matrix(tom, "?locale=nl&incomplete=1") == [["Condition", "Dutch"], ["Common cold", "Not begun 0/3"]]
    assert matrix(tom, "?locale=nl&critical=1") == []
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Rest for <b>two</b> days.", "Safe in pregnancy.")])
    assert matrix(tom, "?locale=nl&critical=1")[1:] == [["Sore throat", "The source changed 6/7 1 critical"]]


def test_as_csv(desks: Desks) -> None:
    tom = prepare(desks)
    answer = tom.client.get(reverse("desk:report") + "?locale=nl&format=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [(row["slug"], row["locale"], row["current"], row["segments"], row["state"]) for row in rows] == [
        ("cold", "nl", "0", "3", "Not begun"),
        ("sore-throat", "nl", "7", "7", "Complete"),
    ]


def test_it_stands_in_the_menu(desks: Desks) -> None:
    assert f'"{reverse("desk:report")}"' in desks[0].client.get("/admin/").content.decode()
