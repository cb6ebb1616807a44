"""A page's content as plain values."""

import pytest

from pages.content import FIELD_NAMES, condition_shape, read_content, read_pages
from pages.models import ConditionPage
from pages.shapes import Words
from tests.factories import paragraph, publish_condition


@pytest.mark.django_db
def test_a_page_gives_the_raw_value_of_every_field():
    page = publish_condition(causes=[paragraph("c1", "A virus.")])

    content = read_content(page)

    assert tuple(content) == FIELD_NAMES
    assert content["causes"] == [paragraph("c1", "A virus.")]
    assert content["treatments"] == []


@pytest.mark.django_db
def test_many_pages_give_what_one_gives():
    page = publish_condition(
        causes=[paragraph("c1", "A virus. “Ünïcode”, \\ and \u2028."), {"type": "no-more", "id": "x", "value": "Old"}],
        reviewers=[{"type": "reviewer", "id": "r1", "value": {"name": "A. Writer", "role": "GP"}}],
    )

    (read,) = read_pages(ConditionPage.objects.all())

    page.refresh_from_db()
    assert read.content == read_content(page)
    assert [entry["id"] for entry in read.content["causes"]] == ["c1"]
    assert read[:-1] == (
        page.translation_key,
        page.slug,
        "en",
        page.live_revision_id,
        page.last_reviewed,
        page.next_review,
    )


def test_doses_warnings_and_advice_are_critical():
    section = condition_shape().parts["treatments"]
    treatment, advice = section.types["treatment"].parts, section.types["advice"].parts

    assert treatment["warnings"].item.critical
    assert treatment["body"].critical
    assert all(part.critical for part in advice.values() if isinstance(part, Words))
    assert not section.types["paragraph"].critical
