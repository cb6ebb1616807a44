"""A real server with what a test has made: the production server over a copy of the test's database."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

from tests.production import PRODUCTION, ROOT


@dataclass(frozen=True)
class Live:
    """A server that runs: its address, `http://127.0.0.1:…`, and its environment."""

    address: str
    environment: dict[str, str]

    def run(self, code: str) -> None:
        """Runs code with the server's database, as an editor's request would."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True)


@contextmanager
def live_server(folder: Path) -> Iterator[Live]:
    """It stops by itself; what it writes is lost."""
    if connection.vendor != "sqlite":
        pytest.skip("a copy of the test's database is made of SQLite only")
    connection.ensure_connection()
    # With what the test's transaction holds; a backup would wait for the end of it.
    (folder / "plexus.sqlite3").write_bytes(connection.connection.serialize())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | PRODUCTION
    environment |= {
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "https://127.0.0.1",
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "tests.live_settings",
    }
    command = [
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-ws",
        "cms.wsgi:application",
    ]
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [str(Path(sys.executable).parent / command[0]), *command[1:]], cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, (folder / "server.log").read_text()
            time.sleep(0.1)
        yield Live(f"http://127.0.0.1:{port}", environment)
    finally:
        server.terminate()
        server.wait(20)
        log.close()
