"""A condition composed in another language, as tests call it."""

from __future__ import annotations

from pages.content import condition_shape
from pages.shapes import Raw, Shape
from tests.translation.rows import Stored
from translation.compose import LocalisedContent, compose
from translation.policies import Policies, Policy
from translation.segments import segments_of

OMIT_OTHER = Policies(other=Policy.OMIT)
OMIT_ALL = Policies(other=Policy.OMIT, critical=Policy.OMIT)


def composed(
    content: Raw,
    rows: list[Stored],
    policies: Policies | None = None,
    *,
    shape: Shape | None = None,
    locale: str = "nl",
    source_locale: str = "en",
) -> LocalisedContent:
    """A condition's content, or one of another shape, with these translations, oldest first."""
    return compose(
        shape or condition_shape(),
        content,
        source_locale=source_locale,
        locale=locale,
        rows=rows,
        policies=policies or Policies(),
    )


def all_but(content: Raw, *stale: str, policies: Policies) -> LocalisedContent:
    """Everything is translated as itself, but for the texts at these paths."""
    segments = segments_of(condition_shape(), content)
    assert {segment.path for segment in segments} >= set(stale)
    return composed(content, [Stored(s.path, s.text, s.text) for s in segments if s.path not in stale], policies)
