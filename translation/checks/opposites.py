"""Words whose opposite stands in the translation: “at least” that became “at most”, “before” that became “after”."""

from __future__ import annotations

from collections.abc import Iterator

from translation.checks.language import Language
from translation.checks.phrases import Opposition
from translation.checks.sentences import aligned
from translation.findings import Kind, Remark, Severity, excerpt


def check_opposites(
    source: str, target: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """A doubt on folded texts where a sentence says one thing, and its translation the opposite of it and not it.

    What may say the same, or the opposite, is enough to keep silent. One remark says enough. Languages without a word
    list aren't compared.
    """
    sentences: list[tuple[str, str]] = []
    for name, opposition in source_language.opposites.items():
        theirs = target_language.opposites.get(name)
        if theirs is None or not opposition.pattern.search(source) or not theirs.pattern.search(target):
            continue
        sentences = sentences or aligned(source, target)
        for one, other in sentences:
            if (found := _reversed(one, other, opposition, theirs)) is not None:
                said, answered = found
                message = f"“{said}” of the source became “{answered}” or the like: {excerpt(other)}"
                yield Remark(Kind.OPPOSITE, grave, message, doubt=True)
                return


def _reversed(source: str, target: str, ours: Opposition, theirs: Opposition) -> tuple[str, str] | None:
    """What the source says, and what says the opposite in the target; None where it isn't so."""
    said = _said(source, ours)
    poles = [pole for pole in ours.poles if pole in said]
    if len(poles) != 1:
        return None
    (pole,) = poles
    (opposite,) = (other for other in ours.poles if other != pole)
    answered = _said(target, theirs)
    if f"maybe_{opposite}" in said or opposite not in answered or answered.keys() & {pole, f"maybe_{pole}"}:
        return None
    return said[pole], answered[opposite]


def _said(text: str, opposition: Opposition) -> dict[str, str]:
    """What is said, by pole, or `maybe_` pole."""
    return {(match.lastgroup or "").split("__")[0]: match[0] for match in opposition.pattern.finditer(text)}
