"""A condition in one language: the page's content with the translations that are current, and a verdict for the rest.

A segment that isn't current is served in the source language and marked with it, so nothing outdated, unreviewed or
in another language stands unmarked. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pages.languages import direction
from pages.shapes import Raw, Shape
from translation.segments import Segment, Served, replace_segments
from translation.verdicts import Judgement, Row, TranslationMemory, Verdict

Content = Mapping[str, Raw]


class Status(StrEnum):
    """The state of a condition in a language."""

    SOURCE = "source"
    COMPLETE = "complete"  # every segment is current
    OUTDATED = "outdated"  # at least one is not


@dataclass(frozen=True)
class LocalisedContent:
    """A condition's content in `locale`, in the form of pages.content, with the judgement of every segment."""

    locale: str
    source_locale: str
    content: Content
    judgements: tuple[Judgement, ...]

    @property
    def not_current(self) -> tuple[Judgement, ...]:
        return tuple(j for j in self.judgements if j.verdict not in (Verdict.SOURCE, Verdict.CURRENT))

    @cached_property
    def _verdicts(self) -> Mapping[str, Verdict]:
        return {judgement.segment.path: judgement.verdict for judgement in self.judgements}

    def language_at(self, path: str) -> str:
        """The language of the text that is served at a path; the document's where there is no text."""
        verdict = self._verdicts.get(path, Verdict.SOURCE)
        return self.locale if verdict in (Verdict.SOURCE, Verdict.CURRENT) else self.source_locale

    @property
    def status(self) -> Status:
        if self.locale == self.source_locale:
            return Status.SOURCE
        return Status.OUTDATED if self.not_current else Status.COMPLETE


def compose(
    shape: Shape, content: Content, *, source_locale: str, locale: str, rows: Iterable[Row]
) -> LocalisedContent:
    """Puts the reviewed translations of `rows` (one condition, one language, oldest first) into a page's content."""
    memory = TranslationMemory(rows)
    is_source = locale == source_locale
    judgements: list[Judgement] = []

    def serve(segment: Segment) -> Served:
        judgement = Judgement(segment, Verdict.SOURCE, None) if is_source else memory.judge(segment)
        judgements.append(judgement)
        if judgement.verdict == Verdict.CURRENT and judgement.row is not None:
            return Served(judgement.row.target_text)
        if is_source:
            return Served(segment.text)
        return Served(segment.text, lang=source_locale, direction=direction(source_locale))

    localised = replace_segments(shape, content, serve)
    return LocalisedContent(locale, source_locale, localised, tuple(judgements))
