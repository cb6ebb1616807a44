"""Translations are stored: rows, their history, Wagtail's log and the signal, in one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from pages.log import log_deeds
from pages.models import ConditionPage
from translation.catalogue import Entry
from translation.conditions import lock_conditions
from translation.findings import Kind, Remark, Severity
from translation.gate import Decision, Step
from translation.models import Origin, SegmentTranslation, State, TranslationEvent
from translation.rights import require_rights
from translation.second_person import may_approve, objection, require_name
from translation.signals import translations_changed

APPROVE_ACTION = "plexus.translations.approve"
IMPORT_ACTION = "plexus.translations.import"
EDIT_ACTION = "plexus.translations.edit"
MACHINE_ACTION = "plexus.translations.machine"
RESTORE_ACTION = "plexus.translations.restore"
CARRY_ACTION = "plexus.translations.carry"
ACTIONS = {
    Origin.FILE: IMPORT_ACTION,
    Origin.DESK: EDIT_ACTION,
    Origin.MACHINE: MACHINE_ACTION,
    Origin.RESTORED: RESTORE_ACTION,
    Origin.CARRIED: CARRY_ACTION,
    Origin.VERSION: IMPORT_ACTION,
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """An entry, where it belongs, and what the gate said."""

    entry: Entry
    condition: UUID
    path: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a text: it is `new`, or was here already and is confirmed (called finished, or approved)."""

    new: bool
    approved: bool


@transaction.atomic
def store_translations(
    *,
    rulings: Sequence[Ruling],
    locale: str,
    translator: User | None,
    reviewer: User | None,
    origin: Origin = Origin.FILE,
    dry_run: bool = False,
) -> tuple[Effect | None, ...]:
    """Stores what the gate let through, with its history, log and signal. `origin` says by which way it came in.

    Answers for each ruling what became of it, None where nothing did. A dry run answers the same and stores nothing.
    No two rulings may be on the same text. Raises NoRightError where the translator or the reviewer has no right for
    this language.
    """
    require_rights(locale=locale, translator=translator, reviewer=reviewer)
    asked = [ruling for ruling in rulings if ruling.decision.step not in (Step.SKIP, Step.REFUSE)]
    if not asked:
        return (None,) * len(rulings)
    now = timezone.now()
    rows = {
        (row.condition, row.path, row.source_digest): row
        for row in SegmentTranslation.objects.of_conditions({ruling.condition for ruling in asked})
        .of_sources({ruling.decision.digest for ruling in asked})
        .in_language(locale)
        .select_for_update()
    }
    happened: list[_Happening] = []
    effects: list[Effect | None] = []
    for ruling in rulings:
        row = rows.get((ruling.condition, ruling.path, ruling.decision.digest))
        effect: Effect | None = None
        match ruling.decision.step:
            case Step.STORE | Step.KEEP_FOR_REVIEW:
                row = row or _new_row(ruling, locale, now)
                finished = ruling.decision.step is Step.STORE
                happened.append(_write(row, ruling.entry.target, finished, translator, origin, now))
                if finished and reviewer is not None and may_approve(row.translator_id, reviewer.pk):
                    happened.append(_approve(row, reviewer, now))
                effect = Effect(new=True, approved=row.is_reviewed)
            case Step.CONFIRM if row is not None and (confirmed := _confirm(row, translator, reviewer, now)):
                happened += confirmed
                effect = Effect(new=False, approved=row.is_reviewed)
            case _:
                pass
        effects.append(effect)
    if not dry_run and happened:
        _save(happened, now)
        _announce(happened, locale, ACTIONS[origin])
    return tuple(effects)


@dataclass(frozen=True, slots=True)
class Approval:
    """What became of the texts that somebody wanted to approve. `refused` says why, for each."""

    approved: tuple[SegmentTranslation, ...]
    refused: tuple[tuple[SegmentTranslation, Remark], ...]


@transaction.atomic
def approve(*, translations: Iterable[SegmentTranslation], user: User) -> Approval:
    """Approves the texts that can be, with history, log and signal; the others are named, and stay as they are.

    `translations` are given as the reviewer read them: a text that changed since, or that somebody took away, isn't the
    one that they approve. One that is approved already stays with its reviewer. Raises NoRightError where they may not
    review one of the languages, and ReviewError where they have no name; then nothing is approved.
    """
    read = list(translations)
    for locale in sorted({row.locale for row in read}):
        require_rights(locale=locale, reviewer=user)
    require_name(user.get_username(), user.get_full_name())
    lock_conditions({row.condition for row in read})
    now = timezone.now()
    stored = SegmentTranslation.objects.select_for_update().in_bulk([row.pk for row in read])
    approved: dict[int, _Happening] = {}
    refused: list[tuple[SegmentTranslation, Remark]] = []
    for seen in read:
        row = stored.get(seen.pk)
        if row is None or row.target_text != seen.target_text:
            why: str | None = "somebody has changed this text since it was read"
        elif row.is_reviewed:
            continue
        else:
            why = objection(row, user.pk)
        if row is None or why is not None:
            refused.append((seen, Remark(Kind.REVIEW, Severity.ERROR, f"not approved: {why}")))
        else:
            approved[row.pk] = _approve(row, user, now)
    if approved:
        _save(list(approved.values()), now)
        for locale in sorted({happening.row.locale for happening in approved.values()}):
            _announce([each for each in approved.values() if each.row.locale == locale], locale, APPROVE_ACTION)
    return Approval(tuple(happening.row for happening in approved.values()), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Happening:
    """What somebody did to a translation: wrote it, called it finished, or approved it."""

    row: SegmentTranslation
    user: User | None
    state: State


def _new_row(ruling: Ruling, locale: str, now: datetime.datetime) -> SegmentTranslation:
    return SegmentTranslation(
        locale=locale,
        condition=ruling.condition,
        path=ruling.path,
        source_digest=ruling.decision.digest,
        source_text=ruling.entry.source,
        created_at=now,
    )


def _write(
    row: SegmentTranslation,
    target: str,
    finished: bool,
    translator: User | None,
    origin: Origin,
    now: datetime.datetime,
) -> _Happening:
    """Puts another text into a row. Whatever review the old text had is undone."""
    row.target_text = target
    unfinished = State.MACHINE if origin is Origin.MACHINE else State.NEEDS_REVIEW
    row.state = State.TRANSLATED if finished else unfinished
    row.origin = origin
    row.translator = translator
    row.reviewer, row.reviewer_name, row.reviewed_at = None, "", None
    row.updated_at = now
    return _Happening(row, translator, row.state)


def _approve(row: SegmentTranslation, reviewer: User, now: datetime.datetime) -> _Happening:
    row.state = State.REVIEWED
    row.reviewer, row.reviewer_name, row.reviewed_at = reviewer, reviewer.get_full_name(), now
    return _Happening(row, reviewer, State.REVIEWED)


def _confirm(
    row: SegmentTranslation, translator: User | None, reviewer: User | None, now: datetime.datetime
) -> list[_Happening]:
    """A file repeats a text that is here: it may call it finished, and its reviewer may approve it.

    The text stays that of whoever wrote it, so that nobody approves their own by way of somebody else's file.
    """
    happened: list[_Happening] = []
    before = (row.state, row.translator_id)
    if row.translator_id is None:
        row.translator = translator
    if not row.is_finished:
        row.state, row.updated_at = State.TRANSLATED, now
    if (row.state, row.translator_id) != before:
        happened.append(_Happening(row, translator, State(row.state)))
    if reviewer is not None and not row.is_reviewed and may_approve(row.translator_id, reviewer.pk):
        happened.append(_approve(row, reviewer, now))
    return happened


def _save(happened: Sequence[_Happening], now: datetime.datetime) -> None:
    SegmentTranslation.objects.write(list({id(each.row): each.row for each in happened}.values()))
    TranslationEvent.objects.bulk_create(
        TranslationEvent(
            translation=each.row,
            at=now,
            user=each.user,
            user_name=_name_of(each.user),
            target_text=each.row.target_text,
            state=each.state,
            origin=each.row.origin,
        )
        for each in happened
    )


def _announce(happened: Sequence[_Happening], locale: str, action: str) -> None:
    """Tells the log of each page who did what, and everybody else that something has changed."""
    keys = {each.row.condition for each in happened}
    pages = {
        page.translation_key: page
        for page in ConditionPage.objects.filter(translation_key__in=keys).defer_streamfields()
    }
    done = {
        (APPROVE_ACTION if each.state is State.REVIEWED else action, each.row.condition): each.user for each in happened
    }
    log_deeds([(pages[key], deed, user) for (deed, key), user in done.items() if key in pages], {"locale": locale})
    translations_changed.send(sender=SegmentTranslation, conditions=keys, locale=locale)


def _name_of(user: User | None) -> str:
    """How the history calls somebody, for good: `Ada Byron (ada)`."""
    if user is None:
        return ""
    full = user.get_full_name()
    return f"{full} ({user.get_username()})" if full else user.get_username()
