"""A translation goes to the language and the place that its file names without a doubt, or nowhere."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.factories import heading, publish_condition, republish
from tests.translation.files import FILE, WORDS, entry, error, everything, stored, take
from translation.catalogue import Catalogue, Entry
from translation.findings import Finding, Kind, Severity
from translation.import_report import Counts, FileReport
from translation.models import SegmentTranslation
from translation.po_reader import read_catalogue
from translation.po_writer import write_catalogue

pytestmark = pytest.mark.django_db


# --- which language -------------------------------------------------------------------------------------------------


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
        ("nl/conditions/x.po", "es", "its header says es, where nl is expected"),
    ],
)
def test_language_in_doubt(file: str, header: str | None, message: str) -> None:
    key = uuid4()
    report = take(*(entry(key, path) for path in WORDS), file=file, locale=header)
    finding = Finding(file, None, "", Kind.WRONG_LOCALE, Severity.ERROR, message)
    assert (report.locale, report.taken, report.counts) == (None, False, Counts(left=3))
    assert finding in report.findings
    assert stored() == {}


SENTENCES = {
    "title": "Keelpijn bij kinderen",
    "summary": "Pijn bij het slikken van eten.",
    "definition.def1#k0000": "Keelpijn is pijn achter in de keel.",
}


@pytest.mark.parametrize("partial", [False, True])
def test_a_file_that_says_another_language_than_it_is_in(partial: bool) -> None:
    page = publish_condition()
    take(*(entry(page, path, words) for path, words in SENTENCES.items()))
    report = take(
        *(entry(page, path, words) for path, words in SENTENCES.items()), locale="es", file="x.po", partial=partial
    )
    assert (report.taken, report.counts) == (False, Counts(left=3))
    message = "3 of its 3 new sentences are those that the CMS has in nl: it is in that language, though it says es"
    assert Finding("x.po", None, "", Kind.WRONG_LOCALE, Severity.ERROR, message) in report.findings
    assert not SegmentTranslation.objects.filter(locale="es").exists()


def test_one_text_of_another_language_among_others_is_a_warning() -> None:
    page = publish_condition()
    take(*(entry(page, path, words) for path, words in SENTENCES.items()))
    spanish = {"title": "Dolor de garganta en niños", "summary": "Dolor al tragar los alimentos."}
    report = take(
        *(entry(page, path, words) for path, words in (SENTENCES | spanish).items()), locale="es", file="x.po"
    )
    (finding,) = report.findings
    assert (finding.path, finding.kind, finding.severity) == (
        "definition.def1#k0000",
        Kind.WRONG_LOCALE,
        Severity.WARNING,
    )
    assert finding.message == "the CMS has this very text in another language: nl"
    assert report.taken


def test_short_words_may_be_the_same_in_two_languages() -> None:
    page = publish_condition(title="Asthma", summary="Ibuprofen 400 mg")
    for locale in ("nl", "es"):
        entries = [
            entry(page, "title", "Astma", source="Asthma"),
            entry(page, "summary", "Ibuprofen 400 mg", source="Ibuprofen 400 mg"),
        ]
        assert take(*entries, locale=locale, file="x.po").taken


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


# --- which place ----------------------------------------------------------------------------------------------------


def test_contexts_that_name_nothing_we_have() -> None:
    page, other = publish_condition(), uuid4()
    entries = [
        Entry(None, "Sore throat", "Keelpijn"),
        Entry("menu", "Sore throat", "Keelpijn"),
        entry(other, "title"),
        entry(page, "nowhere", "x"),
        entry(page, "title"),
    ]
    catalogue, _ = read_catalogue(write_catalogue(Catalogue("nl", tuple(entries))), FILE)
    assert catalogue is not None
    lines = [e.line for e in catalogue.entries]
    assert take(*entries) == FileReport(
        FILE,
        "nl",
        False,
        Counts(refused=4, left=1),
        (
            error(lines[0], "", Kind.UNKNOWN_CONTEXT, "msgctxt “” is not one that an export wrote"),
            error(lines[1], "", Kind.UNKNOWN_CONTEXT, "msgctxt “menu” is not one that an export wrote"),
            error(lines[2], "title", Kind.UNKNOWN_CONTEXT, f"no condition has the key {other}"),
            error(
                lines[3],
                "nowhere",
                Kind.UNKNOWN_PATH,
                "no text stands at this place, nor was one ever translated; was it removed, or the file edited? "
                "--partial takes the rest",
            ),
        ),
    )
    assert stored() == {}


def test_a_file_of_two_conditions() -> None:
    throat, gout = publish_condition(), publish_condition("gout", title="Gout")
    report = take(entry(throat, "title"), entry(gout, "title", "Jicht", source="Gout"), entry(throat, "summary"))
    assert report == FileReport(FILE, "nl", True, Counts(stored=3))
    assert set(SegmentTranslation.objects.values_list("condition", "path", "target_text")) == {
        (throat.translation_key, "title", "Keelpijn"),
        (throat.translation_key, "summary", "Pijn bij het slikken."),
        (gout.translation_key, "title", "Jicht"),
    }


def test_texts_of_a_condition_that_is_gone_are_kept() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    key = page.translation_key
    page.delete()
    report = take(entry(key, "title", "Zere keel"))
    assert (report.taken, report.counts, [f.kind for f in report.findings]) == (
        True,
        Counts(stored=1),
        [Kind.UNKNOWN_CONTEXT, Kind.OLDER_SOURCE],
    )
    assert (report.findings[0].severity, report.findings[0].message) == (
        Severity.WARNING,
        f"the condition with the key {key} was deleted; its translations are kept, and not served",
    )


def test_texts_of_a_condition_that_is_not_published_are_kept_and_told() -> None:
    page = publish_condition()
    take(entry(page, "title"))
    page.unpublish()
    report = take(entry(page, "title"))
    message = "sore-throat is not published now; its translations are kept"
    assert (report.taken, report.counts, [f.kind for f in report.findings]) == (
        True,
        Counts(unchanged=1),
        [Kind.UNKNOWN_CONTEXT],
    )
    assert report.findings[0].message.startswith(message)


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
