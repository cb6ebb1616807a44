"""However a file repeats itself, reading it takes linear time."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import pages.importing
from pages.importing.decoding import UnreadableDocument
from pages.importing.formats import import_document
from pages.importing.lexicon_files import lexicon_for
from pages.importing.wording import normalise

SECONDS = 2
TIMES = 40  # two ways to read each: 2 ** 40
LETTERS = re.compile(r"[^\W\d_]+")
FOLDER = Path(pages.importing.__file__).parent / "lexicon"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))

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


@contextmanager
def at_once(what: str) -> Iterator[None]:
    """Fails if what is within takes seconds: an exponential pattern would take for ever."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"{what} takes more than {SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from strings(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_takes_for_ever(language: str) -> None:
    """Every word of the patterns, and every two that stand beside each other, again and again."""
    lexicon = lexicon_for(language)
    space = "" if lexicon.unspaced else " "
    said: set[tuple[str, ...]] = set()
    for pattern in strings(json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))):
        words = LETTERS.findall(pattern)
        said.update((word,) for word in words)
        said.update(pairwise(words))
    for words in said:
        once = space.join(words) + space
        short, long = (f"{(once * TIMES)[:most].strip()} q" for most in (190, 490))
        with at_once(f"{once!r} again and again"):
            lexicon.heading(short, "x")
            lexicon.cue(long, "x")
            lexicon.boilerplate_reason(long)
            for whole in (lexicon.announces, lexicon.placeholders, lexicon.page_start, lexicon.page_end):
                if whole is not None:
                    whole.search(normalise(long))
