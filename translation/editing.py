"""Texts that somebody typed beside their sources: through the gate, and never over what somebody else did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from translation.conditions import SourceCondition, live_conditions, lock_conditions, memory_of
from translation.edits import Answer, Edit, Outcome, answer
from translation.findings import Kind, Remark, Severity
from translation.gate import Known
from translation.models import GlossaryTerm, Origin, SegmentTranslation
from translation.rights import NoRightError, Right, rights_of
from translation.second_person import ReviewError
from translation.storing import Ruling, approve, store_translations


@transaction.atomic
def save_texts(*, condition: UUID, locale: str, edits: Iterable[Edit], user: User) -> tuple[Answer, ...]:
    """Stores or approves each edit that may be, and answers for each. One that fails keeps no other out.

    Raises PermissionDenied for a language in which the user may do neither, or where there is nothing to translate.
    """
    rights = rights_of(user, [locale])[locale]
    if not rights:
        raise PermissionDenied(f"{user} may neither translate into {locale} nor review its translations")
    lock_conditions([condition])
    page = next(live_conditions(keys=[condition]), None)
    if page is not None and page.locale == locale:
        raise PermissionDenied(f"{page.slug} is written in {locale}: its text is changed in its own form")
    known_at = _known(page, condition, locale)
    may_translate = Right.TRANSLATE in rights
    answers = [
        answer(edit, known_at(edit.path), f"{condition}/{edit.path}", may_translate=may_translate) for edit in edits
    ]
    rulings = [Ruling(a.passed[0], condition, a.edit.path, a.passed[1]) for a in answers if a.passed is not None]
    if rulings:
        store_translations(rulings=rulings, locale=locale, translator=user, reviewer=None, origin=Origin.DESK)
    read = {a.edit.path: known_at(a.edit.path) for a in answers if a.outcome is Outcome.APPROVED}
    refused = _approve(read, condition, locale, user)
    return tuple(a.refused(refused[a.edit.path]) if a.edit.path in refused else a for a in answers)


def _known(page: SourceCondition | None, condition: UUID, locale: str) -> Callable[[str], Known]:
    """What the gate asks for, of each path of a condition; of one that isn't published, nothing is live."""
    memory = memory_of(condition, locale)
    source_locale = page.locale if page is not None else ""
    terms = GlossaryTerm.objects.in_language(locale).as_terms().get((source_locale, locale), ())
    judged = {segment.path: memory.judge(segment) for segment in page.segments} if page is not None else {}

    def known_at(path: str) -> Known:
        live = judged.get(path)
        return Known(
            path,
            live,
            memory.row_of(path, live.segment.text) if live is not None else None,
            frozenset(),  # whoever types an earlier text again has the present one before their eyes
            memory.targets_at(path),
            source_locale=source_locale,
            target_locale=locale,
            terms=terms,
        )

    return known_at


def _approve(read: Mapping[str, Known], condition: UUID, locale: str, user: User) -> dict[str, Remark]:
    """Approves the texts that stand at these paths. Answers why not, for those that stay as they are."""
    if not read:
        return {}
    digests = {path: known.live.segment.digest for path, known in read.items() if known.live is not None}
    rows = SegmentTranslation.objects.of_conditions([condition]).in_language(locale).filter(path__in=read)
    try:
        approval = approve(translations=[row for row in rows if row.source_digest == digests[row.path]], user=user)
    except NoRightError as error:
        return dict.fromkeys(read, Remark(Kind.NO_RIGHT, Severity.ERROR, str(error)))
    except ReviewError as error:
        return dict.fromkeys(read, Remark(Kind.REVIEW, Severity.ERROR, str(error)))
    return {row.path: remark for row, remark in approval.refused}
