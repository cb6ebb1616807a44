"""The lexicons: ours, and what a site adds to them in files of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pages.importing.lexicon import Lexicon, lexicon_from

_NOTHING: dict[str, Any] = {
    **{key: [] for key in ("headings", "approaches", "announces", "placeholders", "page_start", "page_end", "opposed")},
    **{key: {} for key in ("cues", "boilerplate", "regions", "region_of")},
    "unspaced": False,
}


class BrokenLexiconError(ValueError):
    """A lexicon of the site that can't be read; the message says which, and what is wrong with it."""


@cache
def lexicon_for(language: str, folder: Path | None = None) -> Lexicon:
    """The lexicon of a language tag by its language subtag ("nl-BE" reads nl.json).

    `folder` holds what a site adds, under the same names and keys (lexicon/README.md); its wordings go before ours. A
    language that has none gets an empty lexicon, in which nothing is recognised. Raises BrokenLexiconError.
    """
    subtag = re.split(r"[-_]", language)[0].lower()
    own = folder / f"{subtag}.json" if folder else None
    added = _read(own) if own and own.exists() else None
    if subtag in available_languages():
        ours = json.loads(_folder().joinpath(f"{subtag}.json").read_text(encoding="utf-8"))
    elif added is None:
        return Lexicon(language)
    else:
        ours = _NOTHING | {"language": subtag}
    return lexicon_from(ours) if added is None else _compiled(_with(added, ours), own)


@cache
def available_languages() -> frozenset[str]:
    """The language subtags that have a lexicon of ours."""
    names = (entry.name for entry in _folder().iterdir())
    return frozenset(name.removesuffix(".json") for name in names if name.endswith(".json"))


def check_folder(folder: Path) -> None:
    """Compile all that a site adds. Raises BrokenLexiconError for the first that is wrong, or if there is no folder."""
    if not folder.is_dir():
        raise BrokenLexiconError(f"{folder} is no folder")
    for path in sorted(folder.glob("*.json")):
        lexicon_for(path.stem, folder)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenLexiconError(f"{path} is no JSON in UTF-8: {error}") from error
    if not isinstance(data, dict):
        raise BrokenLexiconError(f"{path} holds no object")
    if unknown := sorted(data.keys() - _NOTHING.keys() - {"language"}):
        raise BrokenLexiconError(f"{path} has a key that no lexicon has: {', '.join(unknown)}")
    for key, value in data.items():
        if key in _NOTHING and not isinstance(value, type(_NOTHING[key])):
            raise BrokenLexiconError(f"{path}: {key} must be like that of our files")
    return data


def _with(added: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """Both in one; of lists, and of lists by name, what is added comes first."""
    both = dict(ours)
    for key, value in added.items():
        if isinstance(value, list):
            both[key] = value + ours[key]
        elif isinstance(value, dict):
            both[key] = {name: value.get(name, []) + ours[key].get(name, []) for name in (*value, *ours[key])}
        elif key != "language":
            both[key] = value
    return both


def _compiled(data: dict[str, Any], path: Path | None) -> Lexicon:
    try:
        return lexicon_from(data)
    except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise BrokenLexiconError(f"{path}: {error}") from error


def _folder() -> Traversable:
    return resources.files("pages.importing").joinpath("lexicon")
