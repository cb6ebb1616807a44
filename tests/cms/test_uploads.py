"""Old pages through the admin: uploaded, looked at, rearranged, made drafts; each wrong file and form is told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from pages.models import ConditionIndexPage, ConditionPage, UploadedPage
from tests.factories import publish_condition
from tests.pages.old_pages import PLEXUS

pytestmark = pytest.mark.django_db
GOUT = "<h1>Gout</h1><p>Crystals <script>alert(1)</script>in a joint <b>hurt</b>.</p><h2>Causes</h2><p>Beer.</p>"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("eva"))
    return client


def send(desk: Client, *files: tuple[str, bytes], language: str = "en", address: str = "", follow: bool = True) -> Any:
    documents = [SimpleUploadedFile(name, data) for name, data in files]
    form = {"documents": documents, "language": language, "address": address}
    return desk.post(reverse("uploads"), form, follow=follow)


def text(response: HttpResponse) -> str:
    assert response.status_code == 200
    return response.content.decode()


def draft(slug: str) -> ConditionPage:
    return ConditionPage.objects.get(slug=slug).get_latest_revision_as_object()


def choose(desk: Client, upload: UploadedPage, form: dict[str, str]) -> Any:
    """Send what is chosen on the page as it is now."""
    address = reverse("upload", args=(upload.pk,))
    seen = re.search(r'name="seen" value="(\w+)"', text(desk.get(address)))
    assert seen
    return desk.post(address, {"seen": seen[1]} | form)


def test_from_a_file_to_a_draft(desk: Client) -> None:
    shown = text(send(desk, ("plexus.txt", PLEXUS.encode())))
    upload = UploadedPage.objects.get()
    assert 'value="Brachial Plexus Pain"' in shown
    assert re.search(r'name="item-0">.*<option value="definition" selected>', shown)
    assert "There is nothing under this heading." in shown
    assert "Close the survey" in shown
    said = next(
        number for number in range(30) if f'for="item-{number}" ' in shown and _label(shown, number) == "An MRI scan."
    )
    form = {"title": "Plexus pain", f"item-{said}": "further", "dropped-0": "signs"}
    made = choose(desk, upload, form)
    page = draft("plexus-pain")
    assert made["Location"] == reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert not page.live
    assert "MRI" in str(page.further.raw_data[0]["value"])
    assert "MRI" not in str(list(page.diagnosis.raw_data))
    assert "Close the survey" in str(list(page.signs.raw_data))
    assert page.latest_revision.user.username == "eva"
    assert not UploadedPage.objects.exists()


def _label(shown: str, number: int) -> str:
    match = re.search(rf'<label for="item-{number}"[^>]*>(.*?)</label>', shown, re.DOTALL)
    return re.sub(r"<[^>]*>", "", match[1] if match else "").strip("• \n")


def test_a_whole_part_at_once(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    upload = UploadedPage.objects.get()
    choose(desk, upload, {"title": "Gout", "part-1": "further", "part-0": "leave-out"})
    page = draft("gout")
    assert page.further_heading == "Causes"
    assert "Beer." in str(list(page.further.raw_data))
    assert list(page.definition.raw_data) == []


def test_nothing_of_a_page_acts_as_markup(desk: Client) -> None:
    shown = text(send(desk, ("gout.txt", b"Gout\n\n<img src=x onerror=alert(1)> is what a page said.\n")))
    assert "<img src=x" not in shown
    assert "&lt;img src=x" in shown


def test_several_files_and_those_that_cannot_be_read(desk: Client) -> None:
    files = [("a.txt", b"Acne\n\nSpots on the face.\n"), ("b.pdf", b"%PDF-1.4"), ("c.html", GOUT.encode())]
    shown = text(send(desk, *files, ("d.txt", b"\x00\x01")))
    assert "b.pdf: This is a PDF file, not plain text." in shown
    assert "d.txt: Not a text file" in shown
    assert list(UploadedPage.objects.values_list("name", flat=True)) == ["a.txt", "c.html"]
    assert "a.txt" in shown
    assert "c.html" in shown
    send(desk, files[0])
    assert UploadedPage.objects.count() == 2


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"language": "en"}, "This field is required."),
        (
            {"language": "xx", "documents": [SimpleUploadedFile("a.txt", b"x")]},
            "xx is not one of the available choices",
        ),
        ({"language": "en", "documents": [SimpleUploadedFile("a.txt", b"")]}, "a.txt: The file "),
        (
            {"language": "en", "address": "ftp:x", "documents": [SimpleUploadedFile("a.txt", b"x")]},
            "Enter a valid URL.",
        ),
    ],
)
def test_a_wrong_form(desk: Client, form: dict[str, Any], told: str) -> None:
    assert told in text(desk.post(reverse("uploads"), form))
    assert not UploadedPage.objects.exists()


def test_several_files_have_no_single_address(desk: Client) -> None:
    files = [("a.txt", b"Acne\n\nSpots.\n"), ("b.txt", b"Boil\n\nA bump.\n")]
    assert "have one address" in text(send(desk, *files, address="https://clinic.example/a"))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"title": " "}, "a condition needs a title"),
        ({"title": "x" * 256}, "a condition needs a title"),
        ({"title": "Gout", "item-0": "nowhere"}, "there is no section “nowhere”"),
        ({"title": "Gout", "dropped-0": "nowhere"}, None),  # nothing was dropped
    ],
)
def test_a_wrong_choice_loses_nothing(desk: Client, form: dict[str, str], told: str | None) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    upload = UploadedPage.objects.get()
    shown = choose(desk, upload, form | {"item-2": "further"})
    if told is None:
        assert shown.status_code == 302
        return
    assert told in text(shown)
    assert re.search(r'name="item-2">.*?<option value="further" selected>', text(shown))
    assert UploadedPage.objects.exists()
    assert not ConditionPage.objects.exists()


def test_an_address_finds_the_draft_again(desk: Client) -> None:
    address = "https://clinic.example/gout"
    send(desk, ("gout.html", GOUT.encode()), address=address)
    choose(desk, UploadedPage.objects.get(), {"title": "Gout"})
    send(desk, ("gout.html", GOUT.replace("Beer", "Wine").encode()), address=address)
    choose(desk, UploadedPage.objects.get(), {"title": "Gout"})
    assert ConditionPage.objects.count() == 1
    assert "Wine." in str(list(draft("gout").causes.raw_data))
    send(desk, ("gout.html", GOUT.encode()), address=address, language="nl")
    shown = text(choose(desk, UploadedPage.objects.get(), {"title": "Gout"}))
    assert "Nothing was saved: it was imported before as en" in shown


def test_the_same_file_again_does_not_pretend(desk: Client) -> None:
    for _ in range(2):  # without an address these are two
        send(desk, ("gout.html", GOUT.encode()))
        choose(desk, UploadedPage.objects.get(), {"title": "Gout"})
    assert ConditionPage.objects.count() == 2
    address = "https://clinic.example/gout"
    for _ in range(2):
        send(desk, ("gout.html", GOUT.encode()), address=address)
        kept = UploadedPage.objects.get()
        answer = choose(desk, kept, {"title": "Gout", "part-1": "further"})
    assert "this very file was imported from this address before" in text(answer)
    assert UploadedPage.objects.exists()


def test_the_same_title_is_told(desk: Client) -> None:
    publish_condition("gout", title="Gout")
    assert "There is a condition of this title already: gout." in text(send(desk, ("gout.html", GOUT.encode())))


def test_discarded(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    desk.post(reverse("upload", args=(UploadedPage.objects.get().pk,)), {"act": "discard"})
    assert not UploadedPage.objects.exists()


def test_nobody_else_sees_it(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    address = reverse("upload", args=(UploadedPage.objects.get().pk,))
    other = Client()
    other.force_login(User.objects.create_superuser("ina"))
    assert other.get(address).status_code == 404
    assert other.post(address, {"act": "discard"}).status_code == 404
    assert "gout.html" not in text(other.get(reverse("uploads")))


def test_who_may_not_create_conditions_may_not_import(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    reader = User.objects.create_user("rob")
    reader.user_permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    client = Client()
    client.force_login(reader)
    for name, arguments in (("uploads", ()), ("upload", (UploadedPage.objects.get().pk,))):
        assert client.get(reverse(name, args=arguments)).status_code == 302
    assert "Import old pages" not in text(client.get(reverse("wagtailadmin_home")))
    assert Client().get(reverse("uploads")).status_code == 302


def test_it_stands_in_the_menu(desk: Client) -> None:
    assert reverse("uploads") in text(desk.get(reverse("wagtailadmin_home")))
    ConditionIndexPage.objects.all().delete()
    assert desk.get(reverse("uploads")).status_code == 302


def test_a_page_that_runs_to_the_left(desk: Client) -> None:
    shown = text(send(desk, ("a.txt", "النقرس\n\nيؤلم كثيرا.\n".encode()), language="ar"))
    assert 'lang="ar" dir="rtl"' in shown


def test_choices_are_of_the_proposal_that_was_seen(desk: Client) -> None:
    """What stands in most uploads is dropped, so with fewer of them the numbers of a form are of other texts."""
    names = ("Acne", "Boil", "Cough", "Gout")
    for name in names:
        page = f"Green Valley Clinic\n\n{name}\n\n{name} is a condition of its own.\n\nCauses\n\nMany of {name}.\n"
        send(desk, (f"{name}.txt", page.encode()))
    first, second = UploadedPage.objects.get(name="Gout.txt"), UploadedPage.objects.get(name="Acne.txt")
    address = reverse("upload", args=(first.pk,))
    before = text(desk.get(address))
    seen = re.search(r'name="seen" value="(\w+)"', before)
    assert seen
    choose(desk, second, {"title": "Acne"})
    answer = text(desk.post(address, {"title": "Gout", "item-0": "leave-out", "seen": seen[1]}))
    assert "Nothing was saved: your other uploads have changed meanwhile" in answer
    assert 'value="leave-out" selected' not in answer.split("Dropped, as not")[0]
    assert UploadedPage.objects.filter(pk=first.pk).exists()
    assert not ConditionPage.objects.filter(title="Gout").exists()
    assert "Nothing was saved" in text(desk.post(address, {"title": "Gout"}))  # no form of ours
    assert choose(desk, first, {"title": "Gout"}).status_code == 302


def test_an_empty_file_is_told_by_name_and_the_others_wait(desk: Client) -> None:
    shown = text(send(desk, ("empty.txt", b""), ("gout.html", GOUT.encode())))
    assert "empty.txt: " in shown
    assert [upload.name for upload in UploadedPage.objects.all()] == ["gout.html"]


def test_a_language_must_be_chosen(desk: Client) -> None:
    assert '<option value="" selected>Choose a language</option>' in text(desk.get(reverse("uploads")))
    send(desk, ("gout.html", GOUT.encode()), language="")
    assert not UploadedPage.objects.exists()


def test_a_page_in_another_language_than_was_said(desk: Client) -> None:
    english = "You may have a red, hot and swollen toe. It is treated with medicine and rest for some days. " * 3
    page = f"<h1>Jicht</h1><p>{english}</p>"  # in one line: the flag isn't that of its text
    shown = text(send(desk, ("jicht.html", page.encode()), language="nl"))
    assert "Uploaded as a page in Dutch." in shown
    top = shown.split('aria-labelledby="original"')[0]
    assert "This page seems to be in English, not in the language that was said." in top
