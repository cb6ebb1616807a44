"""What the pages ask of Wagtail's admin: whoever publishes many conditions at once is told which can't be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.models import ConditionPage


@hooks.register("before_bulk_action")
def refuse_incomplete(
    request: HttpRequest, action_type: str, pages: Sequence[Page], action: Any
) -> HttpResponse | None:
    """Wagtail publishes a selection without the form's questions, and fails midway: ask first, then all or nothing."""
    if action_type != "publish" or action.model is not Page:
        return None
    chosen = Page.objects.filter(pk__in=[page.pk for page in pages])
    conditions = list(chosen.type(ConditionPage).specific())
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for page in pages:
            conditions += page.get_descendants().not_live().type(ConditionPage).specific()
    refused = False
    for condition in conditions:
        draft = condition.get_latest_revision_as_object()
        if names := incomplete_fields(draft):
            refused = True
            labels = ", ".join(capfirst(str(ConditionPage._meta.get_field(name).verbose_name)) for name in names)
            text = _("“%(title)s” can't be published yet. Open it and look at: %(fields)s.")
            messages.error(request, text % {"title": draft.title, "fields": labels})
    return redirect(action.next_url) if refused else None


def incomplete_fields(page: ConditionPage) -> list[str]:
    """The names of the fields that keep a condition from being published, as the editor's form would find them."""
    names: set[str] = set()
    try:
        page.full_clean()
    except ValidationError as error:
        names |= set(error.message_dict)
    fields = page._meta.get_fields()
    for field in fields:
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(page, field.name))
            except ValidationError:  # a draft is saved with blocks that aren't filled in yet
                names.add(field.name)
    return [field.name for field in fields if field.name in names]
