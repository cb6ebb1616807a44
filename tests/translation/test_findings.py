"""Findings: what a report shows of them, and that they are safe to show."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.findings import (
    Finding,
    Kind,
    Severity,
    excerpt,
    has_errors,
    printable,
)


def finding(
    line: int | None = 12, severity: Severity = Severity.ERROR, kind: Kind = Kind.SYNTAX, message: str = "no closing"
) -> Finding:
    return Finding("nl/x.po", line, "c/title", kind, severity, message)


def test_as_text() -> None:
    assert str(finding()) == "nl/x.po:12: error syntax: no closing"
    assert str(finding(line=None)) == "nl/x.po: error syntax: no closing"


def test_as_dict_is_json() -> None:
    assert json.loads(json.dumps(finding().as_dict())) == {
        "file": "nl/x.po",
        "line": 12,
        "path": "c/title",
        "kind": "syntax",
        "severity": "error",
        "message": "no closing",
    }
    assert finding(line=None).as_dict()["line"] is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 😀", "plain é 😀"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u202eb", r"a\u202eb"),
        ("\u2028\x85", r"\u2028\x85"),
        ("\ud800", r"\ud800"),
        ("", ""),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_a_finding_is_one_line_that_a_terminal_can_show(text: str) -> None:
    shown = str(Finding(text, 1, text, Kind.SYNTAX, Severity.ERROR, text))
    assert shown.isprintable()
    assert len(shown.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [("short", "“short”"), ("x" * 10, "“" + "x" * 10 + "”"), ("x" * 11, "“" + "x" * 9 + "…”"), ("a\nb", "“a\\nb”")],
)
def test_excerpt(text: str, shown: str) -> None:
    assert excerpt(text, limit=10) == shown


def test_has_errors() -> None:
    assert not has_errors([])
    assert not has_errors([finding(severity=Severity.WARNING), finding(severity=Severity.INFO)])
    assert has_errors([finding(severity=Severity.WARNING), finding()])


def test_the_values_of_kinds_are_their_names() -> None:
    assert [kind.value for kind in Kind] == [kind.name.lower() for kind in Kind]
