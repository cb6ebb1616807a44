"""Nobody approves their own words, and an import says whose approval a text waits for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.rows import STATES, Stored
from translation.findings import Kind, Severity
from translation.gate import Step
from translation.second_person import ReviewError, may_approve, objection, require_name, review_remarks

TOM, RANA = 1, 2


@pytest.mark.parametrize(
    ("translator", "reviewer", "allowed"),
    [(TOM, RANA, True), (RANA, RANA, False), (None, RANA, False), (TOM, None, False), (None, None, False)],
)
def test_who_may_approve(translator: int | None, reviewer: int | None, allowed: bool) -> None:
    assert may_approve(translator, reviewer) is allowed


@pytest.mark.parametrize(
    ("state", "translator", "why"),
    [
        ("translated", TOM, None),
        ("translated", RANA, "the reviewer wrote this text"),
        ("translated", None, "nobody knows who translated"),
        ("machine", None, "nobody has called this text finished"),
        ("machine", TOM, "nobody has called this text finished"),
        ("needs_review", TOM, "nobody has called this text finished"),
        ("needs_review", RANA, "nobody has called this text finished"),
    ],
)
def test_what_stands_against_an_approval(state: str, translator: int | None, why: str | None) -> None:
    told = objection(Stored("title", "Gout", "Jicht", state=state, translator_id=translator), RANA)
    assert told is None if why is None else told is not None and told.startswith(why)


@given(state=st.sampled_from(STATES), translator=st.sampled_from([None, TOM, RANA]))
def test_an_approval_always_has_two_people(state: str, translator: int | None) -> None:
    if objection(Stored("title", "Gout", "Jicht", state=state, translator_id=translator), RANA) is None:
        assert may_approve(translator, RANA)
        assert state in ("translated", "reviewed")


def test_a_reviewer_has_a_name() -> None:
    require_name("rana", "Rana")
    with pytest.raises(ReviewError, match="rana has no name in the admin"):
        require_name("rana", "")


@pytest.mark.parametrize(
    ("step", "state", "translator", "reviewer", "told"),
    [
        (Step.STORE, "reviewed", TOM, None, "it replaces an approved text"),
        (
            Step.STORE,
            "reviewed",
            TOM,
            RANA,
            "it replaces an approved text: “Jicht”",
        ),  # and is approved in the same step
        (Step.STORE, "translated", TOM, None, ""),
        (Step.CONFIRM, "translated", RANA, RANA, "the reviewer wrote this text"),
        (Step.CONFIRM, "translated", TOM, RANA, ""),
        (Step.CONFIRM, "reviewed", RANA, RANA, ""),  # somebody else has approved it already
        (Step.CONFIRM, "translated", TOM, None, ""),
    ],
)
def test_what_is_told(step: Step, state: str, translator: int, reviewer: int | None, told: str) -> None:
    row = Stored("title", "Gout", "Jicht", state=state, translator_id=translator)
    remarks = list(review_remarks(step, row, reviewer))
    severity = Severity.INFO if step is Step.STORE and reviewer else Severity.WARNING
    assert [(remark.kind, remark.severity) for remark in remarks] == [(Kind.REVIEW, severity)] * bool(told)
    assert all(told in remark.message for remark in remarks)


@given(
    step=st.sampled_from([Step.SKIP, Step.REFUSE, Step.KEEP_FOR_REVIEW]),
    state=st.sampled_from(STATES),
    people=st.lists(st.sampled_from([None, TOM, RANA]), min_size=2, max_size=2),
)
def test_nothing_is_told_where_nothing_is_served_or_replaced(step: Step, state: str, people: list[int | None]) -> None:
    row = Stored("title", "Gout", state=state, translator_id=people[0])
    assert not list(review_remarks(step, row, people[1]))
    assert not list(review_remarks(step, None, people[1]))
