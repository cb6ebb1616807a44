"""A change of the translations into one language: that language is composed, and others where they list it anew."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.editions import refresh_editions
from api.models import Edition
from api.verifying import verify_editions
from pages.models import ConditionPage
from tests.factories import publish_condition, translate
from translation.models import SegmentTranslation, State

pytestmark = pytest.mark.django_db
LANGUAGES = ["nl", "es", "ar"]


def differences() -> list[str]:
    return [str(difference) for _, _, found in verify_editions() for difference in found]


def sequences() -> dict[str, int]:
    return dict(Edition.objects.values_list("locale", "sequence"))


def listed(locale: str) -> dict[str, str]:
    body = bytes(Edition.objects.get(locale=locale).body)
    return {item["locale"]: item["status"] for item in json.loads(body)["locales"]}


def test_others_list_a_language_when_it_appears() -> None:
    page = publish_condition()
    translate(page, "nl")
    assert listed("en") == listed("nl") == {"en": "source", "nl": "translation"}
    translate(page, "es")
    for locale in ("en", "nl", "es"):
        assert listed(locale) == {"en": "source", "es": "translation", "nl": "translation"}
    assert differences() == []


def test_how_complete_a_translation_is_is_news_in_its_own_language_alone() -> None:
    page = publish_condition()
    translate(page, "nl")
    translate(page, "es")
    before = sequences()
    translate(page, "nl", State.TRANSLATED, segments=1)
    changed = {locale for locale, sequence in sequences().items() if sequence != before[locale]}
    assert changed == {"nl"}
    assert differences() == []


def test_what_other_languages_say_gets_a_new_version_and_date() -> None:
    page = publish_condition()
    Edition.objects.update(modified_at=timezone.now() - timedelta(days=3))
    old = Edition.objects.get(locale="en")
    translate(page, "nl")
    new = Edition.objects.get(locale="en")
    assert new.version != old.version
    assert new.modified_at - old.modified_at > timedelta(days=2)
    assert new.published_at == old.published_at


def test_where_a_language_was_withdrawn_by_policy_others_no_longer_list_it(settings: Any) -> None:
    settings.NOT_CURRENT = "withdraw"
    page = publish_condition()
    translate(page, "nl")
    translate(page, "nl", State.TRANSLATED, segments=1)
    assert listed("en") == {"en": "source"}
    assert Edition.objects.get(locale="nl").reason == Edition.Reason.NOT_CURRENT
    assert differences() == []


def test_a_condition_that_is_gone_leaves_tombstones_whatever_language_is_asked_for() -> None:
    page = publish_condition()
    translate(page, "nl")
    ConditionPage.objects.filter(pk=page.pk).update(live=False)
    told = refresh_editions(conditions=[page.translation_key], locale="nl")
    assert told.withdrawn == 2
    assert differences() == []


def test_the_queries_are_those_of_a_batch() -> None:
    def queries(pages: list[ConditionPage], state: State) -> int:
        for page in pages:
            SegmentTranslation.objects.of_conditions([page.translation_key]).in_language("nl").update(state=state)
        with CaptureQueriesContext(connection) as counted:
            refresh_editions(conditions=[page.translation_key for page in pages], locale="nl")
        return len(counted)

    pages = [publish_condition(f"condition-{number}") for number in range(4)]
    for page in pages:
        for locale in LANGUAGES:
            translate(page, locale)
    assert queries(pages[:1], State.TRANSLATED) == queries(pages[1:], State.TRANSLATED)
    assert differences() == []


steps = st.tuples(
    st.integers(0, 1),
    st.sampled_from(LANGUAGES),
    st.sampled_from([State.REVIEWED, State.TRANSLATED]),
    st.integers(1, 3),
)


@settings(max_examples=15, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(steps, min_size=3, max_size=8), st.sampled_from(["source", "withdraw"]))
def test_whatever_is_translated_all_editions_are_true(steps: list[tuple[int, str, State, int]], policy: str) -> None:
    with transaction.atomic(), pytest.MonkeyPatch.context() as patched:
        patched.setattr("django.conf.settings.NOT_CURRENT", policy)
        pages = [publish_condition("gout"), publish_condition("asthma")]
        for which, locale, state, segments in steps:
            translate(pages[which], locale, state, segments=segments)
        assert differences() == []
        transaction.set_rollback(True)
