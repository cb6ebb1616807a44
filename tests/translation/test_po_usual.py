"""Entries that are read at once are read as their lines would be, whatever stands around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.translation.po_pieces import ENTRY, HEADER
from translation import po_reader
from translation.po_reader import read_catalogue

LINES = st.sampled_from(
    [
        "",
        "",
        " ",
        "#. Title",
        "#.",
        "#, fuzzy, max-length:4",
        "#, a\x07b",
        "#,",
        "# note",
        '#| msgid "old"',
        '#| msgctxt "c"',
        '#~ msgid "gone"',
        "#: x.py",
        'msgctxt "c/a"',
        'msgctxt "c/b" ',
        'msgctxt ""',
        'msgid "one"',
        'msgid "two\\n"',
        'msgid ""',
        'msgid_plural "ones"',
        'msgstr "een"',
        'msgstr "e\\q"',
        'msgstr "a"b"',
        'msgstr "',
        'msgstr[0] "x"',
        '"more"',
        "<<<<<<< ours",
        "nonsense",
        *ENTRY.splitlines(),
        *(f"{ENTRY}".replace("title", name).rstrip("\n") + "\n" for name in "de"),
        HEADER.rstrip("\n"),
    ]
)
NEVER = re.compile(r"(?!)")


def both(text: str) -> list[object]:
    found: list[object] = []
    for pattern in (po_reader._USUAL, NEVER):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(po_reader, "_USUAL", pattern)
            catalogue, findings = read_catalogue(text.encode(), "x.po")
        assert catalogue is not None
        found.append(([(entry, entry.line) for entry in catalogue.entries], catalogue, findings))
    return found


@settings(max_examples=1000)
@given(st.lists(LINES, max_size=14).map("\n".join))
@example(f"{HEADER}{ENTRY}")
@example(f"{HEADER}#. Title\n#, fuzzy\n{ENTRY}\n{ENTRY}\n")
@example(f'{ENTRY}\n"goes on"\n')
@example(f'{ENTRY}\nmsgstr "again"\n')
@example(f"{HEADER}{ENTRY}".replace("\n", "\r\n"))
@example(f"{ENTRY}\n\n{ENTRY.replace('title', 'b')}")
def test_at_once_or_line_by_line(text: str) -> None:
    at_once, by_line = both(text)
    assert at_once == by_line
