"""The gate: what becomes of one translated entry. Pure, and the same for every way in.

An entry is refused with a typed finding, or answered with what to store. Whatever is refused leaves the row as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from translation.catalogue import Entry
from translation.checks.glossary import Term
from translation.checks.words import check_words, still_says_not
from translation.findings import Kind, Remark, Severity, excerpt
from translation.inline import problems
from translation.segments import Segment, digest_of, is_rich
from translation.verdicts import Judgement, Row, Verdict


class Step(StrEnum):
    """What to do with an entry."""

    STORE = "store"  # a new text, to be reviewed
    KEEP_FOR_REVIEW = "keep_for_review"  # a new text that its translator didn't call finished
    CONFIRM = "confirm"  # the text is here already: a reviewer may approve it
    SKIP = "skip"  # there is nothing to store
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the gate says of one entry. `digest` is that of the source text the entry translates."""

    step: Step
    digest: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the CMS has where an entry belongs.

    `live`: the judgement of the segment that the page holds at this path now, if any. `row`: the stored translation of
    exactly the entry's source text. `former_targets`: texts that this row had before, where the entry is a file's.
    `targets_here`: the translations of every text that ever stood at this path, and the one that an export suggests
    from a block that is gone. `terms`: the glossary's, from one language into the other. `ahead`: the segment of a
    draft at this path, if it isn't live. `stands_at`: where the live page has the entry's source, if it is not at this
    path, nor was it ever translated here. `unseen`: the row's text is somebody else's, and newer than the entry's file.
    """

    path: str
    live: Judgement | None
    row: Row | None
    former_targets: frozenset[str]
    targets_here: frozenset[str]
    source_locale: str
    target_locale: str
    terms: tuple[Term, ...] = ()
    ahead: Segment | None = None
    stands_at: str = ""
    unseen: bool = False


def is_settled(entry: Entry, row: Row | None) -> bool:
    """Whether an entry says exactly what the CMS has, reviewed: `decide` skips it, whatever else is known."""
    return row is not None and row.is_reviewed and not entry.fuzzy and row.target_text == entry.target


def decide(entry: Entry, known: Known, *, force: bool = False) -> Decision:
    """Takes an entry through the gate. `force` takes what is in doubt, and a text that the CMS has replaced since."""
    digest = digest_of(entry.source)
    if known.live is None and known.ahead is None and not known.targets_here:
        if not entry.target:
            message = "no text stands at this place any more; there is no translation of it to lose"
            return Decision(Step.SKIP, digest, (Remark(Kind.UNKNOWN_PATH, Severity.INFO, message),))
        message = "no text stands at this place, nor was one ever translated; was it removed, or the file edited?"
        return _refuse(digest, Kind.UNKNOWN_PATH, f"{message} --partial takes the rest")
    if not entry.target:
        if known.row is None:
            return Decision(Step.SKIP, digest)
        message = "the file has no text here, the CMS has; that one stays"
        return Decision(Step.SKIP, digest, (Remark(Kind.UNTRANSLATED, Severity.WARNING, message),))
    if entry.fuzzy and known.row is not None and known.row.target_text == entry.target and known.row.is_finished:
        message = "marked fuzzy, and the CMS has the same text as finished: that one stays"
        return Decision(Step.SKIP, digest, (Remark(Kind.FUZZY, Severity.WARNING, message),))
    if entry.fuzzy and entry.target in known.targets_here:
        return Decision(Step.SKIP, digest)  # the suggestion of an export, untouched: it says nothing new
    if known.row is not None and known.row.target_text == entry.target:
        return Decision(Step.SKIP if known.row.is_reviewed else Step.CONFIRM, digest)

    if known.stands_at:
        message = f"the page has this text at {known.stands_at}, not here: was one msgctxt exchanged for another?"
        return _refuse(digest, Kind.UNKNOWN_PATH, message)

    rule = _rule_of(known, digest)
    found = (
        *_source_age(digest, known),
        *check_target(entry.source, entry.target, rule),
        *_target_age(entry, known, rule),
        *_since_approved(entry, known, rule),
    )
    remarks = tuple(_weighed(remark, force=force) for remark in found)
    if any(remark.severity is Severity.ERROR for remark in remarks):
        return Decision(Step.REFUSE, digest, remarks)
    if entry.target in known.former_targets and not force:
        message = "the CMS has a newer translation than this file; --force brings this one back"
        return Decision(Step.REFUSE, digest, (*remarks, Remark(Kind.OLDER_FILE, Severity.ERROR, message)))
    if known.unseen and known.row is not None and not force:
        message = (
            f"somebody has changed this text since the file was made: {excerpt(known.row.target_text)}; --force takes"
        )
        return Decision(
            Step.REFUSE, digest, (*remarks, Remark(Kind.OLDER_FILE, Severity.ERROR, f"{message} the file's"))
        )
    if entry.fuzzy:
        if known.row is not None and known.row.is_reviewed:
            message = "marked fuzzy, and the CMS has a reviewed text: that one stays"
            return Decision(Step.SKIP, digest, (*remarks, Remark(Kind.FUZZY, Severity.WARNING, message)))
        message = "marked fuzzy: kept for review, not served"
        return Decision(Step.KEEP_FOR_REVIEW, digest, (*remarks, Remark(Kind.FUZZY, Severity.INFO, message)))
    return Decision(Step.STORE, digest, remarks)


def doubts_of(entry: Entry, known: Known) -> Iterator[Remark]:
    """What today's checks say of a text that is here already, for whoever is about to approve it: as warnings."""
    for remark in check_target(entry.source, entry.target, _rule_of(known, digest_of(entry.source))):
        yield replace(remark, severity=Severity.WARNING)


class Pair(NamedTuple):
    """A source text and its translation."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class TextRule:
    """What a text has to obey where it belongs."""

    rich: bool
    max_length: int | None
    source_locale: str
    target_locale: str
    critical: bool = False
    terms: tuple[Term, ...] = ()

    @property
    def grave(self) -> Severity:
        """How grave it is where a text may say something else than its source."""
        return Severity.ERROR if self.critical else Severity.WARNING


def rule_for(segment: Segment, *, source_locale: str, target_locale: str, terms: tuple[Term, ...]) -> TextRule:
    """What a translation of this segment has to obey."""
    rich = segment.kind == "rich"
    return TextRule(rich, segment.max_length, source_locale, target_locale, segment.critical, terms)


def check_target(source: str, target: str, rule: TextRule) -> Iterator[Remark]:
    """What is wrong with a translation of `source`; errors refuse it."""
    if not any(char.isprintable() and not char.isspace() for char in target):
        yield Remark(Kind.UNTRANSLATED, Severity.ERROR, "the translation is only space")
        return
    if rule.rich:
        for problem in problems(source, target):
            severity = Severity.ERROR if problem.required else Severity.WARNING
            yield Remark(Kind.MARKUP, severity, f"{problem.kind}: {problem.detail}")
    if "\n" in target and "\n" not in source:
        yield Remark(Kind.WHITESPACE, Severity.ERROR, f"a line end in a text that has none: {excerpt(target)}")
    if any(edge(source, "\n") != edge(target, "\n") for edge in (str.startswith, str.endswith)):
        # msgfmt refuses a whole file for one such entry.
        message = "a line end at the beginning or the end stands in one of source and translation only"
        yield Remark(Kind.WHITESPACE, Severity.ERROR, message)
    if rule.max_length is not None and len(target) > rule.max_length:
        message = f"{len(target)} characters, at most {rule.max_length} fit: {excerpt(target)}"
        yield Remark(Kind.LENGTH, Severity.ERROR, message)
    yield from check_words(
        source,
        target,
        source_locale=rule.source_locale,
        target_locale=rule.target_locale,
        rich=rule.rich,
        critical=rule.critical,
        terms=rule.terms,
    )


def _refuse(digest: str, kind: Kind, message: str) -> Decision:
    return Decision(Step.REFUSE, digest, (Remark(kind, Severity.ERROR, message),))


def _source_age(digest: str, known: Known) -> Iterator[Remark]:
    if known.ahead is not None and known.ahead.digest == digest:
        yield Remark(Kind.DRAFT, Severity.INFO, "the text of a draft; kept, and served once that is published")
    elif known.live is None:
        yield Remark(Kind.OLDER_SOURCE, Severity.WARNING, "the page no longer has this text; kept, not served")
    elif known.live.segment.digest != digest:
        message = f"the page now says {excerpt(known.live.segment.text)}; kept for the text in the file, not served"
        yield Remark(Kind.OLDER_SOURCE, Severity.WARNING, message)


def _weighed(remark: Remark, *, force: bool) -> Remark:
    """A doubt keeps a critical text out unless somebody insists."""
    if not remark.doubt or remark.severity is not Severity.ERROR:
        return remark
    if force:
        return replace(remark, severity=Severity.WARNING)
    return replace(remark, message=f"{remark.message}; if that is right, --force takes it")


def _target_age(entry: Entry, known: Known, rule: TextRule) -> Iterator[Remark]:
    """The translation of another source text, called finished for this one: was it only the fuzzy mark that went?"""
    if not entry.fuzzy and known.row is None and entry.target in known.targets_here:
        message = "the source changed and the translation did not"
        yield Remark(Kind.SAME_AS_FORMER, rule.grave, message, doubt=True)


def _since_approved(entry: Entry, known: Known, rule: TextRule) -> Iterator[Remark]:
    """The new text against the approved one in whose place it comes: that of this source, or of the one before it."""
    live = known.live
    former = live.row if live is not None and live.verdict is Verdict.STALE else None
    approved = known.row or former
    if approved is not None and approved.is_reviewed:
        yield from lost_since(Pair(approved.source_text, approved.target_text), Pair(entry.source, entry.target), rule)


def lost_since(approved: Pair, now: Pair, rule: TextRule) -> Iterator[Remark]:
    """What a translation lost of the one that was approved before it, for the same source or an earlier one."""
    locale, rich = rule.source_locale, rule.rich
    if approved.source != now.source and not still_says_not(approved.source, now.source, locale=locale, rich=rich):
        return
    if not still_says_not(approved.target, now.target, locale=rule.target_locale, rich=rich):
        message = f"a “not” or the like of the approved translation is gone: {excerpt(approved.target)}"
        yield Remark(Kind.LOST_NEGATION, rule.grave, message, doubt=True)


def _rule_of(known: Known, digest: str) -> TextRule:
    live = known.live.segment if known.live is not None else None
    is_of_draft = known.ahead is not None and (live is None or known.ahead.digest == digest)
    segment = known.ahead if is_of_draft else live
    source, target = known.source_locale, known.target_locale
    if segment is None:
        return TextRule(is_rich(known.path), None, source, target, terms=known.terms)
    return rule_for(segment, source_locale=source, target_locale=target, terms=known.terms)
