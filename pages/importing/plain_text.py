"""Plain text becomes pieces."""

from pages.importing.lexicon import Lexicon
from pages.importing.parse import parse_text
from pages.importing.signs import check_signs
from pages.importing.values import Source


def read_plain_text(text: str, encoding: str, lexicon: Lexicon) -> Source:
    """The pieces of a text that was in `encoding`. Raises nothing."""
    return Source(parse_text(text, lexicon.is_heading), flags=tuple(check_signs(text, encoding)))
