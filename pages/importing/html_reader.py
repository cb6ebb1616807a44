"""HTML becomes pieces: headings, paragraphs, list items and rows by their tags, with the marks of their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from pages.importing.html_headings import HeadingLines
from pages.importing.html_links import mark_links
from pages.importing.html_title import title_index, told_title
from pages.importing.html_walk import HEADINGS, LINKED, HtmlLine, HtmlWalk
from pages.importing.inline_html import as_html, plain
from pages.importing.parse import nothing_known
from pages.importing.values import Dropped, Flag, FlagKind, Kind, Piece, Source
from pages.importing.wording import ends_sentence, excerpt

_BULLET = re.compile(r"([•◦▪●○■□‣⁃∙·\uf0b7–-])\s+(?=\S)|(\(?\d{1,2}[.)])\s+(?=\S)")
_UNCLEAN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML = re.compile(r"\s*<\?xml[^>]*>")
_WHOLE_PAGE = re.compile(r"<(?:body|html|!doctype)\b", re.IGNORECASE)
BEFORE_TITLE = "before the page's heading"


def read_html(text: str, is_known: Callable[[str], bool] = nothing_known, address: str = "") -> Source:
    """The pieces of a page or of a piece of one; what surrounds its document is among the dropped.

    `is_known` says that a wording is a heading's, for lines that are only in bold. `address` is where the page came
    from, for its relative links. Every word that a reader of the page could see is in one piece or is dropped. Raises
    nothing.
    """
    root = _parsed(text)
    if root is None:
        return Source(())
    lines = HtmlWalk(root, _base(root, address)).lines()
    kept = [line for line in lines if not line.reason]
    if _WHOLE_PAGE.search(text):
        kept = _from_title(kept, root)
        mark_links(kept, is_known)
        kept = [line for line in kept if not line.reason]
    pieces = list(_pieces(kept, is_known))
    if not any(line.tag == "h1" for line in kept) and (title := told_title(root)):
        pieces.insert(0, Piece(Kind.HEADING, title, 1, 1))
    dropped = [Dropped(plain(line.words), line.number, line.reason) for line in lines if line.reason]
    return Source(tuple(pieces), tuple(sorted(dropped, key=lambda drop: drop.line)), tuple(_lost_links(kept)))


def _parsed(text: str) -> HtmlElement | None:
    cleaned = _UNCLEAN.sub(" ", _XML.sub("", text, count=1))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(cleaned.encode(), parser=parser)
    except etree.ParserError:  # nothing but comments and blanks
        return None
    return root


def _from_title(lines: list[HtmlLine], root: HtmlElement) -> list[HtmlLine]:
    """The lines from the page's title on; what is before it isn't of the document, unless it is prose."""
    first = title_index(lines, root)
    if first is None:
        return lines
    prose = [line for line in lines[:first] if _is_prose(line)]
    for line in lines[:first]:
        line.reason = "" if _is_prose(line) else BEFORE_TITLE
    lines[first].tag = "h1"
    return [lines[first], *prose, *lines[first + 1 :]]


def _base(root: HtmlElement, address: str) -> str:
    """What relative links are relative to; empty if nobody knows."""
    told = root.xpath("string(//base/@href)") or root.xpath("string(//link[@rel='canonical']/@href)")
    try:
        base = urljoin(address, told)
    except ValueError:  # "http://["
        return ""
    return base if LINKED.match(base) else ""


def _is_prose(line: HtmlLine) -> bool:
    text = plain(line.words)
    return ends_sentence(text) and len(text) > 60 and any(not words.href for words in line.words)


def _pieces(lines: list[HtmlLine], is_known: Callable[[str], bool]) -> Iterator[Piece]:
    has_levels = any(line.tag in HEADINGS and line.tag != "h1" for line in lines)
    headings = HeadingLines(lines, is_known)
    level = 1
    made: Piece | None = None
    item = 0
    for index, line in enumerate(lines):
        piece = _piece(line)
        if line.tag in HEADINGS:
            level = piece.level
        elif line.tag == "summary":
            piece = replace(piece, level=min(level + 1, 6))
        elif headings.has(index):
            piece = replace(piece, kind=Kind.HEADING, level=min(level + 1, 6) if has_levels else 0, html="")
        if made is not None and piece.kind is not Kind.HEADING and _goes_on(made, piece, line, item):
            made = _joined(made, piece, "<br/>" if line.breaks else " ")
            continue
        if made is not None:
            yield made
        made, item = piece, line.item
    if made is not None:
        yield made


def _piece(line: HtmlLine) -> Piece:
    text = plain(line.words)
    piece = Piece(Kind.PARAGRAPH, text, line.number, html=as_html(line.words))
    if line.tag in HEADINGS or line.tag == "summary":
        return replace(piece, kind=Kind.HEADING, level=HEADINGS.get(line.tag, 0), html="")
    if line.tag == "tr":
        return replace(piece, kind=Kind.TABLE_ROW)
    if line.tag == "li":
        return replace(piece, kind=Kind.LIST_ITEM, marker=line.marker)
    if bullet := _BULLET.match(text):
        rest = list(line.words)
        at = bullet.end()
        while at and rest:
            taken = min(at, len(rest[0].text))
            rest[0] = replace(rest[0], text=rest[0].text[taken:])
            at -= taken
            if not rest[0].text:
                del rest[0]
        marker = bullet[1] or bullet[2]
        return replace(piece, kind=Kind.LIST_ITEM, marker=marker, text=plain(rest), html=as_html(rest))
    return piece


def _goes_on(made: Piece, piece: Piece, line: HtmlLine, item: int) -> bool:
    """Whether a line belongs to the piece before: the same list item, or the same paragraph after one line break."""
    if made.kind is Kind.LIST_ITEM:
        own_item = line.item and line.item == item
        return bool(own_item) or (line.breaks == 1 and piece.kind is Kind.PARAGRAPH and not line.item)
    return made.kind is piece.kind is Kind.PARAGRAPH and line.breaks == 1


def _joined(made: Piece, piece: Piece, between: str) -> Piece:
    marked = "<br/>" in between or made.html or piece.html
    html = f"{made.html or escape(made.text, quote=False)}{between}{piece.html or escape(piece.text, quote=False)}"
    marker = f"{piece.marker} " if piece.kind is Kind.LIST_ITEM and any(c.isalnum() for c in piece.marker) else ""
    return replace(made, text=f"{made.text} {marker}{piece.text}", html=html if marked else "")


def _lost_links(lines: list[HtmlLine]) -> Iterator[Flag]:
    lost = [line for line in lines if line.lost]
    if lost:
        message = (
            f"Links of {len(lost)} lines lead to places within the old site ({excerpt(lost[0].lost)}); only their "
            "words were kept. With the address that the page had, the links are kept too."
        )
        yield Flag(FlagKind.LINKS, lost[0].number, excerpt(plain(lost[0].words)), message)
