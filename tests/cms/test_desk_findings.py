"""What the gate would say today of a text that nobody has approved stands under it, whoever wrote it and when."""

from __future__ import annotations

from tests.cms.translating import CAUSE, DUTCH, SUMMARY, TITLE, WARNING, Desk, give_glossary, stored
from tests.factories import paragraph, republish, treatment
from tests.translation.files import entry, take

Desks = tuple[Desk, Desk]


def test_a_text_that_waits_for_review_tells_what_the_gate_says_of_it_today(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH | {CAUSE: "Meestal een microbe.", SUMMARY: "Pijn bij het slikken?"}).save()
    give_glossary("en,virus,nl,virus,bacterie|microbe,")
    around = rana.open().around(CAUSE)
    assert "Warning glossary : the glossary has “virus” for “virus”" in around
    assert "the glossary forbids “microbe” for “virus”" in around
    assert "Warning punctuation" in rana.around(SUMMARY)
    assert "Warning" not in rana.around(TITLE)
    rana.tick("approve", CAUSE).save()
    assert "Warning" not in rana.around(CAUSE), "somebody has read it, and decided"


def test_the_translation_of_a_former_source_tells_what_no_longer_fits(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH | {CAUSE: "Het duurt 24 uur."}).save()
    republish(tom.page, causes=[paragraph("c1", "It takes 48 hours.")])
    assert "48 hour became 24 hour in “het duurt 24 uur.”" in tom.open().around(CAUSE)
    assert "Error" not in tom.around(WARNING)


def test_the_findings_of_an_import_are_there_for_the_reviewer(desks: Desks) -> None:
    tom, rana = desks
    take(entry(tom.page, "title", "Keelpijn?"), translator=tom.user)
    assert "Warning punctuation" in rana.open().around(TITLE)


def test_a_not_of_the_approved_text_goes_only_if_somebody_says_that_it_may(desks: Desks) -> None:
    tom, rana = desks
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Two days.", "Do not drive or use machines.")])
    tom.open().write({WARNING: "Rijd geen auto en bedien geen machines."}).save()
    rana.open().tick("approve", WARNING).save()
    tom.open().write({WARNING: "Rijd auto en bedien geen machines."}).save()
    assert "Error lost_negation : a “not” or the like of the approved translation is gone" in tom.around(WARNING)
    assert "if that is right, tick the box below" in tom.around(WARNING)
    assert "This text is right as it stands" in tom.around(WARNING)
    assert stored()[WARNING] == ("Rijd geen auto en bedien geen machines.", "reviewed")
    tom.tick("keep", WARNING).save()
    assert stored()[WARNING] == ("Rijd auto en bedien geen machines.", "translated")
    assert "Warning lost_negation" in tom.around(WARNING)


def test_a_reviewer_sees_what_changed_since_a_text_was_approved(desks: Desks) -> None:
    tom, rana = desks
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Two days.", "Do not drive or use machines.")])
    tom.open().write({WARNING: "Rijd geen auto en bedien geen machines."}).save()
    rana.open().tick("approve", WARNING).save()
    assert "What changed since a text was approved" not in rana.open().around(WARNING)
    # Two steps: to the gate, the second comes in place of a text that nobody has approved.
    tom.open().write({WARNING: "Rijd geen auto en bedien ook geen machines."}).save()
    tom.open().write({WARNING: "Rijd auto en bedien ook geen machines."}).save()
    assert stored()[WARNING] == ("Rijd auto en bedien ook geen machines.", "translated")
    around = rana.open().around(WARNING)
    assert "What changed since a text was approved here: Rijd [removed: geen ] auto en bedien [added: ook ]" in around
    assert "Error lost_negation" in around


def test_a_reviewer_sees_what_changed_since_the_former_source_was_approved(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    republish(tom.page, causes=[paragraph("c1", "Mostly a common virus.")])
    tom.open().write({CAUSE: "Meestal een gewoon virus."}).save()
    around = rana.open().around(CAUSE)
    assert "What changed since a text was approved here: Meestal een [added: gewoon ] virus." in around
