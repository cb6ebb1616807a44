"""What the bytes of a text leave in doubt: the encoding that nobody named, and signs that can't be seen."""

import re
from collections.abc import Iterator

from pages.importing.lines import LINE_END
from pages.importing.values import Flag, FlagKind
from pages.importing.wording import excerpt

_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\u202a-\u202e\u2066-\u2069]")
_DROPPED = re.compile(r"[\x00-\x1f\x7f]")  # as pages.importing.lines does
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def check_signs(text: str, encoding: str) -> Iterator[Flag]:
    """Flags, at the first line that is concerned: an encoding that was guessed, and signs that nobody sees."""
    guessed = hidden = False
    for number, line in enumerate(LINE_END.split(text), start=1):
        if not encoding.startswith("utf") and not guessed and _NOT_ASCII.search(line):
            guessed = True
            message = (
                f"This file isn't UTF-8; it was read as {encoding}. If this line is wrong (a unit, an accent, a "
                "quotation mark), save the file as UTF-8 and import it again."
            )
            yield Flag(FlagKind.ENCODING, number, excerpt(line.strip()), message)
        if not hidden and (match := _HIDDEN.search(line)):
            hidden = True
            done = "was left out" if _DROPPED.match(match[0]) else "stays in the text"
            sign = f"U+{ord(match[0]):04X}"
            message = f"There are signs in this file, from here on, that nobody sees; this one, {sign}, {done}."
            yield Flag(FlagKind.HIDDEN, number, excerpt(_HIDDEN.sub("\ufffd", line).strip()), message)
