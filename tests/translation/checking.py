"""The checks of words, as tests call them: a translation from English, with a small glossary."""

from __future__ import annotations

from translation.checks.glossary import Term
from translation.checks.words import check_words
from translation.findings import Remark, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
TERMS = {
    "nl": (Term("platelet", ("bloedplaatje", "trombocyt"), ("plaatje",)),),
    "de": (Term("doctor", ("Arzt",)),),
    "ar": (Term("platelet", ("صفيحة", "صفائح")),),
}


def check(source: str, target: str, locale: str = "nl", *, critical: bool = True, rich: bool = False) -> list[Remark]:
    """The remarks on a translation from English."""
    languages = {"source_locale": "en", "target_locale": locale}
    return list(check_words(source, target, **languages, rich=rich, critical=critical, terms=TERMS.get(locale, ())))
