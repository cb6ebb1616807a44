"""Which amounts of a translation belong to which of its source, however each language writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from translation.checks.amounts import Amount
from translation.checks.language import units

_MANY = 10_000  # pairs of numbers that no sentence has, and that would take long
_NEAR = Decimal("0.3")  # degrees Celsius, between a temperature and its rounded counterpart
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[.,][0-5]\d")

Amounts = list[Amount]
_Worth = tuple[Decimal, tuple[int, int] | None, str]


def without_same(some: Amounts, others: Amounts) -> tuple[Amounts, Amounts]:
    """Both lists without those that have the same value (or time of day), one to one: those of the same unit first."""
    for worth in (_worth_and_unit, _worth):
        if not some or not others:
            break
        shared = Counter(map(worth, some)) & Counter(map(worth, others))
        if shared:
            some, others = _beyond(some, shared, worth), _beyond(others, shared, worth)
    return some, others


def _worth(amount: Amount) -> _Worth:
    return amount.value, amount.clock, ""


def _worth_and_unit(amount: Amount) -> _Worth:
    return amount.value, amount.clock, amount.unit


def _beyond(amounts: Amounts, shared: Counter[_Worth], worth: Callable[[Amount], _Worth]) -> Amounts:
    """The amounts without as many of each worth as are shared."""
    waiting, found = Counter(shared), []
    for amount in amounts:
        if waiting[worth(amount)]:
            waiting[worth(amount)] -= 1
        else:
            found.append(amount)
    return found


def without_converted(lost: Amounts, added: Amounts) -> tuple[Amounts, Amounts]:
    """Both lists without those that are one amount in two units: 0.5 g and 500 mg."""
    return _without_pairs(lost, added, is_converted)


def without_converted_to(some: Amounts, others: Amounts) -> Amounts:
    """The first list without those that are one of the others in another unit; an other may be there for several."""
    return [one for one in some if not any(is_converted(one, other) or is_converted(other, one) for other in others)]


def is_converted(one: Amount, other: Amount) -> bool:
    """Whether they are one amount in two units: 0.5 g and 500 mg, 100.4 °F and 38 °C."""
    if one.unit == "°F" and other.unit == "°C":
        return abs((one.value - 32) / Decimal("1.8") - other.value) <= _NEAR
    factors = units().factors
    if one.unit == other.unit or one.unit not in factors or other.unit not in factors:
        return False
    (measured, factor), (other_measured, other_factor) = factors[one.unit], factors[other.unit]
    return measured == other_measured and one.value * factor == other.value * other_factor


def _without_pairs(some: Amounts, others: Amounts, belong: Callable[[Amount, Amount], bool]) -> tuple[Amounts, Amounts]:
    """Both lists without those that belong together, one to one."""
    if len(some) * len(others) > _MANY:
        return some, others
    left, rest = [], list(others)
    for one in some:
        match = next((other for other in rest if belong(one, other)), None)
        if match is None:
            left.append(one)
        else:
            rest.remove(match)
    return left, rest


def without_times(lost: Amounts, added: Amounts) -> tuple[Amounts, Amounts]:
    """Both lists without the times of day that each language writes its own way: 8:30, 8.30, 20:30, 8 h 30."""
    if len(lost) * len(added) > _MANY or not any(amount.clock for amount in (*lost, *added)):
        return lost, added
    lost, added = _without_pairs(lost, added, lambda one, other: _same_time(_time(one), _time(other)))
    lost, added = _without_loose_times(lost, added)
    added, lost = _without_loose_times(added, lost)
    return lost, added


def may_be_a_time(amount: Amount) -> bool:
    """Whether a decimal may be a time of day: 8.30, 17,00."""
    return _TIME.fullmatch(amount.written) is not None


def _time(amount: Amount) -> tuple[int, int] | None:
    if amount.clock or not may_be_a_time(amount):
        return amount.clock
    hour, minutes = re.split("[.,]", amount.written)
    return int(hour), int(minutes)


def _same_time(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """A clock of twelve hours differs by twelve; which half of the day it is, words say."""
    return one is not None and other is not None and one[1] == other[1] and (one[0] - other[0]) % 12 == 0


def _without_loose_times(some: Amounts, others: Amounts) -> tuple[Amounts, Amounts]:
    """Both lists without the times of the first whose hour and minutes stand apart in the second (8 h 30, 8 uur)."""
    left: Amounts = []
    for one in some:
        taken = _hour_and_minutes(one.clock, others) if one.clock else []
        others = [other for other in others if other not in taken]
        left += [] if taken else [one]
    return left, others


def _hour_and_minutes(clock: tuple[int, int], amounts: Amounts) -> Amounts:
    hour, minutes = clock
    hours = [
        a for a in amounts if not a.clock and a.unit in ("", "hour") and 0 <= a.value < 25 and a.value % 12 == hour % 12
    ]
    if not minutes:
        return hours[:1]
    found = [a for a in amounts if a.value == minutes and a not in hours[:1]]
    return [hours[0], found[0]] if hours and found else []


def in_same_parts(source: Amounts, target: Amounts) -> tuple[Amounts, Amounts]:
    """Both lists, with what may be one number or two (1 500 mg) read as the other side reads it."""
    values, other_values = {amount.value for amount in source}, {amount.value for amount in target}
    return _apart(source, other_values), _apart(target, values)


def _apart(amounts: Amounts, others: set[Decimal]) -> Amounts:
    if not any(amount.parts for amount in amounts):
        return amounts
    found: Amounts = []
    for amount in amounts:
        if amount.parts and amount.value not in others and others.issuperset(amount.parts):
            *first, last = amount.parts
            found += [amount._replace(value=value, unit="", parts=()) for value in first]
            found.append(amount._replace(value=last, parts=()))
        else:
            found.append(amount)
    return found
