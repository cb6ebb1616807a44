"""The lists, the change feed and the problems as JSON Schema."""

from __future__ import annotations

from api.problems import (
    BAD_CURSOR,
    BAD_PARAMETER,
    CURSOR_GONE,
    NOT_IN_LANGUAGE,
    PROBLEM_TYPES,
    UNKNOWN_LOCALE,
    WITHDRAWN,
    ProblemType,
)
from api.schema_parts import (
    CURSOR,
    ID,
    LANG,
    LOCALE,
    LOCALES,
    MODIFIED_AT,
    PUBLISHED_AT,
    SLUG,
    URL,
    VERSION,
    count,
    list_of,
    moment,
    object_of,
    one_of,
    ref,
    text,
)
from api.serialising import Json
from pages.models import SUMMARY_LENGTH


def problem_component(kind: ProblemType) -> str:
    """`not-found` is described by NotFoundProblem."""
    return "".join(word.capitalize() for word in kind.name.split("-")) + "Problem"


_MESSAGE: Json = {
    "message": text("What readers are to be told; empty for most reasons."),
    "message_lang": text("The language of the message (BCP 47); empty without one."),
}


def sparse(description: str, **properties: Json) -> Json:
    """An object of which a client may ask for some properties alone."""
    return object_of(description, **properties) | {"required": ["document"]}


LIST_SCHEMAS: dict[str, Json] = {
    "ConditionList": object_of(
        "Conditions in one language: by title in the order of its alphabet, or what was searched by rank.",
        locale=LOCALE,
        items=list_of(ref("ConditionSummary")),
        next={"type": ["string", "null"], "format": "uri-reference", "description": "The next page; null on the last."},
    ),
    "ConditionSummary": sparse(
        "A condition in a list; with `fields`, only those keys and `document`.",
        id=ID,
        slug=SLUG,
        url=URL,
        title=text("Plain text."),
        title_lang=LANG,
        summary=text("Plain text.", maxLength=SUMMARY_LENGTH),
        summary_lang=LANG,
        status=ref("Status"),
        version=VERSION,
        published_at=PUBLISHED_AT,
        modified_at=MODIFIED_AT,
        document={
            "anyOf": [ref("Condition"), ref("SparseCondition"), {"type": "null"}],
            "description": "The whole condition, with `include=sections`; with `sections`, only those; else null.",
        },
    ),
    "ChangeList": object_of(
        "What happened in one language after a cursor, oldest first.",
        locale=LOCALE,
        cursor=CURSOR | {"description": "Store it once these changes are stored: `since` of the next request."},
        has_more={"type": "boolean", "description": "Whether to ask on at once."},
        next=URL,
        changes=list_of(ref("Change")),
    ),
    "Change": one_of("type", {"condition": "ConditionChange", "tombstone": "Tombstone"}),
    "ConditionChange": object_of(
        "A condition appeared or changed. Store the document in place of what you have under its id.",
        type={"type": "string", "const": "condition"},
        id=ID,
        slug=SLUG,
        at=MODIFIED_AT,
        version=VERSION,
        document=ref("Condition"),
    ),
    "Tombstone": object_of(
        "A condition was withdrawn in this language. Delete what you have under its id.",
        type={"type": "string", "const": "tombstone"},
        id=ID,
        slug=SLUG,
        at=moment("When it was withdrawn."),
        reason=ref("WithdrawalReason"),
        **_MESSAGE,
    ),
    "Bundle": object_of(
        "Where all that can be read in one language is, as one file.",
        locale=LOCALE,
        version=text("SHA-256 of the file's bytes, before compression.", pattern="^[0-9a-f]{64}$"),
        cursor=CURSOR | {"description": "Where the change feed goes on after it: `since` of the next request."},
        count=count("How many conditions are in it."),
        size=count("Bytes, before compression."),
        url=URL,
        created_at=moment("When it was made."),
    ),
    "Root": object_of(
        "What is here.",
        version=text("Of this API."),
        locales=LOCALES,
        tombstone_days=count("For how many days the change feed tells of what was withdrawn."),
        links=object_of(
            "Addresses; braces stand for what you fill in.",
            **{
                name: text(format="uri-template")
                for name in (
                    "locales",
                    "conditions",
                    "letters",
                    "condition",
                    "changes",
                    "bundle",
                    "labels",
                    "negotiated_conditions",
                    "negotiated_condition",
                    "schema",
                    "docs",
                    "problems",
                )
            },
        ),
    ),
    "Labels": object_of(
        "The interface words of a language, each under a key that never changes.",
        locale=LOCALE,
        labels={
            "type": "object",
            "description": "By key. `{condition}` stands for the title of a condition.",
            "additionalProperties": object_of("Some words.", text=text(), lang=LANG),
        },
    ),
    "LabelFile": {
        "anyOf": [
            ref("Labels"),
            object_of(
                "With `format=apple`: a String Catalog.",
                sourceLanguage=LOCALE,
                strings={"type": "object"},
                version=text(),
            ),
            {
                "type": "object",
                "description": "With `format=arb`: an Application Resource Bundle.",
                "properties": {"@@locale": text()},
                "required": ["@@locale"],
            },
        ]
    },
    "LetterList": object_of(
        "The alphabet of a language.",
        locale=LOCALE,
        items=list_of(
            object_of(
                "A letter; `#` stands for digits, signs and other scripts.",
                letter=text("As in the language."),
                count=count("How many conditions stand under it."),
                url=URL,
            )
        ),
    ),
    "LocaleList": object_of("The languages of the site.", items=list_of(ref("Locale"))),
    "Locale": object_of(
        "A language, with what there is in it.",
        locale=LOCALE,
        name=text("In English."),
        own_name=text("In the language itself."),
        direction=ref("Direction"),
        conditions=object_of(
            "How many conditions there are.",
            published=count("All that can be read."),
            complete=count("Those of which every text is current."),
            outdated=count("Those of which at least one text is not."),
        ),
        url=URL,
    ),
}


# The extension members (RFC 9457 §3.2) of each type of problem.
_PARAMETER = {"parameter": text("The query parameter that is wrong.")}
_MEMBERS: dict[ProblemType, dict[str, Json]] = {
    NOT_IN_LANGUAGE: {"locales": LOCALES},
    UNKNOWN_LOCALE: {"locales": LOCALES},
    WITHDRAWN: {"reason": ref("WithdrawalReason"), "id": ID, **_MESSAGE},
    BAD_PARAMETER: _PARAMETER,
    BAD_CURSOR: _PARAMETER,
    CURSOR_GONE: {"restart": URL, "bundle": URL},
}


def _problem(kind: ProblemType) -> Json:
    return object_of(
        kind.meaning,
        type={"type": "string", "const": kind.uri},
        title=text("For people; may be reworded.", examples=[kind.title]),
        status={"type": "integer", "const": kind.status.value},
        detail=text("For people: what is wrong with this request."),
        **_MEMBERS.get(kind, {}),
    )


PROBLEM_SCHEMAS: dict[str, Json] = {
    "Problem": one_of("type", {kind.uri: problem_component(kind) for kind in PROBLEM_TYPES}),
    **{problem_component(kind): _problem(kind) for kind in PROBLEM_TYPES},
    "ProblemTypeList": object_of("All types of problems.", items=list_of(ref("ProblemType"))),
    "ProblemType": object_of(
        "A type of problem; its meaning never changes.",
        type={"type": "string", "format": "uri-reference", "enum": [kind.uri for kind in PROBLEM_TYPES]},
        title=text("For people; may be reworded."),
        status={"type": "integer", "enum": sorted({kind.status.value for kind in PROBLEM_TYPES})},
        meaning=text("For people."),
    ),
}
