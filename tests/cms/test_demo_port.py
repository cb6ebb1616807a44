"""`make demo` and `make run` say in one line what is wrong with a port, before they do anything."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def ask(target: str, port: str) -> subprocess.CompletedProcess[str]:
    """What the Makefile asks."""
    return subprocess.run(
        [sys.executable, "-m", "cms.demo.port", target, port], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(params=["127.0.0.1", "0.0.0.0"])
def taken(request) -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server((request.param, 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    "port", ["abc", "0", "99999", "65536", "", "-1", "80.0", "1e3", "8_000", " 8000", "٨٠٨٠", "9" * 5000]
)
def test_what_is_no_port_is_told_in_one_line(port: str):
    result = ask("demo", port)

    assert result.returncode == 1
    assert result.stderr == (
        f"{port!r} is no port, which is a number from 1 to 65535. Choose another: make demo PORT=8080\n"
    )


def test_a_port_in_use_is_told_in_one_line(taken: int):
    result = ask("run", str(taken))

    assert result.returncode == 1
    assert f"nobody can listen on 127.0.0.1:{taken} now" in result.stderr
    assert result.stderr.endswith("Choose another: make run PORT=8080\n")
    assert len(result.stderr.splitlines()) == 1


def test_a_free_port_is_no_news():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    result = ask("demo", str(port))

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_port_whose_server_has_just_ended_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client, server.accept()[0] as connection:
            connection.close()  # the server's side closes first: the port waits a minute (RFC 9293 §3.6)
            client.recv(1)

    assert ask("demo", str(port)).returncode == 0


@pytest.mark.skipif(not shutil.which("make"), reason="MAKE IS MISSING")
@pytest.mark.parametrize("target", ["demo", "run"])
def test_make_asks_before_it_touches_the_database(target: str):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    lines = subprocess.run(
        ["make", "--dry-run", target, "PORT=a b"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    asked = lines.index(f'.venv/bin/python -m cms.demo.port {target} "a b"')
    assert asked < min(number for number, line in enumerate(lines) if "manage.py" in line)
