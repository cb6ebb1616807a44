"""Where the source of an old page in another language may lie, by the language in its own address. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HOST = re.compile(r"(?P<scheme>https?://)(?P<host>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


def twins_of(address: str, locale: str, locales: Sequence[str]) -> frozenset[str]:
    """The addresses (of the web, or of files) that the same page may have in another language, or in none.

    `gout.nl.html` belongs to `gout.en.html` and to `gout.html`, `nl/gout.html` to `en/gout.html`,
    `https://nl.example.org/gout` to `https://en.example.org/gout`, `gout.php?lang=nl` to `gout.php?lang=en`.
    """
    own = _token(locale)
    parts = _parts(address)
    places = [number for number, (part, is_name) in enumerate(parts) if _names(part, own, is_name=is_name)]
    found: set[str] = set()
    for other in (code for code in locales if code != locale):
        for chosen in [places, *([place] for place in places)]:
            found.add(
                "".join(own.sub(other, part) if number in chosen else part for number, (part, _) in enumerate(parts))
            )
    bare = rf"[._-]{re.escape(locale)}(?=\.[^./]*$|$)"
    name, _ = parts[-1]
    found.add("".join(part for part, _ in parts[:-1]) + re.sub(bare, "", name, flags=re.IGNORECASE))
    return frozenset(found) - {address}


def _parts(address: str) -> list[tuple[str, bool]]:
    """What an address is made of, in order, nothing left out; the last part, a name, may hold more than one word."""
    found: list[tuple[str, bool]] = []
    if match := _HOST.fullmatch(address):
        found += [(match["scheme"], False), *((label, False) for label in re.split(r"(\.)", match["host"]))]
        address = match["rest"]
    *folders, name = re.split(r"(/)", address)
    return [*found, *((folder, False) for folder in folders), (name, True)]


def _names(part: str, own: re.Pattern[str], *, is_name: bool) -> bool:
    return bool(own.search(part) if is_name else own.fullmatch(part))


def _token(locale: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(locale)}(?![^\W_])", re.IGNORECASE)
