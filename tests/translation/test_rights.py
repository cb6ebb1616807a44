"""A translator for Arabic can't touch Dutch: not by a file, not by a command, not by any way to what is stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User

from tests.commands import run
from tests.factories import give_rights, make_people, publish_condition
from tests.translation.files import entry, po, stored, take, write
from translation.findings import Kind, Severity
from translation.import_report import Counts
from translation.models import LanguageRight
from translation.rights import NoRightError, Right, rights_of
from translation.storing import store_translations

pytestmark = pytest.mark.django_db


@pytest.fixture
def amira() -> User:
    """She translates into Arabic, and that is all."""
    amira = User.objects.create_user("amira", first_name="Amira", last_name="Arabic")
    give_rights(amira, "ar", review=False)
    return amira


@pytest.mark.parametrize(
    ("given", "locale", "rights"),
    [
        ({"ar": (True, False)}, "ar", {Right.TRANSLATE}),
        ({"ar": (False, True)}, "ar", {Right.REVIEW}),
        ({"ar": (True, True)}, "ar", {Right.TRANSLATE, Right.REVIEW}),
        ({"ar": (False, False)}, "ar", set()),
        ({"ar": (True, True)}, "nl", set()),
        ({"ar": (True, False), "nl": (False, True)}, "nl", {Right.REVIEW}),
        ({}, "ar", set()),
    ],
)
def test_rights_are_those_of_the_groups(given: dict[str, tuple[bool, bool]], locale: str, rights: set[Right]) -> None:
    user = User.objects.create_user("una")
    others = Group.objects.create(name="Others")
    LanguageRight.objects.create(group=others, locale=locale, may_translate=True, may_review=True)
    for code, (translate, review) in given.items():
        give_rights(user, code, translate=translate, review=review)
    assert rights_of(user, [locale, "es"]) == {locale: rights, "es": set()}


@pytest.mark.parametrize(("active", "allowed"), [(True, True), (False, False)])
def test_superusers_may_do_everything_and_the_inactive_nothing(active: bool, allowed: bool) -> None:
    ada = User.objects.create_superuser("ada", is_active=active)
    tom = User.objects.create_user("tom", is_active=active)
    give_rights(tom, "nl")
    for user in (ada, tom):
        assert rights_of(user, ["nl"]) == {"nl": set(Right) if allowed else set()}


def test_a_file_of_another_language_is_refused_whole(amira: User) -> None:
    page = publish_condition()
    told = take(entry(page, "title"), translator=amira, partial=True)
    assert (told.taken, told.counts) == (False, Counts(left=1))
    (finding,) = told.findings
    assert (finding.kind, finding.severity, finding.line) == (Kind.NO_RIGHT, Severity.ERROR, None)
    assert finding.message == (
        "amira may not translate into nl: in the admin, under Settings, give the right to one of the groups they are in"
    )
    assert stored() == {}


def test_the_command_says_so_in_one_line_and_takes_the_files_that_are_theirs(amira: User, tmp_path: Path) -> None:
    page = publish_condition()
    write(tmp_path / "ar/conditions/x.po", po(page, "ar", title="التهاب الحلق"))
    dutch = write(tmp_path / "nl/conditions/x.po", po(page, title="Keelpijn"))
    ran = run("import_translations", tmp_path, "--translator", "amira")
    assert ran.code == 1
    finding, summary = [line for line in ran.out.splitlines() if line.startswith(str(dutch))]
    assert finding.startswith(f"{dutch}: error no_right: amira may not translate into nl: ")
    assert summary.startswith(
        f"{dutch}: refused whole; nothing was stored: 1 error (no_right); 0 refused, 1 other left alone"
    )
    assert stored() == {"title": ("التهاب الحلق", "translated")}


def test_a_translator_is_no_reviewer(amira: User, tmp_path: Path) -> None:
    page = publish_condition()
    make_people()
    path = write(tmp_path / "x.po", po(page, "ar", title="التهاب الحلق"))
    ran = run("import_translations", path, "--translator", "tom", "--reviewer", "amira")
    assert ran.code == 1
    assert "error no_right: amira may not approve translations into ar" in ran.out
    assert stored() == {}
    assert run("import_translations", path, "--translator", "amira", "--reviewer", "rana").code == 0
    assert stored() == {"title": ("التهاب الحلق", "reviewed")}


def test_a_dry_run_says_so_too(amira: User) -> None:
    page = publish_condition()
    assert [f.kind for f in take(entry(page, "title"), translator=amira, dry_run=True).findings] == [Kind.NO_RIGHT]


def test_the_operator_who_names_nobody_may(amira: User) -> None:
    page = publish_condition()
    assert take(entry(page, "title")).findings == ()
    assert stored() == {"title": ("Keelpijn", "translated")}


@pytest.mark.parametrize("role", ["translator", "reviewer"])
def test_what_stores_asks_for_the_right_itself(amira: User, role: str) -> None:
    people = {"translator": None, "reviewer": None, role: amira}
    with pytest.raises(NoRightError, match="amira may not"):
        store_translations(rulings=[], locale="nl", **people)


def test_an_account_that_was_closed_is_told_so(amira: User) -> None:
    amira.is_active = False
    with pytest.raises(NoRightError, match="may not translate into ar: the account is not active"):
        store_translations(rulings=[], locale="ar", translator=amira, reviewer=None)
