"""Examples for the contract: one condition in Dutch, with one paragraph that is out of date, wherever it can stand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from api import addresses
from api.cursors import FeedCursor, ListCursor
from api.problems import (
    BAD_CURSOR,
    BAD_PARAMETER,
    CURSOR_GONE,
    NOT_FOUND,
    NOT_IN_LANGUAGE,
    PROBLEM_TYPES,
    UNKNOWN_LOCALE,
    WITHDRAWN,
    ProblemType,
)
from api.schema_answers import problem_component
from api.serialising import Json
from pages.alphabets import sort_key

_ID = "6f1d8c5e-0a4b-4f0e-9d53-1f3a2b7c9e10"
_OTHER = "b3a9e7d2-5c1f-4e86-8a70-92d4c6f8e1a5"
_VERSION = "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de"
_CURSOR = str(FeedCursor("5e1f9a0c", 1284))
_NEXT = ListCursor(sort_key("Keelpijn", "nl"), UUID(_ID))
_DATES = {"published_at": "2026-03-02T09:15:00Z", "modified_at": "2026-05-18T14:02:31Z"}


def _block(block_id: str, kind: str, state: str = "current", lang: str = "nl", **members: Any) -> Json:
    return {"id": block_id, "type": kind, "lang": lang, "state": state, **members}


_DEFINITION = [
    _block("d1", "paragraph", html="<p>Keelpijn is pijn achter in de keel, <b>vooral bij het slikken</b>.</p>"),
    _block(
        "d2",
        "image",
        image={
            "url": "/media/original_images/throat.png",
            "width": 1200,
            "height": 800,
            "renditions": [{"url": "/media/images/throat.width-400.png", "width": 400, "height": 267}],
        },
        alt="Een open mond met rode amandelen.",
        caption="",
        caption_lang="nl",
    ),
]
_SIGNS = [
    _block(
        "s1",
        "advice",
        urgency="emergency",
        heading="Bel 112",
        html="<p>als u moeite krijgt met ademhalen.</p>",
    ),
    _block(
        "s2",
        "paragraph",
        state="stale",
        lang="en",
        html='<p lang="en" dir="ltr">Swollen glands and a fever above 38.5 °C.</p>',
    ),
]
_DIAGNOSIS = [_block("o1", "examination", name="Keeluitstrijkje", html="<p>Het duurt een minuut.</p>")]
_TREATMENTS = [
    _block("t1", "heading", text="Pijnstillers"),
    _block(
        "t2",
        "treatment",
        approach="medicine",
        name="Paracetamol",
        html="<p>Volwassenen: 500 mg, hooguit zes keer per dag.</p>",
        warnings=[{"id": "w1", "lang": "nl", "text": "Niet samen met andere middelen waar paracetamol in zit."}],
    ),
    _block(
        "t3",
        "table",
        caption="Hoogste dosis per dag",
        header=[{"id": "h1", "lang": "nl", "text": "Leeftijd"}, {"id": "h2", "lang": "nl", "text": "Dosis"}],
        rows=[{"id": "r1", "cells": [{"id": "c1", "html": "vanaf 18 jaar"}, {"id": "c2", "html": "3 g"}]}],
    ),
]


def _section(kind: str, heading: str, blocks: list[Json]) -> Json:
    return {"type": kind, "heading": heading, "lang": "nl", "blocks": blocks}


_CONDITION: Json = {
    "id": _ID,
    "type": "condition",
    "slug": "sore-throat",
    "url": addresses.canonical("nl", "sore-throat"),
    "locale": "nl",
    "direction": "ltr",
    "title": "Keelpijn",
    "also_known_as": ["Faryngitis"],
    "summary": "Pijn bij het slikken.",
    "codes": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "J02"}],
    "sections": [
        _section("definition", "Wat is keelpijn?", _DEFINITION),
        _section("causes", "Wat zijn de oorzaken van keelpijn?", []),
        _section("signs", "Wat zijn de verschijnselen van keelpijn?", _SIGNS),
        _section("diagnosis", "Hoe wordt keelpijn vastgesteld?", _DIAGNOSIS),
        _section("treatments", "Hoe wordt keelpijn behandeld?", _TREATMENTS),
    ],
    "review": {
        "last_reviewed": "2026-01-20",
        "next_review": "2028-01-20",
        "reviewers": [{"name": "A. Jansen", "role": "huisarts"}],
    },
    "sources": [{"title": "Sore throat (acute)", "url": "https://example.org/guideline"}],
    "related": [{"id": _OTHER, "url": f"{addresses.ROOT}conditions/{_OTHER}/?locale=nl"}],
    "translation": {
        "source_locale": "en",
        "status": "outdated",
        "segments": 20,
        "current": 19,
        "not_current": [
            {"path": "signs.s2#k0000", "state": "stale", "section": "signs", "critical": False, "lang": "en"}
        ],
        "reviewers": ["R. Bakker"],
    },
    "locales": [
        {"locale": "en", "url": addresses.canonical("en", "sore-throat"), "status": "source"},
        {"locale": "nl", "url": addresses.canonical("nl", "sore-throat"), "status": "translation"},
    ],
    **_DATES,
}

_CONDITION_LIST: Json = {
    "locale": "nl",
    "items": [
        {
            "id": _ID,
            "slug": "sore-throat",
            "url": _CONDITION["url"],
            "title": _CONDITION["title"],
            "title_lang": "nl",
            "summary": _CONDITION["summary"],
            "summary_lang": "nl",
            "status": "outdated",
            "version": _VERSION,
            **_DATES,
            "document": None,
        }
    ],
    "next": f"{addresses.locale_root('nl')}conditions/?limit=1&cursor={_NEXT}",
}

_CHANGE_LIST: Json = {
    "locale": "nl",
    "cursor": _CURSOR,
    "has_more": False,
    "next": f"{addresses.locale_root('nl')}changes/?since={_CURSOR}&limit=20",
    "changes": [
        {
            "type": "tombstone",
            "id": _OTHER,
            "slug": "quinsy",
            "at": "2026-05-17T08:00:00Z",
            "reason": "recalled",
            "message": "De dosis op deze pagina was te hoog. Vraag uw apotheker.",
            "message_lang": "nl",
        },
        {
            "type": "condition",
            "id": _ID,
            "slug": "sore-throat",
            "at": _DATES["modified_at"],
            "version": _VERSION,
            "document": _CONDITION,
        },
    ],
}

_BUNDLE: Json = {
    "locale": "nl",
    "version": _VERSION,
    "cursor": _CURSOR,
    "count": 812,
    "size": 11734011,
    "url": addresses.bundle("nl", _VERSION),
    "created_at": "2026-05-18T14:02:31Z",
}

_LABELS: Json = {
    "locale": "nl",
    "labels": {
        "section.causes.heading": {"text": "{condition}: wat zijn de oorzaken?", "lang": "nl"},
        "urgency.emergency": {"text": "Noodgeval: handel meteen", "lang": "nl"},
    },
}

_LETTER_LIST: Json = {
    "locale": "nl",
    "items": [
        {"letter": "K", "count": 31, "url": f"{addresses.locale_root('nl')}conditions/?letter=K"},
        {"letter": "#", "count": 0, "url": f"{addresses.locale_root('nl')}conditions/?letter=%23"},
    ],
}

_LOCALE_LIST: Json = {
    "items": [
        {
            "locale": "nl",
            "name": "Dutch",
            "own_name": "Nederlands",
            "direction": "ltr",
            "conditions": {"published": 8, "complete": 7, "outdated": 1},
            "url": f"{addresses.locale_root('nl')}conditions/",
        }
    ]
}

# What a problem says of one request: its detail, and the members that its type has.
_PROBLEM_DETAILS: dict[ProblemType, Json] = {
    NOT_FOUND: {"detail": "There is no such condition."},
    NOT_IN_LANGUAGE: {"locales": ["en", "nl"]},
    UNKNOWN_LOCALE: {"locales": ["en", "nl", "es", "ar"]},
    WITHDRAWN: {"reason": "unpublished", "id": _ID, "message": "", "message_lang": ""},
    BAD_PARAMETER: {"detail": "A whole number from 1 to 100.", "parameter": "limit"},
    BAD_CURSOR: {"detail": "not a cursor of this list", "parameter": "cursor"},
    CURSOR_GONE: {
        "restart": f"{addresses.locale_root('nl')}changes/",
        "bundle": f"{addresses.locale_root('nl')}bundle/",
    },
}


def _problem_example(kind: ProblemType) -> Json:
    known = {"type": kind.uri, "title": kind.title, "status": kind.status.value, "detail": kind.meaning}
    return known | _PROBLEM_DETAILS.get(kind, {})


_PROBLEM_TYPE: Json = {
    "type": NOT_FOUND.uri,
    "title": NOT_FOUND.title,
    "status": NOT_FOUND.status.value,
    "meaning": NOT_FOUND.meaning,
}

# By the component that an example is one of.
EXAMPLES: dict[str, Json] = {
    "Condition": {"value": _CONDITION},
    "ConditionList": {"value": _CONDITION_LIST},
    "ChangeList": {"value": _CHANGE_LIST},
    "Bundle": {"value": _BUNDLE},
    "LabelFile": {"value": _LABELS},
    "LetterList": {"value": _LETTER_LIST},
    "LocaleList": {"value": _LOCALE_LIST},
    "ProblemType": {"value": _PROBLEM_TYPE},
    "ProblemTypeList": {"value": {"items": [_PROBLEM_TYPE]}},
    **{problem_component(kind): {"value": _problem_example(kind)} for kind in PROBLEM_TYPES},
}
