"""GET /api/v1/ says what is here."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.journeys.doors import Api


def test_every_link_leads_somewhere(api: Api, dutch: Any) -> None:
    root = api.json("")
    assert root["locales"] == ["en", "nl", "es", "ar"]
    fill = {"locale": "nl", "slug": "sore-throat", "slug_or_id": str(dutch.translation_key)}
    assert len(root["links"]) >= 8
    for name, address in root["links"].items():
        answer = api.get(address.format(**fill))
        assert answer.status_code == 200, name


def test_asks_the_database_nothing(db: None, client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/api/v1/")
    assert answer.status_code == 200


def test_not_modified(client: Client) -> None:
    etag = client.get("/api/v1/")["ETag"]
    assert client.get("/api/v1/", headers={"If-None-Match": etag}).status_code == 304
