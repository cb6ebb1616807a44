"""What the files of one run have in common is told from what each of them says, even where a number differs."""

from __future__ import annotations

from pages.importing.lexicon_files import lexicon_for
from pages.importing.plain_text import read_plain_text
from pages.importing.repeated import REPEATED, learn_chrome, without_chrome
from pages.importing.values import Source

EN = lexicon_for("en")


def sources(text: str) -> list[Source]:
    return [read_plain_text(text.format(n=number, name=f"Illness {number}x"), "utf-8", EN) for number in range(11, 17)]


def left_out(text: str) -> list[str]:
    read = sources(text)
    source = without_chrome(read[0], learn_chrome(read), EN)
    assert {drop.reason for drop in source.dropped} <= {REPEATED}
    return [drop.text for drop in source.dropped]


def test_numbers_of_leaflets_are_of_the_series() -> None:
    text = "{name}\n\nIt hurts in a way of its own, {name} does.\n\nLeaflet {n}/2021\n\nPrint {n}.2020\n"
    assert left_out(text) == ["Leaflet 11/2021", "Print 11.2020"]


def test_what_says_how_much_stays() -> None:
    inside = "{name}\n\nTake {n} tablets\n\nIt hurts in a way of its own, {name} does.\n"
    assert left_out(inside) == []
    sentence = "{name}\n\nIt hurts in a way of its own, {name} does.\n\nTake {n} tablets of it when it hurts you.\n"
    assert left_out(sentence) == []


def test_the_headings_of_sections_are_no_chrome_though_every_page_has_them() -> None:
    text = "{name}\n\nIt hurts in a way of its own, {name} does.\n\nCauses\n\nBad luck.\n\nTreatment\n\nRest.\n"
    assert "Treatment" not in left_out(text)
    assert "Bad luck." not in left_out(text)
