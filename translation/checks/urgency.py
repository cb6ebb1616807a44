"""What can't wait: an “at once” or a “dangerous” that a translation lost. By word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.checks.language import Language, emergency_numbers
from translation.checks.negation import counted_words
from translation.checks.phrases import Count
from translation.findings import Kind, Remark, Severity, excerpt

_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
_WORD = re.compile(r"[\w-]+")
_FAR = 4  # words between an amount and its “at once”: “all of the tablets at once”, the amount among them
_MOST = 99  # whoever takes more than so many of anything at once is told a dose, or a number to call


def check_urgency(
    source: str, target: str, *, source_language: Language, target_language: Language
) -> Iterator[Remark]:
    """A warning where the source says that something is dangerous or can't wait, and the translation doesn't."""
    if source_language.urgency is None or target_language.soft_urgency is None:
        return
    if not source_language.urgency.search(source) or target_language.soft_urgency.search(target):
        return
    calm = [word for word in counted_words(source, source_language) if word.counts_as is Count.NO and word.meaning]
    for word in calm:
        source = source.replace(word.text, "—")  # “not dangerous” is no danger
    for said in source_language.urgency.finditer(source):
        if not _is_together(source, said, source_language):
            message = f"“{said[0]}” of the source, or the like, is not in {excerpt(target)}"
            yield Remark(Kind.URGENCY, Severity.WARNING, message)
            return


def _is_together(text: str, said: re.Match[str], language: Language) -> bool:
    """Whether an “at once” says how many: “two tablets at once”. After “call” or “stop” it never does."""
    if said[0] not in language.together:
        return False
    *_, clause = _CLAUSE_END.split(text[: said.start()])
    words = list(_WORD.finditer(clause))
    if any(word[0] in language.acts for word in words):
        return False
    return any(_is_amount(clause, word, language) for word in words[-_FAR:])


def _is_amount(clause: str, word: re.Match[str], language: Language) -> bool:
    if word[0] in language.amounts:
        return True
    if language.unit.match(clause, word.end()) or word[0] in emergency_numbers():
        return False  # “75 mg at once”
    value = int(word[0]) if word[0].isdecimal() and len(word[0]) <= 2 else language.numbers.get(word[0], 0)
    return 1 < value <= _MOST
