"""Translation memory: how the same source text was translated elsewhere in the same language. One query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from translation.models import SegmentTranslation, State
from translation.segments import Segment

MOST = 3  # for each text: more help nobody


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A finished translation of exactly this text, from another place; `reviewed`: somebody has approved it there."""

    text: str
    reviewed: bool


def suggestions_for(
    segments: Iterable[Segment], *, condition: UUID, locale: str
) -> Mapping[str, tuple[Suggestion, ...]]:
    """`{path: suggestions}`: approved ones first, then the newest; each text once.

    A segment's own translation is none. The same text at another place of this condition counts.
    """
    wanted = {segment.path: segment.digest for segment in segments}
    if not wanted:
        return {}
    rows = SegmentTranslation.objects.in_language(locale).filter(
        Q(source_digest__in=set(wanted.values())), state__in=(State.TRANSLATED, State.REVIEWED)
    )
    found: dict[str, list[tuple[UUID, str, str, bool]]] = {}
    newest_first = rows.order_by("-updated_at", "-pk").values_list(
        "source_digest", "condition", "path", "target_text", "state"
    )
    for digest, key, path, text, state in newest_first:
        found.setdefault(digest, []).append((key, path, text, state == State.REVIEWED))
    suggestions = {}
    for path, digest in wanted.items():
        elsewhere = [
            (text, reviewed) for key, at, text, reviewed in found.get(digest, []) if (key, at) != (condition, path)
        ]
        approved = {text for text, reviewed in elsewhere if reviewed}
        texts = sorted(dict.fromkeys(text for text, _ in elsewhere), key=lambda text: text not in approved)
        if texts:
            suggestions[path] = tuple(Suggestion(text, text in approved) for text in texts[:MOST])
    return suggestions
