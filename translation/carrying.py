"""A text that stands at a new place of its condition takes its translations along, to be reviewed there.

An editor who pastes a paragraph, or writes a block anew, changes its path, and a translation belongs to a path. Whether
it also fits the new place, a person has to say.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from translation.catalogue import Entry
from translation.conditions import SourceCondition, live_conditions, lock_conditions, memories_of
from translation.gate import Step, decide
from translation.holdings import Holdings
from translation.models import Origin
from translation.storing import Ruling, store_translations
from translation.verdicts import TranslationMemory, Verdict


@transaction.atomic
def carry_over(*, condition: UUID) -> int:
    """Gives each text of a live condition that has no translation the one that it has elsewhere in the condition.

    It needs review, whatever it is at the other place, and has to pass the gate. Answers how many there were, in all
    languages together.
    """
    lock_conditions([condition])
    carried = 0
    for source, memories in memories_of(list(live_conditions(keys=[condition])), settings.LANGUAGE_CODES):
        for locale, memory in memories.items():
            if locale != source.locale and not memory.is_empty and (entries := _entries(source, memory)):
                carried += _store(source, locale, entries)
    return carried


def _entries(source: SourceCondition, memory: TranslationMemory) -> list[tuple[Entry, str]]:
    """What stands elsewhere for the texts without a translation, each with its path."""
    found: list[tuple[Entry, str]] = []
    for segment in source.segments:
        if memory.judge(segment).verdict is Verdict.MISSING and (row := memory.elsewhere(segment.text)) is not None:
            entry = Entry(source.context(segment.path), segment.text, row.target_text, fuzzy=True)
            found.append((entry, segment.path))
    return found


def _store(source: SourceCondition, locale: str, entries: list[tuple[Entry, str]]) -> int:
    held = Holdings([source.key], locale)
    decided = (
        Ruling(entry, source.key, path, decide(entry, held.known(source.key, path, entry.source)))
        for entry, path in entries
    )
    # The gate may refuse one: at the new place there may be less room.
    rulings = [ruling for ruling in decided if ruling.decision.step is Step.KEEP_FOR_REVIEW]
    store_translations(rulings=rulings, locale=locale, translator=None, reviewer=None, origin=Origin.CARRIED)
    return len(rulings)
