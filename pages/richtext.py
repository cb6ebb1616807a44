"""Rich text as the database keeps it: cut into keyed fragments, joined again, and rewritten for the public.

"Database HTML" is what Wagtail's Draftail editor stores. Its block elements carry a `data-block-key`, which stays
with a paragraph through every edit: that is what a translation holds on to. Everything here works on a flat list
of tokens, so that whatever isn't meant to change stays byte for byte, in time linear in the input.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from html import escape, unescape
from typing import NamedTuple

KEY = "data-block-key"
SPACE = " \t\n\f\r"  # HTML's whitespace; str.strip() and \s would take the no-break space too, which is text

_KEYED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li"})
_BLOCK = _KEYED | {"ul", "ol", "hr", "div", "section", "article", "figure", "figcaption", "pre", "dl", "dt", "dd"}
_BLOCK |= {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
_VOID = frozenset({"br", "embed", "hr", "img", "wbr", "col", "area", "base", "input", "link", "meta", "source"})

# A tag never holds a raw "<", not even in quotes (Draftail escapes it). So each attempt to read one ends at the
# next "<", and reading stays linear whatever comes in. A comment that never ends is text up to the end.
_MARKUP = re.compile(
    r"""(<!--(?s:.*?)(?:-->|\Z)|<[!?][^<>]*+>)"""
    r"""|<(/?)([A-Za-z][^ \t\n\f\r/<>"']*+)(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>"""
)
# The first two branches step over quoted text that no attribute name leads to.
_ATTRIBUTE = re.compile(
    r""""[^"]*+"|'[^']*+'"""
    r"""|([^ \t\n\f\r"'>/=]++)(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+("[^"]*+"|'[^']*+'|[^ \t\n\f\r"'>]++))?"""
)


class MalformedRichText(ValueError):
    """The HTML can't be cut into fragments: `what` is wrong, at character `where` (counted from 0)."""

    def __init__(self, what: str, where: int) -> None:
        super().__init__(f"{what} at character {where}")
        self.what = what
        self.where = where


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


class _Stretch(NamedTuple):
    """A block tag and the inline tokens between it and the next one. The first stretch of a string has no tag.

    The words of an element are the stretch of its start tag. What comes after a nested list is the stretch of an
    end tag and has no owner: the editor, too, reads it as a paragraph of its own.
    """

    tag: Token | None
    inline: list[Token]

    @property
    def key(self) -> str:
        """The block key of an element that opens here, "" if it has none."""
        return self.tag.attributes.get(KEY, "") if self.tag and self.tag.kind is Kind.START else ""

    @property
    def wants_key(self) -> bool:
        return self.tag is not None and self.tag.kind is Kind.START and self.tag.name in _KEYED

    @property
    def html(self) -> str:
        return "".join(token.text for token in self.inline)


def _stretches(html: str) -> list[_Stretch]:
    found = [_Stretch(None, [])]
    for token in tokenise(html):
        if token.name in _BLOCK:
            found.append(_Stretch(token, []))
        else:
            found[-1].inline.append(token)
    return found


def _with_attribute(tag: Token, name: str, value: str) -> Token:
    """The start tag with this attribute set: in place if it is there, else right after the tag's name."""
    start = end = 1 + len(tag.name)
    written = f' {name}="{escape(value)}"'
    for match in _ATTRIBUTE.finditer(tag.text, start, len(tag.text) - 1):
        if match[1] and match[1].lower() == name:
            start, end, written = match.start(), match.end(), written[1:]
            break
    return tag._replace(text=tag.text[:start] + written + tag.text[end:])


class _Keys:
    """Makes keys from an element's words, so that the same content imported twice gets the same keys."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._ordinal: Counter[str] = Counter()

    def make(self, inline: list[Token]) -> str:
        # The ordinal counts elements with these very words, so a paragraph added elsewhere changes no other key.
        words = plain_text("".join(token.text for token in inline))
        while True:
            self._ordinal[words] += 1
            seed = f"{self._ordinal[words]}\n{words}".encode("utf-8", "surrogatepass")
            number = int.from_bytes(hashlib.sha256(seed).digest()[:8], "big")
            key = "".join("0123456789abcdefghijklmnopqrstuvwxyz"[number // 36**place % 36] for place in range(5))
            if key not in self._taken:
                self._taken.add(key)
                return key


def with_keys(html: str) -> str:
    """Give every paragraph, heading, quotation and list item a key of its own; all else stays byte for byte.

    An element without a key gets one made from its words, and so does the second bearer of the same key. Text that
    stands outside of these elements (imported content, words after a nested list) is wrapped in a `<p>`, as the
    editor would do. Doing it twice changes nothing more. Never raises, whatever the string.
    """
    stretches = _stretches(html)
    keys = _Keys({stretch.key for stretch in stretches})
    seen: set[str] = set()
    out: list[str] = []
    for stretch in stretches:
        tag, inline, key = stretch.tag, stretch.inline, stretch.key
        if tag and (key in seen or (stretch.wants_key and not key)):
            key = keys.make(inline)
            tag = _with_attribute(tag, KEY, key)
        if tag:
            out.append(tag.text)
        if key:
            seen.add(key)
            out.extend(token.text for token in inline)
        else:
            out.extend(_wrapped(inline, keys))
    return "".join(out)


def _wrapped(inline: list[Token], keys: _Keys) -> list[str]:
    """The tokens in a new `<p>`, if there is something to read; what stands around the words stays outside."""
    if not has_text(inline):
        return [token.text for token in inline]
    first, last = 0, len(inline)
    while not _is_content(inline[first]):
        first += 1
    while not _is_content(inline[last - 1]):
        last -= 1
    content = inline[first:last]
    texts = [token.text for token in content]
    return [
        *(token.text for token in inline[:first]),
        f'<p {KEY}="{keys.make(content)}">',
        *texts,
        "</p>",
        *(token.text for token in inline[last:]),
    ]


def _is_content(token: Token) -> bool:
    return token.kind in (Kind.START, Kind.END) or (token.kind is Kind.TEXT and token.text.strip(SPACE) != "")


class Fragment(NamedTuple):
    """The inline HTML directly inside the element with this key."""

    key: str
    html: str


@dataclass(frozen=True, slots=True)
class RichText:
    """Rich text cut at its keys. `skeleton` is what stands before a fragment's start tag, then the tag, in turns."""

    fragments: tuple[Fragment, ...]
    skeleton: tuple[str, ...]


def split(html: str) -> RichText:
    """Cut database HTML into its fragments and the skeleton between them, in document order.

    A list item's fragment ends where its nested list begins. Raises MalformedRichText if tags don't nest, if a key
    stands twice, or if words stand where no key can name them: they would reach no translator. `with_keys`
    mends the last two.
    """
    fragments: list[Fragment] = []
    skeleton: list[str] = []
    between: list[str] = []
    open_blocks: list[tuple[str, int]] = []
    seen: set[str] = set()
    at = 0
    for stretch in _stretches(html):
        tag, key = stretch.tag, stretch.key
        if tag:
            _step(open_blocks, tag, at)
            at += len(tag.text)
        _check_inline(stretch.inline, at)
        inner = stretch.html
        if tag and key:
            if key in seen:
                raise MalformedRichText(f"key {key!r} is there twice, the second", at)
            seen.add(key)
            skeleton += ["".join(between), tag.text]
            fragments.append(Fragment(key, inner))
            between = []
        else:
            if has_text(stretch.inline):
                raise MalformedRichText("text outside of an element with a key", at)
            between += [tag.text if tag else "", inner]
        at += len(inner)
    if open_blocks:
        raise MalformedRichText(f"<{open_blocks[-1][0]}> is never closed; opened", open_blocks[-1][1])
    return RichText(tuple(fragments), (*skeleton, "".join(between)))


def _check_inline(inline: list[Token], at: int) -> None:
    """Raise unless every inline element that opens in these tokens is closed in them, in order."""
    still_open: list[tuple[str, int]] = []
    for token in inline:
        _step(still_open, token, at)
        at += len(token.text)
    if still_open:
        raise MalformedRichText(
            f"<{still_open[-1][0]}> isn't closed before a block begins or ends; opened", still_open[-1][1]
        )


def _step(still_open: list[tuple[str, int]], token: Token, at: int) -> None:
    if token.kind is Kind.START:
        still_open.append((token.name, at))
    elif token.kind is Kind.END and (not still_open or still_open.pop()[0] != token.name):
        raise MalformedRichText(f"</{token.name}> closes nothing that is open", at)


def join(
    rich: RichText,
    inner: Mapping[str, str] | None = None,
    attributes: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """Put rich text together again, with new inner HTML for some keys and attributes added to some elements.

    `join(split(html)) == html`. `attributes` is by key too: `{"k3x9z": {"lang": "en", "dir": "ltr"}}`. The new inner
    HTML isn't checked here. Raises KeyError for a key that no fragment has.
    """
    inner, attributes = inner or {}, attributes or {}
    unknown = (inner.keys() | attributes.keys()) - {fragment.key for fragment in rich.fragments}
    if unknown:
        raise KeyError(f"no fragment has the key {', '.join(sorted(unknown))}")
    out: list[str] = []
    for index, (key, html) in enumerate(rich.fragments):
        before, start = rich.skeleton[2 * index : 2 * index + 2]
        tag = next(tokenise(start))
        for name, value in attributes.get(key, {}).items():
            tag = _with_attribute(tag, name, value)
        out += [before, tag.text, inner.get(key, html)]
    return "".join([*out, rich.skeleton[-1]])


def plain_text(html: str) -> str:
    """The words alone: tags out, entities decoded, a newline for `<br>` and between blocks."""
    out: list[str] = []
    for token in _readable(html):
        if token.kind is Kind.TEXT:
            out.append(unescape(token.text))
        elif (token.name == "br" or token.name in _BLOCK) and out and out[-1] != "\n":
            out.append("\n")
    return "".join(out).strip("\n")


def _readable(html: str) -> Iterator[Token]:
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


# The whole of what API clients meet. Headings and quotations become paragraphs, lest their words run into the next.
_PUBLIC = {name: name for name in ("p", "ul", "ol", "li", "b", "i", "sup", "sub", "br", "a")}
_PUBLIC |= {"strong": "b", "em": "i"} | dict.fromkeys(_KEYED - {"li"}, "p")
_NOT_IN_P = frozenset({"p", "ul", "ol"})
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
    writer = _Writer()
    for token in _readable(db_html):
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
