"""The inline HTML of a fragment as a translator sees it: tags stay in the sentence, their attributes become numbers.

`<a href="/asthma">Asthma</a>` becomes `<a id="1">Asthma</a>` and an element without text, such as an image, becomes
`<x id="2"/>`. A tag without attributes (`<b>`, `<sup>`, `<br/>`) and the words stay byte for byte, entities included.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html.entities import html5
from itertools import chain
from typing import NamedTuple

from pages.markup import Kind, Token, tokenise


class InlineKind(StrEnum):
    """What can be wrong with the markup of a translated sentence."""

    NESTING = "nesting"
    UNKNOWN_TAG = "unknown-tag"
    ATTRIBUTE = "attribute"
    MISSING_ID = "missing-id"
    EXTRA_ID = "extra-id"
    DUPLICATE_ID = "duplicate-id"
    COUNT = "count"
    EMPHASIS = "emphasis"
    RAW_CHARACTER = "raw-character"


@dataclass(frozen=True, slots=True)
class InlineProblem:
    """A finding about a translation's markup. A required one makes the translation unusable, others are warnings."""

    kind: InlineKind
    detail: str
    required: bool = True


class InlineError(ValueError):
    """The translation can't be turned back into HTML, for these required problems."""

    def __init__(self, problems: tuple[InlineProblem, ...]) -> None:
        super().__init__("; ".join(problem.detail for problem in problems))
        self.problems = problems


_SAME = {"strong": "b", "em": "i"}
_EMPHASIS = frozenset({"<b>", "<i>"})
_COUNTED = frozenset({"<sup>", "<sub>", "<br/>"})
_BARE = re.compile(r"(?:[^<]++|</?[A-Za-z][^ \t\n\f\r/<>\"']*+>|<br/>)*")
_TAG = re.compile(r"<[^>]++>")
_AMPERSAND = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|([A-Za-z][A-Za-z0-9]{1,31};))?")


def encode(inner_html: str) -> str:
    """The translator's form of a fragment's inner HTML. Never raises."""
    if _is_bare(inner_html):
        return inner_html
    return "".join(numbered.written for numbered in _numbered(inner_html))


def decode(text: str, source_inner: str) -> str:
    """Inner HTML again, from a translation in the translator's form and the source's inner HTML for the attributes.

    `decode(encode(x), x) == x`. Raises InlineError if `problems` finds a required one.
    """
    if _has_the_same_bare_tags(text, source_inner):
        return text
    found = tuple(problem for problem in problems(encode(source_inner), text) if problem.required)
    if found:
        raise InlineError(found)
    originals = {numbered.id: numbered.token.text for numbered in _numbered(source_inner) if numbered.id}
    return "".join(originals.get(_id(token), token.text) for token in tokenise(text))


def _is_bare(html: str) -> bool:
    """Whether no tag in it can have an attribute: most sentences, and so quick to tell."""
    return "<" not in html or _BARE.fullmatch(html) is not None


def _has_the_same_bare_tags(text: str, source: str) -> bool:
    """Whether the tags are those of the source, which nest, and in its order; none is numbered. Then all is right."""
    if "&" in text:
        return False
    if "<" not in source:
        return "<" not in text
    tags = _TAG.findall(source)
    if tags != _TAG.findall(text) or not all(map(_is_bare_tag, tags)):
        return False
    return text.count("<") == source.count("<") == len(tags)


@lru_cache  # there are few, in many sentences
def _is_bare_tag(tag: str) -> bool:
    return _BARE.fullmatch(tag) is not None


class _Numbered(NamedTuple):
    """A token of the source, what the translator gets for it, and the number in that ("" if it has none)."""

    token: Token
    written: str
    id: str


def _numbered(inner_html: str) -> Iterator[_Numbered]:
    count = 0
    for token in tokenise(inner_html):
        if token.attributes:
            count += 1
            name, end = ("x", "/>") if token.kind is Kind.EMPTY else (token.name, ">")
            yield _Numbered(token, f'<{name} id="{count}"{end}', str(count))
        else:
            yield _Numbered(token, token.text, "")


def _id(token: Token) -> str:
    return token.attributes.get("id", "")


def problems(source_text: str, target_text: str) -> tuple[InlineProblem, ...]:
    """What is wrong with the markup of a translation; both texts in the translator's form.

    Numbered tags may change places, but each must be there once. Superscripts, subscripts and line breaks must be as
    many as in the source; bold and italic may differ, with a warning. A link holds no other link (HTML, the a element).
    """
    source, target = list(tokenise(source_text)), list(tokenise(target_text))
    found = chain(
        _raw_characters(target), _nesting(target), _numbered_tags(source, target), _plain_tags(source, target)
    )
    return tuple(dict.fromkeys(found))  # each once, in this order


def _raw_characters(target: list[Token]) -> Iterator[InlineProblem]:
    raw: Counter[str] = Counter()
    for token in target:
        if token.kind is Kind.TEXT:
            raw["<"] += token.text.count("<")
            raw["&"] += sum(1 for match in _AMPERSAND.finditer(token.text) if not _is_entity(match))
    for character, entity in (("<", "&lt;"), ("&", "&amp;")):
        if raw[character]:
            yield InlineProblem(
                InlineKind.RAW_CHARACTER, f"{raw[character]} {character} in a broken tag, or to be written as {entity}"
            )


def _is_entity(match: re.Match[str]) -> bool:
    return match[1] in html5 if match[1] else len(match[0]) > 1


def _nesting(target: list[Token]) -> Iterator[InlineProblem]:
    still_open: list[str] = []
    links = 0
    for token in target:
        if token.kind is Kind.START:
            still_open.append(token.name)
            links += token.name == "a"
            if links > 1:
                yield InlineProblem(InlineKind.NESTING, f"{token.text} stands inside of another link")
                return
        elif token.kind is Kind.END:
            if not still_open or still_open[-1] != token.name:
                inside = f" inside of <{still_open[-1]}>" if still_open else ""
                yield InlineProblem(InlineKind.NESTING, f"{token.text}{inside} closes nothing that is open there")
                return
            links -= still_open.pop() == "a"
    if still_open:
        yield InlineProblem(InlineKind.NESTING, f"<{still_open[-1]}> is never closed")


def _shape(token: Token) -> str:
    """A numbered tag as `encode` writes it, however the translator's tool quotes and spaces it."""
    return f'<{token.name} id="{_id(token)}"{"/" if token.kind is Kind.EMPTY else ""}>'


def _numbered_tags(source: list[Token], target: list[Token]) -> Iterator[InlineProblem]:
    wanted = {_id(token): _shape(token) for token in source if token.attributes}
    found: Counter[str] = Counter()
    for token in target:
        if not token.attributes:
            continue
        number, shape = _id(token), _shape(token)
        if set(token.attributes) != {"id"}:
            yield InlineProblem(InlineKind.ATTRIBUTE, f"{token.text} may have nothing but an id")
        elif number not in wanted:
            yield InlineProblem(InlineKind.EXTRA_ID, f"{shape} isn't in the source")
        elif shape != wanted[number]:
            yield InlineProblem(InlineKind.UNKNOWN_TAG, f"{shape} is {wanted[number]} in the source")
        found[number] += 1
    for number, shape in wanted.items():
        if not found[number]:
            yield InlineProblem(InlineKind.MISSING_ID, f"{shape} is missing")
        elif found[number] > 1:
            yield InlineProblem(InlineKind.DUPLICATE_ID, f"{shape} is there {found[number]} times")


def _plain_tags(source: list[Token], target: list[Token]) -> Iterator[InlineProblem]:
    before, after = _count(source), _count(target)
    for tag in sorted(before.keys() | after.keys()):
        was, now = before[tag], after[tag]
        if was == now:
            continue
        detail = f"{now} times {tag} instead of {was}"
        if tag in _EMPHASIS:
            yield InlineProblem(InlineKind.EMPHASIS, detail, required=False)
        elif was or tag in _COUNTED:
            yield InlineProblem(InlineKind.COUNT, detail)
        else:
            yield InlineProblem(InlineKind.UNKNOWN_TAG, f"{tag} isn't in the source")


def _count(tokens: list[Token]) -> Counter[str]:
    """How often each tag without attributes opens; comments and declarations count as they are written."""
    return Counter(
        f"<{_SAME.get(token.name, token.name)}{'/' if token.kind is Kind.EMPTY else ''}>" if token.name else token.text
        for token in tokens
        if token.kind in (Kind.START, Kind.EMPTY, Kind.COMMENT) and not token.attributes
    )
