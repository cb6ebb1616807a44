"""The addresses of the API, each with its parameters and everything that it can answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.views import SpectacularAPIView

from api.addresses import ROOT
from api.label_files import FORMATS
from api.listing import FIELDS, LONGEST_QUERY
from api.parameters import DEFAULT_LIMIT, HIGHEST_LIMIT
from api.problems import (
    BAD_CURSOR,
    BAD_PARAMETER,
    BAD_REQUEST,
    CURSOR_GONE,
    INTERNAL,
    NOT_ACCEPTABLE,
    NOT_FOUND,
    NOT_IN_LANGUAGE,
    PRECONDITION_FAILED,
    PROBLEM_TYPES,
    TOO_MANY_REQUESTS,
    UNKNOWN_LOCALE,
    WITHDRAWN,
    ProblemType,
)
from api.representations.formats import REPRESENTATIONS
from api.responses import CACHE_CONTROL
from api.schema_answers import problem_component
from api.schema_examples import EXAMPLES
from api.schema_parts import CURSOR, SLUG, VERSION, one_of, ref, text
from api.serialising import Json
from pages.vocabulary import Section
from translation.compose import Status

TAGS: dict[str, str] = {
    "conditions": "Conditions, one by one and in lists.",
    "sync": "For apps that keep conditions offline.",
    "site": "What is here, and in which languages.",
}


def _header(description: str, required: bool = True, **schema: Any) -> Json:
    return {"description": description, "required": required, "schema": text(**schema)}


HEADERS: dict[str, Json] = {
    "ETag": _header(
        "The strong validator: SHA-256 of the bytes, and the name of the compression, if there is one.",
        pattern='^"[0-9a-f]{64}(-br|-gzip)?"$',
    ),
    "Cache-Control": _header("How long a copy may be used without asking.", examples=[CACHE_CONTROL]),
    "Access-Control-Allow-Origin": _header("Any web page may read this.", const="*"),
    "Content-Language": _header("The language of the answer (BCP 47).", examples=["nl"]),
    "Content-Location": _header("The canonical address of what was chosen.", format="uri-reference"),
    "Vary": _header(
        "Accept-Encoding, where the answer can be compressed; at negotiated addresses Accept-Language, unless `locale` "
        "was given.",
        required=False,
    ),
    "Link": _header("The same condition in all its languages (RFC 8288, `rel=alternate`).", required=False),
    "Surrogate-Key": _header("Names by which a cache in between can be told to forget.", required=False),
    "RateLimit": _header("What is left, where requests are counted.", required=False),
    "RateLimit-Policy": _header("How many requests in how many seconds.", required=False),
    "Retry-After": _header("In how many seconds to go on.", pattern="^[0-9]+$"),
    "Deprecation": _header("Since when this API is deprecated (RFC 9745), if it is.", required=False),
    "Sunset": _header("When this API ends (RFC 8594), if it does.", required=False),
}
_READABLE_ANYWHERE = {"Access-Control-Allow-Origin": ref("Access-Control-Allow-Origin", kind="headers")}
_ALWAYS = (
    "ETag",
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "Vary",
    "RateLimit",
    "RateLimit-Policy",
    "Deprecation",
    "Sunset",
)
_IN_LANGUAGE = (*_ALWAYS, "Content-Language", "Surrogate-Key")
_CONDITION = (*_IN_LANGUAGE, "Link")
_NEGOTIATED = (*_IN_LANGUAGE, "Content-Location")


_OTHER_REPRESENTATIONS = tuple(each.media_type for each in REPRESENTATIONS.values() if each.write)
_SECTIONS = "|".join(Section)
_STATUSES = "|".join(status.value for status in Status)


def _parameter(place: str, name: str, schema: Json, description: str) -> Json:
    return {"in": place, "name": name, "required": place == "path", "schema": schema, "description": description}


PARAMETERS: dict[str, Json] = {
    "Locale": _parameter("path", "locale", text(examples=["nl"]), "One of the site's languages, as written there."),
    "Slug": _parameter("path", "slug", SLUG, "The condition's slug."),
    "SlugOrId": _parameter("path", "slug_or_id", text(minLength=1), "The condition's slug or its id."),
    "ProblemName": _parameter("path", "name", text(enum=[k.name for k in PROBLEM_TYPES]), "The type of problem."),
    "BundleVersion": _parameter("path", "version", VERSION, "From `url` of the manifest."),
    "Limit": _parameter(
        "query",
        "limit",
        {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": DEFAULT_LIMIT},
        "How many items at most.",
    ),
    "Cursor": _parameter("query", "cursor", CURSOR, "From `next` of the page before."),
    "Format": _parameter(
        "query",
        "format",
        text(enum=list(REPRESENTATIONS), default="json"),
        "The representation; goes before Accept.",
    ),
    "LabelFormat": _parameter(
        "query",
        "format",
        text(enum=list(FORMATS), default="json"),
        "`arb` for Flutter, `android` for strings.xml, `apple` for a String Catalog.",
    ),
    "Query": _parameter(
        "query",
        "q",
        text(minLength=1, maxLength=LONGEST_QUERY, examples=["sore thr"]),
        "Words, each of which begins a word of the condition: of its title, other names, codes, summary or text. "
        "Accents and capitals don't count. What has them in its title comes first. At least one letter or digit.",
    ),
    "Letter": _parameter(
        "query", "letter", text(examples=["K"]), "Only titles under this letter of the language's alphabet, or `#`."
    ),
    "Code": _parameter(
        "query",
        "code",
        text(examples=["icd-10|J02", "snomed-ct|405737000,mesh|D010612"]),
        "Only conditions with this clinical code, or with one of several with commas between them: `system|code`, the "
        "system by its short name or URI, or the code alone. Of the ICD, it finds longer codes that begin so.",
    ),
    "Synonym": _parameter(
        "query",
        "synonym",
        text(minLength=1, examples=["pharyngitis"]),
        "Only conditions that are called exactly so, as their title or else. At least one letter or digit.",
    ),
    "StatusFilter": _parameter(
        "query",
        "status",
        text(pattern=f"^({_STATUSES})(,({_STATUSES}))*$", examples=["complete,source"]),
        "Only conditions whose translation has this status, or one of several with commas between them.",
    ),
    "ModifiedSince": _parameter(
        "query",
        "modified_since",
        text(format="date-time"),
        "Only conditions whose documents changed at this moment or later (RFC 3339). It never tells of withdrawals: "
        "an app that keeps conditions asks the change feed.",
    ),
    "Include": _parameter(
        "query", "include", text(enum=["sections"]), "With the whole document of each condition, in `document`."
    ),
    "Fields": _parameter(
        "query",
        "fields",
        text(pattern=f"^({'|'.join(FIELDS)})(,({'|'.join(FIELDS)}))*$", examples=["id,title,version"]),
        "Only these keys of each item, and `document`.",
    ),
    "Sections": _parameter(
        "query",
        "sections",
        text(pattern=f"^({_SECTIONS})(,({_SECTIONS}))*$", examples=["signs,treatments"]),
        "With documents, but only these of their sections; then they aren't the bytes that `version` is of.",
    ),
    "Since": _parameter("query", "since", CURSOR, "From `cursor` of the answer before. Without it: everything."),
    "WantedLocale": _parameter(
        "query",
        "locale",
        text(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", examples=["nl-BE"]),
        "The wanted language (BCP 47); what suits it best is answered. Goes before Accept-Language.",
    ),
    "Fallback": _parameter(
        "query",
        "fallback",
        text(enum=["default", "none"], default="default"),
        "What to do where the wanted languages have nothing: answer another language, or a problem.",
    ),
    "AcceptLanguage": _parameter(
        "header", "Accept-Language", text(examples=["nl-BE, fr;q=0.5"]), "The wanted languages (RFC 9110 §12.5.4)."
    ),
    "IfNoneMatch": _parameter("header", "If-None-Match", text(), "An ETag; if it is still right, the answer is 304."),
    "SchemaFormat": _parameter(
        "query", "format", text(enum=["json", "yaml"]), "Goes before Accept; without either it is YAML."
    ),
}


def _problems(kinds: Iterable[ProblemType]) -> dict[str, Json]:
    """The answers to requests that fail in one of these ways, by status."""
    by_status: dict[int, list[ProblemType]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status.value, []).append(kind)
    return {
        str(status): {
            "description": " ".join(f"{kind.title}: {kind.meaning}" for kind in alike),
            "headers": {
                "Cache-Control": ref("Cache-Control", kind="headers"),
                **_READABLE_ANYWHERE,
                **({"Retry-After": ref("Retry-After", kind="headers")} if TOO_MANY_REQUESTS in alike else {}),
            },
            "content": {
                "application/problem+json": {
                    "schema": ref(problem_component(alike[0]))
                    if len(alike) == 1
                    else one_of("type", {kind.uri: problem_component(kind) for kind in alike}),
                    "examples": {kind.name: ref(problem_component(kind), kind="examples") for kind in alike},
                }
            },
        }
        for status, alike in sorted(by_status.items())
    }


def _other(media_type: str) -> Json:
    """What a representation is, for those who read it as more than text."""
    return {"type": "object" if media_type.endswith("+json") else "string"}


def _read(
    name: str,
    summary: str,
    component: str,
    *,
    tag: str,
    description: str = "",
    parameters: Iterable[str] = (),
    headers: Iterable[str] = _ALWAYS,
    problems: Iterable[ProblemType] = (),
    others: Iterable[str] = (),
) -> Json:
    """An address that is read: 200, 304, and problems."""
    sent = {header: ref(header, kind="headers") for header in headers}
    content: Json = {"schema": ref(component)}
    if component in EXAMPLES:
        content["examples"] = {"example": ref(component, kind="examples")}
    return {
        "operationId": name,
        "summary": summary,
        **({"description": description} if description else {}),
        "tags": [tag],
        "parameters": [ref(parameter, kind="parameters") for parameter in (*parameters, "IfNoneMatch")],
        "responses": {
            "200": {
                "description": summary,
                "headers": sent,
                "content": {
                    "application/json": content,
                    **{media_type: {"schema": _other(media_type)} for media_type in others},
                },
            },
            "304": {"description": "The copy that the client has is still right.", "headers": sent},
            **_problems(
                (
                    BAD_REQUEST,
                    BAD_PARAMETER,
                    *problems,
                    NOT_ACCEPTABLE,
                    PRECONDITION_FAILED,
                    TOO_MANY_REQUESTS,
                    INTERNAL,
                )
            ),
        },
    }


_OF_LISTS = (
    "Query",
    "Letter",
    "Code",
    "Synonym",
    "StatusFilter",
    "ModifiedSince",
    "Include",
    "Fields",
    "Sections",
    "Limit",
    "Cursor",
)

OPERATIONS: dict[str, Json] = {
    "": _read("get_root", "What is here", "Root", tag="site"),
    "locales/": _read("list_locales", "The languages of the site", "LocaleList", tag="site"),
    "{locale}/conditions/": _read(
        "list_conditions",
        "The conditions in one language, by title or by what is searched",
        "ConditionList",
        tag="conditions",
        parameters=("Locale", *_OF_LISTS),
        headers=_IN_LANGUAGE,
        problems=(BAD_CURSOR, UNKNOWN_LOCALE),
    ),
    "{locale}/conditions/{slug}/": _read(
        "get_condition",
        "A condition in one language",
        "Condition",
        tag="conditions",
        description="The canonical address: strictly this language.",
        parameters=("Locale", "Slug", "Format"),
        others=_OTHER_REPRESENTATIONS,
        headers=_CONDITION,
        problems=(NOT_FOUND, NOT_IN_LANGUAGE, UNKNOWN_LOCALE, WITHDRAWN),
    ),
    "{locale}/labels/": _read(
        "get_labels",
        "The interface words of a language",
        "LabelFile",
        tag="site",
        description="Headings, urgencies, approaches, notices. `format` makes it a file that an app is built with.",
        parameters=("Locale", "LabelFormat"),
        others=("application/xml",),
        headers=(*_ALWAYS, "Content-Language"),
        problems=(UNKNOWN_LOCALE,),
    ),
    "{locale}/letters/": _read(
        "list_letters",
        "The alphabet of a language",
        "LetterList",
        tag="conditions",
        description="With how many conditions stand under each letter.",
        parameters=("Locale",),
        headers=_IN_LANGUAGE,
        problems=(UNKNOWN_LOCALE,),
    ),
    "conditions/": _read(
        "list_negotiated_conditions",
        "The conditions in the language that suits the reader best",
        "ConditionList",
        tag="conditions",
        description="`Content-Language` and `Content-Location` say which language that is.",
        parameters=("WantedLocale", "AcceptLanguage", "Fallback", *_OF_LISTS),
        headers=_NEGOTIATED,
        problems=(BAD_CURSOR, NOT_IN_LANGUAGE),
    ),
    "conditions/{slug_or_id}/": _read(
        "get_negotiated_condition",
        "A condition in the language that suits the reader best",
        "Condition",
        tag="conditions",
        description="`Content-Language` and `Content-Location` say which language that is. Links between conditions "
        "lead here.",
        parameters=("SlugOrId", "WantedLocale", "AcceptLanguage", "Fallback", "Format"),
        others=_OTHER_REPRESENTATIONS,
        headers=(*_NEGOTIATED, "Link"),
        problems=(NOT_FOUND, NOT_IN_LANGUAGE, WITHDRAWN),
    ),
    "{locale}/changes/": _read(
        "list_changes",
        "What happened in one language, oldest first",
        "ChangeList",
        tag="sync",
        description="Documents stand in it whole, withdrawals as tombstones. Ask with `since`, store the changes and "
        "then `cursor`, and ask on at once while `has_more` is true.",
        parameters=("Locale", "Since", "Limit"),
        headers=_IN_LANGUAGE,
        problems=(BAD_CURSOR, UNKNOWN_LOCALE, CURSOR_GONE),
    ),
    "{locale}/bundle/": _read(
        "get_bundle",
        "All that can be read in one language, as one file",
        "Bundle",
        tag="sync",
        description="Begin with it: take the file at `url`, then follow the change feed from `cursor`.",
        parameters=("Locale",),
        headers=_IN_LANGUAGE,
        problems=(UNKNOWN_LOCALE,),
    ),
    "{locale}/bundle/{version}/": _read(
        "get_bundle_file",
        "A bundle",
        "ChangeList",
        tag="sync",
        description="An answer of the change feed from its beginning, without tombstones and of any length. It never "
        "changes; once there is a newer one, or something in it was withdrawn, it goes.",
        parameters=("Locale", "BundleVersion"),
        headers=_IN_LANGUAGE,
        problems=(NOT_FOUND, UNKNOWN_LOCALE),
    ),
    "problems/": _read("list_problem_types", "The types of problems", "ProblemTypeList", tag="site"),
    "problems/{name}/": _read(
        "get_problem_type",
        "A type of problem",
        "ProblemType",
        tag="site",
        parameters=("ProblemName",),
        problems=(NOT_FOUND,),
    ),
    "schema/": {
        "operationId": "get_schema",
        "summary": "This contract",
        "tags": ["site"],
        "parameters": [ref("SchemaFormat", kind="parameters")],
        "responses": {
            "200": {
                "description": "An OpenAPI document.",
                "headers": _READABLE_ANYWHERE,
                "content": {
                    renderer.media_type: {"schema": {"type": "object"}}
                    for renderer in SpectacularAPIView.renderer_classes
                },
            },
            **_problems((BAD_REQUEST, BAD_PARAMETER, NOT_ACCEPTABLE, TOO_MANY_REQUESTS, INTERNAL)),
        },
    },
    "docs/": {
        "operationId": "get_docs",
        "summary": "This contract as a page to read",
        "tags": ["site"],
        "responses": {
            "200": {
                "description": "A page.",
                "headers": _READABLE_ANYWHERE,
                "content": {"text/html": {"schema": {"type": "string"}}},
            },
            **_problems((BAD_REQUEST, BAD_PARAMETER, NOT_ACCEPTABLE, TOO_MANY_REQUESTS, INTERNAL)),
        },
    },
}

PATHS: dict[str, Json] = {ROOT + path: {"get": operation} for path, operation in OPERATIONS.items()}
