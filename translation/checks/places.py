"""Numbers that changed places: “2 tablets of 500 mg” that became “500 tablets of 2 mg”, each number being there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from translation.checks.amounts import Amount
from translation.checks.language import Language, units
from translation.checks.pairing import is_converted
from translation.findings import Kind, Remark, Severity, excerpt

_MOST = 200  # numbers that no sentence has
_HOURS_OF_A_DAY = 24


class Counted(NamedTuple):
    """A number with what it counts: a unit, or one of the `counted` nouns of data/README.md, by its English name."""

    value: Decimal
    noun: str
    written: str
    start: int


class Text(NamedTuple):
    """A folded text with its amounts and its language."""

    text: str
    amounts: Sequence[Amount]
    language: Language


def check_places(source: Text, target: Text, *, grave: Severity) -> Iterator[Remark]:
    """A remark where something has another number than in the source, or where two numbers of it changed their order.

    The order is a warning only: sentences may be built another way. So is a number that counts nothing on either side,
    for its noun may be left out (“1 in the morning and 2 tablets at night”). One remark says enough.
    """
    if max(len(source.amounts), len(target.amounts)) > _MOST:
        return
    wanted = counted_in(source)
    found = counted_in(target) if wanted else []
    for noun in dict.fromkeys(one.noun for one in wanted):
        lost, came = _apart(wanted, found, noun), _apart(found, wanted, noun)
        lost = [one for one in lost if not any(_is_same(one, other) for other in target.amounts)]
        if lost and came:
            # A noun may be left out, a unit is not: "every 6 hours, at most 4" isn't "every 4 hours, at most 6".
            may_go = noun not in units().factors and noun not in units().symbols
            left_out = may_go and _is_bare(came[0], source, wanted) and _is_bare(lost[0], target, found)
            message = f"“{lost[0].written}” became “{came[0].written}” in {excerpt(target.text)}"
            yield Remark(Kind.NUMBER, Severity.WARNING if left_out else grave, message)
            return
    for noun in dict.fromkeys(one.noun for one in wanted):
        before, after = _in_order(wanted, found, noun), _in_order(found, wanted, noun)
        if before != after:
            numbers = ", ".join(f"{value:f}" for value in after)
            message = f"the numbers of “{noun}” stand in another order, {numbers}: {excerpt(target.text)}"
            yield Remark(Kind.NUMBER, Severity.WARNING, message)
            return


def counted_in(written: Text) -> list[Counted]:
    """The numbers of a folded text with what they count, in order; “once” and Arabic's dual are both in one word."""
    text, amounts, language = written
    words = language.counted_words.finditer(text) if language.counted_words else ()
    found = [Counted(*language.counted_values[match.lastgroup or ""], match[0], match.start()) for match in words]
    with_article = language.counted_one.finditer(text) if language.counted_one else ()
    found += [Counted(Decimal(1), language.counted_nouns[match[1]], match[0], match.start()) for match in with_article]
    halves = [amount for amount in amounts if amount.parts]  # “a tablet and a half” isn't “a tablet”
    found = [one for one in found if not any(half.start - len(one.written) < one.start < half.end for half in halves)]
    starts, nouns = {one.start for one in found}, set[int]()
    articles = {one.start: one.noun for one in found if one.value == 1}
    for amount in amounts:
        if amount.clock or amount.may_go or amount.start in starts:
            continue
        pattern = language.unit if amount.unit else language.counted
        after = pattern.match(text, amount.end) if pattern is not None else None
        if after is None and amount.parts and pattern is not None:
            after = pattern.search(text, amount.start, amount.end)
        noun = amount.unit or (language.counted_nouns[after[1]] if after else "")
        if not noun and amount.value < 1 and (noun := articles.get(amount.end + 1, "")):
            nouns.add(amount.end + 1)  # half a tablet
        if noun:
            end = max(after.end(), amount.end) if after else amount.end
            found.append(Counted(amount.value, noun, text[amount.start : end], amount.start))
            nouns.add(after.start(1) if after else -1)
    return sorted((one for one in found if one.start not in nouns), key=lambda one: one.start)


def without_rhythm(source: Text, target: Text) -> tuple[list[Amount], list[Amount]]:
    """The amounts of both texts without those of one rhythm in two words: “twice a day” and “every 12 hours”."""
    gone: set[int] = set()
    for one, other in ((source, target), (target, source)):
        hours = [amount for amount in other.amounts if amount.unit == "hour" and amount.value]
        if not hours or not _says_a_day(one):
            continue
        times = {counted.start: counted.value for counted in counted_in(one) if counted.noun == "time"}
        for amount in one.amounts:
            match = next((each for each in hours if times.get(amount.start, 0) * each.value == _HOURS_OF_A_DAY), None)
            if match is not None:
                gone |= {id(amount), id(match)}
    return [a for a in source.amounts if id(a) not in gone], [a for a in target.amounts if id(a) not in gone]


def _says_a_day(written: Text) -> bool:
    text, _, language = written
    nouns = language.counted.finditer(text) if language.counted else ()
    return any(language.counted_nouns[match[1]] == "a day" for match in nouns)


def _apart(some: Iterable[Counted], others: Iterable[Counted], noun: str) -> list[Counted]:
    """Those of some that the others have not got, of one noun."""
    values = {other.value for other in others if other.noun == noun}
    return [one for one in some if one.noun == noun and one.value not in values]


def _in_order(some: Iterable[Counted], others: Iterable[Counted], noun: str) -> list[Decimal]:
    """The different numbers of one noun that the others have too."""
    values = {other.value for other in others if other.noun == noun}
    return list(dict.fromkeys(one.value for one in some if one.noun == noun and one.value in values))


def _is_bare(one: Counted, text: Text, counted: Iterable[Counted]) -> bool:
    """Whether the number stands somewhere without anything that it counts."""
    starts = {other.start for other in counted}
    return any(amount.value == one.value and amount.start not in starts for amount in text.amounts)


def _is_same(one: Counted, other: Amount) -> bool:
    """Whether they are one amount in two units."""
    return is_converted(Amount(one.value, one.written, one.start, one.start, one.noun), other)
