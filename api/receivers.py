"""When editions are written: in the transaction of whatever they depend on, whichever way it was changed.

Model signals, not Wagtail's page signals: `page.save()`, `add_child(live=True)` and a new view restriction send no page
signal, and unpublishing a parent signals only the parent. Each receiver asks what the database says now; an instance in
hand may be a draft.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import post_page_move, pre_page_move

from api.editions import refresh_editions
from api.models import Edition
from pages.models import ConditionPage
from translation.carrying import carry_over
from translation.signals import translations_changed

_moving: ContextVar[int | None] = ContextVar("_moving", default=None)  # the page that Wagtail is moving
DRAFT_FIELDS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}


@receiver(post_save)
def page_saved(sender: type[Model], instance: Model, update_fields: Any = None, raw: bool = False, **_: Any) -> None:
    """Published, unpublished, expired, renamed, moved, or saved by code; a draft changes nothing that the world reads.

    A move saves the moved page as a plain `Page`, so it is the subtree that is refreshed.
    """
    if not isinstance(instance, Page) or raw or (update_fields and set(update_fields) <= DRAFT_FIELDS):
        return
    if isinstance(instance, ConditionPage):
        if instance.live:
            carry_over(condition=instance.translation_key)
        if instance.live or Edition.objects.of_conditions([instance.translation_key]).published().exists():
            refresh_editions(conditions=[instance.translation_key])
    else:
        _refresh_below(instance, moved=instance.pk == _moving.get())


@receiver(pre_page_move)
def page_moves(sender: type[Page], instance: Page, **_: Any) -> None:
    """Wagtail saves the moved page before it tells that it was moved; what was read may no longer be then."""
    _moving.set(instance.pk)


@receiver(post_page_move)
def page_moved(sender: type[Page], instance: Page, **_: Any) -> None:
    _moving.set(None)


@receiver(post_delete)
def page_deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    """Deleted, with a page above it or by itself."""
    if isinstance(instance, ConditionPage):
        refresh_editions(conditions=[instance.translation_key])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(sender: type[Model], instance: PageViewRestriction, **_: Any) -> None:
    """A page was made private, or public again."""
    _refresh_below(instance.page)


@receiver(translations_changed)
def translated(sender: type[Model], conditions: set[UUID], locale: str, **_: Any) -> None:
    """Translations into a language were stored or approved."""
    refresh_editions(conditions=conditions, locale=locale)


@receiver(post_save, sender=get_image_model())
def image_saved(sender: type[Model], instance: Model, created: bool = False, **_: Any) -> None:
    """The picture of a published page was replaced."""
    if not created:
        refresh_editions(conditions=_pointing_at(instance))


@receiver(post_delete, sender=get_image_model().get_rendition_model())
def renditions_dropped(sender: type[Model], instance: Any, origin: Any, **_: Any) -> None:
    """Wagtail drops an image's renditions after it saved another file for it: `image_saved` still saw the old ones.

    Where they go because the image goes, there is nothing to make new ones of.
    """
    if isinstance(origin, QuerySet) and origin.model is sender:
        refresh_editions(conditions=_pointing_at(instance.image))


@receiver(pre_delete)
def target_leaves(sender: type[Model], instance: Model, **_: Any) -> None:
    """What points at a page or an image is asked before it goes: afterwards the reference index has forgotten."""
    if isinstance(instance, ConditionPage | get_image_model()):
        instance._pointed_at_by = _pointing_at(instance)


@receiver(post_delete)
def target_left(sender: type[Model], instance: Model, **_: Any) -> None:
    """The links and pictures that pointed at what is gone now."""
    if pointing := getattr(instance, "_pointed_at_by", None):
        refresh_editions(conditions=pointing)


def _refresh_below(page: Page, *, moved: bool = False) -> None:
    keys = ConditionPage.objects.below(page).values_list("translation_key", flat=True)
    refresh_editions(conditions=list(keys), moved=moved)


def _pointing_at(target: Model) -> list[UUID]:
    """The conditions whose published text points at an object."""
    references = ReferenceIndex.get_references_to(target).values_list("object_id", "base_content_type__model")
    pages = {int(pk) for pk, model in references if model == "page"}
    return list(ConditionPage.objects.filter(pk__in=pages).values_list("translation_key", flat=True))
