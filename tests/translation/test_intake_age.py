"""What is newer stays: an older file, an older source text or an empty entry takes nothing away."""

from __future__ import annotations

import pytest

from tests.factories import publish_condition, republish
from tests.translation.files import FILE, SITE, entry, error, line_of, stored, take
from translation.conditions import live_conditions, memory_of
from translation.export import catalogue_of
from translation.findings import Kind, Severity
from translation.import_report import Counts, FileReport
from translation.intake import import_catalogue
from translation.models import SegmentTranslation, State
from translation.po_writer import write_catalogue

pytestmark = pytest.mark.django_db


def test_an_older_file_does_not_overwrite_a_newer_text() -> None:
    page = publish_condition()
    take(entry(page, "title", "Keelpijn"))
    take(entry(page, "title", "Zere keel"))
    old = entry(page, "title", "Keelpijn")
    report = take(old)
    assert report == FileReport(
        FILE,
        "nl",
        False,
        Counts(refused=1),
        (
            error(
                line_of("title", old),
                "title",
                Kind.OLDER_FILE,
                "the CMS has a newer translation than this file; --force brings this one back",
            ),
        ),
    )
    assert stored() == {"title": ("Zere keel", "translated")}
    assert take(old, force=True).counts == Counts(stored=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


def test_an_old_export_that_nobody_touched_takes_nothing_back() -> None:
    """Its entry is fuzzy and proposes the translation of the former text; meanwhile the new text has its own."""
    page = publish_condition()
    take(entry(page, "summary"))
    republish(page, summary="Pain.")
    (condition,) = live_conditions()
    old = write_catalogue(catalogue_of(condition, "nl", memory_of(page.translation_key, "nl")))
    take(entry(page, "summary", "Pijn.", source="Pain."))

    report = import_catalogue(file=FILE, data=old, locales=SITE)

    row = SegmentTranslation.objects.get(source_text="Pain.")
    assert (row.target_text, row.state) == ("Pijn.", State.TRANSLATED)
    assert report.counts.stored == 0


def test_an_older_source_text_is_kept_and_not_current() -> None:
    page = publish_condition()
    republish(page, summary="Pain.")
    report = take(entry(page, "summary"))
    assert [(f.kind, f.severity, f.message) for f in report.findings] == [
        (Kind.OLDER_SOURCE, Severity.WARNING, "the page now says “Pain.”; kept for the text in the file, not served")
    ]
    assert report.counts == Counts(stored=1)
    row = SegmentTranslation.objects.get()
    assert (row.source_text, row.target_text) == ("Pain when you swallow.", "Pijn bij het slikken.")


def test_an_empty_entry_takes_nothing_away() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    report = take(entry(page, "title", ""))
    assert [(f.kind, f.severity) for f in report.findings] == [(Kind.UNTRANSLATED, Severity.WARNING)]
    assert report.counts == Counts(empty=1)
    assert stored() == {"title": ("Keelpijn", "translated")}
