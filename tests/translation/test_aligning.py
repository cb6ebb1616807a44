"""Texts are paired by form, order and length; what isn't sure stays alone, and nothing gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.vocabulary import Section
from translation.aligning import Form, Text, align

SHORT, MIDDLE, LONG = (
    "Kort. ",
    "Een zin van gewone lengte over jicht. ",
    "Een lange alinea over jicht en wat helpt. " * 6,
)
LETTERS = {"s": SHORT, "m": MIDDLE, "l": LONG}
FORMS = {"h": Form.HEADING, "i": Form.ITEM}


def texts(shape: str) -> list[Text]:
    """`s`, `m`, `l`: paragraphs of three lengths; `h`: a heading, `i`: a list item."""
    return [
        Text(FORMS.get(sign, Form.PARAGRAPH), LETTERS.get(sign, MIDDLE), Section.CAUSES, str(place), place)
        for place, sign in enumerate(shape)
    ]


def paired(page: list[Text], version: list[Text]) -> list[tuple[int | None, int | None]]:
    return [(ours.line, theirs.line) for ours, theirs in align(page, version).pairs]


@pytest.mark.parametrize(
    ("page", "version", "pairs"),
    [
        ("", "", []),
        ("m", "", []),
        ("", "m", []),
        ("mlm", "mlm", [(0, 0), (1, 1), (2, 2)]),
        ("hmiihm", "hmiihm", [(n, n) for n in range(6)]),
        ("mm", "m", []),  # either could be its partner
        ("sl", "l", [(1, 0)]),
        ("ls", "l", [(0, 0)]),
        ("hii", "hiii", [(0, 0)]),
        ("hiihm", "hihm", [(0, 0), (3, 2), (4, 3)]),
        ("h", "m", []),
        ("i", "m", []),
        ("hlhl", "lhl", [(1, 0), (2, 1), (3, 2)]),
    ],
)
def test_by_form_order_and_length(page: str, version: str, pairs: list[tuple[int, int]]) -> None:
    assert paired(texts(page), texts(version)) == pairs


def of(words: str, section: Section = Section.SIGNS, form: Form = Form.PARAGRAPH) -> Text:
    return Text(form, words, section)


def test_a_number_in_common_tells_which_of_two_it_is() -> None:
    page = [of("Take 500 mg of naproxen in the morning."), of("Take 250 mg of ibuprofen in the evening.")]
    version = [of("Neem 's avonds 250 mg ibuprofen.")]
    assert align(page, version).pairs == ((page[1], version[0]),)


def test_arabic_digits_are_digits() -> None:
    page = [of("Take 500 at eight o'clock."), of("Take 250 at eight o'clock.")]
    version = [of("تناول ٢٥٠ في الساعة الثامنة.")]
    assert align(page, version).pairs == ((page[1], version[0]),)


def test_a_tenfold_dose_still_has_its_partner() -> None:
    page, version = [of("Take 50 mg of it a day.")], [of("Neem er 500 mg van per dag.")]
    assert align(page, version).pairs == ((page[0], version[0]),)


def test_texts_of_other_sections_are_no_partners() -> None:
    page, version = [of(MIDDLE)], [of(MIDDLE, Section.CAUSES)]
    aligned = align(page, version)
    assert (aligned.pairs, aligned.page_alone, aligned.version_alone) == ((), (page[0],), (version[0],))


def test_a_text_many_times_as_long_is_no_partner() -> None:
    page = [of(MIDDLE), of(LONG * 3)]
    version = [of(LONG * 3), of(MIDDLE)]
    aligned = align(page, version)
    assert all(len(ours.words) == len(theirs.words) for ours, theirs in aligned.pairs)


WORDS = st.text(min_size=1, max_size=60)


def sides() -> st.SearchStrategy[list[Text]]:
    sections = st.sampled_from([None, Section.CAUSES, Section.SIGNS])
    text = st.builds(Text, st.sampled_from([Form.HEADING, Form.PARAGRAPH, Form.ITEM]), WORDS, sections)
    return st.lists(text, max_size=8).map(
        lambda found: [Text(t.form, t.words, t.section, str(n), n) for n, t in enumerate(found)]
    )


@given(sides(), sides())
def test_every_text_is_in_a_pair_or_reported(page: list[Text], version: list[Text]) -> None:
    aligned = align(page, version)
    assert sorted([*(a.path for a, _ in aligned.pairs), *(t.path for t in aligned.page_alone)]) == sorted(
        t.path for t in page
    )
    assert sorted([*(b.path for _, b in aligned.pairs), *(t.path for t in aligned.version_alone)]) == sorted(
        t.path for t in version
    )


@given(sides(), sides())
def test_pairs_keep_form_section_and_order(page: list[Text], version: list[Text]) -> None:
    last: dict[Section | None, tuple[int, int]] = {}
    for ours, theirs in align(page, version).pairs:
        assert (ours.form, ours.section) == (theirs.form, theirs.section)
        here = (ours.line or 0, theirs.line or 0)
        before = last.get(ours.section, (-1, -1))
        assert here[0] > before[0]
        assert here[1] > before[1]
        last[ours.section] = here


@given(sides())
def test_a_page_is_its_own_version(page: list[Text]) -> None:
    assert all(ours == theirs for ours, theirs in align(page, page).pairs)
    assert len(align(page, page).pairs) == len(page)
