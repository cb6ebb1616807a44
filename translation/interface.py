"""The interface's catalogue, `django.po`: every word translated, with the placeholders of its source. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.findings import Finding, Kind, Severity, excerpt
from translation.po_reader import read_catalogue

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]")


def check_interface_catalogue(data: bytes, file: str) -> Iterator[Finding]:
    """What is wrong with a `django.po`: what can't be read, isn't translated, is fuzzy, or lost a placeholder."""
    catalogue, findings = read_catalogue(data, file)
    yield from findings
    for entry in catalogue.entries if catalogue else ():
        name = excerpt(entry.source)
        if not entry.target:
            yield Finding(file, entry.line, "", Kind.UNTRANSLATED, Severity.ERROR, f"{name} has no translation")
        elif entry.fuzzy:
            yield Finding(file, entry.line, "", Kind.FUZZY, Severity.ERROR, f"{name} is fuzzy: it would not be shown")
        elif sorted(_PLACEHOLDER.findall(entry.source)) != sorted(_PLACEHOLDER.findall(entry.target)):
            message = f"{name} and {excerpt(entry.target)} have other placeholders"
            yield Finding(file, entry.line, "", Kind.PLACEHOLDER, Severity.ERROR, message)
