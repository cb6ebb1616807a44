"""Translations come in: a translator's file goes through the gate, and is taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from translation.catalogue import Entry
from translation.checks.glossary import Glossary
from translation.conditions import (
    SourceCondition,
    former_targets,
    live_conditions,
    lock_conditions,
    split_context,
)
from translation.findings import Finding, Kind, Severity, excerpt, has_errors
from translation.formats import read_any
from translation.gate import Known, Step, decide
from translation.models import GlossaryTerm, SegmentTranslation
from translation.rights import NoRightError, require_rights
from translation.second_person import ReviewError, require_name, review_remarks
from translation.storing import Ruling, store_translations
from translation.verdicts import Judgement, TranslationMemory


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the entries that could be read: they add up to the first five. Findings name the others."""

    stored: int = 0  # new texts
    confirmed: int = 0  # texts that were here already, and are now called finished or approved
    unchanged: int = 0
    empty: int = 0  # without a translation
    refused: int = 0
    approved: int = 0  # of those stored and confirmed


@dataclass(frozen=True)
class FileReport:
    """What an import has to say of one file. `taken`: whether anything of it was stored, or could be in a dry run."""

    file: str
    locale: str | None
    taken: bool
    counts: Counts
    findings: tuple[Finding, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The report as JSON takes it."""
        return {
            "file": self.file,
            "locale": self.locale,
            "taken": self.taken,
            "counts": asdict(self.counts),
            "findings": [finding.as_dict() for finding in self.findings],
        }


def import_catalogue(
    *,
    file: str,
    data: bytes,
    locales: Iterable[str],
    translator: User | None = None,
    reviewer: User | None = None,
    force: bool = False,
    partial: bool = False,
    dry_run: bool = False,
    glossary: Glossary | None = None,
) -> FileReport:
    """Takes the bytes of a file, PO or XLIFF, through the gate and stores what passes.

    `locales` are the languages of the site. A file with any error is left out whole unless `partial`; so it is where a
    translator or reviewer who is named has no right for its language. With a `reviewer`, finished texts are approved on
    the spot. A `dry_run` reports the same and stores nothing. Who imports many files reads the `glossary` once for all
    of them; without, it is read here.

    Raises ReviewError where the reviewer would approve their own work, or that of nobody known.
    """
    if reviewer is not None and (translator is None or reviewer.pk == translator.pk):
        raise ReviewError("a review is by a second person: name a translator, and somebody else as the reviewer")
    if reviewer is not None:
        require_name(reviewer.get_username(), reviewer.get_full_name())
    catalogue, found = read_any(data, file)
    findings = list(found)
    if catalogue is None:
        return FileReport(file, None, False, Counts(), tuple(findings))
    locale = _locale_of(file, catalogue.locale, tuple(locales), findings)
    if locale is None:
        return FileReport(file, None, False, Counts(refused=len(catalogue.entries)), tuple(findings))

    try:
        require_rights(locale=locale, translator=translator, reviewer=reviewer)
    except NoRightError as error:
        findings.append(Finding(file, None, "", Kind.NO_RIGHT, Severity.ERROR, str(error)))
        return FileReport(file, locale, False, Counts(refused=len(catalogue.entries)), tuple(findings))

    if glossary is None:
        glossary = GlossaryTerm.objects.in_language(locale).as_terms()
    with transaction.atomic():
        rulings = _rule(file, catalogue.entries, locale, reviewer, force, glossary, findings)
        take = (partial or not has_errors(findings)) and bool(rulings)
        if take:
            stored = store_translations(
                rulings=rulings, locale=locale, translator=translator, reviewer=reviewer, dry_run=dry_run
            )
    passed = [ruling for ruling in rulings if ruling.decision.step is not Step.REFUSE]
    empty = sum(not ruling.entry.target for ruling in passed)
    refused = len(catalogue.entries) - len(passed)
    if not take:
        return FileReport(
            file, locale, False, Counts(empty=empty, refused=len(catalogue.entries) - empty), tuple(findings)
        )
    unchanged = len(catalogue.entries) - stored.new - stored.confirmed - empty - refused
    counts = Counts(stored.new, stored.confirmed, unchanged, empty, refused, stored.approved)
    return FileReport(file, locale, True, counts, tuple(findings))


def _locale_of(file: str, header: str | None, locales: tuple[str, ...], findings: list[Finding]) -> str | None:
    """The language of a file: by its header, or where a tool stripped that, by its folder (`nl/conditions/x.po`)."""
    parts = PurePath(file).parts
    folder = parts[parts.index("conditions") - 1] if "conditions" in parts[1:] else None
    known = {code.lower(): code for code in locales}
    by_folder = known.get(folder.lower()) if folder else None
    by_header = known.get(header.replace("_", "-").lower()) if header else None
    if header and by_header is None:
        message = f"its language is {excerpt(header)}; this site has {', '.join(locales)}"
    elif by_header and by_folder and by_header != by_folder:
        message = f"its header says {by_header}, but it lies in the folder of {by_folder}"
    elif by_header or by_folder:
        return by_header or by_folder
    else:
        message = "neither its header nor its folder says which language it is in"
    findings.append(Finding(file, None, "", Kind.WRONG_LOCALE, Severity.ERROR, message))
    return None


def _rule(
    file: str,
    entries: tuple[Entry, ...],
    locale: str,
    reviewer: User | None,
    force: bool,
    glossary: Glossary,
    findings: list[Finding],
) -> list[Ruling]:
    """The gate's decision on each entry that belongs to a condition we have; the rest become findings."""
    placed: dict[UUID, list[tuple[Entry, str]]] = {}
    for entry in entries:
        place = split_context(entry.context)
        if place is None:
            message = f"msgctxt {excerpt(entry.context or '')} is not one that an export wrote"
            findings.append(Finding(file, entry.line, "", Kind.UNKNOWN_CONTEXT, Severity.ERROR, message))
        else:
            placed.setdefault(place[0], []).append((entry, place[1]))

    existing = lock_conditions(placed)
    approver = reviewer.pk if reviewer else None
    conditions = {condition.key: condition for condition in live_conditions(keys=placed)}
    rulings: list[Ruling] = []
    for key, members in placed.items():
        condition = conditions.get(key)
        if condition is not None and condition.locale == locale:
            message = f"{condition.slug} is written in {locale}: its text is changed in the CMS"
            findings.append(Finding(file, None, "", Kind.WRONG_LOCALE, Severity.ERROR, message))
            continue
        desk = Desk(key, locale, condition, glossary)
        if desk.is_unknown:
            message = f"no condition has the key {key}"
            findings += [
                Finding(file, entry.line, path, Kind.UNKNOWN_CONTEXT, Severity.ERROR, message)
                for entry, path in members
            ]
            continue
        if condition is None:
            gone = "is not published now" if key in existing else "was deleted"
            message = f"the condition with the key {key} {gone}; its translations are kept, and not served"
            findings.append(Finding(file, None, "", Kind.UNKNOWN_CONTEXT, Severity.WARNING, message))
        for entry, path in members:
            known = desk.known(path, entry.source)
            decision = decide(entry, known, force=force)
            rulings.append(Ruling(entry, key, path, decision))
            remarks = (*decision.remarks, *review_remarks(decision.step, known.row, approver))
            findings += [Finding(file, entry.line, path, r.kind, r.severity, r.message) for r in remarks]
    return rulings


def open_desk(key: UUID, locale: str) -> Desk:
    """The desk of one condition, live or not, in one language."""
    glossary = GlossaryTerm.objects.in_language(locale).as_terms()
    return Desk(key, locale, next(live_conditions(keys=[key]), None), glossary)


class Desk:
    """What the gate has to know of one condition in one language, read with two queries."""

    def __init__(self, key: UUID, locale: str, condition: SourceCondition | None, glossary: Glossary) -> None:
        stored = SegmentTranslation.objects.of_conditions([key]).in_language(locale).by_document()
        rows = stored.get((key, locale), [])
        self._memory = TranslationMemory(rows)
        segments = condition.segments if condition else ()
        self._live: dict[str, Judgement] = {s.path: self._memory.judge(s) for s in segments}
        self._former = former_targets(key, locale)
        # A condition that is gone from the site leaves rows behind, which don't say what they were made from.
        self._source_locale = condition.locale if condition else settings.SOURCE_LANGUAGE
        self._locale = locale
        self._terms = glossary.get((self._source_locale, locale), ())
        self.is_unknown = condition is None and not rows

    def known(self, path: str, source: str) -> Known:
        row = self._memory.row_of(path, source)
        former = self._former.get((path, row.source_digest), set()) if row else set[str]()
        return Known(
            path,
            self._live.get(path),
            row,
            frozenset(former),
            self._memory.targets_at(path),
            source_locale=self._source_locale,
            target_locale=self._locale,
            terms=self._terms,
        )
