"""Editions are verified: everything is composed anew and compared with what is served, byte by byte."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from api.completing import incomplete
from api.composing import Composition
from api.edition_writer import columns_of, differing
from api.editions import BATCH, all_keys, read_editions
from api.ending import Dates
from api.models import Edition
from api.search_index import index_of
from api.search_words import SearchText
from translation.progress import progress_of


@dataclass(frozen=True, slots=True)
class Difference:
    """An edition that isn't what its page, translations and words make today."""

    condition: UUID
    locale: str
    slug: str
    message: str

    def __str__(self) -> str:
        return f"{self.locale}/{self.slug} ({self.condition}): {self.message}"


def verify_editions() -> Iterator[tuple[int, int, list[Difference]]]:
    """Composes everything anew and compares the bytes; yields (done, of how many, differences). Writes nothing."""
    keys = all_keys()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield start + len(batch), len(keys), _differences(batch)


def _differences(keys: Collection[UUID]) -> list[Difference]:
    found: list[Difference] = []
    kept = progress_of(keys)
    indexed = index_of().stored(Edition.objects.of_conditions(keys).values_list("pk", flat=True))
    for key, existing, composed in read_editions(keys):
        compositions = composed.compositions
        slug = next((c.facts.slug for c in compositions.values()), next((e.slug for e in existing.values()), ""))
        for locale in sorted(compositions.keys() | existing.keys() | composed.progress.keys()):
            messages = [_compare(existing.get(locale), compositions.get(locale), indexed)]
            if kept.get((key, locale)) != composed.progress.get(locale):
                messages.append("the progress of its translation isn't what is kept for reports")
            found += [Difference(key, locale, slug, message) for message in messages if message]
    return found


def _compare(edition: Edition | None, composition: Composition | None, indexed: Mapping[int, SearchText]) -> str | None:
    """What differs between what is served and what should be; None if nothing does."""
    served = edition if edition is not None and edition.state == Edition.State.PUBLISHED else None
    if composition is None:
        return "is served, and should be withdrawn" if served else None
    if served is None:
        return "should be served, and isn't"
    columns = columns_of(composition, Dates(served.published_at, served.modified_at))
    if names := [*differing(served, columns), *incomplete(served, composition.facts.locales, indexed.get(served.pk))]:
        differ = ", ".join(names)
        was, now = served.made_from, composition.made_from
        return f"another {differ}; " + (f"made from {was}" if was == now else f"made from {was}, would be from {now}")
    return None
