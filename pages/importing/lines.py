"""The lines of a plain text and what their own marks say: heading, list item, table row or just text."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """What the marks of one line say about it."""

    TEXT = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBER = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something; `gap` says that it is the first or comes after a blank line."""

    number: int
    form: Form
    text: str
    indent: int
    gap: bool
    marker: str = ""
    level: int = 0


# Not str.splitlines: editors count neither form feeds nor U+2028 as line ends.
LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_KEPT_BLANKS = "\u00a0\u202f"  # "10 mg" may hold a no-break space on purpose
_WIKI_HEADING = re.compile(r"(={1,6})\s*([^=].*?)\s*\1$")
_HASH_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$")
_BOLD_HEADING = re.compile(r"(\*\*|__)([^*_]+)\1$")
_BULLET = re.compile(r"([•◦▪●○■□‣⁃\uf0b7])\s*(?=\S)|([∙·*+–—-])\s+(?=\S)")
_NUMBER = re.compile(
    r"(\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{2,4}\)|\d{1,2}(?:\.\d{1,2})+\.?|[IVX]{1,5}[.)]|[A-H]\)|[٠-٩۰-۹]{1,2}\s?-)"
    r"\s+(?=\S)|([A-H]\.)\s+(?![a-zß-ÿ])(?=\S)"
    r"|([（(]?[一二三四五六七八九十]{1,3}[）)、．]|（\d{1,2}）|\d{1,2}[）、．]|\d{1,2}[.)](?=[\u3400-\u9fff]))\s*(?=\S)"
)
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$")
_WORD = re.compile(r"[^\W_]")


def read_lines(text: str) -> list[Line]:
    """Split `text` into marked lines; blank lines and lines without a letter or digit only leave gaps."""
    found: list[Line] = []
    gap = True
    for number, raw in enumerate(LINE_END.split(text.removeprefix("\ufeff")), start=1):
        stripped = _squeeze(raw)
        if not _WORD.search(stripped):
            if _underlines(stripped, found, gap):
                found[-1] = _as_heading(found[-1], stripped)
            gap = True
            continue
        indent = len(raw) - len(raw.lstrip())
        found.append(_marked(number, raw, stripped, indent, gap))
        gap = False
    return found


def _squeeze(raw: str) -> str:
    def blank(match: re.Match[str]) -> str:
        return match.group() if match.group() in _KEPT_BLANKS else " "

    return _BLANKS.sub(blank, raw).strip()


def _underlines(rule: str, found: list[Line], gap: bool) -> bool:
    """Setext: a rule directly under a single line of text makes it a heading."""
    return bool(_UNDERLINE.match(rule) and found and not gap and found[-1].form is Form.TEXT and found[-1].gap)


def _as_heading(line: Line, rule: str) -> Line:
    level = 1 if rule.startswith("=") else 2
    return Line(line.number, Form.HEADING, line.text, line.indent, line.gap, rule[:3], level)


def _marked(number: int, raw: str, text: str, indent: int, gap: bool) -> Line:
    if (match := _WIKI_HEADING.match(text) or _HASH_HEADING.match(text)) and _WORD.search(match[2]):
        return Line(number, Form.HEADING, match[2], indent, gap, match[1], len(match[1]))
    if (match := _BOLD_HEADING.match(text)) and gap:
        return Line(number, Form.HEADING, match[2].strip(), indent, gap, match[1])
    if match := _BULLET.match(text):
        return Line(number, Form.BULLET, text[match.end() :], indent, gap, match[1] or match[2])
    if match := _NUMBER.match(text):
        return Line(number, Form.NUMBER, text[match.end() :], indent, gap, match[1] or match[2] or match[3])
    cells = _cells(raw, text)
    if len(cells) > 1:
        return Line(number, Form.ROW, " | ".join(cells), indent, gap)
    return Line(number, Form.TEXT, text, indent, gap)


def _cells(raw: str, text: str) -> list[str]:
    """A row is written |a|b| or with tabs between its cells (a tab before the first is an indent)."""
    piped = text.startswith("|") and text.endswith("|")
    parts = text.strip("|").split("|") if piped else raw.strip().split("\t")
    return [cell for part in parts if (cell := _squeeze(part))]
