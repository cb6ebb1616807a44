"""The closed lists of Plexus: sections, urgencies, approaches, code systems. pages/labels.py has their words."""

from enum import StrEnum


class Section(StrEnum):
    """The parts of a condition, in the order of reading. `further` takes what fits none of the five."""

    DEFINITION = "definition"
    CAUSES = "causes"
    SIGNS = "signs"
    DIAGNOSIS = "diagnosis"
    TREATMENTS = "treatments"
    FURTHER = "further"


class Urgency(StrEnum):
    """How soon the reader must act on an advice."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NON_URGENT = "non_urgent"
    SELF_CARE = "self_care"


class Approach(StrEnum):
    """What kind of treatment it is."""

    MULTIDISCIPLINARY = "multidisciplinary"
    NON_PHYSICAL = "non_physical"
    PHYSICAL = "physical"
    MEDICINE = "medicine"
    INTERVENTIONAL = "interventional"
    INVASIVE = "invasive"
    SELF_CARE = "self_care"
    OTHER = "other"


class CodeSystem(StrEnum):
    """Clinical terminologies."""

    ICD_10 = "icd-10"
    ICD_10_CM = "icd-10-cm"
    ICD_11 = "icd-11"
    SNOMED_CT = "snomed-ct"
    MESH = "mesh"


# The identifiers of HL7 Terminology, https://terminology.hl7.org/external_terminologies.html, and NLM's for MeSH.
CODE_SYSTEM_URIS = {
    CodeSystem.ICD_10: "http://hl7.org/fhir/sid/icd-10",
    CodeSystem.ICD_10_CM: "http://hl7.org/fhir/sid/icd-10-cm",
    CodeSystem.ICD_11: "http://id.who.int/icd/release/11/mms",
    CodeSystem.SNOMED_CT: "http://snomed.info/sct",
    CodeSystem.MESH: "http://id.nlm.nih.gov/mesh",
}
