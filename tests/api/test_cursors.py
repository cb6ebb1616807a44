"""Cursors: what was handed out is understood, and nothing else is."""

from __future__ import annotations

import base64
import re
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.cursors import BadCursorError, FeedCursor, ListCursor, SearchCursor


def _wrapped(inner: bytes) -> str:
    return base64.urlsafe_b64encode(inner).decode().rstrip("=")


epochs = st.text("0123456789abcdef", min_size=1, max_size=16)
sequences = st.integers(0, 10**18 - 1)
keys = st.binary(max_size=130)


@given(epochs, sequences, sequences, st.sampled_from(["", "nl", "zh-Hans", "de-1996"]))
@example("0", 0, 0, "")
def test_a_place_in_the_feed_comes_back(epoch: str, sequence: int, began: int, locale: str) -> None:
    cursor = FeedCursor(epoch, sequence, began, locale)
    assert FeedCursor.parse(str(cursor)) == cursor


@given(keys, st.uuids())
def test_a_place_in_a_list_comes_back(key: bytes, condition: UUID) -> None:
    cursor = ListCursor(key, condition)
    assert ListCursor.parse(str(cursor)) == cursor


@given(st.integers(0, 999_999))
def test_a_place_in_a_search_comes_back(seen: int) -> None:
    assert SearchCursor.parse(str(SearchCursor(seen))) == SearchCursor(seen)


@given(st.one_of(st.builds(FeedCursor, epochs, sequences, sequences), st.builds(ListCursor, keys, st.uuids())))
def test_a_cursor_can_stand_in_an_address(cursor: FeedCursor | ListCursor) -> None:
    """Unreserved characters only (RFC 3986 §2.3): nobody has to escape it."""
    assert re.fullmatch(r"[A-Za-z0-9_.~-]+", str(cursor))


@given(st.text() | st.binary(max_size=40).map(_wrapped))
@example("")
@example("=")
@example("====")
@example("Zg")
@example("é")
@example("\0")
@example("\ud800")
def test_any_text_is_a_cursor_or_a_bad_one(text: str) -> None:
    for kind in (FeedCursor, ListCursor, SearchCursor):
        try:
            cursor = kind.parse(text)
        except BadCursorError:
            continue
        assert kind.parse(str(cursor)) == cursor


@pytest.mark.parametrize(
    "inner",
    [
        "f2:abcd",
        "f2:abcd:",
        "f2:abcd:1",
        "f2:abcd:1:",
        "f2::1:0",
        "f2:abcd:-1:0",
        "f2:abcd:+1:0",
        "f2:abcd: 1:0",
        "f2:abcd:1 :0",
        "f2:abcd:1:0\n",
        "f2:abcd:1_0:0",
        "f2:abcd:1e3:0",
        "f2:abcd:١:0",
        "f2:ABCD:1:0",
        "f2:abcd:" + "1" * 19 + ":0",  # more than a 64-bit column takes
        "f2:" + "a" * 17 + ":1:0",
        "f1:abcd:1",
        "f3:abcd:1:0",
        "f2:abcd:1:0:",
        "f2:abcd:1:0:n",
        "f2:abcd:1:0:nl:x",
        "f2:abcd:1:0:" + "x" * 36,
        "xf2:abcd:1:0",
        "l1:abcd",
    ],
)
def test_not_a_place_in_the_feed(inner: str) -> None:
    with pytest.raises(BadCursorError):
        FeedCursor.parse(_wrapped(inner.encode()))


@pytest.mark.parametrize(
    "inner", [b"", b"l2:", b"l2:" + b"a" * 15, b"l2:" + b"a" * 147, b"l1:" + b"a" * 20, b"f2:abcd:1:0", b"a" * 30]
)
def test_not_a_place_in_a_list(inner: bytes) -> None:
    with pytest.raises(BadCursorError):
        ListCursor.parse(_wrapped(inner))


@pytest.mark.parametrize("inner", ["s1:", "s1:-1", "s1:1000000", "s1:١", "s1:1 ", "s2:1", "f2:abcd:1:0", "\0"])
def test_not_a_place_in_a_search(inner: str) -> None:
    with pytest.raises(BadCursorError):
        SearchCursor.parse(_wrapped(inner.encode()))


def test_the_highest_sequence_fits_the_column() -> None:
    assert FeedCursor.parse(_wrapped(b"f2:a:" + b"9" * 18 + b":0")).sequence < 2**63
