"""The sentences of a text beside those of its translation. Pure."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?؟۔。]+[\"'”»)\]]*(?:\s+|$)|\n+")


def aligned(one: str, other: str) -> list[tuple[str, str]]:
    """The sentences of two texts, one by one where there are as many of them, else as a whole."""
    sentences, others = _sentences(one), _sentences(other)
    return list(zip(sentences, others, strict=True)) if len(sentences) == len(others) else [(one, other)]


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _END.split(text) if sentence.strip()]
