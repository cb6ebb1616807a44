"""HTML as a flat list of tokens, byte for byte: whatever isn't meant to change stays as it is, in linear time."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from html import escape, unescape
from typing import NamedTuple

SPACE = " \t\n\f\r"  # HTML's whitespace; str.strip() and \s would take the no-break space too, which is text

KEYED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li"})
BLOCK = KEYED | {"ul", "ol", "hr", "div", "section", "article", "figure", "figcaption", "pre", "dl", "dt", "dd"}
BLOCK |= {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
_VOID = frozenset({"br", "embed", "hr", "img", "wbr", "col", "area", "base", "input", "link", "meta", "source"})

# A tag never holds a raw "<", not even in quotes (Draftail escapes it). So each attempt to read one ends at the
# next "<", and reading stays linear whatever comes in. A comment that never ends is text up to the end.
_MARKUP = re.compile(
    r"""(<!--(?s:.*?)(?:-->|\Z)|<[!?][^<>]*+>)"""
    r"""|<(/?)([A-Za-z][^ \t\n\f\r/<>"']*+)(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*>"""
)
# The first two branches step over quoted text that no attribute name leads to.
_ATTRIBUTE = re.compile(
    r""""[^"]*+"|'[^']*+'"""
    r"""|([^ \t\n\f\r"'>/=]++)(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+("[^"]*+"|'[^']*+'|[^ \t\n\f\r"'>]++))?"""
)
_BEGINS_WITH_WORDS = re.compile(r"[^<&\s]")


class Kind(Enum):
    """What a token is; EMPTY is a tag without content, `<br>` as well as `<x/>`."""

    TEXT = "text"
    START = "start"
    END = "end"
    EMPTY = "empty"
    COMMENT = "comment"


class Token(NamedTuple):
    """One piece of an HTML string: `text` is its bytes as they stand, `name` the tag's name in lower case."""

    kind: Kind
    text: str
    name: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of a tag, names in lower case, entities decoded; the first of two alike (as in HTML)."""
        found: dict[str, str] = {}
        if self.kind in (Kind.START, Kind.EMPTY):
            for match in _ATTRIBUTE.finditer(self.text, 1 + len(self.name), len(self.text) - 1):
                if match[1]:
                    value = match[2] or ""
                    found.setdefault(match[1].lower(), unescape(value[1:-1] if value[:1] in ('"', "'") else value))
        return found


def tokenise(html: str) -> Iterator[Token]:
    """Cut any string into text, tags and comments; their texts joined are the string again. Never raises."""
    at = 0
    for match in _MARKUP.finditer(html):
        if at < match.start():
            yield Token(Kind.TEXT, html[at : match.start()])
        at = match.end()
        text, name = match[0], (match[3] or "").lower()
        if match[1]:
            ended = not text.startswith("<!--") or text.endswith("-->")
            yield Token(Kind.COMMENT if ended else Kind.TEXT, text)
        elif match[2]:
            yield Token(Kind.END, text, name)
        else:
            yield Token(Kind.EMPTY if name in _VOID or text.endswith("/>") else Kind.START, text, name)
    if at < len(html):
        yield Token(Kind.TEXT, html[at:])


def has_text(tokens: Iterable[Token]) -> bool:
    """Whether there is anything to read in these tokens."""
    return any(token.kind is Kind.TEXT and token.text.strip(SPACE) for token in tokens)


def has_words(html: str) -> bool:
    """Whether `plain_text(html)` has more than space in it; quick for the usual tags."""
    if _BEGINS_WITH_WORDS.match(html):
        return True
    if "<!" in html or "<s" in html.lower():  # comments, scripts and style sheets hide what is in them
        return bool(plain_text(html).strip())
    return bool(unescape(_MARKUP.sub("", html)).strip())


def with_attribute(tag: Token, name: str, value: str) -> Token:
    """The start tag with this attribute set: in place if it is there, else right after the tag's name."""
    start = end = 1 + len(tag.name)
    written = f' {name}="{escape(value)}"'
    for match in _ATTRIBUTE.finditer(tag.text, start, len(tag.text) - 1):
        if match[1] and match[1].lower() == name:
            start, end, written = match.start(), match.end(), written[1:]
            break
    return tag._replace(text=tag.text[:start] + written + tag.text[end:])


def plain_text(html: str) -> str:
    """The words alone: tags out, entities decoded, a newline for `<br>` and between blocks."""
    out: list[str] = []
    for token in readable(html):
        if token.kind is Kind.TEXT:
            out.append(unescape(token.text))
        elif (token.name == "br" or token.name in BLOCK) and out and out[-1] != "\n":
            out.append("\n")
    return "".join(out).strip("\n")


def readable(html: str) -> Iterator[Token]:
    """The tokens without comments and without scripts and style sheets, content included."""
    skipping = ""
    for token in tokenise(html):
        if skipping:
            if token.kind is Kind.END and token.name == skipping:
                skipping = ""
        elif token.kind is Kind.START and token.name in ("script", "style"):
            skipping = token.name
        elif token.kind is not Kind.COMMENT:
            yield token
