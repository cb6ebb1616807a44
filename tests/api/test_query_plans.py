"""No address reads more of the database the more conditions there are: SQLite tells how it would find the rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import ConditionPage
from tests.journeys.doors import Api

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL's plans depend on what is in its tables"
)

ADDRESSES = [
    "en/conditions/sore-throat/",
    "en/conditions/unknown/",
    "conditions/sore-throat/",
    "conditions/unknown/",
    "conditions/00000000-0000-4000-8000-000000000000/",
    "en/conditions/",
    "en/conditions/?letter=S",
    "en/conditions/?status=complete",
    "en/conditions/?modified_since=2020-01-01T00:00:00Z",
    "en/conditions/?code=G43",
    "en/conditions/?synonym=angina",
    "en/conditions/?q=throat",
    "en/conditions/?q=throat&letter=S&code=G43",
    "en/letters/",
    "en/changes/",
    "en/bundle/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_rows_are_found_by_an_index(api: Api, throat: ConditionPage, address: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        api.get(address)
    plans: list[str] = []
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            if query["sql"].startswith("SELECT"):
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                plans += [detail for *_, detail in cursor.fetchall()]
    assert plans
    assert [detail for detail in plans if detail.startswith(("SCAN api_edition", "SCAN api_bundle"))] == []
    # Of an edition of the list at a time ("=M"), the words would be looked up as often as there are conditions.
    assert [detail for detail in plans if "VIRTUAL TABLE" in detail and "=M" in detail] == []
