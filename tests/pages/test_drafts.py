"""An imported document becomes a draft, is found again by its address, and never reaches the world by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import Locale, PageLogEntry

from pages.drafts import EditedSinceError, NoPlaceError, Outcome, SavedDraft, save_draft
from pages.importing.values import ImportedBlock, ImportedDocument, ImportedSection, Kind, Section
from pages.models import ConditionIndexPage, ConditionPage, HomePage, ImportedSource
from tests.factories import build_condition
from translation.conditions import live_conditions

pytestmark = pytest.mark.django_db

ADDRESS = "old/gout.txt"


def document(title: str = "Gout", **sections: str | tuple[str, str]) -> ImportedDocument:
    """A document with a sentence in each of these sections, or with `(own heading, sentence)`."""
    runs = []
    for line, (name, said) in enumerate((sections or {"definition": "Crystals."}).items(), start=2):
        own, text = said if isinstance(said, tuple) else (None, said)
        block = ImportedBlock(Kind.PARAGRAPH, text, line)
        runs.append(ImportedSection(Section(name), own, line, (block,)))
    return ImportedDocument(title, "en", tuple(runs), (), ())


def save(what: ImportedDocument | None = None, *, address: str = ADDRESS, digest: str = "1", **more: Any) -> SavedDraft:
    return save_draft(document=what or document(), address=address, digest=digest, locale="en", **more)


def draft(page: ConditionPage) -> ConditionPage:
    return ConditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def words(page: ConditionPage) -> dict[str, list[str]]:
    """The plain words of each section that has any."""
    return {
        section.value: [str(block.value.source if hasattr(block.value, "source") else block.value) for block in blocks]
        for section in Section
        if (blocks := getattr(page, section.value))
    }


def test_a_new_document_becomes_a_draft() -> None:
    saved = save(document("Gout", definition="Crystals.", causes=("Why me?", "Beer.")))
    assert saved.outcome is Outcome.CREATED
    page = draft(saved.page)
    assert (page.title, page.slug, page.live, page.locale.language_code) == ("Gout", "gout", False, "en")
    assert page.get_parent().specific == ConditionIndexPage.objects.get()
    assert {name: len(blocks) for name, blocks in words(page).items()} == {"definition": 1, "causes": 1}
    assert "Crystals." in words(page)["definition"][0]
    assert (page.definition_heading, page.causes_heading) == ("", "Why me?")
    assert not list(live_conditions())


def test_the_same_file_again_changes_nothing() -> None:
    page = save().page
    revisions = page.revisions.count()
    again = save(document("Something else"))
    assert (again.outcome, again.page) == (Outcome.UNCHANGED, page)
    assert ConditionPage.objects.get().revisions.count() == revisions
    assert draft(page).title == "Gout"


def test_another_file_from_the_same_address_is_a_new_revision_of_the_same_page() -> None:
    first = save(document("Gout", definition="Crystals.", causes=("Why me?", "Beer."))).page
    second = save(document("Gout", definition="Crystals in the toe."), digest="2")
    assert (second.outcome, second.page.pk) == (Outcome.REVISED, first.pk)
    page = draft(first)
    assert [*words(page)] == ["definition"]
    assert "in the toe" in words(page)["definition"][0]
    assert page.causes_heading == ""
    assert ConditionPage.objects.count() == 1
    assert save(document("Gout"), digest="2").outcome is Outcome.UNCHANGED


def test_the_texts_of_earlier_revisions_stay_in_the_history() -> None:
    page = save(document(definition="First.")).page
    save(document(definition="Second."), digest="2")
    texts = [repr(revision.content["definition"]) for revision in page.revisions.order_by("pk")]
    assert ["First." in text for text in texts] == [True, False]
    assert ["Second." in text for text in texts] == [False, True]


def test_what_an_editor_added_besides_the_sections_stays() -> None:
    page = draft(save().page)
    page.summary, page.title, page.slug = "Painful joints.", "Gout (podagra)", "podagra"
    page.save_revision()
    save(document(definition="Second."), digest="2")
    after = draft(page)
    assert (after.summary, after.title, after.slug) == ("Painful joints.", "Gout (podagra)", "podagra")


def test_what_an_editor_wrote_into_the_sections_is_not_replaced_unasked() -> None:
    page = draft(save(document(definition="First.")).page)
    page.definition_heading = "What gout is"
    page.save_revision(clean=False)
    with pytest.raises(EditedSinceError, match=r"draft gout since it was imported"):
        save(document(definition="Second."), digest="2")
    assert "First." in words(draft(page))["definition"][0]
    assert save(document(definition="First."), digest="1").outcome is Outcome.UNCHANGED
    assert save(document(definition="Second."), digest="2", replace=True).outcome is Outcome.REVISED
    assert "Second." in words(draft(page))["definition"][0]
    assert any(revision.content["definition_heading"] == "What gout is" for revision in page.revisions.all())


def test_what_was_imported_can_not_be_told_when_its_revision_is_gone() -> None:
    page = draft(save().page)
    page.save_revision(clean=False)
    ImportedSource.objects.get().revision.delete()
    with pytest.raises(EditedSinceError):
        save(document(definition="Second."), digest="2")


def test_the_published_text_stays_until_an_editor_publishes() -> None:
    page = draft(save(document(definition="First.")).page)
    page.summary = "Painful joints."
    page.save_revision().publish()
    save(document(definition="Second."), digest="2")
    live = ConditionPage.objects.get()
    assert live.live
    assert live.has_unpublished_changes
    assert "First." in words(live)["definition"][0]
    assert "Second." in words(draft(live))["definition"][0]
    (condition,) = live_conditions()
    assert "First." in [segment.text for segment in condition.segments]


def test_a_deleted_draft_is_made_anew() -> None:
    save().page.delete()
    assert save().outcome is Outcome.CREATED
    assert ConditionPage.objects.count() == 1


def test_two_addresses_are_two_drafts() -> None:
    first = save(address="a.txt").page
    second = save(address="b.txt").page
    assert first.pk != second.pk
    assert {source.address: source.page_id for source in ImportedSource.objects.all()} == {
        "a.txt": first.pk,
        "b.txt": second.pk,
    }


@pytest.mark.parametrize(
    ("taken", "title", "slug"),
    [
        ([], "Sore throat", "sore-throat"),
        (["sore-throat"], "Sore throat", "sore-throat-2"),
        (["sore-throat", "sore-throat-2"], "Sore throat", "sore-throat-3"),
        (["sore-throat-2"], "Sore throat", "sore-throat"),
        (["sore", "sore-throats"], "Sore throat", "sore-throat"),
        (["sore-throat", "sore-throat-3"], "Sore throat", "sore-throat-2"),
        ([], "التهاب الحلق", "التهاب-الحلق"),
        ([], "???", "condition"),
        ([], "x" * 300, "x" * 240),
        (["x" * 240], "x" * 300, "x" * 240 + "-2"),
    ],
)
def test_slugs(taken: list[str], title: str, slug: str) -> None:
    for other in taken:
        build_condition(other)
    page = save(document(title)).page
    assert page.slug == slug
    page.summary = "x"
    page.full_clean()


def test_a_slug_in_another_folder_is_taken_too() -> None:
    build_condition("gout")
    folder = HomePage.objects.get().add_child(instance=ConditionIndexPage(title="More", slug="more"))
    ConditionPage.objects.get().move(folder, "last-child")
    assert save().page.slug == "gout-2"


@pytest.mark.parametrize(
    ("title", "address", "expected"),
    [("", "old/gout.txt", "gout.txt"), ("", "gout.txt", "gout.txt"), ("x" * 256, "a.txt", "x" * 255)],
)
def test_a_title_is_always_there_and_fits(title: str, address: str, expected: str) -> None:
    assert save(document(title), address=address).page.title == expected


def test_a_document_without_text_is_a_draft_without_text() -> None:
    saved = save(ImportedDocument("Gout", "en", (), (), ()))
    assert words(draft(saved.page)) == {}


def test_the_language_of_the_document() -> None:
    page = save_draft(document=document(), address=ADDRESS, digest="1", locale="nl").page
    assert page.locale == Locale.objects.get(language_code="nl")


def test_who_imported_is_in_the_log() -> None:
    user = User.objects.create_user("ed")
    page = save(user=user).page
    assert page.get_latest_revision().user == user
    assert user in {entry.user for entry in PageLogEntry.objects.filter(page=page.pk)}


def test_without_a_folder_for_conditions_nothing_is_saved() -> None:
    ConditionIndexPage.objects.get().delete()
    with pytest.raises(NoPlaceError, match="create one in the admin"):
        save()
    assert not ImportedSource.objects.exists()
