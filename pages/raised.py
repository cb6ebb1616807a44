"""Raised and lowered signs in plain text, where 10 to the ninth must not become 109."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_HAS_RAISED = re.compile(r"[0-9+\-−=()ni]+")
_HAS_LOWERED = re.compile(r"[0-9+\-−=()]+")


def raised(text: str) -> str:
    """The text in the raised signs of Unicode, or `^(text)` where it has none."""
    return text.translate(_RAISED) if _HAS_RAISED.fullmatch(text) else f"^({text})"


def lowered(text: str) -> str:
    """The text in the lowered signs of Unicode, or `_(text)` where it has none."""
    return text.translate(_LOWERED) if _HAS_LOWERED.fullmatch(text) else f"_({text})"
