"""The start: what is missing or wrong stops it with one message that names everything."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.production import PRODUCTION, ROOT, python


def manage(*arguments: str, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return python("manage.py", *arguments, **({"DATA_DIR": str(tmp_path)} | environment))


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
        (
            {"SECRET_KEY": "django-insecure-" + "a-key-of-development" * 3},
            "SECRET_KEY: a key that begins with django-",
        ),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS: set it to the host names"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS: * would answer to any host name"),
        ({"SITE_URL": "cms.example.org"}, "SITE_URL: set it to the scheme and host"),
        ({"SITE_URL": ""}, "SITE_URL: set it to the scheme and host"),
        ({"SITE_URL": "http://cms.example.org"}, "SITE_URL: begin it with https://"),
        (
            {"ALLOWED_HOSTS": "https://cms.example.org"},
            "ALLOWED_HOSTS: 'https://cms.example.org' is no host name",
        ),
        ({"ALLOWED_HOSTS": ", ,"}, "ALLOWED_HOSTS: set it to the host names"),
        ({"ALLOWED_HOSTS": "www.example.org"}, "ALLOWED_HOSTS: 'cms.example.org', the host of SITE_URL"),
        ({"DATABASE_URL": "sqlite:////nowhere/x"}, "DATABASE_URL: there is no folder /nowhere"),
        ({"DEBUG": "perhaps"}, "DEBUG:"),
        ({"DATABASE_URL": "nonsense://x"}, "DATABASE_URL: set it to postgres://"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL: set it to postgres://"),
        ({"DATA_DIR": "/dev/null/plexus"}, "DATA_DIR: can't make the folder /dev/null/plexus: Not a directory"),
        ({"EMAIL_URL": "mail.example.org", "DEFAULT_FROM_EMAIL": "plexus@example.org"}, "EMAIL_URL: set it to"),
        ({"EMAIL_URL": "submission://mail.example.org"}, "DEFAULT_FROM_EMAIL: set it to the address"),
        ({"LANGUAGE_CODES": ""}, "LANGUAGE_CODES: it is empty"),
        ({"LANGUAGE_CODES": "en,klingonese"}, "LANGUAGE_CODES: 'klingonese' is no language tag"),
        ({"LANGUAGE_CODES": "en,nl,NL"}, "LANGUAGE_CODES: a language stands in it twice"),
        ({"SOURCE_LANGUAGE": "fr"}, "SOURCE_LANGUAGE: 'fr' is not one of LANGUAGE_CODES"),
        ({"MACHINE_TRANSLATION": "nowhere.Machine"}, "MACHINE_TRANSLATION: 'nowhere.Machine' is no class"),
        ({"NOT_CURRENT": "keep"}, "NOT_CURRENT: 'keep' is not one of source, previous, omit, withdraw"),
        ({"NOT_CURRENT_CRITICAL": "previous"}, "NOT_CURRENT_CRITICAL: an outdated text that can harm is never served"),
        ({"TIME_ZONE": "Europe/Nowhere"}, "TIME_ZONE:"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL:"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(change: dict[str, str], told: str, tmp_path: Path):
    result = manage("check", tmp_path=tmp_path, **(PRODUCTION | change))

    assert result.returncode != 0
    assert "Plexus can't start" in result.stderr
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_everything_that_is_wrong_is_told_at_once_and_each_once(tmp_path: Path):
    wrong = {
        "DEBUG": "perhaps",
        "SECRET_KEY": "",
        "ALLOWED_HOSTS": "",
        "SITE_URL": "",
        "DATABASE_URL": "mysql://x/y",
        "DATA_DIR": "/dev/null/plexus",
        "EMAIL_URL": "nonsense",
        "DEFAULT_FROM_EMAIL": "nobody",
        "LANGUAGE_CODES": "",
        "NOT_CURRENT": "keep",
        "NOT_CURRENT_CRITICAL": "previous",
        "TOMBSTONE_DAYS": "0",
        "API_RATE": "lots",
        "API_DEPRECATED": "someday",
        "API_SUNSET": "2030-02-30",
        "TIME_ZONE": "nowhere",
        "LOG_LEVEL": "LOUD",
    }
    result = manage("check", tmp_path=tmp_path, **wrong)

    told = [line.split(":")[0].strip() for line in result.stderr.splitlines()[1:]]
    assert sorted(told) == sorted(wrong)


def test_a_data_folder_that_one_may_not_write_into_is_told():
    code = """
import os
from pathlib import Path
from cms.environment import wrong_data_dir
if os.getuid() == 0:
    os.setuid(65534)  # root may write everywhere
print(*wrong_data_dir(Path("/usr")))
"""
    assert python("-c", code).stdout == "DATA_DIR: this user may not write into /usr\n"


def test_a_relative_data_folder_is_the_same_from_wherever_a_command_is_run(tmp_path: Path):
    code = "from cms.settings import DATABASES, MEDIA_ROOT; print(DATABASES['default']['NAME'], MEDIA_ROOT)"
    result = python("-c", code, folder=tmp_path, DEBUG="1", DATA_DIR="var")

    assert result.stdout == f"{ROOT}/var/plexus.sqlite3 {ROOT}/var/media\n"
    assert list(tmp_path.iterdir()) == []


def test_every_variable_that_is_read_stands_in_the_example_and_in_the_docs():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "cms/settings.py").read_text())) - {"TEST_DATABASE"}
    example = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    table = re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/operating.md").read_text(), re.MULTILINE)

    assert sorted(example) == sorted(read)
    assert sorted(table) == sorted(read)
