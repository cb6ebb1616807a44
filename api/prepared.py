"""Queries that every request makes: Django compiles the SQL once, which takes ten times as long as running it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections
from django.db.models import QuerySet


class Prepared:
    """A queryset of values, built from named values that change from call to call.

    `build` gets the examples once; what of the SQL's parameters equals an example is replaced by the value of that name
    in each call. So examples have to be of the right type, and like nothing else in the query. Rows are as the database
    has them: SQLite's UUIDs are text.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **examples: Any) -> None:
        self._build = build
        self._examples = examples
        self._compiled: dict[str, tuple[str, Sequence[tuple[str, Any]]]] = {}

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """What the database answers."""
        connection = connections["default"]
        if connection.vendor not in self._compiled:
            self._compiled[connection.vendor] = self._compile()
        sql, places = self._compiled[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[name] if name else constant for name, constant in places])
            return cursor.fetchall()

    def _compile(self) -> tuple[str, Sequence[tuple[str, Any]]]:
        sql, parameters = self._build(**self._examples).query.sql_with_params()
        names = {example: name for name, example in self._examples.items()}
        places = [(names.get(parameter, ""), parameter) for parameter in parameters]
        if missing := names.keys() - set(parameters):
            raise ValueError(f"not among the parameters of the query: {missing}")
        return sql, places
