"""What stands in an imported text that nobody asked for, and what nobody could read: told with its line."""

from __future__ import annotations

import pytest

from pages.importing.formats import import_document
from pages.importing.values import FlagKind

SIGNS = (FlagKind.ENCODING, FlagKind.HIDDEN)
HEAD = b"Gout\n\nTreatment\n\n"


@pytest.mark.parametrize(
    ("data", "flags"),
    [
        (HEAD + "Take 50 µg.".encode(), []),
        (HEAD + b"Take 50 mg.", []),
        (b"\xef\xbb\xbf" + HEAD + "Take 50 µg.".encode(), []),
        # a microgram of DOS (code page 850)
        (HEAD + b"Take 50 \xe6g.", [(FlagKind.ENCODING, "Take 50 æg.")]),
        (HEAD + b"Plain.\nDon\x92t.\n\xe9", [(FlagKind.ENCODING, "Don’t.")]),
        (HEAD + b"A bell\x07 rings.\x1b", [(FlagKind.HIDDEN, "A bell\ufffd rings.\ufffd")]),
        (HEAD + "Take \u202e50\u202c mg.".encode(), [(FlagKind.HIDDEN, "Take \ufffd50\ufffd mg.")]),
    ],
)
def test_signs(data: bytes, flags: list[tuple[FlagKind, str]]) -> None:
    document = import_document("a.txt", data, "en")
    found = [(flag.kind, flag.where) for flag in document.flags if flag.kind in SIGNS]
    assert found == flags


def test_what_becomes_of_a_hidden_sign_is_said() -> None:
    (bell, *_) = [f for f in import_document("a.txt", HEAD + b"A bell\x07.", "en").flags if f.kind is FlagKind.HIDDEN]
    assert (bell.line, "U+0007, was left out" in bell.message) == (5, True)
    (mark, *_) = [
        f for f in import_document("a.txt", HEAD + "\u202eA.".encode(), "en").flags if f.kind is FlagKind.HIDDEN
    ]
    assert "U+202E, stays in the text" in mark.message


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("Gout\n", FlagKind.NO_TEXT, 1),
        ("Gout\n\nCrystals in a joint hurt.\n", FlagKind.NO_HEADING, 3),
        ("Gout\n\nCauses\n\nCrystals in a joint hurt.\n", None, 0),
    ],
)
def test_a_text_without_headings_is_a_guess(text: str, kind: FlagKind | None, line: int) -> None:
    flags = import_document("a.txt", text.encode(), "en").flags
    found = [(flag.kind, flag.line) for flag in flags if flag.kind in (FlagKind.NO_TEXT, FlagKind.NO_HEADING)]
    assert found == ([(kind, line)] if kind else [])
