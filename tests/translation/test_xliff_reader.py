"""Reading XLIFF files: their units and language, their bytes and lines, and whatever else is handed in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.offending import E, W
from tests.translation.xliff_pieces import FRAMES, read
from translation.catalogue import Catalogue, Entry
from translation.findings import Kind
from translation.formats import read_any
from translation.po_reader import MAX_ERRORS
from translation.xliff_reader import read_xliff
from translation.xliff_xml import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS


def test_groups_and_files_are_read_as_one() -> None:
    def unit(name: str) -> str:
        return f'<trans-unit id="{name}" resname="{name}"><source>One</source></trans-unit>'

    catalogue, findings = read(
        FRAMES["1.2"].format(
            f"<group><note>x</note>{unit('a')}<group>{unit('b')}</group></group>"
            '</body></file><file original="y" datatype="plaintext" source-language="en" target-language="NL"><body>'
            f"{unit('c')}"
        )
    )
    assert [entry.context for entry in catalogue.entries] == ["a", "b", "c"]
    assert findings == ()


def test_what_is_not_read_is_named() -> None:
    _, findings = read(FRAMES["1.2"].format('<bin-unit id="1"/><x:y xmlns:x="z"/>'))
    assert [(f.line, f.kind, f.severity, f.message) for f in findings] == [
        (3, Kind.SYNTAX, W, "<bin-unit> is not read"),
        (None, Kind.EMPTY, W, "there is no unit in this file"),
    ]


def test_version_2_0_is_2_1_as_far_as_we_go() -> None:
    unit = '<unit id="1" name="c"><segment><source>One</source></segment></unit>'
    assert read(FRAMES["2.1"].replace('"2.1"', '"2.0"').format(unit))[0].entries == (Entry("c", "One"),)


@pytest.mark.parametrize(("written", "locale"), [("NL", "nl"), ("nl_be", "nl-BE"), ("sr-latn", "sr-Latn")])
def test_the_language(written: str, locale: str) -> None:
    for frame in FRAMES.values():
        assert read(frame.replace('"nl"', f'"{written}"').format(""))[0].locale == locale


@pytest.mark.parametrize("attribute", ["", ' target-language=""', ' target-language="xx"'])
def test_no_language(attribute: str) -> None:
    catalogue, findings = read(FRAMES["1.2"].replace(' target-language="nl"', attribute).format(""))
    assert catalogue.locale is None
    assert [(f.line, f.kind, f.severity) for f in findings] == [(2, Kind.HEADER, W), (None, Kind.EMPTY, W)]


# --- the bytes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("utf-16le", "utf-16-le"),
        ("UTF-16BE", "utf-16-be"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
    ],
)
def test_the_declared_character_set_is_honoured(declared: str, codec: str) -> None:
    frame = f'<?xml version="1.0" encoding="{declared}"?>\n' + FRAMES["1.2"]
    unit = '<trans-unit id="1" resname="c"><source>a</source><target>één</target></trans-unit>'
    catalogue, findings = read(frame.format(unit).encode(codec))
    assert (catalogue.entries, findings) == ((Entry("c", "a", "één"),), ())


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_declares_nothing_is_unicode(codec: str) -> None:
    unit = '<trans-unit id="1" resname="c"><source>神经</source></trans-unit>'
    assert read(FRAMES["1.2"].format(unit).encode(codec))[0].entries == (Entry("c", "神经"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    unit = '<trans-unit id="1" resname="c">\n<source>a\nb</source></trans-unit>'.replace("\n", end)
    frame = FRAMES["1.2"].replace("\n", end).replace("><body>", ' xml:space="preserve"><body>')
    catalogue, _ = read(frame.format(unit))
    assert [(entry.line, entry.source) for entry in catalogue.entries] == [(4, "a\nb")]


def test_lines_are_counted_past_65535() -> None:
    unit = '<trans-unit id="1" resname="c"><source>a</source></trans-unit>'
    assert [entry.line for entry in read(FRAMES["1.2"].format("\n" * 70_000 + unit))[0].entries] == [70_003]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" " * (MAX_BYTES + 1), "32 MB"),
        (FRAMES["1.2"].format("<group>" * MAX_DEPTH).encode(), "nested"),
        (FRAMES["1.2"].format("<x/>" * MAX_ELEMENTS).encode(), "more than 500000 elements"),
    ],
    ids=["bytes", "depth", "elements"],
)
def test_there_is_a_limit_to_everything(data: bytes, words: str) -> None:
    catalogue, findings = read_xliff(data, "x.xlf")
    assert (catalogue, [(f.kind, f.severity) for f in findings]) == (None, [(Kind.SIZE, E)])
    assert words in findings[0].message


def test_a_report_is_bounded() -> None:
    _, findings = read(FRAMES["1.2"].format("<trans-unit/>" * 5_000))
    assert len(findings) == MAX_ERRORS + 1
    assert findings[-1].message == f"{5_000 - MAX_ERRORS} more errors; correct these first"


@pytest.mark.parametrize(
    ("file", "is_xliff"),
    [("x.xlf", True), ("x.XLF", True), ("x.xliff", True), ("x.po", False), ("x", True), ("upload.tmp", True)],
)
def test_the_reader_goes_by_the_name_then_by_the_first_character(file: str, is_xliff: bool) -> None:
    data = FRAMES["1.2"].format('<trans-unit id="1" resname="c"><source>a</source></trans-unit>')
    for encoded in (data.encode(), data.encode("utf-8-sig"), f" \n{data}".encode(), data.encode("utf-16")):
        catalogue, _ = read_any(encoded, file)
        assert (catalogue is not None and catalogue.entries == (Entry("c", "a"),)) is is_xliff
    assert read_any(b'msgid "a"\nmsgstr "b"\n', "upload.tmp")[0] == Catalogue(None, (Entry(None, "a", "b"),))


# --- whatever comes in --------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        '<trans-unit id="1" resname="c#k">',
        '<unit id="1" name="c#k">',
        "</unit>",
        "</trans-unit>",
        "<segment>",
        "</segment>",
        "<source>",
        "</source>",
        '<target state="new">',
        '<target order="1">',
        "</target>",
        '<g id="1" equiv-text="&lt;b>">',
        '<g id="1">',
        "</g>",
        '<x id="1"/>',
        '<pc id="1">',
        "</pc>",
        '<sc id="1"/>',
        '<ec startRef="1"/>',
        "<mrk>",
        "</mrk>",
        '<note from="flags">',
        "</note>",
        "<ignorable>",
        "</ignorable>",
        '<originalData><data id="1">&lt;b></data></originalData>',
        "a",
        "&amp;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x>",
        "&x;",
        "\x1b",
        "<group>",
        "</group>",
        "<alt-trans>",
        "</alt-trans>",
    ]
)


@given(st.binary(max_size=60) | st.builds(str.encode, st.text(max_size=60)))
def test_reading_never_raises(data: bytes) -> None:
    catalogue, findings = read_xliff(data, "x.xlf")
    assert catalogue is None
    assert len(findings) == 1


@settings(max_examples=300)
@given(st.sampled_from([*FRAMES]), st.lists(PIECES, max_size=14))
def test_reading_anything_that_looks_right_never_raises(version: str, pieces: list[str]) -> None:
    catalogue, findings = read_xliff(FRAMES[version].format("".join(pieces)).encode(), "x.xlf")
    assert findings or (catalogue is not None and catalogue.entries)


@pytest.mark.parametrize(
    "piece", ['<g id="1" equiv-text="&lt;b>">a</g>', "&lt;", "<!---->", "&amp;nbsp;", "<mrk>a</mrk>"]
)
def test_time_is_linear(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    unit = f'<trans-unit id="1" resname="c#k"><source>{text}</source><target>{text}</target></trans-unit>'
    started = time.process_time()
    read(FRAMES["1.2"].format(unit))
    assert time.process_time() - started < 6  # quadratic takes minutes
