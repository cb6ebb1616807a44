"""A recall: an editor takes a condition out of every language at once, and readers are told why."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from api.editions import refresh_editions
from api.models import Recall
from pages.models import ConditionPage

MESSAGE_LENGTH = 300


class NotRecalledError(ValueError):
    """The condition isn't recalled, or already is."""


def may_recall(page: ConditionPage, user: Any) -> bool:
    """Who may publish a condition may take it back, and let it be read again."""
    return bool(page.permissions_for_user(user).can_publish())


@transaction.atomic
def recall_condition(*, page: ConditionPage, message: str, user: Any) -> Recall:
    """No reader gets the condition any more, in any language, until the recall is lifted, whoever publishes it.

    `message` is for readers, in the page's language; apps find it in the tombstones. Raises PermissionDenied,
    ValueError (an empty or too long message), NotRecalledError (it is recalled already).
    """
    _ask(page, user)
    message = message.strip()
    if not 0 < len(message) <= MESSAGE_LENGTH:
        raise ValueError(f"a message of 1 to {MESSAGE_LENGTH} characters, for readers")
    if Recall.objects.filter(condition=page.translation_key).exists():
        raise NotRecalledError(f"“{page.title}” is recalled already")
    recall = Recall.objects.create(
        condition=page.translation_key, message=message, message_lang=page.locale.language_code, recalled_by=user
    )
    log(instance=page, action="plexus.recall", user=user, data={"message": message})
    refresh_editions(conditions=[page.translation_key])
    return recall


@transaction.atomic
def lift_recall(*, page: ConditionPage, user: Any) -> None:
    """Readers get again what is published now. Raises PermissionDenied, NotRecalledError."""
    _ask(page, user)
    lifted, _ = Recall.objects.filter(condition=page.translation_key).delete()
    if not lifted:
        raise NotRecalledError(f"“{page.title}” isn't recalled")
    log(instance=page, action="plexus.lift_recall", user=user)
    refresh_editions(conditions=[page.translation_key])


def _ask(page: ConditionPage, user: Any) -> None:
    if not may_recall(page, user):
        raise PermissionDenied
