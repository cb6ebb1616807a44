"""Plain text becomes pieces."""

from pages.importing.lexicon import Lexicon
from pages.importing.lines import read_lines
from pages.importing.parse import parse_lines
from pages.importing.printed_pages import without_page_marks
from pages.importing.signs import check_signs
from pages.importing.values import Source


def read_plain_text(text: str, encoding: str, lexicon: Lexicon) -> Source:
    """The pieces of a text that was in `encoding`. Raises nothing."""
    lines, dropped = without_page_marks(read_lines(text))
    return Source(parse_lines(lines, lexicon.is_heading), dropped, tuple(check_signs(text, encoding)))
