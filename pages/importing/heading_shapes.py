"""What the shape of a line says: short as a heading is, over a text, over items."""

from pages.importing.broken_lines import columns_of
from pages.importing.lines import Form, Line
from pages.importing.values import Kind, Piece
from pages.importing.wording import ends_sentence, ends_with_colon, is_question, is_unspaced, word_count

MAX_HEADING_WORDS = 14
MAX_UNCASED_WORDS = 6
MAX_UNCASED_CHARS = 40
MAX_PLAIN_WORDS = 3
MAX_ITEM_WORDS = 14
MIN_COLUMNS_BELOW = 60


def begins_items(text: str, count: int, after: Line | None) -> bool:
    """ "Common causes of gout include", over items that go on in small letters: a sentence, and no heading."""
    return count > MAX_PLAIN_WORDS and after is not None and after.form is Form.BULLET and after.text[:1].islower()


def is_short(text: str, count: int) -> bool:
    """Short enough for a heading. A script without capitals gives one sign less, so it gets less room."""
    if text[:1].isupper() or text[:1].isdigit():
        return count <= MAX_HEADING_WORDS
    return count <= MAX_UNCASED_WORDS and len(text) <= MAX_UNCASED_CHARS


def stands_over(line: Line, after: Line | None) -> bool:
    """A short line directly over a long one that starts a sentence."""
    if after is None or after.form is not Form.TEXT or after.gap or word_count(line.text) > MAX_UNCASED_WORDS:
        return False
    below, columns = columns_of(after.text), columns_of(line.text)
    if is_unspaced(line.text):
        return below >= max(MIN_COLUMNS_BELOW, 3 * columns)
    capitals = line.text[:1].isupper() and after.text[:1].isupper()
    return capitals and below >= max(MIN_COLUMNS_BELOW, 1.5 * columns)


def is_like_the_next(piece: Piece, below: Piece) -> bool:
    """One of several short lines without a full stop, in a script without capitals: none of them is a heading."""
    text, after = piece.text, below.text
    if below.kind is not Kind.PARAGRAPH or ends_sentence(after) or ends_with_colon(after) or is_question(text):
        return False
    uncased = text[:1].isalpha() and text[:1].upper() == text[:1].lower() and not is_unspaced(text)
    return uncased and word_count(text) > MAX_PLAIN_WORDS and word_count(after) <= MAX_ITEM_WORDS
