"""Loads the demo: conditions published as an editor would, translations taken in and reviewed as a translator's would.

Loading again changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from pages.content import FIELD_NAMES
from pages.models import ConditionIndexPage, ConditionPage
from translation.export import catalogue_path
from translation.intake import FileReport, import_catalogue
from translation.models import SegmentTranslation

FOLDER = Path(__file__).parent
ADMIN, PASSWORD = "admin", "plexus-demo"
FACTS = ("last_reviewed", "next_review")


@dataclass(frozen=True)
class Loaded:
    """What was new."""

    conditions: int
    reports: tuple[FileReport, ...]


def load_demo(tell: Callable[[str], None]) -> Loaded:
    """Creates what is missing; `tell` hears of each step."""
    _user(ADMIN, "Ada", "Admin", is_superuser=True, is_staff=True)
    translator = _user("translator", "Tom", "Translator")
    reviewer = _user("reviewer", "Rana", "Reviewer")

    sources = [json.loads(path.read_text()) for path in sorted((FOLDER / "conditions").glob("*.json"))]
    # An interrupted load is taken up where it stopped: whatever was never published is new.
    published = set(ConditionPage.objects.exclude(first_published_at=None).values_list("translation_key", flat=True))
    new = [source for source in sources if UUID(source["translation_key"]) not in published]
    # First all pages as drafts, then their content: they link to each other.
    drafts = set(ConditionPage.objects.values_list("translation_key", flat=True))
    for source in new:
        if UUID(source["translation_key"]) not in drafts:
            _create_draft(source)
    pages = {page.slug: page for page in ConditionPage.objects.all()}
    images = _load_images() if new else {}
    for number, source in enumerate(new, start=1):
        tell(f"publishing {number}/{len(new)} {source['slug']}")
        _publish(pages[source["slug"]], source, {slug: page.pk for slug, page in pages.items()}, images)

    reports: list[FileReport] = []
    translated = set(SegmentTranslation.objects.values_list("condition", flat=True))
    for source in sources:
        if UUID(source["translation_key"]) in translated:
            continue
        tell(f"importing the translations of {source['slug']}")
        for locale in settings.LANGUAGE_CODES:
            path = catalogue_path(settings.CATALOGUES_DIR, locale, source["slug"])
            if path.exists():
                reports.append(
                    import_catalogue(
                        file=str(path),
                        data=path.read_bytes(),
                        locales=settings.LANGUAGE_CODES,
                        translator=translator,
                        reviewer=reviewer,
                    )
                )
    return Loaded(len(new), tuple(reports))


def _user(name: str, first_name: str, last_name: str, **more: Any) -> User:
    user, created = User.objects.get_or_create(
        username=name, defaults={"first_name": first_name, "last_name": last_name, **more}
    )
    if created:
        user.set_password(PASSWORD)
        user.save()
    return user


def _create_draft(source: dict[str, Any]) -> None:
    index = ConditionIndexPage.objects.get()
    page = ConditionPage(
        title=source["title"], slug=source["slug"], translation_key=UUID(source["translation_key"]), live=False
    )
    index.add_child(instance=page)


def _publish(page: ConditionPage, source: dict[str, Any], pks: dict[str, int], images: dict[str, int]) -> None:
    resolved = _resolve(source, pks, images)
    for name in FIELD_NAMES:
        if name != "related":
            value = resolved[name]
            setattr(page, name, json.dumps(value) if isinstance(value, list) else value)
    page.related = json.dumps(
        [{"type": "condition", "id": f"related-{slug}", "value": pks[slug]} for slug in source["related"]]
    )
    for name in FACTS:
        setattr(page, name, source[name])
    page.full_clean()
    page.save_revision().publish()


def _resolve(value: Any, pks: dict[str, int], images: dict[str, int]) -> Any:
    """The demo's names of pages and pictures replaced by the ids that they have in this database."""
    match value:
        case str():
            for slug, pk in pks.items():
                value = value.replace(f'id="SLUG:{slug}"', f'id="{pk}"')
            return value
        case list():
            return [_resolve(item, pks, images) for item in value]
        case {"image": str() as name}:
            return {**value, "image": images[name]}
        case dict():
            return {key: _resolve(item, pks, images) for key, item in value.items()}
        case _:
            return value


def _load_images() -> dict[str, int]:
    """`{file name: image id}` of the pictures beside this file."""
    images: dict[str, int] = {}
    model = get_image_model()
    for path in sorted((FOLDER / "images").glob("*.png")):
        image = model.objects.filter(title=path.stem).first()
        if image is None:
            with path.open("rb") as file:
                image = model.objects.create(title=path.stem, file=ImageFile(file, name=path.name))
        images[path.name] = image.pk
    return images
