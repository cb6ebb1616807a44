"""The words of the preview: labels of closed lists and fields, in the language that the template has switched to."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.text import capfirst

from pages import languages
from pages.labels import APPROACH_LABELS, CODE_SYSTEM_NAMES, DEFAULT_HEADINGS, URGENCY_LABELS
from pages.models import ConditionPage
from pages.vocabulary import Approach, CodeSystem, Section, Urgency

register = template.Library()

register.filter("direction", languages.direction)

# Where a draft lacks a choice, there are no words.


@register.filter
def urgency_label(value: str) -> str:
    """How soon to act, in words."""
    return str(URGENCY_LABELS[Urgency(value)]) if value else ""


@register.filter
def approach_label(value: str) -> str:
    """What kind of treatment it is, in words."""
    return str(APPROACH_LABELS[Approach(value)]) if value else ""


@register.filter
def code_system(value: str) -> str:
    """The name of a clinical terminology."""
    return CODE_SYSTEM_NAMES[CodeSystem(value)] if value else ""


@register.filter
def label_of(page: ConditionPage, field: str) -> str:
    """What the editor's form calls a field."""
    return capfirst(str(ConditionPage._meta.get_field(field).verbose_name))


@register.filter
def sections_of(page: ConditionPage) -> list[dict[str, Any]]:
    """The sections that have text: heading, their own or the usual one, and blocks."""
    return [
        {
            "heading": getattr(page, f"{section}_heading") or DEFAULT_HEADINGS[section] % {"condition": page.title},
            "blocks": getattr(page, section.value),
        }
        for section in Section
        if getattr(page, section.value)
    ]
