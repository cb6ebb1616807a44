"""`load_demo`, again and again: it fills an empty site whole or not at all, and changes nothing in any other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from api.models import Edition
from cms.demo import loader
from cms.demo.loader import ADMIN, PASSWORD
from pages.models import ConditionIndexPage, ConditionPage, HomePage
from tests.factories import build_condition
from translation.models import LanguageRight

pytestmark = pytest.mark.django_db
NOTHING = "There are conditions here already; nothing was loaded."


@pytest.fixture(autouse=True)
def _development(settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def _two_languages(settings):
    """Half the work, where a test isn't about languages."""
    settings.LANGUAGE_CODES = ["en", "nl"]


@pytest.fixture
def run(capsys):
    """Runs the command; answers what it printed, the progress left out."""

    def load_demo(*arguments: str) -> str:
        capsys.readouterr()
        call_command("load_demo", *arguments)
        return capsys.readouterr().out

    return load_demo


@pytest.fixture
def database(capsys):
    """Answers everything that is in the database, as text."""

    def dump() -> str:
        capsys.readouterr()
        call_command("dumpdata")
        return capsys.readouterr().out

    return dump


def addresses(told: str, port: int = 8000) -> list[str]:
    return re.findall(rf"http://127\.0\.0\.1:{port}(/\S+)", told)


def all_answer(told: str, port: int = 8000) -> bool:
    """Whether addresses were printed, and each leads to a page."""
    answers = [Client().get(address, follow=True).status_code for address in addresses(told, port)]
    return set(answers) == {200}


def nothing_changes(run: Callable[[], str], database: Callable[[], str]) -> str:
    """Loads the demo where there is something already; answers what it printed."""
    before = database()
    told = run()
    assert told.split("\n")[1] == NOTHING
    assert all_answer(told)
    assert database() == before
    return told


def test_it_says_what_it_loaded_and_where_to_look(run):
    told = run("--port", "8123")

    assert "Conditions loaded: 8." in told
    assert "Not in every language: shingles isn't in ar (its translation isn't finished, on purpose)." in told
    assert told.count("isn't in") == 1
    assert "Mend" not in told
    assert f"log in as {ADMIN} with the password {PASSWORD}" in told
    assert Client().login(username=ADMIN, password=PASSWORD)
    assert len(addresses(told, 8123)) == 5
    assert all_answer(told, 8123)


@pytest.mark.usefixtures("_two_languages")
def test_loading_again_changes_nothing(run, database, settings):
    run()
    # As after an upgrade of Django: a log-in would now store the password anew.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS]
    assert PASSWORD in nothing_changes(run, database)


@pytest.mark.usefixtures("_two_languages")
def test_what_editors_did_stays_as_they_left_it(run, database):
    run()
    shingles = ConditionPage.objects.get(slug="shingles")
    shingles.slug = "herpes-zoster"
    shingles.save_revision().publish()
    ConditionPage.objects.get(slug="meningitis").delete()
    ConditionPage.objects.get(slug="type-2-diabetes").unpublish()
    HomePage.objects.get().add_child(instance=ConditionIndexPage(title="More", slug="more"))
    admin = User.objects.get(username=ADMIN)
    admin.set_password("another one")
    admin.save()
    assert "password" not in nothing_changes(run, database)


@pytest.mark.parametrize("name", ["a draft", "a tombstone"])
def test_one_condition_that_is_or_was_here_keeps_the_demo_out(run, database, name: str):
    page = build_condition()
    if name == "a tombstone":
        page.save_revision().publish()
        page.delete()
        assert not ConditionPage.objects.exists()

    assert "password" not in nothing_changes(run, database)


@pytest.mark.usefixtures("_two_languages")
def test_an_interrupted_load_leaves_nothing_and_is_repeated(run, monkeypatch):
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(loader, "import_catalogue", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run()
    for model in (ConditionPage, Edition, User, get_image_model()):
        assert not model.objects.exists()

    assert "Conditions loaded: 8." in run()
    call_command("verify_editions", verbosity=0)


def test_a_catalogue_that_is_missing_broken_or_unfinished_is_named(run, settings, tmp_path):
    settings.LANGUAGE_CODES = ["en", "nl"]
    settings.CATALOGUES_DIR = tmp_path / "locale"
    shutil.copytree(Path(site_settings.BASE_DIR) / "locale", settings.CATALOGUES_DIR)
    folder = settings.CATALOGUES_DIR / "nl" / "conditions"
    missing, broken, unfinished = folder / "migraine.po", folder / "head-lice.po", folder / "shingles.po"
    missing.unlink()
    broken.write_text(broken.read_text() + "\nmsgwrong\n")
    unfinished.write_text(re.sub(r'\nmsgstr "[^"].*"\n\Z', '\nmsgstr ""\n', unfinished.read_text()))

    told = run()

    assert f"Not in every language: migraine isn't in nl (there is no file {missing})." in told
    assert f"Not in every language: head-lice isn't in nl ({broken} was refused for its errors)." in told
    assert f"Not in every language: shingles isn't in nl ({unfinished} isn't finished)." in told
    assert told.count("isn't in") == 3
    assert "manage.py import_translations FILE --translator translator --reviewer reviewer" in told
    assert Edition.objects.published().in_language("nl").count() == 5


def test_the_demo_is_in_english_whatever_the_site_writes_in(run, settings):
    settings.LANGUAGE_CODES, settings.SOURCE_LANGUAGE = ["nl", "en"], "nl"
    settings.WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
    ConditionIndexPage.objects.update(locale=Locale.objects.create(language_code="nl"))

    run()

    assert set(ConditionPage.objects.values_list("locale__language_code", flat=True)) == {"en"}
    assert Client().get("/api/v1/en/conditions/migraine/").json()["translation"]["status"] == "source"


def test_a_site_without_english_is_told(run, settings):
    settings.LANGUAGE_CODES = ["nl", "es"]

    with pytest.raises(CommandError, match="written in en, which is not one of LANGUAGE_CODES"):
        run()
    assert not User.objects.exists()


def test_a_site_without_a_folder_of_conditions_is_told(run):
    ConditionIndexPage.objects.get().delete()

    with pytest.raises(CommandError, match="create one in the admin first"):
        run()
    assert not User.objects.exists()


@pytest.mark.usefixtures("_two_languages")
def test_users_who_are_here_keep_their_passwords(run):
    User.objects.create_user(ADMIN, password="their own")

    told = run()

    assert "Conditions loaded: 8." in told
    assert "password" not in told


def test_a_reviewer_without_a_name_is_told_and_nothing_is_loaded(run):
    User.objects.create_user("reviewer")

    with pytest.raises(CommandError, match="has no name in the admin"):
        run()
    assert not ConditionPage.objects.exists()
    assert Page.objects.filter(depth__gt=3).count() == 0


@pytest.mark.parametrize("port", ["abc", "0", "99999", "", "-1", "80 80", "٨٠٨٠"])
def test_a_wrong_port_is_told_before_anything_is_loaded(run, port: str):
    with pytest.raises(CommandError, match="is no port, which is a number from 1 to 65535"):
        run(f"--port={port}")
    assert not User.objects.exists()


def test_a_production_server_refuses_the_demo_with_its_public_password(run, settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="password is public"):
        run()


@pytest.mark.usefixtures("_two_languages")
def test_the_demos_people_have_the_rights_that_they_need_and_no_others(run):
    run()

    rights = LanguageRight.objects.values_list("group__user__username", "locale", "may_translate", "may_review")
    assert set(rights) == {("translator", "nl", True, False), ("reviewer", "nl", False, True)}
