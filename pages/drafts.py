"""An imported document becomes the draft of a condition, found again by the address that it came from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.importing.differences import Difference, differences
from pages.importing.streams import SectionStream, to_blocks
from pages.importing.values import Flag, FlagKind, ImportedDocument
from pages.models import ConditionIndexPage, ConditionPage, ImportedSource
from pages.vocabulary import Section

TITLE_LENGTH = 255


class NoPlaceError(LookupError):
    """There is no folder to put a condition into."""


class OtherLanguageError(ValueError):
    """The same file was imported before as one in another language."""


class EditedSinceError(ValueError):
    """Editors have changed the sections of the draft since they were imported, and the file has changed too."""


class Outcome(StrEnum):
    """What an import did to the draft."""

    CREATED = "created"
    REVISED = "revised"  # the file had changed: a new draft revision
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """The draft, and what was done to it."""

    page: ConditionPage
    outcome: Outcome
    streams: tuple[SectionStream, ...] = ()  # what was saved, if anything was
    differences: tuple[Difference, ...] = ()  # of a revised one, from the draft before


def title_of(document: ImportedDocument, address: str) -> str:
    """What the draft of a document is called: by its title, or after its file."""
    return (document.title or PurePosixPath(address).name)[:TITLE_LENGTH]


def flag_doubles(*, document: ImportedDocument, address: str, digest: str, locale: str) -> tuple[Flag, ...]:
    """What an editor should know before there are two of them: the same file from another address, the same title.

    Live or draft; by the title that is live as by the one of the newest draft. Says nothing of a document that has its
    draft already: then there was a time to choose.
    """
    if ImportedSource.objects.filter(address=address).exists():
        return ()
    title = title_of(document, address)
    files = ConditionPage.objects.filter(imported_from__digest=digest)
    titles = ConditionPage.objects.filter(Q(title__iexact=title) | Q(draft_title__iexact=title))
    same_file = _slugs(files)
    same_title = [slug for slug in _slugs(titles.filter(locale__language_code=locale)) if slug not in same_file]
    flags = []
    if same_file:
        message = f"The same file was imported from another place, into {', '.join(same_file)}."
        flags.append(Flag(FlagKind.SAME_FILE, 1, title, message))
    if same_title:
        message = f"There is a condition of this title already: {', '.join(same_title)}."
        flags.append(Flag(FlagKind.SAME_TITLE, 1, title, message))
    return tuple(flags)


def _slugs(pages: QuerySet[ConditionPage]) -> list[str]:
    return list(pages.order_by("slug").values_list("slug", flat=True).distinct())


@transaction.atomic
def save_draft(
    *,
    document: ImportedDocument,
    address: str,
    digest: str,
    locale: str,
    replace: bool = False,
    user: User | None = None,
) -> SavedDraft:
    """Saves a document as a draft below the first folder of conditions. Never publishes.

    `address` says where it came from, `digest` is the SHA-256 of that file. The same file again changes nothing;
    another file from the same address becomes a new draft revision of the same page, whose published text stays.
    Raises NoPlaceError if the site has no folder of conditions, OtherLanguageError if the draft from this address is
    in another language than `locale`, EditedSinceError if editors have changed its sections and not `replace`.
    """
    known = (
        ImportedSource.objects.select_for_update(of=("self",))
        .filter(address=address)
        .select_related("page__locale", "revision")
        .first()
    )
    if known is not None and known.page.locale.language_code != locale:
        raise OtherLanguageError(
            f"it was imported before as {known.page.locale.language_code}, into the draft {known.page.slug}; "
            f"delete that draft to import it as {locale}"
        )
    if known is not None and known.digest == digest:
        return SavedDraft(known.page, Outcome.UNCHANGED)
    if known is not None and not replace and is_edited(known):
        raise EditedSinceError(
            f"editors have changed the text of the draft {known.page.slug} since it was imported, and the file is "
            "another too"
        )
    streams = to_blocks(document)
    changed: tuple[Difference, ...] = ()
    if known is not None:
        page = known.page.get_latest_revision_as_object()
        outcome = Outcome.REVISED
        changed = differences_from(page, streams)
    else:
        page = _new_page(document, address, locale)
        outcome = Outcome.CREATED
    _fill(page, streams)
    # Unclean: a draft may lack what publishing asks for, such as a summary.
    revision = page.save_revision(user=user, log_action=True, clean=False)
    ImportedSource.objects.update_or_create(
        address=address, defaults={"digest": digest, "page": page, "revision": revision, "imported_at": timezone.now()}
    )
    return SavedDraft(page, outcome, streams, changed)


def differences_from(page: ConditionPage, streams: tuple[SectionStream, ...]) -> tuple[Difference, ...]:
    """What a draft would lose and get if these sections took the place of its own."""
    before = {section: list(getattr(page, section.value).raw_data) for section in Section}
    return differences(before, {stream.section: stream.blocks for stream in streams})


def is_edited(known: ImportedSource) -> bool:
    """Whether the sections of the draft aren't those that were imported, or nobody can say any more."""
    if known.revision is None:
        return True
    imported, latest = known.revision.as_object(), known.page.get_latest_revision_as_object()
    return any(
        list(getattr(imported, section.value).raw_data) != list(getattr(latest, section.value).raw_data)
        or getattr(imported, f"{section}_heading") != getattr(latest, f"{section}_heading")
        for section in Section
    )


def _new_page(document: ImportedDocument, address: str, locale: str) -> ConditionPage:
    index = ConditionIndexPage.objects.order_by("path").first()
    if index is None:
        raise NoPlaceError("there is no page of the type “condition index page”; create one in the admin first")
    title = title_of(document, address)
    page = ConditionPage(
        title=title,
        slug=_free_slug(title),
        locale=Locale.objects.get_or_create(language_code=locale)[0],
        live=False,
    )
    # The revision that follows at once says all of it again.
    with disable_reference_index_auto_update():
        index.add_child(instance=page)
    return page


def _fill(page: ConditionPage, streams: tuple[SectionStream, ...]) -> None:
    by_section = {stream.section.value: stream for stream in streams}
    for section in Section:
        stream = by_section.get(section.value)
        setattr(page, section.value, json.dumps(stream.blocks if stream else []))
        setattr(page, f"{section}_heading", (stream.heading or "") if stream else "")


def _free_slug(title: str) -> str:
    """A slug that no other condition has; those of scripts that don't reduce to ASCII keep their letters."""
    return ConditionPage.objects.free_slug(slugify(title, allow_unicode=True)[:240] or "condition")
