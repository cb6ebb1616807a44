"""Another ending is what composing would have written, whatever stands before it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ending import Dates, NewEnding, ending
from api.serialising import to_bytes
from translation.compose import Status

dates = st.builds(Dates, st.datetimes(timezones=st.just(datetime.UTC)), st.datetimes(timezones=st.just(datetime.UTC)))
statuses = st.dictionaries(st.sampled_from(["en", "nl", "ar", "zh-Hans"]), st.sampled_from(Status), max_size=4)
words = st.text() | st.sampled_from([',"locales":[', '"locales":[]', '\\",\\"locales\\":['])


@given(words, words, statuses, statuses, dates, dates)
def test_another_ending(
    title: str, slug: str, before: dict[str, Status], now: dict[str, Status], first: Dates, later: Dates
) -> None:
    head = {"title": title, "sections": [{"locales": title}, title], "related": []}
    body = to_bytes({**head, **ending(slug, before, first)})
    assert NewEnding(slug, now).of(body, later) == to_bytes({**head, **ending(slug, now, later)})


@pytest.mark.parametrize("body", [b"", b"{}", b'{"locales":[]}'])
def test_what_is_no_document_gets_none(body: bytes) -> None:
    with pytest.raises(ValueError, match="no document of a condition"):
        NewEnding("gout", {}).of(body, Dates(datetime.datetime.now(datetime.UTC), datetime.datetime.now(datetime.UTC)))
