"""Whatever the policies, content and rows: every text is current, or marked, or older and reviewed, or absent."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from pages.shapes import Fields, Items, Raw, Shape, Stream, Words
from tests.contents import contents
from tests.translation.composing import composed
from tests.translation.rows import Stored, states
from tests.translation.shapes import SMALL
from translation.policies import CRITICAL_POLICIES, Policies, Policy
from translation.segments import is_rich, segments_of
from translation.verdicts import Verdict

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


@settings(max_examples=150)
@given(cases(), every_policy)
def test_every_text_is_current_or_marked_or_older_and_reviewed_or_absent(
    case: tuple[Shape, Raw, list[Stored]], policies: Policies
) -> None:
    shape, content, rows = case
    localised = composed(content, rows, policies, shape=shape)
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
