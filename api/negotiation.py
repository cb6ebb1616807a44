"""Which languages suit a reader, best first. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pages.languages import best_match, parse_accept_language


def suitable(wanted: Sequence[str], available: Sequence[str]) -> list[str]:
    """The available languages that suit the wanted ones, best first (RFC 4647 §3.4 on likely subtags)."""
    ranked: list[str] = []
    for tag in wanted:
        left = [code for code in available if code not in ranked]
        while match := best_match([tag], left):
            ranked.append(match)
            left.remove(match)
    return ranked


def wanted_languages(accept_language: str) -> list[str]:
    """The language tags of an Accept-Language header, most wanted first, without those refused by `q=0`."""
    return [tag for tag, quality in parse_accept_language(accept_language) if quality > 0 and tag != "*"]


def accepts_any_language(accept_language: str) -> bool:
    """Whether a reader takes whatever there is: no header, or `*` in it (RFC 9110 §12.5.4)."""
    return not accept_language.strip() or any(
        tag == "*" and quality > 0 for tag, quality in parse_accept_language(accept_language)
    )
