"""How often, and for how much: “once a week” that became “once a day”, “15 mg per kg” that became “15 mg”."""

from __future__ import annotations

from collections.abc import Iterator

from translation.checks.language import Language
from translation.findings import Kind, Remark, Severity, excerpt


def check_frequency(
    source: str, target: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """A doubt on folded texts where one says a frequency, or a dose for a weight, and the other nothing of the kind.

    What says it is a phrase (“a week”); what may mean it is any word that has to do with it (“weeks”, “7 days”). So a
    text that says it in another way isn't objected to. Anything may mean a day; but where a frequency of days is gone
    and another came, that is a doubt (“every night for 6 weeks”, “every week for 6 nights”). Languages without a word
    list aren't compared.
    """
    theirs = target_language.frequencies
    sources = source_language.frequencies
    said_there = {name: found for name, (said, _) in sources.items() if (found := said.search(source))}
    said_here = {name: found for name, (said, _) in theirs.items() if (found := said.search(target))}
    lost = [found[0] for name, found in said_there.items() if sources[name][1] is None and name not in said_here]
    came = [found[0] for name, found in said_here.items() if name not in said_there]
    if lost and came:
        message = f"“{lost[0]}” of the source became “{came[0]}” or the like: {excerpt(target)}"
        yield Remark(Kind.UNIT, grave, message, doubt=True)
        return
    for name, (_, meant) in sources.items():
        if name not in theirs:
            continue
        _, their_meant = theirs[name]
        if meant is None or their_meant is None:
            continue
        if (found := said_there.get(name)) and not their_meant.search(target):
            message = f"“{found[0]}” of the source, or the like, is not in {excerpt(target)}"
            yield Remark(Kind.UNIT, grave, message, doubt=True)
        elif (found := said_here.get(name)) and not meant.search(source):
            message = f"“{found[0]}”, or the like, is not in the source: {excerpt(target)}"
            yield Remark(Kind.UNIT, grave, message, doubt=True)
