"""How many requests a second the API answers, beside peers in the same run. Needs `wrk` (Debian has it).

.venv/bin/python -m bench.delivery [--conditions 200] [--seconds 3] [--rounds 3] [--server granian] [--keep DIR]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HEADERS = {"Host": "cms.example.org", "X-Forwarded-Proto": "https"}
SERVERS = {
    "granian": [
        *("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", "{port}", "--workers", "2"),
        *("--blocking-threads", "1", "--no-ws", "--log-level", "warning", "{app}"),
    ],
    # For comparison; it isn't among the requirements.
    "gunicorn": ["gunicorn", "{app}", "--bind", "127.0.0.1:{port}", "--workers", "2", "--no-control-socket"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conditions", type=int, default=200)
    parser.add_argument("--languages", default="nl,es")
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--server", choices=SERVERS, default="granian")
    parser.add_argument("--keep", type=Path, help="build the site here, or use the one that is here")
    told = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("There is no wrk here; on Debian: apt install wrk")
    with tempfile.TemporaryDirectory() as temporary:
        folder = told.keep or Path(temporary)
        environment = environment_of(folder, told.languages)
        if not (folder / "plexus.sqlite3").exists():
            run(environment, "bench.counted", "migrate", "--verbosity", "0")
            run(environment, "bench.counted", "bench.site", str(told.conditions), *told.languages.split(","))
        measure(environment, told)


def environment_of(folder: Path, languages: str) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    return os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": "nobody-outside-of-this-benchmark-ever-sees-what-it-signs",
        "ALLOWED_HOSTS": "cms.example.org",
        "SITE_URL": "https://cms.example.org",
        "BEHIND_TLS_PROXY": "1",
        "DATA_DIR": str(folder),
        "DATABASE_URL": os.environ.get("DATABASE_URL", ""),
        "LANGUAGE_CODES": f"en,{languages}",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "cms.settings",
    }


def measure(environment: dict[str, str], told: argparse.Namespace) -> None:
    """Rounds of all addresses in turn, so that a slow moment of the machine hits all alike; prints the medians."""
    with (
        serving(environment, told.server, "cms.wsgi") as ours,
        serving(environment, told.server, "bench.peer_wsgi") as peer,
    ):
        page = ask(f"{ours}/api/v1/en/conditions/")
        document, pk = page["items"][0], ask(f"{peer}/v2/pages/?type=pages.ConditionPage&limit=1")["items"][0]["id"]
        cursor = ask(f"{ours}/api/v1/en/bundle/")["cursor"]
        v2 = f"{peer}/v2/pages/?type=pages.ConditionPage"
        tag = f'If-None-Match: "{document["version"]}"'
        addresses: dict[str, tuple[str, list[str]]] = {
            "bare Django view, constant bytes": (f"{peer}/constant/", []),
            "bare DRF view, constant bytes": (f"{peer}/drf/", []),
            "one stored document, one query": (f"{peer}/stored/{document['slug']}/", []),
            "Wagtail v2: detail": (f"{peer}/v2/pages/{pk}/", []),
            "Wagtail v2: list of 20, fields=*": (f"{v2}&limit=20&fields=*", []),
            "Wagtail v2: search": (f"{v2}&limit=20&search=condition", []),
            "detail": (f"{ours}{document['url']}", []),
            "detail, brotli": (f"{ours}{document['url']}", ["Accept-Encoding: br"]),
            "detail, 304": (f"{ours}{document['url']}", [tag]),
            "sync without news": (f"{ours}/api/v1/en/changes/?since={cursor}", []),
            "list of 20": (f"{ours}/api/v1/en/conditions/", []),
            "list of 20 with bodies": (f"{ours}/api/v1/en/conditions/?include=sections", []),
            "list of 20 with bodies, gzip": (
                f"{ours}/api/v1/en/conditions/?include=sections",
                ["Accept-Encoding: gzip"],
            ),
            "search": (f"{ours}/api/v1/en/conditions/?q=condition", []),
        }
        found: dict[str, list[float]] = {name: [] for name in addresses}
        for _ in range(told.rounds):
            for name, (address, headers) in addresses.items():
                found[name].append(load(address, headers, told.seconds))
        medians = {name: statistics.median(each) for name, each in found.items()}
        print(f"{told.server}, {told.conditions} conditions, languages en,{told.languages}; requests a second")
        for name, each in medians.items():
            print(f"{name:36} {each:8.0f}   ({min(found[name]):.0f} - {max(found[name]):.0f})")
        for name, peer_name, wanted in (
            ("detail", "Wagtail v2: detail", 20),
            ("detail", "bare DRF view, constant bytes", 0.75),
            ("detail, 304", "detail", 1),
            ("sync without news", "detail", 1),
            ("list of 20 with bodies", "Wagtail v2: list of 20, fields=*", 30),
            ("search", "Wagtail v2: search", 10),
        ):
            print(f"{name} / {peer_name}: {medians[name] / medians[peer_name]:.2f} (wanted {wanted})")


def load(address: str, headers: list[str], seconds: int) -> float:
    """Requests a second, or an error if one of them failed."""
    named = [part for header in (*(f"{n}: {v}" for n, v in HEADERS.items()), *headers) for part in ("-H", header)]
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", *named, address]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit(f"{address} failed:\n{told}")
    match = re.search(r"Requests/sec:\s+([\d.]+)", told)
    assert match, told
    return float(match[1])


def ask(address: str) -> Any:
    with urllib.request.urlopen(urllib.request.Request(address, headers=HEADERS)) as answer:
        return json.loads(answer.read())


@contextmanager
def serving(environment: dict[str, str], server: str, app: str) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [part.format(app=f"{app}:application", port=port) for part in SERVERS[server]]
    process = subprocess.Popen([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=environment)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def run(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
