"""An app that follows the change feed: what it was told, how far it has read, and what it must hold by then."""

from __future__ import annotations

import hashlib
import json

from tests.journeys.doors import Api, Json, read_problem


class App:
    """An app that keeps one language: what it was told, and how far it has read."""

    def __init__(self, api: Api, locale: str, *, begins_with_bundle: bool = False) -> None:
        self.api = api
        self._begins_with_bundle = begins_with_bundle
        self.locale = locale
        self.held: dict[str, tuple[str, str]] = {}  # id: (slug, version)
        self.cursor = ""
        self.has_more = True

    def read_one_page(self, limit: int) -> None:
        if self._begins_with_bundle and not self.cursor:
            self.install()
        since = f"&since={self.cursor}" if self.cursor else ""
        answer = self.api.get(f"{self.locale}/changes/?limit={limit}{since}")
        if answer.status_code == 410:
            read_problem(answer, 410, "cursor-gone")
            self.install()
            return
        assert answer.status_code == 200, answer.content
        page = json.loads(answer.content)
        assert len(page["changes"]) <= limit
        for change in page["changes"]:
            self._take(change)
        self.cursor, self.has_more = page["cursor"], page["has_more"]

    def install(self) -> None:
        """Begins with the bundle."""
        manifest = self.api.json(f"{self.locale}/bundle/")
        bundle = self.api.json(manifest["url"])
        self.held = {}
        for change in bundle["changes"]:
            self._take(change)
        self.cursor, self.has_more = bundle["cursor"], True

    def catch_up(self, limit: int) -> None:
        self.read_one_page(limit)
        while self.has_more:
            before = self.cursor
            self.read_one_page(limit)
            assert self.cursor != before, "the feed doesn't go on"

    def _take(self, change: Json) -> None:
        if change["type"] == "tombstone":
            assert change["reason"]
            self.held.pop(change["id"], None)
            return
        document = change["document"]
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        assert hashlib.sha256(body).hexdigest() == change["version"]
        assert (document["id"], document["slug"], document["locale"]) == (change["id"], change["slug"], self.locale)
        self.held[change["id"]] = (change["slug"], change["version"])

    def assert_holds_the_listing(self) -> None:
        listed = {item["id"]: (item["slug"], item["version"]) for item in self.api.listing(self.locale, limit=2)}
        assert self.held == listed
        for slug, version in listed.values():
            assert self.api.etag(self.locale, slug) == f'"{version}"'
