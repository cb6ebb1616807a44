"""The lines of a web page: what stands between two ends of its blocks, or two line breaks in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from pages.importing.html_called import NAVIGATION
from pages.importing.html_chrome import chrome_of
from pages.importing.html_disclosed import Disclosed
from pages.importing.html_names import TITLED, effective_tag
from pages.importing.html_rows import cells_of, is_data
from pages.importing.inline_html import MARKS, Words, is_linked, tidy, without_tools

LINE = "data-line"  # where a reader of another format says on which line an element began
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LINKED = re.compile(r"(?:https?://[^/?#\s]|mailto:.|tel:.)", re.IGNORECASE)

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q ruby rb rt rp s samp small span "
    "strong sub sup time tt u var wbr label output".split()
)
_UNSEEN = frozenset("head script style template noscript svg math iframe object embed canvas audio video map".split())
_WORD = re.compile(r"[^\W_]")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_DELETED = "deleted text"
_PICTURE = "picture"


@dataclass(slots=True)
class HtmlLine:
    """What stands between two ends of a block, or between two line breaks in one."""

    tag: str
    number: int
    words: tuple[Words, ...]
    reason: str = ""
    marker: str = ""
    breaks: int = 0  # how many line breaks stand before it, in its block
    item: int = 0  # which list item it belongs to
    lost: str = ""  # the address of a link that leads nowhere from here
    linked: bool = False  # whether nearly all of it is in links


@dataclass(slots=True)
class _Open:
    """An element that is still open."""

    tag: str
    marks: frozenset[str]
    href: str
    reason: str
    block: str  # the tag that says what the lines in it are
    item: int = 0
    marker: str = ""
    linked: bool = False


class HtmlWalk:
    """Goes through the elements in the order of the page."""

    def __init__(self, root: HtmlElement, base: str) -> None:
        self.root, self.base = root, base
        self.disclosed = Disclosed(root)
        self.chrome = chrome_of(root, self.disclosed)
        self.words: list[Words] = []
        self.told = root.xpath(f"boolean(//*[@{LINE}])")
        self.breaks = self.items = 0
        self.number = 1
        self.lost = ""
        self.found: list[HtmlLine] = []

    def lines(self) -> list[HtmlLine]:
        open_: list[_Open] = [_Open("", frozenset(), "", "", "p")]
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                    walk.skip_subtree()
                    open_.append(open_[-1])
                    continue
                self._start(element, open_)
                self._say(element.text, open_[-1])
            else:
                ended = open_.pop()
                if isinstance(element.tag, str) and element.tag not in _UNSEEN and ended.tag not in _INLINE:
                    if ended.block == "tr" and ended.tag != "tr":
                        self.words.append(Words(" | " if ended.tag in ("td", "th") else " "))
                    elif ended.tag != "br":
                        self._flush(ended)
                self._say(element.tail, open_[-1])
        self._flush(open_[0])
        return self.found

    def _start(self, element: HtmlElement, open_: list[_Open]) -> None:
        around = open_[-1]
        begun = any(words.text.strip() for words in self.words)
        tag = effective_tag(element, self.disclosed, within=around.block, begun=begun)
        line = element.get(LINE)
        reason = around.reason or self.chrome.get(element, "")
        if tag in ("del", "strike") and not around.reason:
            reason = _DELETED
        in_row = around.block == "tr" and tag not in ("tr", "table")
        if (tag not in _INLINE and tag not in ("br", "img") and not in_row) or reason != around.reason:
            self._flush(around)
            begun = False
        if not begun:
            if line and line.isdecimal():
                self.number = int(line)
            elif not self.told:
                self.number = element.sourceline or self.number
        if not reason and (label := self.disclosed.label(element)):
            self.found.append(HtmlLine("h2", self.number, (Words(label),)))
        now = _Open(tag, around.marks, around.href, reason, around.block, around.item, around.marker, around.linked)
        if tag in MARKS or _BOLD.search(element.get("style", "")):
            now.marks = around.marks | {MARKS.get(tag, "b")}
        if tag == "a":
            now.href = self._address(element.get("href", "").strip())
            now.linked = "href" in element.attrib
        elif tag == "br":
            self._break(around)
        elif tag == "img":
            self._picture(element, around)
        elif tag == "tr":
            now.block = "tr" if is_data(element) else "p"
        elif in_row:
            pass
        elif tag in HEADINGS or tag in ("li", "summary", "dt", TITLED):
            now.block = tag
            if tag == "li":
                self.items += 1
                now.item = self.items
                now.marker = self._marker(element)
        elif tag not in _INLINE:
            now.block = "li" if around.block == "li" and tag != "table" else "p"
        open_.append(now)

    def _marker(self, element: HtmlElement) -> str:
        parent = element.getparent()
        return "1." if parent is not None and parent.tag == "ol" else "•"

    def _address(self, href: str) -> str:
        try:
            whole = urljoin(self.base, href) if self.base and not href.startswith("#") else href
        except ValueError:  # "http://[": no address
            whole = ""
        if LINKED.match(whole):
            return whole
        if href and not href.startswith(("#", "javascript:")):
            self.lost = href
        return ""

    def _say(self, text: str | None, where: _Open) -> None:
        if text:
            self.words.append(Words(text, where.marks, where.href, where.linked))

    def _break(self, where: _Open) -> None:
        before = self.breaks
        self.breaks = 1 if self._flush(where) else before + 1

    def _picture(self, element: HtmlElement, where: _Open) -> None:
        alt = element.get("alt", "").strip()
        if _WORD.search(alt):
            reason = where.reason or _PICTURE
            self.found.append(HtmlLine("img", element.sourceline or self.number, (Words(alt),), reason))

    def _flush(self, where: _Open) -> bool:
        linked = is_linked(self.words)
        words = tidy(self.words)
        self.words = []
        if where.block in HEADINGS:
            words, tools = without_tools(words)
        if where.block == "tr":
            words = cells_of(words)
        if not _WORD.search("".join(part.text for part in words)):
            self.breaks = 0
            return False
        line = HtmlLine(where.block, self.number, words, where.reason, where.marker, self.breaks, where.item, self.lost)
        line.linked = linked
        self.found.append(line)
        if where.block in HEADINGS and tools:
            self.found.append(HtmlLine("p", self.number, tools, where.reason or NAVIGATION))
        self.breaks, self.lost = 0, ""
        return True
