"""How long translators' commands take on a large site: 1,000 conditions of 54 segments in 20 languages, on SQLite.

Every command runs in a process of its own, as an operator would start it. Seconds are those of the clock from start to
end, and those of the work in it, once Django and Wagtail are there; memory is the highest that the process had
(`ru_maxrss`), queries are counted on the database connection.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "en"
LANGUAGES = "nl es ar de fr pt it pl tr ru uk ro bg el hu cs sv da fi zh-Hans".split()
MEGABYTES = 400
CHANGED = 5000


@dataclass(frozen=True)
class Run:
    """What one command took."""

    seconds: float
    work: float
    megabytes: float
    queries: int


def main() -> None:
    """Builds the site, runs the commands, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conditions", type=int, default=1000)
    parser.add_argument("--languages", type=int, default=len(LANGUAGES))
    parser.add_argument("--keep", type=Path, help="keep the site in this folder, and use it again if it is there")
    options = parser.parse_args()
    languages = LANGUAGES[: options.languages]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        environment = os.environ | {
            "DEBUG": "0",
            "SECRET_KEY": "nobody-outside-of-this-benchmark-ever-sees-what-it-signs",
            "ALLOWED_HOSTS": "cms.example.org",
            "SITE_URL": "https://cms.example.org",
            "DATA_DIR": str(folder / "data"),
            "DATABASE_URL": "",
            "LANGUAGE_CODES": ",".join([SOURCE, *languages]),
        }
        if not (folder / "data" / "plexus.sqlite3").exists():
            run(environment, "migrate", "--verbosity", "0")
            told = run(environment, "bench.site", str(options.conditions), *languages)
            print(f"the site was built in {told.seconds:.0f} s")
        measure(environment, folder)


def measure(environment: dict[str, str], folder: Path) -> None:
    """Runs each command and prints one line for it."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    print(f"{'':38} {'seconds':>8} {'work':>6} {'limit':>6} {'MB':>6} {'limit':>6} {'queries':>8}")
    line("start, and do nothing", run(environment, "bench.nothing"), None)
    export = ["export_translations", "--locale", "nl", "--output", str(out)]
    line("export a language", run(environment, *export), 5)
    line("export it again", run(environment, *export), 5)
    line("import it unchanged", run(environment, "import_translations", str(out / "nl")), 5)
    changed = change(sorted(out.glob("nl/conditions/*.po")), CHANGED)
    line(f"import it, {changed} changed in all files", run(environment, "import_translations", str(out / "nl")), 10)
    run(environment, "export_translations", "--locale", "es", "--output", str(out))
    few = sorted(out.glob("es/conditions/*.po"))[: CHANGED // 50]
    changed = change(few, CHANGED)
    line(
        f"import it, {changed} changed in {len(few)} files",
        run(environment, "import_translations", str(out / "es")),
        10,
    )
    line("status of everything", run(environment, "translation_status", "--format", "json"), 3)
    line("compose a whole language", run(environment, "bench.compose", "ar"), 2)
    line("verify every edition", run(environment, "verify_editions"), None)


def line(name: str, told: Run, limit: float | None) -> None:
    """Prints what one command took."""
    allowed = f"{limit:6.1f}" if limit else " " * 6
    print(
        f"{name:38} {told.seconds:8.2f} {told.work:6.2f} {allowed} "
        f"{told.megabytes:6.0f} {MEGABYTES:6} {told.queries:8}",
        flush=True,
    )


def run(environment: dict[str, str], *arguments: str) -> Run:
    """Runs a command in a process of its own. Stops the benchmark if it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.counted", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{told}")
    work, queries = re.findall(r"^work: ([\d.]+)\nqueries: (\d+)$", told, re.MULTILINE)[-1]
    return Run(time.perf_counter() - began, float(work), usage.ru_maxrss / 1024, int(queries))


def change(paths: list[Path], wanted: int) -> int:
    """Puts another text into the last translations of each file, `wanted` in all; answers how many there were."""
    done = 0
    for number, path in enumerate(paths, start=1):
        share = wanted * number // len(paths) - done
        head, *entries = path.read_text(encoding="utf-8").split("\nmsgstr ")
        first = max(1, len(entries) - share)  # the first is the header
        for at in range(first, len(entries)):
            entries[at] = entries[at].replace('"', '"Nieuw: ', 1)
            done += 1
        path.write_text("\nmsgstr ".join([head, *entries]), encoding="utf-8")
    return done


if __name__ == "__main__":
    main()
