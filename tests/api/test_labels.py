"""GET /api/v1/{locale}/labels/: the interface words, as JSON and as the files that apps are built with."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.label_files import FORMATS, Label
from api.models import Edition
from pages.vocabulary import Approach, Section, Urgency
from tests.journeys.doors import Api

nasty = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1) | st.sampled_from(
    [
        "It's",
        '"x"',
        "100 %",
        "50% of %(condition)s",
        "@x",
        "?x",
        "\\n",
        "<b>&amp;",
        "  two  spaces ",
        "مرحبا",
        "🤒",
        "%s",
        "{x}",
    ]
)


def test_everything_that_an_app_has_to_say(api: Api, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        words = api.json("nl/labels/")
    assert words["locale"] == "nl"
    wanted = {f"section.{section}.heading" for section in Section} | {f"urgency.{each}" for each in Urgency}
    wanted |= {f"approach.{each}" for each in Approach} | {f"reason.{each}" for each in Edition.Reason}
    assert wanted <= words["labels"].keys()
    assert words["labels"]["section.causes.heading"] == {
        "text": "{condition}: wat zijn de oorzaken?",
        "lang": "nl",
    }
    assert {entry["lang"] for entry in words["labels"].values()} == {"nl"}, "all of it is translated"


@pytest.mark.parametrize("locale", ["en", "nl", "es", "ar"])
def test_all_of_it_in_each_language_of_the_demo(api: Api, locale: str) -> None:
    assert {entry["lang"] for entry in api.json(f"{locale}/labels/")["labels"].values()} == {locale}


def test_what_is_not_translated_says_so(api: Api, dutch_interface: Any) -> None:
    dutch_interface({"Warnings": "Waarschuwingen"})
    words = api.json("nl/labels/")["labels"]
    assert words["name.warnings"] == {"text": "Waarschuwingen", "lang": "nl"}
    assert words["name.search"] == {"text": "Search", "lang": "en"}
    apple = api.json("nl/labels/?format=apple")["strings"]
    assert apple["name.warnings"]["localizations"]["nl"]["stringUnit"]["state"] == "translated"
    assert apple["name.search"]["localizations"]["nl"]["stringUnit"]["state"] == "new"


def test_manners(api: Api) -> None:
    for name, kind in FORMATS.items():
        answer = api.get(f"ar/labels/?format={name}")
        assert answer["Content-Type"] == kind.media_type
        assert answer["Content-Language"] == "ar"
        assert api.get(f"ar/labels/?format={name}", If_None_Match=answer["ETag"]).status_code == 304
    assert "`android`" in api.problem("nl/labels/?format=po", 400, "bad-parameter")["detail"]
    api.problem("xx/labels/", 404, "unknown-locale")


def _unescaped(text: str) -> str:
    """What Android shows of a string resource that isn't formatted."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    text = text[1:-1] if quoted else re.sub(r"[ \n\t]+", " ", text).strip()
    return re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), text)


@given(nasty)
def test_android(text: str) -> None:
    body = FORMATS["android"].write("nl", {"a.b": Label(text, "nl", text)})
    (string,) = ElementTree.fromstring(body)
    assert string.get("name") == "a_b"
    shown = _unescaped(string.text or "")
    if "%(condition)s" in text:
        assert shown.replace("%1$s", "%(condition)s").replace("%%", "%") == text
    else:
        assert shown == text
        assert ("%" in text) == (string.get("formatted") == "false")


@given(nasty)
def test_json_arb_and_apple(text: str) -> None:
    labels = {"notice.other_language": Label(text, "pt-BR", "x")}
    ours = json.loads(FORMATS["json"].write("pt-BR", labels))
    assert ours["labels"]["notice.other_language"]["text"] == text.replace("%(condition)s", "{condition}")
    arb = json.loads(FORMATS["arb"].write("pt-BR", labels))
    assert (arb["@@locale"], arb["noticeOtherLanguage"]) == ("pt_BR", text.replace("%(condition)s", "{condition}"))
    assert ("@noticeOtherLanguage" in arb) == ("%(condition)s" in text)
    apple = json.loads(FORMATS["apple"].write("pt-BR", labels))
    unit = apple["strings"]["notice.other_language"]["localizations"]["pt-BR"]["stringUnit"]
    if "%(condition)s" in text:
        assert unit["value"].replace("%@", "%(condition)s").replace("%%", "%") == text
    else:
        assert unit["value"] == text
    assert (apple["sourceLanguage"], apple["version"]) == ("en", "1.0")


def test_names_are_valid_and_differ(api: Api) -> None:
    android = [string.get("name") for string in ElementTree.fromstring(api.get("en/labels/?format=android").content)]
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name or "") for name in android)
    assert len(set(android)) == len(android)
    arb = [name for name in api.json("en/labels/?format=arb") if not name.startswith("@")]
    assert all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", name) for name in arb)
    assert len(arb) == len(android)
