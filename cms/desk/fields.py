"""The translation view as values: a section has fields, and a field has all that stands around one text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from translation.checks.glossary import Term, terms_in
from translation.checks.words import words_of
from translation.difference import Piece, difference
from translation.edits import Answer, Edit, Outcome, fingerprint, offered_text, plain_ends
from translation.findings import Kind, Remark, Severity
from translation.gate import Pair, TextRule, check_target, lost_since, rule_for
from translation.second_person import objection
from translation.suggestions import Suggestion
from translation.verdicts import Judgement, Row, Verdict

FILTERS = {"not_current": "not current", "critical": "critical", "needs_review": "needs review"}
_STATES = {
    Verdict.SOURCE: "Source",
    Verdict.CURRENT: "Current",
    Verdict.STALE: "The source changed",
    Verdict.MISSING: "Not translated",
}


@dataclass(frozen=True)
class Field:
    """One segment in the form. `text` is what the field holds: what was typed, where that isn't stored."""

    path: str
    source: str
    critical: bool
    is_ahead: bool  # a text of a draft, that the live page hasn't got
    max_length: int | None
    crumb: str
    verdict: str
    state: str
    text: str
    was: str
    stored: str | None  # what the CMS has instead, in a conflict
    former: tuple[Piece, ...]  # from the source of the text that is offered, or of the similar one
    seen: tuple[Piece, ...]  # from the source that its translator saw to the one of now, in a conflict
    keep: str  # the label of the box that calls an unchanged text finished
    keep_ticked: bool
    approve: bool
    approve_ticked: bool
    why_not: str
    approved_by: str
    since_approved: tuple[Piece, ...]  # from the translation that was approved before this one
    remarks: tuple[Remark, ...]
    is_open: bool  # what was typed isn't stored
    suggestions: tuple[Suggestion, ...]
    similar: str  # the translation of a similar text that is gone, where there is none of this one
    terms: tuple[Term, ...]  # of the glossary, that stand in the source


@dataclass(frozen=True)
class Part:
    """The fields of one section of the page, under its name."""

    name: str
    fields: tuple[Field, ...]


def parts_of(
    judgements: Iterable[Judgement],
    *,
    user: int,
    ahead: Collection[str],
    source_locale: str,
    target_locale: str,
    terms: tuple[Term, ...],
    filters: Collection[str] = (),
    suggestions: Mapping[str, tuple[Suggestion, ...]],
    similar: Mapping[str, Row],
    approved: Mapping[str, Pair],
    answers: Mapping[str, Answer],
) -> tuple[Part, ...]:
    """The sections with the fields that all `filters` let through, and those that still hold what isn't stored.

    `ahead` are the paths whose texts aren't live, `terms` the glossary's from one language into the other;
    `suggestions`, `similar` rows of texts that are gone, what was `approved` before what waits now, and `answers` go by
    path.
    """

    def field_of(judgement: Judgement) -> Field:
        path = judgement.segment.path
        rule = rule_for(judgement.segment, source_locale=source_locale, target_locale=target_locale, terms=terms)
        return _field(
            judgement,
            rule,
            user=user,
            is_ahead=path in ahead,
            suggestions=suggestions.get(path, ()),
            similar=similar.get(path),
            approved=approved.get(path),
            answer=answers.get(path),
        )

    shown = [
        judgement
        for judgement in judgements
        if _is_open(answers.get(judgement.segment.path)) or all(_passes(judgement, name) for name in filters)
    ]
    return tuple(
        Part(name, tuple(map(field_of, members)))
        for name, members in groupby(shown, lambda j: j.segment.breadcrumb.partition(" › ")[0])
    )


def lost_places(judgements: Iterable[Judgement], answers: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """What was typed for texts that are no longer on the page."""
    paths = {judgement.segment.path for judgement in judgements}
    return tuple(answer for path, answer in answers.items() if answer.is_open and path not in paths)


def state_of(judgement: Judgement) -> str:
    """A verdict in words."""
    if judgement.verdict is Verdict.UNREVIEWED:
        return "Waits for review" if judgement.row is not None and judgement.row.is_finished else "Not finished"
    return _STATES[judgement.verdict]


def _is_open(answer: Answer | None) -> bool:
    return answer is not None and answer.is_open


def _is_written(edit: Edit) -> bool:
    return edit.is_changed or edit.keep


def _passes(judgement: Judgement, name: str) -> bool:
    match name:
        case "critical":
            return judgement.segment.critical
        case "needs_review":
            return judgement.verdict is Verdict.UNREVIEWED
        case _:
            return judgement.verdict is not Verdict.CURRENT


def _field(
    judgement: Judgement,
    rule: TextRule,
    *,
    user: int,
    is_ahead: bool,
    suggestions: tuple[Suggestion, ...],
    similar: Row | None,
    approved: Pair | None,
    answer: Answer | None,
) -> Field:
    segment, row, verdict = judgement.segment, judgement.row, judgement.verdict
    offered = offered_text(judgement)
    # Who only approved has typed nothing: there, the field holds what the CMS has now.
    typed = answer.edit if answer is not None and answer.is_open and _is_written(answer.edit) else None
    conflict = answer is not None and answer.outcome is Outcome.CONFLICT
    seen = plain_ends(answer.edit.source) if answer is not None else segment.text
    remarks = answer.remarks if answer is not None else ()
    waits = verdict is Verdict.UNREVIEWED and row is not None
    former = row if verdict is Verdict.STALE else similar
    return Field(
        path=segment.path,
        source=segment.text,
        critical=segment.critical,
        is_ahead=is_ahead,
        max_length=segment.max_length,
        crumb=segment.breadcrumb.partition(" › ")[2],
        verdict=verdict.value,
        state=state_of(judgement),
        text=typed.text if typed else offered,
        was=fingerprint(offered),
        stored=offered if conflict and typed and verdict is not Verdict.MISSING else None,
        former=difference(former.source_text, segment.text) if former is not None else (),
        seen=difference(seen, segment.text) if conflict and seen != segment.text else (),
        keep=_keep_label(judgement, remarks),
        # A tick was given for what its giver saw: in a conflict that was something else.
        keep_ticked=bool(typed and typed.keep and not conflict),
        approve=waits and row is not None and objection(row, user) is None,
        approve_ticked=bool(typed and typed.approve and not conflict),
        why_not=(objection(row, user) or "") if waits and row is not None else "",
        approved_by=row.reviewer_name if verdict is Verdict.CURRENT and row is not None else "",
        since_approved=difference(approved.target, row.target_text) if approved and waits and row is not None else (),
        remarks=remarks or _remarks_today(judgement, rule, approved),
        is_open=_is_open(answer),
        suggestions=tuple(suggestion for suggestion in suggestions if suggestion.text != offered),
        similar=similar.target_text if similar is not None else "",
        terms=tuple(terms_in(words_of(segment.text, rich=rule.rich), rule.terms)),
    )


def _remarks_today(judgement: Judgement, rule: TextRule, approved: Pair | None) -> tuple[Remark, ...]:
    """What the gate has to say of the text in the field, unless somebody has approved it for this source."""
    if judgement.row is None or judgement.verdict is Verdict.CURRENT:
        return ()
    now = Pair(judgement.segment.text, judgement.row.target_text)
    lost = lost_since(approved, now, rule) if approved and judgement.verdict is Verdict.UNREVIEWED else ()
    return (*check_target(*now, rule), *lost)


def _keep_label(judgement: Judgement, remarks: tuple[Remark, ...]) -> str:
    if judgement.verdict is Verdict.STALE or any(remark.kind is Kind.SAME_AS_FORMER for remark in remarks):
        return "This text is still right for the new source"
    if any(remark.doubt and remark.severity is Severity.ERROR for remark in remarks):
        return "This text is right as it stands"
    row = judgement.row
    waits = judgement.verdict is Verdict.UNREVIEWED and row is not None
    return "This text is finished" if waits and row and not (row.is_finished and row.translator_id) else ""
