"""What a document is called: its first line, if that can be a title."""

from collections.abc import Sequence

from pages.importing.values import Flag, FlagKind, Kind, Piece
from pages.importing.wording import ends_sentence, excerpt, is_question

MAX_TITLE_CHARS = 200


def take_title(pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """The first line, unless it is a list item or a paragraph of prose."""
    if not pieces:
        return "", pieces
    first = pieces[0]
    prose = first.kind is Kind.PARAGRAPH and ends_sentence(first.text) and not is_question(first.text)
    usable = first.kind in (Kind.HEADING, Kind.PARAGRAPH) and len(first.text) <= MAX_TITLE_CHARS
    if not usable or prose:
        return "", pieces
    numbered = any(char.isalnum() for char in first.marker)
    return (f"{first.marker} {first.text}" if numbered else first.text), pieces[1:]


def no_title(pieces: Sequence[Piece]) -> Flag:
    """Says what stands where the title was looked for, and whether it was merely too long."""
    first = pieces[0] if pieces else Piece(Kind.PARAGRAPH, "", 1)
    reason = "The document doesn't begin with a title."
    if len(first.text) > MAX_TITLE_CHARS:
        reason = f"The first text is too long for a title: {len(first.text)} characters, at most {MAX_TITLE_CHARS}."
    return Flag(FlagKind.NO_TITLE, first.line, excerpt(first.text), f"{reason} The draft is called after its file.")
