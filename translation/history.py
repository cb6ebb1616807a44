"""An earlier text comes back from the history: through the gate again, and to be approved again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from translation.catalogue import Entry
from translation.conditions import lock_conditions
from translation.findings import Remark, Severity
from translation.gate import Step, decide
from translation.holdings import Holdings
from translation.models import Origin, TranslationEvent
from translation.rights import require_rights
from translation.storing import Ruling, store_translations


class RestoreError(ValueError):
    """An earlier text that can't come back; `remarks` are the gate's, where it refused."""

    def __init__(self, message: str, remarks: tuple[Remark, ...] = ()) -> None:
        super().__init__(message)
        self.remarks = remarks


@transaction.atomic
def restore_text(*, event: TranslationEvent, user: User) -> tuple[Remark, ...]:
    """Makes the text of an event the translation again, with `user` as its translator; a second person approves it.

    It stays bound to the source text that it was made from, so that of an older source isn't served. Answers what the
    gate remarked. Raises NoRightError where they may not translate into the language, RestoreError where the gate of
    today refuses the text, or where it stands there already.
    """
    row = event.translation
    require_rights(locale=row.locale, translator=user)
    lock_conditions([row.condition])
    entry = Entry(f"{row.condition}/{row.path}", row.source_text, event.target_text)
    known = Holdings([row.condition], row.locale).known(row.condition, row.path, row.source_text)
    # force: that the CMS has replaced this text since is known, and what is to be undone.
    decision = decide(entry, known, force=True)
    match decision.step:
        case Step.STORE:
            ruling = Ruling(entry, row.condition, row.path, decision)
            store_translations(
                rulings=[ruling], locale=row.locale, translator=user, reviewer=None, origin=Origin.RESTORED
            )
            return decision.remarks
        case Step.CONFIRM | Step.SKIP:
            raise RestoreError("this text stands there now; there is nothing to restore")
        case _:
            errors = [remark.message for remark in decision.remarks if remark.severity is Severity.ERROR]
            raise RestoreError(f"the gate refuses this text now: {'; '.join(errors)}", decision.remarks)
