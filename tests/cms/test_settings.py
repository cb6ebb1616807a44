"""The start: what is missing or wrong stops it with one message that names everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "for-tests-only-" * 4,
    "ALLOWED_HOSTS": "cms.example.org",
    "SITE_URL": "https://cms.example.org",
}


def manage(*arguments: str, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`manage.py` in a process of its own, with this environment and nothing of ours but where Python is."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_is_clean_under_djangos_deployment_checks(tmp_path: Path):
    result = manage("check", "--deploy", "--fail-level", "INFO", tmp_path=tmp_path, **PRODUCTION)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "no issues" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY: set it to at least 50 random characters"),
        ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY: set it to at least 50 random characters"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY: set it to at least 50 random characters"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS: set it to the host names"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS: * would answer to any host name"),
        ({"SITE_URL": "cms.example.org"}, "SITE_URL: set it to the scheme and host"),
        ({"DEBUG": "perhaps"}, "DEBUG:"),
        ({"DATABASE_URL": "nonsense://x"}, "DATABASE_URL:"),
        ({"LANGUAGE_CODES": "en,klingonese"}, "LANGUAGE_CODES: 'klingonese' is no language tag"),
        ({"LANGUAGE_CODES": "en,nl,NL"}, "LANGUAGE_CODES: a language stands in it twice"),
        ({"SOURCE_LANGUAGE": "fr"}, "SOURCE_LANGUAGE: 'fr' is not one of LANGUAGE_CODES"),
        ({"TIME_ZONE": "Europe/Nowhere"}, "TIME_ZONE:"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL:"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(change: dict[str, str], told: str, tmp_path: Path):
    result = manage("check", tmp_path=tmp_path, **(PRODUCTION | change))

    assert result.returncode != 0
    assert "Plexus can't start" in result.stderr
    assert told in result.stderr


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path):
    result = manage("check", tmp_path=tmp_path, **(PRODUCTION | {"SECRET_KEY": "", "ALLOWED_HOSTS": ""}))

    assert "SECRET_KEY" in result.stderr
    assert "ALLOWED_HOSTS" in result.stderr
    assert "Traceback" not in result.stderr


def test_every_variable_that_is_read_stands_in_the_example():
    settings = (ROOT / "cms/settings.py").read_text()
    example = (ROOT / ".env.example").read_text()
    read = {line.split('"')[1] for line in settings.splitlines() if " = env." in line}

    assert read - {"TEST_DATABASE"} == {
        line.removeprefix("# ").split("=")[0] for line in example.splitlines() if line.removeprefix("# ")[:3].isupper()
    }
