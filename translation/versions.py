"""A page in another language becomes translations of the condition that its source became: aligned, then the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction

from pages.content import condition_shape, read_content, read_draft
from pages.importing.values import Dropped, ImportedDocument
from pages.models import ConditionPage, ImportedSource
from pages.richtext import MalformedRichText
from translation.aligning import Text, align
from translation.catalogue import CatalogueError, Entry
from translation.conditions import lock_conditions
from translation.findings import Kind, Remark, Severity, excerpt
from translation.gate import Decision, Known, Step, decide
from translation.holdings import Holdings
from translation.models import Origin
from translation.rights import require_rights
from translation.segments import digest_of, segments_of
from translation.storing import Ruling, store_translations
from translation.twin_addresses import twins_of
from translation.version_texts import targets_of, texts_of_document, texts_of_page


class NoSourceError(LookupError):
    """No condition, or more than one, can be told to be the source of a file."""


class NotAVersionError(ValueError):
    """The file can't be a version of this condition in this language."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A text of the page, that of the version beside it, and what became of the two. `remarks` are the gate's."""

    page: Text
    version: Text
    step: Step
    remarks: tuple[Remark, ...] = ()

    @property
    def is_refused(self) -> bool:
        return self.step is Step.REFUSE

    @property
    def is_stored(self) -> bool:
        return self.step is Step.KEEP_FOR_REVIEW


@dataclass(frozen=True, slots=True)
class VersionTaken:
    """What became of a version: every text of it is in a pair, without a partner, or dropped as the old site's."""

    slug: str
    pairs: tuple[Paired, ...]
    page_alone: tuple[Text, ...]
    version_alone: tuple[Text, ...]
    dropped: tuple[Dropped, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all was taken, or was there before."""
        return not (self.page_alone or self.version_alone or any(pair.is_refused for pair in self.pairs))


def source_named(slug: str) -> ConditionPage:
    """The condition with this slug. Raises NoSourceError."""
    pages = list(ConditionPage.objects.filter(slug=slug).select_related("locale", "latest_revision")[:2])
    if len(pages) != 1:
        raise NoSourceError(f"{'no' if not pages else 'more than one'} condition has the slug {slug}")
    return pages[0]


def source_of(address: str, locale: str, locales: Sequence[str]) -> ConditionPage:
    """The condition that was imported from the same file in another language. Raises NoSourceError."""
    found = ConditionPage.objects.filter(
        imported_from__in=ImportedSource.objects.filter(address__in=twins_of(address, locale, locales))
    ).exclude(locale__language_code=locale)
    pages = list(found.distinct().select_related("locale", "latest_revision")[:2])
    if not pages:
        raise NoSourceError(f"no file of this name in another language than {locale} was imported; --condition says")
    if len(pages) > 1:
        raise NoSourceError(f"it may belong to {' or '.join(p.slug for p in pages)}; --condition says to which")
    return pages[0]


@transaction.atomic
def take_version(
    *, page: ConditionPage, document: ImportedDocument, locale: str, translator: User | None = None, dry_run: bool
) -> VersionTaken:
    """Stores what a document says as translations of a condition, as it is in its newest draft: all to be reviewed.

    What has another translation already keeps it. A dry run answers the same and stores nothing. Raises
    NotAVersionError where the condition or the document isn't in the language that it should be in or the draft is
    broken, NoRightError where the translator has no right.
    """
    if page.locale.language_code == locale:
        raise NotAVersionError(f"{page.slug} is written in {locale}: its text is changed in the CMS")
    require_rights(locale=locale, translator=translator)
    lock_conditions([page.translation_key])
    page = ConditionPage.objects.select_related("locale", "latest_revision").get(pk=page.pk)  # as it is now, held
    revision = page.latest_revision
    is_draft = revision is not None and page.has_unpublished_changes
    content = read_draft(revision.content) if is_draft and revision else read_content(page)
    try:
        segments = segments_of(condition_shape(), content)
    except (MalformedRichText, KeyError) as error:
        raise NotAVersionError(f"the draft of {page.slug} is broken: {error}") from error
    ours, theirs = texts_of_page(content, segments), texts_of_document(document)
    words = {text.words for text in ours}
    if len(theirs) > 1 and sum(text.words in words for text in theirs) * 2 > len(theirs):
        raise NotAVersionError(f"most of its texts are those of {page.slug} in {page.locale.language_code}")
    aligned = align(ours, theirs)
    sources = {segment.path: segment.text for segment in segments}
    held = Holdings([page.translation_key], locale)
    pairs: list[Paired] = []
    rulings: list[Ruling] = []
    for text, version in aligned.pairs:
        known = held.known(page.translation_key, text.path, sources[text.path])
        entry, decision = _decide(text, version, sources[text.path], f"{page.translation_key}/{text.path}", known)
        pairs.append(Paired(text, version, decision.step, decision.remarks))
        if entry is not None and decision.step is Step.KEEP_FOR_REVIEW:
            rulings.append(Ruling(entry, page.translation_key, text.path, decision))
    store_translations(
        rulings=rulings, locale=locale, translator=translator, reviewer=None, origin=Origin.VERSION, dry_run=dry_run
    )
    return VersionTaken(page.slug, tuple(pairs), aligned.page_alone, aligned.version_alone, document.dropped)


def _decide(ours: Text, theirs: Text, source: str, context: str, known: Known) -> tuple[Entry | None, Decision]:
    """The gate's decision on the text with its marks, or where only those are wrong on the plain one."""
    targets = targets_of(ours, theirs)
    refused: list[Decision] = []
    for target in targets:
        try:
            entry = Entry(context, source, target, fuzzy=True, line=theirs.line)
        except CatalogueError as error:
            return None, _refusal(digest_of(source), Kind.CONTROL, str(error))
        decision = decide(entry, known)
        if known.row is not None and known.row.target_text in targets:
            return entry, Decision(Step.SKIP, decision.digest)
        if known.row is not None:
            message = f"the CMS has another translation, which stays: {excerpt(known.row.target_text)}"
            return None, _refusal(decision.digest, Kind.OLDER_FILE, message)
        if decision.step is Step.SKIP:
            message = "this is the translation of another text that stood here, or that a block left behind"
            return None, _refusal(decision.digest, Kind.SAME_AS_FORMER, message)
        if decision.step is not Step.REFUSE:
            # That all of them are to be reviewed, and most of them a draft's, goes without saying.
            remarks = tuple(r for r in decision.remarks if r.kind not in (Kind.FUZZY, Kind.DRAFT))
            return entry, replace(decision, remarks=remarks)
        refused.append(decision)
        if {r.kind for r in decision.remarks if r.severity is Severity.ERROR} != {Kind.MARKUP}:
            break
    return None, refused[0]


def _refusal(digest: str, kind: Kind, message: str) -> Decision:
    return Decision(Step.REFUSE, digest, (Remark(kind, Severity.ERROR, message),))
