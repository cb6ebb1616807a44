"""A live page becomes documents: reads all that they are made from, and composes every language that it has."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.conf import settings
from wagtail.images import get_image_model

from api.documents import COMPOSER_VERSION, Facts, condition_document
from api.ending import Dates
from api.serialising import Json, to_bytes
from api.words import interface_words
from pages.content import PageContent, condition_shape
from pages.markup import tokenise
from pages.models import ConditionPage
from pages.shapes import Raw, Words, leaves
from translation.compose import LocalisedContent, Status, compose
from translation.models import SegmentTranslation
from translation.policies import Policies, Policy
from translation.progress import Progress
from translation.segments import segments_of
from translation.verdicts import Row

RENDITION_WIDTHS = (400, 800, 1600)


@dataclass(frozen=True)
class Composition:
    """A document before it is dated. `made_from` names what it rests on, for whoever asks why it differs."""

    localised: LocalisedContent
    facts: Facts
    made_from: str

    def body(self, dates: Dates) -> bytes:
        """The document's bytes with these dates."""
        words = interface_words(self.localised.locale)
        source_words = interface_words(self.localised.source_locale)
        return to_bytes(condition_document(self.localised, self.facts, dates, words, source_words))


@dataclass(frozen=True)
class Composed:
    """One page in all languages: those in which the world may read it, and how far each translation has come."""

    compositions: Mapping[str, Composition]
    progress: Mapping[str, Progress]


NOTHING = Composed({}, {})


def compose_pages(
    pages: Sequence[PageContent],
    appeared: Mapping[UUID, Collection[str]],
    *,
    locale: str | None = None,
    readable: Mapping[UUID, Collection[str]] | None = None,
) -> dict[UUID, Composed]:
    """Each page, by its key, in each language in which the world may read it; or in `locale` alone.

    That is its source language, each in which every segment is current, and each of `appeared`, those in which it could
    be read before: there, the site's policies say what stands in the place of what isn't current, or that none of it is
    read. For one `locale` alone, `readable` says which other languages the page can be read in. Four queries, whatever
    the number of pages, languages, links and pictures, and those that make renditions of a new picture.
    """
    policies = site_policies()
    codes = settings.LANGUAGE_CODES if locale is None else [locale]
    stored = SegmentTranslation.objects.of_conditions(page.key for page in pages)
    rows = stored.in_languages(codes).by_document()
    pictures, linked = _references(page.content for page in pages)
    images = _images(pictures)
    keys = dict(ConditionPage.objects.filter(pk__in=linked).values_list("pk", "translation_key")) if linked else {}
    found: dict[UUID, Composed] = {}
    for page in pages:
        key, source = page.key, page.locale
        wanted = [source, *(code for code in codes if code != source)] if locale is None else codes
        before = appeared.get(key, ())
        mine = {code: rows[key, code] for code in wanted if (key, code) in rows}
        localised, progress = _localise(page.content, source, wanted, mine, before, policies)
        others = (readable or {}).get(key, ())
        locales = {*localised, *(code for code in others if code not in wanted)}
        compositions = {
            code: Composition(
                composed, _facts(page, locales, composed, images, keys), _made_from(page, composed, policies)
            )
            for code, composed in localised.items()
        }
        found[key] = Composed(compositions, progress)
    return found


def _localise(
    content: Mapping[str, Raw],
    source: str,
    codes: Iterable[str],
    rows: Mapping[str, Sequence[Row]],
    appeared: Collection[str],
    policies: Policies,
) -> tuple[dict[str, LocalisedContent], dict[str, Progress]]:
    """The languages in which the world may read a content, and how far its translations have come."""
    untranslated = cache(lambda: Progress.none(segments_of(condition_shape(), content)))
    localised: dict[str, LocalisedContent] = {}
    progress: dict[str, Progress] = {}
    for code in codes:
        if code != source and code not in appeared and code not in rows:
            progress[code] = untranslated()
            continue
        composed = compose(
            condition_shape(),
            content,
            source_locale=source,
            locale=code,
            rows=rows.get(code, ()),
            policies=policies,
        )
        if code != source:
            progress[code] = Progress.count(composed.judgements)
        if composed.status is not Status.OUTDATED or (code in appeared and not composed.is_withdrawn):
            localised[code] = composed
    return localised, progress


def site_policies() -> Policies:
    """What the settings say of texts that aren't current; they were checked at start."""
    return Policies(other=Policy(settings.NOT_CURRENT), critical=Policy(settings.NOT_CURRENT_CRITICAL))


def _facts(
    page: PageContent,
    locales: Collection[str],
    composed: LocalisedContent,
    images: dict[int, Json],
    keys: dict[int, UUID],
) -> Facts:
    return Facts(
        id=page.key,
        slug=page.slug,
        last_reviewed=page.last_reviewed,
        next_review=page.next_review,
        locales=locales,
        reviewers_of_translation=_reviewers(composed),
        images=images,
        keys=keys,
    )


def _reviewers(composed: LocalisedContent) -> Sequence[str]:
    """Who approved the translations that are served."""
    locale, in_place_of = composed.locale, composed.in_place_of
    served = (j.row for j in composed.judgements if in_place_of.get(j.segment.path, locale) == locale)
    return sorted({row.reviewer_name for row in served if row is not None and row.reviewer_name})


def _made_from(page: PageContent, composed: LocalisedContent, policies: Policies) -> str:
    translations = hashlib.sha256()
    for judgement in composed.judgements:
        translations.update(f"{judgement.segment.text} {judgement.verdict}".encode())
        if judgement.row is not None:
            translations.update(judgement.row.target_text.encode())
    words = interface_words(composed.locale).digest
    return (
        f"revision={page.revision} translations={translations.hexdigest()[:12]} "
        f"words={words} composer={COMPOSER_VERSION} policies={policies}"
    )


def _references(contents: Iterable[Mapping[str, Raw]]) -> tuple[set[int], set[int]]:
    """The ids of the images and of the pages that contents point to."""
    images: set[int] = set()
    pages: set[int] = set()
    for content in contents:
        pages |= {entry["value"] for entry in content["related"] if entry["value"]}
        for leaf in leaves(condition_shape(), content):
            if leaf.name == "image" and leaf.value:
                images.add(leaf.value)
            elif isinstance(leaf.shape, Words) and leaf.shape.rich and "linktype" in (leaf.value or "").lower():
                pages |= {int(pk) for pk in _linked_pages(leaf.value)}
    return images, pages


def _linked_pages(html: str) -> Iterator[str]:
    for token in tokenise(html):
        attributes = token.attributes
        if attributes.get("linktype") == "page" and attributes.get("id", "").isdecimal():
            yield attributes["id"]


def _images(pks: set[int]) -> dict[int, Json]:
    """`{image id: {url, width, height, renditions}}`; smaller renditions only, never a larger one than the original."""
    if not pks:
        return {}
    found: dict[int, Json] = {}
    for image in get_image_model().objects.filter(pk__in=pks).prefetch_renditions(*map(_spec, RENDITION_WIDTHS)):
        specs = [_spec(width) for width in RENDITION_WIDTHS if width < image.width]
        renditions = image.get_renditions(*specs).values() if specs else ()
        found[image.pk] = {
            "url": image.file.url,
            "width": image.width,
            "height": image.height,
            "renditions": [{"url": r.url, "width": r.width, "height": r.height} for r in renditions],
        }
    return found


def _spec(width: int) -> str:
    return f"width-{width}"
