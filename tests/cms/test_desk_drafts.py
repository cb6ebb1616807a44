"""A draft is translated ahead in the CMS too: what editors publish then is there in all languages at once."""

from __future__ import annotations

import re
from html import unescape

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from pages.models import ConditionPage
from tests.cms.translating import CAUSE, DUTCH, SUMMARY, TITLE, Desk, stored
from tests.factories import build_condition, paragraph, save_draft
from tests.journeys.doors import Api
from translation.po_reader import read_catalogue

Desks = tuple[Desk, Desk]
FEVER = "causes.c2#k0000"
NEW = {"summary": "It hurts to swallow.", "causes": [paragraph("c1", "Mostly a virus."), paragraph("c2", "Or fever.")]}


def prepare(desks: Desks) -> None:
    """All is live in Dutch, and a draft says something else in two places."""
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    save_draft(tom.page, **NEW)


def overview(desk: Desk) -> str:
    html = desk.client.get(reverse("desk:overview", args=(desk.page.pk,))).content.decode()
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", " ", html)))


def test_translated_and_approved_ahead_and_there_when_it_is_published(desks: Desks, api: Api) -> None:
    prepare(desks)
    tom, rana = desks
    assert "There is a draft that isn't published" in unescape(tom.open().html)
    assert FEVER not in tom.paths
    assert "0/2 in Dutch" in overview(tom)

    tom.open("?draft=1").write({SUMMARY: "Slikken doet pijn.", FEVER: "Of koorts."})
    assert "(draft)" in tom.around(FEVER)
    assert "(draft)" in tom.around(SUMMARY)
    assert "(draft)" not in tom.around(TITLE)
    assert "[removed: Pain" in tom.around(SUMMARY)
    assert tom.save(query="?draft=1").status_code == 302
    assert "Waits for review" in tom.around(FEVER), "saving leads back to the draft"
    assert rana.open("?draft=1").save("approve_all", query="?draft=1").status_code == 302
    assert "Approved: 2." in rana.html
    assert "2/2 in Dutch" in overview(tom)
    assert api.condition("nl")["summary"] == DUTCH[SUMMARY]
    assert tom.open().text(SUMMARY) == DUTCH[SUMMARY]

    ConditionPage.objects.get(pk=tom.page.pk).get_latest_revision().publish()
    served = api.condition("nl")
    assert (served["summary"], served["translation"]["status"]) == ("Slikken doet pijn.", "complete")


def test_a_condition_that_was_never_published(desks: Desks, api: Api) -> None:
    tom, rana = desks
    page = build_condition("gout", title="Gout")
    page.save_revision()
    editor = Client()
    editor.force_login(User.objects.create_superuser("ada"))
    address = reverse("desk:overview", args=(page.pk,))
    assert address in editor.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    tom = Desk(tom.user, page)
    assert "Its draft can be translated ahead" in overview(tom)
    tom.open().write({TITLE: "Jicht", SUMMARY: DUTCH[SUMMARY], tom.paths[2]: "Keelpijn is pijn achter in de keel."})
    assert tom.save().status_code == 302
    assert Desk(rana.user, page).open().save("approve_all").status_code == 302
    page.get_latest_revision().publish()
    assert api.condition("nl", slug="gout")["title"] == "Jicht"


def test_the_gate_asks_of_a_draft_what_it_asks_of_a_live_text(desks: Desks) -> None:
    tom, _ = desks
    save_draft(tom.page, summary="Take 5 mg.")
    tom.open("?draft=1").type(summary="x" * 301)
    assert tom.save(query="?draft=1").status_code == 200
    assert "length" in tom.around(SUMMARY)
    assert stored() == {}


def test_a_draft_that_was_changed_meanwhile(desks: Desks) -> None:
    prepare(desks)
    tom, _ = desks
    tom.open("?draft=1").write({SUMMARY: "Slikken doet pijn."})
    save_draft(tom.page, summary="Swallowing hurts a lot.")
    assert tom.save(query="?draft=1").status_code == 200
    assert tom.text(SUMMARY) == "Slikken doet pijn."
    assert "the source was changed while you worked" in tom.around(SUMMARY)
    assert stored()[SUMMARY][0] == DUTCH[SUMMARY]


def test_a_draft_that_was_published_meanwhile_takes_what_was_typed(desks: Desks) -> None:
    prepare(desks)
    tom, _ = desks
    tom.open("?draft=1").write({FEVER: "Of koorts."})
    ConditionPage.objects.get(pk=tom.page.pk).get_latest_revision().publish()
    assert tom.save(query="?draft=1").status_code == 302
    assert stored()[FEVER] == ("Of koorts.", "translated")
    assert "(draft)" not in tom.html


def test_its_file_and_its_preview(desks: Desks) -> None:
    prepare(desks)
    tom, _ = desks
    addresses = {name: reverse(f"desk:{name}", args=(tom.page.pk, "nl")) for name in ("preview", "upload")}
    download = reverse("desk:download", args=(tom.page.pk, "nl", "po"))
    for address in (*addresses.values(), download):
        assert f'href="{address}?draft=1"' in tom.open("?draft=1").html
    data = tom.client.get(download + "?draft=1").content
    catalogue, _ = read_catalogue(data, "x.po")
    assert catalogue is not None
    assert "Or fever." in [entry.source for entry in catalogue.entries]
    assert b"Or fever." not in tom.client.get(download).content
    assert "Or fever." in tom.client.get(addresses["preview"] + "?draft=1").content.decode()
    assert "Or fever." not in tom.client.get(addresses["preview"]).content.decode()


def test_a_draft_that_code_broke_is_no_error_of_the_server(desks: Desks) -> None:
    prepare(desks)
    tom, _ = desks
    revision = ConditionPage.objects.get(pk=tom.page.pk).latest_revision
    revision.content["causes"] = '[{"type": "paragraph", "id": "c1", "value": "<p data-block-key=\\"k\\">x"}]'
    revision.save()
    assert "Complete" in overview(tom)
    assert "Its draft can't be translated: <p> is never closed" in overview(tom)
    assert tom.open("?draft=1").text(CAUSE) == DUTCH[CAUSE], "what is live is there all the same"
    assert "(draft)" not in tom.html
    assert "The draft can't be translated: <p> is never closed" in unescape(tom.html)
    ConditionPage.objects.get(pk=tom.page.pk).unpublish()
    assert tom.client.get(tom.address).status_code == 404
