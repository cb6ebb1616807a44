"""What an editor should look at in an imported document: empty headings, missing lists, the wrong limb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pages.importing.decoding import HTML_TAGS
from pages.importing.doubts import Said, check_doubts
from pages.importing.lexicon import Lexicon, Role
from pages.importing.values import Flag, FlagKind, ImportedBlock, ImportedSection, Kind
from pages.importing.wording import ends_sentence, ends_with_colon, excerpt, last_words, normalise, word_count
from pages.importing.wrong_language import seems_in
from pages.languages import language_name

_MAX_STRAY_WORDS = 12
_REACH = 20  # how many headings in a row are looked through for a text
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|(?<=[。！？])")
_TAG = re.compile(rf"</?(?:{HTML_TAGS})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading or text of a document, in reading order; `rank` is 0 for a text."""

    text: str
    line: int
    rank: int
    kind: Kind
    section: str


def check_document(title: str, sections: Sequence[ImportedSection], lexicon: Lexicon) -> list[Flag]:
    """Return the flags that the finished document raises, not yet in order of lines."""
    entries = list(_entries(sections))
    flags = []
    if title and lexicon.is_heading(title):
        message = "The first line reads like the heading of a section, and became the title."
        flags.append(Flag(FlagKind.TITLE_IS_HEADING, 1, title, message))
    if not lexicon.headings:
        message = f"There is no lexicon for the language “{lexicon.language}”; no heading was recognised."
        flags.append(Flag(FlagKind.NO_LEXICON, 1, lexicon.language, message))
    if not entries:
        flags.append(Flag(FlagKind.NO_TEXT, 1, title, "There is nothing in this file but what became the title."))
    elif lexicon.headings and not any(entry.rank for entry in entries):
        message = "No heading was found; the text was placed by its first words, or put under definition."
        flags.append(Flag(FlagKind.NO_HEADING, entries[0].line, excerpt(entries[0].text), message))
    flags += _wrong_language(title, entries, lexicon.language)
    flags += _empty_headings(entries)
    flags += _stray_lines(entries)
    flags += _duplicate_headings(entries, lexicon)
    flags += _missing_lists(entries, lexicon)
    flags += _placeholders(entries, lexicon)
    flags += _tables(entries)
    flags += _tags(title, entries)
    flags += _body_regions(title, entries, lexicon)
    flags += check_doubts([Said(title, 1), *(Said(entry.text, entry.line) for entry in entries)], lexicon.language)
    return flags


def empty_blocks(blocks: Sequence[ImportedBlock]) -> frozenset[int]:
    """The indices of headings among a run's blocks that have no text, not even under deeper headings."""
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.kind is Kind.HEADING and not _has_text([b.level for b in blocks[index:]])
    )


def _entries(sections: Sequence[ImportedSection]) -> Iterator[Entry]:
    for section in sections:
        if section.heading is not None:
            yield Entry(section.heading, section.line, section.level, Kind.HEADING, section.section)
        for block in section.blocks:
            yield Entry(block.text, block.line, block.level, block.kind, section.section)


def _wrong_language(title: str, entries: Sequence[Entry], language: str) -> Iterator[Flag]:
    if other := seems_in(" ".join(entry.text for entry in entries), language):
        message = f"This page seems to be in {language_name(other, 'en')}, not in the language that was said."
        yield Flag(FlagKind.WRONG_LANGUAGE, 1, title, message)


def _has_text(ranks: Sequence[int]) -> bool:
    """Whether a text (rank 0) comes before a heading that is not deeper than the first."""
    for rank in ranks[1:]:
        if rank == 0:
            return True
        if rank <= ranks[0]:
            return False
    return False


def _empty_headings(entries: Sequence[Entry]) -> Iterator[Flag]:
    for index, entry in enumerate(entries):
        if entry.rank and not _has_text([e.rank for e in entries[index : index + _REACH]]):
            yield Flag(FlagKind.EMPTY_HEADING, entry.line, entry.text, "There is nothing under this heading.")


def _stray_lines(entries: Sequence[Entry]) -> Iterator[Flag]:
    """A short line without a full stop, with nothing after it: an empty heading or the remains of a link."""
    for index, entry in enumerate(entries):
        last = index + 1 == len(entries) or entries[index + 1].rank
        loose = entry.kind is Kind.PARAGRAPH and not ends_with_colon(entry.text)
        if last and loose and not ends_sentence(entry.text) and word_count(entry.text) <= _MAX_STRAY_WORDS:
            message = "This line may be a heading with nothing under it, or what is left of a link."
            yield Flag(FlagKind.STRAY_LINE, entry.line, entry.text, message)


def _duplicate_headings(entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Flag]:
    seen: dict[tuple[str, str], int] = {}
    for entry in entries:
        match = lexicon.heading(entry.text) if entry.rank else None
        if not entry.rank or (match is not None and match.to is Role.SAME):
            continue
        first = seen.setdefault((entry.section, normalise(entry.text)), entry.line)
        if first != entry.line:
            message = f"The same heading is on line {first}."
            yield Flag(FlagKind.DUPLICATE_HEADING, entry.line, entry.text, message)


def _missing_lists(entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Flag]:
    """An announced list may be list items, lines, or deeper headings with text under them."""
    rank = 1
    for index, entry in enumerate(entries):
        rank = entry.rank or rank
        if entry.kind is not Kind.PARAGRAPH or not _announces(entry.text, lexicon):
            continue
        following = [e.rank for e in entries[index + 1 : index + 1 + _REACH]]
        if not following or 0 < following[0] <= rank or (following[0] and not _has_text(following)):
            message = "A list is announced here and nothing follows."
            yield Flag(FlagKind.LIST_MISSING, entry.line, last_words(entry.text), message)


def _announces(text: str, lexicon: Lexicon) -> bool:
    if ends_with_colon(text):
        return True
    return lexicon.announces is not None and bool(lexicon.announces.search(normalise(text[-80:])))


def _placeholders(entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Flag]:
    for entry in entries:
        if lexicon.placeholders is not None and lexicon.placeholders.search(normalise(entry.text)):
            message = "This looks like a placeholder that was never replaced."
            yield Flag(FlagKind.PLACEHOLDER, entry.line, excerpt(entry.text), message)


def _tables(entries: Sequence[Entry]) -> Iterator[Flag]:
    previous = None
    for entry in entries:
        if entry.kind is Kind.TABLE_ROW and previous is not Kind.TABLE_ROW:
            message = "A table begins here; its rows were kept as lines."
            yield Flag(FlagKind.TABLE, entry.line, excerpt(entry.text), message)
        previous = entry.kind


def _tags(title: str, entries: Sequence[Entry]) -> Iterator[Flag]:
    """Told once: a text with one tag mostly has hundreds."""
    for line, text in [(1, title), *((entry.line, entry.text) for entry in entries)]:
        if _TAG.search(text):
            message = "There are tags of HTML in this file, from here on; they were kept as if they were words."
            yield Flag(FlagKind.HTML, line, excerpt(text), message)
            return


def _body_regions(title: str, entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Flag]:
    """A sentence that names two parts of a limb the title's condition isn't in, and none of the limb it is in."""
    own = lexicon.region(title)
    opposed = {region for pair in lexicon.opposed if own in pair for region in pair if region != own}
    patterns = {group.to: group.part for group in lexicon.regions if group.part is not None}
    if own not in patterns or not opposed:
        return
    for entry in entries:
        for sentence in _SENTENCE.split(entry.text):
            words = normalise(sentence)
            if patterns[own].search(words):
                continue
            for region in sorted(opposed & set(patterns)):
                if len(set(patterns[region].findall(words))) > 1:
                    message = f"The words are about the {region}; the title places the condition in the {own}."
                    yield Flag(FlagKind.BODY_REGION, entry.line, sentence, message)
