"""The translation view: texts typed beside their sources go through the gate, and nothing typed is ever lost."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.models import ConditionPage
from tests.cms.translating import BODY, CAUSE, DEFINITION, DUTCH, NAME, SUMMARY, TITLE, WARNING, Desk, stored
from tests.factories import paragraph, publish_condition, republish, treatment
from translation.models import SegmentTranslation, TranslationEvent

Desks = tuple[Desk, Desk]


def test_every_text_has_a_field_in_document_order(desks: Desks) -> None:
    tom = desks[0].open()
    assert tom.paths == [TITLE, SUMMARY, DEFINITION, CAUSE, NAME, BODY, WARNING]
    assert {tom.fields[f"text:{path}"] for path in tom.paths} == {""}
    assert "Rest for &lt;b&gt;two&lt;/b&gt; days." in tom.html
    assert "(critical)" in tom.around(WARNING)
    assert "Not translated" in tom.around(WARNING)
    assert "(critical)" not in tom.around(TITLE)
    assert "At most 300 characters" in tom.around(SUMMARY)


def test_many_texts_are_stored_at_once(desks: Desks) -> None:
    tom = desks[0].open().write(DUTCH)
    assert tom.save().status_code == 302
    assert stored() == {path: (text, "translated") for path, text in DUTCH.items()}
    row = SegmentTranslation.objects.get(path=TITLE)
    assert (row.translator, row.origin) == (tom.user, "cms")
    assert {tom.text(path) for path in DUTCH} == set(DUTCH.values())
    assert "Stored: 7." in tom.html
    assert "the reviewer wrote this text, and a second person has to approve it" in tom.around(TITLE)


def test_the_log_of_the_page_tells_who_translated_and_who_approved(desks: Desks) -> None:
    tom, rana = desks
    tom.open().type(title="Keelpijn").save()
    rana.open().tick("approve", TITLE).save()
    editor = Client()
    editor.force_login(User.objects.create_superuser("ada"))
    shown = editor.get(reverse("wagtailadmin_pages:history", args=(tom.page.pk,))).content.decode()
    log = PageLogEntry.objects.filter(action__startswith="plexus.translations").order_by("timestamp")
    assert [(entry.user, entry.message) for entry in log] == [
        (tom.user, "Translations edited (nl)"),
        (rana.user, "Translations approved (nl)"),
    ]
    assert all(str(entry.message) in shown for entry in log)


def test_what_is_refused_stays_as_it_was_typed_and_the_rest_is_stored(desks: Desks) -> None:
    tom = desks[0].open()
    typed = "  <i>Rust\n</b> 2 dagen & «zo»  "
    tom.write({TITLE: "Keelpijn", BODY: typed, WARNING: "Veilig tijdens de zwangerschap.", SUMMARY: "x" * 301})
    assert tom.save().status_code == 200
    assert stored() == {TITLE: ("Keelpijn", "translated")}
    assert tom.text(BODY) == typed
    assert tom.text(WARNING) == "Veilig tijdens de zwangerschap."
    assert "markup" in tom.around(BODY)
    assert "negation" in tom.around(WARNING)
    assert "length" in tom.around(SUMMARY)
    assert "Error" not in tom.around(DEFINITION)
    assert "Not stored: 3." in tom.html
    assert tom.write({WARNING: DUTCH[WARNING], BODY: DUTCH[BODY], SUMMARY: DUTCH[SUMMARY]}).save().status_code == 302
    assert len(stored()) == 4


def test_a_warning_is_shown_under_the_text_that_was_stored(desks: Desks) -> None:
    tom = desks[0].open().type(title="Keelpijn?")
    assert tom.save().status_code == 200
    assert stored() == {TITLE: ("Keelpijn?", "translated")}
    assert "Warning punctuation" in tom.around(TITLE)
    assert tom.save().status_code == 302
    assert "Nothing was changed" in tom.html


def test_an_emptied_field_keeps_the_text(desks: Desks) -> None:
    tom = desks[0].open().write(DUTCH)
    tom.save()
    tom.type(title="")
    tom.save()
    assert stored()[TITLE] == ("Keelpijn", "translated")
    assert "the text that the CMS has stays" in tom.around(TITLE)


def test_saving_what_was_opened_changes_nothing(desks: Desks) -> None:
    tom = desks[0].open().write(DUTCH)
    tom.save()
    events = TranslationEvent.objects.count()
    desks[1].open().save()
    assert TranslationEvent.objects.count() == events


def test_line_ends_of_browsers_are_no_change(desks: Desks) -> None:
    page = republish(desks[0].page, summary="One.\r\nTwo.")
    tom = Desk(desks[0].user, page).open()
    tom.type(summary="Een.\nTwee.")
    tom.save()
    assert stored() == {SUMMARY: ("Een.\nTwee.", "translated")}
    tom.open().save()
    assert TranslationEvent.objects.count() == 1


def test_a_changed_source_offers_the_former_translation_and_shows_the_difference(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Rest for <b>two</b> days.", "Safe in pregnancy.")])
    tom.open()
    assert tom.text(WARNING) == DUTCH[WARNING]
    around = tom.around(WARNING)
    assert "The source changed" in around
    assert "A suggestion: the translation of the former source" in around
    assert "[removed: Not safe ]" in around
    assert "[added: Safe ]" in around
    tom.save()
    assert "The source changed" in tom.around(WARNING), "a suggestion that nobody touched was taken"
    tom.write({WARNING: "Veilig tijdens de zwangerschap."}).save()
    assert "Waits for review" in tom.around(WARNING)
    assert SegmentTranslation.objects.filter(path=WARNING).count() == 2


def test_the_former_translation_is_kept_by_a_tick(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    republish(tom.page, treatments=[treatment("tr1", "Rest", "Rest for <b>two</b> days.", "Not safe if pregnant.")])
    tom.open().tick("keep", WARNING).save()
    assert SegmentTranslation.objects.filter(path=WARNING).count() == 2
    assert "Waits for review" in tom.around(WARNING)


def test_the_same_text_elsewhere_is_suggested_and_can_be_taken(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    other = publish_condition("cold", title="Sore throat", summary="Pain when you swallow.")
    cold = Desk(tom.user, other).open()
    assert "approved elsewhere): Keelpijn" in cold.around(TITLE)
    cold.tick("take", TITLE, SUMMARY).type(summary="Zelf bedacht.")
    cold.save()
    rows = SegmentTranslation.objects.of_conditions([other.translation_key])
    assert {row.path: row.target_text for row in rows} == {TITLE: "Keelpijn", SUMMARY: "Zelf bedacht."}


def test_filters(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write({path: DUTCH[path] for path in (TITLE, SUMMARY)}).save()
    rana.open().tick("approve", TITLE).save()
    assert tom.open("?not_current=1").paths == [SUMMARY, DEFINITION, CAUSE, NAME, BODY, WARNING]
    assert tom.open("?critical=1").paths == [NAME, BODY, WARNING]
    assert tom.open("?needs_review=1").paths == [SUMMARY]
    assert tom.open("?needs_review=1&critical=1").paths == []
    assert "No text is like that" in tom.html


def test_what_is_refused_is_shown_whatever_the_filter(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    tom.open("?critical=1").write({WARNING: "Veilig."})
    tom.save(query="?needs_review=1&not_current=1")
    assert tom.text(WARNING) == "Veilig."


def test_right_to_left(desks: Desks) -> None:
    desk = Desk(desks[0].user, desks[0].page, "ar").open()
    assert '<textarea name="text:title"' in desk.html
    (field,) = [tag for tag in desk.html.split("<textarea")[1:] if 'name="text:title"' in tag]
    assert 'lang="ar" dir="rtl"' in field.partition(">")[0]
    assert '<p class="desk-text" id="source-title" lang="en" dir="ltr">Sore throat</p>' in desk.html
    desk.type(title="التهاب الحلق").save()
    assert stored("ar") == {TITLE: ("التهاب الحلق", "translated")}


def test_what_somebody_wrote_is_no_code(page: ConditionPage, desks: Desks) -> None:
    tom = desks[0].open().write({CAUSE: "</textarea><script>alert(1)</script>"})
    tom.save()
    assert tom.text(CAUSE) == "</textarea><script>alert(1)</script>"
    assert "<script>alert" not in tom.html


@pytest.mark.parametrize("locale", ["en", "fr", "xx"])
def test_no_other_languages_than_those_of_the_site(page: ConditionPage, desks: Desks, locale: str) -> None:
    address = reverse("desk:translate", args=(page.pk, locale))
    assert desks[0].client.get(address).status_code == 404
    assert desks[0].client.post(address, {"text:title": "x"}).status_code == 404


def test_a_mangled_form_changes_nothing(desks: Desks) -> None:
    tom = desks[0]
    tom.open().write(DUTCH).save()
    before = stored()
    for posted in ({}, {"text:title": "Anders"}, {"text:nowhere": "x", "approve:nowhere": "1"}, {"approve:title": "1"}):
        assert tom.client.post(tom.address, posted).status_code in (200, 302)
    assert stored() == before


def test_a_text_that_was_written_anew_in_another_block_brings_what_the_similar_one_was_called(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    republish(tom.page, causes=[paragraph("c9", "Mostly a common virus.")])
    anew = "causes.c9#k0000"
    tom.open()
    assert "Not translated" in tom.around(anew)
    assert "A similar text that is gone, and this one: Mostly a [added: common ] virus." in tom.around(anew)
    assert "Take the translation of the similar text: Meestal een virus." in tom.around(anew)
    assert "similar" not in tom.around(TITLE)
    tom.save()
    assert anew not in stored(), "a suggestion that nobody touched was taken"
    tom.open().tick("take", anew).save()
    assert stored()[anew] == ("Meestal een virus.", "translated")
    assert "Warning same_as_former" in tom.around(anew)
    assert "similar" not in tom.open().around(anew)
