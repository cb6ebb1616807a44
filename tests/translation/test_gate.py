"""The gate says of each entry what becomes of it, and never lets a doubtful text in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.rows import STATES, Stored
from translation.catalogue import Entry
from translation.findings import Kind, Severity
from translation.gate import Known, Step, TextRule, check_target, decide
from translation.segments import Segment, digest_of
from translation.verdicts import TranslationMemory

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
PATH = "p"


def segment(text: str, kind: Literal["plain", "rich"] = "plain", max_length: int | None = None) -> Segment:
    return Segment(PATH, text, kind, False, max_length, "Text")


def known(live: Segment | None, *rows: Stored, source: str = "Rest.", former: tuple[str, ...] = ()) -> Known:
    """What the CMS has: this text on the page, these rows oldest first, and earlier targets of the entry's own row."""
    memory = TranslationMemory(rows)
    return Known(
        path=PATH,
        live=memory.judge(live) if live else None,
        row=memory.row_of(PATH, source),
        former_targets=frozenset(former),
        targets_here=memory.targets_at(PATH),
        source_locale="en",
        target_locale="nl",
    )


def rule(live: Segment) -> TextRule:
    return TextRule(live.kind == "rich", live.max_length, "en", "nl")


LIVE = segment("Rest.")
REVIEWED = Stored(PATH, "Rest.", "Rust.")
UNREVIEWED = Stored(PATH, "Rest.", "Rust.", "translated")
UNFINISHED = Stored(PATH, "Rest.", "Rust.", "needs_review")
FORMER = Stored(PATH, "Move.", "Beweeg.")

CASES: dict[str, tuple[dict[str, Any], Known, Step, list[tuple[Kind, Severity]]]] = {
    # nothing to take
    "no such place": ({"target": "Rust."}, known(None), Step.REFUSE, [(Kind.UNKNOWN_PATH, ERROR)]),
    "no such place, and empty": ({}, known(None), Step.SKIP, [(Kind.UNKNOWN_PATH, INFO)]),
    "empty": ({}, known(LIVE), Step.SKIP, []),
    "empty, the CMS isn't": ({}, known(LIVE, REVIEWED), Step.SKIP, [(Kind.UNTRANSLATED, WARNING)]),
    "empty, the CMS has a former one": ({}, known(LIVE, FORMER), Step.SKIP, []),
    # a new text
    "new": ({"target": "Rust."}, known(LIVE), Step.STORE, []),
    "new, where a former text had one": ({"target": "Rust."}, known(LIVE, FORMER), Step.STORE, []),
    "the former one still fits": (
        {"target": "Beweeg."},
        known(LIVE, FORMER),
        Step.STORE,
        [(Kind.SAME_AS_FORMER, WARNING)],
    ),
    "another text": ({"target": "Slaap."}, known(LIVE, UNREVIEWED), Step.STORE, []),
    "another text than the reviewed": ({"target": "Slaap."}, known(LIVE, REVIEWED), Step.STORE, []),
    # what is here already
    "the same": ({"target": "Rust."}, known(LIVE, UNREVIEWED), Step.CONFIRM, []),
    "the same as reviewed": ({"target": "Rust."}, known(LIVE, REVIEWED), Step.SKIP, []),
    "the same, finished at last": ({"target": "Rust."}, known(LIVE, UNFINISHED), Step.CONFIRM, []),
    "the same, though it was replaced and brought back": (
        {"target": "Rust."},
        known(LIVE, UNREVIEWED, former=("Rust.", "Slaap.")),
        Step.CONFIRM,
        [],
    ),
    # fuzzy never gets further than the desk of a reviewer
    "fuzzy": ({"target": "Rust.", "fuzzy": True}, known(LIVE), Step.KEEP_FOR_REVIEW, [(Kind.FUZZY, INFO)]),
    "fuzzy, other than the unreviewed": (
        {"target": "Slaap.", "fuzzy": True},
        known(LIVE, UNFINISHED),
        Step.KEEP_FOR_REVIEW,
        [(Kind.FUZZY, INFO)],
    ),
    "fuzzy, other than the reviewed": (
        {"target": "Slaap.", "fuzzy": True},
        known(LIVE, REVIEWED),
        Step.SKIP,
        [(Kind.FUZZY, WARNING)],
    ),
    "fuzzy, the same": ({"target": "Rust.", "fuzzy": True}, known(LIVE, UNFINISHED), Step.SKIP, []),
    "fuzzy, the same as reviewed": (
        {"target": "Rust.", "fuzzy": True},
        known(LIVE, REVIEWED),
        Step.SKIP,
        [(Kind.FUZZY, WARNING)],
    ),
    "fuzzy, our own suggestion": ({"target": "Beweeg.", "fuzzy": True}, known(LIVE, FORMER), Step.SKIP, []),
    "fuzzy, our suggestion improved": (
        {"target": "Beweeg rustig.", "fuzzy": True},
        known(LIVE, FORMER),
        Step.KEEP_FOR_REVIEW,
        [(Kind.FUZZY, INFO)],
    ),
    "fuzzy and wrong": (
        {"target": "R\nust.", "fuzzy": True},
        known(LIVE),
        Step.REFUSE,
        [(Kind.WHITESPACE, ERROR)],
    ),
    # an older source text
    "of a former text": (
        {"source": "Move.", "target": "Beweeg."},
        known(LIVE, REVIEWED, source="Move."),
        Step.STORE,
        [(Kind.OLDER_SOURCE, WARNING)],
    ),
    "of a former text, here already": (
        {"source": "Move.", "target": "Beweeg."},
        known(LIVE, FORMER, source="Move."),
        Step.SKIP,
        [],
    ),
    "of a text that is gone from the page": (
        {"target": "Slaap."},
        known(None, REVIEWED),
        Step.STORE,
        [(Kind.OLDER_SOURCE, WARNING)],
    ),
    "of a former text, fuzzy": (
        {"source": "Move.", "target": "Beweeg.", "fuzzy": True},
        known(LIVE, source="Move."),
        Step.KEEP_FOR_REVIEW,
        [(Kind.OLDER_SOURCE, WARNING), (Kind.FUZZY, INFO)],
    ),
    "of a former text, fuzzy and here already": (
        {"source": "Move.", "target": "Beweeg.", "fuzzy": True},
        known(LIVE, FORMER, REVIEWED, source="Move."),
        Step.SKIP,
        [(Kind.FUZZY, WARNING)],
    ),
    # an older file
    "a text that was replaced": (
        {"target": "Slaap."},
        known(LIVE, REVIEWED, former=("Slaap.", "Rust.")),
        Step.REFUSE,
        [(Kind.OLDER_FILE, ERROR)],
    ),
    "a replaced text of a former source": (
        {"source": "Move.", "target": "Loop."},
        known(LIVE, FORMER, source="Move.", former=("Loop.",)),
        Step.REFUSE,
        [(Kind.OLDER_SOURCE, WARNING), (Kind.OLDER_FILE, ERROR)],
    ),
}


@pytest.mark.parametrize(("entry", "here", "step", "remarks"), CASES.values(), ids=CASES)
def test_decide(entry: dict[str, Any], here: Known, step: Step, remarks: list[tuple[Kind, Severity]]) -> None:
    entry = {"source": "Rest."} | entry
    decision = decide(Entry(context="c", **entry), here)
    assert (decision.step, [(r.kind, r.severity) for r in decision.remarks]) == (step, remarks)
    assert decision.digest == digest_of(entry["source"])


def test_force_brings_a_replaced_text_back() -> None:
    here = known(LIVE, REVIEWED, former=("Slaap.", "Rust."))
    assert decide(Entry("c", "Rest.", "Slaap."), here, force=True).step is Step.STORE


@pytest.mark.parametrize(
    ("target", "kind"), [("R\nust.", Kind.WHITESPACE), (" ", Kind.UNTRANSLATED)], ids=["line end", "space"]
)
def test_force_is_no_way_round_the_checks(target: str, kind: Kind) -> None:
    decision = decide(Entry("c", "Rest.", target), known(LIVE, former=(target,)), force=True)
    assert (decision.step, decision.remarks[0].kind) == (Step.REFUSE, kind)


RICH = segment('Use <a id="1">ice</a>.', "rich")

CHECKS: dict[str, tuple[str, str, Segment, list[tuple[Kind, Severity]]]] = {
    "fine": ("Rest.", "Rust.", LIVE, []),
    "only space": ("Rest.", " \u00a0", LIVE, [(Kind.UNTRANSLATED, ERROR)]),
    "nothing that can be seen": ("Rest.", "\u200b\u200e", LIVE, [(Kind.UNTRANSLATED, ERROR)]),
    # tags
    "tags kept": (RICH.text, 'Met <a id="1">ijs</a>.', RICH, []),
    "a link lost": (RICH.text, "Met ijs.", RICH, [(Kind.MARKUP, ERROR)]),
    "a superscript lost": ("x<sup>n</sup>", "xn", segment("x<sup>n</sup>", "rich"), [(Kind.MARKUP, ERROR)]),
    "bold is the translator's": ("<b>Rest</b>.", "Rust.", segment("<b>Rest</b>.", "rich"), [(Kind.MARKUP, WARNING)]),
    "two tags wrong": (
        RICH.text,
        "Met <u>ijs</u>.",
        RICH,
        [(Kind.MARKUP, ERROR), (Kind.MARKUP, ERROR)],
    ),
    "a raw < in rich text": ("Below 5.", "< 5.", segment("Below 5.", "rich"), [(Kind.MARKUP, ERROR)]),
    "a < in plain text is a character": ("Below 5.", "< 5 & <b>.", segment("Below 5."), []),
    # line ends
    "a line end added": ("Rest.", "R\nust.", LIVE, [(Kind.WHITESPACE, ERROR)]),
    "as many lines as it likes": ("a\nb", "a\nb\nc", segment("a\nb"), []),
    "fewer lines": ("a\nb", "a b", segment("a\nb"), []),
    "the last line end lost": ("a\n", "a", segment("a\n"), [(Kind.WHITESPACE, ERROR)]),
    "a last line end added": ("a\nb", "a\nb\n", segment("a\nb"), [(Kind.WHITESPACE, ERROR)]),
    "the first line end lost": ("\na", "a", segment("\na"), [(Kind.WHITESPACE, ERROR)]),
    "line ends at both ends": ("\na\n", "\nb\n", segment("\na\n"), []),
    # length
    "as long as fits": ("Rest.", "x" * 8 + ".", segment("Rest.", max_length=9), []),
    "too long": ("Rest.", "x" * 9 + ".", segment("Rest.", max_length=9), [(Kind.LENGTH, ERROR)]),
    "letters count, not bytes": ("Rest.", "é" * 8 + ".", segment("Rest.", max_length=9), []),
    "no limit": ("Rest.", "x" * 9999 + ".", LIVE, []),
    "two things at once": (
        "Rest.",
        "x\n" * 8 + ".\n",
        segment("Rest.", max_length=9),
        [(Kind.WHITESPACE, ERROR), (Kind.WHITESPACE, ERROR), (Kind.LENGTH, ERROR)],
    ),
}


@pytest.mark.parametrize(("source", "target", "live", "remarks"), CHECKS.values(), ids=CHECKS)
def test_check_target(source: str, target: str, live: Segment, remarks: list[tuple[Kind, Severity]]) -> None:
    assert [(r.kind, r.severity) for r in check_target(source, target, rule(live))] == remarks


@pytest.mark.parametrize(("path", "step"), [("definition.b#k", Step.REFUSE), ("definition.b", Step.STORE)])
def test_a_place_that_is_gone_keeps_the_rules_of_its_kind(path: str, step: Step) -> None:
    """Tags must fit where there was rich text; a plain text such as “< 5” has none."""
    gone = Known(path, None, None, frozenset(), frozenset({"Met ijs."}), "en", "nl")
    assert decide(Entry("c", RICH.text, "< 5"), gone).step is step


def test_a_remark_says_what_and_how_much() -> None:
    (remark,) = check_target(
        "Rest", "x" * 12, TextRule(rich=False, max_length=9, source_locale="en", target_locale="nl")
    )
    assert remark.message == "12 characters, at most 9 fit: “xxxxxxxxxxxx”"
    older = decide(Entry("c", "Move.", "Beweeg."), known(LIVE, source="Move.", former=()))
    assert "“Rest.”" in older.remarks[0].message


# --- whatever comes in ----------------------------------------------------------------------------------------------

sources = st.sampled_from(["Rest.", "Move.", "<b>Rest</b>", "a\n"])
targets = st.sampled_from(["", " ", "Rust.", "Beweeg.", "<b>Rust</b>", "<u>", "a\n", "x" * 12])
rows = st.builds(Stored, st.just(PATH), sources, targets.filter(bool), st.sampled_from(STATES))
entries = st.builds(Entry, st.just("c"), sources, targets, fuzzy=st.booleans())
lives = st.one_of(
    st.none(), st.builds(segment, sources, st.sampled_from(["plain", "rich"]), st.sampled_from([None, 9]))
)
memories = st.lists(rows, max_size=3, unique_by=lambda row: row.source_text)
formers = st.lists(targets, max_size=2).map(tuple)


@settings(max_examples=200)
@given(entries, lives, memories, formers, st.booleans())
def test_whatever_comes_in(
    entry: Entry, live: Segment | None, stored: list[Stored], former: tuple[str, ...], force: bool
) -> None:
    here = known(live, *stored, source=entry.source, former=former)
    decision = decide(entry, here, force=force)
    assert (decision.step is Step.REFUSE) == any(remark.severity is ERROR for remark in decision.remarks)
    assert decision.digest == digest_of(entry.source)
    if not entry.target:
        assert decision.step in (Step.SKIP, Step.REFUSE)
    if entry.fuzzy:
        assert decision.step not in (Step.STORE, Step.CONFIRM)
    if decision.step is Step.CONFIRM:
        assert here.row is not None
        assert here.row.target_text == entry.target
    if decision.step in (Step.STORE, Step.KEEP_FOR_REVIEW):
        assert here.row is None or here.row.target_text != entry.target
        checked = check_target(entry.source, entry.target, rule(live) if live else TextRule(False, None, "en", "nl"))
        assert not any(r.severity is ERROR for r in checked)
        assert force or entry.target not in former
        if here.row is not None and here.row.is_reviewed:
            assert not entry.fuzzy


CRITICAL = Segment("treatments.t.warnings.w", "From week 12, none.", "plain", True, 500, "Warning")


def test_a_critical_text_that_did_not_follow_its_source_is_refused() -> None:
    """Somebody took the fuzzy mark away and left the words: “week 20” would be served for “week 12”."""
    former = Stored(CRITICAL.path, "From week 20, none.", "Vanaf week 20 geen.")
    live = TranslationMemory([former]).judge(CRITICAL)
    here = Known(CRITICAL.path, live, None, frozenset(), frozenset({"Vanaf week 20 geen."}), "en", "nl")
    entry = Entry("c", CRITICAL.text, former.target_text)
    refused = decide(entry, here)
    assert refused.step is Step.REFUSE
    assert {remark.kind for remark in refused.remarks} == {Kind.NUMBER, Kind.SAME_AS_FORMER}


NO_DRIVING = Segment(CRITICAL.path, "Do not drive or use machines.", "plain", True, 500, "Warning")
APPROVED = Stored(NO_DRIVING.path, NO_DRIVING.text, "Rijd geen auto en bedien geen machines.")
LOST = "Rijd auto en bedien geen machines."


@pytest.mark.parametrize(
    ("row", "source", "target", "force", "step", "severities"),
    [
        (APPROVED, NO_DRIVING.text, LOST, False, Step.REFUSE, {ERROR}),
        (APPROVED, NO_DRIVING.text, LOST, True, Step.STORE, {WARNING}),
        (APPROVED, NO_DRIVING.text, "Rijd niet en bedien geen machines.", False, Step.STORE, set()),
        # nobody has approved it: counting can't tell
        (replace(APPROVED, state="translated"), NO_DRIVING.text, LOST, False, Step.STORE, set()),
        # the source changed, and kept its “not”, or lost it
        (APPROVED, "Do not drive or use heavy machines.", LOST, False, Step.REFUSE, {ERROR}),
        (
            Stored(APPROVED.path, "Do not drive and do not use machines.", APPROVED.target_text),
            "Drive, but do not use machines.",
            "Rijd auto, maar bedien geen machines.",
            False,
            Step.STORE,
            set(),
        ),
    ],
)
def test_a_not_of_the_approved_text(
    row: Stored, source: str, target: str, force: bool, step: Step, severities: set[Severity]
) -> None:
    live = NO_DRIVING._replace(text=source)
    memory = TranslationMemory([row])
    targets = memory.targets_at(row.path)
    here = Known(row.path, memory.judge(live), memory.row_of(row.path, source), frozenset(), targets, "en", "nl")
    decision = decide(Entry("c", source, target), here, force=force)
    assert decision.step is step
    lost = [remark for remark in decision.remarks if remark.kind is Kind.LOST_NEGATION]
    assert {remark.severity for remark in lost} == severities
    assert {"--force" in remark.message for remark in lost} == {severity is ERROR for severity in severities}


@pytest.mark.parametrize("force", [True, False])
def test_two_nots_that_became_one_are_in_doubt(force: bool) -> None:
    segment = NO_DRIVING._replace(text="Do not drive and do not drink.")
    here = Known(segment.path, TranslationMemory([]).judge(segment), None, frozenset(), frozenset(), "en", "nl")
    decision = decide(Entry("c", segment.text, "Rijd en drink niet."), here, force=force)
    assert decision.step is (Step.STORE if force else Step.REFUSE)
    assert [(remark.kind, remark.doubt) for remark in decision.remarks] == [(Kind.NEGATION, True)]
    gone = decide(Entry("c", segment.text, "Rijd en drink."), here, force=force)
    assert gone.step is Step.REFUSE, "none is left: nobody can insist on that"
