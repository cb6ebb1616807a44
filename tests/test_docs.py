"""The docs say what is there: every link resolves, every command, module and type of problem is named."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from api.models import Edition
from api.problems import PROBLEM_TYPES
from api.schema_operations import OPERATIONS, PARAMETERS
from pages.importing.values import FlagKind
from translation.findings import Kind

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
OURS = ("pages", "translation", "api", "cms")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_resolve(page: Path):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def module_lines() -> list[str]:
    """A line of the architecture's table for every module: its path, and the first line of its docstring."""
    lines = []
    for package in OURS:
        for path in sorted((ROOT / package).rglob("*.py")):
            if {"migrations", "management"} & set(path.parts) or path.name == "__init__.py":
                continue
            docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
            about = docstring.partition("\n\n")[0].replace("\n", " ")
            lines.append(f"| `{path.relative_to(ROOT)}` | {about} |")
    return lines


def test_the_architecture_has_the_line_of_every_module():
    told = [line for line in (ROOT / "docs/architecture.md").read_text().splitlines() if line.startswith("| `")]

    assert told == module_lines(), "put these lines into docs/architecture.md:\n" + "\n".join(module_lines())


def test_every_command_of_ours_is_explained():
    docs = "\n".join(page.read_text() for page in PAGES)
    ours = [name for name, app in get_commands().items() if app in OURS]

    assert [name for name in ours if name not in docs] == []


def test_every_command_that_the_docs_name_exists():
    docs = "\n".join(page.read_text() for page in PAGES)

    assert set(re.findall(r"manage\.py ([a-z_]+)", docs)) <= set(get_commands())


def test_every_make_target_that_the_docs_name_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    docs = "\n".join(page.read_text() for page in PAGES)

    assert set(re.findall(r"`make ([a-z]+)", docs)) <= targets


def test_every_flag_that_an_import_of_pages_can_raise_is_explained():
    importing = (ROOT / "docs/importing.md").read_text()

    assert [flag for flag in FlagKind if f"`{flag}`" not in importing] == []


def test_every_problem_and_reason_is_in_the_api_docs_or_describes_itself():
    api = (ROOT / "docs/api.md").read_text()

    assert [reason for reason in Edition.Reason.values if f"`{reason}`" not in api] == []
    assert all(kind.meaning for kind in PROBLEM_TYPES)


def test_every_finding_that_an_import_can_make_is_explained():
    translating = (ROOT / "docs/translating.md").read_text()
    sources = "\n".join(path.read_text() for path in (ROOT / "translation").rglob("*.py") if path.stem != "findings")
    used = {kind.value for kind in Kind if f"Kind.{kind.name}" in sources}

    assert [kind for kind in sorted(used) if f"`{kind}`" not in translating] == []


def test_every_address_and_parameter_is_in_the_api_docs():
    api = (ROOT / "docs/api.md").read_text()
    for path in OPERATIONS:
        named = path.replace("{slug_or_id}", "{slug or id}").replace("problems/{name}/", "problems/")
        assert f"/api/v1/{named}`" in api, path
    for parameter in PARAMETERS.values():
        if parameter["in"] == "query":
            assert f"`{parameter['name']}" in api, parameter["name"]
