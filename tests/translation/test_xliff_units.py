"""Reading the units of XLIFF: whose they are, and whatever a translator's tool does to their texts."""

from __future__ import annotations

import pytest

from tests.translation.xliff_pieces import one
from translation.catalogue import Entry


def unit12(inside: str, attributes: str = "", context: str = "c/a#k") -> Entry:
    """The entry of one unit of XLIFF 1.2; nothing is found to be wrong."""
    return one("1.2", f'<trans-unit id="1" resname="{context}" xml:space="preserve"{attributes}>{inside}</trans-unit>')


def unit21(inside: str, attributes: str = "", context: str = "c/a#k") -> Entry:
    """The entry of one unit of XLIFF 2.1; nothing is found to be wrong."""
    return one("2.1", f'<unit id="1" name="{context}" xml:space="preserve"{attributes}>{inside}</unit>')


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


# --- states and segments ------------------------------------------------------------------------------------------


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


# --- codes and marks ----------------------------------------------------------------------------------------------


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


# --- what stands beside the text ----------------------------------------------------------------------------------


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
