"""Cursors: what was handed out is understood, and nothing else is."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.cursors import BadCursorError, FeedCursor, ListCursor


def _wrapped(inner: bytes) -> str:
    return base64.urlsafe_b64encode(inner).decode().rstrip("=")


epochs = st.text("0123456789abcdef", min_size=1, max_size=16)
sequences = st.integers(0, 10**18 - 1)
slugs = st.from_regex(r"[-\w]{1,255}", fullmatch=True)


@given(epochs, sequences, sequences)
@example("0", 0, 0)
def test_a_place_in_the_feed_comes_back(epoch: str, sequence: int, began: int) -> None:
    cursor = FeedCursor(epoch, sequence, began)
    assert FeedCursor.parse(str(cursor)) == cursor


@given(slugs)
@example("sore-throat")
@example("التهاب-الحلق")
@example("x" * 255)
def test_a_place_in_a_list_comes_back(slug: str) -> None:
    cursor = ListCursor(slug)
    assert ListCursor.parse(str(cursor)) == cursor


@given(st.one_of(st.builds(FeedCursor, epochs, sequences, sequences), st.builds(ListCursor, slugs)))
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
    for kind in (FeedCursor, ListCursor):
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
        "xf2:abcd:1:0",
        "l1:abcd",
    ],
)
def test_not_a_place_in_the_feed(inner: str) -> None:
    with pytest.raises(BadCursorError):
        FeedCursor.parse(_wrapped(inner.encode()))


@pytest.mark.parametrize(
    "inner", ["l1:", "l1:a b", "l1:a/b", "l1:a\n", "l1:a\0", "l1:" + "a" * 256, "f2:abcd:1:0", "a"]
)
def test_not_a_place_in_a_list(inner: str) -> None:
    with pytest.raises(BadCursorError):
        ListCursor.parse(_wrapped(inner.encode()))


def test_the_highest_sequence_fits_the_column() -> None:
    assert FeedCursor.parse(_wrapped(b"f2:a:" + b"9" * 18 + b":0")).sequence < 2**63
