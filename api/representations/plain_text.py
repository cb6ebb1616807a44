"""A condition document as plain text, which loses no sign that changes a meaning. Pure."""

from __future__ import annotations

import re

from api.representations.lines import write_lines
from api.representations.pieces import Element, Say
from api.serialising import Json
from pages.raised import lowered, raised


def as_text(document: Json, say: Say) -> str:
    """The document; headings are underlined, notes stand in brackets."""
    return write_lines(document, say, PlainStyle())


class PlainStyle:
    """Nothing but the words, and signs that any reader knows."""

    def text(self, text: str) -> str:
        return " ".join(text.split())

    def heading(self, level: int, text: str) -> str:
        text = self.text(text)
        return f"{text}\n{'=-~'[level - 1] * min(len(text), 70)}" if text else ""

    def strong(self, text: str) -> str:
        return self.text(text)

    def note(self, text: str) -> str:
        return f"[{self.text(text)}]"

    def link(self, text: str, url: str) -> str:
        text = self.text(text)
        return text if text == url else f"{text} <{url}>"

    def item(self, mark: str, text: str) -> str:
        return f"{mark} {text}"

    def image(self, alt: str, url: str) -> str:
        return f"[{self.text(alt)}] <{url}>"

    def table(self, heads: list[str], rows: list[list[str]]) -> str:
        return "\n".join(" | ".join(cells) for cells in [heads, *rows])

    def inline(self, element: Element) -> str:
        return "\n".join(" ".join(line.split()) for line in _written(element).split("\v"))


def _written(element: Element) -> str:
    inner = "".join(
        re.sub(r"\s", " ", child) if isinstance(child, str) else _written(child) for child in element.children
    )
    match element.name:
        case "br":
            return "\v"
        case "sup":
            return raised(inner)
        case "sub":
            return lowered(inner)
        case "a":
            url = element.attributes.get("href", "")
            return f"{inner} <{url}>" if url and url != inner else inner
    return inner
