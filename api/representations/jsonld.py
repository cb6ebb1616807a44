"""A condition document in the words of schema.org: a MedicalWebPage about a MedicalCondition. Pure.

Only types and properties that schema.org 29 has (https://schema.org/MedicalCondition), each where it belongs.
"""

from __future__ import annotations

import json
from typing import Any

from api.representations.lines import rich
from api.representations.pieces import Element, Say, language_of, notice_of, system_name
from api.representations.plain_text import PlainStyle
from api.serialising import Json


def as_jsonld(document: Json, say: Say) -> str:
    """JSON-LD 1.1. Identifiers are root-relative, as everywhere: they are right behind every host name.

    Texts are in the language of the document, but for those that say another (`@language`).
    """
    writer = _Writer(document, say)
    return json.dumps(writer.page(), ensure_ascii=False, separators=(",", ":"))


class _Writer:
    def __init__(self, document: Json, say: Say) -> None:
        self._document = document
        self._say = say
        self._sections = {section["type"]: section for section in document["sections"]}

    def page(self) -> Json:
        document, review = self._document, self._document["review"]
        translation = document["translation"]
        page: Json = {
            "@context": ["https://schema.org", {"@language": document["locale"]}],
            "@type": "MedicalWebPage",
            "@id": document["url"],
            "url": document["url"],
            "identifier": document["id"],
            "name": self._text(document["title"], language_of(document, "title")),
            "description": self._text(document["summary"], language_of(document, "summary")),
            "inLanguage": document["locale"],
            "datePublished": document["published_at"],
            "dateModified": document["modified_at"],
            "mainEntity": self._condition(),
        }
        if review["last_reviewed"]:
            page["lastReviewed"] = review["last_reviewed"]
        if review["reviewers"]:
            page["reviewedBy"] = [_person(each["name"], each["role"]) for each in review["reviewers"]]
        if document["sources"]:
            page["citation"] = [
                {"@type": "CreativeWork", "name": each["title"], "url": each["url"]} for each in document["sources"]
            ]
        if document["related"]:
            page["relatedLink"] = [each["url"] for each in document["related"]]
        if translation["status"] != "source":
            source = next(
                (each for each in document["locales"] if each["locale"] == translation["source_locale"]), None
            )
            work = {"@type": "MedicalWebPage", "inLanguage": translation["source_locale"]}
            page["translationOfWork"] = work | ({"@id": source["url"], "url": source["url"]} if source else {})
        return page

    def _condition(self) -> Json:
        document = self._document
        condition: Json = {
            "@type": "MedicalCondition",
            "@id": f"{document['url']}#condition",
            "name": self._text(document["title"], language_of(document, "title")),
        }
        if document["also_known_as"]:
            condition["alternateName"] = document["also_known_as"]
        if document["codes"]:
            condition["code"] = [
                {"@type": "MedicalCode", "codingSystem": system_name(each["system"]), "codeValue": each["code"]}
                for each in document["codes"]
            ]
        for name, kind, section in (
            ("cause", "MedicalCause", "causes"),
            ("signOrSymptom", "MedicalSignOrSymptom", "signs"),
        ):
            found = self._sections[section]
            if found["blocks"]:
                texts = [text for block in found["blocks"] for text in self._texts(block)]
                heading = self._text(found["heading"], found["lang"])
                condition[name] = {"@type": kind, "name": heading, "description": texts}
        definition = [text for block in self._sections["definition"]["blocks"] for text in self._texts(block)]
        if definition:
            condition["description"] = definition
        for name, kind, section, block_type in (
            ("typicalTest", "MedicalTest", "diagnosis", "examination"),
            ("possibleTreatment", "MedicalTherapy", "treatments", "treatment"),
        ):
            blocks = [block for block in self._sections[section]["blocks"] if block["type"] == block_type]
            if blocks:
                condition[name] = [
                    {
                        "@type": kind,
                        "name": self._text(block["name"], block["lang"]),
                        "description": self._texts(block, named=False),
                    }
                    for block in blocks
                ]
        return condition

    def _texts(self, block: Json, *, named: bool = True) -> list[Any]:
        """The texts of a block, with what a reader has to be told of them first."""
        style = PlainStyle()
        said: list[Any] = []
        if notice := notice_of(block, self._document):
            words = self._say(notice)
            said.append(self._text(words.text, words.lang))
        for key in ("text", "heading", "name", "alt", "caption"):
            if block.get(key) and (named or key != "name"):
                lang = block["caption_lang"] if key == "caption" and "caption_lang" in block else block["lang"]
                said.append(self._text(block[key], lang))
        if block["type"] == "advice":
            words = self._say(f"urgency.{block['urgency']}")
            said.insert(0, self._text(words.text, words.lang))
        said += self._rich(block.get("html", ""), style)
        said += [
            self._text(item["text"], item["lang"]) for item in (*block.get("warnings", ()), *block.get("header", ()))
        ]
        for row in block.get("rows", ()):
            for cell in row["cells"]:
                said += self._rich(cell["html"], style)
        return said

    def _rich(self, html: str, style: PlainStyle) -> list[Any]:
        # Paragraphs in another language say so on their elements.
        return [self._text(text, lang) for text, lang in paragraphs(html, style, self._document["locale"])]

    def _text(self, text: str, lang: str) -> Any:
        return text if lang == self._document["locale"] else {"@value": text, "@language": lang}


def paragraphs(html: str, style: PlainStyle, locale: str) -> list[tuple[str, str]]:
    """The paragraphs and lists of rich text with their languages."""
    found: list[tuple[str, str]] = []
    for element, text in rich(html, style):
        found.append((text, _language(element) or locale))
    return found


def _language(element: Element) -> str:
    """The language of an element, if it or all that is in it says one."""
    if lang := element.attributes.get("lang"):
        return lang
    inner = {_language(child) for child in element.children if isinstance(child, Element)}
    return (
        inner.pop() if len(inner) == 1 and not any(isinstance(c, str) and c.strip() for c in element.children) else ""
    )


def _person(name: str, role: str) -> Json:
    return {"@type": "Person", "name": name, **({"jobTitle": role} if role else {})}
