"""The condition document as JSON Schema, with the seven block types. Its enumerations are the code's own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args, get_type_hints

from django.utils.translation import override

from api.models import Edition
from api.schema_parts import (
    HTML,
    ID,
    LANG,
    LOCALE,
    MODIFIED_AT,
    PUBLISHED_AT,
    SLUG,
    URL,
    count,
    day,
    enumeration,
    list_of,
    object_of,
    one_of,
    ref,
    text,
)
from api.serialising import Json
from pages.labels import APPROACH_LABELS, CODE_SYSTEM_NAMES, SECTION_LABELS, URGENCY_LABELS
from pages.languages import direction
from pages.models import SUMMARY_LENGTH
from pages.vocabulary import CODE_SYSTEM_URIS, Section
from translation.compose import Status
from translation.verdicts import Verdict


def _labels(labels: Mapping[Any, Any]) -> dict[str, str]:
    with override(None):  # in English, whatever the language of the request or of the site
        return {member.value: str(label) for member, label in labels.items()}


def _meanings(members: type[Enum], **meanings: str) -> dict[str, str]:
    """A meaning for every member. Raises KeyError for one that has none."""
    return {member.value: meanings[member.name] for member in members}


_STATES = _meanings(
    Verdict,
    SOURCE="the document is in the language that it was written in",
    CURRENT="a reviewed translation of exactly this source text",
    UNREVIEWED="not approved by a second person, so not served",
    STALE="translated from an older source text",
    MISSING="not translated",
)
_NOT_CURRENT = [state.value for state in Verdict if state not in (Verdict.SOURCE, Verdict.CURRENT)]

_ENUMS: dict[str, Json] = {
    "SectionType": enumeration("The parts of a condition, in the order of reading.", _labels(SECTION_LABELS)),
    "Urgency": enumeration("How soon the reader must act.", _labels(URGENCY_LABELS)),
    "Approach": enumeration("What kind of treatment it is.", _labels(APPROACH_LABELS)),
    "CodeSystem": enumeration(
        "Clinical terminologies.", {CODE_SYSTEM_URIS[system]: name for system, name in CODE_SYSTEM_NAMES.items()}
    ),
    "State": enumeration("How old the words are: the gravest of the texts in a block.", _STATES),
    "Status": enumeration(
        "The state of a condition in a language.",
        _meanings(
            Status,
            SOURCE="the language that it was written in",
            COMPLETE="every text is translated, reviewed and current",
            OUTDATED="at least one text is not; `translation.not_current` names them",
        ),
    ),
    "WithdrawalReason": enumeration(
        "Why a condition can't be read any more. Whichever it is, delete your copy.",
        _meanings(
            Edition.Reason,
            UNPUBLISHED="an editor took it back",
            EXPIRED="its time ran out",
            PARENT_UNPUBLISHED="the folder that it was in was taken back",
            RESTRICTED="it is no longer public",
            MOVED="it was moved to a folder that isn't public",
            RECALLED="it was recalled, because it could harm; `message` is for readers",
            DELETED="it was deleted",
            LANGUAGE_REMOVED="it is no longer offered in this language",
            NOT_CURRENT="not all of it is current in this language; until it is, the site serves none of it",
        ),
    ),
    "Direction": {
        "type": "string",
        "enum": list(get_args(get_type_hints(direction)["return"])),
        "description": "Which way the language is written, as HTML's `dir` takes it.",
    },
}


_KEYED_TEXT = {
    "id": text("Stable within the document."),
    "lang": LANG | {"description": "The language of this text (BCP 47)."},
    "text": text("Plain text."),
}

# What each block type has besides the members that all blocks have.
_BLOCKS: dict[str, tuple[str, dict[str, Json]]] = {
    "heading": ("A sub-heading.", {"text": text("Plain text.")}),
    "paragraph": ("Running text.", {"html": HTML}),
    "advice": (
        "When to get help, and how soon.",
        {"urgency": ref("Urgency"), "heading": text("Plain text."), "html": HTML},
    ),
    "examination": (
        "An examination that a patient may be offered.",
        {"name": text("Plain text."), "html": HTML},
    ),
    "treatment": (
        "A treatment with its warnings.",
        {
            "approach": ref("Approach"),
            "name": text("Plain text."),
            "html": HTML,
            "warnings": list_of(object_of("A warning.", **_KEYED_TEXT), "Show them with the treatment."),
        },
    ),
    "image": (
        "A picture with the text that stands for it where it can't be seen.",
        {
            "image": ref("Image"),
            "alt": text("Plain text."),
            "caption": text("Plain text, or empty."),
            "caption_lang": LANG | {"description": "The language of the caption (BCP 47)."},
        },
    ),
    "table": (
        "A table with one header row. Each row has as many cells as the header.",
        {
            "caption": text("Plain text."),
            "header": list_of(object_of("A column's heading.", **_KEYED_TEXT)),
            "rows": list_of(
                object_of(
                    "A row.",
                    id=_KEYED_TEXT["id"],
                    cells=list_of(object_of("A cell.", id=_KEYED_TEXT["id"], html=HTML)),
                )
            ),
        },
    ),
}


def _block(kind: str, description: str, members: dict[str, Json]) -> Json:
    return object_of(
        description,
        id=text("Stable within the document."),
        type={"type": "string", "const": kind},
        lang=LANG
        | {
            "description": "The language (BCP 47) of the plain text directly in the block. Lists say their own, "
            "and so do elements of HTML in another language."
        },
        state=ref("State"),
        **members,
    )


def _rendition(description: str, **more: Json) -> Json:
    size = {"type": "integer", "minimum": 1, "description": "In pixels."}
    url = text("Root-relative, or another host's.", format="uri-reference")
    return object_of(description, url=url, width=size, height=size, **more)


CONDITION_SCHEMAS: dict[str, Json] = {
    **_ENUMS,
    "Condition": object_of(
        "What a patient should know of one medical condition, in one language.",
        id=ID,
        type={"type": "string", "const": "condition"},
        slug=SLUG,
        url=URL,
        locale=LOCALE,
        direction=ref("Direction"),
        title=text("Plain text."),
        also_known_as=list_of(text("Plain text."), "Other names."),
        summary=text("Plain text.", maxLength=SUMMARY_LENGTH),
        codes=list_of(object_of("A clinical code.", system=ref("CodeSystem"), code=text())),
        sections=list_of(
            ref("Section"),
            "Always these, in the order of SectionType, empty or not; the last only if there are blocks in it.",
            minItems=len(Section) - 1,
            maxItems=len(Section),
        ),
        review=object_of(
            "Who checked the source text, and when.",
            last_reviewed=day("Null if nobody said."),
            next_review=day("Null if none is planned."),
            reviewers=list_of(object_of("A reviewer.", name=text(), role=text())),
        ),
        sources=list_of(object_of("What the text rests on.", title=text(), url=text(format="uri"))),
        related=list_of(object_of("Another condition that a reader may want.", id=ID, url=URL)),
        translation=object_of(
            "How the document came to be in its language.",
            source_locale=LOCALE,
            status=ref("Status"),
            segments=count("How many texts there are."),
            current=count("How many of them are in the document's language and up to date."),
            not_current=list_of(ref("NotCurrent"), "The others, in the order of reading."),
            reviewers=list_of(text(), "Who approved the translations."),
        ),
        locales=list_of(
            object_of(
                "A language that the condition is published in.",
                locale=LOCALE,
                url=URL,
                status=enumeration(
                    "Which it is; how complete a translation is stands in its own document.",
                    {"source": "the language that it was written in", "translation": "any other"},
                ),
            )
        ),
        published_at=PUBLISHED_AT,
        modified_at=MODIFIED_AT,
    ),
    "Section": object_of(
        "A part of a condition.",
        type=ref("SectionType"),
        heading=text("Plain text."),
        lang=LANG | {"description": "The language of the heading (BCP 47)."},
        blocks=list_of(ref("Block")),
    ),
    "Block": one_of("type", {kind: f"{kind.capitalize()}Block" for kind in _BLOCKS}),
    **{f"{kind.capitalize()}Block": _block(kind, *rest) for kind, rest in _BLOCKS.items()},
    "Image": _rendition(
        "A picture in its own size.",
        renditions=list_of(
            _rendition("A smaller copy."), "The smallest first; none where the picture is small itself."
        ),
    ),
    "NotCurrent": object_of(
        "A text that isn't current. What stands in its place is the site's choice, by default the source text.",
        path=text("Where it is: field or section, block id, part, paragraph."),
        state=enumeration("Why it isn't current.", {state: _STATES[state] for state in _NOT_CURRENT}),
        section={"oneOf": [ref("SectionType"), {"type": "null"}], "description": "Null if it is in no section."},
        critical={"type": "boolean", "description": "Whether a wrong translation of it can harm somebody."},
        lang=LANG
        | {
            "type": ["string", "null"],
            "description": "The language (BCP 47) of what stands in its place: the source language for the source "
            "text, the document's for a reviewed translation of an older text, null where it is left out.",
        },
    ),
}

_condition = CONDITION_SCHEMAS["Condition"]
CONDITION_SCHEMAS["SparseCondition"] = _condition | {
    "description": "A condition with only those sections that were asked for.",
    "properties": _condition["properties"] | {"sections": list_of(ref("Section"))},
}
