"""export_content: a mirror that any web server can serve, byte for byte the API."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from api.cursors import FeedCursor
from api.mirror import STATE
from api.mirror_nginx import page_file
from api.models import Feed
from pages.models import ConditionPage
from tests.api.full_site import publish_full_site
from tests.factories import publish_condition, republish, translate
from tests.journeys.doors import Api, run

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def export(folder: Path, *arguments: str) -> str:
    code, out = run("export_content", "--output", folder, *arguments)
    assert code == 0, out
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def full(db: None, media: None, tmp_path: Path) -> ConditionPage:
    page = publish_full_site(tmp_path / "po")
    for n in range(22):
        publish_condition(f"c{n:02}", title=f"C {n}")
    publish_condition("ménière-頭", title="Ménière")
    return page


@pytest.fixture
def mirror(full: ConditionPage, tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    export(folder)
    return folder


def test_documents_are_the_live_bytes(api: Api, mirror: Path) -> None:
    for locale, slug in (("en", "full"), ("nl", "full"), ("nl", "plain"), ("en", "ménière-頭")):
        path = mirror / "api/v1" / locale / "conditions" / slug / "index.json"
        assert path.read_bytes() == api.get(f"{locale}/conditions/{quote(slug)}/").content
    assert not (mirror / "api/v1/ar/conditions/full").exists()
    gone = json.loads((mirror / "api/v1/en/conditions/gone/gone.json").read_text())
    assert gone["reason"] == "unpublished"


def test_twice_changes_nothing(mirror: Path) -> None:
    before = {path: (mirror / path).stat().st_mtime_ns for path in files(mirror)}
    out = export(mirror)
    assert out.startswith("2 files written"), "its own state, and no more"
    after = {path: (mirror / path).stat().st_mtime_ns for path in files(mirror)}
    assert {path for path in before if before[path] != after[path]} <= {STATE}


def test_since_the_last_time(full: ConditionPage, mirror: Path, tmp_path: Path) -> None:
    full = republish(full, title="Full, changed")
    translate(publish_condition("new", title="New"), "nl")
    ConditionPage.objects.get(slug="plain").unpublish()
    republish(ConditionPage.objects.get(slug="c00"), slug="renamed")
    export(mirror, "--since", "last")
    whole = tmp_path / "whole"
    export(whole)

    def of(folder: Path) -> dict[str, bytes]:
        return {name: body.replace(str(folder).encode(), b"") for name, body in files(folder).items()}

    assert of(mirror) == of(whole)
    assert not (mirror / "api/v1/en/conditions/c00").exists()
    assert (mirror / "api/v1/nl/conditions/plain/gone.json").exists()


def test_since_a_cursor_mends_what_is_missing(mirror: Path) -> None:
    path = mirror / "api/v1/en/conditions/c01/index.json"
    body = path.read_bytes()
    path.unlink()
    feed = Feed.now()
    export(mirror, "--since", str(FeedCursor(feed.epoch, feed.last_sequence)))
    assert path.read_bytes() == body


@pytest.mark.parametrize(
    ("cursor", "told"),
    [("x", "not a cursor"), (str(FeedCursor("0ddba11", 123)), "none of this database")],
)
def test_a_cursor_that_is_none(mirror: Path, cursor: str, told: str) -> None:
    before = files(mirror)
    code, out = run("export_content", "--output", mirror, "--since", cursor)
    assert code != 0
    assert told in out
    assert files(mirror) == before


def test_a_folder_with_other_files_is_left_alone(db: None, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    code, out = run("export_content", "--output", tmp_path)
    assert code != 0
    assert "has other files in it" in out
    assert files(tmp_path) == {"letter.txt": b"Dear"}


def test_a_folder_that_cannot_be_made(db: None, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, out = run("export_content", "--output", tmp_path / "file" / "mirror")
    assert code != 0
    assert "Traceback" not in out


def test_a_state_that_cannot_be_read(mirror: Path) -> None:
    (mirror / STATE).write_text("{")
    code, out = run("export_content", "--output", mirror, "--since", "last")
    assert code != 0
    assert "can't be read" in out


@pytest.mark.parametrize("query", ["limit=3&cursor=x", "limit=20&cursor=../../etc", "since=x", "cursor=x"])
def test_no_file_for_another_query(query: str) -> None:
    with pytest.raises(ValueError, match="no file"):
        page_file(query)


@pytest.fixture
def nginx(mirror: Path, tmp_path: Path) -> Iterator[int]:
    """The port of an nginx that serves the mirror."""
    if NGINX is None:
        pytest.skip("NO NGINX HERE: the mirror's server configuration isn't tested (Debian: apt install nginx-light)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = "".join(
        f"{name}_temp_path {tmp_path}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration = f"""
daemon off; worker_processes 1; pid {tmp_path}/pid; error_log {tmp_path}/error.log; {user()}
events {{ }}
http {{
    access_log off; {temporary}
    include {mirror}/nginx.http.conf;
    server {{ listen 127.0.0.1:{port}; include {mirror}/nginx.server.conf; }}
}}
"""
    (tmp_path / "nginx.conf").write_text(configuration)
    server = subprocess.Popen(
        [NGINX, "-e", f"{tmp_path}/error.log", "-p", str(tmp_path), "-c", f"{tmp_path}/nginx.conf"]
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, (tmp_path / "error.log").read_text()
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def user() -> str:
    return "user root;" if os.geteuid() == 0 else ""


def canonical(client: Client) -> list[str]:
    """Every address that an app reaches from the root by what answers name, without queries of its own."""
    root = "/api/v1/"
    found = [root, f"{root}locales/", f"{root}problems/"]
    found += [each["type"] for each in client.get(f"{root}problems/").json()["items"]]
    for locale in client.get(root).json()["locales"]:
        address: str | None = f"{root}{locale}/conditions/"
        while address:
            found.append(address)
            page = client.get(address).json()
            found += [item["url"] for item in page["items"]]
            address = page["next"]
        found += [f"{root}{locale}/bundle/", client.get(f"{root}{locale}/bundle/").json()["url"]]
    return found


COMPARED = (
    "ETag",
    "Content-Type",
    "Content-Encoding",
    "Content-Language",
    "Cache-Control",
    "Access-Control-Allow-Origin",
)


def test_nginx_answers_as_the_api_does(nginx: int, client: Client) -> None:
    """Every canonical address: body and headers, in each compression, and 304 for what the client has."""
    connection = http.client.HTTPConnection("127.0.0.1", nginx)

    def ask(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str | None], bytes]:
        connection.request(method, address, headers={name.replace("_", "-"): v for name, v in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name: answer.headers.get(name) for name in COMPARED}, answer.read()

    def live(address: str, **headers: str) -> tuple[int, dict[str, str | None], bytes]:
        answer: Any = client.get(address, headers={name.replace("_", "-"): v for name, v in headers.items()})
        return answer.status_code, {name: answer.headers.get(name) for name in COMPARED}, answer.content

    addresses = canonical(client)
    assert len(addresses) > 50
    for address in addresses:
        for accepted in ("", "gzip", "gzip, deflate, br", "br;q=0, gzip;q=0.5", "identity"):
            expected = live(address, Accept_Encoding=accepted)
            assert ask(address, Accept_Encoding=accepted) == expected, (address, accepted)
        status, headers, body = ask(address, "HEAD")
        assert (status, headers["ETag"], body) == (200, live(address)[1]["ETag"], b"")
        tag = live(address)[1]["ETag"]
        assert tag
        for known in (tag, f"W/{tag}", f'"other", {tag[:-1]}-gzip"', "*"):
            status, headers, body = ask(address, If_None_Match=known)
            assert (status, headers["ETag"], body) == (304, tag, b""), (address, known)
        assert ask(address, If_None_Match='"other"')[0] == 200
    for address in ("/api/v1/en/conditions/no-such/", "/api/v1/en/conditions/?q=x", "/api/v1/en/changes/"):
        status, headers, body = ask(address)
        assert (status, headers["Content-Type"]) == (404, "application/problem+json")
        assert json.loads(body)["type"] == "/api/v1/problems/not-found/"
    status, headers, body = ask("/api/v1/en/conditions/gone/")
    expected = live("/api/v1/en/conditions/gone/")
    assert (status, headers["Content-Type"], body) == (410, expected[1]["Content-Type"], expected[2])
    assert ask("/api/v1/en/conditions/gone/gone.json")[0] == 404
    assert ask("/api/v1/en/conditions/full")[0] == 308
    assert ask("/api/v1/en/conditions/", "OPTIONS")[0] == 204
