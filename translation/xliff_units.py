"""One unit of an XLIFF file becomes an entry: what its versions have in common.

The two versions stand in `xliff_version1` and `xliff_version2`. In all of them a code is taken for what it says itself;
where a tool has stripped that, for the source's code with its id.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from translation.catalogue import Entry
from translation.findings import Kind, excerpt
from translation.xliff import (
    FLAGS,
    FOR_TRANSLATORS,
    FORMER_CONTEXT,
    FORMER_SOURCE,
    NAMESPACE_XML,
    comment_lines,
    context_of_id,
    split_flags,
)
from translation.xliff_codes import closing, is_code, written
from translation.xliff_xml import Element


class UnitError(Exception):
    """Why a unit is left out."""

    def __init__(self, kind: Kind, line: int, message: str) -> None:
        self.kind, self.line, self.message = kind, line, message


@dataclass(slots=True)
class Codes:
    """The inline codes of one unit: what they stand for by their ids, and by the names of the stored markup (2.x)."""

    rich: bool
    data: dict[str, str] = field(default_factory=dict)
    by_id: dict[tuple[bool, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What the notes of a unit say."""

    comments: tuple[str, ...]
    translator_comments: tuple[str, ...]
    flags: tuple[str, ...] | None
    former: str | None
    former_context: str | None


class Dialect(ABC):
    """How one version of XLIFF says things."""

    namespace: str
    unit: str
    passed_over: frozenset[str]  # elements beside the units that have nothing for us
    name: str  # the attribute that has the context
    pair: str
    alone: str
    looked_through = frozenset({"mrk"})
    left_out: frozenset[str] = frozenset()

    def keeps_space(self, element: Element, *, inherited: bool) -> bool:
        """Whether the space in an element is as it was written (xml:space)."""
        value = element.attributes.get(f"{NAMESPACE_XML} space")
        return inherited if value is None else value == "preserve"

    @abstractmethod
    def languages(self, root: Element, part: Element) -> tuple[str | None, str | None]:
        """The languages of sources and targets, as a file spells them."""

    @abstractmethod
    def file_notes(self, part: Element) -> Iterator[tuple[str, str]]:
        """Category and text of the notes on a whole file."""

    def context(self, unit: Element) -> str | None:
        """The msgctxt of a unit: its name, or what its id spells."""
        name = unit.attributes.get(self.name)
        return context_of_id(unit.attributes.get("id", "")) if name is None else name

    @abstractmethod
    def entry(self, unit: Element, context: str | None, locale: str | None, *, keeps_space: bool) -> Entry:
        """The entry of a unit. Raises UnitError where anything in it is wrong."""

    def children(self, parent: Element, name: str) -> list[Element]:
        """The elements of this name that stand directly in another."""
        return [c for c in parent.children if not isinstance(c, str) and c.name == name]

    def one(self, parent: Element, name: str) -> Element | None:
        """The only element of this name, if there is one."""
        found = self.children(parent, name)
        if len(found) > 1:
            raise UnitError(Kind.SYNTAX, found[1].line, f"a second <{name}> for one unit")
        return found[0] if found else None

    def source(self, parent: Element) -> Element:
        """The source of a unit or segment, which holds nothing but elements."""
        if stray := parent.text.strip():
            raise UnitError(Kind.SYNTAX, parent.line, f"text between the elements of a unit: {excerpt(stray)}")
        source = self.one(parent, "source")
        if source is None:
            raise UnitError(Kind.SYNTAX, parent.line, "the unit has no <source>")
        return source

    def target(self, parent: Element, locale: str | None) -> Element | None:
        """The target of a unit or segment, in the language of its file."""
        target = self.one(parent, "target")
        if target is None:
            return None
        tag = target.attributes.get(f"{NAMESPACE_XML} lang")
        if tag and locale and _primary(tag) != _primary(locale):
            raise UnitError(Kind.WRONG_LOCALE, target.line, f"the translation is in {excerpt(tag)}, not in {locale}")
        return target

    def text(self, element: Element | None, codes: Codes) -> str:
        """The translator's form of what stands in a source or target."""
        return "" if element is None else "".join(self._pieces(element, codes))

    def _pieces(self, element: Element, codes: Codes) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield written(child) if codes.rich else child
                continue
            name = child.name
            if name in self.looked_through:
                yield from self._pieces(child, codes)
            elif name in self.left_out:
                continue
            elif not codes.rich:
                raise UnitError(Kind.MARKUP, child.line, f"<{name}> is an inline code, and this text is plain")
            elif name == self.pair:
                start = self.code(child, codes, pair=True)
                yield start
                yield from self._pieces(child, codes)
                yield closing(start)
            else:
                yield self.lone_code(child, name, codes)

    def lone_code(self, element: Element, name: str, codes: Codes) -> str:
        """The markup of a code without content."""
        if name != self.alone:
            raise UnitError(Kind.MARKUP, element.line, f"<{name}> is no inline code that our files have")
        return self.code(element, codes, pair=False)

    def code(self, element: Element, codes: Codes, *, pair: bool) -> str:
        """The markup that a code stands for: what it says itself, or what the source's code with its id says."""
        number = element.attributes.get("id", "")
        text = self.markup(element, codes)
        if text is None:
            text = codes.by_id.get((pair, number))
        if text is None:
            message = f"the inline code {excerpt(number)} is not in the source, and doesn't say what it is"
            raise UnitError(Kind.MARKUP, element.line, message)
        if not is_code(text, pair=pair):
            raise UnitError(Kind.MARKUP, element.line, f"the inline code {excerpt(number)} is no tag: {excerpt(text)}")
        codes.by_id.setdefault((pair, number), text)
        return text

    @abstractmethod
    def markup(self, element: Element, codes: Codes) -> str | None:
        """What a code says of itself."""

    def said(self, notes: Iterable[tuple[str, str]]) -> Said:
        """What notes say; those of nobody we know are a translator's."""
        comments: list[str] = []
        translators: list[str] = []
        kept: dict[str, str] = {}
        flags = None
        for category, text in notes:
            if category == FLAGS and flags is None and (flags := split_flags(text)):
                continue
            if category in (FORMER_SOURCE, FORMER_CONTEXT) and category not in kept:
                kept[category] = text
            else:
                (comments if category == FOR_TRANSLATORS else translators).append(text)
        return Said(
            comment_lines(tuple(comments)),
            comment_lines(tuple(translators)),
            flags,
            kept.get(FORMER_SOURCE),
            kept.get(FORMER_CONTEXT),
        )

    def check(self, source: Element, source_text: str, target_text: str, *, keeps_space: bool) -> None:
        """Raises UnitError for a source without text, and for line ends that a tool may have put there."""
        if not source_text:
            raise UnitError(Kind.SYNTAX, source.line, "the <source> is empty")
        if not keeps_space and ("\n" in source_text or "\n" in target_text):
            message = 'a line end in a text whose space doesn\'t count; if it does, say xml:space="preserve"'
            raise UnitError(Kind.WHITESPACE, source.line, message)


def _primary(tag: str) -> str:
    """The language of a tag, without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()
