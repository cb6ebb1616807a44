"""The units of XLIFF 2.0 and 2.1, which tools may have cut into segments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.catalogue import Entry
from translation.findings import Kind, excerpt
from translation.xliff import NAMESPACE_2, NAMESPACE_SIZE, NEEDS_REVIEW, has_codes, limit_flags
from translation.xliff_codes import closing
from translation.xliff_units import Codes, Dialect, UnitError
from translation.xliff_xml import Element

_ORDER = re.compile("[0-9]{1,9}")
_REVIEWED = frozenset({"reviewed", "final"})
_FINISHED = frozenset({"translated", *_REVIEWED})


class Version2(Dialect):
    """XLIFF 2.0 and 2.1."""

    namespace = NAMESPACE_2
    unit = "unit"
    passed_over = frozenset({"skeleton", "notes"})
    pair, alone = "pc", "ph"
    left_out = frozenset({"sm", "em"})  # both ends of a mark that crosses other elements
    name = "name"

    def languages(self, root: Element, part: Element) -> tuple[str | None, str | None]:
        return root.attributes.get("srcLang"), root.attributes.get("trgLang")

    def file_notes(self, part: Element) -> Iterator[tuple[str, str]]:
        return self._notes(part)

    def entry(self, unit: Element, context: str | None, locale: str | None, *, keeps_space: bool) -> Entry:
        parts = [c for c in unit.children if isinstance(c, Element) and c.name in ("segment", "ignorable")]
        if not parts:
            raise UnitError(Kind.SYNTAX, unit.line, "the unit has no <segment>")
        codes = Codes(has_codes(context))
        for stored in self.children(unit, "originalData"):
            codes.data |= {data.attributes.get("id", ""): data.text for data in self.children(stored, "data")}
        sources = [self.source(part) for part in parts]
        source_texts = [self.text(source, codes) for source in sources]
        targets = [self.target(part, locale) for part in parts]
        target_text = self._joined(parts, source_texts, targets, codes)
        self.check(
            sources[0],
            "".join(source_texts),
            target_text,
            keeps_space=self.keeps_space(unit, inherited=keeps_space),
        )
        segments = [part for part in parts if part.name == "segment"]
        states = {segment.attributes.get("state", "initial") for segment in segments}  # the default of the standard
        marked = any(segment.attributes.get("subState") == NEEDS_REVIEW for segment in segments)
        said = self.said(self._notes(unit))
        limit = unit.attributes.get(f"{NAMESPACE_SIZE} sizeRestriction")
        return Entry(
            context,
            "".join(source_texts),
            target_text,
            previous=said.former,
            fuzzy=not states <= _FINISHED and (bool(target_text) or marked),
            flags=limit_flags(limit) if said.flags is None else said.flags,
            comments=said.comments,
            translator_comments=said.translator_comments,
            previous_context=said.former_context if said.former is not None else None,
            reviewed=states <= _REVIEWED and bool(target_text),
            line=sources[0].line,
        )

    def _joined(
        self, parts: list[Element], source_texts: list[str], targets: list[Element | None], codes: Codes
    ) -> str:
        """The translation of a unit that may have been cut into segments; their order may differ from the source's."""
        texts = [self.text(target, codes) for target in targets]
        segments = [n for n, part in enumerate(parts) if part.name == "segment" and source_texts[n]]
        if not any(texts[n] for n in segments):
            return ""
        if missing := [n for n in segments if not texts[n]]:
            message = f"{len(missing)} of the {len(segments)} segments of this unit have no translation; finish them"
            raise UnitError(Kind.UNTRANSLATED, parts[missing[0]].line, message)
        placed: dict[int, str] = {}
        for n, target in enumerate(targets):
            order = target.attributes.get("order") if target is not None else None
            if order is not None and not _ORDER.fullmatch(order):
                raise UnitError(Kind.SYNTAX, parts[n].line, f"the order {excerpt(order)} is no number")
            place = n + 1 if order is None else int(order)
            if place in placed:
                raise UnitError(Kind.SYNTAX, parts[n].line, f"two parts of this unit have the order {place}")
            placed[place] = texts[n] if target is not None or n in segments else source_texts[n]
        return "".join(placed[place] for place in sorted(placed))

    def lone_code(self, element: Element, name: str, codes: Codes) -> str:
        if name == "sc":  # a pair that a tool has cut in two, because a segment ends in it
            return self.code(element, codes, pair=True)
        if name == "ec":
            start = codes.by_id.get((True, element.attributes.get("startRef", "")))
            if start is None:
                raise UnitError(Kind.MARKUP, element.line, "<ec> ends an inline code that nothing began")
            return closing(start)
        return super().lone_code(element, name, codes)

    def _notes(self, parent: Element) -> Iterator[tuple[str, str]]:
        for notes in self.children(parent, "notes"):
            for note in self.children(notes, "note"):
                yield note.attributes.get("category", ""), note.text

    def markup(self, element: Element, codes: Codes) -> str | None:
        reference = element.attributes.get("dataRefStart") or element.attributes.get("dataRef")
        return codes.data.get(reference) if reference else None
