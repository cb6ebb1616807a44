"""The glossary in the admin, as a browser uses it."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from translation.models import GlossaryTerm

pytestmark = pytest.mark.django_db

LIST = "/admin/glossary/"
CSV = (
    "source_language,source,language,required,forbidden,note\n"
    "en,platelet,ar,صفيحة|صفائح,,\n"
    "en,-itis,nl,'-itis,,\n".replace("en,-itis", "en,'-itis")
    + "en,platelet,nl,bloedplaatje|trombocyt,plaatje,Blood.\n"
)


def browser(*actions: str) -> Client:
    """The browser of somebody who may do this to terms, and nothing else but enter the admin."""
    user = User.objects.create_user("gloria")
    group = Group.objects.create(name="Terminologists")
    names = [f"{action}_glossaryterm" for action in actions]
    group.permissions.set(Permission.objects.filter(codename__in=[*names, "access_admin"]))
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def post_term(client: Client, address: str, **changes: str) -> HttpResponse:
    values = {"source_locale": "en", "source": "platelet", "locale": "nl", "required": "bloedplaatje"}
    return client.post(address, values | {"forbidden": "", "note": ""} | changes)  # type: ignore[return-value]


def upload(client: Client, text: str) -> HttpResponse:
    file = SimpleUploadedFile("my terms.csv", text.encode())
    return client.post(f"{LIST}import/", {"file": file}, follow=True)  # type: ignore[return-value]


def test_a_term_is_added_tidied_changed_and_deleted() -> None:
    client = browser("add", "change", "delete")
    answer = post_term(
        client, f"{LIST}add/", source=" platelet ", required="bloedplaatje\r\n\r\nBloedplaatje\r\ntrombocyt"
    )
    assert answer.status_code == 302
    term = GlossaryTerm.objects.get()
    assert (term.source, term.required) == ("platelet", "bloedplaatje\ntrombocyt")
    post_term(client, f"{LIST}edit/{term.pk}/", forbidden="plaatje")
    assert GlossaryTerm.objects.get().forbidden == "plaatje"
    client.post(f"{LIST}delete/{term.pk}/")
    assert not GlossaryTerm.objects.exists()
    actions = ModelLogEntry.objects.order_by("pk").values_list("action", "user__username")
    assert list(actions) == [(f"wagtail.{action}", "gloria") for action in ("create", "edit", "delete")]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"source": "PLATELET"}, "__all__", "The glossary has this term in this language already."),
        ({"locale": "en"}, "locale", "a term and its translation are in two languages"),
        ({"locale": "de"}, "locale", "Select a valid choice"),
        ({"required": " \n "}, "required", "there is no translation, neither required nor forbidden"),
        ({"required": "x" * 101}, "required", "101 characters, at most 100 fit"),
        ({"forbidden": "Bloedplaatje"}, "forbidden", "no text can have"),
    ],
)
def test_the_form_says_what_is_wrong(changes: dict[str, str], field: str, message: str) -> None:
    client = browser("add")
    post_term(client, f"{LIST}add/", source="Platelet")
    answer = post_term(client, f"{LIST}add/", **({"source": "blood"} | changes))
    assert answer.status_code == 200
    assert message in answer.context["form"].errors[field][0]  # type: ignore[attr-defined]
    assert GlossaryTerm.objects.count() == 1


def test_the_list_is_filtered_searched_and_exported_as_the_command_does() -> None:
    client = browser("add", "change")
    upload(client, CSV)
    assert client.get(LIST, {"export": "csv"}).content.decode() == CSV
    lines = CSV.splitlines(keepends=True)
    assert client.get(LIST, {"export": "csv", "locale": "ar"}).content.decode() == lines[0] + lines[1]
    assert client.get(LIST, {"export": "csv", "q": "TROMBO"}).content.decode() == lines[0] + lines[3]
    shown = client.get(LIST, {"locale": "nl"}).content.decode()
    assert ("trombocyt" in shown, "صفيحة" in shown) == (True, False)
    answer = client.get(LIST, {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    assert {row[1] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"platelet", "-itis"}


def test_a_file_is_taken() -> None:
    answer = upload(browser("add", "change"), CSV)
    assert answer.redirect_chain == [(LIST, 302)]  # type: ignore[attr-defined]
    assert "Terms added: 3, changed: 0, unchanged: 0." in answer.content.decode()
    assert GlossaryTerm.objects.count() == 3
    assert set(ModelLogEntry.objects.values_list("user__username", "action")) == {("gloria", "wagtail.create")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CSV + "en,a,de,<b>,,\n", "my terms.csv:5: error wrong_locale: language: no such language here: “de”"),
        (CSV + "en,a<i>,nl,b,b<i>,\nen,a,nl\n", "my terms.csv:6: error syntax: 3 columns, not 6"),
        ("<script>", "my terms.csv:1: error header: the first line has to be"),
        ("", "The submitted file is empty."),
    ],
)
def test_a_refused_file_shows_why(text: str, told: str) -> None:
    answer = upload(browser("add", "change"), text)
    page = answer.content.decode()
    assert told in page
    assert "<script>”" not in page
    assert not GlossaryTerm.objects.exists()


def test_a_file_without_a_term_changes_nothing_and_says_so() -> None:
    page = upload(browser("add", "change"), CSV.splitlines()[0]).content.decode()
    assert "Terms added: 0, changed: 0, unchanged: 0." in page
    assert "my terms.csv: warning empty: there is no term in it" in page


@pytest.mark.parametrize("actions", [(), ("add",), ("change",)])
def test_who_may_not_both_add_and_change_imports_nothing(actions: tuple[str, ...]) -> None:
    client = browser(*actions)
    assert client.get(f"{LIST}import/", follow=True).redirect_chain == [("/admin/", 302)]
    upload(client, CSV)
    assert not GlossaryTerm.objects.exists()
    listed = client.get(LIST)
    assert (listed.status_code, f"{LIST}import/" in listed.content.decode()) == (200 if actions else 302, False)


def test_who_has_no_right_sees_and_changes_nothing() -> None:
    client = browser()
    assert LIST not in client.get("/admin/").content.decode()
    assert post_term(client, f"{LIST}add/").status_code == 302
    assert not GlossaryTerm.objects.exists()


def test_the_menu_has_it_and_the_import_is_a_button_of_the_list() -> None:
    client = browser("add", "change")
    assert f'"{LIST}"' in client.get("/admin/").content.decode()
    assert f'href="{LIST}import/"' in client.get(LIST).content.decode()
    page = client.get(f"{LIST}import/").content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file"' in page
    assert ">Import CSV</em>" in page
    assert page.count(f'href="{LIST}"') == 1


@pytest.mark.parametrize("address", [LIST, f"{LIST}add/", f"{LIST}import/"])
def test_nobody_gets_in_without_logging_in(address: str) -> None:
    answer = Client().get(address)
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={address}")
