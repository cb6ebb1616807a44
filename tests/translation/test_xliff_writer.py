"""Writing XLIFF: to the letter, and what no XLIFF file can hold is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tests.translation.xliff_pieces import KEY, WRITERS, catalogue, each_version
from translation.catalogue import Catalogue, CatalogueError, Entry
from translation.xliff_writer import write_xliff12, write_xliff21

XLIFF12 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="Plexus" datatype="plaintext" source-language="en" target-language="nl">
    <body>
      <trans-unit id="u-{KEY}_2f_title" resname="{KEY}/title" maxwidth="40" size-unit="char" xml:space="preserve">
        <source>Gout</source>
        <target state="needs-translation"></target>
        <note from="developer">Title</note>
      </trans-unit>
      <trans-unit id="u-{KEY}_2f_causes.1_23_a" resname="{KEY}/causes.1#a" xml:space="preserve">
        <source>Not <g id="1" ctype="bold" equiv-text="&lt;b&gt;">safe</g> &lt; 12 weeks</source>
        <target state="needs-review-translation"><g id="1" ctype="bold" equiv-text="&lt;b&gt;">Veilig</g></target>
        <note from="developer">Causes (critical)</note>
        <note from="translator">ask Rana</note>
        <alt-trans alttranstype="previous-version" xml:space="preserve">
          <source><g id="1" ctype="bold" equiv-text="&lt;b&gt;">Safe</g></source>
          <target><g id="1" ctype="bold" equiv-text="&lt;b&gt;">Veilig</g></target>
        </alt-trans>
      </trans-unit>
    </body>
  </file>
</xliff>
"""
XLIFF21 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" srcLang="en" trgLang="nl">
  <file id="f1" original="Plexus" srcDir="ltr" trgDir="ltr">
    <slr:profiles generalProfile="xliff:codepoints"/>
    <unit id="u-{KEY}_2f_title" name="{KEY}/title" slr:sizeRestriction="40" xml:space="preserve">
      <notes>
        <note category="developer">Title</note>
      </notes>
      <segment state="initial">
        <source>Gout</source>
      </segment>
    </unit>
    <unit id="u-{KEY}_2f_causes.1_23_a" name="{KEY}/causes.1#a" xml:space="preserve">
      <notes>
        <note category="developer">Causes (critical)</note>
        <note category="translator">ask Rana</note>
        <note category="former-source">&lt;b&gt;Safe&lt;/b&gt;</note>
      </notes>
      <originalData>
        <data id="d1">&lt;b&gt;</data>
        <data id="d2">&lt;/b&gt;</data>
      </originalData>
      <segment state="initial" subState="plexus:needs-review">
        <source>Not <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d2">safe</pc> &lt; 12 weeks</source>
        <target><pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d2">Veilig</pc></target>
      </segment>
    </unit>
  </file>
</xliff>
"""  # noqa: E501


@pytest.mark.parametrize(("version", "expected"), [("1.2", XLIFF12), ("2.1", XLIFF21)])
def test_a_whole_file(version: str, expected: str) -> None:
    written = catalogue(
        Entry(f"{KEY}/title", "Gout", flags=("max-length:40",), comments=("Title",)),
        Entry(
            f"{KEY}/causes.1#a",
            "Not <b>safe</b> &lt; 12 weeks",
            "<b>Veilig</b>",
            previous="<b>Safe</b>",
            fuzzy=True,
            comments=("Causes (critical)",),
            translator_comments=("ask Rana",),
        ),
    )
    assert WRITERS[version](written).decode() == expected


@pytest.mark.parametrize(
    ("parts", "state12", "state21"),
    [
        ({"target": ""}, "needs-translation", "initial"),
        ({"target": "", "fuzzy": True}, "needs-review-translation", "initial"),
        ({"target": "x", "fuzzy": True}, "needs-review-translation", "initial"),
        ({"target": "x"}, "translated", "translated"),
        ({"target": "x", "reviewed": True}, "signed-off", "reviewed"),
    ],
)
def test_states(parts: dict[str, Any], state12: str, state21: str) -> None:
    written = catalogue(Entry(f"{KEY}/title", "Gout", **parts))
    assert f'<target state="{state12}"' in write_xliff12(written).decode()
    assert (' approved="yes"' in write_xliff12(written).decode()) is parts.get("reviewed", False)
    assert f'<segment state="{state21}"' in write_xliff21(written).decode()


@pytest.mark.parametrize("odd", ["&nbsp;", "&#39;", "&", "<", ">", "<br/>", "</b>", "<!-- x -->", '<x id="1"/>'])
def test_what_is_neither_text_nor_a_pair_is_one_code(odd: str) -> None:
    """A translator's tool must not show half of it as words."""
    written = write_xliff12(catalogue(Entry(f"{KEY}/causes.1#a", f"one{odd}two")))
    (source,) = etree.fromstring(written).iter("{*}source")
    assert [(code.tag.rpartition("}")[2], code.get("equiv-text")) for code in source] == [("x", odd)]
    assert "".join(source.itertext()) == "onetwo"


def test_the_direction_of_both_languages() -> None:
    assert b' srcDir="ltr" trgDir="rtl"' in write_xliff21(catalogue(locale="ar"))


def test_units_with_limits_come_with_the_profile_that_they_are_counted_by() -> None:
    """The schema of 2.1's module for sizes isn't here; its own rule is this (XLIFF 2.1, 5.6.4)."""
    size = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}"
    limited = etree.fromstring(write_xliff21(catalogue(Entry("c", "a", flags=("max-length:40",)))))
    assert limited.find(f".//{size}profiles").attrib == {"generalProfile": "xliff:codepoints"}
    assert [unit.get(f"{size}sizeRestriction") for unit in limited.iter("{*}unit")] == ["40"]
    assert b"slr:profiles" not in write_xliff21(catalogue(Entry("c", "a")))


@each_version
@pytest.mark.parametrize("text", ["\x00", "\x0b", "\x1b", "\x1f", "\ufffe", "\uffff"])
@pytest.mark.parametrize(
    "parts",
    [
        lambda text: {"source": f"a{text}"},
        lambda text: {"target": f"a{text}"},
        lambda text: {"context": f"c/title{text}"},
        lambda text: {"previous": f"a{text}"},
        lambda text: {"previous": "", "previous_context": text},
        lambda text: {"comments": (text,)},
        lambda text: {"translator_comments": ("a", text)},
    ],
)
def test_what_xml_can_not_hold_is_refused(version: str, text: str, parts: Callable[[str], dict[str, Any]]) -> None:
    with pytest.raises(CatalogueError, match="entry 'c/title"):
        WRITERS[version](catalogue(Entry(**{"context": "c/title", "source": "a", **parts(text)})))


@each_version
def test_a_header_that_xml_can_not_hold(version: str) -> None:
    with pytest.raises(CatalogueError, match="X-A"):
        WRITERS[version](Catalogue("nl", (), (("X-A", "\x1b"),), "en"))


@each_version
@pytest.mark.parametrize(("source", "target"), [(None, "nl"), ("en", None)])
def test_both_languages_are_needed(version: str, source: str | None, target: str | None) -> None:
    with pytest.raises(CatalogueError, match="names the languages"):
        WRITERS[version](Catalogue(target, source_locale=source))


@each_version
def test_an_unknown_language(version: str) -> None:
    with pytest.raises(ValueError, match="'xx' is no language tag"):
        WRITERS[version](catalogue(locale="xx"))
