"""Fixtures that the tests of the desk share."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from pages.models import ConditionPage
from tests.cms.translating import Desk
from tests.factories import make_people, paragraph, publish_condition, treatment


@pytest.fixture
def page(db: None) -> ConditionPage:
    """A condition with a critical text: the warning of a treatment."""
    return publish_condition(
        treatments=[treatment("tr1", "Rest", "Rest for <b>two</b> days.", "Not safe in pregnancy.")],
        causes=[paragraph("c1", "Mostly a virus.")],
    )


@pytest.fixture
def desks(page: ConditionPage) -> tuple[Desk, Desk]:
    """Tom and Rana, each at a browser, with the Dutch of the condition before them."""
    tom, rana = make_people()
    admin = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for user in (tom, rana):
        user.user_permissions.add(admin)
    return Desk(tom, page), Desk(rana, page)
