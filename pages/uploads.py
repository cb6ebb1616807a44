"""Old pages that editors upload: kept, shown as a proposal, and made drafts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from pages.drafts import Outcome, SavedDraft, flag_doubles, save_draft, title_of
from pages.import_batch import site_lexicon
from pages.importing.formats import place, read_source
from pages.importing.rearranging import Changes, items_of, rearranged
from pages.importing.repeated import learn_chrome, without_chrome
from pages.importing.values import ImportedDocument, Source
from pages.models import ConditionIndexPage, UploadedPage

MOST_COMPARED = 30  # other uploads that are read to learn what a site's pages have in common


class ProposalChangedError(ValueError):
    """The proposal isn't the one that an editor chose by: what it has in common with other uploads is another now."""


class ImportedBeforeError(ValueError):
    """The same file came from the same address before, so what an editor chose now would change nothing."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was understood of an upload, and the pieces in the order of the file."""

    document: ImportedDocument
    original: tuple[tuple[int, str], ...]  # (line, text)

    @property
    def fingerprint(self) -> str:
        """What the numbers of its texts stand for: SHA-256, in hexadecimal."""
        texts = [(item.run, item.section.value, item.opens, item.block.text) for item in items_of(self.document)]
        return hashlib.sha256(repr((texts, [drop.text for drop in self.document.dropped])).encode()).hexdigest()


def may_import(user: User) -> bool:
    """Who may create conditions may import them."""
    index = ConditionIndexPage.objects.order_by("path").first()
    return index is not None and bool(index.permissions_for_user(user).can_add_subpage())


def keep_upload(*, user: User, name: str, data: bytes, language: str, address: str = "") -> UploadedPage:
    """Keep a file until it is a draft; the same one again is the same. Raises PermissionDenied, UnreadableDocument."""
    if not may_import(user):
        raise PermissionDenied
    read_source(name, data, site_lexicon(language), address)
    digest = hashlib.sha256(data).hexdigest()
    upload, _ = UploadedPage.objects.get_or_create(
        user=user, digest=digest, language=language, address=address, defaults={"name": name[:255], "data": data}
    )
    return upload


def propose(upload: UploadedPage) -> Proposal:
    """The structure that an upload seems to have, without what it has in common with others of the same user."""
    lexicon = site_lexicon(upload.language)
    source = _source(upload)
    others = UploadedPage.objects.filter(user=upload.user, language=upload.language).exclude(pk=upload.pk)
    chrome = learn_chrome([source, *(_source(other) for other in others[:MOST_COMPARED])])
    document = place(without_chrome(source, chrome, lexicon), lexicon)
    address = _address(upload)
    doubles = flag_doubles(document=document, address=address, digest=upload.digest, locale=upload.language)
    title = document.title or title_of(document, upload.name)
    original = [(piece.line, piece.text) for piece in source.pieces] + [
        (drop.line, drop.text) for drop in source.dropped
    ]
    document = replace(document, title=title, flags=(*doubles, *document.flags))
    return Proposal(document, tuple(sorted(original, key=lambda pair: pair[0])))


@transaction.atomic
def import_upload(*, upload: UploadedPage, changes: Changes, seen: str, user: User) -> SavedDraft:
    """Make the draft of an upload, as its user wants it, and forget the upload.

    `seen` is the fingerprint of the proposal that the changes are of. Raises PermissionDenied, ProposalChangedError,
    ImportedBeforeError, and what `save_draft` raises: then the upload stays.
    """
    if not may_import(user) or upload.user_id != user.pk:
        raise PermissionDenied
    proposal = propose(upload)
    if proposal.fingerprint != seen:
        raise ProposalChangedError(
            "your other uploads have changed meanwhile, and with them what was understood of this one; here it is as "
            "it is now: choose again"
        )
    document = rearranged(proposal.document, changes)
    saved = save_draft(
        document=document, address=_address(upload), digest=upload.digest, locale=upload.language, user=user
    )
    if saved.outcome is Outcome.UNCHANGED:
        raise ImportedBeforeError(
            f"this very file was imported from this address before, and its draft {saved.page.slug} stays as it is; "
            "discard the upload, and change the draft itself"
        )
    upload.delete()
    return saved


def _source(upload: UploadedPage) -> Source:
    return read_source(upload.name, bytes(upload.data), site_lexicon(upload.language), upload.address)


def _address(upload: UploadedPage) -> str:
    """By which the draft is found again. Two files called page.html are two, unless their addresses say otherwise."""
    return upload.address or f"upload:{upload.pk}"
