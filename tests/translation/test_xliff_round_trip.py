"""XLIFF there and back: valid by OASIS's schemas, and read alike by us and by translate-toolkit."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from lxml import etree
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from tests.translation.oasis import FILES, needs_schemas, schema
from tests.translation.random_catalogues import XLIFF_CATALOGUES
from tests.translation.xliff_pieces import KEY, WRITERS, catalogue, each_version
from translation.catalogue import Catalogue, Entry
from translation.xliff_reader import read_xliff

NASTY = Catalogue(
    "ar",
    (
        Entry(f"{KEY}/title", "Platelets < 150 & <b>", "x > y", flags=("max-length:40",), reviewed=True),
        Entry(f"{KEY}/summary", "One\r\nTwo\tThree  Four ", "", comments=("Summary (critical)", "")),
        Entry(
            f"{KEY}/definition.1#a",
            'Take <b>10<sup>9</sup>/L</b> &amp; <a id="1">water</a><br/><x id="2"/> &lt;&nbsp;&#39;',
            '<a id="1">Water</a> &amp; <b>10<sup>9</sup>/L</b>, <i>nu</i>',
            previous='Take <b>5</b> <a id="1">x</a>',
            previous_context=f"{KEY}/definition.0#a",
            fuzzy=True,
            flags=("no-wrap", "max-length:300"),
            translator_comments=("Ask <Rana> & co.", ""),
        ),
        Entry(
            f"{KEY}/definition.1#b", "</b><b>a<b><i>b</b></i><!-- c -->&<", "<B>a</b> <o:p>", previous="", fuzzy=True
        ),
        Entry(f"{KEY}/definition.1#b", "the same context", "<b><b>a</b></b><b>"),
        Entry(f"{KEY}/é _2f_ \" ' < \n", "odd context", "x"),
        Entry("", "empty context", "", fuzzy=True),
        Entry(None, "no context", "geen"),
        Entry(None, "no context either", "geen"),
    ),
    (("X-Generator", "Plexus: export"),),
    "pt-BR",
)


@each_version
@settings(max_examples=200)
@given(written=XLIFF_CATALOGUES)
@example(written=NASTY)
@example(written=catalogue())
def test_what_is_written_is_read_back(version: str, written: Catalogue) -> None:
    data = WRITERS[version](written)
    back, findings = read_xliff(data, "x.xlf")
    assert back == written
    assert [finding for finding in findings if finding.kind != "empty"] == []
    assert WRITERS[version](back) == data


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    scratch = tmp_path_factory.mktemp("schemas")
    return {version: schema(version, scratch) for version in FILES}


@needs_schemas
@each_version
@settings(max_examples=200)
@given(written=XLIFF_CATALOGUES)
@example(written=NASTY)
@example(written=catalogue())
def test_what_is_written_is_valid(schemas: dict[str, etree.XMLSchema], version: str, written: Catalogue) -> None:
    schemas[version].assertValid(etree.fromstring(WRITERS[version](written)))


@needs_schemas
@pytest.mark.parametrize(
    ("version", "right", "wrong"),
    [
        ("1.2", b'state="translated"', b'state="done"'),
        ("1.2", b'size-unit="char"', b'size-unit="letter"'),
        ("2.1", b"<pc id", b"<pc nr"),
        ("2.1", b'state="translated"', b'state="done"'),
    ],
)
def test_the_schemas_would_find_a_mistake(
    schemas: dict[str, etree.XMLSchema], version: str, right: bytes, wrong: bytes
) -> None:
    data = WRITERS[version](NASTY)
    assert right in data
    assert schemas[version].validate(etree.fromstring(data))
    assert not schemas[version].validate(etree.fromstring(data.replace(right, wrong)))


# --- as others read it --------------------------------------------------------------------------------------------

# Plain texts: of inline codes the toolkit keeps only the words.
PLAIN = catalogue(
    Entry(
        f"{KEY}/title", "Gout < 5 & more", "Jicht", comments=("Title (critical)",), translator_comments=("ask Rana",)
    ),
    Entry(f"{KEY}/summary", "Rest.", "Rust.", fuzzy=True),
    Entry(f"{KEY}/causes.1", "Rest, now.", "Rust, nu.", reviewed=True),
    Entry(f"{KEY}/causes.2", "Move."),
)


@pytest.mark.parametrize(("version", "toolkit"), [("1.2", xlifffile), ("2.1", Xliff2File)])
def test_translate_toolkit_reads_the_same(version: str, toolkit: Any) -> None:
    theirs = toolkit.parsestring(WRITERS[version](PLAIN))
    assert (theirs.sourcelanguage, theirs.targetlanguage) == ("en", "nl")
    assert [(unit.source, unit.target or "") for unit in theirs.units] == [(e.source, e.target) for e in PLAIN.entries]
    assert [unit.isapproved() for unit in theirs.units] == [False, False, True, False]
    assert theirs.units[1].isfuzzy()
    assert [unit.istranslatable() for unit in theirs.units] == [True] * 4
    if version == "1.2":  # it looks for the notes of 2.x in segments, where the schema allows none
        assert theirs.units[0].getnotes(origin="developer") == "Title (critical)"
        assert theirs.units[0].getnotes(origin="translator") == "ask Rana"


@pytest.mark.parametrize(("version", "toolkit"), [("1.2", xlifffile), ("2.1", Xliff2File)])
def test_what_translate_toolkit_writes_is_read(version: str, toolkit: Any) -> None:
    theirs = toolkit.parsestring(WRITERS[version](PLAIN))
    theirs.units[3].target = "Beweeg."
    theirs.units[3].marktranslated()
    back, findings = read_xliff(bytes(theirs), "x.xlf")
    assert findings == ()
    assert back is not None
    assert back.entries == (*PLAIN.entries[:3], replace(PLAIN.entries[3], target="Beweeg."))


@each_version
def test_writing_and_reading_take_linear_time(version: str) -> None:
    text = 'Take <b>{}</b> tablets, 10<sup>9</sup>/L, with <a id="1">water</a> &amp; bread.'
    many = catalogue(
        *(
            Entry(f"{KEY}/definition.1#k{n}", text.format(n), text.format(n), comments=("Text (critical)",))
            for n in range(5_000)
        )
    )
    start = time.process_time()
    back, _ = read_xliff(WRITERS[version](many), "x.xlf")
    assert time.process_time() - start < 8  # 1 s where this was written; quadratic time would be minutes
    assert back == many
