"""Stored translations as plain values, for the rules that need no database."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from translation.segments import digest_of

STATES = ("machine", "needs_review", "translated", "reviewed")

states = st.sampled_from(STATES)


@dataclass
class Stored:
    """A translation of `source_text` at `path`. Not frozen: what it stands for, a model's row, isn't either."""

    path: str
    source_text: str
    target_text: str = "vertaald"
    state: str = "reviewed"
    translator_id: int | None = None
    reviewer_name: str = ""
    source_digest: str = field(init=False)

    def __post_init__(self) -> None:
        self.source_digest = digest_of(self.source_text)

    @property
    def is_reviewed(self) -> bool:
        return self.state == "reviewed"

    @property
    def is_finished(self) -> bool:
        return self.state in ("translated", "reviewed")
