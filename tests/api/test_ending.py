"""A document with other dates is what composing would have written, whatever stands before them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ending import Dates, dated, ending
from api.serialising import to_bytes

dates = st.builds(Dates, st.datetimes(timezones=st.just(datetime.UTC)), st.datetimes(timezones=st.just(datetime.UTC)))
locales = st.sets(st.sampled_from(["en", "nl", "ar", "zh-Hans"]))
words = st.text() | st.sampled_from([',"published_at":', '"published_at":""', '\\",\\"published_at\\":'])


@given(words, words, locales, dates, dates)
def test_other_dates(title: str, slug: str, locales: set[str], first: Dates, later: Dates) -> None:
    head = {"title": title, "sections": [{"published_at": title}, title], "related": []}
    body = to_bytes({**head, **ending(slug, "en", locales, first)})
    assert dated(body, later) == to_bytes({**head, **ending(slug, "en", locales, later)})


@pytest.mark.parametrize("body", [b"", b"{}", b'{"published_at":""}'])
def test_what_is_no_document_gets_none(body: bytes) -> None:
    now = datetime.datetime.now(datetime.UTC)
    with pytest.raises(ValueError, match="no document of a condition"):
        dated(body, Dates(now, now))
