"""Composed, a condition holds reviewed translations of exactly its texts, and the source text, marked, for the rest."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from pages.shapes import Raw
from tests.contents import contents
from tests.factories import advice, heading, paragraph
from tests.translation.composing import composed
from tests.translation.rows import STATES, Stored, states
from translation.compose import LocalisedContent, Status
from translation.inline import InlineError
from translation.segments import Segment, segments_of
from translation.verdicts import Verdict

CONTENT: dict[str, Any] = {
    "title": "Gout",
    "summary": "It hurts.",
    "definition": [paragraph("d", "First.", "Second."), advice("a", "urgent", "Get help", "Today.")],
    "sources": [{"type": "source", "id": "s", "value": {"title": "A book", "url": "https://example.org"}}],
}
TRANSLATIONS = {
    "title": "Jicht",
    "summary": "Het doet pijn.",
    "definition.d#k0000": "Eerst.",
    "definition.d#k0001": "Dan.",
    "definition.a.heading": "Zoek hulp",
    "definition.a.body#k0000": "Vandaag.",
}


def translated(content: Raw, state: str = "reviewed", **other_states: str) -> list[Stored]:
    """A row for each segment; `other_states` are by the name of the field."""
    return [
        Stored(s.path, s.text, TRANSLATIONS[s.path], other_states.get(s.path.split(".")[0], state))
        for s in segments_of(condition_shape(), content)
    ]


def verdicts(localised: LocalisedContent) -> dict[str, str]:
    return {judgement.segment.path: judgement.verdict.value for judgement in localised.judgements}


def test_all_translated() -> None:
    localised = composed(CONTENT, translated(CONTENT))
    assert localised.status is Status.COMPLETE
    assert localised.not_current == ()
    assert set(verdicts(localised).values()) == {"current"}
    assert localised.content == {
        "title": "Jicht",
        "summary": "Het doet pijn.",
        "definition": [paragraph("d", "Eerst.", "Dan."), advice("a", "urgent", "Zoek hulp", "Vandaag.")],
        "sources": CONTENT["sources"],
    }


def test_in_its_own_language_a_condition_is_the_page() -> None:
    localised = composed(CONTENT, [Stored("title", "Gout", "never")], locale="en")
    assert localised.content == CONTENT
    assert localised.status is Status.SOURCE
    assert localised.not_current == ()
    assert set(verdicts(localised).values()) == {"source"}


def test_without_translations_every_paragraph_is_marked_as_source() -> None:
    localised = composed(CONTENT, [])
    assert localised.status is Status.OUTDATED
    assert set(verdicts(localised).values()) == {"missing"}
    assert localised.content["title"] == "Gout"
    body = localised.content["definition"][0]["value"]
    assert len(re.findall(r'<p[^>]* lang="en"', body)) == len(re.findall(r'<p[^>]* dir="ltr"', body)) == 2


@pytest.mark.parametrize(
    ("source_locale", "locale", "marks"), [("en", "ar", ("en", "ltr")), ("ar", "en", ("ar", "rtl"))]
)
def test_a_mark_says_language_and_direction_of_the_source(
    source_locale: str, locale: str, marks: tuple[str, str]
) -> None:
    localised = composed({"definition": [paragraph("d", "x")]}, [], locale=locale, source_locale=source_locale)
    (start,) = re.findall(r"<p[^>]*>", localised.content["definition"][0]["value"])
    assert (re.findall(r'lang="(\w+)"', start), re.findall(r'dir="(\w+)"', start)) == ([marks[0]], [marks[1]])


def test_one_changed_paragraph_leaves_the_others_translated() -> None:
    rows = translated(CONTENT)
    changed = CONTENT | {"definition": [paragraph("d", "First.", "Never."), CONTENT["definition"][1]]}
    localised = composed(changed, rows)
    assert localised.status is Status.OUTDATED
    assert [(j.segment.path, j.verdict) for j in localised.not_current] == [("definition.d#k0001", Verdict.STALE)]
    first, second = re.findall(r"<p[^>]*>[^<]*</p>", localised.content["definition"][0]["value"])
    assert first == '<p data-block-key="k0000">Eerst.</p>'
    assert "Never." in second
    assert 'lang="en"' in second


def test_the_language_of_each_text_can_be_asked() -> None:
    localised = composed(CONTENT, translated(CONTENT, summary="translated"))
    assert localised.language_at("title") == "nl"
    assert localised.language_at("summary") == "en"
    assert localised.language_at("sources.s.title") == "nl"  # no segment stands there
    assert composed(CONTENT, [], locale="en").language_at("summary") == "en"


def test_what_is_removed_from_the_page_is_gone_in_every_language() -> None:
    shorter = CONTENT | {"definition": [paragraph("d", "First.")]}
    localised = composed(shorter, translated(CONTENT))
    assert localised.status is Status.COMPLETE
    assert localised.content["definition"] == [paragraph("d", "Eerst.")]


def test_a_revert_brings_the_translation_back() -> None:
    rows = translated(CONTENT)
    before = composed(CONTENT, rows)
    changed = CONTENT | {"summary": "It doesn't hurt."}
    rows = [*rows, Stored("summary", "It doesn't hurt.", "Het doet geen pijn.")]
    assert composed(changed, rows).content["summary"] == "Het doet geen pijn."
    assert composed(CONTENT, rows) == before


def test_moved_blocks_keep_their_translations() -> None:
    blocks = [heading("h1", "One"), heading("h2", "Two")]
    rows = [Stored("definition.h1", "One", "Een"), Stored("definition.h2", "Two", "Twee")]
    localised = composed({"definition": blocks[::-1]}, rows)
    assert localised.content["definition"] == [heading("h2", "Twee"), heading("h1", "Een")]
    assert localised.status is Status.COMPLETE


@pytest.mark.parametrize("state", [state for state in STATES if state != "reviewed"])
def test_an_unreviewed_text_is_not_served(state: str) -> None:
    localised = composed(CONTENT, translated(CONTENT, summary=state))
    assert localised.content["summary"] == "It hurts."
    assert localised.content["title"] == "Jicht"
    assert [(j.segment.path, j.verdict) for j in localised.not_current] == [("summary", Verdict.UNREVIEWED)]


def test_a_stored_text_whose_tags_do_not_fit_stops_the_composition() -> None:
    content = {"definition": [paragraph("d", "10<sup>9</sup>/L")]}
    with pytest.raises(InlineError):
        composed(content, [Stored("definition.d#k0000", "10<sup>9</sup>/L", "109/L")])


def test_an_empty_condition_is_complete() -> None:
    assert composed({}, []).status is Status.COMPLETE


# --- whatever the content and the rows ----------------------------------------------------------------------------


@st.composite
def cases(draw: st.DrawFn) -> tuple[Raw, list[Segment], list[Stored]]:
    """A content, its segments, and rows of all kinds for some of them; each target names the row it is of."""
    content = draw(contents(condition_shape()))
    segments = segments_of(condition_shape(), content)
    rows: list[Stored] = []
    for segment in segments:
        for source in draw(
            st.sampled_from([[], [segment.text], [segment.text + "?"], [segment.text + "?", segment.text]])
        ):
            rows.append(Stored(segment.path, source, f"⟦{len(rows)}⟧{source}", draw(states)))
    return content, segments, rows


@settings(max_examples=30)
@given(cases())
def test_served_is_exactly_what_is_reviewed_and_of_this_text(case: tuple[Raw, list[Segment], list[Stored]]) -> None:
    content, segments, rows = case
    assume(segments)
    texts = {segment.path: segment.text for segment in segments}
    good = {number for number, row in enumerate(rows) if row.is_reviewed and row.source_text == texts[row.path]}

    localised = composed(content, rows)

    served = [int(number) for number in re.findall(r"⟦(\d+)⟧", repr(localised.content))]
    assert sorted(served) == sorted(good)
    assert [judgement.segment for judgement in localised.judgements] == segments
    assert len(localised.not_current) == len(segments) - len(good)
    assert (localised.status is Status.COMPLETE) == (len(good) == len(segments))


@settings(max_examples=30)
@given(cases())
def test_facts_and_source_texts_stay_and_every_paragraph_in_the_source_language_says_so(
    case: tuple[Raw, list[Segment], list[Stored]],
) -> None:
    content, _, rows = case
    localised = composed(content, rows)
    marked = re.findall(r'<(?:p|li) [^<>]*lang="en"[^<>]*>', repr(localised.content))
    assert len(marked) == sum(judgement.segment.kind == "rich" for judgement in localised.not_current)
    unmarked = re.sub(r' (?:lang="en"|dir="ltr")|⟦\d+⟧', "", repr(localised.content))
    assert unmarked == repr(content)
