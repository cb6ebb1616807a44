"""The two answers for whoever watches over the server."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client


def test_the_process_lives(client: Client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_it_is_ready_when_the_database_answers(client: Client, django_assert_num_queries):
    with django_assert_num_queries(1):  # SELECT 1
        assert client.get("/readyz").status_code == 200


def test_it_is_not_ready_while_the_database_is_away(client: Client):
    with patch("cms.health.connection.cursor", side_effect=OperationalError("gone")):
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert b"gone" not in answer.content
