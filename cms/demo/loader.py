"""Loads the demo: conditions published as an editor would, translations taken in and reviewed as a translator's would.

Only a site that never had a condition takes it. In any other it would undo somebody's work.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Locale

from api.models import Edition
from pages.content import FIELD_NAMES
from pages.models import ConditionIndexPage, ConditionPage
from translation.export import catalogue_path
from translation.findings import has_errors
from translation.import_report import FileReport
from translation.intake import import_catalogue
from translation.models import LanguageRight

FOLDER = Path(__file__).parent
ADMIN, PASSWORD = "admin", "plexus-demo"
LANGUAGE = "en"  # what the demo is written in
FACTS = ("last_reviewed", "next_review")


class NoPlaceError(LookupError):
    """The site lacks what the demo is loaded into."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A condition that doesn't appear in a language, and why."""

    slug: str
    locale: str
    why: str
    on_purpose: bool = False

    def __str__(self) -> str:
        return f"{self.slug} isn't in {self.locale} ({self.why})"


@dataclass(frozen=True)
class Loaded:
    """What was loaded: nothing, where there were conditions already."""

    conditions: int = 0
    reports: tuple[FileReport, ...] = ()
    gaps: tuple[Gap, ...] = ()


@transaction.atomic
def load_demo(*, tell: Callable[[str], None]) -> Loaded:
    """Loads the demo into a site that never had a condition; changes nothing in any other. `tell` hears of each step.

    All or nothing: after an interruption there is nothing, and the load is simply repeated. (The files of its picture
    may stay in MEDIA_ROOT; files know no transactions.) Raises NoPlaceError, or ReviewError where the site has users of
    our names who can't review.
    """
    # Editions remember what was withdrawn, so a site whose conditions were all deleted isn't taken for a new one.
    if ConditionPage.objects.exists() or Edition.objects.exists():
        return Loaded()
    _user(ADMIN, "Ada", "Admin", is_superuser=True, is_staff=True)
    translator = _user("translator", "Tom", "Translator")
    reviewer = _user("reviewer", "Rana", "Reviewer")
    _give_right(translator, "Translators", may_translate=True)
    _give_right(reviewer, "Reviewers", may_review=True)

    sources = [json.loads(path.read_bytes()) for path in sorted((FOLDER / "conditions").glob("*.json"))]
    # First all pages as drafts, then their content: they link to each other.
    index, locale = _place()
    pages = {source["slug"]: _create_draft(source, index, locale) for source in sources}
    pks = {slug: page.pk for slug, page in pages.items()}
    images = _load_images()
    for number, source in enumerate(sources, start=1):
        tell(f"publishing {number}/{len(sources)} {source['slug']}")
        _publish(pages[source["slug"]], source, pks, images)

    reports: list[FileReport] = []
    gaps: list[Gap] = []
    for source in sources:
        tell(f"importing the translations of {source['slug']}")
        for code in settings.LANGUAGE_CODES:
            if code == LANGUAGE:
                continue
            path = catalogue_path(settings.CATALOGUES_DIR, code, source["slug"])
            report = _import(path, translator, reviewer) if path.is_file() else None
            reports += [report] if report else []
            gaps += _gaps(source, code, path, report)
    return Loaded(len(sources), tuple(reports), tuple(gaps))


def _user(name: str, first_name: str, last_name: str, **more: Any) -> User:
    user, created = User.objects.get_or_create(
        username=name, defaults={"first_name": first_name, "last_name": last_name, **more}
    )
    if created:
        user.set_password(PASSWORD)
        user.save()
    return user


def _give_right(user: User, name: str, **right: bool) -> None:
    """One right, by a group that may enter the admin, in each language that the demo is translated into."""
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    user.groups.add(group)
    for code in settings.LANGUAGE_CODES:
        if code != LANGUAGE:
            LanguageRight.objects.update_or_create(group=group, locale=code, defaults=right)


def _place() -> tuple[ConditionIndexPage, Locale]:
    """The folder that the demo comes into, and its language."""
    if LANGUAGE not in settings.LANGUAGE_CODES:
        raise NoPlaceError(f"the demo is written in {LANGUAGE}, which is not one of LANGUAGE_CODES")
    index = ConditionIndexPage.objects.order_by("path").first()
    if index is None:
        raise NoPlaceError("there is no page of the type “condition index page”; create one in the admin first")
    return index, Locale.objects.get_or_create(language_code=LANGUAGE)[0]


def _create_draft(source: dict[str, Any], index: ConditionIndexPage, locale: Locale) -> ConditionPage:
    page = ConditionPage(
        title=source["title"],
        slug=source["slug"],
        translation_key=UUID(source["translation_key"]),
        locale=locale,
        live=False,
    )
    index.add_child(instance=page)
    return page


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


def _import(path: Path, translator: User, reviewer: User) -> FileReport:
    return import_catalogue(
        file=str(path),
        data=path.read_bytes(),
        locales=settings.LANGUAGE_CODES,
        translator=translator,
        reviewer=reviewer,
    )


def _gaps(source: dict[str, Any], locale: str, path: Path, report: FileReport | None) -> Iterator[Gap]:
    """The gap that a catalogue left, if it left one."""
    key, slug = UUID(source["translation_key"]), source["slug"]
    if Edition.objects.published().in_language(locale).of_conditions([key]).exists():
        return
    if report is None:
        yield Gap(slug, locale, f"there is no file {path}")
    elif has_errors(report.findings):
        yield Gap(slug, locale, f"{path} was refused for its errors")
    elif locale in source.get("unfinished", ()):
        yield Gap(slug, locale, "its translation isn't finished, on purpose", on_purpose=True)
    else:
        yield Gap(slug, locale, f"{path} isn't finished")


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
    for path in sorted((FOLDER / "images").glob("*.png")):
        with path.open("rb") as file:
            image = get_image_model().objects.create(title=path.stem, file=ImageFile(file, name=path.name))
        images[path.name] = image.pk
    return images
