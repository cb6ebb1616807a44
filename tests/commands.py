"""A management command as somebody types it, and what came of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from django.core.management import CommandError, call_command


@dataclass(frozen=True)
class Ran:
    """What came of a command: its exit code, what it printed, its progress, its error."""

    code: int
    out: str
    progress: str
    error: str = ""


class Terminal(io.StringIO):
    """What somebody at a terminal sees."""

    def isatty(self) -> bool:
        return True


def run(name: str, *arguments: object, **options: Any) -> Ran:
    out, err = io.StringIO(), Terminal()
    try:
        call_command(name, *map(str, arguments), stdout=out, stderr=err, no_color=True, **options)
    except CommandError as error:
        return Ran(error.returncode, out.getvalue(), err.getvalue(), str(error))
    return Ran(0, out.getvalue(), err.getvalue())
