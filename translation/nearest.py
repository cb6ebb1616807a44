"""A text that was changed and put into a new block: the translation that its former block left behind. Pure."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher

from translation.segments import Segment, is_rich
from translation.verdicts import Judgement, Row, TranslationMemory, Verdict

LIKE = 0.6  # of two texts, as SequenceMatcher.ratio measures it; difflib calls more than this a close match
LONGEST = 4000  # characters; beyond that, comparing takes too long


class LeftBehind:
    """The finished translations of a condition whose paths its page, given by all its segments, no longer has."""

    def __init__(self, memory: TranslationMemory, segments: Collection[Segment]) -> None:
        self._rows = memory.left_behind({segment.path for segment in segments})

    def nearest(self, judgement: Judgement) -> Row | None:
        """For a segment without any translation that of the most similar text; None if none is similar.

        It is a suggestion, as the translation of a former source is, and never more. (That of the same text is carried
        over when the page is published.)
        """
        if judgement.verdict is not Verdict.MISSING or not self._rows:
            return None
        segment = judgement.segment
        best: Row | None = None
        least = LIKE
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(segment.text[:LONGEST])  # what it keeps for many comparisons
        for row in self._rows:
            if row.source_text == segment.text or is_rich(row.path) is not (segment.kind == "rich"):
                continue
            matcher.set_seq1(row.source_text[:LONGEST])
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                ratio = matcher.ratio()
                if ratio >= least:
                    best, least = row, ratio
        return best
