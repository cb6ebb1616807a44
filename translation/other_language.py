"""A file that names one language and is in another: its texts are those that the CMS has in that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from translation.findings import Finding, Kind, Severity
from translation.gate import Step
from translation.models import SegmentTranslation
from translation.opened_file import OpenedFile
from translation.storing import Ruling

# Names, doses and short phrases can be the same in two languages; whole sentences are not, or few of a file.
FEWEST_LETTERS = 15
SHARE = 0.5

Texts = dict[tuple[str, str], str]


def texts_of_others(rulings: Iterable[Ruling], locale: str, locales: Sequence[str]) -> Texts:
    """`{(source digest, target): language}` of what the CMS has in other languages for the new texts. One query."""
    wanted = {(ruling.decision.digest, ruling.entry.target) for ruling in rulings if _is_new(ruling)}
    if not wanted:
        return {}
    rows = SegmentTranslation.objects.in_languages([code for code in locales if code != locale])
    found = rows.starting_like(target for _, target in wanted).values_list("source_digest", "target_text", "locale")
    return {(digest, target): other for digest, target, other in found.iterator() if (digest, target) in wanted}


def is_in_another_language(opened: OpenedFile, rulings: Sequence[Ruling], others: Texts) -> bool:
    """Adds a warning for each new text that the CMS has in another language; where most are, one error for the file."""
    new = [ruling for ruling in rulings if _is_new(ruling)]
    languages: Counter[str] = Counter()
    warnings: list[Finding] = []
    for ruling in new:
        other = others.get((ruling.decision.digest, ruling.entry.target))
        if other is not None:
            languages[other] += 1
            message = f"the CMS has this very text in another language: {other}"
            warnings.append(
                Finding(opened.file, ruling.entry.line, ruling.path, Kind.WRONG_LOCALE, Severity.WARNING, message)
            )
    if not languages or languages.total() < max(2, SHARE * len(new)):
        opened.findings += warnings
        return False
    (other, count), *_ = languages.most_common(1)
    message = (
        f"{count} of its {len(new)} new sentences are those that the CMS has in {other}: it is in that language, "
        f"though it says {opened.locale}"
    )
    # First: what else the gate says of these texts only follows from it.
    opened.findings.insert(0, Finding(opened.file, None, "", Kind.WRONG_LOCALE, Severity.ERROR, message))
    return True


def _is_new(ruling: Ruling) -> bool:
    entry = ruling.entry
    is_stored = ruling.decision.step in (Step.STORE, Step.KEEP_FOR_REVIEW)
    return is_stored and entry.target != entry.source and sum(map(str.isalpha, entry.target)) >= FEWEST_LETTERS
