"""The translation that a block left behind is found for its changed text, among many others too."""

from __future__ import annotations

from uuid import UUID

import pytest

from translation.models.translations import StoredTranslation
from translation.nearest import MOST, LeftBehind
from translation.segments import Segment, digest_of
from translation.verdicts import TranslationMemory

KEY = UUID(int=1)


def left(texts: list[str]) -> LeftBehind:
    rows = [
        StoredTranslation(KEY, "nl", f"definition.{at}", digest_of(text), text, f"NL {at}", "reviewed", None, "")
        for at, text in enumerate(texts)
    ]
    return LeftBehind(TranslationMemory(rows), ())


def nearest(texts: list[str], text: str) -> str | None:
    segment = Segment("definition.new", text, "plain", critical=False, max_length=None, breadcrumb="Definition")
    row = left(texts).nearest(TranslationMemory().judge(segment))
    return row.source_text if row else None


@pytest.mark.parametrize("others", [0, MOST - 1, 300])
def test_the_most_similar_text_is_found(others: int) -> None:
    many = [f"Do not take it with medicine number {at} of the list, whatever it is called." for at in range(others)]
    wanted = "Rest for three days, and drink a glass of water every hour."
    texts = [*many[: others // 2], wanted, *many[others // 2 :]]
    assert nearest(texts, "Rest for two days, and drink a glass of water every hour.") == wanted
    assert nearest(texts, "Nobody knows why.") is None


def test_a_script_without_spaces() -> None:
    wanted = "痛风是一种关节疾病,发作时非常疼痛。"
    texts = [f"每天服用第{at}号药物,饭后服用。" for at in range(300)]
    assert nearest([*texts, wanted], "痛风是一种关节疾病,发作时十分疼痛。") == wanted
