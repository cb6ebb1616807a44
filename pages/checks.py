"""System checks: a block type that nobody described, a lexicon of the site that is broken."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from pages.block_shapes import UnknownBlockTypeError
from pages.content import condition_shape
from pages.importing.lexicon_files import BrokenLexiconError, check_folder


@register
def check_block_types(**_: Any) -> list[CheckMessage]:
    """Every block of a condition has a shape, so that no walk can pass over its words."""
    try:
        condition_shape()
    except UnknownBlockTypeError as error:
        return [Error(str(error), id="pages.E001")]
    return []


@register
def check_lexicons(**_: Any) -> list[CheckMessage]:
    """What the site adds to the lexicons of the importer can be read."""
    try:
        if settings.IMPORT_LEXICONS:
            check_folder(settings.IMPORT_LEXICONS)
    except BrokenLexiconError as error:
        return [Error(f"IMPORT_LEXICONS: {error}", id="pages.E002")]
    return []
