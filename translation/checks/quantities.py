"""Numbers, doses and emergency numbers: what a translation lost, changed or added of the amounts in its source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from translation.checks.amounts import Amount, amounts_of, said_by_the_way
from translation.checks.language import Language, units
from translation.findings import Kind, Remark, Severity, excerpt

_SMALL = 12  # up to here, a number may be a word
_NEAR = Decimal("0.3")  # degrees Celsius, between a temperature and its rounded counterpart


def check_amounts(
    source_text: str, target_text: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """Remarks on the amounts in two folded texts. `grave` is what a changed or lost one weighs."""
    source, target = amounts_of(source_text, source_language), amounts_of(target_text, target_language)
    if not source and not target:
        return
    may_say = said_by_the_way(source_text, source_language) | said_by_the_way(target_text, target_language)
    source, target = _same_parts(source, target)
    wanted = Counter(amount.written for amount in source if amount.is_emergency_number)
    if wanted:
        found = Counter(amount.written for amount in target)
        if lost := wanted - found:
            message = f"the emergency number {_list(lost.elements())} is not in {excerpt(target_text)}"
            yield Remark(Kind.EMERGENCY_NUMBER, grave, message)
    called = {amount.written for amount in target if amount.is_emergency_number} - {a.written for a in source}
    if called and not (wanted and lost):
        message = f"the emergency number {_list(sorted(called))} is not in the source"
        yield Remark(Kind.EMERGENCY_NUMBER, Severity.WARNING, message)
    source = [amount for amount in source if not amount.is_emergency_number]
    target = [amount for amount in target if amount.written not in wanted and amount.written not in called]
    yield from _check_numbers(source, target, may_say, target_text, target_language, grave)
    yield from _check_units(source, target, target_text, grave)


def _check_numbers(
    source: list[Amount],
    target: list[Amount],
    may_say: frozenset[Decimal],
    text: str,
    language: Language,
    grave: Severity,
) -> Iterator[Remark]:
    """Digits are matched with digits, then with words; what is left over on both sides was changed."""
    lost, added = _without_pairs([a for a in source if not a.is_word], [a for a in target if not a.is_word], _is_same)
    lost, added = _without_times(lost, added)
    source_words, target_words = _words(source), _words(target)
    lost, target_words = _without_pairs(lost, target_words, _has_same_value)
    added, source_words = _without_pairs(added, source_words, _has_same_value)
    lost, added = _without_pairs(lost, added, _is_converted)
    lost = [a for a in lost if a.unit != "°F" or not any(_is_converted(a, other) for other in target)]
    source_words, target_words = _without_pairs(source_words, target_words, _has_same_value)
    digits = {a.value for a in (*source, *target) if not a.is_word}
    lost_words = [a for a in source_words if a.value not in digits]
    added_words = [a for a in target_words if a.value not in digits]
    added = [a for a in added if a.value not in may_say and not (a.value == 1 and a.may_go)]
    if not added and not (lost_words and added_words):
        # Nothing came in their place: a word that may say it, a dual, or a noun alone is enough.
        lost = [a for a in lost if not a.may_go and a.value not in may_say and not _is_implied(a, text, language)]
    lost_words = [a for a in lost_words if a.value not in may_say and not _is_implied(a, text, language)]
    added_words = [a for a in added_words if a.value not in may_say]
    if lost:
        could_be_words = not language.has_words and not added and all(a.value <= _SMALL for a in lost)
        severity = Severity.WARNING if could_be_words else grave
        yield Remark(Kind.NUMBER, severity, f"{_list(_shown(lost))} of the source is not in {excerpt(text)}")
    elif lost_words and (added or added_words):
        became = _list(_shown(added or added_words))
        yield Remark(Kind.NUMBER, grave, f"“{_list(_shown(lost_words))}” became “{became}” in {excerpt(text)}")
    elif added:
        yield Remark(Kind.NUMBER, Severity.WARNING, f"{_list(_shown(added))} is not in the source: {excerpt(text)}")
    elif not any(a.is_foreign for a in source) and (
        odd := [a for a in target if a.is_foreign and not _may_be_a_time(a)]
    ):
        message = f"{_list(_shown(odd))}: the decimal sign of {language.tag} is “{language.decimal}”"
        yield Remark(Kind.NUMBER, Severity.WARNING, message)


def _check_units(source: list[Amount], target: list[Amount], text: str, grave: Severity) -> Iterator[Remark]:
    """The same value with another unit: a dose that was changed. Values are compared, so their order is free."""
    there = {amount.unit for amount in target}
    wanted, found, bare = (
        defaultdict[Decimal, Counter[str]](Counter),
        defaultdict[Decimal, Counter[str]](Counter),
        set(),
    )
    for amount in source:
        if amount.unit and not amount.shares_unit and not amount.may_go:
            wanted[amount.value][amount.unit] += 1
    if not wanted:
        return
    for amount in target:
        if amount.unit:
            found[amount.value][amount.unit] += 1
        else:
            bare.add(amount.value)
    for value, wanted_units in wanted.items():
        lost, others = wanted_units - found[value], found[value] - wanted_units
        if lost and others:
            was, now = f"{value:f} {next(iter(lost))}", f"{value:f} {next(iter(others))}"
            yield Remark(Kind.UNIT, grave, f"{was} became {now} in {excerpt(text)}")
        elif value in bare and (gone := [unit for unit in lost if unit in units().doses and unit not in there]):
            yield Remark(Kind.UNIT, grave, f"{gone[0]} is missing after {value:f} in {excerpt(text)}")


def _without_pairs(
    some: Iterable[Amount], others: Iterable[Amount], belong: Callable[[Amount, Amount], bool]
) -> tuple[list[Amount], list[Amount]]:
    """Both lists without those that belong together, one to one."""
    left, rest = [], list(others)
    for one in some:
        match = next((other for other in rest if belong(one, other)), None)
        if match is None:
            left.append(one)
        else:
            rest.remove(match)
    return left, rest


def _is_same(one: Amount, other: Amount) -> bool:
    return one.value == other.value and one.clock == other.clock


def _has_same_value(one: Amount, other: Amount) -> bool:
    return one.value == other.value and one.clock is None and other.clock is None


def _is_converted(one: Amount, other: Amount) -> bool:
    """Whether they are one amount in two units: 0.5 g and 500 mg, 100.4 °F and 38 °C."""
    if one.unit == "°F" and other.unit == "°C":
        return abs((one.value - 32) / Decimal("1.8") - other.value) <= _NEAR
    factors = units().factors
    if one.unit == other.unit or one.unit not in factors or other.unit not in factors:
        return False
    (measured, factor), (other_measured, other_factor) = factors[one.unit], factors[other.unit]
    return measured == other_measured and one.value * factor == other.value * other_factor


def _without_times(lost: list[Amount], added: list[Amount]) -> tuple[list[Amount], list[Amount]]:
    """Both lists without the times of day that each language writes its own way: 8:30, 8.30, 20:30, 8 h 30."""
    if not any(a.clock for a in (*lost, *added)):
        return lost, added
    lost, added = _without_pairs(lost, added, lambda one, other: _same_time(_time(one), _time(other)))
    left: list[Amount] = []
    for one in lost:
        taken = _hour_and_minutes(one, added) if one.clock else []
        added = [a for a in added if a not in taken]
        left += [] if taken else [one]
    rest: list[Amount] = []
    for one in added:
        taken = _hour_and_minutes(one, left) if one.clock else []
        left = [a for a in left if a not in taken]
        rest += [] if taken else [one]
    return left, rest


def _time(amount: Amount) -> tuple[int, int] | None:
    if amount.clock:
        return amount.clock
    if _may_be_a_time(amount):
        hour, minutes = re.split("[.,]", amount.written)
        return int(hour), int(minutes)
    return None


def _may_be_a_time(amount: Amount) -> bool:
    """Whether a decimal may be a time of day: 8.30, 17,00."""
    return re.fullmatch(r"(?:[01]?\d|2[0-4])[.,][0-5]\d", amount.written) is not None


def _same_time(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Noon and midnight are their own matter, so a twelve-hour clock may differ by twelve."""
    return one is not None and other is not None and one[1] == other[1] and (one[0] - other[0]) % 12 == 0


def _hour_and_minutes(one: Amount, others: list[Amount]) -> list[Amount]:
    """Of the others, the hour and the minutes of a time that stand by themselves; none if one of them doesn't."""
    hour, minutes = one.clock or (0, 0)
    hours = [a for a in others if not a.clock and a.value % 12 == hour % 12 and a.value < 25 and a.unit in ("", "hour")]
    if not minutes:
        return hours[:1]
    found = [a for a in others if a.value == minutes and a not in hours[:1]]
    return [hours[0], found[0]] if hours and found else []


def _words(amounts: list[Amount]) -> list[Amount]:
    return [amount for amount in amounts if amount.is_word]


def _same_parts(source: list[Amount], target: list[Amount]) -> tuple[list[Amount], list[Amount]]:
    """Both lists, with what may be one number or two (1 500 mg) read as the other side reads it."""
    values, other_values = {a.value for a in source}, {a.value for a in target}
    return _apart(source, other_values), _apart(target, values)


def _apart(amounts: list[Amount], others: set[Decimal]) -> list[Amount]:
    if not any(amount.parts for amount in amounts):
        return amounts
    found: list[Amount] = []
    for amount in amounts:
        if amount.parts and amount.value not in others and others.issuperset(amount.parts):
            *first, last = amount.parts
            found += [amount._replace(value=value, unit="", parts=()) for value in first]
            found.append(amount._replace(value=last, parts=()))
        else:
            found.append(amount)
    return found


def _is_implied(amount: Amount, text: str, language: Language) -> bool:
    """Whether the noun alone may say the number: Arabic has “tablet” for one, and a dual for two."""
    if amount.value == 1 and language.one_is_implied:
        return True
    endings = language.maybe_endings.get(amount.value)
    return endings is not None and any(word.endswith(endings) and len(word) > 4 for word in re.findall(r"\w+", text))


def _shown(amounts: Iterable[Amount]) -> list[str]:
    return [amount.written for amount in amounts]


def _list(written: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(written))
