"""How one language words its headings, treatments and boilerplate: data, read from JSON."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pages.importing.wording import ends_with_colon, fold, heading_words, normalise
from pages.vocabulary import Approach, Section

# Patterns may need quadratic time, so they see short texts only.
MAX_HEADING_CHARS = 200
MAX_BOILERPLATE_CHARS = 500
MAX_CUE_CHARS = 200

MAX_COLON_WORDS = 3
MAX_COLON_CHARS = 8  # where words aren't separated by spaces

# "一、", "（二）", "第三节", "1." and "①" before a heading; a number without a sign after it belongs to a word.
_CJK_NUMBERING = re.compile(
    r"^[\W_]*(?:(?:第?[一二三四五六七八九十壹贰貳叁參肆伍陆陸甲乙丙丁]{1,3}[章节節]?|\d{1,2}|[问問Qq]\d{0,2})[\W_]+|[①-⑳])(?=\S)"
)


class Role(StrEnum):
    """What a heading's wording makes of it, where that is not a section."""

    SAME = "same"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings that mean the same: `whole` matches all the words of a text, `part` a run of them."""

    to: str
    whole: re.Pattern[str] | None
    part: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading is: a section, a role, or a treatment's approach; `sure` if all its words say so."""

    to: Section | Role
    sure: bool
    approach: Approach | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's wordings. The keys of the JSON files are explained in lexicon/README.md."""

    language: str
    headings: tuple[Group, ...] = ()
    approaches: tuple[Group, ...] = ()
    cues: tuple[Group, ...] = ()
    announces: re.Pattern[str] | None = None
    boilerplate: tuple[Group, ...] = ()
    placeholders: re.Pattern[str] | None = None
    page_start: re.Pattern[str] | None = None
    page_end: re.Pattern[str] | None = None
    regions: tuple[Group, ...] = ()
    region_of: tuple[Group, ...] = ()
    opposed: tuple[frozenset[str], ...] = ()
    unspaced: bool = False

    def heading(self, text: str, condition: str = "", within: Section | None = None) -> Match | None:
        """What a heading's wording says, with the condition's name taken out; None if nothing.

        Where a part of the wording says it, the section that it stands `within` comes before others.
        """
        if len(text) > MAX_HEADING_CHARS:
            return None
        unnumbered = _CJK_NUMBERING.sub("", text, count=1) if self.unspaced else text
        words = self._words(heading_words(unnumbered), condition)
        for group in self.approaches:
            if group.whole and group.whole.fullmatch(words):
                return Match(Section.TREATMENTS, True, Approach(group.to))
        for group in self.headings:
            if group.whole and group.whole.fullmatch(words):
                return Match(_target(group.to), True)
        parts = [group.to for group in self.headings if group.part and group.part.search(words)]
        if within in parts:
            return Match(within, False)
        return Match(_target(parts[0]), False) if parts else None

    def is_heading(self, text: str) -> bool:
        """Whether a wording is a heading's by all its words.

        Before a colon, only a short one ("Symptoms:") or an instruction ("See a doctor if:"): others announce a list.
        """
        match = self.heading(text)
        if match is None or not match.sure:
            return False
        opens_list = ends_with_colon(text)
        short = len(text) <= MAX_COLON_CHARS if self.unspaced else len(text.split()) <= MAX_COLON_WORDS
        return not opens_list or match.to is Section.FURTHER or short

    def boilerplate_reason(self, text: str) -> str | None:
        """The group of boilerplate that a whole line belongs to."""
        if len(text) > MAX_BOILERPLATE_CHARS:
            return None
        return _first(self.boilerplate, self._words(normalise(text)))

    def cue(self, text: str, condition: str) -> Section | None:
        """The section that a paragraph's opening words point to."""
        opening = normalise(text[:MAX_CUE_CHARS])
        found = _first(self.cues, self._words(opening, condition))
        return Section(found) if found else None

    def region(self, title: str) -> str | None:
        """The region of the body that a title names."""
        words = normalise(title)
        for group in (*self.region_of, *self.regions):
            if group.part and group.part.search(words):
                return group.to
        return None

    def _words(self, words: str, condition: str = "") -> str:
        """`words` as whole patterns see them: the condition's name is "x", and unspaced words stand together."""
        name = normalise(condition)
        if not self.unspaced:
            return named_x(words, name)
        joined, name = words.replace(" ", ""), name.replace(" ", "")
        return joined.replace(name, "x") if len(name) > 1 else joined


def named_x(words: str, condition: str) -> str:
    """`words` with the condition's name, where it stands as whole words, replaced by "x"."""
    return re.sub(rf"\b{re.escape(condition)}\b", "x", words) if condition else words


def lexicon_from(data: dict[str, Any]) -> Lexicon:
    """Compile a lexicon file's data. Raises ValueError or re.error for an unknown section or a broken pattern."""
    unspaced = data.get("unspaced", False)
    part = "{}" if unspaced else r"\b{}\b"
    return Lexicon(
        language=data["language"],
        headings=tuple(_group(_target(entry["to"]), entry, part) for entry in data["headings"]),
        approaches=tuple(_group(Approach(entry["to"]), entry) for entry in data["approaches"]),
        cues=tuple(_group(Section(to), {"is": patterns}) for to, patterns in data["cues"].items()),
        announces=_pattern(data["announces"], "{}$"),
        boilerplate=tuple(_group(reason, {"is": found}) for reason, found in data["boilerplate"].items()),
        placeholders=_pattern(data["placeholders"], part),
        page_start=_pattern(data["page_start"], "{}"),
        page_end=_pattern(data["page_end"], "{}"),
        regions=tuple(_group(region, {"has": words}, part) for region, words in data["regions"].items()),
        region_of=tuple(_group(region, {"has": words}, part) for region, words in data["region_of"].items()),
        opposed=tuple(frozenset(pair) for pair in data["opposed"]),
        unspaced=unspaced,
    )


def _target(to: str) -> Section | Role:
    return Role(to) if to in set(Role) else Section(to)


def _group(to: str, entry: dict[str, list[str]], part: str = "{}") -> Group:
    """`part` frames the patterns that match a run of words: from word to word, where words have ends."""
    return Group(to, _pattern(entry.get("is", []), "{}"), _pattern(entry.get("has", []), part))


def _pattern(patterns: Iterable[str], frame: str) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{fold(pattern)})" for pattern in patterns)
    return re.compile(frame.format(f"(?:{joined})")) if joined else None


def _first(groups: Iterable[Group], words: str) -> str | None:
    return next((group.to for group in groups if group.whole and group.whole.fullmatch(words)), None)
