"""Approval in the CMS: by a second person, of the very words that they saw."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from pages.models import ConditionPage
from tests.cms.translating import DUTCH, SUMMARY, TITLE, WARNING, Desk, stored
from tests.factories import give_rights, republish
from tests.journeys.doors import Api
from tests.translation.files import entry, take
from translation.models import SegmentTranslation

Desks = tuple[Desk, Desk]


def states() -> dict[str, str]:
    return {path: state for path, (_, state) in stored().items()}


def test_a_second_person_approves_one(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    assert not [name for name in tom.open().boxes if name.startswith("approve:")]
    rana.open().tick("approve", TITLE).save()
    assert {path for path, state in states().items() if state == "reviewed"} == {TITLE}
    row = SegmentTranslation.objects.get(path=TITLE)
    assert (row.translator, row.reviewer, row.reviewer_name) == (tom.user, rana.user, "Rana Reviewer")
    assert "approved by Rana Reviewer" in rana.around(TITLE)


def test_all_finished_texts_at_once_and_readers_get_them(desks: Desks, api: Api) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().save("approve_all")
    assert set(states().values()) == {"reviewed"}
    assert "Approved: 7." in rana.html
    answer = rana.client.get("/api/v1/nl/conditions/sore-throat/")
    assert answer.json()["title"] == "Keelpijn"


def test_nobody_approves_their_own(desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    tom.save("approve_all")
    tom.fields["approve:title"] = "1"
    assert tom.save().status_code == 200
    assert "Error review : not approved: the reviewer wrote this text" in tom.around(TITLE)
    assert set(states().values()) == {"translated"}
    assert "the reviewer wrote this text, and a second person has to approve it" in tom.around(TITLE)


def test_whoever_changes_a_text_does_not_approve_it(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().tick("approve", TITLE).type(title="Zere keel").save()
    assert stored()[TITLE] == ("Zere keel", "translated")
    assert "it is your own text now" in rana.around(TITLE)


def test_all_finished_leaves_out_what_was_changed_and_what_is_not_finished(desks: Desks) -> None:
    tom, rana = desks
    take(entry(tom.page, "title", fuzzy=True), translator=tom.user)
    tom.open().write({path: text for path, text in DUTCH.items() if path != TITLE}).save()
    assert "Not finished" in tom.around(TITLE)
    assert rana.open().type(summary="Pijn als je slikt.").save("approve_all").status_code == 302
    assert {path for path, state in states().items() if state != "reviewed"} == {TITLE, SUMMARY}
    tom.open().tick("keep", TITLE).save()
    assert states()[TITLE] == "translated"


def test_a_text_of_nobody_known_says_so(desks: Desks) -> None:
    tom, rana = desks
    take(entry(tom.page, "title"))
    rana.open().save("approve_all")
    assert states() == {TITLE: "translated"}
    assert "nobody knows who translated this text" in rana.around(TITLE)
    tom.open().tick("keep", TITLE).save()
    rana.open().tick("approve", TITLE).save()
    assert states() == {TITLE: "reviewed"}


def test_a_reviewer_without_a_name_is_told(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.user.first_name = rana.user.last_name = ""
    rana.user.save()
    rana.open().tick("approve", TITLE).save()
    assert states()[TITLE] == "translated"
    assert "rana has no name in the admin, and documents say who approved them: give one first" in rana.around(TITLE)


def test_an_approval_is_of_the_words_that_were_seen(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().tick("approve", TITLE, WARNING)
    tom.type(title="Zere keel").save()
    rana.save()
    assert states()[TITLE] == "translated"
    assert states()[WARNING] == "reviewed"
    assert "somebody else has stored another text" in rana.around(TITLE)
    assert "approve:title" not in rana.fields


def test_an_approval_is_of_the_source_that_was_seen(desks: Desks) -> None:
    tom, rana = desks
    tom.open().write(DUTCH).save()
    rana.open().tick("approve", TITLE)
    republish(tom.page, title="A sore throat")
    rana.save()
    assert states()[TITLE] == "translated"


def reader(name: str, *, change: bool = False) -> User:
    """A user of the admin, who may change conditions or not."""
    user = User.objects.create_user(name, first_name="Una", last_name="User")
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if change:
        permission = Permission.objects.get(codename="change_page")
        GroupPagePermission.objects.create(group=group, page=Page.objects.get(depth=1), permission=permission)
    user.groups.add(group)
    return user


def test_whoever_may_not_write_may_read(page: ConditionPage, desks: Desks) -> None:
    tom, _ = desks
    tom.open().write(DUTCH).save()
    una = Desk(reader("una"), page).open()
    assert una.text(TITLE) == "Keelpijn"
    assert "You may read these translations, but not change them" in una.html
    assert not [name for name in una.boxes if ":" in name]
    assert 'class="button">Save' not in una.html
    assert reverse("desk:upload", args=(page.pk, "nl")) not in una.html
    assert "(read only)" in una.client.get(reverse("desk:overview", args=(page.pk,))).content.decode()
    assert una.type(title="Anders").save().status_code == 403
    assert "una may not translate into nl" in una.html
    assert una.client.get(reverse("desk:upload", args=(page.pk, "nl"))).status_code == 403
    assert una.client.post(reverse("desk:upload", args=(page.pk, "nl"))).status_code == 403
    assert stored()[TITLE] == ("Keelpijn", "translated")


def test_a_translator_for_arabic_cannot_touch_dutch(page: ConditionPage, desks: Desks) -> None:
    user = reader("una", change=True)
    give_rights(user, "ar", review=False)
    una = Desk(user, page).open()
    assert una.type(title="Keelpijn").save().status_code == 403
    assert stored() == {}
    una = Desk(user, page, "ar").open()
    una.type(title="التهاب الحلق").save()
    assert stored("ar") == {TITLE: ("التهاب الحلق", "translated")}


def test_who_may_only_translate_approves_nothing_and_who_may_only_review_writes_nothing(
    page: ConditionPage, desks: Desks
) -> None:
    desks[0].open().write(DUTCH).save()
    una, eva = (Desk(reader(name, change=True), page) for name in ("una", "eva"))
    give_rights(una.user, "nl", review=False)
    give_rights(eva.user, "nl", translate=False)
    una.open().fields["approve:title"] = "1"
    assert una.save().status_code == 200
    assert "Error no_right : una may not approve translations into nl" in una.around(TITLE)
    assert eva.open().type(title="Zere keel").save().status_code == 200
    assert "Error no_right : you may review, but not translate into nl" in eva.around(TITLE)
    assert stored()[TITLE] == ("Keelpijn", "translated")
    assert eva.open().tick("approve", TITLE).save().status_code == 302
    assert states()[TITLE] == "reviewed"


def test_nobody_gets_in_without_logging_in(page: ConditionPage, desks: Desks) -> None:
    desks[0].client.logout()
    for name in ("translate", "preview", "upload"):
        answer = desks[0].client.get(reverse(f"desk:{name}", args=(page.pk, "nl")))
        assert answer["Location"].startswith("/admin/login/")
