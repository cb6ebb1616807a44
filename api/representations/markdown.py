"""A condition document as Markdown (CommonMark 0.31, with the tables of GitHub). Pure."""

from __future__ import annotations

import re

from api.representations.lines import write_lines
from api.representations.pieces import Element, Say
from api.serialising import Json

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~]")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")


def as_markdown(document: Json, say: Say) -> str:
    """The document; notes are quotations."""
    return write_lines(document, say, _Markdown())


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """A line that is no heading, list or rule by its first signs."""

    def quiet(match: re.Match[str]) -> str:
        mark = match[2]
        return f"{match[1]}\\{mark}" if not mark.isdecimal() else match[0]

    text = _AT_START.sub(quiet, text)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)


class _Markdown:
    def text(self, text: str) -> str:
        return _line(_escaped(" ".join(text.split())))

    def heading(self, level: int, text: str) -> str:
        written = _escaped(" ".join(text.split())).replace("#", r"\#")
        return f"{'#' * level} {written}" if written else ""

    def strong(self, text: str) -> str:
        return f"<strong>{_escaped(' '.join(text.split()))}</strong>"

    def note(self, text: str) -> str:
        return f"> {self.strong(text)}"

    def link(self, text: str, url: str) -> str:
        return f"[{_escaped(' '.join(text.split()))}](<{_address(url)}>)"

    def item(self, mark: str, text: str) -> str:
        return f"{mark} {text}"

    def image(self, alt: str, url: str) -> str:
        return f"![{_escaped(' '.join(alt.split()))}](<{_address(url)}>)"

    def table(self, heads: list[str], rows: list[list[str]]) -> str:
        lines = [heads, ["---"] * len(heads), *rows]
        return "\n".join("| " + " | ".join(cell.replace("\n", "<br>") for cell in cells) + " |" for cells in lines)

    def inline(self, element: Element) -> str:
        lines = _written(element).split("\v")
        return "\\\n".join(_line(" ".join(line.split())) for line in lines) if any(map(str.strip, lines)) else ""


def _address(url: str) -> str:
    return re.sub(r"[<>\\\s]", lambda match: f"%{ord(match[0]):02X}", url)


def _written(element: Element) -> str:
    inner = "".join(
        _escaped(re.sub(r"\s", " ", child)) if isinstance(child, str) else _written(child) for child in element.children
    )
    match element.name:
        case "br":
            return "\v"
        # Tags, not asterisks: those mean nothing beside some letters and signs, and would stand in the text.
        case "b":
            return f"<strong>{inner}</strong>"
        case "i":
            return f"<em>{inner}</em>"
        case "sup" | "sub":
            return f"<{element.name}>{inner}</{element.name}>"
        case "a":
            return f"[{inner}](<{_address(element.attributes.get('href', ''))}>)"
    return inner
