"""A translation counts for exactly the text that it was made of, at exactly the place where that text stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.rows import STATES, Stored
from translation.segments import Segment
from translation.verdicts import TranslationMemory, Verdict


def segment(text: str = "Rest.", path: str = "summary") -> Segment:
    return Segment(path, text, "plain", False, 300, "Summary")


HERE = Stored("summary", "Rest.", "Rust.")
FORMER = Stored("summary", "Move.", "Beweeg.")
OLDEST = Stored("summary", "Lie down.", "Ga liggen.")
ELSEWHERE = Stored("definition.d1", "Rest.", "Rust.")


@pytest.mark.parametrize(
    ("rows", "verdict", "row"),
    [
        pytest.param([], Verdict.MISSING, None, id="nothing"),
        pytest.param([HERE], Verdict.CURRENT, HERE, id="this text"),
        pytest.param([ELSEWHERE], Verdict.MISSING, None, id="this text at another place"),
        pytest.param([FORMER], Verdict.STALE, FORMER, id="a former text"),
        pytest.param([FORMER, HERE], Verdict.CURRENT, HERE, id="former, then this"),
        pytest.param([HERE, FORMER], Verdict.CURRENT, HERE, id="back to this: a revert"),
        pytest.param([OLDEST, FORMER], Verdict.STALE, FORMER, id="the newest of two former ones"),
        pytest.param([FORMER, OLDEST], Verdict.STALE, OLDEST, id="newest by order, not by anything else"),
        pytest.param(
            [Stored("summary", "Move.", "Beweeg.", "translated")],
            Verdict.STALE,
            Stored("summary", "Move.", "Beweeg.", "translated"),
            id="a former text that nobody reviewed",
        ),
    ],
)
def test_verdict(rows: list[Stored], verdict: Verdict, row: Stored | None) -> None:
    judgement = TranslationMemory(rows).judge(segment())
    assert (judgement.verdict, judgement.row) == (verdict, row)
    assert judgement.segment == segment()


@pytest.mark.parametrize("state", STATES)
def test_only_a_reviewed_translation_is_current(state: str) -> None:
    row = Stored("summary", "Rest.", "Rust.", state)
    judgement = TranslationMemory([FORMER, row]).judge(segment())
    assert judgement.verdict is (Verdict.CURRENT if state == "reviewed" else Verdict.UNREVIEWED)
    assert judgement.row == row


@pytest.mark.parametrize("text", ["rest.", "Rest", "Rest. ", "Rest.\u00a0", "Re\u0301st."])
def test_a_text_that_only_looks_alike_is_another_text(text: str) -> None:
    assert TranslationMemory([HERE]).judge(segment(text)).verdict is Verdict.STALE


def test_what_the_memory_knows() -> None:
    memory = TranslationMemory([FORMER, HERE])
    assert memory.targets_at("summary")
    assert not memory.targets_at("title")
    assert memory.row_of("summary", "Rest.") == HERE
    assert memory.row_of("summary", "Move.") == FORMER
    assert memory.row_of("summary", "Other.") is None
    assert memory.row_of("title", "Rest.") is None


rows = st.builds(
    Stored,
    path=st.sampled_from(["summary", "title"]),
    source_text=st.sampled_from(["Rest.", "Move.", "Lie down."]),
    target_text=st.sampled_from(["Rust.", "Beweeg."]),
    state=st.sampled_from(STATES),
)
memories = st.lists(rows, max_size=6, unique_by=lambda row: (row.path, row.source_text))


@settings(max_examples=100)
@given(memories)
def test_each_verdict_says_what_its_row_is(stored: list[Stored]) -> None:
    judgement = TranslationMemory(stored).judge(segment())
    row = judgement.row
    match judgement.verdict:
        case Verdict.CURRENT:
            assert isinstance(row, Stored)
            assert (row.path, row.source_text, row.state) == ("summary", "Rest.", "reviewed")
        case Verdict.UNREVIEWED:
            assert isinstance(row, Stored)
            assert (row.path, row.source_text) == ("summary", "Rest.")
            assert row.state != "reviewed"
        case Verdict.STALE:
            assert row == [other for other in stored if other.path == "summary"][-1]
            assert all(other.source_text != "Rest." for other in stored if other.path == "summary")
        case _:
            assert judgement.verdict is Verdict.MISSING
            assert row is None
            assert all(other.path != "summary" for other in stored)


@settings(max_examples=100)
@given(memories, rows)
def test_a_row_of_another_text_or_place_never_changes_a_verdict_that_rests_on_this_text(
    stored: list[Stored], other: Stored
) -> None:
    before = TranslationMemory(stored).judge(segment())
    if (other.path, other.source_text) != ("summary", "Rest.") and before.verdict in (
        Verdict.CURRENT,
        Verdict.UNREVIEWED,
    ):
        assert TranslationMemory([*stored, other]).judge(segment()) == before
        assert TranslationMemory([other, *stored]).judge(segment()) == before
