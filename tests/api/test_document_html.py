"""The HTML of a condition document: few tags, no keys, safe addresses, and links that stay right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.documents import block_of
from tests.factories import build_condition, link_to, make_people, paragraph, publish_condition, republish
from tests.journeys.doors import Api, change_entry, export_po, fill_in, import_po, translate_all

PUBLIC_HTML = [
    ("10<sup>9</sup>/L and H<sub>2</sub>O", "10<sup>9</sup>/L and H<sub>2</sub>O"),
    ("<b>bold</b> and <i>italic</i>", "<b>bold</b> and <i>italic</i>"),
    ("1 &lt; 2 &amp; 3 &gt; 2", "1 &lt; 2 &amp; 3 &gt; 2"),
    ("caf&eacute; &quot;x&quot;", 'café "x"'),
    ('<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
    ('<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'),
    ('<a href="tel:112">112</a>', '<a href="tel:112">112</a>'),
    ('<a href="javascript:alert(1)">x</a>', "x"),
    ('<a href="//evil.example">x</a>', "x"),
    ('<b onclick="alert(1)" class="big">x</b>', "<b>x</b>"),
    ("<script>alert(1)</script>x", "x"),
    ("<span>x</span>", "x"),
]


def test_public_html(api: Api, subtests: pytest.Subtests) -> None:
    blocks = [paragraph(f"def{n}", f"Text {stored} text.") for n, (stored, _) in enumerate(PUBLIC_HTML)]
    publish_condition(definition=blocks)
    document = api.condition("en")
    for n, (stored, public) in enumerate(PUBLIC_HTML):
        with subtests.test(stored=stored):
            assert block_of(document, f"def{n}")["html"] == f"<p>Text {public} text.</p>"


def test_lists_stay_lists(api: Api) -> None:
    inner = '<ol><li data-block-key="l3">A</li></ol>'
    html = f'<ul><li data-block-key="l1">One</li><li data-block-key="l2">Two{inner}</li></ul>'
    publish_condition(definition=[{"type": "paragraph", "id": "def1", "value": html}])
    assert block_of(api.condition("en"), "def1")["html"] == "<ul><li>One</li><li>Two<ol><li>A</li></ol></li></ul>"


def test_a_translation_may_not_bring_markup_that_the_source_has_not(api: Api, tmp_path: Path) -> None:
    """Even where it gets in, as bold may, it comes out as one of the few public tags."""
    make_people()
    publish_condition(definition=[paragraph("def1", "Plain.")])
    path = fill_in(export_po(tmp_path), lambda text: f"Zo: {text}")
    change_entry(path, "definition.def1#k0000", msgstr="<b>Zo</b>: 1 &lt; 2 &amp; plain.")
    answer = import_po(path, reviewer="rana")
    assert answer.code == 0, answer.out
    assert block_of(api.condition("nl"), "def1")["html"] == "<p><b>Zo</b>: 1 &lt; 2 &amp; plain.</p>"


def test_a_link_to_a_condition_goes_by_id_to_the_negotiated_address(api: Api, tmp_path: Path) -> None:
    make_people()
    target = publish_condition("tonsillitis", title="Tonsillitis")
    link = f"See {link_to(target, 'tonsillitis')}."
    publish_condition(definition=[paragraph("def1", link)])
    translate_all(tmp_path, lambda text: text.replace("See", "Zie"))
    for locale in ("en", "nl"):
        address = f"/api/v1/conditions/{target.translation_key}/?locale={locale}"
        html = block_of(api.condition(locale), "def1")["html"]
        assert f'<a href="{address}">tonsillitis</a>' in html
        assert api.get(address)["Content-Location"] == "/api/v1/en/conditions/tonsillitis/"


def test_a_link_to_a_condition_that_has_yet_to_be_published(api: Api) -> None:
    """It goes by id, so it need not change when the other appears."""
    target = build_condition("tonsillitis", title="Tonsillitis")
    publish_condition(definition=[paragraph("def1", f"See {link_to(target, 'this')}.")])
    etag = api.etag("en")
    target.save_revision().publish()
    assert api.etag("en") == etag
    link = block_of(api.condition("en"), "def1")["html"].split('"')[1]
    assert api.get(link).status_code == 200


@pytest.mark.parametrize("model", [ConditionIndexPage, HomePage])
def test_a_link_to_a_page_that_is_no_condition(api: Api, model: type[Any]) -> None:
    """The API has no document of it: a link would lead nowhere, so its words stay alone."""
    page = model.objects.get()
    publish_condition(definition=[paragraph("def1", f"See {link_to(page, 'all of them')}.")])
    assert block_of(api.condition("en"), "def1")["html"] == "<p>See all of them.</p>"


def test_a_link_to_nothing(api: Api) -> None:
    for attributes in ('linktype="page" id="99999"', 'linktype="page" id="x"', 'linktype="page"', ""):
        page = ConditionPage.objects.first() or publish_condition()
        republish(page, definition=[paragraph("def1", f"See <a {attributes}>this</a>.")])
        assert block_of(api.condition("en"), "def1")["html"] == "<p>See this.</p>"
