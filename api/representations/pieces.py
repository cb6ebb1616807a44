"""What the representations have in common: what has to be said of each piece, and rich text as a tree. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Protocol

from api.serialising import Json


class Words(Protocol):
    """Some words and their language."""

    @property
    def text(self) -> str: ...
    @property
    def lang(self) -> str: ...


Say = Callable[[str], Words]  # the words of a label (api/labels.py) for readers of the document


@dataclass
class Element:
    """An element of rich text; its children are elements and texts."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag != "br":
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag))

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_html(html: str) -> Element:
    """The rich text of a document, which is balanced, below an element without a name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def language_of(document: Json, path: str) -> str:
    """The language of a field of the document: another one where the field isn't current."""
    for entry in document["translation"]["not_current"]:
        if entry["path"] == path:
            return str(entry["lang"] or document["locale"])
    return str(document["locale"])


def notice_of(block: Json, document: Json) -> str | None:
    """The label that has to be said before a block, if it isn't all current in the document's language."""
    if block["state"] in ("source", "current"):
        return None
    foreign = block["lang"] != document["locale"] or any(
        item["lang"] != document["locale"] for item in (*block.get("warnings", ()), *block.get("header", ()))
    )
    if foreign or " lang=" in "".join(_html_of(block)):
        return "notice.other_language"
    return "notice.previous" if block["state"] == "stale" else f"state.{block['state']}"


def _html_of(block: Json) -> Iterator[str]:
    yield block.get("html", "")
    for row in block.get("rows", ()):
        for cell in row["cells"]:
            yield cell["html"]


def is_omitted(document: Json, section: str | None) -> bool:
    """Whether something was left out of a section, or of what stands before them (None)."""
    entries = document["translation"]["not_current"]
    return any(entry["section"] == section and entry["lang"] is None for entry in entries)


def system_name(uri: str) -> str:
    """The name of a code system by which people know it."""
    return {
        "http://hl7.org/fhir/sid/icd-10": "ICD-10",
        "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
        "http://id.who.int/icd/release/11/mms": "ICD-11",
        "http://snomed.info/sct": "SNOMED CT",
        "http://id.nlm.nih.gov/mesh": "MeSH",
    }.get(uri, uri)
