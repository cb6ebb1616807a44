"""The pieces that the contract is put together from: JSON Schema (Draft 2020-12) in as few words as it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.serialising import Json


def ref(name: str, *, kind: str = "schemas") -> Json:
    """A reference to a component."""
    return {"$ref": f"#/components/{kind}/{name}"}


def one_of(property_name: str, members: Mapping[str, str]) -> Json:
    """A union told apart by one property; `members` is `{its value: component}`."""
    mapping = {value: ref(name)["$ref"] for value, name in members.items()}
    return {
        "oneOf": [ref(name) for name in members.values()],
        "discriminator": {"propertyName": property_name, "mapping": mapping},
    }


def object_of(description: str, /, **properties: Json) -> Json:
    """Every member is always there. A later version of v1 may add others, so the schema doesn't forbid them."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
    }


def text(description: str = "", **more: Any) -> Json:
    return {"type": "string"} | ({"description": description} if description else {}) | more


def list_of(items: Json, description: str = "", **more: Any) -> Json:
    return {"type": "array", "items": items} | ({"description": description} if description else {}) | more


def count(description: str) -> Json:
    return {"type": "integer", "minimum": 0, "description": description}


def enumeration(description: str, values: Mapping[Any, str]) -> Json:
    told = "".join(f"\n* `{value}`: {meaning}" for value, meaning in values.items())
    return {"type": "string", "enum": [str(value) for value in values], "description": description + told}


LOCALE = text("A language tag (BCP 47).", examples=["nl"])
LANG = text("The language of the words (BCP 47), as HTML's `lang` takes it.", examples=["nl"])
ID = text("The condition's id, the same in every language.", format="uuid")
SLUG = text("Names the condition in addresses; the same in every language.", minLength=1, maxLength=255)
URL = text("Root-relative, so that it is right behind every host name.", format="uri-reference")
LOCALES = list_of(LOCALE, "Language tags (BCP 47).")
VERSION = text("SHA-256 of the document's bytes; its ETag without the quotes.", pattern="^[0-9a-f]{64}$")
HTML = text(
    "Balanced HTML of `p`, `ul`, `ol`, `li`, `b`, `i`, `sup`, `sub`, `br` and `a` only, or an empty string. `lang` and "
    "`dir` stand on a paragraph that isn't in the document's language. Addresses of `a` are http(s), mailto, tel or "
    "root-relative.",
)
CURSOR = text("Opaque: keep it, and hand it back as it is.", pattern="^[A-Za-z0-9_-]+$")


def moment(description: str) -> Json:
    return text(
        f"{description} RFC 3339, UTC.", format="date-time", pattern="^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z$"
    )


def day(description: str) -> Json:
    return {"type": ["string", "null"], "format": "date", "description": description}


PUBLISHED_AT = moment("When it first appeared in this language.")
MODIFIED_AT = moment("When its bytes last changed.")
