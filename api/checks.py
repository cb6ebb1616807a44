"""System checks: a block type that no document can show."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from api.documents import BLOCKS
from pages.blocks import SectionBlock


@register
def check_blocks_are_written(**_: Any) -> list[CheckMessage]:
    """Every block type of a section is written into the documents, so that none is skipped."""
    return [
        Error(
            f"the block type {name} of a section is not written", hint="Add it to api.documents.BLOCKS.", id="api.E001"
        )
        for name in SectionBlock().child_blocks
        if name not in BLOCKS
    ]
