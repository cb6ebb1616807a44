"""What isn't current is served in the source language, as it was before, not at all, or takes the condition along."""

from __future__ import annotations

import re

import pytest

from tests.factories import advice, heading, paragraph, treatment
from tests.translation.composing import OMIT_OTHER, all_but, composed
from tests.translation.rows import Stored
from translation.compose import Status
from translation.policies import Policies, Policy
from translation.verdicts import Verdict

PREVIOUS = Policies(other=Policy.PREVIOUS)


def test_critical_text_is_never_served_outdated() -> None:
    with pytest.raises(ValueError, match="previous"):
        Policies(critical=Policy.PREVIOUS)


# --- previous -----------------------------------------------------------------------------------------------------

KEY = "definition.d#k0000"
WALK = "Walk."
LINK = '<a linktype="page" id="{}">{}</a>'
SEE = 'See <a id="1">{}</a>.'


@pytest.mark.parametrize(
    ("now", "rows", "served"),
    [
        ("Run.", [], None),
        ("Run.", [Stored(KEY, WALK, "Loop.")], "Loop."),
        ("Run.", [Stored(KEY, WALK, "Loop.", "translated")], None),
        ("Run.", [Stored(KEY, WALK, "Loop.", "machine")], None),
        ("Run.", [Stored(KEY, WALK, "Loop."), Stored(KEY, "Go.", "Ga.")], "Ga."),
        ("Run.", [Stored(KEY, WALK, "Loop."), Stored(KEY, "Go.", "Ga.", "needs_review")], "Loop."),
        ("Run.", [Stored(KEY, WALK, "Loop."), Stored(KEY, "Run.", "Ren.", "translated")], "Loop."),
        ("Run.", [Stored(KEY, "Run.", "Ren.", "translated")], None),
        ("<b>Run.</b>", [Stored(KEY, WALK, "Loop.")], "Loop."),  # emphasis may differ
        ("10<sup>9</sup>", [Stored(KEY, "109", "109")], None),
        ("10<sup>8</sup>", [Stored(KEY, "10<sup>9</sup>", "10<sup>9</sup>")], "10<sup>9</sup>"),
        ("109", [Stored(KEY, "10<sup>9</sup>", "10<sup>9</sup>")], None),
    ],
)
def test_the_last_reviewed_translation(now: str, rows: list[Stored], served: str | None) -> None:
    localised = composed({"definition": [paragraph("d", now)]}, rows, PREVIOUS)
    (judgement,) = localised.not_current
    html = localised.content["definition"][0]["value"]
    if served is None:
        assert re.fullmatch(r'<p [^>]*lang="en"[^>]*>(.*)</p>', html)[1] == now  # type: ignore[index]
        assert localised.in_place_of == {KEY: "en"}
    else:
        assert html == f'<p data-block-key="k0000">{served}</p>'
        assert (localised.in_place_of, judgement.verdict) == ({KEY: "nl"}, Verdict.STALE)
        assert judgement.row is not None
        assert judgement.row.target_text == served
    assert localised.status is Status.OUTDATED


@pytest.mark.parametrize(
    ("before", "now", "is_served"),
    [
        (SEE.format("gout"), "Look at " + LINK.format(7, "gout"), True),
        (SEE.format("gout"), "See " + LINK.format(7, "asthma"), False),  # the words would lead to another page
        (SEE.format("gout"), "See gout.", False),
        ("See gout.", "Look at " + LINK.format(7, "gout"), False),
        (
            '<a id="1">gout</a> or <a id="2">asthma</a>',
            f"{LINK.format(7, 'asthma')} or {LINK.format(8, 'gout')}",
            False,
        ),
    ],
)
def test_old_words_do_not_lead_to_a_new_address(before: str, now: str, is_served: bool) -> None:
    rows = [Stored(KEY, before, f"NL {before}")]
    localised = composed({"definition": [paragraph("d", now)]}, rows, PREVIOUS)
    assert localised.in_place_of == {KEY: "nl" if is_served else "en"}


def test_plain_text_and_titles_too() -> None:
    content = {"title": "Gout, new", "definition_heading": "In brief", "definition": [heading("h", "More <1")]}
    rows = [
        Stored("title", "Gout", "Jicht"),
        Stored("definition_heading", "In short", "In het kort"),
        Stored("definition.h", "More", "Meer <1"),
    ]
    localised = composed(content, rows, PREVIOUS)
    assert localised.content == {
        "title": "Jicht",
        "definition_heading": "In het kort",
        "definition": [heading("h", "Meer <1")],
    }
    assert {localised.language_at(path) for path in localised.in_place_of} == {"nl"}


def test_critical_text_has_no_previous() -> None:
    content = {"treatments": [treatment("t", "Pills", "One.", "NOT safe.")]}
    rows = [Stored("treatments.t.warnings.t-w0", "Safe.", "Veilig.")]
    localised = composed(content, rows, PREVIOUS)
    assert localised.in_place_of == dict.fromkeys(
        ["treatments.t.name", "treatments.t.body#k0000", "treatments.t.warnings.t-w0"], "en"
    )
    assert "Veilig" not in repr(localised.content)


# --- each class of text for itself --------------------------------------------------------------------------------


@pytest.mark.parametrize("stale", ["definition.x#k0000", "signs.a.heading"])
def test_each_class_has_its_own(stale: str) -> None:
    content = {"definition": [paragraph("x", "One.")], "signs": [advice("a", "urgent", "Call", "Now.")]}
    critical = stale.startswith("signs")
    assert all_but(content, stale, policies=OMIT_OTHER).in_place_of == {stale: "en" if critical else None}
    critical_alone = Policies(critical=Policy.OMIT)
    assert all_but(content, stale, policies=critical_alone).in_place_of == {stale: None if critical else "en"}


@pytest.mark.parametrize(
    ("policies", "stale", "withdrawn"),
    [
        (Policies(), ("definition.x#k0000", "signs.a.heading"), False),
        (Policies(other=Policy.WITHDRAW), (), False),
        (Policies(other=Policy.WITHDRAW), ("definition.x#k0000",), True),
        (Policies(other=Policy.WITHDRAW), ("signs.a.heading",), False),
        (Policies(critical=Policy.WITHDRAW), ("definition.x#k0000",), False),
        (Policies(critical=Policy.WITHDRAW), ("signs.a.heading",), True),
        (Policies(Policy.OMIT, Policy.WITHDRAW), ("definition.x#k0000", "signs.a.heading"), True),
    ],
)
def test_withdrawn(policies: Policies, stale: tuple[str, ...], withdrawn: bool) -> None:
    content = {"definition": [paragraph("x", "One.")], "signs": [advice("a", "urgent", "Call", "Now.")]}
    assert all_but(content, *stale, policies=policies).is_withdrawn is withdrawn


def test_its_own_language_is_never_withdrawn() -> None:
    everything = Policies(Policy.WITHDRAW, Policy.WITHDRAW)
    localised = composed({"title": "Gout"}, [], everything, locale="en")
    assert (localised.is_withdrawn, localised.status, localised.in_place_of) == (False, Status.SOURCE, {})
