"""System checks: a block type that nobody described."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from pages.block_shapes import UnknownBlockTypeError
from pages.content import condition_shape


@register
def check_block_types(**_: Any) -> list[CheckMessage]:
    """Every block of a condition has a shape, so that no walk can pass over its words."""
    try:
        condition_shape()
    except UnknownBlockTypeError as error:
        return [Error(str(error), id="pages.E001")]
    return []
