"""The addresses by which an app keeps a copy: the change feed and the bundle."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

from django.db.models import Subquery
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from api import addresses
from api.bundles import newest_bundle
from api.changes import Page, page_parts
from api.cursors import BadCursorError, FeedCursor
from api.models import Bundle, Edition, Feed
from api.parameters import read_limit
from api.prepared import Prepared
from api.problems import BAD_CURSOR, CURSOR_GONE, NOT_FOUND, Problem
from api.reading import ReadView
from api.responses import FOREVER, Coded, coding_of, json_response
from api.serialising import moment, to_bytes


class ChangesView(ReadView):
    """Everything that happened in one language after a cursor, oldest first, with the documents inside."""

    known_parameters = frozenset({"since", "limit"})

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        limit = read_limit(self.parameters)
        # Query 1: the feed, and its newest change in this language. It is read before the changes: what commits in
        # between is brought by the next request.
        ((epoch, last, forgotten, newest),) = _FEED.rows(locale=locale)
        forgotten = json.loads(forgotten) if isinstance(forgotten, str) else forgotten
        feed = Feed(epoch=epoch, last_sequence=last, forgotten=forgotten)
        since = self._since(locale, feed)
        found: list[Edition] = []
        if (newest or 0) > since.sequence:
            # Query 2, if there is news: one more than asked for tells whether there are more.
            found = list(Edition.objects.in_language(locale).after(since.sequence)[: limit + 1])
        has_more = len(found) > limit
        found = found[:limit]
        reached = replace(since, sequence=found[-1].sequence) if found else since
        page = Page(locale, reached, has_more, found, limit)
        return json_response(request, list(page_parts(page)), language=locale, keys=[f"feed-{locale}"])

    def _since(self, locale: str, feed: Feed) -> FeedCursor:
        if "since" not in self.parameters:
            return feed.begin(locale)
        try:
            cursor = FeedCursor.parse(self.parameters["since"])
        except BadCursorError as error:
            raise Problem(BAD_CURSOR, str(error), parameter="since") from error
        if cursor.locale not in ("", locale):
            message = f"This cursor is of the feed of {cursor.locale}; whoever holds it has nothing in {locale}."
            raise Problem(BAD_CURSOR, message, parameter="since")
        if not feed.knows(cursor, locale):
            root = addresses.locale_root(locale)
            raise Problem(CURSOR_GONE, CURSOR_GONE.meaning, restart=f"{root}changes/", bundle=f"{root}bundle/")
        return cursor


_FEED = Prepared(
    lambda locale: Feed.objects.filter(pk=1).values_list(
        "epoch",
        "last_sequence",
        "forgotten",
        Subquery(Edition.objects.in_language(locale).order_by("-sequence").values("sequence")[:1]),
    ),
    locale="a locale",
)


class BundleView(ReadView):
    """Where the newest bundle of a language is, and what is in it."""

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        # Query 1: the newest bundle; more if it has to be made.
        bundle = newest_bundle(locale)
        manifest = {
            "locale": locale,
            "version": bundle.version,
            "cursor": bundle.cursor,
            "count": bundle.count,
            "size": bundle.size,
            "url": addresses.bundle(locale, bundle.version),
            "created_at": moment(bundle.created_at),
        }
        return json_response(request, to_bytes(manifest), language=locale, keys=[f"bundle-{locale}"])


class BundleFileView(ReadView):
    """A bundle: as long as it is there, its bytes are the same."""

    def get(self, request: HttpRequest, locale: str, version: str) -> HttpResponseBase:
        coding = coding_of(request)
        # Query 1: the bundle, in the coding that is sent. What isn't compressed is so seldom wanted that it isn't kept.
        form = "brotli" if coding == "br" else "gzip"
        content = Bundle.objects.filter(locale=locale, version=version).values_list(form, flat=True).first()
        if content is None:
            manifest = f"{addresses.locale_root(locale)}bundle/"
            raise Problem(NOT_FOUND, f"There is no such bundle any more; {manifest} names the newest.")
        content = bytes(content) if coding else gzip.decompress(content)
        body, keys = Coded(content, coding, version), [f"bundle-{locale}"]
        return json_response(request, body, language=locale, caching=FOREVER, keys=keys)
