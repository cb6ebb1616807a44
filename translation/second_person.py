"""The rule of the second person: who may approve a translation, and what an import tells of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from translation.findings import Kind, Remark, Severity
from translation.gate import Step
from translation.verdicts import Row


def may_approve(translator: int | None, reviewer: int | None) -> bool:
    """Whether a reviewer's approval counts: somebody else's text, of somebody known. Users are named by their ids."""
    return reviewer is not None and translator is not None and reviewer != translator


def review_remarks(step: Step, row: Row | None, reviewer: int | None) -> Iterator[Remark]:
    """What an import with or without a reviewer means for the row that an entry belongs to."""
    if row is None:
        return
    if step is Step.STORE and row.is_reviewed and reviewer is None:
        message = "it replaces an approved text; until it is approved itself, readers get the source"
        yield Remark(Kind.REVIEW, Severity.WARNING, message)
    elif step is Step.CONFIRM and not row.is_reviewed and reviewer is not None and row.translator_id == reviewer:
        message = "not approved: the reviewer wrote this text, and a second person has to approve it"
        yield Remark(Kind.REVIEW, Severity.WARNING, message)
