"""gettext's own check of PO files, where gettext is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

MSGFMT = shutil.which("msgfmt")

needs_gettext = pytest.mark.skipif(
    MSGFMT is None,
    reason="NOT TESTED: msgfmt is missing; install gettext to know that its tools take what we write",
)


def refusal_of(path: Path) -> str:
    """What `msgfmt -c` objects to in a file; nothing if it accepts it."""
    assert MSGFMT is not None
    done = subprocess.run([MSGFMT, "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""
