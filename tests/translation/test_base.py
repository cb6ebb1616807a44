"""Two translators begin with the same export: the work of the one isn't lost to the file of the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from pages.models import ConditionPage
from tests.factories import make_people, publish_condition
from tests.translation.files import SITE, entry, everything, stored, take
from translation.base import HEADER, NOTHING, base_in, header_of, is_unseen
from translation.catalogue import Entry
from translation.conditions import live_conditions, memory_of
from translation.export import catalogue_of
from translation.findings import Kind
from translation.formats import FORMATS, Format
from translation.import_report import FileReport
from translation.intake import import_catalogue

GOUT = Entry("k/title", "Gout", "Jicht")


@pytest.fixture
def page(db: None) -> ConditionPage:
    return publish_condition()


@pytest.fixture
def una(db: None) -> User:
    return User.objects.create_superuser("una", first_name="Una")


def exported(page: ConditionPage, title: str | None, carrier: Format, *, bare: bool = False) -> bytes:
    """The export of now, in which a translator has given the title another translation."""
    (condition,) = live_conditions()
    catalogue = catalogue_of(condition, "nl", memory_of(page.translation_key, "nl"))
    entries = (
        replace(each, target=title, fuzzy=False, reviewed=False) if title and each.source == "Sore throat" else each
        for each in catalogue.entries
    )
    written = replace(catalogue, entries=tuple(entries))
    # The header is of what was exported, whatever the translator wrote since.
    return carrier.write(replace(written, headers=()) if bare else written)


def imported(data: bytes, carrier: Format, **options: object) -> FileReport:
    return import_catalogue(
        file=str(Path("nl/conditions") / f"sore-throat{carrier.suffix}"), data=data, locales=SITE, **options
    )


@pytest.mark.parametrize("carrier", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("before", [True, False], ids=["changed", "new"])
def test_the_second_of_two_files_does_not_overwrite_the_first(
    page: ConditionPage, una: User, carrier: Format, before: bool
) -> None:
    tom, _ = make_people()
    if before:
        take(*everything(page), translator=tom)
    toms, unas = exported(page, "Zere keel", carrier), exported(page, "Pijn in de keel", carrier)
    assert imported(toms, carrier, translator=tom).counts.stored == 1
    report = imported(unas, carrier, translator=una)
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert [finding.kind for finding in errors] == [Kind.OLDER_FILE]
    assert "somebody has changed this text since the file was made: “Zere keel”" in errors[0].message
    assert not report.taken
    assert stored()["title"] == ("Zere keel", "translated")
    assert imported(unas, carrier, translator=una, force=True).counts.stored == 1
    assert stored()["title"][0] == "Pijn in de keel"


def test_a_translator_goes_on_with_their_own_file(page: ConditionPage) -> None:
    tom, _ = make_people()
    first, second = (exported(page, title, FORMATS["po"]) for title in ("Zere keel", "Keelpijn"))
    for data in (first, second):
        assert imported(data, FORMATS["po"], translator=tom).counts.stored == 1


def test_what_was_changed_and_changed_back_is_what_the_file_was_made_from(page: ConditionPage, una: User) -> None:
    tom, _ = make_people()
    take(*everything(page), translator=tom)
    unas = exported(page, "Pijn in de keel", FORMATS["po"])
    take(entry(page, "title", "Zere keel"), translator=tom)
    take(entry(page, "title", "Keelpijn"), translator=tom, force=True)
    assert imported(unas, FORMATS["po"], translator=una).counts.stored == 1


def test_a_file_that_does_not_say_is_taken_as_it_comes(page: ConditionPage, una: User) -> None:
    tom, _ = make_people()
    take(*everything(page), translator=tom)
    unas = exported(page, "Pijn in de keel", FORMATS["po"], bare=True)
    take(entry(page, "title", "Zere keel"), translator=tom)
    assert imported(unas, FORMATS["po"], translator=una).counts.stored == 1


def test_what_replaces_an_approved_text_says_so_though_it_is_approved_at_once(page: ConditionPage) -> None:
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    report = take(entry(page, "title", "Zere keel"), translator=tom, reviewer=rana)
    assert [(f.kind, f.severity) for f in report.findings] == [(Kind.REVIEW, "info")]
    assert report.findings[0].message == "it replaces an approved text: “Keelpijn”"


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ([], None),
        ([("X-Other", "abcdef")], None),
        ([(HEADER, NOTHING)], frozenset()),
        ([(HEADER, "abcdef012345")], {"abcdef", "012345"}),
        ([(HEADER.lower(), "abcdef")], {"abcdef"}),
        ([(HEADER, "abcde")], None),
        ([(HEADER, "ABCDEF")], None),
        ([(HEADER, "")], None),
    ],
)
def test_what_a_header_says(headers: list[tuple[str, str]], base: set[str] | None) -> None:
    assert base_in(headers) == base


def test_only_translations_of_this_very_source_are_what_it_was_made_from() -> None:
    former = replace(GOUT, previous="Podagra", fuzzy=True)
    assert header_of([former, replace(GOUT, target="")]) == (HEADER, NOTHING)
    assert len(header_of([GOUT, former, replace(GOUT, context="k/summary")])[1]) == 12
    assert not is_unseen(base_in([header_of([GOUT])]), replace(GOUT, target="Podagra"), None, None)


def test_two_texts_that_changed_places_are_not_taken(page: ConditionPage) -> None:
    title, summary = entry(page, "title"), entry(page, "summary")
    report = take(replace(title, context=summary.context), replace(summary, context=title.context))
    assert [finding.kind for finding in report.findings] == [Kind.UNKNOWN_PATH] * 2
    assert (
        report.findings[0].message
        == "the page has this text at title, not here: was one msgctxt exchanged for another?"
    )
    assert stored() == {}
