"""The condition document: the JSON that apps read, made from a localised content and the facts about it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from api import addresses
from api.ending import Dates, ending
from api.serialising import Json
from api.words import InterfaceWords
from pages.languages import direction
from pages.public_html import public_html
from pages.shapes import Raw
from pages.vocabulary import CODE_SYSTEM_URIS, CodeSystem, Section
from translation.compose import LocalisedContent, Status
from translation.verdicts import Judgement, Verdict

COMPOSER_VERSION = 3  # raise it whenever the same content gives other bytes; `rebuild_editions` then mends

# From the least to the most that a reader has to be told.
_GRAVITY = (Verdict.SOURCE, Verdict.CURRENT, Verdict.UNREVIEWED, Verdict.STALE, Verdict.MISSING)


@dataclass(frozen=True)
class Facts:
    """What a document says beside the words. `images` by image id, `keys` by page id: those that are there."""

    id: UUID
    slug: str
    last_reviewed: datetime.date | None
    next_review: datetime.date | None
    locales: Collection[str]  # every language that it can be read in
    reviewers_of_translation: Sequence[str]
    images: Mapping[int, Json]
    keys: Mapping[int, UUID]


def condition_document(
    localised: LocalisedContent,
    facts: Facts,
    dates: Dates,
    words: InterfaceWords,
    source_words: InterfaceWords,
) -> Json:
    """The document of one condition in one language; keys always present, each of one JSON type."""
    writer = _Writer(localised, facts, words, source_words)
    content, locale = localised.content, localised.locale
    return {
        "id": str(facts.id),
        "type": "condition",
        "slug": facts.slug,
        "url": addresses.canonical(locale, facts.slug),
        "locale": locale,
        "direction": direction(locale),
        "title": content["title"],
        "also_known_as": [entry["value"] for entry in content["also_known_as"]],
        "summary": content["summary"],
        "codes": [
            {"system": CODE_SYSTEM_URIS[CodeSystem(code["value"]["system"])], "code": code["value"]["code"]}
            for code in content["codes"]
        ],
        "sections": writer.sections(),
        "review": {
            "last_reviewed": _date(facts.last_reviewed),
            "next_review": _date(facts.next_review),
            "reviewers": [
                {"name": entry["value"]["name"], "role": entry["value"]["role"]} for entry in content["reviewers"]
            ],
        },
        "sources": [{"title": entry["value"]["title"], "url": entry["value"]["url"]} for entry in content["sources"]],
        "related": [
            {"id": str(facts.keys[entry["value"]]), "url": addresses.negotiated(facts.keys[entry["value"]], locale)}
            for entry in content["related"]
            if entry["value"] in facts.keys
        ],
        "translation": {
            "source_locale": localised.source_locale,
            "status": localised.status.value,
            "segments": len(localised.judgements),
            "current": len(localised.judgements) - len(localised.not_current),
            "not_current": [writer.not_current(judgement) for judgement in localised.not_current],
            "reviewers": list(facts.reviewers_of_translation),
        },
        **ending(facts.slug, localised.source_locale, facts.locales, dates),
    }


def _date(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


class _Writer:
    """Writes the parts of one document that depend on what language each piece of it is in."""

    def __init__(
        self, localised: LocalisedContent, facts: Facts, words: InterfaceWords, source_words: InterfaceWords
    ) -> None:
        self._localised = localised
        self._facts = facts
        self._words = words
        self._source_words = source_words
        self._by_owner: dict[str, list[Judgement]] = {}
        for judgement in localised.judgements:
            self._by_owner.setdefault(_owner(judgement.segment.path), []).append(judgement)

    def sections(self) -> list[Json]:
        written = [self._section(section) for section in Section]
        return written if written[-1]["blocks"] else written[:-1]

    def not_current(self, judgement: Judgement) -> Json:
        segment = judgement.segment
        field = segment.path.split(".")[0].split("#")[0].removesuffix("_heading")
        return {
            "path": segment.path,
            "state": judgement.verdict.value,
            "section": field if field in set(Section) else None,
            "critical": segment.critical,
            "lang": self._localised.in_place_of[segment.path],
        }

    def _section(self, section: Section) -> Json:
        heading, lang = self._heading(section)
        blocks = (self._block(section, entry) for entry in self._localised.content[section.value])
        return {
            "type": section.value,
            "heading": heading,
            "lang": lang,
            "blocks": [block for block in blocks if block is not None],
        }

    def _heading(self, section: Section) -> tuple[str, str]:
        name = f"{section}_heading"
        if own := self._localised.content[name]:
            return own, self._localised.language_at(name)
        # A title that isn't in the document's language would make a heading of two languages.
        titled_here = self._localised.language_at("title") == self._localised.locale
        words = self._words if titled_here else self._source_words
        phrase = words.default_heading(section, self._localised.content["title"])
        return phrase.text, phrase.lang

    def _block(self, section: Section, entry: Raw) -> Json | None:
        path = f"{section}.{entry['id']}"
        written = BLOCKS[entry["type"]](entry["value"], path, self)
        if written is None:
            return None
        verdicts = {judgement.verdict for judgement in self._by_owner.get(path, [])}
        usual = Verdict.SOURCE if self._localised.status is Status.SOURCE else Verdict.CURRENT
        state = max(verdicts, key=_GRAVITY.index, default=usual).value
        return {"id": entry["id"], "type": entry["type"], "lang": written.pop("lang"), "state": state, **written}

    def language_at(self, path: str) -> str:
        return self._localised.language_at(path)

    def language_of_all(self, path: str) -> str:
        """The language of rich text: the document's, unless no paragraph of it is."""
        locale, in_place_of = self._localised.locale, self._localised.in_place_of
        languages = {in_place_of.get(j.segment.path, locale) for j in self._by_owner.get(path, [])}
        return self._localised.source_locale if languages and locale not in languages else locale

    def items(self, items: Raw, path: str) -> list[Json]:
        """A list of plain texts, each with its own language."""
        return [
            {"id": item["id"], "lang": self.language_at(f"{path}.{item['id']}"), "text": item["value"]}
            for item in items or ()
        ]

    def html(self, rich: str | None) -> str:
        return public_html(rich or "", self._link)

    def image(self, pk: int) -> Json | None:
        return self._facts.images.get(pk)

    def _link(self, attributes: Mapping[str, str]) -> str | None:
        if attributes.get("linktype") == "page":
            pk = attributes.get("id", "")
            key = self._facts.keys.get(int(pk)) if pk.isdecimal() else None
            return addresses.negotiated(key, self._localised.locale) if key else None
        return attributes.get("href")


def _owner(path: str) -> str:
    """What a segment's path belongs to: `section.<block id>`, or the field."""
    parts = path.split("#")[0].split(".")
    return ".".join(parts[:2])


# Each writes the keys that its type has beside id, type and state. `lang` is the language of the plain text that
# stands directly in the block; items have their own, and HTML says it on its elements.


def _heading_block(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {"lang": writer.language_at(path), "text": value}


def _paragraph(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {"lang": writer.language_of_all(path), "html": writer.html(value)}


def _advice(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {
        "lang": writer.language_at(f"{path}.heading"),
        "urgency": value["urgency"],
        "heading": value["heading"],
        "html": writer.html(value["body"]),
    }


def _examination(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {
        "lang": writer.language_at(f"{path}.name"),
        "name": value["name"],
        "html": writer.html(value.get("body")),
    }


def _treatment(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {
        "lang": writer.language_at(f"{path}.name"),
        "approach": value["approach"],
        "name": value["name"],
        "html": writer.html(value.get("body")),
        "warnings": writer.items(value.get("warnings"), f"{path}.warnings"),
    }


def _image(value: Raw, path: str, writer: _Writer) -> Json | None:
    picture = writer.image(value["image"])
    if picture is None:
        return None
    return {
        "lang": writer.language_at(f"{path}.alt"),
        "image": picture,
        "alt": value["alt"],
        "caption": value.get("caption") or "",
        "caption_lang": writer.language_at(f"{path}.caption"),
    }


def _table(value: Raw, path: str, writer: _Writer) -> Json | None:
    return {
        "lang": writer.language_at(f"{path}.caption"),
        "caption": value["caption"],
        "header": writer.items(value["header"], f"{path}.header"),
        "rows": [
            {"id": row["id"], "cells": [{"id": c["id"], "html": writer.html(c["value"])} for c in row["value"]]}
            for row in value["rows"]
        ],
    }


# Every block type of a section; the system check compares them with pages.blocks.
BLOCKS: Mapping[str, Callable[[Raw, str, _Writer], Json | None]] = {
    "heading": _heading_block,
    "paragraph": _paragraph,
    "advice": _advice,
    "examination": _examination,
    "treatment": _treatment,
    "image": _image,
    "table": _table,
}
