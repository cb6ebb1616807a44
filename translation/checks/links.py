"""Web and e-mail addresses that stand as words in a text: a translation keeps them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translation.findings import Kind, Remark, Severity

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:]+)")
_AFTER = ".,;:!?)]'’»،؛؟"


def addresses(text: str) -> list[str]:
    """The addresses in a text, without the punctuation of the sentence around them."""
    if "@" not in text and "www." not in text.lower() and "://" not in text:
        return []
    return [match[0].rstrip(_AFTER) for match in _ADDRESS.finditer(text)]


def without_addresses(text: str) -> str:
    """The text with a stroke in the place of each address: their digits and words say nothing."""
    for address in addresses(text):
        text = text.replace(address, "—")
    return text


def check_links(source: str, target: str) -> Iterator[Remark]:
    """An address that is gone is an error, for readers would be lost; another page of the same site a warning."""
    if not addresses(source) and not addresses(target):
        return
    wanted, found = (Counter(_normal(address) for address in addresses(text)) for text in (source, target))
    lost, added = wanted - found, found - wanted
    hosts = {_host(address) for address in added}
    for address in lost:
        if _host(address) in hosts:
            yield Remark(Kind.URL, Severity.WARNING, f"{address} leads to another page of the same site")
        else:
            yield Remark(Kind.URL, Severity.ERROR, f"{address} is not in the translation")
    if not lost:
        for address in added:
            yield Remark(Kind.URL, Severity.WARNING, f"{address} is not in the source")


def _normal(address: str) -> str:
    return re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/").lower()


def _host(address: str) -> str:
    match = _HOST.match(address)
    return match[1] if match else address
