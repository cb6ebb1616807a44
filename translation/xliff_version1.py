"""The units of XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from translation.catalogue import Entry
from translation.xliff import NAMESPACE_12, has_codes, limit_flags
from translation.xliff_units import Codes, Dialect
from translation.xliff_xml import Element

_REVIEWED = frozenset({"signed-off", "final"})
_FINISHED = frozenset({"translated", *_REVIEWED})
# What a tool put there from its memory or a machine, when no state says that somebody took it.
_SUGGESTED = frozenset({"fuzzy-match", "leveraged-inherited", "leveraged-mt", "leveraged-tm", "mt-suggestion"})


class Version1(Dialect):
    """XLIFF 1.2."""

    namespace = NAMESPACE_12
    unit = "trans-unit"
    passed_over = frozenset({"header", "note", "context-group", "count-group", "prop-group"})
    pair, alone = "g", "x"
    name = "resname"

    def languages(self, root: Element, part: Element) -> tuple[str | None, str | None]:
        return part.attributes.get("source-language"), part.attributes.get("target-language")

    def file_notes(self, part: Element) -> Iterator[tuple[str, str]]:
        for header in self.children(part, "header"):
            yield from self._notes(header)

    def entry(self, unit: Element, context: str | None, locale: str | None, *, keeps_space: bool) -> Entry:
        source, target = self.source(unit), self.target(unit, locale)
        codes = Codes(has_codes(context))
        source_text = self.text(source, codes)
        target_text = self.text(target, codes)
        self.check(source, source_text, target_text, keeps_space=self.keeps_space(unit, inherited=keeps_space))
        said = self.said(self._notes(unit))
        limit = unit.attributes.get("maxwidth") if unit.attributes.get("size-unit") == "char" else None
        former, former_context = self._former(unit, rich=codes.rich)
        said_of_target = {} if target is None else target.attributes
        state = said_of_target.get("state")
        return Entry(
            context,
            source_text,
            target_text,
            previous=former,
            fuzzy=_is_fuzzy(state, said_of_target.get("state-qualifier"), target_text),
            flags=limit_flags(limit) if said.flags is None else said.flags,
            comments=said.comments,
            translator_comments=said.translator_comments,
            previous_context=former_context,
            reviewed=state in _REVIEWED and bool(target_text),
            line=source.line,
        )

    def _former(self, unit: Element, *, rich: bool) -> tuple[str | None, str | None]:
        for former in self.children(unit, "alt-trans"):
            source = self.one(former, "source")
            if former.attributes.get("alttranstype") == "previous-version" and source is not None:
                return self.text(source, Codes(rich)), former.attributes.get("resname")
        return None, None

    def _notes(self, parent: Element) -> Iterator[tuple[str, str]]:
        for note in self.children(parent, "note"):
            yield note.attributes.get("from", ""), note.text

    def markup(self, element: Element, codes: Codes) -> str | None:
        return element.attributes.get("equiv-text")


def _is_fuzzy(state: str | None, qualifier: str | None, text: str) -> bool:
    """Whether a target isn't finished. The standard has no default for its state: what says nothing is finished."""
    if state is None:
        return bool(text) and qualifier in _SUGGESTED
    return state not in _FINISHED and (bool(text) or state.startswith("needs-review"))
