"""PO there and back: read alike by us, by polib, by translate-toolkit, by Babel and by gettext."""

from __future__ import annotations

import io
import time
from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest
from babel.messages.pofile import read_po
from hypothesis import example, given, settings
from translate.storage.po import pofile

from tests.gettext_tools import needs_gettext, refusal_of
from tests.translation.random_catalogues import PO_CATALOGUES
from translation.catalogue import Catalogue, Entry
from translation.po_reader import read_catalogue
from translation.po_writer import write_catalogue

NASTY = Catalogue(
    "nl",
    (
        Entry("c/title", "Lumbar plexus neuralgia", "Neuralgie van de plexus lumbalis"),
        Entry("c/a", "50% of patients", "", flags=("max-length:40",), comments=("Definition › paragraph (critical)",)),
        Entry("c/b", "One\nTwo", "Een\nTwee", previous='"' + "long " * 40 + '"\nold\n', fuzzy=True),
        Entry("c/c", 'A "quote", C:\\new and\ta tab\x85\u2028', "‮bidi⁦ 😀 \x0b \x1b \\", previous="", fuzzy=True),
        Entry("c/d", '<a id="1">10<sup>9</sup>/L</a>', "#, fuzzy", translator_comments=(", fuzzy", '~ msgid "x"', "")),
        Entry("c/e", "  outer space  ", "  ruimte  "),
        Entry("c/f", "A" * 3000, "ä" * 3000, previous_context="c/g", previous="B", fuzzy=True),
        Entry(None, "no context", "geen"),
        Entry("", "no context", "leeg"),
    ),
    (("X-Generator", "Plexus: export"),),
)
EMPTY_COMMENTS = Catalogue("nl", (Entry("c", "a", comments=("",), translator_comments=("",)),))
CARRIAGE_RETURNS = Catalogue("nl", (Entry("c", "\r", "\r\n", previous="\r"),))


@settings(max_examples=200)
@given(PO_CATALOGUES)
@example(NASTY)
@example(EMPTY_COMMENTS)
@example(CARRIAGE_RETURNS)
def test_what_is_written_is_read_back(catalogue: Catalogue) -> None:
    data = write_catalogue(catalogue)
    back, findings = read_catalogue(data, "x.po")
    assert back == catalogue
    assert [f for f in findings if f.severity == "error"] == []
    assert write_catalogue(back) == data


# --- as others read it --------------------------------------------------------------------------------------------


def lines(comments: tuple[str, ...]) -> str:
    return "\n".join(comments)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("po")


@given(catalogue=PO_CATALOGUES)
@example(catalogue=NASTY)
@example(catalogue=CARRIAGE_RETURNS)
def test_polib_reads_the_same(folder: Path, catalogue: Catalogue) -> None:
    path = folder / "x.po"
    path.write_bytes(write_catalogue(catalogue))
    theirs = polib.pofile(str(path))
    assert theirs.metadata["Language"] == (catalogue.locale or "").replace("-", "_")
    assert [(e.msgctxt, e.msgid, e.msgstr, e.previous_msgctxt, e.previous_msgid) for e in theirs] == [
        (e.context, e.source, e.target, e.previous_context, e.previous) for e in catalogue.entries
    ]
    assert [(e.fuzzy, [flag for flag in e.flags if flag != "fuzzy"]) for e in theirs] == [
        (e.fuzzy, [*e.flags]) for e in catalogue.entries
    ]
    # polib drops some empty lines around comments.
    assert [(e.comment.strip("\n"), e.tcomment.strip("\n")) for e in theirs] == [
        (lines(e.comments).strip("\n"), lines(e.translator_comments).strip("\n")) for e in catalogue.entries
    ]


@given(catalogue=PO_CATALOGUES)
@example(catalogue=NASTY)
@example(catalogue=CARRIAGE_RETURNS)
def test_translate_toolkit_reads_the_same(catalogue: Catalogue) -> None:
    theirs = pofile.parsestring(write_catalogue(catalogue))
    assert theirs.parseheader()["Language"] == (catalogue.locale or "").replace("-", "_")
    units = [unit for unit in theirs.units if not unit.isheader()]
    # To the toolkit, no text and an empty text are the same.
    assert [(u.getcontext(), u.source, u.target, u.prev_context, u.prev_source) for u in units] == [
        (e.context or "", e.source, e.target, e.previous_context or "", e.previous or "") for e in catalogue.entries
    ]
    assert [u.isfuzzy() for u in units] == [e.fuzzy for e in catalogue.entries]
    assert [(u.getnotes("developer"), u.getnotes("translator")) for u in units] == [
        (lines(e.comments), lines(e.translator_comments)) for e in catalogue.entries
    ]


def test_babel_reads_the_same() -> None:
    theirs = read_po(io.BytesIO(write_catalogue(NASTY)), abort_invalid=True)
    assert [(m.context, m.id, m.string, m.fuzzy) for m in theirs if m.id] == [
        (e.context, e.source, e.target, e.fuzzy) for e in NASTY.entries
    ]


@needs_gettext
def test_msgfmt_accepts_it(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(write_catalogue(NASTY))
    assert refusal_of(path) == ""
    # A file with an unterminated string, so that a msgfmt that accepts anything would be noticed.
    path.write_bytes(write_catalogue(NASTY)[:-3])
    assert refusal_of(path) != ""


def test_writing_takes_linear_time() -> None:
    entries = tuple(Entry(f"c/{n}", f"One {n}\nTwo", f"Een {n}", previous="x", fuzzy=True) for n in range(5_000))
    start = time.process_time()
    write_catalogue(Catalogue("nl", entries))
    assert time.process_time() - start < 2  # 0.05 s where this was written; quadratic time would be minutes
