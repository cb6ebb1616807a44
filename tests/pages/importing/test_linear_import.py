"""However a file repeats itself, reading it takes linear time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from pages.importing.decoding import UnreadableDocument
from pages.importing.formats import import_document

PIECES = ["a-", "x.", "1-", "a@", "0 ", "<div>", "<a href=x>", "<table><tr><td>", "- a\n", "* ", "[", "> ", "word "]
PIECES += ["(0", "： ", "A\n\n", "1. a\n", "a:\n", "**a**\n", "`", "_a", "&amp;", "症状"]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_time_is_linear(name: str, piece: str) -> None:
    data = (piece * (40_000 // len(piece))).encode()
    started = time.process_time()
    with suppress(UnreadableDocument):
        import_document(name, data, "zh" if piece == "症状" else "en")
    assert time.process_time() - started < 12  # quadratic takes minutes
