"""The checks of words, as tests call them: a translation from English, with a small glossary."""

from __future__ import annotations

from translation.checks.glossary import Term
from translation.checks.words import check_words
from translation.findings import Remark, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
TERMS = (
    Term("nl", "platelet", ("bloedplaatje", "trombocyt"), ("plaatje",)),
    Term("de", "doctor", ("Arzt",)),
    Term("ar", "platelet", ("صفيحة", "صفائح")),
)


def check(source: str, target: str, locale: str = "nl", *, critical: bool = True, rich: bool = False) -> list[Remark]:
    """The remarks on a translation from English."""
    return list(
        check_words(source, target, source_locale="en", target_locale=locale, rich=rich, critical=critical, terms=TERMS)
    )
