"""Two people at the same text: the second sees both, and nothing is overwritten."""

from __future__ import annotations

from tests.cms.translating import CAUSE, DUTCH, SUMMARY, TITLE, Desk, stored
from tests.factories import paragraph, republish
from translation.models import SegmentTranslation

Desks = tuple[Desk, Desk]


def test_the_second_sees_both_texts(desks: Desks) -> None:
    tom, rana = (desk.open() for desk in desks)
    tom.type(title="Keelpijn", summary=DUTCH[SUMMARY]).save()
    rana.write({TITLE: "Zere keel", CAUSE: DUTCH[CAUSE]}).save()
    assert stored()[TITLE] == ("Keelpijn", "translated")
    assert stored()[CAUSE] == (DUTCH[CAUSE], "translated")
    assert rana.text(TITLE) == "Zere keel"
    assert "Now in the CMS, by somebody else or from another window: Keelpijn" in rana.around(TITLE)
    assert "somebody else has stored another text meanwhile" in rana.around(TITLE)
    assert rana.text(SUMMARY) == DUTCH[SUMMARY], "what she didn't touch is as it is now"
    rana.save()
    assert stored()[TITLE] == ("Zere keel", "translated"), "now she has seen it, and decided"


def test_the_same_words_by_both_are_no_conflict(desks: Desks) -> None:
    tom, rana = (desk.open() for desk in desks)
    tom.type(title="Keelpijn").save()
    assert rana.type(title="Keelpijn").save().status_code == 302
    assert SegmentTranslation.objects.get().translator == tom.user


def test_what_the_second_leaves_alone_is_no_conflict(desks: Desks) -> None:
    tom, rana = (desk.open() for desk in desks)
    tom.type(title="Keelpijn").save()
    rana.type(summary=DUTCH[SUMMARY])
    assert rana.save().status_code == 302
    assert rana.text(TITLE) == "Keelpijn"


def test_a_source_that_was_republished_meanwhile(desks: Desks) -> None:
    tom = desks[0].open()
    republish(tom.page, causes=[paragraph("c1", "Mostly a bacterium.")])
    tom.write({TITLE: "Keelpijn", CAUSE: "Meestal een virus."}).save()
    assert stored() == {TITLE: ("Keelpijn", "translated")}
    assert tom.text(CAUSE) == "Meestal een virus."
    around = tom.around(CAUSE)
    assert "the source was changed while you worked" in around
    assert "[removed: virus ]" in around
    assert "[added: bacterium ]" in around
    tom.write({CAUSE: "Meestal een bacterie."}).save()
    assert stored()[CAUSE] == ("Meestal een bacterie.", "translated")


def test_a_text_that_was_removed_meanwhile_is_still_there_to_copy(desks: Desks) -> None:
    tom = desks[0].open()
    republish(tom.page, causes=[])
    answer = tom.write({CAUSE: "Meestal een virus.", TITLE: "Keelpijn"}).save()
    assert answer.status_code == 200
    assert stored() == {TITLE: ("Keelpijn", "translated")}
    lost = tom.html.partition("No longer on the page")[2].partition("</section>")[0]
    assert "Meestal een virus." in lost
    assert "Mostly a virus." in lost


def test_a_former_translation_that_somebody_else_replaced_meanwhile(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    republish(tom.page, causes=[paragraph("c1", "Mostly a common virus.")])
    rana.open()
    tom.open().write({CAUSE: "Meestal een gewoon virus."}).save()
    rana.tick("keep", CAUSE).save()
    assert stored()[CAUSE] == ("Meestal een gewoon virus.", "translated")
    assert rana.text(CAUSE) == DUTCH[CAUSE]
    assert "Meestal een gewoon virus." in rana.around(CAUSE)
    assert f"keep:{CAUSE}" not in rana.fields


def test_a_condition_that_was_unpublished_meanwhile_keeps_what_was_typed_for_its_draft(desks: Desks) -> None:
    tom = desks[0].open()
    tom.page.unpublish()
    assert tom.type(title="Keelpijn").save().status_code == 302
    assert stored() == {TITLE: ("Keelpijn", "translated")}
    assert "(draft)" in tom.around(TITLE)


def test_who_only_approved_sees_the_other_text_and_has_typed_nothing(desks: Desks) -> None:
    tom, rana = desks
    tom.open().type(title="Keelpijn").save()
    rana.open().tick("approve", TITLE)
    tom.open().type(title="Zere keel").save()
    assert rana.save().status_code == 200
    assert rana.text(TITLE) == "Zere keel", "the field holds what the CMS has"
    assert "What you typed" not in rana.around(TITLE)
    assert "somebody else has stored another text meanwhile" in rana.around(TITLE)
    assert "the source became" not in rana.around(TITLE)
    rana.save()
    assert stored()[TITLE] == ("Zere keel", "translated"), "saving again puts nothing back"
    rana.open().tick("approve", TITLE).save()
    assert stored()[TITLE] == ("Zere keel", "reviewed")


def test_a_conflict_of_two_texts_says_nothing_of_the_source(desks: Desks) -> None:
    tom, rana = (desk.open() for desk in desks)
    tom.type(title="Keelpijn").save()
    rana.type(title="Zere keel").save()
    assert "the source became" not in rana.around(TITLE)
