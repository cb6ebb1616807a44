"""The representations of a condition, by the name in `?format=` and by media type. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from api.negotiation import quality
from api.representations.html import as_html
from api.representations.jsonld import as_jsonld
from api.representations.markdown import as_markdown
from api.representations.pieces import Say
from api.representations.plain_text import as_text
from api.serialising import Json


@dataclass(frozen=True, slots=True)
class Representation:
    """A media type, and how a document is written in it; None: the document as it is stored."""

    media_type: str
    write: Callable[[Json, Say], str] | None

    @property
    def content_type(self) -> str:
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


# In the order of preference, where a client wants several as much.
REPRESENTATIONS: Mapping[str, Representation] = {
    "json": Representation("application/json", None),
    "jsonld": Representation("application/ld+json", as_jsonld),
    "html": Representation("text/html", as_html),
    "markdown": Representation("text/markdown", as_markdown),
    "text": Representation("text/plain", as_text),
}


def preferred(accept: str) -> Representation | None:
    """What a client wants most by its Accept header; None if it takes none (RFC 9110 §12.5.1)."""
    if accept in ("", "*/*", "application/json"):
        return REPRESENTATIONS["json"]
    best = max(REPRESENTATIONS.values(), key=lambda each: quality(accept, each.media_type))
    return best if quality(accept, best.media_type) > 0 else None
