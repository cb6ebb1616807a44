"""What becomes of a text that somebody typed beside its source: stored, approved, refused or in conflict. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from translation.catalogue import CatalogueError, Entry
from translation.findings import Kind, Remark, Severity
from translation.gate import Decision, Known, Step, decide
from translation.second_person import objection
from translation.segments import Segment, digest_of
from translation.verdicts import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Edit:
    """What came back of one segment.

    `source` is the source text that its translator saw, `was` the fingerprint of what the field held when it was
    handed out, `text` what it holds now. `keep` calls that text finished though it wasn't changed: the former
    translation of another source, or one that waited for another look. `approve` is a second person's.
    """

    path: str
    source: str
    was: str
    text: str
    keep: bool = False
    approve: bool = False

    @property
    def is_changed(self) -> bool:
        return fingerprint(self.text) != self.was


class Outcome(StrEnum):
    """What became of an edit."""

    STORED = "stored"
    APPROVED = "approved"
    UNCHANGED = "unchanged"
    REFUSED = "refused"  # the remarks say why
    CONFLICT = "conflict"  # the source or the translation is another one by now


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one edit, and what is to be said of it. Whatever is refused or in conflict changed nothing.

    `passed` is what the gate let through, of a text that is stored.
    """

    edit: Edit
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()
    passed: tuple[Entry, Decision] | None = None

    @property
    def is_open(self) -> bool:
        """Whether what was typed is not in the database."""
        return self.outcome in (Outcome.REFUSED, Outcome.CONFLICT)

    def refused(self, remark: Remark) -> Answer:
        """The answer to the same edit where this remark speaks against it."""
        return Answer(self.edit, Outcome.REFUSED, (remark,))


def fingerprint(text: str) -> str:
    """By what a form knows its text again. Browsers post every line end as CR LF (HTML, form submission)."""
    return digest_of(plain_ends(text))


def plain_ends(text: str) -> str:
    """The text with line ends as the CMS writes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def offered_text(judgement: Judgement) -> str:
    """What the field of a segment starts with: its translation, or the one of the former source."""
    return judgement.row.target_text if judgement.row is not None else ""


def approvable(judgements: Sequence[Judgement], user: int) -> frozenset[str]:
    """The paths of the finished texts that wait for this user's approval."""
    return frozenset(
        judgement.segment.path
        for judgement in judgements
        if judgement.verdict is Verdict.UNREVIEWED
        and judgement.row is not None
        and objection(judgement.row, user) is None
    )


def segment_of(edit: Edit, known: Known) -> Segment | None:
    """The segment that its translator saw, live or of a draft; None if neither has that text at this path now."""
    here = (known.live.segment if known.live is not None else None, known.ahead)
    source = plain_ends(edit.source)
    return next((segment for segment in here if segment is not None and plain_ends(segment.text) == source), None)


def answer(edit: Edit, known: Known, context: str, *, may_translate: bool) -> Answer:
    """What is to become of an edit. `known` is what the CMS has at its path now, and as its row the translation of
    `segment_of` it; `context` is the msgctxt.

    APPROVED says that there is a text to approve, and that it is the one that was seen; not that its approval counts.
    """
    if not (edit.is_changed or edit.keep or edit.approve):
        return Answer(edit, Outcome.UNCHANGED)
    if known.live is None and known.ahead is None:
        return _conflict(edit, Kind.UNKNOWN_PATH, "this text is no longer on the page, so nothing was stored")
    segment = segment_of(edit, known)
    if segment is None:
        return _conflict(edit, Kind.OLDER_SOURCE, "the source was changed while you worked; nothing was stored")
    row = known.row
    if row is not None and fingerprint(row.target_text) not in (edit.was, fingerprint(edit.text)):
        message = "somebody else has stored another text meanwhile; nothing was overwritten"
        return _conflict(edit, Kind.OLDER_FILE, message)
    if edit.is_changed or edit.keep:
        if not may_translate:
            message = f"you may review, but not translate into {known.target_locale}"
            return _refused(edit, Kind.NO_RIGHT, message)
        return _write(edit, known, context, segment.text)
    if row is None:
        return _refused(edit, Kind.REVIEW, "there is no translation of this source that could be approved")
    return Answer(edit, Outcome.UNCHANGED if row.is_reviewed else Outcome.APPROVED)


def _write(edit: Edit, known: Known, context: str, source: str) -> Answer:
    row = known.row
    if not edit.text:
        if row is None:
            return Answer(edit, Outcome.UNCHANGED)
        return _refused(edit, Kind.UNTRANSLATED, "the field is empty; the text that the CMS has stays")
    try:
        entry = Entry(context, source, edit.text)
    except CatalogueError:
        return _refused(edit, Kind.CONTROL, "a character in it can't be stored in any file")
    decision = decide(entry, known, force=edit.keep)
    # That it is a draft's stands in the form.
    remarks = tuple(_in_words_of_a_form(remark) for remark in decision.remarks if remark.kind is not Kind.DRAFT)
    if decision.step is Step.REFUSE:
        return Answer(edit, Outcome.REFUSED, remarks)
    is_finished = row is not None and row.is_finished and (row.translator_id is not None or not edit.keep)
    if decision.step is Step.SKIP or (decision.step is Step.CONFIRM and is_finished):
        return Answer(edit, Outcome.UNCHANGED, remarks)
    if edit.approve:
        message = "stored, not approved: it is your own text now, and a second person has to approve it"
        remarks = (*remarks, Remark(Kind.REVIEW, Severity.WARNING, message))
    return Answer(edit, Outcome.STORED, remarks, (entry, decision))


def _in_words_of_a_form(remark: Remark) -> Remark:
    """The gate speaks of the options of a command."""
    return replace(remark, message=remark.message.replace("--force takes it", "tick the box below"))


def _conflict(edit: Edit, kind: Kind, message: str) -> Answer:
    return Answer(edit, Outcome.CONFLICT, (Remark(kind, Severity.ERROR, message),))


def _refused(edit: Edit, kind: Kind, message: str) -> Answer:
    return Answer(edit, Outcome.REFUSED, (Remark(kind, Severity.ERROR, message),))
