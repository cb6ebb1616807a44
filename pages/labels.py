"""The words for the closed lists, and the default headings; `locale/<lang>/LC_MESSAGES/django.po` translates them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from django.utils.translation import gettext_lazy as _

from pages.vocabulary import Approach, CodeSystem, Section, Urgency

SECTION_LABELS = {
    Section.DEFINITION: _("Definition"),
    Section.CAUSES: _("Causes"),
    Section.SIGNS: _("Signs"),
    Section.DIAGNOSIS: _("Diagnosis"),
    Section.TREATMENTS: _("Treatments"),
    Section.FURTHER: _("Further information"),
}

# The heading that a section has when the editor gives it none of its own.
DEFAULT_HEADINGS = {
    Section.DEFINITION: _("What is %(condition)s?"),
    Section.CAUSES: _("What are the causes of %(condition)s?"),
    Section.SIGNS: _("What are the signs of %(condition)s?"),
    Section.DIAGNOSIS: _("How is %(condition)s diagnosed?"),
    Section.TREATMENTS: _("How is %(condition)s treated?"),
    Section.FURTHER: _("More about %(condition)s"),
}

URGENCY_LABELS = {
    Urgency.EMERGENCY: _("Emergency: act at once"),
    Urgency.URGENT: _("Urgent: get help today"),
    Urgency.NON_URGENT: _("Not urgent: make an appointment"),
    Urgency.SELF_CARE: _("What you can do yourself"),
}

APPROACH_LABELS = {
    Approach.MULTIDISCIPLINARY: _("Multidisciplinary treatment"),
    Approach.NON_PHYSICAL: _("Non-physical treatment"),
    Approach.PHYSICAL: _("Physical treatment"),
    Approach.MEDICINE: _("Medicine"),
    Approach.INTERVENTIONAL: _("Interventional treatment"),
    Approach.INVASIVE: _("Invasive treatment"),
    Approach.SELF_CARE: _("Self-care"),
    Approach.OTHER: _("Other treatment"),
}

# Names of their own, the same in every language.
CODE_SYSTEM_NAMES = {
    CodeSystem.ICD_10: "ICD-10",
    CodeSystem.ICD_10_CM: "ICD-10-CM",
    CodeSystem.ICD_11: "ICD-11",
    CodeSystem.SNOMED_CT: "SNOMED CT",
    CodeSystem.MESH: "MeSH",
}

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # a name of the type stubs: a text that is translated when shown

Member = TypeVar("Member", bound=StrEnum)
Label = TypeVar("Label", "str", "_StrPromise")


def choices(labels: Mapping[Member, Label]) -> list[tuple[str, Label]]:
    """A closed list as Django's form fields take it."""
    return [(member.value, label) for member, label in labels.items()]
