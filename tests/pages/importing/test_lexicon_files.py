"""What a site adds to the lexicons: its wordings go before ours; a broken file is told by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks

from pages.importing.lexicon_files import BrokenLexiconError, check_folder, lexicon_for
from pages.vocabulary import Section


def added(folder: Path, name: str, data: Any) -> Path:
    (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_wordings_of_a_site_go_before_ours(tmp_path: Path) -> None:
    folder = added(
        tmp_path,
        "en",
        {
            "headings": [
                {"to": "causes", "is": ["where x comes from"]},
                {"to": "further", "is": ["symptoms"]},
            ],
            "boilerplate": {"ward": ["green valley .*"], "footer": ["office hours"]},
        },
    )
    lexicon = lexicon_for("en-GB", folder)
    for text, section in [("Where gout comes from", Section.CAUSES), ("Symptoms", Section.FURTHER)]:
        match = lexicon.heading(text, "Gout")
        assert match is not None
        assert match.to is section
    ours = lexicon.heading("Treatment")
    assert ours is not None
    assert ours.to is Section.TREATMENTS
    assert lexicon.boilerplate_reason("Green Valley clinic") == "ward"
    assert lexicon.boilerplate_reason("Office hours") == "footer"
    assert lexicon.boilerplate_reason("All rights reserved") == "footer"


def test_a_language_of_its_own(tmp_path: Path) -> None:
    folder = added(tmp_path, "fy", {"headings": [{"to": "signs", "is": ["klachten"]}]})
    match = lexicon_for("fy", folder).heading("Klachten")
    assert match is not None
    assert match.to is Section.SIGNS
    assert lexicon_for("fy").heading("Klachten") is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([], "no object"),
        ({"heading": []}, "a key that no lexicon has: heading"),
        ({"headings": {}}, "headings must be like"),
        ({"headings": [{"to": "cause", "is": ["x"]}]}, "'cause' is not a valid Section"),
        ({"headings": [{"is": ["x"]}]}, "'to'"),
        ({"headings": [{"to": "causes", "is": ["("]}]}, "unterminated"),
        ({"headings": ["causes"]}, "string indices"),
        ({"boilerplate": {"x": [1]}}, ""),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, settings: Any, data: Any, told: str) -> None:
    added(tmp_path, "en", data)
    with pytest.raises(BrokenLexiconError, match=r"en\.json") as caught:
        check_folder(tmp_path)
    assert told in str(caught.value)
    settings.IMPORT_LEXICONS = tmp_path
    assert [error.id for error in run_checks() if str(error.id).startswith("pages.")] == ["pages.E002"]


def test_no_json_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_bytes(b"\xff{")
    with pytest.raises(BrokenLexiconError, match="no JSON in UTF-8"):
        check_folder(tmp_path)
    with pytest.raises(BrokenLexiconError, match="no folder"):
        check_folder(tmp_path / "none")
