"""How good the checks are: known mistranslations that they catch, right translations that they object to. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages.languages import canonical_tag
from translation.findings import Kind, Remark, Severity
from translation.gate import TextRule, check_target


class CorpusError(ValueError):
    """A corpus file that can't be understood."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Translations from one language into another: seeded mistakes by kind, and controls that are right.

    All are judged as critical text.
    """

    source: str
    target: str
    mistranslations: dict[str, list[tuple[str, str]]]
    controls: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Caught:
    """Of the mistakes of one kind: how many are refused, only warned of, and missed (with their texts)."""

    language: str
    kind: str
    refused: int
    warned: int
    missed: tuple[tuple[str, str], ...]

    @property
    def recall(self) -> float:
        """The part that is refused or warned of."""
        return (self.refused + self.warned) / (self.refused + self.warned + len(self.missed))


@dataclass(frozen=True, slots=True)
class Alarms:
    """Of the right translations into one language: those that would be refused or warned of, with the remark."""

    language: str
    controls: int
    refused: tuple[tuple[str, Remark], ...]
    warned: tuple[tuple[str, Remark], ...]

    def by_kind(self) -> Counter[Kind]:
        """How often each kind of finding was a false alarm."""
        return Counter(remark.kind for _, remark in (*self.refused, *self.warned))


def read_corpus(data: str, name: str) -> Corpus:
    """The corpus in a JSON file. Raises CorpusError."""
    try:
        found = json.loads(data)
        pairs = {kind: [(one, other) for one, other in pairs] for kind, pairs in found["mistranslations"].items()}
        controls = [(one, other) for one, other in found["controls"]]
        return Corpus(canonical_tag(found["source"]), canonical_tag(found["target"]), pairs, controls)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{name}: not a corpus (source, target, mistranslations by kind, controls): {error!r}"
        raise CorpusError(message) from error


def catches(corpus: Corpus) -> Iterator[Caught]:
    """What becomes of the mistranslations, kind by kind."""
    for kind, pairs in corpus.mistranslations.items():
        gravest = [_gravest(_remarks(corpus, pair)) for pair in pairs]
        missed = tuple(pair for pair, severity in zip(pairs, gravest, strict=True) if severity is None)
        yield Caught(corpus.target, kind, gravest.count(Severity.ERROR), gravest.count(Severity.WARNING), missed)


def false_alarms(corpus: Corpus) -> Alarms:
    """What the checks have to say against right translations."""
    found = [(target, remark) for source, target in corpus.controls for remark in _remarks(corpus, (source, target))]
    return Alarms(
        corpus.target,
        len(corpus.controls),
        tuple(pair for pair in found if pair[1].severity is Severity.ERROR),
        tuple(pair for pair in found if pair[1].severity is not Severity.ERROR),
    )


def _remarks(corpus: Corpus, pair: tuple[str, str]) -> list[Remark]:
    source, target = pair
    return list(
        check_target(source, target, TextRule("<" in source, None, corpus.source, corpus.target, critical=True))
    )


def _gravest(remarks: Iterable[Remark]) -> Severity | None:
    severities = {remark.severity for remark in remarks}
    return next((severity for severity in Severity if severity in severities), None)
