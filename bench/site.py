"""A large site for benchmarks: conditions of 54 segments, published one by one, with translations in bulk."""

from __future__ import annotations

import json
import random
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from api.composing import compose_pages
from api.editions import rebuild_editions
from api.models import Edition
from pages.content import read_pages
from pages.models import ConditionIndexPage, ConditionPage
from translation.conditions import live_conditions
from translation.models import SegmentTranslation, State, TranslationEvent

WORDS = (
    "pain nerve joint doctor hospital tablet morning evening muscle blood pressure swelling fever infection skin heart "
    "kidney dose child adult week month treatment operation examination scan risk cause sign warning rest exercise"
).split()
Raw = dict[str, Any]


def build_site(conditions: int, languages: list[str]) -> None:
    """Publishes conditions and gives each a reviewed translation in every language."""
    index = ConditionIndexPage.objects.get()
    for number in range(conditions):
        with transaction.atomic():
            page = _condition(number)
            index.add_child(instance=page)
            page.save_revision().publish()
    translator = User.objects.create_user("tom", first_name="Tom", last_name="Translator")
    reviewer = User.objects.create_user("rana", first_name="Rana", last_name="Reviewer")
    for condition in live_conditions():
        rows = [
            _translation(condition.key, segment, locale, translator, reviewer)
            for locale in languages
            for segment in condition.segments
        ]
        SegmentTranslation.objects.bulk_create(rows, batch_size=900)
        TranslationEvent.objects.bulk_create(
            [
                TranslationEvent(
                    translation=row, at=row.updated_at, user=reviewer, target_text=row.target_text, state=row.state
                )
                for row in rows
            ],
            batch_size=900,
        )
    for _ in rebuild_editions():
        pass


def compose_language(locale: str) -> None:
    """Composes every condition in one language, as after a change of its interface's words."""
    pages = list(read_pages(ConditionPage.objects.readable()))
    for start in range(0, len(pages), 50):
        batch = pages[start : start + 50]
        keys = [page.key for page in batch]
        readable = Edition.objects.of_conditions(keys).published().locales()
        compose_pages(batch, appeared={key: [locale] for key in keys}, locale=locale, readable=readable)


def _translation(key: Any, segment: Any, locale: str, translator: User, reviewer: User) -> SegmentTranslation:
    now = timezone.now()
    return SegmentTranslation(
        locale=locale,
        condition=key,
        path=segment.path,
        source_digest=segment.digest,
        source_text=segment.text,
        target_text=f"{locale}: {segment.text}",
        state=State.REVIEWED,
        origin="po",
        translator=translator,
        reviewer=reviewer,
        reviewer_name=reviewer.get_full_name(),
        created_at=now,
        updated_at=now,
        reviewed_at=now,
    )


def _condition(number: int) -> ConditionPage:
    say = _Writer(number)
    return ConditionPage(
        title=f"Condition {number}",
        slug=f"condition-{number}",
        live=False,
        summary=say.sentence(),
        also_known_as=json.dumps([say.block("name", say.sentence(2)) for _ in range(2)]),
        definition=json.dumps([say.paragraph(5), say.block("heading", say.sentence(3)), say.paragraph(3)]),
        causes=json.dumps([say.paragraph(6)]),
        signs=json.dumps([say.advice(), say.paragraph(6)]),
        diagnosis=json.dumps([say.examination() for _ in range(4)]),
        treatments=json.dumps([say.paragraph(1), *(say.treatment() for _ in range(3))]),
    )


class _Writer:
    """Sentences and blocks, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._ids = 0

    def sentence(self, words: int = 14) -> str:
        return " ".join(self._random.choices(WORDS, k=words)).capitalize() + "."

    def html(self, paragraphs: int) -> str:
        self._ids += 1
        return "".join(
            f'<p data-block-key="k{self._ids}x{n}">{self.sentence()} <b>{self.sentence(6)}</b></p>'
            for n in range(paragraphs)
        )

    def block(self, kind: str, value: Any) -> Raw:
        self._ids += 1
        return {"type": kind, "id": f"00000000-0000-4000-8000-{self._ids:012}", "value": value}

    def paragraph(self, paragraphs: int) -> Raw:
        return self.block("paragraph", self.html(paragraphs))

    def advice(self) -> Raw:
        return self.block("advice", {"urgency": "urgent", "heading": self.sentence(4), "body": self.html(1)})

    def examination(self) -> Raw:
        return self.block("examination", {"name": self.sentence(3), "body": self.html(1)})

    def treatment(self) -> Raw:
        warnings = [self.block("item", self.sentence()) for _ in range(2)]
        value = {"approach": "medicine", "name": self.sentence(3), "body": self.html(2), "warnings": warnings}
        return self.block("treatment", value)
