"""Journey 2, out: a translator gets every text of a condition in a file that any PO tool takes."""

from __future__ import annotations

from pathlib import Path

import polib  # type: ignore[import-untyped]

from pages.models import ConditionPage
from tests.factories import republish
from tests.gettext_tools import needs_gettext, refusal_of
from tests.journeys.doors import entry_of, export_po, run
from tests.journeys.throat import DUTCH, PAIN, WEEK, definition


def test_export_writes_every_text_once_in_document_order(page: ConditionPage, tmp_path: Path) -> None:
    catalogue = polib.pofile(str(export_po(tmp_path)))
    assert [entry.msgctxt for entry in catalogue] == [
        f"{page.translation_key}/{path}"
        for path in (
            "title",
            "summary",
            "definition.def1#k0000",
            "definition.def1#k0001",
            "signs.a1.heading",
            "signs.a1.body#k0000",
            "treatments.t1.name",
            "treatments.t1.body#k0000",
            "treatments.t1.warnings.t1-w0",
        )
    ]
    assert {entry.msgstr for entry in catalogue} == {""}
    assert set(DUTCH) >= {entry.msgid for entry in catalogue}


def test_export_says_what_is_critical_and_how_long_it_may_be(page: ConditionPage, tmp_path: Path) -> None:
    path = export_po(tmp_path)
    critical = {e.msgctxt.partition("/")[2] for e in polib.pofile(str(path)) if "(critical)" in e.comment}
    assert critical == {
        "signs.a1.heading",
        "signs.a1.body#k0000",
        "treatments.t1.name",
        "treatments.t1.body#k0000",
        "treatments.t1.warnings.t1-w0",
    }
    assert entry_of(path, "summary").flags == ["max-length:300"]


def test_exporting_twice_writes_the_same_bytes_and_leaves_files_alone(page: ConditionPage, tmp_path: Path) -> None:
    path = export_po(tmp_path)
    first, when = path.read_bytes(), path.stat().st_mtime_ns
    _, out = run("export_translations", "--output", tmp_path)
    assert out.startswith("0 files written")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, when)
    again = export_po(tmp_path / "elsewhere")
    assert again.read_bytes() == first


@needs_gettext
def test_msgfmt_accepts_every_file(page: ConditionPage, dutch: Path, tmp_path: Path) -> None:
    assert refusal_of(export_po(tmp_path, "ar")) == ""
    assert refusal_of(dutch) == ""
    republish(page, definition=definition(PAIN, "Long " * 40 + '"quoted"\\ text.'))
    stale = export_po(tmp_path)
    assert entry_of(stale, "definition.def1#k0001").previous_msgid == WEEK
    assert refusal_of(stale) == ""
