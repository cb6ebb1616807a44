"""A live page becomes documents: reads all that they are made from, and composes every language that it has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from wagtail.images import get_image_model

from api.documents import COMPOSER_VERSION, Dates, Facts, Json, condition_document, to_bytes
from api.words import interface_words
from pages.content import condition_shape, read_content
from pages.markup import tokenise
from pages.models import ConditionPage
from pages.shapes import Raw, Words, leaves
from translation.compose import LocalisedContent, Status, compose
from translation.models import SegmentTranslation

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


def compose_page(page: ConditionPage, appeared: Iterable[str]) -> dict[str, Composition]:
    """`{locale: composition}` for each language in which the world may read the page.

    That is its source language, each in which every segment is current, and each of `appeared`, those in which it could
    be read before: there, what isn't current is marked instead. Four queries, whatever the number of languages, links
    and pictures, and those that make renditions of a new picture.
    """
    content = read_content(page)
    source_locale = page.locale.language_code
    rows: dict[str, list[SegmentTranslation]] = {}
    for row in SegmentTranslation.objects.of_conditions([page.translation_key]).oldest_first():
        rows.setdefault(row.locale, []).append(row)
    seen_before = set(appeared)

    localised: dict[str, LocalisedContent] = {}
    for locale in dict.fromkeys([source_locale, *settings.LANGUAGE_CODES]):
        composed = compose(
            condition_shape(), content, source_locale=source_locale, locale=locale, rows=rows.get(locale, ())
        )
        if composed.status is not Status.OUTDATED or locale in seen_before:
            localised[locale] = composed

    pictures, linked = _references(content)
    facts = Facts(
        id=page.translation_key,
        slug=page.slug,
        last_reviewed=page.last_reviewed,
        next_review=page.next_review,
        locales=[(locale, composed.status) for locale, composed in sorted(localised.items())],
        reviewers_of_translation=(),
        images=_images(pictures),
        keys=dict(ConditionPage.objects.filter(pk__in=linked).values_list("pk", "translation_key")) if linked else {},
    )
    return {
        locale: Composition(
            composed, replace(facts, reviewers_of_translation=_reviewers(composed)), _made_from(page, composed)
        )
        for locale, composed in localised.items()
    }


def _reviewers(composed: LocalisedContent) -> Sequence[str]:
    """Who approved the translations that are served."""
    served = (j.row for j in composed.judgements if j not in composed.not_current)
    return sorted({row.reviewer_name for row in served if isinstance(row, SegmentTranslation) and row.reviewer_name})


def _made_from(page: ConditionPage, composed: LocalisedContent) -> str:
    translations = hashlib.sha256()
    for judgement in composed.judgements:
        translations.update(f"{judgement.segment.digest} {judgement.verdict}".encode())
        if judgement.row is not None:
            translations.update(judgement.row.target_text.encode())
    words = interface_words(composed.locale).digest
    return (
        f"revision={page.live_revision_id} translations={translations.hexdigest()[:12]} "
        f"words={words} composer={COMPOSER_VERSION}"
    )


def _references(content: Mapping[str, Raw]) -> tuple[set[int], set[int]]:
    """The ids of the images and of the pages that a content points to."""
    images: set[int] = set()
    pages: set[int] = {entry["value"] for entry in content["related"] if entry["value"]}
    for leaf in leaves(condition_shape(), content):
        if leaf.name == "image" and leaf.value:
            images.add(leaf.value)
        elif isinstance(leaf.shape, Words) and leaf.shape.rich:
            for token in tokenise(leaf.value or ""):
                attributes = token.attributes
                if attributes.get("linktype") == "page" and attributes.get("id", "").isdecimal():
                    pages.add(int(attributes["id"]))
    return images, pages


def _images(pks: set[int]) -> dict[int, Json]:
    """`{image id: {url, width, height, renditions}}`; smaller renditions only, never a larger one than the original."""
    if not pks:
        return {}
    found: dict[int, Json] = {}
    for image in get_image_model().objects.filter(pk__in=pks).prefetch_renditions(*_specs()):
        specs = [f"width-{width}" for width in RENDITION_WIDTHS if width < image.width]
        renditions = image.get_renditions(*specs).values() if specs else ()
        found[image.pk] = {
            "url": image.file.url,
            "width": image.width,
            "height": image.height,
            "renditions": [{"url": r.url, "width": r.width, "height": r.height} for r in renditions],
        }
    return found


def _specs() -> list[str]:
    return [f"width-{width}" for width in RENDITION_WIDTHS]
