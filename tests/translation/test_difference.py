"""What changed between two texts: the pieces give both of them back, and show what a reader would call the change."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.difference import Change, Piece, difference

KEPT, DELETED, INSERTED = Change.KEPT, Change.DELETED, Change.INSERTED
texts = st.text() | st.lists(
    st.sampled_from(["not ", "safe ", "in", " ", "5", "0", "mg", "<b>", "</b>", '<a id="1">', "é", "\n", ".", "<", ">"])
).map("".join)


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("same", "same", [(KEPT, "same")]),
        ("", "new", [(INSERTED, "new")]),
        ("old", "", [(DELETED, "old")]),
        (
            "Safe in pregnancy.",
            "Not safe in pregnancy.",
            [(DELETED, "Safe"), (INSERTED, "Not safe"), (KEPT, " in pregnancy.")],
        ),
        ("Take 5 mg.", "Take 50 mg.", [(KEPT, "Take "), (DELETED, "5"), (INSERTED, "50"), (KEPT, " mg.")]),
        (
            'See <a id="1">this</a>.',
            'See <a id="2">this</a>.',
            [(KEPT, "See "), (DELETED, '<a id="1">'), (INSERTED, '<a id="2">'), (KEPT, "this</a>.")],
        ),
        ("لا تأخذ", "تأخذ", [(DELETED, "لا "), (KEPT, "تأخذ")]),
    ],
)
def test_by_words(old: str, new: str, pieces: list[tuple[Change, str]]) -> None:
    assert difference(old, new) == tuple(Piece(change, text) for change, text in pieces)


@given(texts, texts)
def test_both_texts_can_be_read_again(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not INSERTED) == old
    assert "".join(piece.text for piece in pieces if piece.change is not DELETED) == new
    assert all(piece.text for piece in pieces)
    assert (old == new) == all(piece.change is KEPT for piece in pieces)


def test_a_text_without_end_takes_no_time_without_end() -> None:
    start = time.monotonic()
    pieces = difference("begin " + "a b " * 50_000 + "end", "begin " + "b a c " * 50_000 + "end")
    assert time.monotonic() - start < 5
    assert (pieces[0].change, pieces[-1]) == (KEPT, Piece(KEPT, " end"))
