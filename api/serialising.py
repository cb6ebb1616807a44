"""How JSON is written, everywhere: the same values give the same bytes."""

from __future__ import annotations

import datetime
import json
from typing import Any

Json = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def to_bytes(document: Json) -> bytes:
    """The one serialisation: UTF-8, no spare space, keys in the order of the document."""
    return _ENCODER.encode(document).encode()


def moment(value: datetime.datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return value.astimezone(datetime.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
