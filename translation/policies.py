"""What readers get in the place of a text that isn't current: the site's choice, for each class of text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from translation.inline import problems
from translation.segments import Segment
from translation.verdicts import Row


class Policy(StrEnum):
    """What becomes of a text that isn't current."""

    SOURCE = "source"  # the source text stands there, marked with its own language
    PREVIOUS = "previous"  # the last reviewed translation stands there, though it is of an older text
    OMIT = "omit"  # it is left out, with whatever can't be read without it
    WITHDRAW = "withdraw"  # the whole condition leaves the language until it is current


CRITICAL_POLICIES = (Policy.SOURCE, Policy.OMIT, Policy.WITHDRAW)  # an outdated text that can harm is never served


@dataclass(frozen=True, slots=True)
class Policies:
    """The policy for critical text, and that for all other. Raises ValueError for one that critical can't have."""

    other: Policy = Policy.SOURCE
    critical: Policy = Policy.SOURCE

    def __post_init__(self) -> None:
        if self.critical not in CRITICAL_POLICIES:
            raise ValueError(f"critical text can't have the policy {self.critical.value!r}")

    def __str__(self) -> str:
        return f"{self.other}/{self.critical}"

    def of(self, segment: Segment) -> Policy:
        return self.critical if segment.critical else self.other


_NUMBERED = re.compile(r'<(\w+) id="([0-9]+)"(?:/>|>(.*?)</\1>)', re.DOTALL)


def still_fits(row: Row, segment: Segment) -> bool:
    """Whether the translation of an older text can stand in the segment's place with the tags that this has now.

    A translation knows a link by its number alone, so each number must still be at the same words of the source:
    otherwise old words would lead to a new address.
    """
    if segment.kind == "plain":
        return True
    if sorted(_NUMBERED.findall(row.source_text)) != sorted(_NUMBERED.findall(segment.text)):
        return False
    return not any(problem.required for problem in problems(segment.text, row.target_text))
