"""A text that was changed and put into a new block: the translation that its former block left behind. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from translation.segments import Segment, is_rich
from translation.verdicts import Judgement, Row, TranslationMemory, Verdict

LIKE = 0.6  # of two texts, as SequenceMatcher.ratio measures it; difflib calls more than this a close match
LONGEST = 4000  # characters; beyond that, comparing takes too long
MOST = 10  # texts that are compared with one; of more, those that share most words with it

# Scripts without spaces count by characters.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")


class LeftBehind:
    """The finished translations of a condition whose paths its page, given by all its segments, no longer has."""

    def __init__(self, memory: TranslationMemory, segments: Collection[Segment]) -> None:
        self._rows = memory.left_behind({segment.path for segment in segments})
        self._lengths: list[int] = []
        self._with_word: dict[str, list[int]] = {}
        if len(self._rows) > MOST:
            for at, row in enumerate(self._rows):
                words = _words(row.source_text)
                self._lengths.append(len(words))
                for word in words:
                    self._with_word.setdefault(word, []).append(at)

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
        for row in self._likely(segment.text):
            if row.source_text == segment.text or is_rich(row.path) is not (segment.kind == "rich"):
                continue
            matcher.set_seq1(row.source_text[:LONGEST])
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                ratio = matcher.ratio()
                if ratio >= least:
                    best, least = row, ratio
        return best

    def _likely(self, text: str) -> Sequence[Row]:
        """The rows that may be like a text: all, or those whose words are most like its own, in their order."""
        if len(self._rows) <= MOST:
            return self._rows
        words = _words(text)
        shared = Counter(at for word in words for at in self._with_word.get(word, ()))
        alike = {at: count / (len(words) + self._lengths[at]) for at, count in shared.items()}
        return [self._rows[at] for at in sorted(sorted(alike, key=lambda at: (-alike[at], at))[:MOST])]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text[:LONGEST].lower()))
