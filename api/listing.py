"""A page of a list of conditions: the parameters that say what is in it, and its bytes."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection

from api import addresses
from api.cursors import BadCursorError, ListCursor, SearchCursor
from api.models import Edition, EditionQuerySet
from api.packing import Part
from api.parameters import read_limit
from api.problems import BAD_CURSOR, BAD_PARAMETER, Problem
from api.search_index import Asked, index_of
from api.search_words import asked_code, asked_words, exact_word
from api.serialising import to_bytes
from pages.alphabets import letters_of, named_letter
from pages.vocabulary import CODE_SYSTEM_URIS, Section
from translation.compose import Status

FILTERS = ("q", "letter", "code", "synonym", "status", "modified_since", "include", "fields", "sections")
PARAMETERS = frozenset({*FILTERS, "limit", "cursor"})
FIELDS = (
    *("id", "slug", "url", "title", "title_lang", "summary", "summary_lang", "status", "version"),
    *("published_at", "modified_at"),
)
LONGEST_QUERY = 200  # characters
MOST_CODES = 50

# RFC 3339 §5.6; its offset is asked for, because a time of nowhere would be off by hours.
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list was asked for."""

    limit: int
    after: ListCursor | None  # in a list
    seen: int  # of a search
    asked: Asked
    letter: str
    statuses: tuple[Status, ...]  # none: any
    modified_since: datetime.datetime | None
    with_documents: bool
    fields: tuple[str, ...]  # of the items; none: all
    sections: tuple[Section, ...]  # of the documents; none: all

    @property
    def is_search(self) -> bool:
        return bool(self.asked.words)


def read_wanted(locale: str, parameters: Mapping[str, str]) -> Wanted:
    """Raises Problem (bad-parameter, bad-cursor) for a value that means nothing."""
    include = parameters.get("include")
    if include not in (None, "sections"):
        raise Problem(BAD_PARAMETER, "`sections`.", parameter="include")
    asked = read_asked(locale, parameters)
    kind = SearchCursor if asked.words else ListCursor
    try:
        cursor = kind.parse(parameters["cursor"]) if "cursor" in parameters else None
    except BadCursorError as error:
        raise Problem(BAD_CURSOR, str(error), parameter="cursor") from error
    return Wanted(
        limit=read_limit(parameters),
        after=cursor if isinstance(cursor, ListCursor) else None,
        seen=cursor.seen if isinstance(cursor, SearchCursor) else 0,
        asked=asked,
        letter=_read_letter(locale, parameters),
        statuses=_read_statuses(parameters),
        modified_since=_read_since(parameters),
        with_documents=bool(include) or "sections" in parameters,
        fields=_read_names(parameters, "fields", FIELDS),
        sections=tuple(Section(name) for name in _read_names(parameters, "sections", tuple(Section))),
    )


def _read_names(parameters: Mapping[str, str], parameter: str, known: Sequence[str]) -> tuple[str, ...]:
    names = parameters[parameter].split(",") if parameter in parameters else []
    if not set(names) <= set(known):
        listed = ", ".join(f"`{name}`" for name in known)
        raise Problem(BAD_PARAMETER, f"One or several of {listed}, with commas between them.", parameter=parameter)
    return tuple(name for name in known if name in names)


def page_of(locale: str, parameters: Mapping[str, str]) -> list[Part]:
    """A page of the conditions in a language that the parameters ask for, in pieces: by title, a search by rank.

    One query; two for a search.
    """
    wanted = read_wanted(locale, parameters)
    found = _find(locale, wanted)
    following = None
    if len(found) > wanted.limit:
        found = found[: wanted.limit]
        _, key, condition, *_ = found[-1]
        last = ListCursor(bytes(key), UUID(str(condition)))
        query = {name: parameters[name] for name in FILTERS if name in parameters}
        query |= {
            "limit": str(wanted.limit),
            "cursor": str(SearchCursor(wanted.seen + wanted.limit) if wanted.is_search else last),
        }
        following = f"{addresses.locale_root(locale)}conditions/?{urlencode(query)}"
    parts = [Part(to_bytes({"locale": locale})[:-1] + b',"items":[')]
    separator = b""
    for listed, _, _, *document in found:
        # The stored bytes go in as they are: the document in the list is byte for byte the one at its address.
        parts.append(Part(separator + _sparse(bytes(listed), wanted.fields)[:-1] + b',"document":'))
        parts.append(_document(bytes(document[0]), bytes(document[1]), wanted) if document else Part(b"null"))
        separator = b"},"
    return [*parts, Part((b"}" if found else b"") + b"]," + to_bytes({"next": following})[1:])]


def _sparse(listed: bytes, fields: Sequence[str]) -> bytes:
    """What a list shows of a condition, with only some of its keys."""
    if not fields:
        return listed
    item = json.loads(listed)
    return to_bytes({name: item[name] for name in fields})


def _document(body: bytes, gzip: bytes, wanted: Wanted) -> Part:
    """A document, with only some of its sections if only those are wanted: it isn't the one at its address then."""
    if not wanted.sections:
        return Part(body, gzip)
    document = json.loads(body)
    document["sections"] = [section for section in document["sections"] if section["type"] in wanted.sections]
    return Part(to_bytes(document))


def _find(locale: str, wanted: Wanted) -> list[tuple[Any, ...]]:
    """The rows of a page, and one more if there is another. A search finds keys first, lest all it finds be read."""
    with connection.cursor() as cursor:
        cursor.execute(*_compiled(locale, wanted))
        found = cursor.fetchall()
        if wanted.is_search and found:
            keys = [key for key, *_ in found]
            cursor.execute(_sql_of(len(keys), ("pk", *_columns(wanted))), keys)
            rows = {key: row for key, *row in cursor.fetchall()}
            return [tuple(rows[key]) for key in keys if key in rows]
    return found


@lru_cache
def _sql_of(count: int, columns: tuple[str, ...]) -> str:
    """The SQL of so many editions by their keys."""
    sql, _ = Edition.objects.filter(pk__in=range(count)).values_list(*columns).query.sql_with_params()
    return sql


def _columns(wanted: Wanted) -> tuple[str, ...]:
    return ("listed", "sort_key", "condition", *(("body", "gzip") if wanted.with_documents else ()))


@lru_cache(maxsize=1024)
def _compiled(locale: str, wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """The SQL of a page and its values. They follow from what is wanted, and compiling takes longer than the query."""
    editions = _select(Edition.objects.in_language(locale).published(), wanted)
    # One more than asked for tells whether there is a next page.
    page = editions.values_list(*(("pk",) if wanted.is_search else _columns(wanted)))[
        wanted.seen : wanted.seen + wanted.limit + 1
    ]
    sql, values = page.query.sql_with_params()
    return sql, tuple(values)


def _select(editions: EditionQuerySet, wanted: Wanted) -> Any:
    if wanted.letter:
        editions = editions.filter(letter=wanted.letter)
    if wanted.statuses:
        editions = editions.with_status(wanted.statuses)
    if wanted.modified_since:
        editions = editions.modified_since(wanted.modified_since)
    if not wanted.is_search:
        editions = editions.by_title()
        if wanted.after:
            editions = editions.after_title(wanted.after.sort_key, wanted.after.condition)
    asked = wanted.asked
    return index_of().found(editions, asked) if asked.words or asked.codes or asked.exact else editions


def read_asked(locale: str, parameters: Mapping[str, str]) -> Asked:
    """What is looked for by `q`, `code` and `synonym`. Raises Problem (bad-parameter)."""
    words = asked_words(parameters.get("q", ""))
    if "q" in parameters and (not words or len(parameters["q"]) > LONGEST_QUERY):
        message = f"At least one letter or digit, and at most {LONGEST_QUERY} characters."
        raise Problem(BAD_PARAMETER, message, parameter="q")
    exact = ""
    if "synonym" in parameters:
        exact = exact_word(parameters["synonym"])
        if len(exact) < len("x?"):
            raise Problem(BAD_PARAMETER, "A name of a condition, as a whole.", parameter="synonym")
    return Asked(locale, tuple(words), tuple(_read_codes(parameters)), exact)


def _read_codes(parameters: Mapping[str, str]) -> list[str]:
    """The words of codes: `G43` of any system, or `icd-10|G43`, the system by its short name or by its URI."""
    if "code" not in parameters:
        return []
    systems = {name: system for system, uri in CODE_SYSTEM_URIS.items() for name in (system.value, uri)}
    asked = parameters["code"].split(",")
    if len(asked) > MOST_CODES:
        raise Problem(BAD_PARAMETER, f"At most {MOST_CODES} codes.", parameter="code")
    found: list[str] = []
    for one in asked:
        name, bar, code = one.rpartition("|")
        if bar and name.lower() not in systems:
            listed = ", ".join(f"`{system.value}`" for system in CODE_SYSTEM_URIS)
            raise Problem(BAD_PARAMETER, f"Unknown system {name!r}; it is one of {listed}.", parameter="code")
        words = asked_code(code, systems[name.lower()].value if bar else "")
        if not words or len(one) > LONGEST_QUERY:
            message = "`system|code` or a code, or several with commas between them."
            raise Problem(BAD_PARAMETER, message, parameter="code")
        found += words
    return found


def _read_letter(locale: str, parameters: Mapping[str, str]) -> str:
    if "letter" not in parameters:
        return ""
    if letter := named_letter(parameters["letter"], locale):
        return letter
    listed = " ".join(letters_of(locale))
    raise Problem(BAD_PARAMETER, f"One of {listed} (in an address, # is written %23).", parameter="letter")


def _read_statuses(parameters: Mapping[str, str]) -> tuple[Status, ...]:
    names = parameters["status"].split(",") if "status" in parameters else []
    known = {status.value: status for status in Status}
    if not set(names) <= known.keys():
        listed = ", ".join(f"`{name}`" for name in known)
        raise Problem(BAD_PARAMETER, f"One of {listed}, or several with commas between them.", parameter="status")
    return tuple(known[name] for name in dict.fromkeys(names))


def _read_since(parameters: Mapping[str, str]) -> datetime.datetime | None:
    text = parameters.get("modified_since")
    if text is None:
        return None
    try:
        if _MOMENT.fullmatch(text):
            return datetime.datetime.fromisoformat(text.upper()).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        pass  # a 30th of February, or a year that no calendar has
    message = "A moment as in 2026-05-18T14:02:31Z (RFC 3339); in an address, a + is written %2B."
    raise Problem(BAD_PARAMETER, message, parameter="modified_since")
