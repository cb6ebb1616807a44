"""Old pages that editors upload: kept, shown as a proposal, and made drafts."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from pages.drafts import TITLE_LENGTH, Outcome, SavedDraft, save_draft, title_of
from pages.earlier import Earlier, Likeness, earlier_of
from pages.import_batch import site_lexicon
from pages.importing.formats import place, read_source
from pages.importing.rearranging import Changes, items_of, rearranged
from pages.importing.repeated import learn_chrome, without_chrome
from pages.importing.values import ImportedDocument, Kind, Source
from pages.models import ConditionIndexPage, UploadedPage

MOST_COMPARED = 30  # other uploads that are read to learn what a site's pages have in common
NEW_PAGE = "new"


class ProposalChangedError(ValueError):
    """The proposal isn't the one that an editor chose by: what it has in common with other uploads is another now."""


class ImportedBeforeError(ValueError):
    """The same file came from the same address before, so what an editor chose now would change nothing."""


class UndecidedError(ValueError):
    """A file that may be another version of a page, and nobody has said whether it is."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a draft goes: `into` is the address of an `Earlier` page, `NEW_PAGE`, or "" if there is nothing to choose.

    `replaces`: it may take the place of what editors have made of that page since.
    """

    into: str = ""
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """A text of the file as it stands there, with what stood before it (“•”, “2.”)."""

    line: int
    marker: str
    text: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was understood of an upload, the texts in the order of the file, and the pages that it may be of."""

    document: ImportedDocument
    original: tuple[OriginalLine, ...]
    earlier: tuple[Earlier, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What the numbers of its texts stand for: SHA-256, in hexadecimal."""
        texts = [(item.run, item.section.value, item.opens, item.block.text) for item in items_of(self.document)]
        return hashlib.sha256(repr((texts, [drop.text for drop in self.document.dropped])).encode()).hexdigest()


def may_import(user: User) -> bool:
    """Who may create conditions may import them."""
    index = ConditionIndexPage.objects.order_by("path").first()
    return index is not None and bool(index.permissions_for_user(user).can_add_subpage())


@transaction.atomic
def keep_upload(*, user: User, name: str, data: bytes, language: str, address: str = "") -> UploadedPage:
    """Keep a file until it is a draft; the same one again is the same. Raises PermissionDenied, UnreadableDocument.

    Those that became drafts long ago are forgotten at the same time.
    """
    if not may_import(user):
        raise PermissionDenied
    UploadedPage.objects.expired(timezone.now()).delete()
    lexicon = site_lexicon(language)
    document = place(read_source(name, data, lexicon, address), lexicon)
    digest = hashlib.sha256(data).hexdigest()
    new = {"name": name[:255], "data": data, "title": title_of(document, name), "doubts": len(document.flags)}
    upload, _ = UploadedPage.objects.waiting().get_or_create(
        user=user, digest=digest, language=language, address=address, imported_at=None, defaults=new
    )
    return upload


def propose(upload: UploadedPage) -> Proposal:
    """The structure that an upload seems to have, without what it has in common with others of the same user."""
    lexicon = site_lexicon(upload.language)
    source = _source(upload)
    others = UploadedPage.objects.filter(user=upload.user, language=upload.language).exclude(pk=upload.pk)
    chrome = learn_chrome([source, *(_source(other) for other in others.order_by("-pk")[:MOST_COMPARED])])
    document = place(without_chrome(source, chrome, lexicon), lexicon)
    document = replace(document, title=document.title or title_of(document, upload.name))
    earlier = earlier_of(
        document=rearranged(document, Changes(document.title)),
        address=_address(upload),
        digest=upload.digest,
        name=upload.name,
        locale=upload.language,
    )
    return Proposal(document, original_of(upload), earlier)


def original_of(upload: UploadedPage) -> tuple[OriginalLine, ...]:
    """The texts of an upload, in the order of the file."""
    source = _source(upload)
    lines = [
        *(OriginalLine(one.line, one.marker, one.text, one.kind is Kind.HEADING) for one in source.pieces),
        *(OriginalLine(one.line, one.marker, one.text, is_heading=False) for one in source.dropped),
    ]
    return tuple(sorted(lines, key=lambda one: one.line))


@transaction.atomic
def import_upload(
    *, upload: UploadedPage, changes: Changes, seen: str, user: User, destination: Destination = Destination()
) -> SavedDraft:
    """Make the draft of an upload, as its user wants it, and keep the upload as a record of that.

    `seen` is the fingerprint of the proposal that the changes are of. Raises PermissionDenied, ProposalChangedError,
    UndecidedError, ImportedBeforeError, and what `save_draft` raises: then the upload waits on.
    """
    if not may_import(user) or upload.user_id != user.pk or upload.imported_at is not None:
        raise PermissionDenied
    proposal = propose(upload)
    if proposal.fingerprint != seen:
        raise ProposalChangedError(
            "your other uploads have changed meanwhile, and with them what was understood of this one; here it is as "
            "it is now: choose again"
        )
    document = rearranged(proposal.document, changes)
    saved = save_draft(
        document=document,
        address=_destined(upload, proposal, destination.into),
        digest=upload.digest,
        locale=upload.language,
        user=user,
        replace=destination.replaces,
    )
    if saved.outcome is Outcome.UNCHANGED:
        raise ImportedBeforeError(
            f"this very file was imported from this address before, and its draft {saved.page.slug} stays as it is; "
            "discard the upload, and change the draft itself"
        )
    upload.title, upload.page, upload.imported_at = document.title[:TITLE_LENGTH], saved.page, timezone.now()
    upload.record = {
        "flags": [asdict(flag) for flag in document.flags],
        "dropped": [asdict(drop) for drop in document.dropped],
    }
    upload.save()
    return saved


def _destined(upload: UploadedPage, proposal: Proposal, into: str) -> str:
    """The address of the draft. Raises UndecidedError."""
    imported = {one.address: one for one in proposal.earlier if one.address}
    if not imported or any(one.likeness is Likeness.ADDRESS for one in imported.values()) or into == NEW_PAGE:
        return _address(upload)
    if into not in imported:
        raise UndecidedError("it may be another version of a page that was imported before: say whether it is.")
    return into


def _source(upload: UploadedPage) -> Source:
    return read_source(upload.name, bytes(upload.data), site_lexicon(upload.language), upload.address)


def _address(upload: UploadedPage) -> str:
    """By which the draft is found again. Two files called page.html are two, unless an editor says otherwise."""
    return upload.address or f"upload:{upload.pk}/{upload.name}"
