"""Journey 2, a text: what may stand in a translation, and what its links and superscripts are to a translator."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.models import ConditionPage
from tests.documents import block_of
from tests.factories import publish_condition, republish
from tests.journeys.doors import Api, change_entry, entry_of, export_po, fill_in, import_po
from tests.journeys.throat import DUTCH, PAIN, definition

IMPOSSIBLE = [
    ("summary", "x" * 301, "length"),
    ("summary", " ", "untranslated"),
    ("title", "Keel\npijn", "whitespace"),
    ("definition.def1#k0000", "<script>alert(1)</script>", "markup"),
    ("definition.def1#k0000", "Keel <b>pijn", "markup"),
    ("definition.def1#k0000", '<a href="https://example.org">Keelpijn</a>', "markup"),
    ("definition.def1#k0000", "Keel & pijn", "markup"),
]


def test_a_text_that_cannot_stand_there(api: Api, dutch: Path, subtests: pytest.Subtests) -> None:
    api.news()
    original = dutch.read_bytes()
    for where, target, kind in IMPOSSIBLE:
        with subtests.test(where=where, target=target):
            dutch.write_bytes(original)
            answer = import_po(change_entry(dutch, where, msgstr=target), reviewer="rana")
            assert answer.code == 1
            assert kind in answer.kinds("error")
    assert api.news() == set()


def test_plain_text_is_plain(api: Api, page: ConditionPage, dutch: Path) -> None:
    """A title has no markup: what looks like it is served as the characters that it is, in JSON."""
    answer = import_po(change_entry(dutch, "title", msgstr="Keelpijn & <heesheid>"), reviewer="rana")
    assert answer.code == 0, answer.out
    assert api.condition("nl")["title"] == "Keelpijn & <heesheid>"


def test_links_and_superscripts_go_with_the_sentence(api: Api, page: ConditionPage, tmp_path: Path) -> None:
    target = publish_condition("tonsillitis", title="Tonsillitis")
    link = (
        f'Is it <a linktype="page" id="{target.pk}">tonsillitis</a>? See <a href="https://example.org/a?b=1">this</a>.'
    )
    republish(page, definition=definition(PAIN, link, "Below 10<sup>9</sup>/L."))
    path = export_po(tmp_path)
    encoded = 'Is it <a id="1">tonsillitis</a>? See <a id="2">this</a>.'
    assert entry_of(path, "definition.def1#k0001").msgid == encoded
    assert entry_of(path, "definition.def1#k0002").msgid == "Below 10<sup>9</sup>/L."
    words = {
        encoded: 'Zie <a id="2">dit</a>. Is het <a id="1">tonsillitis</a>?',
        "Below 10<sup>9</sup>/L.": "Lager dan 10<sup>9</sup>/l.",
    }
    answer = import_po(fill_in(path, {**DUTCH, **words}), reviewer="rana")
    assert answer.code == 0, answer.out
    negotiated = f"/api/v1/conditions/{target.translation_key}/?locale=nl"
    assert block_of(api.condition("nl"), "def1")["html"] == (
        f"<p>{DUTCH[PAIN]}</p>"
        f'<p>Zie <a href="https://example.org/a?b=1">dit</a>. Is het <a href="{negotiated}">tonsillitis</a>?</p>'
        "<p>Lager dan 10<sup>9</sup>/l.</p>"
    )


@pytest.mark.parametrize("target", ['Is het <a id="1">dit</a>?', "Is het tonsillitis?", 'Is het <a id="3">dit</a>?'])
def test_a_lost_link(api: Api, page: ConditionPage, tmp_path: Path, target: str) -> None:
    link = 'Is it <a href="https://example.org/1">this</a>, or <a href="https://example.org/2">that</a>?'
    republish(page, definition=definition(PAIN, link))
    path = fill_in(export_po(tmp_path), lambda text: DUTCH.get(text, target))
    answer = import_po(path, reviewer="rana")
    assert answer.code == 1
    assert answer.kinds("error") == {"markup"}
