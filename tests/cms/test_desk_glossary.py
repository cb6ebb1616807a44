"""The glossary beside the text: what the terms of a source are called, before anybody gets it wrong."""

from __future__ import annotations

import re
from html import unescape

from tests.cms.translating import BODY, CAUSE, DEFINITION, DUTCH, TITLE, Desk, give_glossary

Desks = tuple[Desk, Desk]

CSV = """
en,virus,nl,virus,bacterie|microbe,
en,sore throat,nl,keelpijn|zere keel,,Not “pijn in de keel”.
en,two,nl,,drie,
en,throat,ar,حلق,,
en,spleen,nl,milt,,
nl,virus,en,virus,,
"""


def terms(desk: Desk, path: str) -> list[str]:
    """What the glossary says beside one text, line by line."""
    (part,) = [p for p in desk.html.split('<div class="desk-field')[1:] if f'name="text:{path}"' in p]
    listed = part.partition('<ul class="desk-terms"')[2].partition("</ul>")[0]
    items = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
    return [re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", item))).strip() for item in items]


def test_the_terms_of_a_source_stand_beside_it(desks: Desks) -> None:
    give_glossary(CSV)
    tom = desks[0].open()
    assert {path: terms(tom, path) for path in tom.paths if terms(tom, path)} == {
        TITLE: ["sore throat: keelpijn or zere keel (Not “pijn in de keel”.)"],
        DEFINITION: ["sore throat: keelpijn or zere keel (Not “pijn in de keel”.)"],
        CAUSE: ["virus: virus; not bacterie or microbe"],
        BODY: ["two: not drie"],  # <b>two</b>
    }


def test_each_language_has_its_own_terms_and_direction(desks: Desks) -> None:
    give_glossary(CSV)
    desk = Desk(desks[0].user, desks[0].page, "ar").open()
    assert terms(desk, TITLE) == ["throat: حلق"]
    assert terms(desk, CAUSE) == []
    assert '<bdi lang="ar">حلق</bdi>' in desk.html
    assert 'aria-describedby="source-title terms-title"' in desk.html


def test_whoever_may_not_write_sees_them_too_and_for_approved_texts(desks: Desks) -> None:
    give_glossary(CSV)
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    assert terms(rana, CAUSE) == ["virus: virus; not bacterie or microbe"]
    rana.user.groups.clear()
    assert terms(rana.open(), CAUSE) == ["virus: virus; not bacterie or microbe"]


def test_without_a_glossary_there_is_no_list(desks: Desks) -> None:
    assert "desk-terms" not in desks[0].open().html


def test_what_a_note_says_is_no_code(desks: Desks) -> None:
    give_glossary("en,virus,nl,<i>virus</i>,,<script>x</script>\n")
    tom = desks[0].open()
    assert terms(tom, CAUSE) == ["virus: <i>virus</i> (<script>x</script>)"]
    assert "<script>x" not in tom.html
