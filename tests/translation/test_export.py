"""A translator gets every text of a condition once, and is told of each how far it has come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.content import condition_shape
from tests.contents import contents
from tests.translation.rows import STATES, Stored, states
from translation.base import header_of
from translation.catalogue import Catalogue, CatalogueError, Entry
from translation.conditions import SourceCondition, split_context
from translation.export import Written, catalogue_of, catalogue_path, write_catalogue_file
from translation.formats import FORMATS, Format, read_any
from translation.gate import Known, Step, decide
from translation.segments import Segment, segments_of
from translation.verdicts import TranslationMemory


def nothing_known(path: str, text: str) -> bool:
    """The CMS never had any text."""
    return False


KEY = UUID("12345678-1234-4234-8234-123456789abc")
SUMMARY = Segment("summary", "Rest.", "plain", False, 300, "Summary")
WARNING = Segment("treatments.t.warnings.w", "Not for children.", "plain", True, 500, "Treatments › Warning")
TEXT = Segment("definition.d#k", "10<sup>9</sup>/L", "rich", False, None, "Definition › Text")


def source(*segments: Segment) -> SourceCondition:
    return SourceCondition(KEY, "gout", "en", segments)


def test_a_whole_catalogue() -> None:
    rows = [
        Stored("summary", "Move.", "Beweeg."),
        Stored("treatments.t.warnings.w", "Not for children.", "Niet voor kinderen."),
    ]
    assert catalogue_of(source(TEXT, SUMMARY, WARNING), "nl", TranslationMemory(rows)) == Catalogue(
        "nl",
        (
            Entry(f"{KEY}/definition.d#k", "10<sup>9</sup>/L", comments=("Definition › Text",)),
            Entry(
                f"{KEY}/summary",
                "Rest.",
                "Beweeg.",
                previous="Move.",
                fuzzy=True,
                flags=("max-length:300",),
                comments=("Summary",),
            ),
            Entry(
                f"{KEY}/treatments.t.warnings.w",
                "Not for children.",
                "Niet voor kinderen.",
                flags=("max-length:500",),
                comments=("Treatments › Warning (critical)",),
                reviewed=True,
            ),
        ),
        headers=(header_of([Entry(f"{KEY}/treatments.t.warnings.w", "Not for children.", "Niet voor kinderen.")]),),
        source_locale="en",
    )


HERE = {state: Stored("summary", "Rest.", "Rust.", state) for state in STATES}
FORMER = {state: Stored("summary", "Move.", "Beweeg.", state) for state in STATES}


@pytest.mark.parametrize(
    ("rows", "target", "previous", "fuzzy"),
    [
        pytest.param([], "", None, False, id="missing"),
        pytest.param([HERE["reviewed"]], "Rust.", None, False, id="reviewed"),
        pytest.param([HERE["translated"]], "Rust.", None, False, id="translated"),
        pytest.param([HERE["needs_review"]], "Rust.", None, True, id="not finished"),
        pytest.param([HERE["machine"]], "Rust.", None, True, id="by a machine"),
        pytest.param([FORMER["reviewed"]], "Beweeg.", "Move.", True, id="stale"),
        pytest.param([FORMER["machine"]], "Beweeg.", "Move.", True, id="stale, by a machine"),
        pytest.param([HERE["reviewed"], FORMER["reviewed"]], "Rust.", None, False, id="reverted"),
        pytest.param([Stored("title", "Rest.", "Rust.")], "", None, False, id="the same words in a place that is gone"),
        pytest.param(
            [Stored("title", "Rest!", "Rust!")], "Rust!", "Rest!", True, id="like words in a place that is gone"
        ),
        pytest.param([Stored("title", "Rest!", "Rust!", "needs_review")], "", None, False, id="they weren't finished"),
        pytest.param([Stored("title", "Run away!", "Vlucht!")], "", None, False, id="other words"),
        pytest.param([Stored("definition.d#k", "Rest!", "Rust!")], "", None, False, id="rich text is another thing"),
    ],
)
def test_how_far_an_entry_has_come(rows: list[Stored], target: str, previous: str | None, fuzzy: bool) -> None:
    (entry,) = catalogue_of(source(SUMMARY), "nl", TranslationMemory(rows)).entries
    assert (entry.target, entry.previous, entry.fuzzy) == (target, previous, fuzzy)


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (f"{KEY}/summary", (KEY, "summary")),
        (f"{KEY}/definition.d#k/x", (KEY, "definition.d#k/x")),
        (None, None),
        ("", None),
        (str(KEY), None),
        (f"{KEY}/", None),
        ("/summary", None),
        ("gout/summary", None),
        ("123/summary", None),
    ],
)
def test_a_context_names_condition_and_place(context: str | None, expected: tuple[UUID, str] | None) -> None:
    assert split_context(context) == expected


def without_states(catalogue: Catalogue) -> Catalogue:
    """What PO can say of it."""
    entries = tuple(replace(entry, reviewed=False) for entry in catalogue.entries)
    return Catalogue(catalogue.locale, entries, catalogue.headers)


@settings(max_examples=30)
@given(contents(condition_shape()), st.data())
def test_whatever_goes_out_can_be_read_and_says_nothing_new(content: object, data: st.DataObject) -> None:
    segments = segments_of(condition_shape(), content)
    rows = [
        Stored(segment.path, segment.text + data.draw(st.sampled_from(["", "?"])), segment.text, data.draw(states))
        for segment in segments
        if data.draw(st.booleans())
    ]
    memory = TranslationMemory(rows)

    catalogue = catalogue_of(source(*segments), "nl", memory)

    assert [split_context(entry.context) for entry in catalogue.entries] == [(KEY, s.path) for s in segments]
    assert [entry.source for entry in catalogue.entries] == [segment.text for segment in segments]
    for name, carrier in FORMATS.items():
        read, findings = read_any(carrier.write(catalogue), f"gout{carrier.suffix}")
        if segments:
            assert (read, list(findings)) == (without_states(catalogue) if name == "po" else catalogue, [])
    for entry, segment in zip(catalogue.entries, segments, strict=True):
        known = Known(
            segment.path,
            memory.judge(segment),
            memory.row_of(segment.path, entry.source),
            frozenset(),
            memory.targets_at(segment.path),
            "en",
            "nl",
        )
        decision = decide(entry, known)
        assert decision.step in (Step.SKIP, Step.CONFIRM)
        assert decision.remarks == ()
        if entry.target and not entry.fuzzy:  # a translator sees as done only what was done for these very words
            assert known.row is not None
            assert known.row.is_finished


def test_the_file_of_a_condition() -> None:
    assert catalogue_path(Path("locale"), "nl", "gout") == Path("locale/nl/conditions/gout.po")


@pytest.mark.parametrize("carrier", FORMATS.values(), ids=FORMATS)
def test_a_file_is_written_only_if_it_changed(tmp_path: Path, carrier: Format) -> None:
    path = tmp_path / "nl" / "conditions" / f"gout{carrier.suffix}"
    first = catalogue_of(source(SUMMARY), "nl", TranslationMemory([]))
    second = catalogue_of(source(SUMMARY), "nl", TranslationMemory([HERE["reviewed"]]))

    assert write_catalogue_file(path, first, nothing_known, carrier=carrier) is Written.WRITTEN
    assert path.read_bytes() == carrier.write(first)
    before = path.stat()
    assert write_catalogue_file(path, first, nothing_known, carrier=carrier) is Written.UNCHANGED
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert write_catalogue_file(path, second, nothing_known, carrier=carrier) is Written.WRITTEN
    assert path.read_bytes() == carrier.write(second)


@pytest.mark.parametrize("found", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("carrier", FORMATS.values(), ids=FORMATS)
def test_what_was_never_imported_is_kept(tmp_path: Path, carrier: Format, found: Format) -> None:
    """Whatever format the file is in that an export would overwrite."""
    path = tmp_path / f"gout{found.suffix}"
    ours = catalogue_of(source(SUMMARY), "nl", TranslationMemory([]))
    theirs = replace(ours, entries=(replace(ours.entries[0], target="Rust.", translator_comments=("ask Rana",)),))
    path.write_bytes(found.write(theirs))

    assert write_catalogue_file(path, ours, nothing_known, carrier=carrier) is Written.KEPT
    assert path.read_bytes() == found.write(theirs)
    imported = ("summary", "Rust.")
    result = write_catalogue_file(path, ours, lambda place, text: (place, text) == imported, carrier=carrier)
    assert result is Written.WRITTEN
    assert b"ask Rana" in path.read_bytes()
    path.write_bytes(b"no catalogue")
    assert write_catalogue_file(path, ours, nothing_known, carrier=carrier) is Written.KEPT
    assert write_catalogue_file(path, ours, nothing_known, carrier=carrier, force=True) is Written.WRITTEN


def test_a_text_that_a_format_can_not_carry_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gout.xlf"
    path.write_bytes(b"as it was")
    broken = catalogue_of(source(SUMMARY._replace(text="Rest.\x0b")), "nl", TranslationMemory([]))
    with pytest.raises(CatalogueError, match=r"summary': XML can't hold '\\x0b'"):
        write_catalogue_file(path, broken, nothing_known, carrier=FORMATS["xliff12"], force=True)
    assert path.read_bytes() == b"as it was"
