"""An old page as a file, the command that brings it in, and what it reports."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import commands

PLEXUS = """Brachial Plexus Pain

What is brachial plexus pain?

The nerves of the arm come together in a network near the shoulder. An injury of this network hurts.

The most common cause of this condition is a fall from a motorcycle.

Signs and symptoms

The arm is weak, and the pain burns all day.

How is brachial plexus pain diagnosed?

A doctor tests the strength of your arm.

Do I need additional examinations?

  • An X-ray of the neck.
  • An MRI scan.

What are my treatment possibilities?

Multidisciplinary treatment

A team decides with you what comes first.

Physical Treatment

Other Treatment

Invasive pain treatment

  • An operation on the nerves.


Close the survey
This question is for testing whether or not you are a human visitor and to prevent automated spam submissions.
"""


def line_of(start: str) -> int:
    (number,) = [n for n, line in enumerate(PLEXUS.splitlines(), start=1) if line.startswith(start)]
    return number


@dataclass(frozen=True)
class Imported(commands.Ran):
    """What came of the command, and the report of each file by its name."""

    reports: dict[str, Any] = field(default_factory=dict)


def run(folder: Path, *paths: object, **options: Any) -> Imported:
    report = folder / "report.json"
    options = {"locale": "en", "report": report} | options
    ran = commands.run("import_conditions", *(paths or [folder]), **options)
    told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
    return Imported(**vars(ran), reports={Path(item["file"]).name: item for item in told})


def kinds(report: dict[str, Any]) -> list[str]:
    return [flag["kind"] for flag in report["flags"]]
