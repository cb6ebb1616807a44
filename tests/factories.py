"""Conditions for tests: raw blocks with ids that a test can name, published as an editor would."""

from __future__ import annotations

import io
import json
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.models import ConditionIndexPage, ConditionPage
from translation.conditions import live_conditions
from translation.models import LanguageRight, SegmentTranslation, State
from translation.signals import translations_changed

Raw = dict[str, Any]


def paragraph(block_id: str, *texts: str) -> Raw:
    """Paragraphs with the keys k0000, k0001, …"""
    html = "".join(f'<p data-block-key="k{number:04}">{text}</p>' for number, text in enumerate(texts))
    return {"type": "paragraph", "id": block_id, "value": html}


def heading(block_id: str, text: str) -> Raw:
    return {"type": "heading", "id": block_id, "value": text}


def advice(block_id: str, urgency: str, title: str, text: str) -> Raw:
    body = f'<p data-block-key="k0000">{text}</p>'
    return {"type": "advice", "id": block_id, "value": {"urgency": urgency, "heading": title, "body": body}}


def examination(block_id: str, name: str, text: str) -> Raw:
    return {
        "type": "examination",
        "id": block_id,
        "value": {"name": name, "body": f'<p data-block-key="k0000">{text}</p>'},
    }


def treatment(block_id: str, name: str, text: str, *warnings: str, approach: str = "medicine") -> Raw:
    items = [
        {"type": "item", "id": f"{block_id}-w{number}", "value": warning} for number, warning in enumerate(warnings)
    ]
    body = f'<p data-block-key="k0000">{text}</p>'
    value = {"approach": approach, "name": name, "body": body, "warnings": items}
    return {"type": "treatment", "id": block_id, "value": value}


def table(block_id: str, caption: str, header: list[str], *rows: list[str]) -> Raw:
    """Header items h0, h1, …; rows r0, r1, …; cells r0c0, …, each with one paragraph k0000."""

    def items(prefix: str, values: list[Any]) -> list[Raw]:
        return [{"type": "item", "id": f"{prefix}{number}", "value": value} for number, value in enumerate(values)]

    cells = [
        items(f"r{number}c", [f'<p data-block-key="k0000">{cell}</p>' for cell in row])
        for number, row in enumerate(rows)
    ]
    value = {"caption": caption, "header": items("h", header), "rows": items("r", cells)}
    return {"type": "table", "id": block_id, "value": value}


def image(block_id: str, picture: int, alt: str = "A red throat.", caption: str = "") -> Raw:
    return {"type": "image", "id": block_id, "value": {"image": picture, "alt": alt, "caption": caption}}


def link_to(page: Page, words: str) -> str:
    """A link in rich text as Draftail stores it."""
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def related_to(page: Page) -> list[Raw]:
    return [{"type": "condition", "id": "rel1", "value": page.pk}]


def png(width: int, height: int, colour: str = "red") -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def make_picture(width: int = 1000, height: int = 500, name: str = "throat.png") -> Any:
    """A picture in Wagtail's library."""
    file = ImageFile(io.BytesIO(png(width, height)), name)
    return get_image_model().objects.create(title="Throat", file=file)


def build_condition(slug: str = "sore-throat", **content: Any) -> ConditionPage:
    """A condition below the index, not yet published. Streams are given as lists of raw blocks."""
    values: dict[str, Any] = {
        "title": "Sore throat",
        "summary": "Pain when you swallow.",
        "definition": [paragraph("def1", "A sore throat is pain at the back of the throat.")],
    } | content
    page = ConditionPage(slug=slug, live=False)
    _fill(page, values)
    ConditionIndexPage.objects.get(slug="conditions").add_child(instance=page)
    return page


def publish_condition(slug: str = "sore-throat", **content: Any) -> ConditionPage:
    """A published condition."""
    return _publish(build_condition(slug, **content))


def republish(page: ConditionPage, **content: Any) -> ConditionPage:
    """The same condition with other content, published as an editor would."""
    return _publish(_edited(page, content))


def save_draft(page: ConditionPage, **content: Any) -> ConditionPage:
    """The same condition with other content, saved and not published."""
    _edited(page, content).save_revision()
    return ConditionPage.objects.get(pk=page.pk)


def _publish(page: ConditionPage) -> ConditionPage:
    page.full_clean()
    page.save_revision().publish()
    return ConditionPage.objects.get(pk=page.pk)


def _edited(page: ConditionPage, content: dict[str, Any]) -> ConditionPage:
    """What an editor has in the form: the latest revision, with other content."""
    page = ConditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    _fill(page, content)
    return page


def _fill(page: ConditionPage, content: dict[str, Any]) -> None:
    for name, value in content.items():
        setattr(page, name, json.dumps(value) if isinstance(value, list) else value)


def translate(
    page: ConditionPage,
    locale: str,
    state: State = State.REVIEWED,
    *,
    segments: int | None = None,
    paths: Collection[str] = (),
) -> None:
    """Gives a live condition, its first so many segments or those at `paths` alone, a translation as a file would."""
    (condition,) = live_conditions(keys=[page.translation_key])
    now = timezone.now()
    SegmentTranslation.objects.write(
        [
            SegmentTranslation(
                condition=condition.key,
                locale=locale,
                path=segment.path,
                source_digest=segment.digest,
                source_text=segment.text,
                target_text=f"{locale} {segment.text}",
                state=state,
                created_at=now,
                updated_at=now,
            )
            for segment in condition.segments[:segments]
            if not paths or segment.path in paths
        ]
    )
    translations_changed.send(sender=SegmentTranslation, conditions={condition.key}, locale=locale)


def make_people() -> tuple[User, User]:
    """A translator and a reviewer, by the names that the commands take. Both may do both in every language."""
    translator = User.objects.create_user("tom", first_name="Tom", last_name="Translator")
    reviewer = User.objects.create_user("rana", first_name="Rana", last_name="Reviewer")
    for user in (translator, reviewer):
        give_rights(user, *settings.LANGUAGE_CODES)
    return translator, reviewer


def give_rights(user: User, *locales: str, translate: bool = True, review: bool = True) -> None:
    """Rights in these languages, by a group of the user's own."""
    group = Group.objects.get_or_create(name=f"Those like {user.username}")[0]
    user.groups.add(group)
    for locale in locales:
        LanguageRight.objects.create(group=group, locale=locale, may_translate=translate, may_review=review)
