"""Numbers, doses and emergency numbers: what a translation lost, changed or added of the amounts in its source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from translation.checks.amounts import Amount, amounts_of, said_by_the_way, with_unit_by_the_way
from translation.checks.language import Language, units
from translation.checks.pairing import (
    in_same_parts,
    is_converted,
    may_be_a_time,
    without_converted,
    without_converted_to,
    without_same,
    without_times,
)
from translation.checks.places import Text, check_places, without_rhythm
from translation.checks.timing import check_timing
from translation.findings import Kind, Remark, Severity, excerpt

_SMALL = 12  # up to here, a number is often a word
_SHOWN = 5  # numbers in a message


def check_amounts(
    source_text: str, target_text: str, *, source_language: Language, target_language: Language, grave: Severity
) -> Iterator[Remark]:
    """Remarks on the amounts in two folded texts. `grave` is what a changed or lost one weighs.

    An emergency number is one to call; a site that wants others in other languages writes them as words
    (“the emergency number”), for here none may get lost.
    """
    source, target = amounts_of(source_text, source_language), amounts_of(target_text, target_language)
    if not source and not target:
        return
    may_say = said_by_the_way(source_text, source_language) | said_by_the_way(target_text, target_language)
    source, target = in_same_parts(source, target)
    wanted = {amount.written for amount in source if amount.is_emergency_number}
    called = {amount.written for amount in target if amount.is_emergency_number} - {a.written for a in source}
    if lost := wanted - {amount.written for amount in target}:
        message = f"the emergency number {_list(sorted(lost))} is not in {excerpt(target_text)}"
        yield Remark(Kind.EMERGENCY_NUMBER, grave, message)
    elif called:
        message = f"the emergency number {_list(sorted(called))} is not in the source"
        yield Remark(Kind.EMERGENCY_NUMBER, Severity.WARNING, message)
    source = [amount for amount in source if not amount.is_emergency_number]
    target = [amount for amount in _without_called(target, source, wanted) if amount.written not in called]
    source, target = without_rhythm(
        Text(source_text, source, source_language), Text(target_text, target, target_language)
    )
    said = with_unit_by_the_way(source_text, source_language), with_unit_by_the_way(target_text, target_language)
    changed = [
        *_check_numbers(source, target, may_say, said, target_text, target_language, grave),
        *_check_units(source, target, target_text, grave),
    ]
    one, other = Text(source_text, source, source_language), Text(target_text, target, target_language)
    yield from changed or check_places(one, other, grave=grave)
    yield from check_timing(one, other, grave=grave)


def _without_called(target: list[Amount], source: list[Amount], wanted: set[str]) -> Iterator[Amount]:
    """The target's amounts but for the numbers to call; “112 mg” stays where the source has that too."""
    beside = Counter(amount.written for amount in source)
    for amount in target:
        if amount.written not in wanted:
            yield amount
        elif not amount.is_emergency_number and beside[amount.written]:
            beside[amount.written] -= 1
            yield amount


def _check_numbers(
    source: list[Amount],
    target: list[Amount],
    may_say: frozenset[Decimal],
    by_the_way: tuple[list[Amount], list[Amount]],
    text: str,
    language: Language,
    grave: Severity,
) -> Iterator[Remark]:
    """Digits are matched with digits, then with words; what is left over on both sides was changed."""
    lost, added = [a for a in source if not a.is_word], [a for a in target if not a.is_word]
    digits = {amount.value for amount in (*lost, *added)}
    source_words, target_words = [a for a in source if a.is_word], [a for a in target if a.is_word]
    lost, added = without_times(*without_same(lost, added))
    lost, target_words = without_same(lost, target_words)
    added, source_words = without_same(added, source_words)
    lost, added = without_converted(lost, added)
    lost, target_words = without_converted(lost, target_words)
    source_words, added = without_converted(source_words, added)
    lost = [a for a in lost if a.unit != "°F" or not any(is_converted(a, other) for other in target)]
    source_words, target_words = without_converted(*without_same(source_words, target_words))
    lost, source_words = (without_converted_to(amounts, by_the_way[1]) for amounts in (lost, source_words))
    added, target_words = (without_converted_to(amounts, by_the_way[0]) for amounts in (added, target_words))

    excused = may_say | _implied({amount.value for amount in source}, text, language)
    added = [a for a in added if a.value not in may_say]
    lost_words = [a for a in source_words if a.value not in digits and a.value not in excused]
    added_words = [a for a in target_words if a.value not in digits and a.value not in may_say]
    if not added and not (lost_words and added_words):
        lost = [a for a in lost if not a.may_go and a.value not in excused]  # nothing came in their place
    odd = [a for a in target if a.is_foreign and not may_be_a_time(a)]
    came = [*added, *added_words]
    if len(lost) == len(came) == 1 and (lost[0].written, lost[0].unit) != (came[0].written, came[0].unit):
        message = f"{_with_unit(lost[0])} became {_with_unit(came[0])} in {excerpt(text)}"
        yield Remark(Kind.NUMBER, grave, message)
    elif lost:
        could_be_words = not language.has_words and not added and all(a.value <= _SMALL for a in lost)
        severity = Severity.WARNING if could_be_words else grave
        yield Remark(Kind.NUMBER, severity, f"{_written(lost)} of the source is not in {excerpt(text)}")
    elif lost_words and (added or added_words):
        message = f"“{_written(lost_words)}” became “{_written(added or added_words)}” in {excerpt(text)}"
        yield Remark(Kind.NUMBER, grave, message)
    elif added:
        yield Remark(Kind.NUMBER, Severity.WARNING, f"{_written(added)} is not in the source: {excerpt(text)}")
    elif odd and not any(a.is_foreign for a in source):
        message = f"{_written(odd)}: the decimal sign of {language.tag} is “{language.decimal}”"
        yield Remark(Kind.NUMBER, Severity.WARNING, message)


def _implied(values: set[Decimal], text: str, language: Language) -> set[Decimal]:
    """The values that a noun alone may say: Arabic has “tablet” for one, and a dual for two."""
    found = {Decimal(1)} if language.one_is_implied else set[Decimal]()
    for value in values & language.maybe_endings.keys():
        endings = language.maybe_endings[value]
        if any(word.endswith(endings) and len(word) > 4 for word in re.findall(r"\w+", text)):
            found.add(value)
    return found


def _check_units(source: list[Amount], target: list[Amount], text: str, grave: Severity) -> Iterator[Remark]:
    """The same value with another unit: a dose that was changed. Values are compared, so their order is free."""
    wanted: dict[Decimal, Counter[str]] = defaultdict(Counter)
    found: dict[Decimal, Counter[str]] = defaultdict(Counter)
    for amount in source:
        if amount.unit and not amount.shares_unit:
            wanted[amount.value][amount.unit] += 1
    if not wanted:
        return
    for amount in target:
        found[amount.value][amount.unit] += 1
    there = {amount.unit for amount in target}
    for value, wanted_units in wanted.items():
        lost, others = list(wanted_units - found[value]), list(found[value] - wanted_units)
        if lost and (named := [unit for unit in others if unit]):
            message = f"{value:f} {lost[0]} became {value:f} {named[0]} in {excerpt(text)}"
            yield Remark(Kind.UNIT, grave, message)
        elif lost and others and (gone := [unit for unit in lost if unit in units().doses and unit not in there]):
            yield Remark(Kind.UNIT, grave, f"{gone[0]} is missing after {value:f} in {excerpt(text)}")


def _with_unit(amount: Amount) -> str:
    return f"{amount.written} {amount.unit}".rstrip()


def _written(amounts: Iterable[Amount]) -> str:
    return _list(amount.written for amount in amounts)


def _list(written: Iterable[str]) -> str:
    different = list(dict.fromkeys(written))
    return ", ".join(different[:_SHOWN]) + (", …" if len(different) > _SHOWN else "")
