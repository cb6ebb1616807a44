"""Which languages suit a reader, best first, and whether a header takes a type of media. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pages.languages import best_match, parse_accept_language

_QUALITY = re.compile(r"q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
_REFUSED = re.compile(r"q\s*=\s*0(\.0*)?")


def takes(accept: str, media_type: str) -> bool:
    """Whether an Accept header takes a type of media: the most specific range that fits it says so, and `q=0` is a no
    (RFC 9110 §12.4.2, §12.5.1). No header takes any.
    """
    fitting = ["*/*", f"{media_type.partition('/')[0]}/*", media_type]
    best, taken = -1, False
    for token in (accept.strip() or "*/*").lower().split(","):
        wanted, *parameters = (part.strip() for part in token.split(";"))
        if wanted in fitting and fitting.index(wanted) >= best:
            best = fitting.index(wanted)
            taken = not any(map(_REFUSED.fullmatch, parameters))
    return taken


def quality(accept: str, media_type: str) -> float:
    """How much a client wants a type of media, from 0 to 1, by the most specific range that fits it."""
    fitting = ["*/*", f"{media_type.partition('/')[0]}/*", media_type]
    best, found = -1, 0.0
    for token in (accept.strip() or "*/*").lower().split(","):
        wanted, *parameters = (part.strip() for part in token.split(";"))
        if wanted in fitting and fitting.index(wanted) >= best:
            best, found = fitting.index(wanted), 1.0
            for parameter in parameters:
                if match := _QUALITY.fullmatch(parameter):
                    found = float(match[1])
    return found


def suitable(wanted: Sequence[str], available: Sequence[str]) -> list[str]:
    """The available languages that suit the wanted ones, best first (RFC 4647 §3.4 on likely subtags)."""
    ranked: list[str] = []
    for tag in wanted:
        left = [code for code in available if code not in ranked]
        while match := best_match([tag], left):
            ranked.append(match)
            left.remove(match)
    return ranked


def with_fallbacks(wanted: Sequence[str], available: Sequence[str], chains: Mapping[str, Sequence[str]]) -> list[str]:
    """The languages that suit the wanted ones, then those that the site's chains name for each, then those of `*`.

    A chain is found by the tag as it is wanted, or shortened from its end (RFC 4647 §3.4): `pt` for pt-PT too.
    """
    ranked = suitable(wanted, available)
    for tag in [*wanted, "*"]:
        ranked += (code for code in _chain(tag, chains) if code not in ranked)
    return ranked


def _chain(tag: str, chains: Mapping[str, Sequence[str]]) -> Sequence[str]:
    by_tag = {name.lower(): chain for name, chain in chains.items()}
    subtags = tag.lower().split("-")
    names = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    return next((by_tag[name] for name in names if name in by_tag), ())


def wanted_languages(accept_language: str) -> list[str]:
    """The language tags of an Accept-Language header, most wanted first, without those refused by `q=0`."""
    return [tag for tag, quality in parse_accept_language(accept_language) if quality > 0 and tag != "*"]


def acceptable_languages(accept_language: str, available: Sequence[str], own: str) -> list[str]:
    """The available languages that a header takes at all, best first: those that suit it, and with `*` all others,
    `own` before the rest, but the ones that are refused by `q=0`. No header takes any language (RFC 9110 §12.5.4).
    """
    ranges = parse_accept_language(accept_language) if accept_language.strip() else [("*", 1.0)]
    named = suitable([tag for tag, quality in ranges if quality > 0 and tag != "*"], available)
    if not any(tag == "*" and quality > 0 for tag, quality in ranges):
        return named
    refused = refused_languages(accept_language, available)
    others = [code for code in available if code not in named and code not in refused]
    return named + sorted(others, key=lambda code: code != own)


def refused_languages(accept_language: str, available: Sequence[str]) -> list[str]:
    """The available languages that a header names with `q=0`, unless what it wants finds them (RFC 9110 §12.4.2)."""
    refused = [tag.lower() for tag, quality in parse_accept_language(accept_language) if quality == 0]
    named = suitable(wanted_languages(accept_language), available) if refused else []
    return [code for code in available if code not in named and _matches(code.lower(), refused)]


def _matches(code: str, ranges: Sequence[str]) -> bool:
    """Basic filtering (RFC 4647 §3.3.1): `zh` stands for zh-Hant too, `en-GB` not for en."""
    return any(code == tag or code.startswith(f"{tag}-") for tag in ranges)
