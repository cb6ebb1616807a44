"""Reading XLIFF: each offending file as data, what it must say, and what must be left of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.catalogue import Catalogue, Entry
from translation.findings import Finding, Kind, Severity
from translation.formats import read_any
from translation.po_reader import MAX_ERRORS
from translation.xliff_reader import read_xliff
from translation.xliff_xml import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS

FILES = Path(__file__).parent / "xliff"
KEPT = Entry("c/title", "Kept", "Bewaard")
E, W = Severity.ERROR, Severity.WARNING
FRAMES = {
    "1.2": (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="x" datatype="plaintext" source-language="en" target-language="nl"><body>\n{}\n'
        "</body></file></xliff>"
    ),
    "2.1": (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="nl">'
        '<file id="f1">\n{}\n</file></xliff>'
    ),
}


def read(data: bytes | str) -> tuple[Catalogue, tuple[Finding, ...]]:
    catalogue, findings = read_xliff(data.encode() if isinstance(data, str) else data, "x.xlf")
    assert catalogue is not None, findings
    return catalogue, findings


def unit12(inside: str, attributes: str = "", context: str = "c/a#k") -> Entry:
    """The entry of one unit of XLIFF 1.2; nothing is found to be wrong."""
    return one("1.2", f'<trans-unit id="1" resname="{context}" xml:space="preserve"{attributes}>{inside}</trans-unit>')


def unit21(inside: str, attributes: str = "", context: str = "c/a#k") -> Entry:
    """The entry of one unit of XLIFF 2.1; nothing is found to be wrong."""
    return one("2.1", f'<unit id="1" name="{context}" xml:space="preserve"{attributes}>{inside}</unit>')


def one(version: str, unit: str) -> Entry:
    catalogue, findings = read(FRAMES[version].format(unit))
    assert findings == ()
    (entry,) = catalogue.entries
    return entry


# Every file has the good unit KEPT; it must always be left, and the wrong one never.
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("12_code_in_a_plain_text.xlf", [(7, Kind.MARKUP, "<g> is an inline code, and this text is plain")]),
        (
            "12_code_of_another_kind.xlf",
            [(7, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("12_duplicate.xlf", [(10, Kind.DUPLICATE, "the same unit as on line 6")]),
        (
            "12_duplicate_three_times.xlf",
            [(9, Kind.DUPLICATE, "the same unit as on line 6"), (12, Kind.DUPLICATE, "the same unit as on line 6")],
        ),
        ("12_empty_source.xlf", [(6, Kind.SYNTAX, "the <source> is empty")]),
        ("12_native_codes.xlf", [(7, Kind.MARKUP, "<bpt> is no inline code that our files have")]),
        ("12_no_source.xlf", [(5, Kind.SYNTAX, "the unit has no <source>")]),
        ("12_pretty_printed.xlf", [(6, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        (
            "12_second_file_in_another_language.xlf",
            [(11, Kind.WRONG_LOCALE, "this <file> is in es, an earlier one in nl")],
        ),
        ("12_space_by_default.xlf", [(7, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        ("12_target_in_another_language.xlf", [(7, Kind.WRONG_LOCALE, "the translation is in “de-CH”, not in nl")]),
        ("12_text_between.xlf", [(5, Kind.SYNTAX, "text between the elements of a unit: “Een”")]),
        ("12_text_in_the_body.xlf", [(4, Kind.SYNTAX, "text between the elements of <body>: “and rest”")]),
        ("12_two_sources.xlf", [(7, Kind.SYNTAX, "a second <source> for one unit")]),
        ("12_two_targets.xlf", [(8, Kind.SYNTAX, "a second <target> for one unit")]),
        (
            "12_unknown_code.xlf",
            [(7, Kind.MARKUP, "the inline code “2” is not in the source, and doesn't say what it is")],
        ),
        ("12_words_in_a_code.xlf", [(7, Kind.MARKUP, "the inline code “1” is no tag: “of meer”")]),
        ("21_code_in_a_plain_text.xlf", [(7, Kind.MARKUP, "<ph> is an inline code, and this text is plain")]),
        ("21_code_point.xlf", [(7, Kind.MARKUP, "<cp> is no inline code that our files have")]),
        ("21_duplicate.xlf", [(12, Kind.DUPLICATE, "the same unit as on line 6")]),
        ("21_empty_source.xlf", [(6, Kind.SYNTAX, "the <source> is empty")]),
        ("21_end_of_nothing.xlf", [(7, Kind.MARKUP, "<ec> ends an inline code that nothing began")]),
        ("21_half_translated.xlf", [(10, Kind.UNTRANSLATED, "1 of the 2 segments of this unit have no translation")]),
        (
            "21_lost_markup.xlf",
            [(6, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("21_no_order.xlf", [(5, Kind.SYNTAX, "the order “first” is no number")]),
        ("21_no_segment.xlf", [(4, Kind.SYNTAX, "the unit has no <segment>")]),
        ("21_no_source.xlf", [(5, Kind.SYNTAX, "the unit has no <source>")]),
        ("21_pretty_printed.xlf", [(6, Kind.WHITESPACE, "a line end in a text whose space doesn't count")]),
        ("21_same_order.xlf", [(9, Kind.SYNTAX, "two parts of this unit have the order 2")]),
        ("21_target_in_another_language.xlf", [(7, Kind.WRONG_LOCALE, "the translation is in “de”, not in nl")]),
        ("21_text_between.xlf", [(5, Kind.SYNTAX, "text between the elements of a unit: “and rest”")]),
        ("21_two_targets.xlf", [(8, Kind.SYNTAX, "a second <target> for one unit")]),
        (
            "21_unknown_code.xlf",
            [(7, Kind.MARKUP, "the inline code “1” is not in the source, and doesn't say what it is")],
        ),
        ("21_words_in_a_code.xlf", [(10, Kind.MARKUP, "the inline code “1” is no tag: “of meer”")]),
    ],
)
def test_an_offending_unit_is_left_out_and_named(name: str, expected: list[tuple[int, Kind, str]]) -> None:
    catalogue, findings = read_xliff((FILES / name).read_bytes(), name)
    assert [(f.line, f.kind, f.severity) for f in findings] == [(line, kind, E) for line, kind, _ in expected]
    for finding, (_, _, words) in zip(findings, expected, strict=True):
        assert words in finding.message
        assert finding.file == name
    assert catalogue == Catalogue("nl", (KEPT,), source_locale="en")


@pytest.mark.parametrize(
    ("name", "line", "kind", "words"),
    [
        ("bare_ampersand.xlf", 7, Kind.SYNTAX, "not well-formed (invalid token)"),
        ("billion_laughs.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("bom_and_latin1.xlf", 1, Kind.ENCODING, "it declares ISO-8859-1, but begins as utf-8"),
        ("conflict.xlf", 7, Kind.CONFLICT, "a merge conflict that is not resolved"),
        ("control_character.xlf", 7, Kind.SYNTAX, "not well-formed (invalid token)"),
        ("cut_off.xlf", 8, Kind.SYNTAX, "unclosed token"),
        ("empty.xlf", 1, Kind.SYNTAX, "no element found"),
        ("external_dtd.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("external_entity.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("html.xlf", 1, Kind.FORMAT, "this is “html” and not XLIFF"),
        ("latin1_as_utf8.xlf", 7, Kind.ENCODING, "this is not utf-8: invalid continuation byte at bytes e9 e9 6e 3c"),
        ("no_namespace.xlf", 1, Kind.FORMAT, "XLIFF of version “1.2” in no namespace is not read"),
        (
            "no_version.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of no version in namespace “urn:oasis:names:tc:xliff:document:1.2” is not read",
        ),
        ("no_xml.xlf", 1, Kind.SYNTAX, "syntax error"),
        ("not_closed.xlf", 8, Kind.SYNTAX, "mismatched tag"),
        ("number_of_a_control_character.xlf", 7, Kind.SYNTAX, "reference to invalid character number"),
        ("parameter_entity.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("public_dtd.xlf", 2, Kind.UNSAFE, "a document type (<!DOCTYPE>)"),
        ("two_roots.xlf", 12, Kind.SYNTAX, "junk after document element"),
        ("undeclared_prefix.xlf", 4, Kind.SYNTAX, "unbound prefix"),
        ("undefined_entity.xlf", 7, Kind.SYNTAX, "undefined entity"),
        ("unknown_encoding.xlf", 1, Kind.ENCODING, "unknown character set klingon"),
        ("utf16_as_utf8.xlf", 1, Kind.ENCODING, "it declares UTF-8, but begins as utf-16-le"),
        ("utf8_as_utf16.xlf", 1, Kind.ENCODING, "it declares UTF-16, but begins as utf-8"),
        (
            "version_1.1.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of version “1.1” in namespace “urn:oasis:names:tc:xliff:document:1.1” is not read",
        ),
        (
            "version_2.2.xlf",
            1,
            Kind.FORMAT,
            "XLIFF of version “2.2” in namespace “urn:oasis:names:tc:xliff:document:2.2” is not read",
        ),
        (
            "version_of_the_other_namespace.xlf",
            2,
            Kind.FORMAT,
            "XLIFF of version “2.1” in namespace “urn:oasis:names:tc:xliff:document:1.2” is not read",
        ),
    ],
)
def test_what_is_no_xliff_is_refused_whole(name: str, line: int, kind: Kind, words: str) -> None:
    catalogue, findings = read_xliff((FILES / name).read_bytes(), name)
    assert catalogue is None
    assert [(f.file, f.line, f.kind, f.severity) for f in findings] == [(name, line, kind, E)]
    assert words in findings[0].message


def test_every_offending_file_is_tested() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    assert [path.name for path in FILES.iterdir() if f'"{path.name}"' not in here] == []


def test_a_finding_names_the_context() -> None:
    assert [f.path for f in read_xliff((FILES / "12_no_source.xlf").read_bytes(), "x")[1]] == ["c/a"]


# --- who is who ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identity", "context"),
    [
        ('id="7" {}="k/title"', "k/title"),
        ('id="u-other" {}="k/title"', "k/title"),  # the name is ours, an id may have come from anywhere
        ('id="u-k_2f_title"', "k/title"),
        ('id="u-k_2f_causes.1_23_a:12"', "k/causes.1#a"),
        ('id="u-_e9_"', "é"),
        ('id="u-"', ""),
        ('id="u-_110000_"', None),
        ('id="u-_d800_"', None),
        ('id="u-_0_"', None),
        ('id="u-a_b"', None),
        ('id="7"', None),
        ("", None),
    ],
)
def test_the_context_is_in_the_name_and_in_the_id(identity: str, context: str | None) -> None:
    inside = "<source>One</source>"
    assert one("1.2", f"<trans-unit {identity.format('resname')}>{inside}</trans-unit>").context == context
    unit = f"<unit {identity.format('name')}><segment>{inside}</segment></unit>"
    assert one("2.1", unit).context == context


# --- what a translator's tool does --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("", ("", False, False)),
        ("<target/>", ("", False, False)),
        ('<target state="translated"/>', ("", False, False)),
        ('<target state="needs-translation"/>', ("", False, False)),
        ("<target>Een</target>", ("Een", False, False)),
        ('<target state="translated">Een</target>', ("Een", False, False)),
        ('<target state="signed-off">Een</target>', ("Een", False, True)),
        ('<target state="final">Een</target>', ("Een", False, True)),
        ('<target state="new">Een</target>', ("Een", True, False)),
        ('<target state="needs-translation">Een</target>', ("Een", True, False)),
        ('<target state="needs-l10n">Een</target>', ("Een", True, False)),
        ('<target state="needs-review-translation">Een</target>', ("Een", True, False)),
        ('<target state="x-mine">Een</target>', ("Een", True, False)),
        ('<target state="gibberish">Een</target>', ("Een", True, False)),
        ('<target state-qualifier="mt-suggestion">Een</target>', ("Een", True, False)),
        ('<target state="translated" state-qualifier="mt-suggestion">Een</target>', ("Een", False, False)),
    ],
)
def test_states_of_1_2(target: str, expected: tuple[str, bool, bool]) -> None:
    entry = unit12(f"<source>One</source>{target}")
    assert (entry.target, entry.fuzzy, entry.reviewed) == expected


@pytest.mark.parametrize(
    ("state", "target", "expected"),
    [
        ("", "", ("", False, False)),
        ("", "<target/>", ("", False, False)),
        ("", "<target>Een</target>", ("Een", True, False)),  # “initial” is the standard's default
        (' state="initial"', "<target>Een</target>", ("Een", True, False)),
        (' state="translated"', "<target>Een</target>", ("Een", False, False)),
        (' state="reviewed"', "<target>Een</target>", ("Een", False, True)),
        (' state="final"', "<target>Een</target>", ("Een", False, True)),
        (' state="final"', "", ("", False, False)),
        (' state="gibberish"', "<target>Een</target>", ("Een", True, False)),
    ],
)
def test_states_of_2_1(state: str, target: str, expected: tuple[str, bool, bool]) -> None:
    entry = unit21(f"<segment{state}><source>One</source>{target}</segment>")
    assert (entry.target, entry.fuzzy, entry.reviewed) == expected


def test_segments_of_1_2_are_joined() -> None:
    entry = unit12(
        "<source>One. Two.</source>"
        '<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>'
        '<target state="translated"><mrk mtype="seg" mid="1">Een.</mrk> <mrk mtype="seg" mid="2">Twee.</mrk></target>'
    )
    assert (entry.source, entry.target) == ("One. Two.", "Een. Twee.")


def test_segments_of_2_1_are_joined() -> None:
    entry = unit21(
        '<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>'
        '<segment state="final"><source><sc id="1" dataRef="d1"/>One.</source>'
        '<target><sc id="1" dataRef="d1"/>Een.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Two<ec startRef="1" dataRef="d2"/>.</source>'
        '<target>Twee<ec startRef="1"/>.</target></segment>'
    )
    assert (entry.source, entry.target) == ("<b>One. Two</b>.", "<b>Een. Twee</b>.")
    assert (entry.fuzzy, entry.reviewed) == (False, False)


def test_one_unfinished_segment_makes_the_unit_unfinished() -> None:
    entry = unit21(
        '<segment state="final"><source>One.</source><target>Een.</target></segment>'
        '<segment state="initial"><source>Two.</source><target>Twee.</target></segment>'
    )
    assert (entry.target, entry.fuzzy) == ("Een.Twee.", True)


def test_segments_in_another_order() -> None:
    entry = unit21(
        '<segment state="final"><source>A</source><target order="3">a</target></segment>'
        "<ignorable><source>, </source></ignorable>"
        '<segment state="final"><source>B</source><target order="1">b</target></segment>'
    )
    assert (entry.source, entry.target) == ("A, B", "b, a")


def test_segments_without_any_translation() -> None:
    segment = "<segment><source>One.</source></segment>"
    assert unit21(f"{segment}<ignorable><source> </source></ignorable>{segment}").target == ""


def test_a_code_that_lost_what_it_says_is_known_by_its_id() -> None:
    text = '<a id="1">One</a><br/>'
    source12 = '<g id="1" equiv-text="&lt;a id=&quot;1&quot;>">One</g><x id="2" equiv-text="&lt;br/>"/>'
    assert unit12(f'<source>{source12}</source><target><g id="1">One</g><x id="2"/></target>').target == text
    data = (
        '<originalData><data id="a">&lt;a id="1"></data><data id="b">&lt;/a></data><data id="c">&lt;br/></data>'
        "</originalData>"
    )
    source21 = '<pc id="1" dataRefStart="a" dataRefEnd="b">One</pc><ph id="2" dataRef="c"/>'
    target = '<target><pc id="1">One</pc><ph id="2"/></target>'
    assert unit21(f"{data}<segment><source>{source21}</source>{target}</segment>").target == text


def test_codes_that_stand_otherwise_than_in_the_source_are_for_the_gate() -> None:
    source = '<g id="1" equiv-text="&lt;b>">One</g> <g id="2" equiv-text="&lt;i>">two</g>'
    target = '<g id="2">twee<g id="1">een</g></g><g id="1">!</g>'
    assert unit12(f"<source>{source}</source><target>{target}</target>").target == "<i>twee<b>een</b></i><b>!</b>"


def test_marks_are_looked_through() -> None:
    assert unit12('<source>One <mrk mtype="term">two</mrk></source>').source == "One two"
    marked = '<mrk id="m1" type="term">One</mrk> <sm id="m2" type="comment"/>two<em startRef="m2"/>'
    assert unit21(f"<segment><source>{marked}</source></segment>").source == "One two"


def test_what_xml_has_beside_text() -> None:
    text = "One<!-- not said --> &lt; <![CDATA[<b> & ]]>&#x201C;two&#8221;<?tool x?>"
    assert unit12(f"<source>{text}</source>", context="c/a").source == "One < <b> & “two”"
    assert unit21(f"<segment><source>{text}</source></segment>", context="c/a").source == "One < <b> & “two”"
    # In rich text a “<” that is no code is a letter, as in HTML.
    assert unit12(f"<source>{text}</source>").source == "One &lt; &lt;b&gt; &amp; “two”"


def test_notes() -> None:
    entry = unit12(
        '<source>One</source><note from="developer"> For you </note><note from="translator">By me\nand me</note>'
        '<note>By nobody</note><note from="flags">, ,</note><note from="flags">no-wrap</note>'
    )
    assert entry.comments == ("For you",)
    assert entry.translator_comments == ("By me", "and me", "By nobody", ", ,")
    assert entry.flags == ("no-wrap",)
    entry = unit21(
        '<notes><note category="developer"> For you </note><note id="1">By nobody</note>'
        '<note category="former-context">alone</note></notes><segment><source>One</source></segment>'
    )
    assert (entry.comments, entry.translator_comments) == (("For you",), ("By nobody",))
    assert (entry.previous, entry.previous_context) == (None, None)


@pytest.mark.parametrize(
    ("attributes", "flags"),
    [
        (' maxwidth="40" size-unit="char"', ("max-length:40",)),
        (' maxwidth="40"', ()),  # 1.2 counts pixels, if nothing else is said
        (' maxwidth="wide" size-unit="char"', ()),
    ],
)
def test_limits(attributes: str, flags: tuple[str, ...]) -> None:
    assert unit12("<source>One</source>", attributes).flags == flags


def test_only_a_former_version_is_a_former_source() -> None:
    proposal = "<alt-trans><source>Uno</source><target>x</target></alt-trans>"
    former = (
        '<alt-trans alttranstype="previous-version"><source>On <g id="9" equiv-text="&lt;b>">e</g></source>'
        "<target>x</target></alt-trans>"
    )
    assert unit12(f"<source>One</source>{proposal}").previous is None
    assert unit12(f"<source>One</source>{proposal}{former}").previous == "On <b>e</b>"


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


@settings(deadline=None)
@given(st.binary(max_size=60) | st.builds(str.encode, st.text(max_size=60)))
def test_reading_never_raises(data: bytes) -> None:
    catalogue, findings = read_xliff(data, "x.xlf")
    assert catalogue is None
    assert len(findings) == 1


@settings(deadline=None, max_examples=300)
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
