"""The index in which conditions are found: full-text search of SQLite or of PostgreSQL, the same to its callers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Protocol

from django.db import connections

from api.search_words import BEGINNING, SearchText, exact_word

_COLUMNS = tuple(field.name for field in fields(SearchText))

# The configurations of PostgreSQL 13 and later (https://www.postgresql.org/docs/13/textsearch-dictionaries.html).
_CONFIGURATIONS = dict(
    pair.split(":")
    for pair in (
        "ar:arabic ca:catalan da:danish de:german el:greek en:english es:spanish eu:basque fi:finnish fr:french "
        "ga:irish hi:hindi hu:hungarian hy:armenian id:indonesian it:italian lt:lithuanian nb:norwegian ne:nepali "
        "nl:dutch nn:norwegian no:norwegian pt:portuguese ro:romanian ru:russian sr:serbian sv:swedish ta:tamil "
        "tr:turkish yi:yiddish"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, as words of api/search_words.py: all of `words`, one of `codes`, and `exact` as a name."""

    locale: str
    words: Sequence[str] = ()
    codes: Sequence[str] = ()
    exact: str = ""

    @property
    def phrase(self) -> str:
        return " ".join(self.words)


class _Index(Protocol):
    def store(self, rows: Mapping[int, tuple[str, SearchText]]) -> None: ...
    def forget(self, editions: Iterable[int]) -> None: ...
    def stored(self, editions: Iterable[int]) -> dict[int, SearchText]: ...
    def found(self, editions: Any, asked: Asked) -> Any: ...


def index_of(alias: str = "default") -> _Index:
    """The index in a database."""
    return _Postgres(alias) if connections[alias].vendor == "postgresql" else _Sqlite(alias)


class _Tables:
    """What both have in common: a table beside that of the editions."""

    key: str

    def __init__(self, alias: str) -> None:
        self._connection = connections[alias]

    def forget(self, editions: Iterable[int]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM api_search WHERE {self.key} = %s", [(pk,) for pk in editions])

    def stored(self, editions: Iterable[int]) -> dict[int, SearchText]:
        keys = list(editions)
        if not keys:
            return {}
        places = ", ".join(["%s"] * len(keys))
        with self._connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {self.key}, {', '.join(_COLUMNS)} FROM api_search WHERE {self.key} IN ({places})", keys
            )
            return {pk: SearchText(*texts) for pk, *texts in cursor.fetchall()}


class _Sqlite(_Tables):
    """FTS5 (https://www.sqlite.org/fts5.html). The words come folded, so its own tokenizer has only spaces to find."""

    key = "rowid"

    def store(self, rows: Mapping[int, tuple[str, SearchText]]) -> None:
        self.forget(rows)
        names = ", ".join(("rowid", "locale", *_COLUMNS))
        places = ", ".join(["%s"] * (2 + len(_COLUMNS)))
        with self._connection.cursor() as cursor:
            values = [(pk, _token(locale), *astuple(text)) for pk, (locale, text) in rows.items()]
            cursor.executemany(f"INSERT INTO api_search ({names}) VALUES ({places})", values)

    def found(self, editions: Any, asked: Asked) -> Any:
        """Those that are found; by rank, if there are words. `extra`, since Django knows no MATCH.

        Equal ranks come by title as it is written: `sort_key` lies behind the documents, whose pages SQLite would have
        to read for each edition that is found.
        """
        conditions = [f'locale : "{_token(asked.locale)}"']
        words = _all_begin(asked.words)
        if words:
            # Not in `exact`, whose words are whole names and codes, nor among the languages.
            conditions.append(f"- {{exact locale}} : ({words})")
        if asked.codes:
            conditions.append("exact : (" + " OR ".join(f'"{code}"{_open(code, " *")}' for code in asked.codes) + ")")
        if asked.exact:
            conditions.append(f'exact : "{asked.exact}"')
        found = [" AND ".join(conditions)]
        if not words:
            # Not joined: SQLite would ask the index anew for each edition of the list, to save itself a sort.
            within = "api_edition.id IN (SELECT rowid FROM api_search WHERE api_search MATCH %s)"
            return editions.extra(where=[within], params=found)
        editions = editions.extra(
            tables=["api_search"],
            where=["api_search.rowid = api_edition.id", "api_search MATCH %s"],
            params=found,
        )
        scope = f' AND locale : "{_token(asked.locale)}"'
        first, *others = asked.words
        begins = " AND ".join([f'title : ^ "{first}" *', *(f'title : "{word}" *' for word in others)])
        tiers = [
            f'exact : "{exact_word(asked.phrase)}"{scope}',
            f"{begins}{scope}",
            *(f"{{{columns}}} : ({words}){scope}" for columns in ("title", "title names codes", "summary")),
        ]
        within = "api_search.rowid IN (SELECT i.rowid FROM api_search AS i WHERE i.api_search MATCH %s)"
        ranks = " ".join(f"WHEN {within} THEN {rank}" for rank in range(len(tiers)))
        return editions.extra(
            select={"tier": f"CASE {ranks} ELSE {len(tiers)} END", "relevance": "bm25(api_search)"},
            select_params=tiers,
            order_by=["tier", "relevance", "title", "condition"],
        )


class _Postgres(_Tables):
    """tsvector: of each word its stem in the language, and as it is, so that a beginning is found too."""

    key = "edition_id"

    def store(self, rows: Mapping[int, tuple[str, SearchText]]) -> None:
        self.forget(rows)
        names = ", ".join(("edition_id", *_COLUMNS))
        places = ", ".join(["%s"] * (1 + len(_COLUMNS)))
        weighed = [("title", "A"), ("names", "B"), ("codes", "B"), ("summary", "C"), ("body", "D")]
        both = " || ".join(
            f"setweight(to_tsvector('simple', %s) || to_tsvector(%s::regconfig, %s), '{weight}')"
            for _, weight in weighed
        )
        sql = f"INSERT INTO api_search ({names}, words, keys) VALUES ({places}, {both}, to_tsvector('simple', %s))"
        values = []
        for pk, (locale, text) in rows.items():
            given = (
                part
                for name, _ in weighed
                for part in (getattr(text, name), _configuration(locale), getattr(text, name))
            )
            values.append((pk, *astuple(text), *given, text.exact))
        with self._connection.cursor() as cursor:
            cursor.executemany(sql, values)

    def found(self, editions: Any, asked: Asked) -> Any:
        """Those that are found; by rank, if there are words. `extra`, as in the other."""
        where: list[str] = ["api_search.edition_id = api_edition.id"]
        params: list[str] = []
        words, given = self._all_begin(asked)
        if words:
            where.append(f"api_search.words @@ ({words})")
            params += given
        if asked.codes:
            where.append("api_search.keys @@ to_tsquery('simple', %s)")
            params.append(" | ".join(f"{code}{_open(code, ':*')}" for code in asked.codes))
        if asked.exact:
            where.append("api_search.keys @@ to_tsquery('simple', %s)")
            params.append(asked.exact)
        editions = editions.extra(tables=["api_search"], where=where, params=params)
        if not words:
            return editions
        tiers: list[tuple[str, list[str]]] = []
        for weights in ("A", "AB", "C"):
            expression, some = self._all_begin(asked, weights)
            tiers.append((f"WHEN api_search.words @@ ({expression}) THEN {len(tiers) + 2}", some))
        return editions.extra(
            select={
                "tier": "CASE WHEN api_search.keys @@ to_tsquery('simple', %s) THEN 0 "
                "WHEN substr(api_search.title, 1, %s) = %s THEN 1 "
                + " ".join(tier for tier, _ in tiers)
                + " ELSE 5 END",
                "relevance": f"-ts_rank(api_search.words, {words})",
            },
            select_params=[
                *(exact_word(asked.phrase), len(asked.phrase), asked.phrase),
                *(value for _, some in tiers for value in some),
                *given,
            ],
            order_by=["tier", "relevance", "sort_key", "condition"],
        )

    @staticmethod
    def _all_begin(asked: Asked, weights: str = "") -> tuple[str, list[str]]:
        """Each word as it is or by its stem, at the beginning of one in the text."""
        one = "(to_tsquery('simple', %s) || to_tsquery(%s::regconfig, %s))"
        given: list[str] = []
        for word in asked.words:
            given += [f"{word}:*{weights}", _configuration(asked.locale), f"{word}:*{weights}"]
        return " && ".join([one] * len(asked.words)), given


def _all_begin(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}" *' for word in words)


def _open(code: str, sign: str) -> str:
    """The database's sign after a word that may go on."""
    return sign if code.startswith(BEGINNING) else ""


def _configuration(locale: str) -> str:
    return _CONFIGURATIONS.get(locale.partition("-")[0], "simple")


def _token(locale: str) -> str:
    return re.sub(r"\W", "", locale).lower()
