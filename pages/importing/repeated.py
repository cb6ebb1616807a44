"""The chrome of a site, learned from its pages: what stands around the text of most of them is of none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pages.importing.lexicon import Lexicon
from pages.importing.values import Dropped, Flag, FlagKind, Kind, Piece, Source
from pages.importing.wording import ends_sentence, ends_with_colon, excerpt, normalise, word_count

REPEATED = "repeated in other files"
FEWEST_FILES = 4
SHARE = 0.5

_MOST_WORDS = 4
_DIGITS = re.compile(r"\d+")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{6}")
# "Call 112" may stand at the end of every page on purpose.
_NUMBER_TO_CALL = re.compile(r"(?<![\d.,:/-])\d{3}(?!\d|[.,:/-]\d|\s?%)")


@dataclass(frozen=True, slots=True)
class Chrome:
    """The wordings that stand in half of the files of a run, and in at least four."""

    texts: frozenset[str] = frozenset()


def learn_chrome(sources: Iterable[Source]) -> Chrome:
    """What the documents of one run have in common. Each counts once, however often it says something."""
    counts: Counter[str] = Counter()
    total = 0
    for source in sources:
        total += 1
        counts.update({form for piece in source.pieces for form in (normalise(piece.text), _masked(piece.text))})
    least = max(FEWEST_FILES, SHARE * total)
    return Chrome(frozenset(text for text, count in counts.items() if count >= least and text))


def without_chrome(source: Source, chrome: Chrome, lexicon: Lexicon) -> Source:
    """The source without what it has in common with others before its title and after its end, and short lines between.

    The heading of a section is never taken, nor is what holds a number to call: that is flagged.
    """
    if not chrome.texts:
        return source
    pieces = source.pieces
    taken = set(_at_end(pieces, chrome, lexicon)) | set(_at_start(pieces, chrome, lexicon))
    taken |= {index for index, piece in enumerate(pieces) if _is_label(piece) and normalise(piece.text) in chrome.texts}
    kept_back = {index for index in taken if _NUMBER_TO_CALL.search(pieces[index].text)}
    taken -= kept_back
    message = "This stands in most of the files, and was kept for the number in it. Is it about this condition?"
    flags = [
        Flag(FlagKind.REPEATED, pieces[index].line, excerpt(pieces[index].text), message) for index in sorted(kept_back)
    ]
    dropped = [
        Dropped(pieces[index].text, pieces[index].line, REPEATED, pieces[index].marker) for index in sorted(taken)
    ]
    return replace(
        source,
        pieces=tuple(piece for index, piece in enumerate(pieces) if index not in taken),
        dropped=(*source.dropped, *dropped),
        flags=(*source.flags, *flags),
    )


def _at_start(pieces: Sequence[Piece], chrome: Chrome, lexicon: Lexicon) -> Iterator[int]:
    for index, piece in enumerate(pieces):
        if not _is_common(piece, chrome, lexicon):
            return
        yield index


def _at_end(pieces: Sequence[Piece], chrome: Chrome, lexicon: Lexicon) -> Iterator[int]:
    for index in range(len(pieces) - 1, 0, -1):
        piece = pieces[index]
        if lexicon.boilerplate_reason(piece.text):
            continue  # "Last reviewed: 3 May", which no two pages have in common
        dated = _masked(piece.text) in chrome.texts and not lexicon.is_heading(piece.text)
        if not dated and not _is_common(piece, chrome, lexicon):
            return
        yield index


def _is_common(piece: Piece, chrome: Chrome, lexicon: Lexicon) -> bool:
    return normalise(piece.text) in chrome.texts and not (piece.kind is Kind.HEADING and lexicon.is_heading(piece.text))


def _masked(text: str) -> str:
    """A few words with a year or a long number ("Print 03.2021"), but for the numbers; of others, nothing."""
    words = normalise(text)
    return _DIGITS.sub("#", words) if word_count(text) <= _MOST_WORDS and _DATED.search(words) else ""


def _is_label(piece: Piece) -> bool:
    """Such as "Back to top": no sentence, and nothing that announces a list."""
    text = piece.text
    short = word_count(text) <= _MOST_WORDS and not ends_sentence(text) and not ends_with_colon(text)
    return piece.kind is Kind.PARAGRAPH and short
