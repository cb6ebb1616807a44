"""The addresses of the API: root-relative, so that the same bytes are right behind every host name and in a mirror."""

from urllib.parse import quote
from uuid import UUID

ROOT = "/api/v1/"


def locale_root(locale: str) -> str:
    return f"{ROOT}{locale}/"


def canonical(locale: str, slug: str) -> str:
    """Strictly this language: the address that is mirrored. A URI, whatever script the slug is in (RFC 3986 §2.1)."""
    return f"{ROOT}{locale}/conditions/{quote(slug)}/"


def bundle(locale: str, version: str) -> str:
    """An immutable file."""
    return f"{locale_root(locale)}bundle/{version}/"


def negotiated(condition: UUID, locale: str) -> str:
    """By id, so that nothing that happens to the target changes the document that links to it."""
    return f"{ROOT}conditions/{condition}/?locale={locale}"
