"""Texts that somebody typed beside their sources: through the gate, and never over what somebody else did meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from translation.conditions import lock_conditions
from translation.edits import Answer, Edit, Outcome, answer, segment_of
from translation.findings import Kind, Remark, Severity
from translation.gate import Known
from translation.holdings import Holdings
from translation.models import Origin, SegmentTranslation
from translation.rights import NoRightError, Right, rights_of
from translation.second_person import ReviewError
from translation.storing import Ruling, approve, store_translations


class SourceLanguageError(Exception):
    """A condition isn't translated into the language that it is written in."""


@transaction.atomic
def save_texts(*, condition: UUID, locale: str, edits: Iterable[Edit], user: User) -> tuple[Answer, ...]:
    """Stores or approves each edit that may be, and answers for each. One that fails keeps no other out.

    An edit is one of the live text or of the newest draft's, by the source that its translator saw. Raises NoRightError
    for a language in which the user may do neither, SourceLanguageError for the condition's own.
    """
    rights = rights_of(user, [locale])[locale]
    if not rights:
        raise NoRightError(user, Right.TRANSLATE, locale)
    place = lock_conditions([condition]).get(condition)
    if place is not None and place.locale == locale:
        raise SourceLanguageError(f"{place.slug} is written in {locale}: its text is changed in its own form")
    held = Holdings([condition], locale)  # without former texts: whoever types one has the present one in view
    answers: list[Answer] = []
    to_approve: dict[str, str] = {}
    for edit in edits:
        known = _known(held, condition, edit)
        answers.append(answer(edit, known, f"{condition}/{edit.path}", may_translate=Right.TRANSLATE in rights))
        if answers[-1].outcome is Outcome.APPROVED and known.row is not None:
            to_approve[edit.path] = known.row.source_digest
    rulings = [Ruling(a.passed[0], condition, a.edit.path, a.passed[1]) for a in answers if a.passed is not None]
    if rulings:
        store_translations(rulings=rulings, locale=locale, translator=user, reviewer=None, origin=Origin.DESK)
    refused = _approve(to_approve, condition, locale, user)
    return tuple(a.refused(refused[a.edit.path]) if a.edit.path in refused else a for a in answers)


def _known(held: Holdings, condition: UUID, edit: Edit) -> Known:
    """What the gate asks for, of the text that was seen."""
    known = held.known(condition, edit.path, edit.source)
    segment = segment_of(edit, known)
    if segment is not None and segment.text != edit.source:  # a browser has posted other line ends
        known = held.known(condition, edit.path, segment.text)
    return known


def _approve(digests: Mapping[str, str], condition: UUID, locale: str, user: User) -> dict[str, Remark]:
    """Approves translations by path and source digest. Answers why not, by path, for those that stay as they are."""
    if not digests:
        return {}
    rows = SegmentTranslation.objects.of_conditions([condition]).in_language(locale).filter(path__in=digests)
    try:
        approval = approve(translations=[row for row in rows if row.source_digest == digests[row.path]], user=user)
    except NoRightError as error:
        return dict.fromkeys(digests, Remark(Kind.NO_RIGHT, Severity.ERROR, str(error)))
    except ReviewError as error:
        return dict.fromkeys(digests, Remark(Kind.REVIEW, Severity.ERROR, str(error)))
    return {row.path: remark for row, remark in approval.refused}
