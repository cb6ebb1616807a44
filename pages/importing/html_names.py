"""What an element is for, whatever its tag: a heading by its role or its name, an item, the bar of an accordion."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pages.importing.html_disclosed import HEADING_TAGS, NAME_PART, Disclosed

TITLED = "title"  # called a heading by its name: one only if the lines around it allow that

_LONGEST = 200
_TITLES = frozenset("title titles subtitle heading headings subheading subhead headline header hd".split())
_NUMBERED = re.compile(r"(?:^|[\s_-])(?:[A-Za-z]{0,20}-)?[hH][1-6](?:$|[\s_-])")
_BLOCKS = ("p", "ul", "ol", "dl", "table", "div", "section", "article", "details", "form", *HEADING_TAGS)


def effective_tag(element: HtmlElement, disclosed: Disclosed, *, within: str, begun: bool) -> str:
    """The tag that an element should have had, standing `within` a block that has `begun` if there are words in it."""
    tag = str(element.tag)
    role = element.get("role", "").strip().lower()
    if role == "heading" and tag not in HEADING_TAGS:
        level = element.get("aria-level", "").strip()
        return f"h{level}" if level in ("1", "2", "3", "4", "5", "6") else "h2"
    if role == "listitem":
        return "li"
    short = 0 < disclosed.text.get(element, 0) <= _LONGEST
    if within in HEADING_TAGS and tag in ("div", "button", "section") and short and not begun:
        return tag if _has_blocks(element, ("p", "ul", "ol", "table")) else "span"
    if tag == "button" or (tag == "a" and within == "p" and not begun and not _has_blocks(element)):
        return "summary" if disclosed.is_heading(element) else tag
    if tag in ("p", "div") and within == "p" and short and _is_called_heading(element) and not _has_blocks(element):
        return TITLED
    return tag


def _is_called_heading(element: HtmlElement) -> bool:
    name = element.get("class", "")
    return bool(_NUMBERED.search(name)) or any(part.lower() in _TITLES for part in NAME_PART.findall(name))


def _has_blocks(element: HtmlElement, tags: tuple[str, ...] = _BLOCKS) -> bool:
    return any(below is not element for below in element.iter(*tags))
