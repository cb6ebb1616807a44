"""Keys of conditions in many rows: read as text, and each made a UUID once. (Django makes one for every row.)"""

from __future__ import annotations

from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

CONDITION_AS_TEXT = Cast("condition", CharField(max_length=36))


class Keys(dict[str, UUID]):
    """`{text: UUID}` for any text of a UUID, as a database spells it."""

    def __missing__(self, text: str) -> UUID:
        self[text] = UUID(text)
        return self[text]
