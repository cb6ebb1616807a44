"""Query parameters: what is unknown, repeated or out of range is a problem, never ignored."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from api.problems import BAD_PARAMETER, Problem

DEFAULT_LIMIT = 20
HIGHEST_LIMIT = 100


def read_parameters(query: Mapping[str, list[str]], known: Collection[str]) -> dict[str, str]:
    """`{name: value}` of a query. Raises Problem (bad-parameter) for one that is unknown, repeated or has a NUL."""
    for name, values in query.items():
        if name not in known:
            known_names = ", ".join(sorted(known)) or "none"
            raise Problem(BAD_PARAMETER, f"Unknown parameter. Known here: {known_names}.", parameter=name)
        if len(values) != 1:
            raise Problem(BAD_PARAMETER, "Give it once.", parameter=name)
        if "\0" in values[0]:
            raise Problem(BAD_PARAMETER, "It holds a NUL character.", parameter=name)
    return {name: values[0] for name, values in query.items()}


def read_limit(parameters: Mapping[str, str]) -> int:
    """How many items to answer. Raises Problem (bad-parameter)."""
    text = parameters.get("limit", str(DEFAULT_LIMIT))
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= HIGHEST_LIMIT):
        raise Problem(BAD_PARAMETER, f"A whole number from 1 to {HIGHEST_LIMIT}.", parameter="limit")
    return int(text)
