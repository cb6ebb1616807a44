"""A condition in other representations: nothing is lost, nothing is unmarked, and no text of it acts as markup."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from api.labels import label
from api.representations.formats import REPRESENTATIONS, preferred
from api.representations.html import as_html
from api.representations.markdown import as_markdown
from api.representations.plain_text import as_text
from api.schema_examples import EXAMPLES
from pages.models import ConditionPage
from tests.api.full_site import publish_full_site
from tests.factories import paragraph, publish_condition
from tests.journeys.doors import Api, Json

say = partial(label, locale="nl")
DOCUMENT: Json = EXAMPLES["Condition"]["value"]
VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text())


def plain(html: str) -> str:
    """The words of HTML as a browser shows them, without white space."""
    return squeezed(lxml.html.fromstring(f"<div>{html}</div>").text_content())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def read_markdown(text: str) -> str:
    return plain(MarkdownIt("commonmark").enable("table").render(text))


_TEXTS = {"heading", "text", "name", "alt", "caption", "title", "summary", "role", "code"}


def spoken(value: Any) -> Iterator[str]:
    """Every text of a document that a reader has to get, without markup."""
    if isinstance(value, list):
        for item in value:
            yield from spoken(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "html":
                yield from (element.text or "" for element in lxml.html.fromstring(f"<div>{inner}</div>").iter())
            elif key in _TEXTS and isinstance(inner, str):
                yield inner
            elif key in ("also_known_as",):
                yield from inner
            elif isinstance(inner, list | dict) and key not in ("not_current", "locales"):
                yield from spoken(inner)


_NASTY = """<script>alert(1)</script>|# h|1. x|- x|* x *|_x_|[x](y)|`x`|&amp;|<b>|\\|--|==|+ x|1) x|> q|![x](y)|~~x~~|*
**x**|a*b*c|&|<!--|]]>|  x  |#|http://x.org"""
# No control characters: the gate and the editor's forms let none in, and HTML has none.
_written = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
nasty = _written | st.sampled_from([*_NASTY.replace("\n", "|").split("|"), "a|b", "x\n\ny", "\u202e"])


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """The example of the contract with other texts, in the form in which documents have them."""
    document = copy.deepcopy(DOCUMENT)

    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def change(value: Any) -> None:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key == "html":
                words = [escaped(draw(nasty)) for _ in range(4)]
                value[key] = (
                    f"<p>{words[0]}<b>{words[1]}</b></p><ul><li>{words[2]}<ol><li>{words[3]}</li></ol></li></ul>"
                )
            elif key in _TEXTS and isinstance(inner, str):
                value[key] = draw(nasty)
            elif isinstance(inner, list | dict) and key not in ("not_current", "locales"):
                change(inner)

    change(document)
    document["also_known_as"] = [draw(nasty)]
    return document


def _readable(text: str) -> bool:
    """Whether a browser would show it: HTML has no control characters, and Markdown no NUL."""
    return all(character.isprintable() for character in text)


@given(documents())
def test_no_text_is_lost_and_none_is_markup(document: Json) -> None:
    html, markdown, text = (write(document, say) for write in (as_html, as_markdown, as_text))
    tree = lxml.html.fromstring(html)
    allowed = set("article h1 h2 h3 p div span section aside ul ol li a b i sup sub br figure img figcaption".split())
    allowed |= set("table caption thead tbody tr th td strong time".split())
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= allowed
    shown = squeezed(tree.text_content()) + "".join(squeezed(image.get("alt") or "") for image in tree.iter("img"))
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    markdown_tree = lxml.html.fromstring(f"<div>{rendered}</div>")
    assert not set(markdown_tree.xpath("//script|//h4|//hr|//code|//pre"))
    read = squeezed(markdown_tree.text_content()) + "".join(
        squeezed(image.get("alt") or "") for image in markdown_tree.iter("img")
    )
    for words in spoken(document):
        if _readable(words):
            assert squeezed(words) in shown
            assert squeezed(words) in read
            assert squeezed(words) in squeezed(text) or any(mark in words for mark in "^_")


@pytest.fixture
def full(db: None, media: None, tmp_path: Path) -> ConditionPage:
    return publish_full_site(tmp_path)


@pytest.mark.parametrize("locale", ["en", "nl"])
def test_live_documents_lose_nothing(api: Api, full: ConditionPage, locale: str) -> None:
    document = api.condition(locale, "full")
    html = api.get(f"{locale}/conditions/full/?format=html").content.decode()
    markdown = api.get(f"{locale}/conditions/full/?format=markdown").content.decode()
    text = api.get(f"{locale}/conditions/full/?format=text").content.decode()
    linked_data = api.get(f"{locale}/conditions/full/?format=jsonld").content.decode()
    for words in spoken(document["sections"]):
        assert squeezed(words) in plain(html) + squeezed(html)
        assert squeezed(words) in read_markdown(markdown) + squeezed(markdown)
        assert squeezed(words) in squeezed(text)
    for section in ("signs", "causes"):
        (found,) = [each for each in document["sections"] if each["type"] == section]
        for words in spoken(found["blocks"]):
            assert squeezed(words) in squeezed(json.dumps(json.loads(linked_data), ensure_ascii=False))


def test_what_is_marked_in_json_is_marked(api: Api, full: ConditionPage) -> None:
    html = api.get("nl/conditions/full/?format=html").content.decode()
    assert '<article lang="nl" dir="ltr">' in html
    assert 'lang="en" dir="ltr"' in html
    for name in ("html", "markdown", "text"):
        body = api.get(f"nl/conditions/full/?format={name}").content.decode()
        assert say("notice.outdated").text in body
        assert say("notice.other_language").text in body
        assert say("urgency.emergency").text in body
        assert say("name.warnings").text in body


def test_what_was_left_out_is_told(api: Api, full: ConditionPage, settings: Any) -> None:
    document = api.condition("nl", "full")
    for entry in document["translation"]["not_current"]:
        entry["lang"] = None
    for write in (as_html, as_markdown, as_text):
        assert say("notice.omitted").text in write(document, say)


@pytest.mark.parametrize(
    ("html", "text", "markdown"),
    [
        ("<p>10<sup>9</sup>/L</p>", "10⁹/L", "10<sup>9</sup>/L"),
        ("<p>H<sub>2</sub>O</p>", "H₂O", "H<sub>2</sub>O"),
        ("<p>x<sup>y</sup></p>", "x^(y)", "x<sup>y</sup>"),
        ("<p>a<br/>b</p>", "a\nb", "a\\\nb"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c", "- a\n  - b\n- c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b", "1. a\n2. b"),
        ('<p><a href="/x">y</a></p>', "y </x>", "[y](</x>)"),
        ("<p>5 * 3 _ 2</p>", "5 * 3 _ 2", r"5 \* 3 \_ 2"),
        ("<p>1. Not a list</p>", "1. Not a list", r"1\. Not a list"),
        ("<p>2 &lt; 3 &amp; 4</p>", "2 < 3 & 4", r"2 \< 3 \& 4"),
    ],
)
def test_rich_text(html: str, text: str, markdown: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    block = {"id": "b", "type": "paragraph", "lang": "nl", "state": "current", "html": html}
    document["sections"][0]["blocks"] = [block]
    assert f"\n\n{text}\n\n" in as_text(document, say)
    assert f"\n\n{markdown}\n\n" in as_markdown(document, say)


def _nodes(value: Any) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _nodes(inner)


def _is_a(kind: str, wanted: str) -> bool:
    return kind == wanted or any(_is_a(parent, wanted) for parent in VOCABULARY["types"][kind])


@pytest.mark.parametrize("locale", ["en", "nl"])
def test_linked_data_has_only_what_schema_org_has(api: Api, full: ConditionPage, locale: str) -> None:
    answer = api.get(f"{locale}/conditions/full/?format=jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    page = json.loads(answer.content)
    assert page["@type"] == "MedicalWebPage"
    assert page["mainEntity"]["@type"] == "MedicalCondition"
    for node in _nodes(page):
        kind = node["@type"]
        for name, value in node.items():
            if name.startswith("@"):
                continue
            known = VOCABULARY["properties"][name]
            assert any(_is_a(kind, domain) for domain in known["of"]), (kind, name)
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict) and "@type" in each:
                    assert any(r in VOCABULARY["types"] and _is_a(each["@type"], r) for r in known["is"]), (kind, name)
                else:
                    assert {"Text", "URL", "Date", "DateTime"} & set(known["is"]), (kind, name)
    if locale == "nl":
        assert page["translationOfWork"]["inLanguage"] == "en"
        assert {"@value": "If it is hard to breathe or swallow.", "@language": "en"} in page["mainEntity"][
            "signOrSymptom"
        ]["description"]
    else:
        assert "translationOfWork" not in page
    assert page["lastReviewed"] == "2026-01-20"
    assert page["mainEntity"]["possibleTreatment"][0]["name"]
    assert {code["codingSystem"] for code in page["mainEntity"]["code"]} >= {"ICD-10", "SNOMED CT"}


def test_linked_data_claims_nothing_that_is_not_there(api: Api) -> None:
    publish_condition()
    page = api.json("en/conditions/sore-throat/?format=jsonld")
    assert not {"lastReviewed", "reviewedBy", "citation", "relatedLink", "translationOfWork"} & page.keys()
    assert not {"cause", "signOrSymptom", "code", "possibleTreatment"} & page["mainEntity"].keys()


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/*", "json"),
        ("application/json", "json"),
        ("text/markdown", "markdown"),
        ("text/plain;q=0.5, text/markdown;q=0.4", "text"),
        ("text/*", "html"),
        (BROWSER, "html"),
        ("application/ld+json, application/json;q=0.9", "jsonld"),
        ("application/json, */*;q=0.1", "json"),
        ("application/json;q=0, */*", "jsonld"),
        ("image/png", None),
        ("application/json;q=0", None),
        ("text/html;q=0.000", None),
    ],
)
def test_by_accept(api: Api, accept: str, name: str | None) -> None:
    assert preferred(accept) == (REPRESENTATIONS[name] if name else None)
    publish_condition()
    answer = api.get("en/conditions/sore-throat/", Accept=accept)
    assert "Accept" in answer["Vary"].split(", ")
    if name is None:
        assert answer.status_code == 406
    else:
        assert answer["Content-Type"] == REPRESENTATIONS[name].content_type


def test_manners(api: Api, django_assert_num_queries: Any) -> None:
    page = publish_condition(definition=[paragraph("d", *["Some words. " * 5] * 20)])
    json_tag = api.etag("en")
    for name in ("jsonld", "html", "markdown", "text"):
        for address in ("en/conditions/sore-throat/", f"conditions/{page.translation_key}/"):
            # Query 1: the edition.
            with django_assert_num_queries(1):
                answer = api.get(f"{address}?format={name}")
            assert answer.status_code == 200
            assert answer["ETag"] != json_tag
            assert answer["Content-Language"] == "en"
            assert "Accept" not in answer["Vary"].split(", ")
            assert api.get(f"{address}?format={name}", If_None_Match=answer["ETag"]).status_code == 304
            assert api.get(f"{address}?format={name}", Accept_Encoding="gzip")["Content-Encoding"] == "gzip"
            assert api.get(f"{address}?format={name}", Accept="image/png").status_code == 200, "format goes first"
    problem = api.problem("en/conditions/sore-throat/?format=pdf", 400, "bad-parameter")
    assert "`jsonld`" in problem["detail"]
