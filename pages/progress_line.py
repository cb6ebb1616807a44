"""How far a long command is, on one line of the terminal; a log file gets none of it."""

from __future__ import annotations

from django.core.management.base import BaseCommand


def show_progress(command: BaseCommand, done: int, total: int, what: str, *, verbosity: int = 1) -> None:
    """Writes `3/10 conditions` over what stood there; the last one ends the line."""
    if verbosity > 0 and command.stderr.isatty():
        command.stderr.write(f"\r{done}/{total} {what}", ending="\n" if done == total else "")
