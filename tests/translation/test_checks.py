"""What can be wrong with the words of a translation: a table, and numbers in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.checks import check_words, numbers
from translation.findings import Kind, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
LONG = "Call your doctor at once if you are pregnant."


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Take 50 mg.", "Neem 50 mg.", []),
        ("Take 50 mg.", "Neem 500 mg.", [(Kind.NUMBER, ERROR)]),
        ("Take 50 mg.", "Neem de dosis.", [(Kind.NUMBER, ERROR)]),
        ("2 or 2 more", "2 of meer", [(Kind.NUMBER, ERROR)]),
        ("Take two.", "Neem er 2.", [(Kind.NUMBER, WARNING)]),
        ("1,000 mg", "1.000 mg", []),
        ("1,000 mg", "1\u202f000 mg", []),
        ("1,000 mg", "١٬٠٠٠ ملغ", []),
        ("0.5 ml", "٠٫٥ مل", []),
        ("Rest.", "Rust\x1b.", [(Kind.CONTROL, ERROR)]),
        ("Rest.", "\u202eRust.", [(Kind.CONTROL, ERROR)]),
        ("Rest.", "\u202bRust.", [(Kind.BIDI, ERROR)]),
        ("Rest.", "\u2067Rust\u2069.", []),
        ("Rest.", "\u200eRust.", []),
        (LONG, LONG, [(Kind.SAME_AS_SOURCE, ERROR)]),
        ("Ibuprofen", "Ibuprofen", []),
    ],
)
def test_critical_words(source: str, target: str, found: list[tuple[Kind, Severity]]) -> None:
    assert [(r.kind, r.severity) for r in check_words(source, target, rich=False, critical=True)] == found


def test_what_may_be_right_only_warns_elsewhere() -> None:
    (remark,) = check_words("In 3 of 4", "In 3 van 5", rich=False, critical=False)
    assert (remark.kind, remark.severity) == (Kind.NUMBER, WARNING)


def test_rich_text_is_read_without_its_tags() -> None:
    assert not list(check_words('<a id="1">Rest</a> 2', '2 <a id="1">rust</a>', rich=True, critical=True))


@given(st.integers(0, 10**12))
def test_a_number_is_the_same_in_every_script(number: int) -> None:
    arabic = str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert list(numbers(f"{number}")) == list(numbers(arabic)) == list(numbers(f"{number:,}"))
