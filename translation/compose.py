"""A condition in one language: the page's content with the translations that are current, and a verdict for the rest.

In the place of a segment that isn't current stands what the site's policy says, by default the source text, marked with
its own language. So nothing outdated, unreviewed or in another language stands unmarked. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pages.languages import direction
from pages.shapes import Raw, Shape
from translation.omission import leave_out
from translation.policies import Policies, Policy, still_fits
from translation.segments import Segment, Served, replace_segments, segments_of
from translation.verdicts import Judgement, Row, TranslationMemory, Verdict

Content = Mapping[str, Raw]

SOURCE_FOR_ALL = Policies()


class Status(StrEnum):
    """The state of a condition in a language."""

    SOURCE = "source"
    COMPLETE = "complete"  # every segment is current
    OUTDATED = "outdated"  # at least one is not


@dataclass(frozen=True)
class LocalisedContent:
    """A condition's content in `locale`, in the form of pages.content, with the judgement of every segment.

    `in_place_of` has the path of every segment that isn't current, with the language of the text that is served in its
    place, None where nothing is. Where it `is_withdrawn`, the site's policy is to serve none of it.
    """

    locale: str
    source_locale: str
    content: Content
    judgements: tuple[Judgement, ...]
    in_place_of: Mapping[str, str | None]
    is_withdrawn: bool

    @cached_property
    def not_current(self) -> tuple[Judgement, ...]:
        return tuple(j for j in self.judgements if j.verdict not in (Verdict.SOURCE, Verdict.CURRENT))

    def language_at(self, path: str) -> str:
        """The language of the text that is served at a path; the document's where there is no text."""
        return self.in_place_of.get(path) or self.locale

    @property
    def status(self) -> Status:
        if self.locale == self.source_locale:
            return Status.SOURCE
        return Status.OUTDATED if self.not_current else Status.COMPLETE


def compose(
    shape: Shape,
    content: Content,
    *,
    source_locale: str,
    locale: str,
    rows: Iterable[Row],
    policies: Policies = SOURCE_FOR_ALL,
) -> LocalisedContent:
    """Puts the reviewed translations of `rows` (one condition, one language, oldest first) into a page's content.

    Where there is none of the text as it is now, `policies` say what stands there. A translation of an older text is
    judged STALE where it is served, even if an unreviewed one of the present text waits.
    """
    memory = TranslationMemory(rows)
    is_source = locale == source_locale
    judgements: list[Judgement] = []
    in_place_of: dict[str, str | None] = {}
    asked: set[Policy] = set()
    omitted: set[str] = set()

    def serve(segment: Segment) -> Served:
        if is_source:
            judgements.append(Judgement(segment, Verdict.SOURCE, None))
            return Served(segment.text)
        judgement = memory.judge(segment)
        judgements.append(judgement)
        if judgement.verdict is Verdict.CURRENT and judgement.row is not None:
            return Served(judgement.row.target_text)
        policy = policies.of(segment)
        asked.add(policy)
        if policy is Policy.OMIT:
            omitted.add(segment.path)
        elif policy is Policy.PREVIOUS:
            older = memory.last_reviewed(segment.path)
            if older is not None and still_fits(older, segment):
                judgements[-1] = Judgement(segment, Verdict.STALE, older)
                in_place_of[segment.path] = locale
                return Served(older.target_text)
        in_place_of[segment.path] = source_locale
        return Served(segment.text, lang=source_locale, direction=direction(source_locale))

    localised = replace_segments(shape, content, serve)
    if omitted:
        # What can't be left out stays as it was composed: in the source language, and marked.
        segments = [judgement.segment for judgement in judgements]
        localised = leave_out(shape, localised, segments, omitted, critical_too=policies.critical is Policy.OMIT)
        left = {segment.path for segment in segments_of(shape, localised)}
        in_place_of = {path: language if path in left else None for path, language in in_place_of.items()}
    is_withdrawn = Policy.WITHDRAW in asked
    return LocalisedContent(locale, source_locale, localised, tuple(judgements), in_place_of, is_withdrawn)
