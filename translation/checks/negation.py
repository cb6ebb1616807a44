"""Words that turn a text round: a “not” that a translation lost, or that came in. By word lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from translation.checks.language import Language
from translation.checks.phrases import Count
from translation.checks.sentences import aligned
from translation.findings import Kind, Remark, Severity, excerpt

_CLAUSE_END = re.compile(r"[,;:،؛]|\b(?:et|ou|y|e|o|u)\b")  # with the “and” and “or” of languages with a concord


class _Word(NamedTuple):
    """Words that count: as a “no” or as something close to it, and what they mean in any language (“” if unknown)."""

    text: str
    meaning: str
    counts_as: Count


class _Said(NamedTuple):
    """How often a sentence says no, and how often something close to it (only, rarely, at most).

    `left`: what is close to it and means nothing that the other sentence says too; `hedged`: phrases with a “no” that
    need none elsewhere (“whether or not”); `seeming`: idioms that only look like a “no”.
    """

    no: int
    soft: int
    left: int
    hedged: int
    seeming: int


def check_negation(
    source: str, target: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """A remark on folded texts where a negation went or came; none where a language has no word list.

    Sentences are compared one by one where there are as many of them, else as a whole. Words that mean the same on both
    sides are taken away first (“not harmful” and “harmless”, “stop” and “stop”). Then a “no” of the source may be
    anything close to one in the target (“no more than” is “at most”). One remark says enough.
    """
    if not source_language.says_no or not target_language.says_no:
        return
    if not source_language.says_no.search(source) and not target_language.says_no.search(target):
        return  # most texts
    pairs = [
        (other, *_compared(one, other, source_language, target_language)) for one, other in aligned(source, target)
    ]
    wanted, found = sum(was.no for _, was, _ in pairs), sum(now.no for _, _, now in pairs)
    for text, was, now in pairs:
        if was.no and not now.no and not now.left:
            # One that moved to the next sentence is still there; one in “no problem” may be it.
            is_lost = found < wanted and not now.seeming
            message = f"the source says “not” or the like, this doesn't: {excerpt(text)}"
            yield Remark(Kind.NEGATION, grave if is_lost else Severity.WARNING, message)
            return
    for text, was, now in pairs:
        if now.no and not was.no and not was.left and found > wanted:
            message = f"this says “not” or the like, the source doesn't: {excerpt(text)}"
            yield Remark(Kind.NEGATION, grave, message, doubt=True)
            return
    for text, was, now in pairs:
        if was.no > now.no + now.left:
            message = f"the source says “not” or the like {was.no} times, this {now.no} times: {excerpt(text)}"
            # One verb with one “not” may stand for two (“weder … noch”, “essen und rauchen Sie nicht”).
            yield Remark(Kind.NEGATION, grave if wanted > found else Severity.WARNING, message, doubt=now.no > 0)
            return
    for text, was, now in pairs:
        # What comes close to a “no” may be the source's own “only” or “rarely”.
        doubtful = was.no and not now.no and now.left <= was.left
        if doubtful or (was.hedged and not (now.no or now.left or now.seeming)):
            message = f"the source says “not” or the like; does this? {excerpt(text)}"
            yield Remark(Kind.NEGATION, Severity.WARNING, message)
            return


def keeps_negation(before: str, after: str, language: Language) -> bool:
    """Whether a text still says “not” where an earlier one in the same language did; both folded.

    Unlike two languages, one has the same words for it, so that a single one that went is seen among others. Only a
    word that came in may stand for it (“at most” for “no more than”).
    """
    says_no = language.says_no
    if says_no is None or not says_no.search(before):
        return True

    def count(text: str) -> int:
        return sum(1 for _ in says_no.finditer(text))

    def count_new(text: str, earlier: str) -> int:
        return sum(not says_no.search(word.text) and word.text not in earlier for word in counted_words(text, language))

    return not any(count(one) > count(other) + count_new(other, one) for one, other in aligned(before, after))


def _compared(source: str, target: str, source_language: Language, target_language: Language) -> tuple[_Said, _Said]:
    was, now = counted_words(source, source_language), counted_words(target, target_language)
    said, answered = (sum(word.counts_as is Count.SOFT for word in words) for words in (was, now))
    was, now = _without_shared(was, now)
    was, now = _without_shared(_in_parts(was, source_language), now)
    was, now = _without_shared(was, _in_parts(now, target_language))
    return _said(was, said, source_language), _said(now, answered, target_language)


def counted_words(text: str, language: Language) -> list[_Word]:
    """The words of a folded text that say no, or come close to it."""
    if not language.negation:
        return []
    found: list[_Word] = []
    said = -1  # where the last “no” ends
    for match in language.negation.finditer(text):
        word = _Word(match[0], *language.meanings[match.lastgroup or ""])
        if word.counts_as is Count.NO:
            if said >= 0 and word.text in language.concord and not _CLAUSE_END.search(text, said, match.start()):
                continue
            said = match.end()
        elif said < 0 and word.text in language.after_no:
            continue
        found.append(word)
    return found


def _without_shared(source: list[_Word], target: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    """Both lists without what means the same, one to one; a “no” stays as long as another word has the meaning.

    An “only” that is a “not … unless” in the target stays there: nobody can say which “no” of the source it is.
    """
    shared = _meanings(source) & _meanings(target)
    if shared:
        soft = {word.meaning for word in source if word.counts_as is Count.SOFT}
        other_than_no = {word.meaning for word in target if word.counts_as is not Count.NO}
        shared = Counter({meaning: n for meaning, n in shared.items() if meaning not in soft - other_than_no})
    return (_beyond(source, shared), _beyond(target, shared)) if shared else (source, target)


def _meanings(words: list[_Word]) -> Counter[str]:
    return Counter(word.meaning for word in words if word.meaning)


def _beyond(words: list[_Word], shared: Counter[str]) -> list[_Word]:
    waiting, left = Counter(shared), list[_Word]()
    for word in sorted(words, key=lambda word: word.counts_as is Count.NO):
        if waiting[word.meaning]:
            waiting[word.meaning] -= 1
        else:
            left.append(word)
    return left


def _in_parts(words: list[_Word], language: Language) -> list[_Word]:
    """The words, with each phrase that says no as its “no” and the rest: “not forget” as “not” and “forget”."""
    found: list[_Word] = []
    for word in words:
        no = _no_in(word, language) if word.meaning and word.counts_as is Count.NO else None
        if no is None:
            found.append(word)
        else:
            found.append(_Word(no[0], "", Count.NO))
            found += counted_words(word.text[: no.start()], language) + counted_words(word.text[no.end() :], language)
    return found


def _no_in(word: _Word, language: Language) -> re.Match[str] | None:
    return language.says_no.search(word.text) if language.says_no else None


def _said(words: list[_Word], soft: int, language: Language) -> _Said:
    counts = [word.counts_as for word in words]
    hidden = [word.counts_as for word in words if word.counts_as is not Count.NO and _no_in(word, language)]
    return _Said(
        no=counts.count(Count.NO),
        soft=soft,
        left=counts.count(Count.SOFT),
        hedged=hidden.count(Count.SOFT),
        seeming=hidden.count(Count.PLAIN),
    )
