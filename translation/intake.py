"""Translations come in: translators' files go through the gate, and each is taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from translation.age import tell_ages
from translation.base import is_unseen, own_remarks
from translation.catalogue import Entry
from translation.checks.glossary import Glossary
from translation.conditions import Place, lock_conditions
from translation.findings import Finding, Kind, Severity, has_errors
from translation.gate import Decision, Step, decide, doubts_of, is_settled
from translation.holdings import Holdings
from translation.import_report import FileReport, not_looked_into, report_of
from translation.models import GlossaryTerm, TranslationProgress
from translation.opened_file import OpenedFile, open_file
from translation.other_language import is_in_another_language, texts_of_others
from translation.rights import NoRightError, require_rights
from translation.second_person import ReviewError, require_name, review_remarks
from translation.storing import Effect, Ruling, store_translations
from translation.verdicts import Row, TranslationMemory

# Files that go through the gate together: with the same few queries, in one transaction.
FILES_AT_ONCE = 50
ENTRIES_AT_ONCE = 5000

_STORING = (Step.STORE, Step.KEEP_FOR_REVIEW)
_COUNTED = ("condition", "segments", "current", "unreviewed")


class Options(TypedDict):
    """How files are taken in.

    `locales` are the languages of the site. A file with any error is left out whole unless `partial`; so it is where a
    translator or reviewer who is named has no right for its language. With a `reviewer`, finished texts are approved on
    the spot. `force` takes what is in doubt, and texts that the CMS has replaced since. A `dry_run` reports the same,
    stores nothing.
    """

    locales: Sequence[str]
    translator: NotRequired[User | None]
    reviewer: NotRequired[User | None]
    force: NotRequired[bool]
    partial: NotRequired[bool]
    dry_run: NotRequired[bool]


def import_catalogue(*, file: str, data: bytes, **options: Unpack[Options]) -> FileReport:
    """Takes one file in; see `import_catalogues`."""
    (report,) = import_catalogues(files=[(file, data)], **options)
    return report


def import_catalogues(*, files: Iterable[tuple[str, bytes]], **options: Unpack[Options]) -> Iterator[FileReport]:
    """Takes files, PO or XLIFF, each given as its name and bytes, through the gate, and stores what passes.

    Reports come in the order of the files, some files at a time: those are decided on and stored together. Raises
    ReviewError where the reviewer would approve their own work, or that of nobody known.
    """
    translator, reviewer = options.get("translator"), options.get("reviewer")
    if reviewer is not None and (translator is None or reviewer.pk == translator.pk):
        raise ReviewError("a review is by a second person: name a translator, and somebody else as the reviewer")
    if reviewer is not None:
        require_name(reviewer.get_username(), reviewer.get_full_name())
    return _in_batches(files, options)


def _in_batches(files: Iterable[tuple[str, bytes]], options: Options) -> Iterator[FileReport]:
    glossary = GlossaryTerm.objects.as_terms()
    batch: list[OpenedFile] = []
    for name, data in files:
        opened = open_file(name, data, options["locales"])
        if batch and not _go_together(batch, opened):
            yield from _take(batch, options, glossary)
            batch = []
        batch.append(opened)
    if batch:
        yield from _take(batch, options, glossary)


def _go_together(batch: Sequence[OpenedFile], opened: OpenedFile) -> bool:
    """Whether a file can be decided on with others: in the same language, and on other conditions."""
    if len(batch) >= FILES_AT_ONCE or sum(len(other.entries) for other in batch) >= ENTRIES_AT_ONCE:
        return False
    return all(other.locale == opened.locale and other.placed.keys().isdisjoint(opened.placed) for other in batch)


def _take(batch: Sequence[OpenedFile], options: Options, glossary: Glossary) -> list[FileReport]:
    """Decides on files of one language, stores what passes, and reports on each."""
    locale = batch[0].locale
    if locale is None:
        return [not_looked_into(opened) for opened in batch]
    people = (options.get("translator"), options.get("reviewer"))
    try:
        require_rights(locale=locale, translator=people[0], reviewer=people[1])
    except NoRightError as error:
        for opened in batch:
            opened.add_error(Kind.NO_RIGHT, str(error))
        return [not_looked_into(opened) for opened in batch]
    with transaction.atomic():
        ruled = _rule(batch, locale, options, glossary)
        others = texts_of_others(chain.from_iterable(ruled), locale, options["locales"])
        strange = [
            is_in_another_language(opened, rulings, others) for opened, rulings in zip(batch, ruled, strict=True)
        ]
        taken = [
            bool(rulings) and not is_strange and (options.get("partial", False) or not has_errors(opened.findings))
            for opened, rulings, is_strange in zip(batch, ruled, strange, strict=True)
        ]
        effects = {
            is_taken: _store(
                [rulings for rulings, other in zip(ruled, taken, strict=True) if other is is_taken],
                locale,
                options,
                is_taken,
            )
            for is_taken in (True, False)
        }
    return [
        not_looked_into(opened)
        if is_strange
        else report_of(opened, rulings, list(islice(effects[is_taken], len(rulings))), taken=is_taken)
        for opened, rulings, is_taken, is_strange in zip(batch, ruled, taken, strange, strict=True)
    ]


def _store(ruled: Iterable[Sequence[Ruling]], locale: str, options: Options, is_taken: bool) -> Iterator[Effect | None]:
    """Stores what passed; of files that are left out it only answers what would have become of their entries."""
    effects = store_translations(
        rulings=[ruling for rulings in ruled for ruling in rulings],
        locale=locale,
        translator=options.get("translator"),
        reviewer=options.get("reviewer"),
        dry_run=not is_taken or options.get("dry_run", False),
    )
    return iter(effects)


def _rule(batch: Sequence[OpenedFile], locale: str, options: Options, glossary: Glossary) -> list[list[Ruling]]:
    """For each file the decisions on its entries that belong to a condition we have; the rest become findings."""
    keys = {key for opened in batch for key in opened.placed}
    places = lock_conditions(keys)
    held = Holdings(keys, locale, glossary, with_former=True)
    counted = TranslationProgress.objects.of_conditions(keys).in_languages([locale])
    progress = {key: (total, sum(own)) for key, total, *own in counted.values_list(*_COUNTED)}
    segments = {key: total for key, (total, _) in progress.items()}
    for opened in batch:
        for key, members in opened.placed.items():
            if key in places and len(members) < segments.get(key, 0):
                opened.findings.append(_incomplete(opened.file, places[key].slug, len(members), segments[key]))
    rows = {key: _rows(held.memory(key), members) for opened in batch for key, members in opened.placed.items()}
    unsettled = [
        (key, entry.source)
        for opened in batch
        for key, members in opened.placed.items()
        for (entry, _), row in zip(members, rows[key], strict=True)
        if not is_settled(entry, row)
    ]
    held.read_details({key for key, _ in unsettled}, {source for _, source in unsettled})
    ruled = [
        [
            ruling
            for key in opened.placed
            if _is_here(opened, key, locale, places.get(key), held)
            for ruling in _rule_on_condition(opened, key, rows[key], held, options)
        ]
        for opened in batch
    ]
    served = [key for key, place in places.items() if place.is_live and place.locale != locale]
    whole = {key: segments.get(key, 0) * (len(set(progress.get(key, ()))) == 1) for key in served}
    tell_ages(batch, held, whole, _pk(options.get("translator")))
    return ruled


def _pk(user: User | None) -> int | None:
    return user.pk if user is not None else None


def _rows(memory: TranslationMemory, members: Sequence[tuple[Entry, str]]) -> list[Row | None]:
    """For each entry the translation of exactly its text."""
    return [memory.row_of(path, entry.source) for entry, path in members]


def _incomplete(file: str, slug: str, here: int, segments: int) -> Finding:
    message = f"{here} of the {segments} texts of {slug} are in this file; the others stay as they are"
    return Finding(file, None, "", Kind.INCOMPLETE, Severity.INFO, message)


def _is_here(opened: OpenedFile, key: UUID, locale: str, place: Place | None, held: Holdings) -> bool:
    """Whether a condition can have translations into this language; says so where it can't, or serves none now."""
    if place is not None and place.locale == locale:
        opened.add_error(Kind.WRONG_LOCALE, f"{place.slug} is written in {locale}: its text is changed in the CMS")
        return False
    if place is not None and place.is_live:
        return True
    if place is None and held.memory(key).is_empty:
        for entry, path in opened.placed[key]:
            opened.add_error(Kind.UNKNOWN_CONTEXT, f"no condition has the key {key}", entry, path)
        return False
    which = f"{place.slug} is not published now" if place else f"the condition with the key {key} was deleted"
    message = f"{which}; its translations are kept, and not served"
    opened.findings.append(Finding(opened.file, None, "", Kind.UNKNOWN_CONTEXT, Severity.WARNING, message))
    return True


def _rule_on_condition(
    opened: OpenedFile, key: UUID, rows: Sequence[Row | None], held: Holdings, options: Options
) -> Iterator[Ruling]:
    translator, approver = _pk(options.get("translator")), _pk(options.get("reviewer"))
    for (entry, path), row in zip(opened.placed[key], rows, strict=True):
        if row is not None and is_settled(entry, row):
            yield Ruling(entry, key, path, Decision(Step.SKIP, row.source_digest))
            continue
        known = held.known(key, path, entry.source)
        known = replace(known, unseen=is_unseen(opened.base, entry, row, translator))
        decision = decide(entry, known, force=options.get("force", False))
        yield Ruling(entry, key, path, decision)
        doubts = doubts_of(entry, known) if approver is not None and decision.step is Step.CONFIRM else ()
        own = own_remarks(opened.base, entry, row, translator) if decision.step in _STORING else ()
        for remark in (*decision.remarks, *own, *review_remarks(decision.step, row, approver), *doubts):
            opened.findings.append(Finding(opened.file, entry.line, path, remark.kind, remark.severity, remark.message))
