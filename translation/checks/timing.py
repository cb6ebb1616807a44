"""A time that came to the other side: “2 hours before or 4 hours after” that became “2 hours after or 4 before”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from translation.checks.amounts import with_unit_by_the_way
from translation.checks.language import units
from translation.checks.places import Text
from translation.findings import Kind, Remark, Severity, excerpt

_ORDER = "order"  # the name of before and after among the opposites
_TIMES = ("time", "months")


def check_timing(source: Text, target: Text, *, grave: Severity) -> Iterator[Remark]:
    """A doubt where a length of time stands right before a word for “before” in one text, for “after” in the other.

    It looks only at the word next to it, so it sees what `check_opposites` can't where a sentence has both words. One
    remark says enough. Languages without a word list aren't compared.
    """
    wanted = {amount: said for amount, said in _sides(source).items() if not any(map(_is_doubtful, said))}
    found = _sides(target) if wanted else {}
    for amount, said in wanted.items():
        answered = found.get(amount, {})
        if len(said) == len(answered) == 1 and _pole(said) != _pole(answered):
            (before,), (after,) = said.values(), answered.values()
            message = f"“{before}” became “{after}” in {excerpt(target.text)}"
            yield Remark(Kind.OPPOSITE, grave, message, doubt=True)
            return


def _pole(said: Iterable[str]) -> str:
    (pole,) = said
    return pole.removeprefix("maybe_")


def _is_doubtful(pole: str) -> bool:
    return pole.startswith("maybe_")


def _sides(written: Text) -> dict[tuple[Decimal, str], dict[str, str]]:
    """What stands next to each length of time, by its side: `{(2, "hour"): {"before": "two hours before"}}`."""
    text, amounts, language = written
    order = language.opposites.get(_ORDER)
    found: dict[tuple[Decimal, str], dict[str, str]] = {}
    if order is None:
        return found
    for amount in (*amounts, *with_unit_by_the_way(text, language)):
        if units().factors.get(amount.unit, ("",))[0] not in _TIMES:
            continue
        unit = language.unit.match(text, amount.end)
        end = unit.end() if unit else amount.end
        side = order.pattern.match(text, end + len(text[end:]) - len(text[end:].lstrip()))
        if side is not None:
            pole = (side.lastgroup or "").split("__")[0]
            found.setdefault((amount.value, amount.unit), {})[pole] = text[amount.start : side.end()]
    return found
