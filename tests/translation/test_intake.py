"""A translator's file is taken whole or not at all, and reported entry by entry."""

from __future__ import annotations

from dataclasses import asdict
from itertools import product
from pathlib import PurePath
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_people, paragraph, publish_condition
from tests.translation.files import FILE, SITE, entry, error, everything, history, line_of, stored, take
from translation.catalogue import Catalogue, Entry
from translation.conditions import live_conditions
from translation.findings import Kind, Severity
from translation.import_report import Counts, FileReport
from translation.intake import import_catalogue, import_catalogues
from translation.models import SegmentTranslation
from translation.po_writer import write_catalogue
from translation.signals import translations_changed

pytestmark = pytest.mark.django_db


def test_a_good_file() -> None:
    page = publish_condition()
    assert take(*everything(page, summary="")) == FileReport(FILE, "nl", True, Counts(stored=2, empty=1))
    assert stored() == {
        "title": ("Keelpijn", "translated"),
        "definition.def1#k0000": ("Keelpijn is pijn achter in de keel.", "translated"),
    }


def test_one_error_keeps_the_whole_file_out() -> None:
    page = publish_condition()
    entries = everything(page, summary="Pijn\nbij.")
    report = take(*entries)
    assert report == FileReport(
        FILE,
        "nl",
        False,
        Counts(refused=1, left=2),
        (
            error(
                line_of("summary", *entries),
                "summary",
                Kind.WHITESPACE,
                "a line end in a text that has none: “Pijn\\nbij.”",
            ),
        ),
    )
    assert stored() == {}
    assert history() == []


def test_the_good_entries_of_a_bad_file_if_asked() -> None:
    page = publish_condition()
    report = take(*everything(page, summary="Pijn\nbij.", title=""), partial=True)
    assert (report.taken, report.counts) == (True, Counts(stored=1, empty=1, refused=1))
    assert [*stored()] == ["definition.def1#k0000"]


def test_a_refused_text_leaves_the_good_one() -> None:
    page = publish_condition()
    take(*everything(page))
    report = take(entry(page, "summary", "x" * 301), entry(page, "title", "Zere keel"), partial=True)
    assert report.counts == Counts(stored=1, refused=1)
    assert stored()["summary"] == ("Pijn bij het slikken.", "translated")
    assert stored()["title"] == ("Zere keel", "translated")


def test_a_file_that_is_none() -> None:
    report = import_catalogue(file=FILE, data=b"\xff\xfe\x00", locales=SITE)
    assert (report.locale, report.taken, report.counts) == (None, False, Counts())
    assert [finding.severity for finding in report.findings] == [Severity.ERROR]


@pytest.mark.parametrize("data", [b"", b"\n", b"# only a comment\n"])
def test_a_file_without_entries_is_not_taken(data: bytes) -> None:
    report = import_catalogue(file=FILE, data=data, locales=SITE)
    assert (report.taken, report.counts) == (False, Counts())
    assert report.findings


def test_a_dry_run_reports_the_same_and_stores_nothing() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom)
    before, events = stored(), history()
    entries = [*everything(page, summary="x" * 301), entry(page, "title", "", source="Throat")]
    options: dict[str, Any] = {"translator": tom, "reviewer": rana, "partial": True}

    tried = take(*entries, dry_run=True, **options)

    assert (stored(), history()) == (before, events)
    assert tried == take(*entries, **options)
    assert tried.counts == Counts(stored=1, confirmed=1, empty=1, refused=1, approved=2)


def test_importing_twice_changes_nothing() -> None:
    page = publish_condition()
    take(*everything(page))
    rows = list(SegmentTranslation.objects.values())
    assert take(*everything(page)) == FileReport(FILE, "nl", True, Counts(unchanged=3))
    assert list(SegmentTranslation.objects.values()) == rows
    assert len(history()) == 3


MIXTURES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "good": [("title", {}), ("summary", {"target": ""})],
    "refused": [("title", {}), ("summary", {"target": " "}), ("definition.def1#k0000", {"target": ""})],
    "fuzzy": [("title", {"target": "Keel", "fuzzy": True}), ("summary", {"fuzzy": True})],
    "older": [("title", {"source": "Throat"}), ("title", {})],
    "lost": [("nowhere", {"target": "x"}), ("nowhere else", {"target": ""}), ("title", {"target": ""})],
    "empty": [("title", {"target": ""})],
}


@pytest.mark.parametrize("mixture", MIXTURES.values(), ids=MIXTURES)
def test_counts_add_up_to_the_entries(mixture: list[tuple[str, dict[str, Any]]]) -> None:
    page = publish_condition()
    take(entry(page, "title"))
    entries = [entry(page, path, **more) for path, more in mixture]
    for force, partial in product([False, True], repeat=2):
        report = take(*entries, dry_run=True, force=force, partial=partial)
        assert sum(asdict(report.counts).values()) == len(mixture)


def test_what_goes_wrong_on_the_way_undoes_all() -> None:
    page = publish_condition()

    def fail(**_: Any) -> None:
        raise RuntimeError("no")

    translations_changed.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            take(*everything(page))
    finally:
        translations_changed.disconnect(fail)
    assert (stored(), history()) == ({}, [])


def test_queries_are_as_many_for_a_long_file_as_for_a_short_one() -> None:
    texts = [f"Sentence {number}." for number in range(40)]
    short = publish_condition("short", title="A", summary="B", definition=[paragraph("d", "C")])
    long = publish_condition("long", title="A", summary="B", definition=[paragraph("d", *texts)])
    counted = []
    for page in (short, long):
        (condition,) = live_conditions(slugs=[page.slug])
        entries = [Entry(condition.context(s.path), s.text, f"{s.text}!") for s in condition.segments]
        with CaptureQueriesContext(connection) as queries:
            report = take(*entries)
        assert report.counts == Counts(stored=len(entries))
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_a_report_as_json() -> None:
    page = publish_condition()
    entries = everything(page, summary=" ")
    assert take(*entries).as_dict() == {
        "file": FILE,
        "locale": "nl",
        "taken": False,
        "counts": {"stored": 0, "confirmed": 0, "unchanged": 0, "empty": 0, "refused": 1, "approved": 0, "left": 2},
        "findings": [
            {
                "file": FILE,
                "line": line_of("summary", *entries),
                "path": "summary",
                "kind": "untranslated",
                "severity": "error",
                "message": "the translation is only space",
            }
        ],
    }


def test_the_name_of_the_file_is_shown_as_it_was_given() -> None:
    page = publish_condition()
    name = str(PurePath("a b", "nl", "conditions", "é.po"))
    assert take(entry(page, "title"), file=name).file == name


def test_files_that_go_through_together_stand_or_fall_alone() -> None:
    """A good file, a bad one, another language, no PO at all, and the first condition once more."""
    page, other = publish_condition(), publish_condition("gout")
    first = write_catalogue(Catalogue("nl", tuple(everything(page))))
    bad = write_catalogue(Catalogue("nl", tuple(everything(other, summary="Pijn\nbij."))))
    arabic = write_catalogue(Catalogue("ar", (entry(page, "title", "التهاب الحلق"),)))
    again = write_catalogue(Catalogue("nl", tuple(everything(page, title="Pijnlijke keel"))))
    files = {"1.po": first, "2.po": bad, "3.po": arabic, "4.po": b"\xff\xfe\x00", "5.po": again}
    reports = list(import_catalogues(files=files.items(), locales=SITE))
    assert [(report.file, report.taken, report.counts) for report in reports] == [
        ("1.po", True, Counts(stored=3)),
        ("2.po", False, Counts(refused=1, left=2)),
        ("3.po", True, Counts(stored=1)),
        ("4.po", False, Counts()),
        ("5.po", True, Counts(stored=1, unchanged=2)),
    ]
    assert {row.locale: row.target_text for row in SegmentTranslation.objects.filter(path="title")} == {
        "ar": "التهاب الحلق",
        "nl": "Pijnlijke keel",
    }


@pytest.mark.parametrize("is_reviewed", [True, False])
def test_the_queries_of_an_import_are_those_of_a_batch(is_reviewed: bool) -> None:
    tom, rana = make_people()
    pages = [publish_condition(f"condition-{number}") for number in range(4)]
    files = [(f"{page.slug}.po", write_catalogue(Catalogue("nl", tuple(everything(page))))) for page in pages]
    list(import_catalogues(files=files, locales=SITE, translator=tom, reviewer=rana if is_reviewed else None))

    def queries(count: int) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            reports = list(import_catalogues(files=files[:count], locales=SITE))
        assert [report.counts for report in reports] == [Counts(unchanged=3)] * count
        return [query["sql"].split()[0] for query in captured]

    assert queries(1) == queries(4)
    # The glossary, the conditions, their translations, how many texts they have; where not all is reviewed the live
    # pages, the drafts, the former texts, and the translations once more, to be changed. (PostgreSQL reads pages by
    # cursors that don't count.)
    assert queries(4).count("SELECT") <= (4 if is_reviewed else 8)
