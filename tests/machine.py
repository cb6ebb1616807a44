"""Machines that translate, for tests: each named by its dotted path in MACHINE_TRANSLATION."""

from __future__ import annotations

from collections.abc import Sequence

from translation.machine import MachineTranslationError


class Dummy:
    """Says of each text into which language it would go; numbers, words and tags stay."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        return [f"[{target}] {text}" for text in texts]


class Careless:
    """Loses tags and numbers, answers nothing for some, and something unwritable for others."""

    ANSWERS = ("", " ", "null\0", "10 g", "Vertaald.")

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        return [self.ANSWERS[number % len(self.ANSWERS)] for number, _ in enumerate(texts)]


class Short:
    """Loses a text."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        return list(texts)[1:]


class Down:
    """Can't be reached."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
        raise MachineTranslationError("the machine doesn't answer; try again later")


class Needy:
    """Can't be made without arguments."""

    def __init__(self, key: str) -> None: ...


class NoTranslator:
    """Has no method to translate."""
