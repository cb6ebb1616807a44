"""A condition document as lines of text: what stands where, for plain text and for Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from api.representations.pieces import Element, Say, is_omitted, notice_of, read_html, system_name
from api.serialising import Json


class Style(Protocol):
    """How one of the two writes it. Texts come as they are, and are made safe here."""

    def text(self, text: str) -> str: ...
    def heading(self, level: int, text: str) -> str: ...
    def strong(self, text: str) -> str: ...
    def note(self, text: str) -> str: ...
    def link(self, text: str, url: str) -> str: ...
    def item(self, mark: str, text: str) -> str: ...
    def image(self, alt: str, url: str) -> str: ...
    def table(self, heads: list[str], rows: list[list[str]]) -> str: ...
    def inline(self, element: Element) -> str: ...


def write_lines(document: Json, say: Say, style: Style) -> str:
    """The whole document; pieces are parted by empty lines."""
    pieces = [piece for piece in _pieces(document, say, style) if piece.strip()]
    return "\n\n".join(pieces) + "\n"


def _pieces(document: Json, say: Say, style: Style) -> Iterator[str]:
    def note(key: str) -> str:
        return style.note(say(key).text)

    def named(key: str, text: str) -> str:
        return f"{style.strong(say(key).text)}: {style.text(text)}"

    yield style.heading(1, document["title"])
    if document["translation"]["status"] == "outdated":
        yield note("notice.outdated")
    if document["also_known_as"]:
        yield named("name.also_known_as", "; ".join(document["also_known_as"]))
    if is_omitted(document, None):
        yield note("notice.omitted")
    yield style.text(document["summary"])
    for section in document["sections"]:
        yield style.heading(2, section["heading"])
        if is_omitted(document, section["type"]):
            yield note("notice.omitted")
        for block in section["blocks"]:
            if notice := notice_of(block, document):
                yield note(notice)
            yield from _block(block, say, style)
    review = document["review"]
    if document["codes"]:
        yield named(
            "name.codes", "; ".join(f"{system_name(code['system'])} {code['code']}" for code in document["codes"])
        )
    if document["sources"]:
        yield style.heading(2, say("name.sources").text)
        yield "\n".join(style.item("-", style.link(each["title"], each["url"])) for each in document["sources"])
    if document["related"]:
        yield style.heading(2, say("name.related").text)
        yield "\n".join(style.item("-", style.link(each["url"], each["url"])) for each in document["related"])
    for name in ("last_reviewed", "next_review"):
        if review[name]:
            yield named(f"name.{name}", review[name])
    if review["reviewers"]:
        people = (", ".join(filter(None, (each["name"], each["role"]))) for each in review["reviewers"])
        yield named("name.reviewers", "; ".join(people))
    if document["translation"]["reviewers"]:
        yield named("name.translation_reviewers", "; ".join(document["translation"]["reviewers"]))


def _block(block: Json, say: Say, style: Style) -> Iterator[str]:
    match block["type"]:
        case "heading":
            yield style.heading(3, block["text"])
        case "paragraph":
            yield from texts(block["html"], style)
        case "advice":
            yield style.note(say(f"urgency.{block['urgency']}").text)
            yield style.heading(3, block["heading"])
            yield from texts(block["html"], style)
        case "examination":
            yield style.heading(3, block["name"])
            yield from texts(block["html"], style)
        case "treatment":
            yield style.heading(3, block["name"])
            yield style.text(say(f"approach.{block['approach']}").text)
            yield from texts(block["html"], style)
            if block["warnings"]:
                yield style.note(say("name.warnings").text)
                yield "\n".join(style.item("-", style.text(item["text"])) for item in block["warnings"])
        case "image":
            yield style.image(block["alt"], block["image"]["url"])
            yield style.text(block["caption"])
        case "table":
            yield style.strong(block["caption"]) if block["caption"] else ""
            rows = [[" ".join(texts(cell["html"], style)) for cell in row["cells"]] for row in block["rows"]]
            yield style.table([style.text(item["text"]) for item in block["header"]], rows)
        case kind:
            raise ValueError(f"no text for blocks of the type {kind!r}")


def texts(html: str, style: Style) -> list[str]:
    """The paragraphs and lists of rich text."""
    return [text for _, text in rich(html, style)]


def rich(html: str, style: Style) -> list[tuple[Element, str]]:
    """The same, each with its element."""
    return [(element, text) for element, text in _rich(read_html(html), style) if text.strip()]


def _rich(parent: Element, style: Style) -> Iterator[tuple[Element, str]]:
    loose: list[Element | str] = []
    for child in parent.children:
        if isinstance(child, Element) and child.name in ("p", "ul", "ol"):
            yield Element("", children=loose), style.inline(Element("", children=loose))
            loose = []
            yield child, style.inline(child) if child.name == "p" else "\n".join(_items(child, style))
        else:
            loose.append(child)
    yield Element("", children=loose), style.inline(Element("", children=loose))


def _items(items: Element, style: Style) -> Iterator[str]:
    elements = (child for child in items.children if isinstance(child, Element))
    for number, item in enumerate(elements, start=1):
        mark = f"{number}." if items.name == "ol" else "-"
        inner = "\n".join(text for _, text in _rich(item, style) if text.strip())
        yield style.item(mark, inner.replace("\n", "\n" + " " * (len(mark) + 1)))
