"""Compressed forms: what any reader of gzip and brotli makes of them."""

from __future__ import annotations

import gzip
import subprocess
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.packing import Part, brotli_of, coding_for, gzip_joined, gzip_of, unpacked

bodies = st.binary() | st.text().map(str.encode) | st.binary(min_size=1, max_size=20).map(lambda piece: piece * 9000)


@given(bodies)
def test_both_ways(body: bytes) -> None:
    assert gzip.decompress(gzip_of(body)) == unpacked(gzip_of(body), "gzip") == body
    assert brotli.decompress(brotli_of(body)) == unpacked(brotli_of(body), "br") == body
    assert gzip_of(body) == gzip_of(body)


@given(st.lists(st.tuples(bodies, st.booleans()), max_size=6))
def test_parts_are_one(pieces: list[tuple[bytes, bool]]) -> None:
    whole = b"".join(body for body, _ in pieces)
    joined = gzip_joined(Part(body, gzip_of(body) if packed else b"") for body, packed in pieces)
    reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert reader.decompress(joined) == whole
    assert reader.eof, "one member, with its end"
    assert reader.unused_data == b""


def test_the_tool_reads_it() -> None:
    joined = gzip_joined([Part(b"a" * 70_000), Part(b"b" * 99, gzip_of(b"b" * 99)), Part(b"c")])
    assert subprocess.run(["gzip", "-dc"], input=joined, capture_output=True, check=True).stdout == (
        b"a" * 70_000 + b"b" * 99 + b"c"
    )


@pytest.mark.parametrize("broken", [b"", b"nothing", gzip_of(b"words")[:-1], brotli_of(b"many words")[:-1]])
def test_what_is_none(broken: bytes) -> None:
    assert unpacked(broken, "gzip") is None
    assert unpacked(broken, "br") is None


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip", "gzip"),
        ("BR ; q=0.000 , GZIP;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("br;q=0, *", "gzip"),
        ("deflate, zstd", None),
        ("gzip;q=1.0", "gzip"),
        (";;,=", None),
    ],
)
def test_which_coding(header: str, chosen: str | None) -> None:
    assert coding_for(header, ["br", "gzip"]) == chosen


def test_only_what_is_at_hand() -> None:
    assert coding_for("br, gzip", ["gzip"]) == "gzip"
    assert coding_for("br, gzip", []) is None
