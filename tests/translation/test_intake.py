"""A translator's file is taken whole or not at all, reported entry by entry, and kept with its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from pathlib import PurePath
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from pages.models import ConditionPage
from tests.factories import heading, make_people, paragraph, publish_condition, republish
from translation.catalogue import Catalogue, Entry
from translation.conditions import live_conditions, memory_of
from translation.export import catalogue_of
from translation.findings import Finding, Kind, Severity
from translation.intake import Counts, FileReport, ReviewError, import_catalogue
from translation.models import SegmentTranslation, State, TranslationEvent
from translation.po_reader import read_catalogue
from translation.po_writer import write_catalogue
from translation.signals import translations_changed
from translation.storing import IMPORT_ACTION

pytestmark = pytest.mark.django_db

FILE = "nl/conditions/sore-throat.po"
SITE = ("en", "nl", "es", "ar")
WORDS = {
    "title": ("Sore throat", "Keelpijn"),
    "summary": ("Pain when you swallow.", "Pijn bij het slikken."),
    "definition.def1#k0000": (
        "A sore throat is pain at the back of the throat.",
        "Keelpijn is pijn achter in de keel.",
    ),
}


def entry(page: ConditionPage | UUID, path: str, target: str | None = None, **more: Any) -> Entry:
    """The entry of a path with its usual words, or with another target or source."""
    key = page if isinstance(page, UUID) else page.translation_key
    source, usual = WORDS.get(path, ("?", ""))
    return Entry(f"{key}/{path}", more.pop("source", source), usual if target is None else target, **more)


def everything(page: ConditionPage, **targets: str) -> list[Entry]:
    return [entry(page, path, targets.get(path.split(".")[0])) for path in WORDS]


def take(*entries: Entry, file: str = FILE, locale: str | None = "nl", **options: Any) -> FileReport:
    """Imports a file of these entries, as a translator's tool would have written it."""
    data = write_catalogue(Catalogue(locale, entries))
    return import_catalogue(file=file, data=data, locales=SITE, **options)


def line_of(path: str, *entries: Entry) -> int:
    """The line of the msgid of the entry with this path."""
    lines = write_catalogue(Catalogue("nl", entries)).decode().splitlines()
    (at,) = [number for number, line in enumerate(lines, start=1) if line.endswith(f'/{path}"')]
    return at + 1


def stored() -> dict[str, tuple[str, str]]:
    """`{path: (target, state)}` of all rows."""
    return {row.path: (row.target_text, row.state) for row in SegmentTranslation.objects.oldest_first()}


def history() -> list[tuple[str, str]]:
    return list(TranslationEvent.objects.order_by("pk").values_list("target_text", "state"))


def error(line: int | None, path: str, kind: Kind, message: str) -> Finding:
    return Finding(FILE, line, path, kind, Severity.ERROR, message)


# --- whole, or not at all -----------------------------------------------------------------------------------------


def test_a_good_file() -> None:
    page = publish_condition()
    assert take(*everything(page, summary="")) == FileReport(FILE, "nl", True, Counts(stored=2, empty=1))
    assert stored() == {
        "title": ("Keelpijn", "translated"),
        "definition.def1#k0000": ("Keelpijn is pijn achter in de keel.", "translated"),
    }


def test_one_error_keeps_the_whole_file_out() -> None:
    page = publish_condition()
    entries = everything(page, summary="Pijn\nbij")
    report = take(*entries)
    assert report == FileReport(
        FILE,
        "nl",
        False,
        Counts(refused=3),
        (
            error(
                line_of("summary", *entries),
                "summary",
                Kind.WHITESPACE,
                "a line end in a text that has none: “Pijn\\nbij”",
            ),
        ),
    )
    assert stored() == {}
    assert history() == []


def test_the_good_entries_of_a_bad_file_if_asked() -> None:
    page = publish_condition()
    report = take(*everything(page, summary="Pijn\nbij", title=""), partial=True)
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
    assert tried.counts == Counts(stored=1, approved=1, empty=1, refused=1)


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


# --- which language -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "header", "locale"),
    [
        ("x.po", "nl", "nl"),
        ("nl/conditions/x.po", None, "nl"),
        ("locale/nl/conditions/x.po", "nl", "nl"),
        ("NL/conditions/x.po", None, "nl"),
        ("fr/conditions/x.po", "nl", "nl"),  # a folder that is no language of ours says nothing
    ],
)
def test_language_by_header_or_folder(file: str, header: str | None, locale: str) -> None:
    page = publish_condition()
    assert take(entry(page, "title"), file=file, locale=header).locale == locale
    assert SegmentTranslation.objects.get().locale == locale


@pytest.mark.parametrize(
    ("file", "header", "message"),
    [
        ("x.po", None, "neither its header nor its folder says which language it is in"),
        ("conditions/x.po", None, "neither its header nor its folder says which language it is in"),
        ("fr/conditions/x.po", None, "neither its header nor its folder says which language it is in"),
        ("nl/conditions/x.po", "fr", "its language is “fr”; this site has en, nl, es, ar"),
        ("nl/conditions/x.po", "es", "its header says es, but it lies in the folder of nl"),
    ],
)
def test_language_in_doubt(file: str, header: str | None, message: str) -> None:
    key = uuid4()
    report = take(*(entry(key, path) for path in WORDS), file=file, locale=header)
    finding = Finding(file, None, "", Kind.WRONG_LOCALE, Severity.ERROR, message)
    assert (report.locale, report.taken, report.counts) == (None, False, Counts(refused=3))
    assert finding in report.findings
    assert stored() == {}


def test_languages_are_apart() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    take(entry(page, "title", "Dolor de garganta"), file="x.po", locale="es")
    rows = SegmentTranslation.objects.values_list("locale", "target_text")
    assert set(rows) == {("nl", "Keelpijn"), ("es", "Dolor de garganta")}


def test_the_language_that_a_condition_is_written_in_takes_no_translation() -> None:
    page = publish_condition()
    report = take(*everything(page), file="en/conditions/sore-throat.po", locale="en")
    message = "sore-throat is written in en: its text is changed in the CMS"
    finding = Finding("en/conditions/sore-throat.po", None, "", Kind.WRONG_LOCALE, Severity.ERROR, message)
    assert report == FileReport("en/conditions/sore-throat.po", "en", False, Counts(refused=3), (finding,))
    assert stored() == {}


# --- where it belongs ---------------------------------------------------------------------------------------------


def test_contexts_that_name_nothing_we_have() -> None:
    page, other = publish_condition(), uuid4()
    entries = [
        Entry(None, "Sore throat", "Keelpijn"),
        Entry("menu", "Sore throat", "Keelpijn"),
        entry(other, "title"),
        entry(page, "nowhere", "x"),
        entry(page, "title"),
    ]
    lines = [e.line for e in _read(*entries)]
    assert take(*entries) == FileReport(
        FILE,
        "nl",
        False,
        Counts(refused=5),
        (
            error(lines[0], "", Kind.UNKNOWN_CONTEXT, "msgctxt “” is not one that an export wrote"),
            error(lines[1], "", Kind.UNKNOWN_CONTEXT, "msgctxt “menu” is not one that an export wrote"),
            error(lines[2], "title", Kind.UNKNOWN_CONTEXT, f"no condition has the key {other}"),
            error(
                lines[3],
                "nowhere",
                Kind.UNKNOWN_PATH,
                "no text stands or ever stood at this place; was the file edited?",
            ),
        ),
    )
    assert stored() == {}


def _read(*entries: Entry) -> tuple[Entry, ...]:
    catalogue, _ = read_catalogue(write_catalogue(Catalogue("nl", entries)), FILE)
    assert catalogue is not None
    return catalogue.entries


def test_a_file_of_two_conditions() -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    report = take(entry(throat, "title"), entry(gout, "title", "Jicht", source="Gout"), entry(throat, "summary"))
    assert report == FileReport(FILE, "nl", True, Counts(stored=3))
    assert set(SegmentTranslation.objects.values_list("condition", "path", "target_text")) == {
        (throat.translation_key, "title", "Keelpijn"),
        (throat.translation_key, "summary", "Pijn bij het slikken."),
        (gout.translation_key, "title", "Jicht"),
    }


def test_an_older_source_text_is_kept_and_not_current() -> None:
    page = publish_condition()
    republish(page, summary="Pain.")
    report = take(entry(page, "summary"))
    assert [(f.kind, f.severity, f.message) for f in report.findings] == [
        (Kind.OLDER_SOURCE, Severity.WARNING, "the page now says “Pain.”; kept for the older text, not served")
    ]
    assert report.counts == Counts(stored=1)
    row = SegmentTranslation.objects.get()
    assert (row.source_text, row.target_text) == ("Pain when you swallow.", "Pijn bij het slikken.")


def test_texts_of_a_condition_that_is_gone_are_kept() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    key = page.translation_key
    page.delete()
    report = take(entry(key, "title", "Zere keel"))
    assert (report.taken, report.counts, [f.kind for f in report.findings]) == (
        True,
        Counts(stored=1),
        [Kind.OLDER_SOURCE],
    )


def test_plain_text_that_left_the_page_has_the_rules_of_plain_text() -> None:
    """A heading such as “Platelets < 150” is no markup, whether the page still has it or not."""
    page = publish_condition(causes=[heading("h", "Platelets < 150")])
    before = entry(page, "causes.h", "Plaatjes < 150", source="Platelets < 150")
    assert take(before).counts == Counts(stored=1)
    republish(page, causes=[])
    after = entry(page, "causes.h", "Trombocyten < 150", source="Platelets < 150")
    assert take(after).counts == Counts(stored=1)


@pytest.mark.parametrize("spelling", [str.upper, "{{{}}}".format], ids=["capitals", "braces"])
def test_one_place_spelled_in_two_ways_is_reported(spelling: Any) -> None:
    """Both entries are for one row: that must be a finding, not a crash, and must not be stored by luck."""
    page = publish_condition()
    other = Entry(f"{spelling(str(page.translation_key))}/title", "Sore throat", "Zere keel")
    report = take(entry(page, "title"), other)
    assert not report.taken
    assert report.findings


# --- newer and older files ----------------------------------------------------------------------------------------


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


def test_an_empty_entry_takes_nothing_away() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    report = take(entry(page, "title", ""))
    assert [(f.kind, f.severity) for f in report.findings] == [(Kind.UNTRANSLATED, Severity.WARNING)]
    assert report.counts == Counts(empty=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


def test_fuzzy_is_kept_for_review_until_its_translator_ends_the_doubt() -> None:
    page = publish_condition()
    tom, rana = make_people()
    people: dict[str, Any] = {"translator": tom, "reviewer": rana}
    assert take(entry(page, "title", fuzzy=True), **people).counts == Counts(stored=1)
    assert stored() == {"title": ("Keelpijn", "needs_review")}
    assert take(entry(page, "title", fuzzy=True), **people).counts == Counts(unchanged=1)
    assert stored() == {"title": ("Keelpijn", "needs_review")}
    assert take(entry(page, "title"), translator=tom).counts == Counts(approved=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


# --- review by a second person ------------------------------------------------------------------------------------


def test_a_review_needs_two_people() -> None:
    page = publish_condition()
    tom, rana = make_people()
    with pytest.raises(ReviewError, match="second person"):
        take(*everything(page), reviewer=rana)
    with pytest.raises(ReviewError, match="second person"):
        take(*everything(page), translator=tom, reviewer=tom)
    assert stored() == {}


def test_translated_and_approved_at_once() -> None:
    page = publish_condition()
    tom, rana = make_people()
    before = timezone.now()
    assert take(entry(page, "title"), translator=tom, reviewer=rana).counts == Counts(stored=1)
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator, row.reviewer, row.reviewer_name) == ("reviewed", tom, rana, "Rana Reviewer")
    assert row.reviewed_at is not None
    assert before <= row.reviewed_at <= timezone.now()
    assert row.origin == "po"


def test_without_a_reviewer_nothing_is_approved() -> None:
    page = publish_condition()
    tom, _ = make_people()
    take(entry(page, "title"), translator=tom)
    row = SegmentTranslation.objects.get()
    assert (row.state, row.translator) == ("translated", tom)
    assert (row.reviewer, row.reviewer_name, row.reviewed_at) == (None, "", None)


def test_approved_later_by_somebody_else() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(*everything(page, summary=""), translator=tom)
    assert take(*everything(page), translator=tom, reviewer=rana).counts == Counts(stored=1, approved=2)
    assert {state for _, state in stored().values()} == {"reviewed"}
    assert take(*everything(page), translator=tom, reviewer=rana).counts == Counts(unchanged=3)


def test_nobody_approves_their_own_text_under_another_name() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=rana)
    assert take(entry(page, "title"), translator=tom, reviewer=rana).counts == Counts(unchanged=1)
    assert stored() == {"title": ("Keelpijn", "translated")}


def test_a_text_of_nobody_known_is_not_approved() -> None:
    """An approved text has a translator who isn't its reviewer; who imported this one before, nobody can say."""
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"))
    take(entry(page, "title"), translator=tom, reviewer=rana)
    row = SegmentTranslation.objects.get()
    assert row.state != State.REVIEWED or row.translator is not None


def test_another_text_undoes_the_review() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    take(entry(page, "title", "Zere keel"), translator=tom)
    row = SegmentTranslation.objects.get()
    assert (row.target_text, row.state) == ("Zere keel", "translated")
    assert (row.reviewer, row.reviewer_name, row.reviewed_at) == (None, "", None)


def test_a_reviewer_who_leaves_keeps_the_name_on_what_was_approved() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title"), translator=tom, reviewer=rana)
    rana.delete()
    row = SegmentTranslation.objects.get()
    assert (row.state, row.reviewer, row.reviewer_name) == ("reviewed", None, "Rana Reviewer")


# --- history, log, signal -----------------------------------------------------------------------------------------


def test_the_history_holds_every_earlier_text() -> None:
    page = publish_condition()
    tom, rana = make_people()
    take(entry(page, "title", "Keel", fuzzy=True), translator=tom)
    take(entry(page, "title", "Keelpijn"), translator=tom)
    take(entry(page, "title", "Keelpijn"), translator=tom, reviewer=rana)
    first = list(TranslationEvent.objects.order_by("pk").values())
    take(entry(page, "title", "Zere keel"), translator=tom)

    assert history() == [
        ("Keel", "needs_review"),
        ("Keelpijn", "translated"),
        ("Keelpijn", "reviewed"),
        ("Zere keel", "translated"),
    ]
    events = TranslationEvent.objects.order_by("pk")
    assert list(events.values())[:3] == first
    assert [event.user for event in events] == [tom, tom, rana, tom]
    assert {event.translation for event in events} == {SegmentTranslation.objects.get()}


class Heard:
    """Who was told of what."""

    def __init__(self) -> None:
        self.signals: list[tuple[set[UUID], str]] = []

    def __call__(self, conditions: set[UUID], locale: str, **_: Any) -> None:
        self.signals.append((conditions, locale))


@pytest.fixture
def heard() -> Iterator[Heard]:
    heard = Heard()
    translations_changed.connect(heard)
    yield heard
    translations_changed.disconnect(heard)


def logged() -> list[tuple[int, User | None, dict[str, Any]]]:
    entries = PageLogEntry.objects.filter(action=IMPORT_ACTION).order_by("pk")
    return [(e.page_id, e.user, e.data) for e in entries]


def test_one_signal_for_a_file_and_one_line_in_the_log_of_each_page(heard: Heard) -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    tom, rana = make_people()
    people: dict[str, Any] = {"translator": tom, "reviewer": rana}
    take(*everything(throat), entry(gout, "title", "Jicht", source="Gout"), **people)
    assert heard.signals == [({throat.translation_key, gout.translation_key}, "nl")]
    assert sorted(logged(), key=lambda line: line[0]) == [
        (throat.pk, rana, {"locale": "nl"}),
        (gout.pk, rana, {"locale": "nl"}),
    ]


def test_only_those_are_told_to_whom_something_happened(heard: Heard) -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    take(entry(throat, "title"))
    take(entry(throat, "title"), entry(gout, "title", "Jicht", source="Gout"))
    assert [keys for keys, _ in heard.signals] == [{throat.translation_key}, {gout.translation_key}]
    assert [page for page, _, _ in logged()] == [throat.pk, gout.pk]


def test_where_nothing_happened_nobody_is_told(heard: Heard) -> None:
    page = publish_condition()
    take(*everything(page), dry_run=True)
    take(*everything(page, summary="x" * 301))
    take(*everything(page, title="", summary="", definition=""))
    assert heard.signals == []
    assert logged() == []


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
        "counts": {"stored": 0, "approved": 0, "unchanged": 0, "empty": 0, "refused": 3},
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
