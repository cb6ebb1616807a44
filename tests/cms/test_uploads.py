"""Old pages through the admin: uploaded, looked at, rearranged, made drafts; each wrong file and form is told."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pages.models import UPLOADS_KEPT, ConditionIndexPage, ConditionPage, UploadedPage
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
    assert not UploadedPage.objects.waiting().exists()


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
    choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"})
    shown = text(send(desk, ("gout.html", GOUT.replace("Beer", "Wine").encode()), address=address))
    assert "From this address another version was imported" in shown
    assert "2 lines differ between its newest draft and this file" in shown
    assert re.search(r"<del>.*Beer\..*</del>.*<ins>.*Wine\..*</ins>", shown, re.DOTALL)
    assert 'name="into"' not in shown  # there is nothing to choose
    choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"})
    assert ConditionPage.objects.count() == 1
    assert "Wine." in str(list(draft("gout").causes.raw_data))
    send(desk, ("gout.html", GOUT.encode()), address=address, language="nl")
    shown = text(choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"}))
    assert "Nothing was saved: it was imported before as en" in shown


def test_what_editors_wrote_is_replaced_only_if_they_say_so(desk: Client) -> None:
    address = "https://clinic.example/gout"
    send(desk, ("gout.html", GOUT.encode()), address=address)
    choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"})
    page = draft("gout")
    page.causes_heading = "Where it comes from"
    page.save_revision(clean=False)
    shown = text(send(desk, ("gout.html", GOUT.replace("Beer", "Wine").encode()), address=address))
    assert "put this file's text in place of theirs" in shown.replace("&#x27;", "'")
    upload = UploadedPage.objects.waiting().get()
    refused = text(choose(desk, upload, {"title": "Gout"}))
    assert "Nothing was saved: editors have changed the text of the draft gout" in refused
    assert "--replace" not in refused
    assert choose(desk, upload, {"title": "Gout", "replace": "1"}).status_code == 302
    assert "Wine." in str(list(draft("gout").causes.raw_data))


def test_the_same_file_again_does_not_pretend(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"})
    shown = text(send(desk, ("again.html", GOUT.encode())))
    page = ConditionPage.objects.get()
    assert "This very file was imported on" in shown
    assert reverse("wagtailadmin_pages:edit", args=(page.pk,)) in shown
    upload = UploadedPage.objects.waiting().get()
    assert "Nothing was saved: it may be another version of a page" in text(choose(desk, upload, {"title": "Gout"}))
    assert ConditionPage.objects.count() == 1
    choose(desk, upload, {"title": "Gout", "into": "new"})
    assert ConditionPage.objects.count() == 2
    address = "https://clinic.example/gout"
    for _ in range(2):
        send(desk, ("gout.html", GOUT.encode()), address=address)
        kept = UploadedPage.objects.waiting().get()
        answer = choose(desk, kept, {"title": "Gout", "part-1": "further", "into": "new"})
    assert "this very file was imported from this address before" in text(answer)
    assert UploadedPage.objects.waiting().exists()


def test_a_changed_file_of_the_same_name(desk: Client) -> None:
    """Whether it is the same page only an editor knows."""
    send(desk, ("gout.html", GOUT.encode()))
    choose(desk, UploadedPage.objects.waiting().get(), {"title": "Gout"})
    changed = GOUT.replace("Beer", "Wine").encode()
    shown = text(send(desk, ("gout.html", changed)))
    assert "A file of this name was imported on" in shown
    (into,) = re.findall(r'name="into" value="(upload:[^"]*)"', shown)
    upload = UploadedPage.objects.waiting().get()
    for wrong in ("", "upload:999/gout.html"):
        assert "Nothing was saved" in text(choose(desk, upload, {"title": "Gout", "into": wrong}))
    choose(desk, upload, {"title": "Gout", "into": into})
    assert ConditionPage.objects.count() == 1
    assert "Wine." in str(list(draft("gout").causes.raw_data))
    send(desk, ("other.html", GOUT.replace("Gout", "Podagra").encode()))
    assert choose(desk, UploadedPage.objects.waiting().get(), {"title": "Podagra"}).status_code == 302


def test_what_was_said_stays_for_a_while(desk: Client) -> None:
    send(desk, ("plexus.txt", PLEXUS.encode()))
    upload = UploadedPage.objects.get()
    choose(desk, upload, {"title": "Plexus pain", "item-0": "leave-out"})
    address = reverse("upload", args=(upload.pk,))
    edited = text(desk.get(reverse("wagtailadmin_pages:edit", args=(draft("plexus-pain").pk,))))
    assert f'href="{address}"' in edited
    assert "Plexus pain" in text(desk.get(reverse("uploads")))
    record = text(desk.get(address))
    assert "There is nothing under this heading." in record
    assert "Close the survey" in record
    assert "left out by an editor" in record
    assert 'name="seen"' not in record
    desk.post(address, {"act": "discard"})
    assert UploadedPage.objects.filter(pk=upload.pk).exists()
    colleague = Client()
    colleague.force_login(User.objects.create_superuser("ina"))
    assert "Plexus pain" in text(colleague.get(address))
    ConditionPage.objects.all().delete()
    assert "a page that has been deleted since" in text(desk.get(address))


def test_old_records_go_and_what_waits_stays(desk: Client) -> None:
    send(desk, ("gout.html", GOUT.encode()))
    choose(desk, UploadedPage.objects.get(), {"title": "Gout"})
    send(desk, ("acne.html", b"<h1>Acne</h1><p>Spots.</p>"))
    long_ago = timezone.now() - UPLOADS_KEPT
    UploadedPage.objects.update(uploaded_at=long_ago)
    UploadedPage.objects.done().update(imported_at=long_ago + timedelta(hours=1))
    send(desk, ("boil.html", b"<h1>Boil</h1><p>A bump.</p>"))
    assert set(UploadedPage.objects.values_list("name", flat=True)) == {"gout.html", "acne.html", "boil.html"}
    UploadedPage.objects.done().update(imported_at=long_ago)
    send(desk, ("corn.html", b"<h1>Corn</h1><p>Hard skin.</p>"))
    assert set(UploadedPage.objects.values_list("name", flat=True)) == {"acne.html", "boil.html", "corn.html"}


def test_a_text_becomes_a_heading_and_a_heading_text(desk: Client) -> None:
    page = "<h1>Gout</h1><h2>Treatment</h2><p>Medicines</p><p>They help.</p><h3>Rest it</h3><p>For a week.</p>"
    send(desk, ("gout.html", page.encode()))
    form = {"title": "Gout", "kind-1": "heading", "kind-3": "text"}
    upload = UploadedPage.objects.get()
    assert "Nothing was saved" in text(choose(desk, upload, form | {"kind-1": "title"}))
    choose(desk, upload, form)
    blocks = [(block["type"], re.sub("<[^>]*>", "", block["value"])) for block in draft("gout").treatments.raw_data]
    assert blocks == [
        ("heading", "Medicines"),
        ("paragraph", "They help."),
        ("paragraph", "Rest it"),
        ("paragraph", "For a week."),
    ]


def test_each_doubt_leads_to_the_next(desk: Client) -> None:
    shown = text(send(desk, ("plexus.txt", PLEXUS.encode())))
    total = UploadedPage.objects.get().doubts
    assert f'<a href="#doubt-1">{total} thing' in shown
    assert re.findall(r'id="doubt-(\d+)"', shown) == [str(number) for number in range(1, total + 1)]
    assert set(re.findall(r'href="#doubt-(\d+)"', shown)) == {str(number) for number in range(1, total + 1)}
    described = " ".join(re.findall(r'aria-describedby="([^"]*doubt[^"]*)"', shown)).split()
    assert described
    assert all(f'id="{name}"' in shown for name in described)
    assert len(re.findall(r"<h1[ >]", shown)) == 1


def test_a_doubt_stands_below_its_text(desk: Client) -> None:
    """Though all of the page is one line of its file."""
    texts = "<p>It hurts.</p><h2>Green things</h2><p>Call 020 7946 0000.</p><h2>Signs</h2><p>For 10-5 days.</p>"
    page = f"<h1>Gout</h1>{texts}"
    shown = text(send(desk, ("gout.html", page.encode())))
    items = re.split(r'(?=<label for="item-)', shown)[1:]
    assert "none that we know" in next(item for item in items if "<strong>Green things" in item)
    assert "A telephone number" in next(item for item in items if ">Call 020" in item)
    assert "The greater number is first" in next(item for item in items if ">For 10-5" in item)
    ids = re.findall(r' id="([^"]+)"', shown.split("<main")[1])
    assert len(ids) == len(set(ids))
    linked = re.findall(r'href="#(original-\d+)"', shown)
    assert len(set(linked)) == len(linked) == 5
    assert set(linked) <= set(ids)


def test_a_picture_is_called_one(desk: Client) -> None:
    shown = text(send(desk, ("scan.txt", b"\x89PNG\r\n\x1a\n\x00")))
    assert "scan.txt: This is a picture (PNG), not plain text." in shown


def test_the_same_title_is_told(desk: Client) -> None:
    publish_condition("gout", title="Gout")
    shown = text(send(desk, ("gout.html", GOUT.encode())))
    assert "There is a condition of this title already:" in shown
    assert reverse("wagtailadmin_pages:edit", args=(ConditionPage.objects.get().pk,)) in shown


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
    desk.post(reverse("upload", args=(second.pk,)), {"act": "discard"})
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
