"""The rule of the second person: who may approve a translation, and what an import tells of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from translation.findings import Kind, Remark, Severity, excerpt
from translation.gate import Step
from translation.verdicts import Row


class ReviewError(ValueError):
    """A review that isn't one by a second person, known by name."""


def may_approve(translator: int | None, reviewer: int | None) -> bool:
    """Whether a reviewer's approval counts: somebody else's text, of somebody known. Users are named by their ids."""
    return reviewer is not None and translator is not None and reviewer != translator


def require_name(username: str, full_name: str) -> None:
    """Raises ReviewError for a reviewer without a name: documents say who approved them."""
    if not full_name:
        raise ReviewError(f"{username} has no name in the admin, and documents say who approved them: give one first")


def objection(row: Row, reviewer: int) -> str | None:
    """Why somebody can't approve a text that isn't approved yet; None if they can.

    A machine's text, and one that isn't finished, has to be confirmed by a person first: whoever confirms it is its
    translator, and so there are always two who have read it.
    """
    if not row.is_finished:
        return "nobody has called this text finished: a translator has to confirm it first"
    if row.translator_id is None:
        return "nobody knows who translated this text: a translator has to import it under their name first"
    if not may_approve(row.translator_id, reviewer):
        return "the reviewer wrote this text, and a second person has to approve it"
    return None


def review_remarks(step: Step, row: Row | None, reviewer: int | None) -> Iterator[Remark]:
    """What an import with or without a reviewer means for the row that an entry belongs to."""
    if row is None:
        return
    if step is Step.STORE and row.is_reviewed and reviewer is None:
        message = "it replaces an approved text; until it is approved itself, readers get the source"
        yield Remark(Kind.REVIEW, Severity.WARNING, message)
    elif step is Step.STORE and row.is_reviewed:
        message = f"it replaces an approved text: {excerpt(row.target_text)}"
        yield Remark(Kind.REVIEW, Severity.INFO, message)
    elif step is Step.CONFIRM and not row.is_reviewed and reviewer is not None and row.translator_id == reviewer:
        message = "not approved: the reviewer wrote this text, and a second person has to approve it"
        yield Remark(Kind.REVIEW, Severity.WARNING, message)
