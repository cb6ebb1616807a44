"""Texts that somebody typed beside their sources: through the gate, and never over what somebody else did meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from translation.catalogue import CatalogueError, Entry
from translation.conditions import SourceCondition, live_conditions, lock_conditions, memory_of
from translation.findings import Kind, Remark, Severity
from translation.gate import Decision, Known, Step, decide
from translation.models import GlossaryTerm, Origin
from translation.rights import Right, rights_of
from translation.second_person import objection
from translation.segments import digest_of
from translation.storing import Ruling, store_translations
from translation.verdicts import Judgement, Row, TranslationMemory, Verdict


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
    """What became of one edit, and what is to be said of it. Whatever is refused or in conflict changed nothing."""

    edit: Edit
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether what was typed is not in the database."""
        return self.outcome in (Outcome.REFUSED, Outcome.CONFLICT)


def fingerprint(text: str) -> str:
    """By what a form knows its text again. Browsers post every line end as CR LF (HTML, form submission)."""
    return digest_of(plain_ends(text))


def plain_ends(text: str) -> str:
    """The text with line ends as the CMS writes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def offered_text(judgement: Judgement) -> str:
    """What the field of a segment starts with: its translation, or the one of the former source."""
    return judgement.row.target_text if judgement.row is not None else ""


@transaction.atomic
def save_texts(*, condition: UUID, locale: str, edits: Iterable[Edit], user: User) -> tuple[Answer, ...]:
    """Stores each edit that the gate lets through, and answers for each. One that fails keeps no other out.

    Raises PermissionDenied for a language in which the user may do neither, or where there is nothing to translate.
    """
    rights = rights_of(user, [locale])[locale]
    if not rights:
        raise PermissionDenied(f"{user} may neither translate into {locale} nor review its translations")
    lock_conditions([condition])
    page = next(live_conditions(keys=[condition]), None)
    if page is not None and page.locale == locale:
        raise PermissionDenied(f"{page.slug} is written in {locale}: its text is changed in its own form")
    desk = _Desk(page, condition, locale, user, memory_of(condition, locale), rights)
    answers = [desk.answer(edit) for edit in edits]
    if desk.texts:
        store_translations(rulings=desk.texts, locale=locale, translator=user, reviewer=None, origin=Origin.DESK)
    if desk.approvals:
        store_translations(rulings=desk.approvals, locale=locale, translator=None, reviewer=user, origin=Origin.DESK)
    return tuple(answers)


@dataclass(frozen=True)
class _Wish:
    edit: Edit
    judgement: Judgement
    row: Row | None  # of exactly this source text


class _Desk:
    """One condition in one language while it is locked, and what is to be stored of the edits."""

    def __init__(
        self,
        page: SourceCondition | None,
        condition: UUID,
        locale: str,
        user: User,
        memory: TranslationMemory,
        rights: frozenset[Right],
    ) -> None:
        self._page, self._condition, self._locale, self._user = page, condition, locale, user
        self._memory, self._rights = memory, rights
        glossary = GlossaryTerm.objects.in_language(locale).as_terms()
        self._terms = glossary.get((page.locale, locale), ()) if page else ()
        self._judged = {s.path: memory.judge(s) for s in page.segments} if page else {}
        self.texts: list[Ruling] = []
        self.approvals: list[Ruling] = []

    def answer(self, edit: Edit) -> Answer:
        if not (edit.is_changed or edit.keep or edit.approve):
            return Answer(edit, Outcome.UNCHANGED)
        judgement = self._judged.get(edit.path)
        if judgement is None or self._page is None:
            return _conflict(edit, Kind.UNKNOWN_PATH, "this text is no longer on the page, so nothing was stored")
        if plain_ends(edit.source) != plain_ends(judgement.segment.text):
            return _conflict(edit, Kind.OLDER_SOURCE, "the source was changed while you worked; nothing was stored")
        row = self._memory.row_of(edit.path, judgement.segment.text)
        if row is not None and fingerprint(row.target_text) not in (edit.was, fingerprint(edit.text)):
            message = "somebody else has stored another text meanwhile; nothing was overwritten"
            return _conflict(edit, Kind.OLDER_FILE, message)
        wish = _Wish(edit, judgement, row)
        if edit.is_changed or edit.keep:
            return self._write(wish)
        return self._approve(wish)

    def _write(self, wish: _Wish) -> Answer:
        edit, row = wish.edit, wish.row
        if Right.TRANSLATE not in self._rights:
            return _refused(edit, Kind.REVIEW, f"you may review, but not translate into {self._locale}")
        if not edit.text:
            if row is None:
                return Answer(edit, Outcome.UNCHANGED)
            return _refused(edit, Kind.UNTRANSLATED, "the field is empty; the text that the CMS has stays")
        entry = self._entry(wish)
        if entry is None:
            return _refused(edit, Kind.CONTROL, "a character in it can't be stored in any file")
        decision = decide(entry, self._known(wish), force=edit.keep)
        remarks = tuple(_in_words_of_the_desk(remark) for remark in decision.remarks)
        if decision.step is Step.REFUSE:
            return Answer(edit, Outcome.REFUSED, remarks)
        if edit.approve:
            message = "stored, not approved: it is your own text now, and a second person has to approve it"
            remarks = (*remarks, Remark(Kind.REVIEW, Severity.WARNING, message))
        known = row is not None and row.is_finished and (row.translator_id is not None or not edit.keep)
        if decision.step is Step.CONFIRM and known:
            return Answer(edit, Outcome.UNCHANGED, remarks)
        self.texts.append(Ruling(entry, self._condition, edit.path, decision))
        return Answer(edit, Outcome.STORED, remarks)

    def _approve(self, wish: _Wish) -> Answer:
        edit, row = wish.edit, wish.row
        if row is None:
            return _refused(edit, Kind.REVIEW, "there is no translation of this source that could be approved")
        if row.is_reviewed:
            return Answer(edit, Outcome.UNCHANGED)
        if Right.REVIEW not in self._rights:
            return _refused(edit, Kind.REVIEW, f"you may not approve translations into {self._locale}")
        if not self._user.get_full_name():
            return _refused(edit, Kind.REVIEW, "documents say who approved them: give your account a name first")
        if (why := objection(row, self._user.pk)) is not None:
            return _refused(edit, Kind.REVIEW, why)
        digest = wish.judgement.segment.digest
        entry = Entry(self._context(edit.path), wish.judgement.segment.text, row.target_text)
        self.approvals.append(Ruling(entry, self._condition, edit.path, Decision(Step.CONFIRM, digest)))
        return Answer(edit, Outcome.APPROVED)

    def _entry(self, wish: _Wish) -> Entry | None:
        try:
            return Entry(self._context(wish.edit.path), wish.judgement.segment.text, wish.edit.text)
        except CatalogueError:
            return None

    def _context(self, path: str) -> str:
        return f"{self._condition}/{path}"

    def _known(self, wish: _Wish) -> Known:
        # No former targets: whoever types an earlier text again has the present one before their eyes.
        return Known(
            wish.edit.path,
            wish.judgement,
            wish.row,
            frozenset(),
            self._memory.targets_at(wish.edit.path),
            source_locale=self._page.locale if self._page else self._locale,
            target_locale=self._locale,
            terms=self._terms,
        )


def _in_words_of_the_desk(remark: Remark) -> Remark:
    if remark.kind is Kind.SAME_AS_FORMER:
        message = "the source changed and the translation did not; if that is right, tick “still right”"
        return replace(remark, message=message)
    return remark


def _conflict(edit: Edit, kind: Kind, message: str) -> Answer:
    return Answer(edit, Outcome.CONFLICT, (Remark(kind, Severity.ERROR, message),))


def _refused(edit: Edit, kind: Kind, message: str) -> Answer:
    return Answer(edit, Outcome.REFUSED, (Remark(kind, Severity.ERROR, message),))


def approvable(judgements: Sequence[Judgement], user: int) -> frozenset[str]:
    """The paths of the finished texts that wait for this user's approval."""
    return frozenset(
        judgement.segment.path
        for judgement in judgements
        if judgement.verdict is Verdict.UNREVIEWED
        and judgement.row is not None
        and objection(judgement.row, user) is None
    )
