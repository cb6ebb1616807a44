"""The interface's catalogue, `django.po`: every word translated, with the placeholders of its source. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.findings import Finding, Kind, Severity, excerpt
from translation.po_reader import read_catalogue

# Python's %-formatting: a conversion, or the doubled sign that stands for itself.
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|%%")


def check_interface_catalogue(data: bytes, file: str) -> Iterator[Finding]:
    """What is wrong with a `django.po`: what can't be read, isn't translated, is fuzzy, or would break formatting."""
    catalogue, findings = read_catalogue(data, file)
    yield from findings
    for entry in catalogue.entries if catalogue else ():
        name = excerpt(entry.source)
        if not entry.target:
            yield Finding(file, entry.line, "", Kind.UNTRANSLATED, Severity.ERROR, f"{name} has no translation")
        elif entry.fuzzy:
            yield Finding(file, entry.line, "", Kind.FUZZY, Severity.ERROR, f"{name} is fuzzy: it would not be shown")
        elif (fault := _placeholder_fault(entry.source, entry.target)) is not None:
            yield Finding(file, entry.line, "", Kind.PLACEHOLDER, Severity.ERROR, f"{name} {fault}")


def _placeholder_fault(source: str, target: str) -> str | None:
    wanted, found = _PLACEHOLDER.findall(source), _PLACEHOLDER.findall(target)
    if sorted(wanted) != sorted(found):
        return f"and {excerpt(target)} have other placeholders"
    if wanted and "%" in _PLACEHOLDER.sub("", target):
        return f"has a translation with a % that begins no placeholder; double it: {excerpt(target)}"
    return None
