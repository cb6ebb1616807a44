"""The same answer on every Python that we promise: what early 3.11 gets wrong isn't in our patterns."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

PACKAGES = ("api", "cms", "pages", "translation")
# `(…)*+`, `(…)++`, `(…)?+`, `(…){1,2}+`, behind a bracket that isn't escaped; a character or a class may be possessive.
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")


def test_no_group_repeats_possessively() -> None:
    """Before Python 3.11.5, one that fails half-way keeps what it read: `\\d++(?: \\d++)*+` takes “5 ” from “5 mg”."""
    found = [
        f"{path.relative_to(settings.BASE_DIR)}:{number}"
        for package in PACKAGES
        for path in sorted((Path(settings.BASE_DIR) / package).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
    assert POSSESSIVE_GROUP.search(r"(?:a|b)*+")
    assert not POSSESSIVE_GROUP.search(r"[ \d()]*+ \)*+")
