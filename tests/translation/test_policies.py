"""What isn't current is served in the source language, as it was before, not at all, or takes the condition along."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from pages.shapes import Fields, Items, Raw, Shape, Stream, Words
from tests.contents import contents
from tests.factories import advice, examination, heading, image, paragraph, table, treatment
from tests.translation.rows import Stored, states
from tests.translation.shapes import SMALL
from translation.compose import LocalisedContent, Status, compose
from translation.policies import CRITICAL_POLICIES, Policies, Policy
from translation.segments import is_rich, segments_of
from translation.verdicts import Verdict

PREVIOUS = Policies(other=Policy.PREVIOUS)
OMIT_OTHER = Policies(other=Policy.OMIT)
OMIT_ALL = Policies(other=Policy.OMIT, critical=Policy.OMIT)


def composed(content: Raw, rows: list[Stored], policies: Policies, shape: Shape | None = None) -> LocalisedContent:
    shape = shape or condition_shape()
    return compose(shape, content, source_locale="en", locale="nl", rows=rows, policies=policies)


def test_critical_text_is_never_served_outdated() -> None:
    with pytest.raises(ValueError, match="previous"):
        Policies(critical=Policy.PREVIOUS)


# --- previous -------------------------------------------------------------------------------------------------------

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
    assert localised.in_place_of == dict.fromkeys(localised.in_place_of, "en")
    assert "Veilig" not in repr(localised.content)


# --- omit -----------------------------------------------------------------------------------------------------------


def omitted(content: Raw, *stale: str, policies: Policies = OMIT_ALL) -> LocalisedContent:
    """Everything is translated as itself, but for the texts at these paths."""
    segments = segments_of(condition_shape(), content)
    assert {segment.path for segment in segments} >= set(stale)
    return composed(content, [Stored(s.path, s.text, s.text) for s in segments if s.path not in stale], policies)


def rich(block_id: str, html: str) -> dict[str, Any]:
    return {"type": "paragraph", "id": block_id, "value": html}


P, LI = '<p data-block-key="{}">{}</p>'.format, '<li data-block-key="{}">{}</li>'.format
INTRODUCED = P("a", "Don't, if:") + f"<ul>{LI('b', 'ill')}{LI('c', 'old')}</ul>" + P("d", "Else do.")
PILLS = treatment("t", "Pills", "One.", "Not with beer.", "Not at night.")
DOSES = table("tb", "Doses", ["Age", "Dose"], ["Adults", "3 g"], ["Children", "1 g"])


def _without_cell(row: int, cell: int) -> dict[str, Any]:
    return table("tb", "Doses", ["Age", "Dose"], ["Adults", "3 g"], ["Children", "1 g"]) | {
        "value": DOSES["value"]
        | {
            "rows": [
                {**r, "value": [{**c, "value": ""} if (i, j) == (row, cell) else c for j, c in enumerate(r["value"])]}
                for i, r in enumerate(DOSES["value"]["rows"])
            ]
        }
    }


@pytest.mark.parametrize(
    ("block", "stale", "left"),
    [
        (paragraph("x", "One.", "Two."), "#k0000", rich("x", P("k0001", "Two."))),
        (paragraph("x", "One."), "#k0000", None),
        (rich("x", INTRODUCED), "#b", rich("x", INTRODUCED.replace(LI("b", "ill"), ""))),
        (rich("x", INTRODUCED), "#a", rich("x", P("d", "Else do."))),
        (examination("x", "Swab", "Quick."), ".name", None),
        (
            examination("x", "Swab", "Quick."),
            ".body#k0000",
            {"type": "examination", "id": "x", "value": {"name": "Swab", "body": ""}},
        ),
        (image("x", 1, "A throat", "Red"), ".alt", None),
        (image("x", 1, "A throat", "Red"), ".caption", None),
        (DOSES, ".caption", None),
        (DOSES, ".header.h1", None),  # a column without its head would be read as another
        (DOSES, ".rows.r1.r1c1#k0000", _without_cell(1, 1)),
        (DOSES, ".rows.r1.r1c0#k0000", DOSES | {"value": DOSES["value"] | {"rows": DOSES["value"]["rows"][:1]}}),
        (PILLS, ".name", None),
        (PILLS, ".body#k0000", None),
        (PILLS, ".warnings.t-w1", None),  # never the treatment without its warning
        (advice("x", "urgent", "Call", "Now."), ".heading", None),
        (advice("x", "urgent", "Call", "Now."), ".body#k0000", None),
    ],
)
def test_what_goes_with_a_text(block: dict[str, Any], stale: str, left: dict[str, Any] | None) -> None:
    around = [paragraph("before", "Before."), paragraph("after", "After.")]
    path = f"signs.{block['id']}{stale}"
    localised = omitted({"signs": [around[0], block, around[1]]}, path)
    assert localised.content == {"signs": [around[0], *([left] if left else []), around[1]]}
    assert [j.segment.path for j in localised.not_current] == [path]
    assert localised.in_place_of == {path: None}


NAMES = [{"type": "name", "id": key, "value": name} for key, name in [("n10", "Podagra"), ("n1", "Tophi")]]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("title", {"title": "Gout"}),
        ("summary", {"summary": "It hurts."}),
        ("signs_heading", {"signs_heading": "When it isn't gout", "signs": [paragraph("x", "One.")]}),
        ("signs.h", {"signs": [heading("h", "When not to take it"), paragraph("x", "Under 12.")]}),
    ],
)
def test_what_stands_over_other_text_stays_in_the_source_language(path: str, content: dict[str, Any]) -> None:
    localised = omitted(content, path)
    assert localised.content == content
    assert (localised.in_place_of, localised.language_at(path)) == ({path: "en"}, "en")


def test_one_name_of_several() -> None:
    localised = omitted({"also_known_as": NAMES}, "also_known_as.n10")
    assert localised.content == {"also_known_as": NAMES[1:]}
    localised = omitted({"also_known_as": NAMES}, "also_known_as.n1")
    assert localised.content == {"also_known_as": NAMES[:1]}


def test_what_was_only_served_marked_is_told_as_gone_when_its_block_goes() -> None:
    """The body would be served in English, but the name of the examination takes it along."""
    shape = Stream("", {"e": Fields("E", {"name": Words("N"), "dose": Words("D", critical=True)}), "p": Words("P")})
    content = [{"type": "e", "id": "e", "value": {"name": "Swab", "dose": "One."}}]
    rows = [Stored(".e.name", "Swab", "Uitstrijkje")]
    critical_goes = composed(content, rows, Policies(critical=Policy.OMIT), shape)
    assert (critical_goes.content, critical_goes.in_place_of) == ([], {".e.dose": None})
    rows = [Stored(".e.dose", "One.", "Een.")]
    stays = composed(content, rows, OMIT_OTHER, shape)
    assert stays.content == [{"type": "e", "id": "e", "value": {"name": "Swab", "dose": "Een."}}]
    assert stays.in_place_of == {".e.name": "en"}


def test_critical_prose_goes_with_its_block_or_stays() -> None:
    dose = Words("Dose", rich=True, critical=True)
    html = P("a", "One.")
    in_a_field = composed({"dose": html}, [], OMIT_ALL, Fields("", {"dose": dose}))
    assert (in_a_field.in_place_of, "One." in in_a_field.content["dose"]) == ({"dose#a": "en"}, True)
    block = {"type": "dose", "id": "d", "value": html + P("b", "Two.")}
    rows = [Stored("s.d#b", "Two.", "Twee.")]
    in_a_block = composed(
        {"s": [block]}, rows, OMIT_ALL, Fields("", {"s": Stream("", {"dose": dose, "p": Words("P")})})
    )
    assert (in_a_block.in_place_of, in_a_block.content) == ({"s.d#a": None}, {"s": []})


@pytest.mark.parametrize("stale", ["definition.x#k0000", "signs.a.heading"])
def test_each_class_has_its_own(stale: str) -> None:
    content = {"definition": [paragraph("x", "One.")], "signs": [advice("a", "urgent", "Call", "Now.")]}
    critical = stale.startswith("signs")
    assert omitted(content, stale, policies=OMIT_OTHER).in_place_of == {stale: "en" if critical else None}
    critical_alone = Policies(critical=Policy.OMIT)
    assert omitted(content, stale, policies=critical_alone).in_place_of == {stale: None if critical else "en"}


# --- withdraw -------------------------------------------------------------------------------------------------------


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
    assert omitted(content, *stale, policies=policies).is_withdrawn is withdrawn


def test_its_own_language_is_never_withdrawn() -> None:
    everything = Policies(Policy.WITHDRAW, Policy.WITHDRAW)
    localised = compose(
        condition_shape(), {"title": "Gout"}, source_locale="en", locale="en", rows=[], policies=everything
    )
    assert (localised.is_withdrawn, localised.status, localised.in_place_of) == (False, Status.SOURCE, {})


# --- whatever the policies, the content and the rows ----------------------------------------------------------------

MIXED = Fields(
    "",
    {
        "name": Words("Name"),
        "blocks": Stream(
            "Blocks",
            {
                "head": Words("Head"),
                "prose": Words("Prose", rich=True),
                "both": Fields(
                    "Both",
                    {
                        "name": Words("Name"),
                        "body": Words("Body", rich=True),
                        "dose": Words("Dose", rich=True, critical=True),
                        "warnings": Items("Warnings", Words("Warning", critical=True)),
                        "rows": Items("Rows", Items("Row", Words("Cell", rich=True))),
                    },
                ),
            },
        ),
    },
)
every_policy = st.builds(Policies, st.sampled_from(Policy), st.sampled_from(CRITICAL_POLICIES))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Shape, Raw, list[Stored]]:
    """A content of some shape, and rows of all kinds for some of its segments; each target names the row it is of."""
    shape = draw(st.sampled_from([condition_shape(), MIXED, SMALL]))
    content = draw(contents(shape))
    rows: list[Stored] = []
    for segment in segments_of(shape, content):
        now, older, oldest = segment.text, segment.text + "?", segment.text + "<sup>9</sup>"
        for source in draw(
            st.sampled_from([[], [now], [now], [older], [older, now], [oldest, older], [older, oldest], [now, older]])
        ):
            rows.append(Stored(segment.path, source, f"⟦{len(rows)}⟧{source}", draw(states)))
    return shape, content, rows


@settings(max_examples=150, deadline=None)
@given(cases(), every_policy)
def test_every_text_is_current_or_marked_or_older_and_reviewed_or_absent(
    case: tuple[Shape, Raw, list[Stored]], policies: Policies
) -> None:
    shape, content, rows = case
    localised = composed(content, rows, policies, shape)
    served = {segment.path: segment.text for segment in segments_of(shape, localised.content)}
    asked: set[Policy] = set()
    for judgement in localised.judgements:
        segment = judgement.segment
        here = [row for row in rows if row.path == segment.path]
        good = {r.target_text for r in here if r.is_reviewed and r.source_digest == segment.digest}
        text = served.pop(segment.path, None)
        if good:
            assert segment.path not in localised.in_place_of
            assert text in good or (text is None and Policy.OMIT in (policies.other, policies.critical))
        else:
            asked.add(policies.of(segment))
            match localised.in_place_of[segment.path]:
                case None:
                    assert text is None
                    assert Policy.OMIT in (policies.other, policies.critical)
                case "en":
                    assert text == segment.text
                case "nl":
                    assert not segment.critical
                    assert policies.other is Policy.PREVIOUS
                    older = [r for r in here if r.is_reviewed and r.source_digest != segment.digest]
                    assert (text, judgement.verdict) == (older[-1].target_text, Verdict.STALE)
        if segment.critical and policies.critical is not Policy.OMIT:
            assert text is not None
    assert served == {}
    assert [j.segment for j in localised.judgements] == segments_of(shape, content)
    assert set(localised.in_place_of) == {j.segment.path for j in localised.not_current}
    assert localised.is_withdrawn == (Policy.WITHDRAW in asked)
    marks = len(re.findall(r'<(?:p|li) [^<>]*lang="en"[^<>]*>', repr(localised.content)))
    assert marks == sum(is_rich(path) and lang == "en" for path, lang in localised.in_place_of.items())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_columns_do_not_shift(data: st.DataObject) -> None:
    width, height = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    block = table("tb", "Doses", ["A"] * width, *[[f"{row}-{cell}" for cell in range(width)] for row in range(height)])
    content = {"signs": [block]}
    cells = [s.path for s in segments_of(condition_shape(), content) if ".rows." in s.path]
    stale = data.draw(st.lists(st.sampled_from(cells), unique=True))
    (left,) = omitted(content, *stale, policies=OMIT_OTHER).content["signs"]
    was = {row["id"]: row for row in block["value"]["rows"]}
    for row in left["value"]["rows"]:
        pairs = zip(row["value"], was[row["id"]]["value"], strict=True)
        for cell, old in pairs:
            gone = f"signs.tb.rows.{row['id']}.{cell['id']}#k0000" in stale
            assert cell == ({**old, "value": ""} if gone else old)
    assert left["value"]["header"] == block["value"]["header"]
