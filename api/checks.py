"""System checks: a block type that no document can show, and interface words that were not compiled."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004  (Django's name for it)
from django.utils.translation import to_locale

from api.documents import BLOCKS
from pages.blocks import SectionBlock


@register
def check_blocks_are_written(**_: Any) -> list[CheckMessage]:
    """Every block type of a section is written into the documents, so that none is skipped."""
    return [
        Error(
            f"the block type {name} of a section is not written",
            hint="Add it to api.documents.BLOCKS.",
            id="api.E001",
        )
        for name in SectionBlock().child_blocks
        if name not in BLOCKS
    ]


@register
def check_words_are_compiled(**_: Any) -> list[CheckMessage]:
    """Words that are translated and not compiled would be served in English, marked as such."""
    sources = (
        Path(folder) / to_locale(code) / "LC_MESSAGES" / "django.po"
        for folder in settings.LOCALE_PATHS
        for code in settings.LANGUAGE_CODES
    )
    return [
        Warning(f"{source} was not compiled since it last changed", hint="Run make install.", id="api.W001")
        for source in sources
        if source.exists() and _is_newer(source, source.with_suffix(".mo"))
    ]


def _is_newer(source: Path, compiled: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
