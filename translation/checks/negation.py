"""Words that turn a text round or make it pressing: a “not” or an “at once” that a translation lost. By word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from translation.checks.language import Language
from translation.findings import Kind, Remark, Severity, excerpt

_SENTENCE_END = re.compile(r"[.!?؟۔。]+[\"'”»)\]]*(?:\s+|$)|\n+")


class _Count(NamedTuple):
    """How often a sentence says no, and how often it says something close to it (only, rarely, at most)."""

    no: int
    soft: int


def check_negation(
    source: str, target: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """A remark on folded texts where a negation went or came; none where a language has no word list.

    Sentences are compared one by one where there are as many of them, else as a whole. A “no” of the source may be
    anything close to one in the target (“no more than” is “at most”). One remark says enough.
    """
    if not source_language.says_no or not source_language.negation:
        return
    if not target_language.says_no or not target_language.negation:
        return
    if not source_language.says_no.search(source) and not target_language.says_no.search(target):
        return  # most texts
    sentences, others = _sentences(source), _sentences(target)
    if len(sentences) != len(others):
        sentences, others = [source], [target]
    pairs = [
        (other, _count(one, source_language.negation), _count(other, target_language.negation))
        for one, other in zip(sentences, others, strict=True)
    ]
    wanted, found = sum(was.no for _, was, _ in pairs), sum(now.no for _, _, now in pairs)
    if not wanted and not found:
        return
    for text, was, now in pairs:
        if was.no and not now.no and not now.soft:
            # One that moved to the next sentence is still there.
            severity = grave if found < wanted else Severity.WARNING
            yield Remark(Kind.NEGATION, severity, f"the source says “not” or the like, this doesn't: {excerpt(text)}")
            return
    for text, was, now in pairs:
        if now.no and not was.no and not was.soft and found > wanted:
            message = f"this says “not” or the like, the source doesn't: {excerpt(text)}"
            yield Remark(Kind.NEGATION, Severity.WARNING, message)
            return
    for text, was, now in pairs:
        if was.no > now.no + now.soft and wanted > found:
            message = f"the source says “not” or the like {was.no} times, this {now.no} times: {excerpt(text)}"
            yield Remark(Kind.NEGATION, Severity.WARNING, message)
            return


def check_urgency(
    source: str, target: str, *, source_language: Language, target_language: Language
) -> Iterator[Remark]:
    """A warning where the source says that something is dangerous or can't wait, and the translation doesn't."""
    if source_language.urgency is None or target_language.soft_urgency is None:
        return
    if (said := source_language.urgency.search(source)) and not target_language.soft_urgency.search(target):
        message = f"“{said[0]}” of the source, or the like, is not in {excerpt(target)}"
        yield Remark(Kind.URGENCY, Severity.WARNING, message)


def _count(text: str, negation: re.Pattern[str]) -> _Count:
    kinds = [match.lastgroup for match in negation.finditer(text)]
    return _Count(kinds.count("no"), kinds.count("soft") + kinds.count("soft_phrase"))


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
