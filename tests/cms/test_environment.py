"""The rules for addresses in the environment: what is let through can be used, and a password is never told."""

from __future__ import annotations

from pathlib import Path

import dj_database_url
import dj_email_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.environment import (
    read_fallbacks,
    wrong_addresses,
    wrong_database_url,
    wrong_email,
    wrong_fallbacks,
    wrong_machine_translation,
    wrong_policies,
    wrong_site_url,
)
from tests.production import ROOT

urls = st.one_of(
    st.text(),
    st.builds(
        "{}://{}".format,
        st.sampled_from(["sqlite", "postgres", "postgresql", "smtp", "submission", "mysql", "smtps"]),
        st.text(alphabet="ab1:@/?#[]=%& é\n", max_size=20),
    ),
)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite:////plexus.sqlite3",
        "sqlite:///docs/plexus.sqlite3",
        "postgres://plexus:p%40ss@db.example.org:5432/plexus?sslmode=require",
        "postgresql:///plexus",
        "postgres://%2Fvar%2Frun%2Fpostgresql/plexus",
    ],
)
def test_a_database_that_we_support(url: str):
    assert list(wrong_database_url(url, ROOT)) == []


@pytest.mark.parametrize(
    "url",
    [
        "plexus",
        "mysql://x/y",
        "oracle://x/y",
        "postgis://x/y",
        "POSTGRES://x/y",
        "postgres:plexus",
        "postgres://db.example.org",
        "postgres://db.example.org/",
        "postgres://db.example.org:port/plexus",
        "postgres://u:hunter2/slash@db.example.org/plexus",
        "postgres://u:hunter2[@db.example.org/plexus",
        "sqlite://",
        "sqlite:///",
        "sqlite://:memory:",
        "sqlite://plexus.sqlite3",
        "sqlite:///plexus.sqlite3?mode=ro",
    ],
)
def test_a_database_that_we_do_not_support_is_one_line_without_its_password(url: str):
    (line,) = wrong_database_url(url, ROOT)

    assert line.startswith("DATABASE_URL: ")
    assert "\n" not in line
    assert "hunter2" not in line


def test_a_database_file_needs_its_folder(tmp_path: Path):
    assert list(wrong_database_url(f"sqlite:///{tmp_path}/x.sqlite3", ROOT)) == []
    told = [f"DATABASE_URL: there is no folder {tmp_path}/none"]
    assert list(wrong_database_url(f"sqlite:///{tmp_path}/none/x.sqlite3", ROOT)) == told


@given(urls)
def test_a_database_url_is_usable_or_refused(url: str):
    if url and not list(wrong_database_url(url, ROOT)):
        engine, name = (dj_database_url.parse(url)[key] for key in ("ENGINE", "NAME"))
        assert engine in ("django.db.backends.sqlite3", "django.db.backends.postgresql")
        assert name


@pytest.mark.parametrize(
    "url",
    [
        "smtp://localhost",
        "smtp://u:p%40ss@mail.example.org:465?ssl=1",
        "submission://u:p@mail.example.org",
        "submission://u%40example.org:p@mail.example.org:2525/",
    ],
)
def test_a_mail_server_that_we_can_send_through(url: str):
    assert list(wrong_email(url, "Plexus <plexus@example.org>")) == []


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "smtp://",
        "smtps://mail.example.org",
        "http://mail.example.org",
        "console://",
        "smtp://mail.example.org:port",
        "submission://u:hunter2@@mail.example.org",
        "submission://u:hunter2/@mail.example.org",
    ],
)
def test_a_mail_server_that_we_can_not_use_is_one_line_without_its_password(url: str):
    (line,) = wrong_email(url, "plexus@example.org")

    assert line.startswith("EMAIL_URL: ")
    assert "hunter2" not in line


@given(urls)
def test_a_mail_url_is_usable_or_refused(url: str):
    if url and not list(wrong_email(url, "plexus@example.org")):
        config = dj_email_url.parse(url)
        assert config["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
        assert config["EMAIL_HOST"]
        assert config["EMAIL_PORT"]


@pytest.mark.parametrize("sender", ["", "plexus", "Plexus <>", "plexus@", "a@b\n@c"])
def test_e_mail_has_a_sender_when_it_is_sent(sender: str):
    (line,) = wrong_email("smtp://localhost", sender)

    assert line.startswith("DEFAULT_FROM_EMAIL: ")
    assert list(wrong_email("", sender)) == []


@pytest.mark.parametrize(
    "site", ["https://cms.example.org", "https://cms.example.org:8443", "https://[::1]", "http://127.0.0.1:8000"]
)
def test_a_site_is_a_scheme_and_a_host(site: str):
    assert list(wrong_site_url(site)) == []


@pytest.mark.parametrize(
    "site",
    [
        "",
        "cms.example.org",
        "ftp://cms.example.org",
        "https://",
        "https://[",
        "https://cms.example.org/",
        "https://cms.example.org/admin",
        "https://user@cms.example.org",
        "https://cms.example.org?x",
        "https://cms.example.org:https",
        "https://cms.example.org:99999",
    ],
)
def test_anything_more_or_less_is_no_site(site: str):
    assert [line.split(":")[0] for line in wrong_site_url(site)] == ["SITE_URL"]
    assert list(wrong_addresses(site, ["cms.example.org"])) == []  # one wrong value is told once


@pytest.mark.parametrize(
    ("site", "hosts", "told"),
    [
        ("https://cms.example.org", ["cms.example.org"], []),
        ("https://cms.example.org", [".example.org"], []),
        ("https://cms.example.org:8443", ["CMS.example.org", "other.example.org"], []),
        ("https://cms.example.org", ["www.example.org"], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", ["https://cms.example.org"], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", ["cms.example.org:443"], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", [], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", ["*"], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", ["cms.example.org", "a/b"], ["ALLOWED_HOSTS"]),
        ("https://cms.example.org", ["*", "cms.example.org"], ["ALLOWED_HOSTS"]),
        ("https://[::1]", ["[::1]"], []),
        ("http://cms.example.org", ["cms.example.org"], ["SITE_URL"]),
        ("http://cms.example.org", ["https://x"], ["ALLOWED_HOSTS", "SITE_URL"]),
        ("http://cms.example.org", ["www.example.org"], ["SITE_URL", "ALLOWED_HOSTS"]),
    ],
)
def test_a_production_site_is_reached_over_tls_under_its_own_names(site: str, hosts: list[str], told: list[str]):
    assert [line.split(":")[0] for line in wrong_addresses(site, hosts)] == told


@pytest.mark.parametrize("name", ["", "tests.machine.Dummy", "json.JSONDecoder"])
def test_a_machine_that_can_be_found(name: str):
    assert list(wrong_machine_translation(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Dummy",
        "tests.nowhere.Dummy",
        "nowhere.at.all.Dummy",
        "json.decoder.nothing.Dummy",
        "tests/machine.Dummy",
        "tests.machine.",
        ".machine.Dummy",
        "..Dummy",
        "tests.machine.Dummy()",
        " tests.machine.Dummy",
        "tests.machine:Dummy",
        "__main__.Dummy",
    ],
)
def test_a_machine_that_is_nowhere(name: str):
    (line,) = wrong_machine_translation(name)
    assert line.startswith(f"MACHINE_TRANSLATION: {name!r} is no class in a module that can be found")


@pytest.mark.parametrize("other", ["source", "previous", "omit", "withdraw"])
@pytest.mark.parametrize("critical", ["source", "omit", "withdraw"])
def test_a_policy_for_each_class_of_text(other: str, critical: str):
    assert list(wrong_policies(other, critical)) == []


@pytest.mark.parametrize(
    ("other", "critical", "told"),
    [
        ("source", "previous", ["NOT_CURRENT_CRITICAL: an outdated text that can harm is never served"]),
        ("previous", "previous", ["NOT_CURRENT_CRITICAL: an outdated text that can harm is never served"]),
        ("", "source", ["NOT_CURRENT: '' is not one of source, previous, omit, withdraw"]),
        ("Source", "source", ["NOT_CURRENT: 'Source' is not one of source, previous, omit, withdraw"]),
        ("source", "keep", ["NOT_CURRENT_CRITICAL: 'keep' is not one of source, omit, withdraw"]),
        ("keep", "previous", ["NOT_CURRENT: 'keep'", "NOT_CURRENT_CRITICAL: an outdated text"]),
    ],
)
def test_a_policy_that_there_is_not(other: str, critical: str, told: list[str]):
    lines = list(wrong_policies(other, critical))
    assert len(lines) == len(told)
    assert all(line.startswith(start) for line, start in zip(lines, told, strict=True))


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("", {"*": ["en"]}),
        ("*=nl,en", {"*": ["nl", "en"]}),
        ("pt-PT=es,en  sr-Latn=nl", {"*": ["en"], "pt-PT": ["es", "en"], "sr-Latn": ["nl"]}),
    ],
)
def test_fallbacks(text: str, chains: dict[str, list[str]]):
    read = read_fallbacks(text, "en")
    assert read == chains
    assert list(wrong_fallbacks(read, ["en", "nl", "es"], "en")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("xx=en", "'xx' is no language tag"),
        ("pt", "pt has no chain"),
        ("pt=", "pt has no chain"),
        ("*=", "* has no chain"),
        ("pt=fr,en,de", "fr, de after pt"),
        ("=en", "'' is no language tag"),
    ],
)
def test_fallbacks_that_are_none(text: str, told: str):
    (line,) = wrong_fallbacks(read_fallbacks(text, "en"), ["en", "nl"], "en")
    assert line.startswith("FALLBACKS: ")
    assert told in line


@given(st.text())
def test_any_fallbacks_are_read(text: str):
    list(wrong_fallbacks(read_fallbacks(text, "en"), ["en", "nl"], "en"))
