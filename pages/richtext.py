"""Rich text as the database keeps it: every paragraph with its key, cut into fragments, and joined again.

"Database HTML" is what Wagtail's Draftail editor stores. Its block elements carry a `data-block-key`, which stays with
a paragraph through every edit: that is what a translation holds on to.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pages.markup import BLOCK, KEYED, SPACE, Kind, Token, has_text, plain_text, tokenise, with_attribute
from pages.usual_html import Element, cut_usual

KEY = "data-block-key"


class MalformedRichText(ValueError):
    """The HTML can't be cut into fragments: `what` is wrong, at character `where` (counted from 0)."""

    def __init__(self, what: str, where: int) -> None:
        super().__init__(f"{what} at character {where}")
        self.what = what
        self.where = where


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
        return self.tag is not None and self.tag.kind is Kind.START and self.tag.name in KEYED

    @property
    def html(self) -> str:
        return "".join(token.text for token in self.inline)


def _stretches(html: str) -> list[_Stretch]:
    found = [_Stretch(None, [])]
    for token in tokenise(html):
        if token.name in BLOCK:
            found.append(_Stretch(token, []))
        else:
            found[-1].inline.append(token)
    return found


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
            tag = with_attribute(tag, KEY, key)
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
    if usual := cut_usual(html):
        return _put_together(usual)
    return _split_with_care(html)


def _put_together(elements: list[Element]) -> RichText:
    skeleton: list[str] = []
    before = ""
    for element in elements:
        skeleton += (before + element.opens, element.start)
        before = element.end + element.closes
    return RichText(tuple(Fragment(e.key, e.inner) for e in elements), (*skeleton, before))


def _split_with_care(html: str) -> RichText:
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
        if key in attributes:
            tag = next(tokenise(start))
            for name, value in attributes[key].items():
                tag = with_attribute(tag, name, value)
            start = tag.text
        out += (before, start, inner.get(key, html))
    return "".join([*out, rich.skeleton[-1]])


def without(html: str, keys: Collection[str]) -> str:
    """Rich text that `split` takes, without the elements that have these keys.

    With an element goes what is nested in it, with a paragraph the lists right after it, which it may introduce ("Don't
    take it if:"), and with its last item a list.
    """
    out: list[str] = []
    lists: list[tuple[int, int]] = []  # where each open list begins in `out`, and how many items stood before it
    items = depth = 0
    introduced = False
    for token in tokenise(html):
        is_list = token.name in ("ul", "ol")
        if depth:
            depth += {Kind.START: 1, Kind.END: -1}.get(token.kind, 0)
            continue
        if token.kind is Kind.START:
            if token.attributes.get(KEY) in keys or (is_list and introduced):
                introduced = introduced or token.name != "li"
                depth = 1
                continue
            introduced = introduced and token.name not in KEYED
            items += token.name == "li"
            if is_list:
                lists.append((len(out), items))
        out.append(token.text)
        if token.kind is Kind.END and is_list:
            start, before = lists.pop()
            if items == before:
                del out[start:]
    return "".join(out)
