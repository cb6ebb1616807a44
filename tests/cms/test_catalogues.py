"""The committed interface words: every msgid in the code stands translated in every language, and can be used."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import override_settings

from translation.catalogue import Catalogue
from translation.interface import check_interface_catalogue
from translation.po_reader import read_catalogue

ROOT = Path(settings.BASE_DIR)
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/django.po"))
RENEW = "run `make messages`, translate what is empty, and commit"

every_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def read(path: Path) -> Catalogue:
    catalogue, _ = read_catalogue(path.read_bytes(), str(path))
    assert catalogue is not None
    return catalogue


def keys(catalogue: Catalogue) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(entry.context, entry.source, entry.flags) for entry in catalogue.entries]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """What `make messages` finds in the code, by the Makefile's own command: the two can't drift apart."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    line = re.search(r"^\t\$\(BIN\)/(pybabel .*\bextract\b.*--output) var/django.pot \.$", makefile, re.MULTILINE)
    assert line, "the Makefile has no line `$(BIN)/pybabel … extract … --output var/django.pot .` to extract with"
    pot = tmp_path_factory.mktemp("messages") / "django.pot"
    pybabel, *arguments = shlex.split(line[1])
    subprocess.run([str(Path(sys.executable).with_name(pybabel)), *arguments, str(pot), "."], cwd=ROOT, check=True)
    return read(pot)


def test_every_language_has_a_catalogue() -> None:
    wanted = {code.replace("-", "_") for code, _ in settings.LANGUAGES} - {settings.SOURCE_LANGUAGE}
    assert wanted <= {path.parts[-3] for path in CATALOGUES}


def test_extraction_finds_the_words_of_every_package(template: Catalogue) -> None:
    found = {entry.source for entry in template.entries}
    assert {"What is %(condition)s?", "Header row", "Needs review", "Translations imported"} <= found


@every_language
def test_catalogue_has_the_words_of_the_code_in_order(path: Path, template: Catalogue) -> None:
    wanted, found = keys(template), keys(read(path))
    missing = [key[1] for key in wanted if key not in found]
    surplus = [key[1] for key in found if key not in wanted]
    assert not missing, f"{path.relative_to(ROOT)} lacks {missing}: {RENEW}"
    assert not surplus, f"{path.relative_to(ROOT)} has words that the code no longer has, {surplus}: {RENEW}"
    assert found == wanted, f"{path.relative_to(ROOT)} has another order than the template: {RENEW}"


@every_language
def test_catalogue_passes_the_check(path: Path) -> None:
    found = [str(finding) for finding in check_interface_catalogue(path.read_bytes(), str(path.relative_to(ROOT)))]
    assert not found, "\n".join([*found, "translate it, then run `manage.py check_catalogues`"])


@every_language
def test_catalogue_says_its_language_and_nothing_that_changes_by_itself(path: Path) -> None:
    catalogue = read(path)
    assert catalogue.locale == path.parts[-3].replace("_", "-")
    volatile = {"pot-creation-date", "po-revision-date", "x-generator", "generated-by"}
    head = path.read_text(encoding="utf-8").partition("\n\n")[0].lower()
    assert not [name for name in volatile if name in head], f"take them out of the header of {path.relative_to(ROOT)}"


@every_language
def test_every_translation_takes_the_values_of_its_source(path: Path) -> None:
    """A percent sign too many raises only when the words are used, and then a condition can't be composed."""
    for entry in read(path).entries:
        if "python-format" in entry.flags:
            try:
                assert entry.target % defaultdict(lambda: 7)
            except (TypeError, ValueError) as error:
                pytest.fail(f"{path.relative_to(ROOT)}:{entry.line}: {error}; a percent sign is written as %%")


def test_the_command_passes_all_that_is_committed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_catalogues")
    assert f"{len(CATALOGUES)} of the interface, 0 errors" in capsys.readouterr().out


def test_the_command_fails_on_a_word_without_translation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "Signs"\nmsgstr ""\n')
    with override_settings(CATALOGUES_DIR=tmp_path), pytest.raises(CommandError, match="errors"):
        call_command("check_catalogues")
    assert "nl/LC_MESSAGES/django.po:4: error untranslated: “Signs”" in capsys.readouterr().out
