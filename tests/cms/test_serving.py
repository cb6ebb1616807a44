"""The door of production: what the WSGI application answers, logs and sends under a server's settings."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.production import PRODUCTION, ROOT, python

ASK = """
import json, sys
import cms.wsgi
from django.test import Client
client = Client(raise_request_exception=False)
for path in sys.argv[1:]:
    answer = client.get(path, HTTP_HOST="cms.example.org", HTTP_X_FORWARDED_PROTO="https")
    print(json.dumps([answer.status_code, answer.headers.get("Location")]))
"""
TELL = """
import json
from django.conf import settings
names = "EMAIL_BACKEND EMAIL_HOST EMAIL_PORT EMAIL_HOST_PASSWORD EMAIL_USE_TLS DEFAULT_FROM_EMAIL"
print(json.dumps([getattr(settings, name) for name in [*names.split(), "WAGTAIL_PASSWORD_RESET_ENABLED"]]))
"""


def test_a_web_server_is_not_let_in_while_debug_is_on(tmp_path: Path):
    result = python("-c", "import cms.wsgi", DATA_DIR=str(tmp_path), DEBUG="1")

    assert result.returncode != 0
    assert "DEBUG: it is on" in result.stderr


def test_http_is_sent_to_https_unless_the_proxy_says_that_it_came_over_tls(tmp_path: Path):
    alone = python("-c", ASK, "/nothing", "/healthz", DATA_DIR=str(tmp_path), **PRODUCTION)
    behind = python("-c", ASK, "/nothing", DATA_DIR=str(tmp_path), BEHIND_TLS_PROXY="1", **PRODUCTION)

    assert [json.loads(line) for line in alone.stdout.splitlines()] == [
        [301, "https://cms.example.org/nothing"],
        [200, None],
    ]
    assert json.loads(behind.stdout) == [404, None]


def test_what_strangers_ask_for_in_vain_is_not_in_our_log_and_our_failures_are_once(tmp_path: Path):
    # There are no tables in this database.
    missing, broken = (
        python("-c", ASK, path, DATA_DIR=str(tmp_path), BEHIND_TLS_PROXY="1", **PRODUCTION)
        for path in ("/nothing", "/api/v1/conditions/")
    )

    assert json.loads(missing.stdout)[0] == 404
    assert "/nothing" not in missing.stderr
    assert json.loads(broken.stdout)[0] == 500
    assert broken.stderr.count("ERROR django.request Internal Server Error: /api/v1/conditions/") == 1
    assert broken.stderr.count("Traceback") <= 2  # the database's error, and Django's around it


BAD_HOST = """
import django
django.setup()
from django.test import Client
print(Client().get("/api/v1/", HTTP_HOST="evil.example.org").status_code)
"""


@pytest.mark.parametrize("settings", [PRODUCTION | {"BEHIND_TLS_PROXY": "1"}, {"DEBUG": "1"}], ids=["server", "debug"])
def test_a_host_name_that_is_not_served_here_is_not_in_our_log(settings: dict[str, str], tmp_path: Path):
    result = python("-c", BAD_HOST, **(settings | {"DATA_DIR": str(tmp_path)}))

    assert result.stdout == "400\n"
    assert "DisallowedHost" not in result.stderr
    assert "evil" not in result.stderr


def test_without_a_mail_server_nothing_pretends_to_send(tmp_path: Path):
    result = python("-c", TELL, DATA_DIR=str(tmp_path), **PRODUCTION)

    backend, *_, reset = json.loads(result.stdout)
    assert backend == "django.core.mail.backends.dummy.EmailBackend"
    assert reset is False


def test_with_a_mail_server_passwords_can_be_reset(tmp_path: Path):
    mail = {
        "EMAIL_URL": "submission://plexus:p%40ss@mail.example.org",
        "DEFAULT_FROM_EMAIL": "Plexus <plexus@example.org>",
    }
    result = python("-c", TELL, DATA_DIR=str(tmp_path), **PRODUCTION, **mail)

    assert json.loads(result.stdout) == [
        "django.core.mail.backends.smtp.EmailBackend",
        "mail.example.org",
        587,
        "p@ss",
        True,
        "Plexus <plexus@example.org>",
        True,
    ]


def test_the_example_settings_of_a_server_lack_only_the_secret_key(tmp_path: Path):
    lines = shlex.split((ROOT / "deploy/plexus.env").read_text(), comments=True)
    example = dict(line.split("=", 1) for line in lines) | {"DATA_DIR": str(tmp_path)}

    lacking = python("manage.py", "check", "--deploy", **example)
    complete = python("manage.py", "check", "--deploy", **(example | {"SECRET_KEY": PRODUCTION["SECRET_KEY"]}))

    assert [line.split(":")[0].strip() for line in lacking.stderr.splitlines()[1:]] == ["SECRET_KEY"]
    assert complete.returncode == 0, complete.stderr


def test_the_docs_and_the_unit_start_the_same_server():
    docs = (ROOT / "docs/operating.md").read_text()
    unit = (ROOT / "deploy/plexus.service").read_text()

    (command,) = [line.partition("/srv/plexus/")[2] for line in unit.splitlines() if line.startswith("ExecStart=")]
    assert f"\n{command}\n" in docs
