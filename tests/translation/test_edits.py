"""What becomes of an edit, by what the CMS has at its place by now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.rows import Stored, states
from translation.edits import Answer, Edit, Outcome, answer, approvable, fingerprint, offered_text
from translation.findings import Kind
from translation.gate import Known, Step
from translation.segments import Segment
from translation.verdicts import Judgement, TranslationMemory

PATH, SOURCE, FORMER = "causes.p1", "Not safe.", "Safe."
TOM, RANA = 1, 2


def judge(*rows: Stored, source: str = SOURCE, critical: bool = True) -> Judgement:
    segment = Segment(PATH, source, "plain", critical, 20, "Causes › Text")
    return TranslationMemory(rows).judge(segment)


def known(*rows: Stored, source: str = SOURCE, live: bool = True, draft: str = "", seen: str = "") -> Known:
    """What the CMS has; `draft` is the text of a draft there, `seen` the text whose translation is asked for."""
    memory = TranslationMemory(rows)
    row = memory.row_of(PATH, seen or source)
    ahead = judge(source=draft).segment if draft else None
    judged = judge(*rows, source=source) if live else None
    return Known(PATH, judged, row, frozenset(), memory.targets_at(PATH), "en", "nl", ahead=ahead)


def rule(edit: Edit, here: Known, *, may_translate: bool = True) -> Answer:
    return answer(edit, here, f"key/{PATH}", may_translate=may_translate)


def row(text: str, source: str = SOURCE, state: str = "translated", translator: int | None = TOM) -> Stored:
    return Stored(PATH, source, text, state, translator)


def edit(text: str, was: str = "", source: str = SOURCE, *, keep: bool = False, approve: bool = False) -> Edit:
    return Edit(PATH, source, fingerprint(was), text, keep=keep, approve=approve)


HERE = known(row("Niet veilig."))
STALE = known(row("Veilig.", FORMER))
KEPT = edit("Veilig.", "Veilig.", keep=True)
UNFINISHED = known(row("Niet veilig.", state="machine", translator=None))


@pytest.mark.parametrize(
    ("edit", "here", "outcome", "kinds"),
    [
        (edit("Niet veilig."), known(), Outcome.STORED, []),
        (edit(""), known(), Outcome.UNCHANGED, []),
        (edit("Niet veilig.", "Niet veilig."), HERE, Outcome.UNCHANGED, []),
        (edit("Zeker niet veilig.", "Niet veilig."), HERE, Outcome.STORED, []),
        (edit("Veilig.", "Niet veilig."), HERE, Outcome.REFUSED, [Kind.NEGATION]),
        (edit("", "Niet veilig."), HERE, Outcome.REFUSED, [Kind.UNTRANSLATED]),
        (edit("Niet\x00veilig.", "Niet veilig."), HERE, Outcome.REFUSED, [Kind.CONTROL]),
        (edit("Niet veilig, heel zeker.", "Niet veilig."), HERE, Outcome.REFUSED, [Kind.LENGTH]),
        # Somebody else was there meanwhile
        (edit("Zeker niet veilig."), HERE, Outcome.CONFLICT, [Kind.OLDER_FILE]),
        (edit("Niet veilig."), HERE, Outcome.UNCHANGED, []),
        (edit("Niet veilig.", source="Safe"), known(), Outcome.CONFLICT, [Kind.OLDER_SOURCE]),
        (edit("Niet veilig."), known(live=False), Outcome.CONFLICT, [Kind.UNKNOWN_PATH]),
        (edit("Niet veilig.", approve=True), known(live=False), Outcome.CONFLICT, [Kind.UNKNOWN_PATH]),
        (edit("Niet veilig."), known(row("Niet veilig.", state="reviewed")), Outcome.UNCHANGED, []),
        # The translation of the former source
        (edit("Veilig.", "Veilig."), STALE, Outcome.UNCHANGED, []),
        (KEPT, STALE, Outcome.REFUSED, [Kind.NEGATION, Kind.SAME_AS_FORMER]),
        (edit("Niet veilig.", "Veilig."), STALE, Outcome.STORED, []),
        (
            edit("Niet veilig.", "Niet veilig.", keep=True),
            known(row("Niet veilig.", "No.")),
            Outcome.STORED,
            [Kind.SAME_AS_FORMER],
        ),
        # What nobody has called finished
        (edit("Niet veilig.", "Niet veilig.", keep=True), UNFINISHED, Outcome.STORED, []),
        (edit("Niet veilig.", "Niet veilig.", keep=True), HERE, Outcome.UNCHANGED, []),
        # A draft, of a text that is live and of one that isn't
        (edit("Niet veilig."), known(live=False, draft=SOURCE), Outcome.STORED, []),
        (edit("Veilig.", source=FORMER), known(draft=FORMER, seen=FORMER), Outcome.STORED, []),
        (edit("Niet veilig."), known(draft=FORMER), Outcome.STORED, []),
        (edit("Veilig."), known(draft=FORMER), Outcome.REFUSED, [Kind.NEGATION]),
        (edit("Veilig.", source="Others"), known(draft=FORMER), Outcome.CONFLICT, [Kind.OLDER_SOURCE]),
        # Approval
        (edit("Niet veilig.", "Niet veilig.", approve=True), HERE, Outcome.APPROVED, []),
        (edit("Zeker niet veilig.", "Niet veilig.", approve=True), HERE, Outcome.STORED, [Kind.REVIEW]),
        (edit("Niet veilig.", "Veilig.", approve=True), HERE, Outcome.UNCHANGED, []),
        (edit("Veilig.", "Veilig.", approve=True), HERE, Outcome.CONFLICT, [Kind.OLDER_FILE]),
        (edit("", approve=True), known(), Outcome.REFUSED, [Kind.REVIEW]),
        (edit("x", "x", approve=True), known(row("x", state="reviewed")), Outcome.UNCHANGED, []),
    ],
)
def test_outcomes(edit: Edit, here: Known, outcome: Outcome, kinds: list[Kind]) -> None:
    found = rule(edit, here)
    assert (found.outcome, found.passed is not None) == (outcome, outcome is Outcome.STORED)
    assert [remark.kind for remark in found.remarks] == kinds


def test_who_may_only_review_writes_nothing() -> None:
    typed = rule(edit("Niet veilig."), known(), may_translate=False)
    assert (typed.outcome, typed.remarks[0].kind) == (Outcome.REFUSED, Kind.NO_RIGHT)
    seen = edit("Niet veilig.", "Niet veilig.", approve=True)
    assert rule(seen, HERE, may_translate=False).outcome is Outcome.APPROVED
    assert rule(replace(seen, keep=True), HERE, may_translate=False).outcome is Outcome.REFUSED


def test_line_ends_of_browsers_are_no_change() -> None:
    here = known(row("Een.\nTwee.", "One.\r\nTwo."), source="One.\r\nTwo.")
    assert rule(edit("Een.\r\nTwee.", "Een.\nTwee.", "One.\nTwo."), here).outcome is Outcome.UNCHANGED


def test_what_the_field_starts_with() -> None:
    assert offered_text(judge()) == ""
    assert offered_text(judge(row("Veilig.", FORMER))) == "Veilig."
    assert offered_text(judge(row("Veilig.", FORMER), row("Niet veilig."))) == "Niet veilig."


@pytest.mark.parametrize(
    ("rows", "user", "expected"),
    [
        ([row("x")], RANA, {PATH}),
        ([row("x")], TOM, set()),
        ([row("x", translator=None)], RANA, set()),
        ([row("x", state="needs_review")], RANA, set()),
        ([row("x", state="reviewed")], RANA, set()),
        ([row("x", FORMER)], RANA, set()),
        ([], RANA, set()),
    ],
)
def test_what_somebody_may_approve(rows: list[Stored], user: int, expected: set[str]) -> None:
    assert approvable([judge(*rows)], user) == expected


texts = st.sampled_from(["", "Veilig.", "Niet veilig.", "Zeker niet veilig."])
rows = st.builds(row, texts.filter(bool), st.sampled_from([SOURCE, FORMER]), states, st.sampled_from([None, TOM]))
edits = st.builds(edit, texts, texts, st.sampled_from([SOURCE, FORMER]), keep=st.booleans(), approve=st.booleans())


@given(edits, st.lists(rows, max_size=2, unique_by=lambda one: one.source_text), st.booleans())
def test_nothing_is_written_or_approved_that_was_not_seen(edit: Edit, here: list[Stored], may_translate: bool) -> None:
    found = rule(edit, known(*here), may_translate=may_translate)
    assert found.is_open == (found.outcome in (Outcome.REFUSED, Outcome.CONFLICT))
    if found.is_open:
        assert found.remarks
    if found.outcome in (Outcome.STORED, Outcome.APPROVED):
        assert edit.source == SOURCE
        current = next((one for one in here if one.source_text == SOURCE), None)
        assert current is None or fingerprint(current.target_text) in (edit.was, fingerprint(edit.text))
    if found.passed is not None:
        assert may_translate
        assert found.passed[1].step in (Step.STORE, Step.CONFIRM)
