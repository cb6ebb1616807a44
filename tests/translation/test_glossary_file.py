"""A glossary's file: what is right comes in tidied, what is wrong is a finding with its line, and all comes back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.findings import Finding, Kind, Severity
from translation.glossary_entry import GlossaryEntry, flaws_of
from translation.glossary_file import COLUMNS, MAX_BYTES, read_glossary, write_glossary

SITE = ("en", "nl", "es", "ar")
HEADER = "source_language,source,language,required,forbidden,note"
PLATELET = GlossaryEntry("en", "platelet", "nl", ("bloedplaatje", "trombocyt"), ("plaatje",), "Blood.")


def read(text: str | bytes) -> tuple[tuple[GlossaryEntry, ...], tuple[Finding, ...]]:
    return read_glossary(text.encode() if isinstance(text, str) else text, "g.csv", SITE)


def rows(*lines: str) -> str:
    return "\n".join([HEADER, *lines]) + "\n"


def test_a_file() -> None:
    text = rows("en,platelet,nl,bloedplaatje|trombocyt,plaatje,Blood.")
    assert read(text) == ((PLATELET,), ())
    assert write_glossary([PLATELET]).decode() == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_as_spreadsheets_save_it(delimiter: str, bom: bytes, end: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerow(["en", " platelet ", "nl", "bloedplaatje | trombocyt||", "plaatje", "Blood."])
    writer.writerow([""] * 6)
    assert read(bom + out.getvalue().encode()) == ((PLATELET,), ())


def test_a_cell_may_hold_another_delimiter() -> None:
    entries, findings = read("source_language;source;language;required;forbidden;note\nen;rest;nl;rust;;a, b,c,d,e\n")
    assert (entries, findings) == ((GlossaryEntry("en", "rest", "nl", ("rust",), (), "a, b,c,d,e"),), ())


def test_letters_are_the_same_however_they_are_composed() -> None:
    (entry,), findings = read(rows("en,cafe\u0301,nl,cafe\u0301|caf\u00e9,,", "en,caf\u00e9,nl,x,,"))
    assert entry == GlossaryEntry("en", "caf\u00e9", "nl", ("caf\u00e9",))
    assert [finding.kind for finding in findings] == [Kind.DUPLICATE]


def test_what_is_tidied() -> None:
    (entry,), _ = read(rows("en,high   blood pressure,nl, hoge  bloeddruk|Hoge bloeddruk|| ,,  a   note "))
    assert entry == GlossaryEntry("en", "high blood pressure", "nl", ("hoge bloeddruk",), (), "a note")


NO_LANGUAGE = "no such language here: “{}”; there are en, nl, es, ar"
WITHOUT = "forbidden: no text can have “{}” without the forbidden “{}”"
COUNT = "{} columns, not 6: a cell with “,” in it needs quotes"


@pytest.mark.parametrize(
    ("row", "kind", "message"),
    [
        ("en,a,de,b,,", Kind.WRONG_LOCALE, f"language: {NO_LANGUAGE.format('de')}"),
        ("xx,a,nl,b,,", Kind.WRONG_LOCALE, f"source_language: {NO_LANGUAGE.format('xx')}"),
        ("nl,a,nl,b,,", Kind.WRONG_LOCALE, "language: a term and its translation are in two languages"),
        ("en, ,nl,b,,", Kind.EMPTY, "source: there is no source term"),
        ("en,\u0301,nl,b,,", Kind.EMPTY, "source: there is no word in “\u0301”"),  # an accent alone
        ("en,a,nl,|,,n", Kind.EMPTY, "required: there is no translation, neither required nor forbidden"),
        (f"en,a,nl,{'b' * 101},,", Kind.LENGTH, f"required: 101 characters, at most 100 fit: “{'b' * 59}…”"),
        (f"en,a,nl,b,,{'n' * 501}", Kind.LENGTH, "note: 501 characters, at most 500 fit"),
        ("en,a,nl,b\u202ec,,", Kind.CONTROL, "required: a character that can't be seen: “b\\u202ec”"),
        ("en,a,nl,b,,n\x07", Kind.CONTROL, "note: a character that can't be seen: “n\\x07”"),
        ("en,a|b,nl,c,,", Kind.SYNTAX, "source: “|” stands between terms, not in one: “a|b”"),
        ("en,a,nl,Bloed,bloed,", Kind.GLOSSARY, WITHOUT.format("Bloed", "bloed")),
        ("en,a,nl,hoge bloeddruk,bloeddruk,", Kind.GLOSSARY, WITHOUT.format("hoge bloeddruk", "bloeddruk")),
        ("en,a,nl,b", Kind.SYNTAX, COUNT.format(4)),
        ("en,a,nl,b,,c,d", Kind.SYNTAX, COUNT.format(7)),
        ("en,Platelet,nl,x,,", Kind.DUPLICATE, "“Platelet” stands in line 2 too"),
    ],
)
def test_a_bad_row(row: str, kind: Kind, message: str) -> None:
    good = "en,platelet,nl,bloedplaatje|trombocyt,plaatje,Blood."
    # The third line is one row over two lines: findings count lines, as an editor's screen does.
    entries, findings = read(rows(good, '"en","high\nfever",nl,koorts,,', row, "en,rest,nl,rust,,"))
    assert findings == (Finding("g.csv", 5, "", kind, Severity.ERROR, message),)
    assert [entry.source for entry in entries] == ["platelet", "high fever", "rest"]


def test_every_bad_row_is_told() -> None:
    _, findings = read(rows("en,,de,b,,", "en,a,nl", "en,b,nl,c,,", "en,B,nl,c,,"))
    assert [(finding.line, finding.kind) for finding in findings] == [
        (2, Kind.WRONG_LOCALE),
        (2, Kind.EMPTY),
        (3, Kind.SYNTAX),
        (5, Kind.DUPLICATE),
    ]


@pytest.mark.parametrize(
    ("data", "line", "kind"),
    [
        (b"", 1, Kind.HEADER),
        (b"\n", 1, Kind.HEADER),
        (b"en,a,nl,b,,\n", 1, Kind.HEADER),
        (b"source_language,source,language,required,forbidden\n", 1, Kind.HEADER),
        (b"source_language|source|language|required|forbidden|note\n", 1, Kind.HEADER),
        (b"source_language,source,language;required;forbidden;note\n", 1, Kind.HEADER),
        (rows("en,a,nl,b,,", "").encode() + b"en,caf\xe9,nl,b,,\n", 4, Kind.ENCODING),
        (rows("en,a,nl,b,,").encode("utf-16"), 1, Kind.ENCODING),
        (rows("en,a,nl,b,,", 'en,"b,nl,c,,', "en,d,nl,e,,").encode(), 3, Kind.SYNTAX),
        (rows("en,a,nl,b,,", 'en,"b"c,nl,c,,').encode(), 3, Kind.SYNTAX),
        (rows(f"en,a,nl,b,,{'n' * 200_000}").encode(), 2, Kind.SYNTAX),
        (rows().encode() + b"x" * MAX_BYTES, None, Kind.SIZE),
    ],
)
def test_a_file_that_cant_be_read(data: bytes, line: int | None, kind: Kind) -> None:
    _, findings = read(data)
    assert [(finding.line, finding.kind, finding.severity) for finding in findings] == [(line, kind, Severity.ERROR)]


def test_a_file_without_rows() -> None:
    assert read(rows()) == ((), (Finding("g.csv", None, "", Kind.EMPTY, Severity.WARNING, "there is no term in it"),))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-itis", "@x", "'=1+1", "''-a", "'-a|=b"])
def test_no_cell_is_a_formula(cell: str) -> None:
    terms = tuple(cell.split("|"))
    entry = GlossaryEntry("en", terms[0], "nl", terms, (), cell)
    data = write_glossary([entry])
    written = next(iter(csv.DictReader(io.StringIO(data.decode()))))
    assert [written[name] for name in ("source", "required", "note")] == [f"'{terms[0]}", f"'{cell}", f"'{cell}"]
    assert read(data) == ((entry,), ())


def test_an_apostrophe_by_itself_is_one() -> None:
    entry = GlossaryEntry("en", "'s", "nl", ("'s avonds",))
    data = write_glossary([entry])
    assert b"''" not in data
    assert read(data) == ((entry,), ())


WORDS = st.text(max_size=12) | st.text(alphabet="'=+-@|,;\"\t \nab\u00e9e\u0301", max_size=12)
ENTRIES = st.builds(
    GlossaryEntry,
    st.sampled_from(SITE),
    WORDS,
    st.sampled_from(SITE),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(WORDS, max_size=3).map(tuple),
    WORDS,
).map(GlossaryEntry.tidied)


@given(st.lists(ENTRIES, max_size=6))
def test_whatever_can_be_stored_comes_back_to_the_letter(entries: list[GlossaryEntry]) -> None:
    good = list({entry.key: entry for entry in entries if not list(flaws_of(entry, SITE))}.values())
    data = write_glossary(good)
    read_back, findings = read(data)
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    assert set(read_back) == set(good)
    assert write_glossary(reversed(read_back)) == data


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: rows(text).encode()))
def test_whatever_comes_in_is_read_or_told(data: bytes) -> None:
    entries, findings = read(data)
    assert entries or findings
    assert [entry for entry in entries if list(flaws_of(entry, SITE))] == []


@given(ENTRIES)
def test_tidying_twice_changes_nothing(entry: GlossaryEntry) -> None:
    assert entry.tidied() == entry
