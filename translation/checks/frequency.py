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
    text that says it in another way isn't objected to. Languages without a word list aren't compared.
    """
    theirs = target_language.frequencies
    for name, (said, meant) in source_language.frequencies.items():
        if name not in theirs:
            continue
        their_said, their_meant = theirs[name]
        if (found := said.search(source)) and not their_meant.search(target):
            message = f"“{found[0]}” of the source, or the like, is not in {excerpt(target)}"
            yield Remark(Kind.UNIT, grave, message, doubt=True)
        elif (found := their_said.search(target)) and not meant.search(source):
            message = f"“{found[0]}”, or the like, is not in the source: {excerpt(target)}"
            yield Remark(Kind.UNIT, grave, message, doubt=True)
