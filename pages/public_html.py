"""Rich text as the world gets it: a few tags from an allow-list, balanced, with addresses that are safe to follow."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape, unescape

from pages.markup import KEYED, Kind, Token, readable
from pages.usual_html import cut_usual

# The whole of what API clients meet. Headings and quotations become paragraphs, lest their words run into the next.
_PUBLIC = {name: name for name in ("p", "ul", "ol", "li", "b", "i", "sup", "sub", "br", "a")}
_PUBLIC |= {"strong": "b", "em": "i"} | dict.fromkeys(KEYED - {"li"}, "p")
_NOT_IN_P = frozenset({"p", "ul", "ol"})
_SIMPLE = re.compile(r"(?:[^<>&]|&(?:amp|lt|gt);|<br/>|</?(?:b|i|su[bp])>)*")  # it would be written as it stands
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_HREF = re.compile(r"https?://[^/?#]|mailto:.|tel:.|/(?!/)", re.IGNORECASE)


def safe_href(href: str) -> str | None:
    """The address without spaces around it, or None if it isn't http(s), mailto, tel or root-relative.

    Control and format characters and backslashes are refused anywhere. Browsers drop tabs and newlines and read a
    backslash as "/" (WHATWG URL 4.4), which turns "/\\t/host" and "/\\host" into another site; format characters
    make an address look like another.
    """
    href = href.strip(" ")
    if "\\" in href or any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in href):
        return None
    return href if _HREF.match(href) else None


def public_html(db_html: str, link: Callable[[Mapping[str, str]], str | None]) -> str:
    """Database HTML (a field's or a fragment's) as API clients get it: a few tags, balanced; the words unchanged.

    `link` is given the attributes of an `<a>` and answers with its address, or None to leave only the link's text;
    what `safe_href` refuses is treated as None. Tags and attributes not on the allow-list go, their text stays; scripts
    and style sheets go with their content. In text, only `&amp; &lt; &gt;` remain as entities, so XML readers cope too.
    """
    quick = _public_if_usual(db_html)
    return _public_with_care(db_html, link) if quick is None else quick


def _public_if_usual(db_html: str) -> str | None:
    """The same for what editors mostly write, many times as quickly; None if something in it wants more care."""
    elements = cut_usual(db_html)
    if elements is None or not all(_SIMPLE.fullmatch(element.inner) for element in elements):
        return None
    names = ("li" if element.start.startswith("<li") else "p" for element in elements)
    return "".join(f"{e.opens}<{name}>{e.inner}</{name}>{e.closes}" for e, name in zip(elements, names, strict=True))


def _public_with_care(db_html: str, link: Callable[[Mapping[str, str]], str | None]) -> str:
    writer = _Writer()
    for token in readable(db_html):
        public = _PUBLIC.get(token.name, "")
        if token.kind is Kind.TEXT:
            writer.out.append(escape(unescape(token.text), quote=False))
        elif token.kind is Kind.END:
            writer.end(token.name)
        elif token.kind is Kind.EMPTY:
            # "<b/>" says nothing here, but would open a <b> in a browser
            writer.out.append("<br/>" if public == "br" else "")
        elif public == "a":
            href = "" if writer.written["a"] else safe_href(link(token.attributes) or "")
            writer.start(token, "a" if href else "", f' href="{escape(href)}"' if href else "")
        else:
            writer.start(token, public)
    return writer.close_all()


class _Writer:
    """Writes balanced HTML: an end tag closes what is open inside it, and is dropped if nothing of its name is open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.written: Counter[str] = Counter()  # the open elements by the name written, "" for those left out
        self._named: Counter[str] = Counter()  # the same by the name that will close them
        self._open: list[tuple[str, str]] = []

    def start(self, token: Token, public: str, more: str = "") -> None:
        if public in _NOT_IN_P and self.written["p"]:  # HTML ends a paragraph here, whether it is closed or not
            while self._close()[1] != "p":
                pass
        self._open.append((token.name, public))
        self._named[token.name] += 1
        self.written[public] += 1
        if public:
            self.out.append(f"<{public}{_language(token.attributes)}{more}>")

    def end(self, name: str) -> None:
        if self._named[name]:
            while self._close()[0] != name:
                pass

    def close_all(self) -> str:
        while self._open:
            self._close()
        return "".join(self.out)

    def _close(self) -> tuple[str, str]:
        name, public = self._open.pop()
        self._named[name] -= 1
        self.written[public] -= 1
        if public:
            self.out.append(f"</{public}>")
        return name, public


def _language(attributes: Mapping[str, str]) -> str:
    lang, direction = attributes.get("lang", ""), attributes.get("dir", "")
    written = f' lang="{lang}"' if _LANG.fullmatch(lang) else ""
    return written + (f' dir="{direction}"' if direction in ("ltr", "rtl", "auto") else "")
