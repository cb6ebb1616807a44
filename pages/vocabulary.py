"""The closed lists of Plexus: sections, code systems, urgencies, approaches, in the words of the interface.

Labels are translated by `locale/<lang>/LC_MESSAGES/django.po`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """The parts of a condition, in the order of reading. `further` takes what fits none of the five."""

    DEFINITION = "definition", _("Definition")
    CAUSES = "causes", _("Causes")
    SIGNS = "signs", _("Signs")
    DIAGNOSIS = "diagnosis", _("Diagnosis")
    TREATMENTS = "treatments", _("Treatments")
    FURTHER = "further", _("Further information")


# The heading that a section has when the editor gives it none of its own.
DEFAULT_HEADINGS = {
    Section.DEFINITION: _("What is %(condition)s?"),
    Section.CAUSES: _("What are the causes of %(condition)s?"),
    Section.SIGNS: _("What are the signs of %(condition)s?"),
    Section.DIAGNOSIS: _("How is %(condition)s diagnosed?"),
    Section.TREATMENTS: _("How is %(condition)s treated?"),
    Section.FURTHER: _("More about %(condition)s"),
}


class CodeSystem(models.TextChoices):
    """Clinical terminologies."""

    ICD_10 = "icd-10", "ICD-10"
    ICD_10_CM = "icd-10-cm", "ICD-10-CM"
    ICD_11 = "icd-11", "ICD-11"
    SNOMED_CT = "snomed-ct", "SNOMED CT"
    MESH = "mesh", "MeSH"


# The identifiers of HL7 Terminology, https://terminology.hl7.org/external_terminologies.html, and NLM's for MeSH.
CODE_SYSTEM_URIS = {
    CodeSystem.ICD_10: "http://hl7.org/fhir/sid/icd-10",
    CodeSystem.ICD_10_CM: "http://hl7.org/fhir/sid/icd-10-cm",
    CodeSystem.ICD_11: "http://id.who.int/icd/release/11/mms",
    CodeSystem.SNOMED_CT: "http://snomed.info/sct",
    CodeSystem.MESH: "http://id.nlm.nih.gov/mesh",
}


class Urgency(models.TextChoices):
    """How soon the reader must act on an advice."""

    EMERGENCY = "emergency", _("Emergency: act at once")
    URGENT = "urgent", _("Urgent: get help today")
    NON_URGENT = "non_urgent", _("Not urgent: make an appointment")
    SELF_CARE = "self_care", _("What you can do yourself")


class Approach(models.TextChoices):
    """What kind of treatment it is."""

    MULTIDISCIPLINARY = "multidisciplinary", _("Multidisciplinary treatment")
    NON_PHYSICAL = "non_physical", _("Non-physical treatment")
    PHYSICAL = "physical", _("Physical treatment")
    MEDICINE = "medicine", _("Medicine")
    INTERVENTIONAL = "interventional", _("Interventional treatment")
    INVASIVE = "invasive", _("Invasive treatment")
    SELF_CARE = "self_care", _("Self-care")
    OTHER = "other", _("Other treatment")
