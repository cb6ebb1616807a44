"""The change feed: everything that happened in one language after a cursor."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from api import addresses
from api.cursors import BadCursorError, FeedCursor
from api.models import Edition, Feed
from api.parameters import read_limit
from api.problems import BAD_CURSOR, CURSOR_GONE, Problem
from api.reading import ReadView
from api.responses import json_response
from api.serialising import Json, moment, to_bytes


class ChangesView(ReadView):
    """Everything that happened in one language after a cursor, oldest first, with the documents inside."""

    known_parameters = frozenset({"since", "limit"})

    def get(self, request: HttpRequest, locale: str) -> HttpResponseBase:
        limit = read_limit(self.parameters)
        # Query 1: the feed, read before the changes: what commits in between is brought by the next request.
        feed = Feed.now()
        since = self._since(locale, feed)
        # Query 2: one more than asked for tells whether there are more.
        found = list(Edition.objects.in_language(locale).after(since)[: limit + 1])
        has_more = len(found) > limit
        found = found[:limit]
        reached = found[-1].sequence if found else since
        cursor = FeedCursor(feed.epoch, reached)
        following = f"{addresses.locale_root(locale)}changes/?since={cursor}&limit={limit}"
        head = to_bytes({"locale": locale, "cursor": str(cursor), "has_more": has_more, "next": following})
        changes = b",".join(_change(edition) for edition in found)
        # The stored bytes go in as they are: the document in the feed is byte for byte the one at its address.
        body = head[:-1] + b',"changes":[' + changes + b"]}"
        return json_response(request, body, language=locale)

    def _since(self, locale: str, feed: Feed) -> int:
        if "since" not in self.parameters:
            return 0
        try:
            cursor = FeedCursor.parse(self.parameters["since"])
        except BadCursorError as error:
            raise Problem(BAD_CURSOR, str(error), parameter="since") from error
        if cursor.epoch != feed.epoch or cursor.sequence > feed.last_sequence:
            restart = f"{addresses.locale_root(locale)}changes/"
            raise Problem(CURSOR_GONE, CURSOR_GONE.meaning, restart=restart)
        return cursor.sequence


def _change(edition: Edition) -> bytes:
    known: Json = {"id": str(edition.condition), "slug": edition.slug, "at": moment(edition.modified_at)}
    if edition.state == Edition.State.WITHDRAWN:
        return to_bytes({"type": "tombstone", **known, "reason": edition.reason})
    head = to_bytes({"type": "condition", **known, "version": edition.version})
    return head[:-1] + b',"document":' + bytes(edition.body) + b"}"
