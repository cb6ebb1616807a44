"""Files from the desk and back to it: whole or not at all, with every finding shown."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cms.translating import DUTCH, TITLE, Desk, stored
from tests.factories import publish_condition
from tests.translation.files import entry, po
from translation.catalogue import Catalogue
from translation.models import SegmentTranslation
from translation.po_reader import read_catalogue
from translation.po_writer import write_catalogue

Desks = tuple[Desk, Desk]


def download(desk: Desk, carrier: str) -> Any:
    return desk.client.get(reverse("desk:download", args=(desk.page.pk, "nl", carrier)))


def upload(desk: Desk, data: bytes | str, name: str = "sore-throat.po") -> Any:
    file = SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)
    return desk.client.post(reverse("desk:upload", args=(desk.page.pk, "nl")), {"file": file})


@pytest.mark.parametrize(
    ("carrier", "name", "kind"),
    [
        ("po", "sore-throat.nl.po", "text/x-gettext-translation; charset=utf-8"),
        ("xliff12", "sore-throat.nl.xlf", "application/xliff+xml"),
        ("xliff21", "sore-throat.nl.xlf", "application/xliff+xml"),
    ],
)
def test_what_is_downloaded_can_be_uploaded(desks: Desks, carrier: str, name: str, kind: str) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    answer = download(tom, carrier)
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"] == kind
    assert b"Keelpijn" in answer.content
    changed = answer.content.replace(b"Keelpijn</", b"Zere keel</").replace(b'"Keelpijn"', b'"Zere keel"')
    taken = upload(tom, changed, name)
    assert taken.status_code == 302, taken.content.decode()
    assert stored() == {path: (text, "translated") for path, text in DUTCH.items()} | {
        TITLE: ("Zere keel", "translated")
    }
    assert "1 texts stored, 0 confirmed, 6 unchanged, 0 empty." in tom.open().html


def test_a_slug_in_another_script_names_the_file(desks: Desks) -> None:
    page = publish_condition("حمى")
    address = reverse("desk:download", args=(page.pk, "nl", "po"))
    disposition = desks[0].client.get(address)["Content-Disposition"]
    assert disposition == f"attachment; filename*=utf-8''{quote('حمى')}.nl.po"


def test_there_are_no_other_formats(desks: Desks) -> None:
    assert download(desks[0], "docx").status_code == 404


def test_the_texts_are_those_of_whoever_uploads(desks: Desks) -> None:
    tom, _ = desks
    upload(tom, po(tom.page, title="Keelpijn"))
    row = SegmentTranslation.objects.get()
    assert (row.translator, row.origin, row.state) == (tom.user, "po", "translated")


def test_a_refused_file_shows_every_finding_and_changes_nothing(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write({TITLE: "Keelpijn"}).save()
    entries = (entry(tom.page, "title", "Zere\u202ekeel"), entry(tom.page, "summary", "x" * 301))
    data = write_catalogue(Catalogue("nl", entries))
    answer = upload(tom, data)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "The file was refused, and everything is as it was" in shown
    for entry_read in (read_catalogue(data, "x")[0] or Catalogue("nl")).entries:
        assert f"<td>{entry_read.line}</td>" in shown
    assert "<code>control</code>" in shown
    assert "<code>length</code>" in shown
    assert stored() == {TITLE: ("Keelpijn", "translated")}


def test_a_file_that_is_taken_with_warnings_shows_them(desks: Desks) -> None:
    tom, _ = desks
    answer = upload(tom, po(tom.page, title="Keelpijn?"))
    assert "The file was taken. 1 texts stored" in answer.content.decode()
    assert "<code>punctuation</code>" in answer.content.decode()
    assert stored() == {TITLE: ("Keelpijn?", "translated")}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00\x01 rubbish", "refused"),
        (b"<!DOCTYPE x><xliff/>", "syntax"),
        (b'msgid "never ended', "syntax"),
    ],
)
def test_rubbish(desks: Desks, data: bytes, told: str) -> None:
    answer = upload(desks[0], data)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert stored() == {}


def test_without_a_file(desks: Desks) -> None:
    answer = desks[0].client.post(reverse("desk:upload", args=(desks[0].page.pk, "nl")))
    assert "Choose a file first" in answer.content.decode()


def test_the_file_of_another_language(desks: Desks) -> None:
    answer = upload(desks[0], po(desks[0].page, locale="es", title="Keelpijn"))
    assert "wrong_locale" in answer.content.decode()
    assert stored() == stored("es") == {}


def test_the_file_of_another_condition(desks: Desks) -> None:
    other = publish_condition("other")
    answer = upload(desks[0], po(other, title="Keelpijn"))
    assert "this text belongs to another condition" in answer.content.decode()
    assert "everything is as it was" in answer.content.decode()
    assert stored() == {}


def test_a_file_without_headers_goes_by_the_language_of_the_view(desks: Desks) -> None:
    text = po(desks[0].page, title="Keelpijn").replace('"Language: nl\\n"\n', "")
    upload(desks[0], text)
    assert stored() == {TITLE: ("Keelpijn", "translated")}
