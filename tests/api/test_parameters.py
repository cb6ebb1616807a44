"""Query parameters: what can't be meant is a problem that names the parameter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.parameters import HIGHEST_LIMIT, read_limit, read_parameters
from api.problems import BAD_PARAMETER, Problem


def test_known_once_and_clean() -> None:
    assert read_parameters({"limit": ["5"], "cursor": [""]}, {"limit", "cursor", "q"}) == {"limit": "5", "cursor": ""}
    assert read_parameters({}, set()) == {}


@pytest.mark.parametrize(
    "query", [{"x": ["1"]}, {"limit": ["1", "1"]}, {"limit": []}, {"limit": ["a\0"]}, {"Limit": ["1"]}, {"": [""]}]
)
def test_refused(query: dict[str, list[str]]) -> None:
    with pytest.raises(Problem) as raised:
        read_parameters(query, {"limit"})
    assert raised.value.kind is BAD_PARAMETER
    assert raised.value.members["parameter"] == next(iter(query))


@given(st.one_of(st.text(), st.integers().map(str), st.text("0123456789")))
@example("00000000199")  # only the first nine digits were compared
@example("000000001" + "9" * 5000)  # and int() refuses more than 4300
@example("9" * 5000)  # more digits than int() reads
@example("٣")
@example("²")
def test_a_limit_is_within_bounds_or_a_problem(text: str) -> None:
    try:
        limit = read_limit({"limit": text})
    except Problem:
        return
    assert 1 <= limit <= HIGHEST_LIMIT


@pytest.mark.parametrize("limit", [1, 2, 99, 100])
def test_every_limit_that_is_allowed(limit: int) -> None:
    assert read_limit({"limit": str(limit)}) == limit
