"""What is left out, what goes along with it, and what can't be left out: no sentence may say the opposite for it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from pages.shapes import Fields, Stream, Words
from tests.factories import advice, examination, heading, image, paragraph, table, treatment
from tests.translation.composing import OMIT_ALL, OMIT_OTHER, all_but, composed
from tests.translation.rows import Stored
from translation.policies import Policies, Policy
from translation.segments import segments_of


def rich(block_id: str, html: str) -> dict[str, Any]:
    return {"type": "paragraph", "id": block_id, "value": html}


P, LI = '<p data-block-key="{}">{}</p>'.format, '<li data-block-key="{}">{}</li>'.format
INTRODUCED = P("a", "Don't, if:") + f"<ul>{LI('b', 'ill')}{LI('c', 'old')}</ul>" + P("d", "Else do.")
PILLS = treatment("t", "Pills", "One.", "Not with beer.", "Not at night.")
DOSES = table("tb", "Doses", ["Age", "Dose"], ["Adults", "3 g"], ["Children", "1 g"])


def _without_cell(row: int, cell: int) -> dict[str, Any]:
    """DOSES with one empty cell."""
    block = deepcopy(DOSES)
    block["value"]["rows"][row]["value"][cell]["value"] = ""
    return block


@pytest.mark.parametrize(
    ("block", "stale", "left"),
    [
        (paragraph("x", "One.", "Two."), "#k0000", rich("x", P("k0001", "Two."))),
        (paragraph("x", "One."), "#k0000", None),
        (rich("x", INTRODUCED), "#b", rich("x", INTRODUCED.replace(LI("b", "ill"), ""))),
        (rich("x", INTRODUCED), "#a", rich("x", P("d", "Else do."))),
        (examination("x", "Swab", "Quick."), ".name", None),
        (
            examination("x", "Swab", "Quick."),
            ".body#k0000",
            {"type": "examination", "id": "x", "value": {"name": "Swab", "body": ""}},
        ),
        (image("x", 1, "A throat", "Red"), ".alt", None),
        (image("x", 1, "A throat", "Red"), ".caption", None),
        (DOSES, ".caption", None),
        (DOSES, ".header.h1", None),  # a column without its head would be read as another
        (DOSES, ".rows.r1.r1c1#k0000", _without_cell(1, 1)),
        (DOSES, ".rows.r1.r1c0#k0000", table("tb", "Doses", ["Age", "Dose"], ["Adults", "3 g"])),
        (PILLS, ".name", None),
        (PILLS, ".body#k0000", None),
        (PILLS, ".warnings.t-w1", None),  # never the treatment without its warning
        (advice("x", "urgent", "Call", "Now."), ".heading", None),
        (advice("x", "urgent", "Call", "Now."), ".body#k0000", None),
    ],
)
def test_what_goes_with_a_text(block: dict[str, Any], stale: str, left: dict[str, Any] | None) -> None:
    around = [paragraph("before", "Before."), paragraph("after", "After.")]
    path = f"signs.{block['id']}{stale}"
    localised = all_but({"signs": [around[0], block, around[1]]}, path, policies=OMIT_ALL)
    assert localised.content == {"signs": [around[0], *([left] if left else []), around[1]]}
    assert [j.segment.path for j in localised.not_current] == [path]
    assert localised.in_place_of == {path: None}


NAMES = [{"type": "name", "id": key, "value": name} for key, name in [("n10", "Podagra"), ("n1", "Tophi")]]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("title", {"title": "Gout"}),
        ("summary", {"summary": "It hurts."}),
        ("signs_heading", {"signs_heading": "When it isn't gout", "signs": [paragraph("x", "One.")]}),
        ("signs.h", {"signs": [heading("h", "When not to take it"), paragraph("x", "Under 12.")]}),
    ],
)
def test_what_stands_over_other_text_stays_in_the_source_language(path: str, content: dict[str, Any]) -> None:
    localised = all_but(content, path, policies=OMIT_ALL)
    assert localised.content == content
    assert (localised.in_place_of, localised.language_at(path)) == ({path: "en"}, "en")


def test_one_name_of_several() -> None:
    localised = all_but({"also_known_as": NAMES}, "also_known_as.n10", policies=OMIT_ALL)
    assert localised.content == {"also_known_as": NAMES[1:]}
    localised = all_but({"also_known_as": NAMES}, "also_known_as.n1", policies=OMIT_ALL)
    assert localised.content == {"also_known_as": NAMES[:1]}


def test_what_was_only_served_marked_is_told_as_gone_when_its_block_goes() -> None:
    """The body would be served in English, but the name of the examination takes it along."""
    shape = Stream("", {"e": Fields("E", {"name": Words("N"), "dose": Words("D", critical=True)}), "p": Words("P")})
    content = [{"type": "e", "id": "e", "value": {"name": "Swab", "dose": "One."}}]
    rows = [Stored(".e.name", "Swab", "Uitstrijkje")]
    critical_goes = composed(content, rows, Policies(critical=Policy.OMIT), shape=shape)
    assert (critical_goes.content, critical_goes.in_place_of) == ([], {".e.dose": None})
    rows = [Stored(".e.dose", "One.", "Een.")]
    stays = composed(content, rows, OMIT_OTHER, shape=shape)
    assert stays.content == [{"type": "e", "id": "e", "value": {"name": "Swab", "dose": "Een."}}]
    assert stays.in_place_of == {".e.name": "en"}


def test_critical_prose_goes_with_its_block_or_stays() -> None:
    dose = Words("Dose", rich=True, critical=True)
    html = P("a", "One.")
    in_a_field = composed({"dose": html}, [], OMIT_ALL, shape=Fields("", {"dose": dose}))
    assert (in_a_field.in_place_of, "One." in in_a_field.content["dose"]) == ({"dose#a": "en"}, True)
    block = {"type": "dose", "id": "d", "value": html + P("b", "Two.")}
    rows = [Stored("s.d#b", "Two.", "Twee.")]
    in_a_block = composed(
        {"s": [block]}, rows, OMIT_ALL, shape=Fields("", {"s": Stream("", {"dose": dose, "p": Words("P")})})
    )
    assert (in_a_block.in_place_of, in_a_block.content) == ({"s.d#a": None}, {"s": []})


@settings(max_examples=60)
@given(st.data())
def test_columns_do_not_shift(data: st.DataObject) -> None:
    width, height = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    block = table("tb", "Doses", ["A"] * width, *[[f"{row}-{cell}" for cell in range(width)] for row in range(height)])
    content = {"signs": [block]}
    cells = [s.path for s in segments_of(condition_shape(), content) if ".rows." in s.path]
    stale = data.draw(st.lists(st.sampled_from(cells), unique=True))
    (left,) = all_but(content, *stale, policies=OMIT_OTHER).content["signs"]
    was = {row["id"]: row for row in block["value"]["rows"]}
    for row in left["value"]["rows"]:
        pairs = zip(row["value"], was[row["id"]]["value"], strict=True)
        for cell, old in pairs:
            gone = f"signs.tb.rows.{row['id']}.{cell['id']}#k0000" in stale
            assert cell == ({**old, "value": ""} if gone else old)
    assert left["value"]["header"] == block["value"]["header"]
